"""Findings joined with accounts and books: what the table shows, and what can be asked of it."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.book.entry import Kind
from allybook.domain.check.followback import UNDATED, Answer, CheckFlag
from allybook.domain.check.manners import NO_ADVICE
from allybook.domain.filters.times import day_of, zone_of
from allybook.domain.people.bios import guess_organisation
from allybook.domain.posts import time_of
from allybook.services.check.answer import LOOK_UPS
from allybook.services.check.plan import PAGES
from allybook.ui.models.findings import FindingRow
from allybook.ui.models.signs import (
    flag_pill,
    gone_pill,
    grace_pill,
    influential_pill,
    kept_pill,
    quiet_pill,
    renamed_pill,
    suspended_pill,
    turn_pill,
)
from allybook.ui.wording import dated, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime, timedelta

    from allybook.domain.book.ally import Ally
    from allybook.domain.check.follow_events import Event, Fall
    from allybook.domain.check.followback import Finding
    from allybook.domain.check.manners import Advice
    from allybook.domain.people.accounts import Account, Connection
    from allybook.ui.models.pills import Pill

ARCHIVE = "x-archive"
# First those of whom something could be done.
ORDER = (Answer.IDOL, Answer.FAN, Answer.UNKNOWN, Answer.MUTUAL, Answer.STRANGER)


class Manner(StrEnum):
    """What manners say of an account, to filter by beside the flags."""

    GRACE = "grace"
    KEPT = "kept"
    INFLUENTIAL = "influential"


class ListedAlly(Struct, frozen=True):
    """An account as an ally, and the name of the book that lists it."""

    ally: Ally
    book: str


class KnownFaces(Struct, frozen=True):
    """What is known of the accounts of some findings, all by user id, ``now`` by local clocks.

    ``latest`` is the newest post of each in the cache, ``since`` when its answer began (UTC),
    ``advice`` what manners say, ``turns`` what changed where two readings are compared. ``shared``
    are the hashtags that the books list, as hashtags are compared; ``kept`` counts the keep-list.
    ``falls`` are those who are suspended or gone now, since when X told so.
    """

    now: datetime
    accounts: Mapping[str, Account] = field(default_factory=dict)
    members: Mapping[str, ListedAlly] = field(default_factory=dict)
    latest: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, datetime] = field(default_factory=dict)
    advice: Mapping[str, Advice] = field(default_factory=dict)
    turns: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    falls: Mapping[str, Fall] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    kept: int = 0

    def last_post(self, user_id: str) -> str:
        """Return the id of the newest post known, or an empty one."""
        account = self.accounts.get(user_id)
        told = (account.latest_post_id if account else None) or "0"
        newest = max(told, self.latest.get(user_id, "0"), key=int)
        return "" if newest == "0" else newest

    def silence(self, user_id: str) -> timedelta | None:
        """Return how long ago the newest post known was written; None where none is known."""
        written = time_of(self.last_post(user_id) or "0")
        return self.now - written if written else None

    def fell(self, user_id: str) -> date | None:
        """Return the day since when X tells that an account is suspended or gone."""
        fall = self.falls.get(user_id)
        return day_of(fall.told_at, zone_of(self.now)) if fall else None

    def tied(self, user_id: str, tie: Connection) -> bool:
        """Return whether X told so of an account when it was last looked up."""
        account = self.accounts.get(user_id)
        return tie in ((account.connections if account else None) or ())


class Sieve(Struct, frozen=True):
    """What of the table is wanted: one answer (or all), any of some traits, words (name or tag)."""

    answer: Answer | None = None
    flags: frozenset[str] = frozenset()
    words: str = ""

    def keeps(self, row: FindingRow) -> bool:
        """Return whether a row is wanted."""
        text = "\n".join((row.name, f"@{row.handle}", *row.tags)).casefold()
        return (
            self.answer in (None, row.answer)
            and (not self.flags or not self.flags.isdisjoint(row.traits))
            and all(word in text for word in self.words.casefold().split())
        )


def finding_rows(findings: Iterable[Finding], known: KnownFaces) -> tuple[FindingRow, ...]:
    """Return a row for each finding, those of whom something could be done first."""
    rows = (finding_row(finding, known) for finding in findings)
    return tuple(sorted(rows, key=lambda row: _place(row, known)))


def _place(row: FindingRow, known: KnownFaces) -> tuple[int, bool, bool, str]:
    """Return where a row stands: influential accounts and those left in peace stand apart."""
    loud = known.advice.get(row.key, NO_ADVICE).followers is not None
    return ORDER.index(row.answer), row.spared, loud, row.name.casefold()


def key_of(finding: Finding) -> str:
    """Return what an account goes by in the table: its user id, else its handle with an @."""
    return finding.user_id or f"@{finding.handle}"


def finding_row(finding: Finding, known: KnownFaces) -> FindingRow:
    """Return one finding as a row."""
    user_id = finding.user_id
    account, member = known.accounts.get(user_id), known.members.get(user_id)
    advice = known.advice.get(user_id, NO_ADVICE)
    handle = finding.handle or (member.ally.handle if member else "")
    return FindingRow(
        key=key_of(finding),
        name=(account.name if account else "") or handle or user_id,
        handle=handle,
        answer=finding.answer,
        kind=_kind(account, member),
        flags=(*_manners(finding, known), *_flags(finding, known)),
        since=known.since.get(user_id),
        source=source_words(finding.source),
        as_of=finding.as_of if finding.source and finding.as_of != UNDATED else None,
        tags=member.ally.tags if member else (),
        spared=finding.answer is Answer.IDOL and advice.spared,
        traits=frozenset((*finding.flags, *_manners_of(advice))),
    )


def source_words(source: str) -> str:
    """Return where an answer comes from, as people say it."""
    return {
        PAGES: translate("followback", "follower pages"),
        LOOK_UPS: translate("followback", "look-up"),
        ARCHIVE: translate("followback", "your archive"),
    }.get(source, source)


def _manners_of(advice: Advice) -> Iterable[Manner]:
    told = {
        Manner.GRACE: advice.grace_until is not None,
        Manner.KEPT: advice.kept is not None,
        Manner.INFLUENTIAL: advice.followers is not None,
    }
    return (manner for manner, holds in told.items() if holds)


def _manners(finding: Finding, known: KnownFaces) -> tuple[Pill, ...]:
    """Return what changed and what manners say, before the flags."""
    turns = known.turns.get(finding.user_id, ())
    advice = known.advice.get(finding.user_id, NO_ADVICE)
    told = [turn_pill(event.side, event.turn) for event in turns]
    if advice.grace_until is not None:
        told.append(grace_pill(advice.grace_until - known.now))
    if advice.kept is not None:
        told.append(kept_pill())
    if advice.followers is not None:
        told.append(influential_pill())
    return tuple(told)


def _flags(finding: Finding, known: KnownFaces) -> tuple[Pill, ...]:
    return tuple(_pill(flag, finding, known) for flag in CheckFlag if flag in finding.flags)


def _kind(account: Account | None, member: ListedAlly | None) -> Kind:
    if member is not None:
        return member.ally.kind
    if account is None or not _is_organisation(account.handle, account.name, account.bio):
        return Kind.PERSON
    return Kind.ORGANISATION


# Measured: 80 microseconds each, of thousands of followers each time that something changes.
@lru_cache(1 << 16)
def _is_organisation(handle: str, name: str, bio: str) -> bool:
    return guess_organisation(handle, name, bio) is True


def _pill(flag: CheckFlag, finding: Finding, known: KnownFaces) -> Pill:
    if flag is CheckFlag.QUIET:
        return quiet_pill(known.silence(finding.user_id))
    if flag is CheckFlag.SUSPENDED:
        return suspended_pill()
    if flag is CheckFlag.GONE:
        day = known.fell(finding.user_id)
        return gone_pill(dated(day, known.now) if day else "")
    if flag is CheckFlag.RENAMED:
        member = known.members.get(finding.user_id)
        return renamed_pill(member.ally.handle if member else "")
    return flag_pill(flag)
