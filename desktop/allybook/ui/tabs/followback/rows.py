"""Findings joined with accounts and books: what the table shows, and what can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.bios import guess_organisation
from allybook.domain.book.entry import Kind
from allybook.domain.followback import Answer, CheckFlag
from allybook.domain.posts import time_of
from allybook.services.answer import LOOK_UPS
from allybook.services.check import PAGES
from allybook.ui.models.findings import FindingRow
from allybook.ui.models.signs import flag_pill, quiet_pill, renamed_pill
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime, timedelta

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.domain.followback import Finding
    from allybook.ui.models.pills import Pill

ARCHIVE = "x-archive"
# First those of whom something could be done.
ORDER = (Answer.IDOL, Answer.FAN, Answer.UNKNOWN, Answer.MUTUAL, Answer.STRANGER)


@dataclass(frozen=True, slots=True)
class Member:
    """An account as an ally, and the name of the book that lists it."""

    ally: Ally
    book: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the accounts of some findings, all by user id; ``now`` is UTC.

    ``latest`` is the newest post of each in the cache, ``since`` when its answer began (UTC).
    """

    now: datetime
    accounts: Mapping[str, Account] = field(default_factory=dict)
    members: Mapping[str, Member] = field(default_factory=dict)
    latest: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, datetime] = field(default_factory=dict)

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


@dataclass(frozen=True, slots=True)
class Sieve:
    """What of the table is wanted: one answer (or all), any of some flags, words of a name."""

    answer: Answer | None = None
    flags: frozenset[CheckFlag] = frozenset()
    words: str = ""

    def keeps(self, row: FindingRow, finding: Finding) -> bool:
        """Return whether a row is wanted."""
        text = f"{row.name}\n@{row.handle}".casefold()
        return (
            self.answer in (None, finding.answer)
            and (not self.flags or not self.flags.isdisjoint(finding.flags))
            and all(word in text for word in self.words.casefold().split())
        )


def finding_rows(findings: Iterable[Finding], known: Known) -> tuple[FindingRow, ...]:
    """Return a row for each finding, those of whom something could be done first."""
    rows = (finding_row(finding, known) for finding in findings)
    return tuple(sorted(rows, key=lambda row: (ORDER.index(row.answer), row.name.casefold())))


def finding_row(finding: Finding, known: Known) -> FindingRow:
    """Return one finding as a row."""
    user_id = finding.user_id
    account, member = known.accounts.get(user_id), known.members.get(user_id)
    handle = finding.handle or (member.ally.handle if member else "")
    return FindingRow(
        key=user_id,
        name=(account.name if account else "") or handle or user_id,
        handle=handle,
        answer=finding.answer,
        kind=_kind(account, member),
        flags=tuple(_pill(flag, finding, known) for flag in CheckFlag if flag in finding.flags),
        since=known.since.get(user_id),
        source=source_words(finding.source),
        as_of=finding.as_of if finding.source else None,
    )


def source_words(source: str) -> str:
    """Return where an answer comes from, as people say it."""
    return {
        PAGES: translate("followback", "follower pages"),
        LOOK_UPS: translate("followback", "look-up"),
        ARCHIVE: translate("followback", "your archive"),
    }.get(source, source)


def _kind(account: Account | None, member: Member | None) -> Kind:
    if member is not None:
        return member.ally.kind
    if account is None or not _is_organisation(account.handle, account.name, account.bio):
        return Kind.PERSON
    return Kind.ORGANISATION


# Measured: 80 microseconds each, of thousands of followers each time that something changes.
@lru_cache(1 << 16)
def _is_organisation(handle: str, name: str, bio: str) -> bool:
    return guess_organisation(handle, name, bio) is True


def _pill(flag: CheckFlag, finding: Finding, known: Known) -> Pill:
    if flag is CheckFlag.QUIET:
        return quiet_pill(known.silence(finding.user_id))
    if flag is CheckFlag.RENAMED:
        member = known.members.get(finding.user_id)
        return renamed_pill(member.ally.handle if member else "")
    return flag_pill(flag)
