"""The book that members of others come into, and whom of them it knows already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book import algebra
from allybook.domain.book.entry import Kind, Status
from allybook.services.books.holders import changed_hands

if TYPE_CHECKING:
    from allybook.domain.book.algebra import Member
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.bring import RowVerdict
    from allybook.ports.books import Book
    from allybook.services.desk import Desk


class Target:
    """The book that members come into; each of its allies is found by one member only.

    Whom it knows by a handle that changed hands is nobody with an id.
    """

    def __init__(self, desk: Desk, book: Book | None) -> None:
        self._book = book
        self._allies = {ally.key: ally for ally in book.allies()} if book else {}
        apart = changed_hands(desk, [*self._allies.values()])
        self._unnamed = {
            f"@{ally.handle.lower()}": ally
            for ally in self._allies.values()
            if ally.user_id is None
            and ally.kind is not Kind.HASHTAG
            and ally.handle.lower() not in apart
        }
        self._named = {
            f"@{ally.handle.lower()}": ally
            for ally in self._allies.values()
            if ally.user_id is not None
        }
        erased = book.erased() if book else ()
        self.barred = algebra.barred_of(self._allies.values(), erased)

    def judge(self, ally: Ally | None, member: Member) -> RowVerdict:
        """Return what taking a member in would change, who is this ally here, or nobody yet."""
        removed = ally is not None and ally.status is Status.REMOVED
        entries = self._book.entries(ally.key) if self._book and ally and removed else ()
        return algebra.judge(ally, entries, member)

    def take(self, member: Member) -> Ally | None:
        """Return who a member is here; ask once of each: nobody else is that one afterwards."""
        by_key = self._allies.get(member.key)
        if by_key is not None or member.kind is Kind.HASHTAG:
            return by_key
        handle = f"@{member.handle.lower()}"
        if member.user_id:
            return self._unnamed.pop(handle, None)
        # A handle that an ally with another id has is that one's.
        return None if member.apart else self._named.get(handle)
