"""One page of an answer that comes in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from allybook.domain.people.accounts import Account, Problem

T = TypeVar("T")


class Page(Struct, Generic[T], frozen=True):
    """The items of one answer, and where the next begins.

    ``next_page`` is None on the last page. ``accounts`` holds accounts that came
    along (expansions). What came and cannot be used is ``broken``: by its id, empty where that
    cannot be read either; X charges it all the same. What X tells trouble of in place of showing
    it is ``unshown``: by its id, empty where X names none; that is not charged.
    """

    items: tuple[T, ...]
    next_page: str | None = None
    problems: tuple[Problem, ...] = ()
    accounts: tuple[Account, ...] = ()
    broken: tuple[Problem, ...] = ()
    unshown: tuple[Problem, ...] = ()

    @property
    def nameless(self) -> bool:
        """Return whether nobody can tell what something on it is: it has no id either."""
        return not all(one.resource for one in (*self.broken, *self.unshown))


def who_is_on(page: Page[Account]) -> list[str]:
    """Return the ids of the accounts on a page, also where only the id can be used, or is told."""
    told = (one.resource for one in (*page.broken, *page.unshown))
    return [*(one.user_id for one in page.items), *filter(None, told)]
