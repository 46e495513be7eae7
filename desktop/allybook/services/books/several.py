"""Several books: create, rename and copy them, put them in the trash and take them out again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Status
from allybook.domain.book.names import folded_name, given_name, tidy_name
from allybook.domain.changes import Changed
from allybook.domain.errors import AllybookError, BadInput, BookUnclear, FileShut
from allybook.domain.filters.renaming import Renaming
from allybook.domain.filters.tree import On
from allybook.domain.spoken import speak
from allybook.services.books.roster import lay_rosters
from allybook.services.desk import FIRST_BOOK, book_named, read_each
from allybook.services.timeline.spare import rename_in_rules
from allybook.services.timeline.views import rename_in_views

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Return the id of the current book; nothing where there is none, or it cannot be read."""
    with suppress(BookUnclear, FileShut):
        return desk.book().info.book_id if desk.shelf.books() else ""
    return ""


def book_to_show(desk: Desk) -> str:
    """Return the id of the current book, which is made where there is none.

    Where it is not known which is meant, that of one that can be read: looking does no harm. It is
    not chosen by that, and whatever changes the current book goes on asking which.
    """
    try:
        return desk.book().info.book_id
    except BookUnclear:
        first = next(_readable(desk), None)
        if first is None:
            raise
        return first.book_id


def choose_book(desk: Desk, book_id: str) -> None:
    """Make a book the current one."""
    if desk.settings.read(CURRENT) != book_id:
        desk.settings.write(CURRENT, book_id)
        desk.announcer.announce(Changed(settings=True))


def book_with(desk: Desk, key: str, here: str = "") -> str:
    """Return the id of a book that knows an ally, ``here`` if it does; nothing if none does."""
    read = read_each(desk, lambda book: book.ally(key), _books_from(desk, here))
    return next((info.book_id for info, ally in read if ally), "")


def ally_called(desk: Desk, handle: str) -> str:
    """Return the record key of an ally by its handle, of the current book first; or nothing.

    An ally may go by another handle now than its book knows: then X told which account it is.
    """
    if not desk.shelf.books():
        return ""
    known = desk.cache.accounts_by_handle([handle]).get(handle.lower())

    def key_in(book: Book) -> str:
        """Return the record key that a book has for the handle, or nothing."""
        by_id = known is not None and book.ally(known.user_id)
        return known.user_id if known and by_id else book.called(handle)

    read = read_each(desk, key_in, _books_from(desk, current_book(desk)))
    return next((key for _, key in read if key), "")


def _books_from(desk: Desk, here: str) -> list[BookInfo]:
    """Return all books, ``here`` first."""
    return sorted(desk.shelf.books(), key=lambda one: one.book_id != here)


def _readable(desk: Desk) -> Iterator[BookInfo]:
    """Yield the books that can be read."""
    return (info for info, _ in read_each(desk, lambda book: book.mark()))


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
        left = next(_readable(desk), None)
        after, gone = left.book_id if left else FIRST_BOOK, (info.book_id, info.name)
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
