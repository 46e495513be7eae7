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
    along (expansions).
    """

    items: tuple[T, ...]
    next_page: str | None = None
    problems: tuple[Problem, ...] = ()
    accounts: tuple[Account, ...] = ()
