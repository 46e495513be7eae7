"""Allies as the table shows them: the book joined with what X said about the same accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.domain.outbox import Deed, Stage
from allybook.domain.posts import time_of
from allybook.ui.models.allies import AllyRow
from allybook.ui.models.signs import AllyStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.domain.followback import Answer, Finding
    from allybook.domain.outbox import Act


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about the accounts of a book, all by user id.

    ``latest`` is the newest post of each in the cache. ``members`` are on the X List now, as read
    at ``members_at`` (UTC) and changed since; ``acts`` are the outbox's, newest first.
    """

    accounts: Mapping[str, Account] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    latest: Mapping[str, str] = field(default_factory=dict)
    members: frozenset[str] = frozenset()
    members_at: datetime | None = None
    acts: Mapping[str, tuple[Act, ...]] = field(default_factory=dict)

    def waits(self, user_id: str | None) -> bool:
        """Return whether adding an account to the X List waits in the outbox."""
        return any(
            act.stage is not Stage.SETTLED and act.deed is Deed.ADD_MEMBER
            for act in self.acts.get(user_id or "", ())
        )


def ally_rows(allies: Iterable[Ally], known: Known) -> tuple[AllyRow, ...]:
    """Return one row for each ally, in the order given."""
    return tuple(ally_row(ally, known) for ally in allies)


def ally_row(ally: Ally, known: Known) -> AllyRow:
    """Return an ally as a row; what X was never asked about stays open."""
    account = known.accounts.get(ally.user_id or "")
    return AllyRow(
        key=ally.key,
        name=name_of(ally, account),
        handle=handle_of(ally, account),
        kind=ally.kind,
        category=ally.category,
        tags=ally.tags,
        status=status_of(ally, known),
        answer=answer_of(known.findings.get(ally.user_id or "")),
        last_post=_last_post(ally, account, known),
        private=account is not None and account.private,
        versions={name: len(versions) for name, versions in ally.conflicts.items()},
    )


def name_of(ally: Ally, account: Account | None) -> str:
    """Return the name as X shows it; without one, the handle or the tag."""
    if ally.kind is Kind.HASHTAG:
        return f"#{ally.handle}"
    return (account.name if account else "") or handle_of(ally, account) or ally.key


def handle_of(ally: Ally, account: Account | None) -> str:
    """Return the handle of today, where X has told it."""
    return (account.handle if account else "") or ally.handle


def status_of(ally: Ally, known: Known) -> AllyStatus:
    """Return where an ally stands: in the book, and if approved, also on the X List."""
    if ally.status is not Status.APPROVED:
        return AllyStatus(ally.status.value)
    if ally.user_id in known.members:
        return AllyStatus.ON_LIST
    return AllyStatus.WAITING if known.waits(ally.user_id) else AllyStatus.APPROVED


def answer_of(finding: Finding | None) -> Answer | None:
    """Return who follows whom, None where nobody ever looked."""
    return finding.answer if finding and finding.source else None


def _last_post(ally: Ally, account: Account | None, known: Known) -> datetime | None:
    cached = known.latest.get(ally.user_id or "")
    told = account.latest_post_id if account else None
    newest = max((cached or "0", told or "0"), key=int)
    return time_of(newest)
