"""Several books: create, rename and copy them, put them in the trash and take them out again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Status
from allybook.domain.book.names import folded_name, given_name, tidy_name
from allybook.domain.changes import Changed
from allybook.domain.errors import AllybookError, BadInput, Damaged
from allybook.domain.filters.renaming import Renaming
from allybook.domain.filters.tree import On
from allybook.domain.spoken import speak
from allybook.services.books.roster import lay_rosters
from allybook.services.desk import FIRST_BOOK, book_named
from allybook.services.timeline.spare import rename_in_rules
from allybook.services.timeline.views import rename_in_views

if TYPE_CHECKING:
    from allybook.ports.books import Book, BookInfo, Discarded
    from allybook.services.desk import Desk

CURRENT = "book"
"""The setting that holds the id of the current book."""


def find_book(desk: Desk, called: str) -> BookInfo:
    """Return the book of this name (in any case) or id; ``BadInput`` if there is none."""
    known = book_named(desk.shelf.books(), called)
    if known is None:
        raise BadInput(
            speak("There is no book “{called}” here; nothing was changed.", called=called)
        )
    return known


def current_book(desk: Desk) -> str:
    """Return the id of the current book; nothing where there is none, or it is damaged."""
    with suppress(Damaged):
        return desk.book().info.book_id if desk.shelf.books() else ""
    return ""


def choose_book(desk: Desk, book_id: str) -> None:
    """Make a book the current one."""
    if desk.settings.read(CURRENT) != book_id:
        desk.settings.write(CURRENT, book_id)
        desk.announcer.announce(Changed(settings=True))


def book_with(desk: Desk, key: str, here: str = "") -> str:
    """Return the id of a book that knows an ally, ``here`` if it does; nothing if none does."""
    return next((one for one in _books_from(desk, here) if desk.shelf.open(one).ally(key)), "")


def ally_called(desk: Desk, handle: str) -> str:
    """Return the record key of an ally by its handle, of the current book first; or nothing.

    An ally may go by another handle now than its book knows: then X told which account it is.
    """
    if not desk.shelf.books():
        return ""
    known = desk.cache.accounts_by_handle([handle]).get(handle.lower())
    for book_id in _books_from(desk, desk.book().info.book_id):
        book = desk.shelf.open(book_id)
        if known is not None and book.ally(known.user_id):
            return known.user_id
        if key := book.called(handle):
            return key
    return ""


def _books_from(desk: Desk, here: str) -> list[str]:
    """Return the ids of all books, ``here`` first."""
    return sorted((info.book_id for info in desk.shelf.books()), key=lambda one: one != here)


def create_book(desk: Desk, name: str) -> Book:
    """Create an empty book; ``BadInput`` where there is one of that name."""
    with desk.shelf.naming():
        book = desk.shelf.create(_free(desk, name))
    _tell(desk, book.info)
    return book


def rename_book(desk: Desk, book_id: str, name: str) -> tuple[str, ...]:
    """Give a book another name; the filters know it by the new one from now on, kept ones too.

    Return the saved views, by name, and the rules that may have meant it and stay as they are: an
    earlier Allybook made two books that filters take for one.
    """
    former = desk.shelf.open(book_id).info
    wanted = tidy_name(name)
    if wanted == former.name:
        return ()
    # The current book stays so, also where nobody chose it.
    current = current_book(desk) == book_id
    with desk.shelf.naming():
        _free(desk, wanted, but=book_id)
        desk.settings.change(
            CURRENT, lambda now: book_id if now == former.name or (current and not now) else now
        )
        desk.shelf.rename(book_id, wanted)
    shared = _named_alike(desk, former.name, but=book_id)
    renaming = Renaming(On.IN, former.name, wanted, shared)
    left = (*rename_in_views(desk, renaming), *rename_in_rules(desk, renaming))
    _forget_roster(desk, former)
    lay_rosters(desk)
    _tell(desk, former)
    return left


def copy_book(desk: Desk, book_id: str, name: str) -> Book:
    """Copy a book with its whole history, and with who opted out of it; return the copy."""
    entries = desk.shelf.open(book_id).entries()
    with desk.shelf.naming():
        # An empty one, left where the disk is full, would pass for a book that nobody opted out of.
        copy = desk.shelf.create(_free(desk, name), "", entries)
    lay_rosters(desk)
    _tell(desk, copy.info)
    return copy


def discard_book(desk: Desk, book_id: str) -> Discarded:
    """Put a book in the trash, as a dated copy; an X List that mirrors it stays on X."""
    info = desk.shelf.open(book_id).info
    discarded = desk.shelf.discard(book_id)
    try:
        _forget_roster(desk, info)
        left = desk.shelf.books()
        after, gone = left[0].book_id if left else FIRST_BOOK, (info.book_id, info.name)
        desk.settings.change(CURRENT, lambda now: after if now in gone else now)
    finally:
        # It is gone, also where the disk does not take the rest of it.
        _tell(desk, info)
    return discarded


def give_up(desk: Desk, book: Book) -> None:
    """Put a book in the trash that was made for an act which failed, if nobody came into it.

    It would pass for what was wanted, and keep the name from it. Why the act failed is told; a
    disk that does not take this either leaves the book where it is.
    """
    with suppress(AllybookError):
        if all(line.status is Status.OPTED_OUT for line in book.rows()):
            discard_book(desk, book.info.book_id)


def restore_book(desk: Desk, copy: str) -> BookInfo:
    """Take a book out of the trash; ``BadInput`` where one of its name is here meanwhile."""
    found = next((one for one in desk.shelf.discarded() if one.copy == copy), None)
    with desk.shelf.naming():
        if found is not None and (other := _named_alike(desk, found.info.name)):
            raise BadInput(
                speak(
                    "There is another book “{name}” here by now: rename that one, then bring this "
                    "one back; nothing was changed.",
                    name=other,
                )
            )
        info = desk.shelf.restore(copy)
    lay_rosters(desk)
    _tell(desk, info)
    return info


def _free(desk: Desk, name: str, but: str = "") -> str:
    wanted = given_name(name)
    if other := _named_alike(desk, wanted, but):
        raise BadInput(
            speak("There is a book “{wanted}” already: choose another name.", wanted=other)
        )
    return wanted


def _named_alike(desk: Desk, name: str, but: str = "") -> str:
    """Return the name of another book that is taken for this one, by people or filters."""
    folded = folded_name(name)
    others = (info.name for info in desk.shelf.books() if info.book_id != but)
    return next((one for one in others if folded_name(one) == folded), "")


def _forget_roster(desk: Desk, info: BookInfo) -> None:
    for cache, _ in desk.all_holdings():
        cache.lay_roster(info.name, ())


def _tell(desk: Desk, info: BookInfo) -> None:
    books = frozenset({info.book_id})
    desk.announcer.announce(Changed(books=books, settings=True, posts=True))
