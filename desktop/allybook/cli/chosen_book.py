"""The book that a command works on: one that is there, unless the command may make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput, BookUnclear
from allybook.services.desk import FIRST_BOOK, book_named

if TYPE_CHECKING:
    import argparse

    from allybook.cli.out import Out
    from allybook.ports.books import Book
    from allybook.services.desk import Desk

MAKERS = frozenset({"import", "chat"})
"""Commands that may make the book they fill; of the acts on allies, those in ``MAKING_ACTS``."""
MAKING_ACTS = frozenset({"add", "import"})


def check_book(desk: Desk, words: argparse.Namespace, name: str) -> None:
    """Refuse a name that no book has, unless the command may make it; empty is the current one."""
    making = words.command == "allies" and words.act in MAKING_ACTS
    if not making and words.command not in MAKERS:
        _refuse_unknown(desk, name)


def open_book(desk: Desk, name: str) -> Book:
    """Return the book of that name, or the current one; where that is not clear, say what is."""
    try:
        return desk.book(name)
    except BookUnclear as error:
        raise BookUnclear(f"{error} “--book NAME” does. Nothing was changed.") from error


def book_called(desk: Desk, name: str, current: str) -> Book:
    """Return the book of that name, else the ``current`` one; a misspelt name makes no book."""
    _refuse_unknown(desk, name)
    return open_book(desk, name or current)


def book_if_any(desk: Desk, name: str) -> Book | None:
    """Return the book of that name, or None where it would have to be made."""
    return open_book(desk, name) if desk.shelf.books() and _is_known(desk, name) else None


def open_or_make(desk: Desk, name: str, out: Out) -> Book:
    """Return the book of that name, which is made where there is none; say so."""
    known = _is_known(desk, name)
    book = open_book(desk, name)
    if not known:
        out.remark(f"The book “{name}” was made.")
    return book


def _refuse_unknown(desk: Desk, name: str) -> None:
    if _is_known(desk, name):
        return
    names = [f"“{one.name}”" for one in desk.shelf.books()]
    instead = f"there is {', '.join(names)}" if names else "there is none yet"
    raise BadInput(f"There is no book “{name}” here ({instead}); nothing was read or made.")


def _is_known(desk: Desk, name: str) -> bool:
    # The first book is made unasked where there is none, so its name is not misspelt then.
    books = desk.shelf.books()
    if not (name and books):
        return name in {"", FIRST_BOOK}
    return book_named(books, name) is not None
