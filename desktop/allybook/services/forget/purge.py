"""Forget what X said: about one account, or altogether.

X's developer policy asks for it within 24 hours of a request, and within ten business days of
losing the API. The books are the group's own words, and stay unless a person asks to be erased
from them too.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.acts.outbox import Stage
from allybook.domain.book import edit
from allybook.domain.changes import Changed
from allybook.domain.errors import StorageError
from allybook.services.books.edit import write, write_unheard
from allybook.services.books.roster import lay_rosters
from allybook.services.forget.listed import still_listed
from allybook.services.forget.memories import forget_at, forget_everybody, forget_person
from allybook.services.people.ask_again import forget_asked

if TYPE_CHECKING:
    from allybook.ports.cache import Cache
    from allybook.ports.outbox import Outbox
    from allybook.services.desk import Desk
    from allybook.services.forget.known import KnownOfOne
    from allybook.services.forget.listed import StillListed
    from allybook.services.forget.person import Person

EVERYTHING = Changed(posts=True, accounts=True, lists=True, snapshots=True, outbox=True)


class Purged(Struct, frozen=True):
    """What went: posts, and the names of the books that were erased from or still hold a record.

    ``still_as`` are the words by which those that still hold one are erased. ``listed`` are the
    books on whose X Lists they are: that is known by their number, which is kept for it.
    """

    posts: int
    erased_from: tuple[str, ...] = ()
    still_in: tuple[str, ...] = ()
    still_as: tuple[str, ...] = ()
    listed: tuple[StillListed, ...] = ()


def purge_all(desk: Desk) -> None:
    """Erase all that X said, of every account of this profile; books, ledger and outbox stay."""
    for cache, outbox in desk.all_holdings():
        _empty(cache, outbox)
    forget_everybody(desk)
    lay_rosters(desk)
    desk.announcer.announce(EVERYTHING)
    _tell_what_lingers(desk)


def purge_own(desk: Desk) -> None:
    """Erase what X said to the account of this desk alone, as when it signs out."""
    _empty(desk.cache, desk.outbox)
    desk.announcer.announce(EVERYTHING)
    _tell_what_lingers(desk)


def _empty(cache: Cache, outbox: Outbox) -> None:
    cache.empty()
    forget_asked(outbox)
    outbox.erase()


def purge_account(desk: Desk, known: KnownOfOne, *, books: bool = False) -> Purged:
    """Erase what X said about one account, and with ``books`` what the books say too.

    That is also what those in the trash say: else taking one out would bring the person back. What
    waits to be done about it is dropped. The books go first: while the caches know who is who,
    what could not be done is found again.
    """
    forget_person(desk, known.person)
    if books:
        _erase_in_books(desk, known)
    posts = 0
    for cache, outbox in desk.all_holdings():
        forget_at(cache, outbox, known.person)
        if books:
            _leave_rosters(cache, known)
        posts += cache.erase(known.user_ids)
        _withdraw(outbox, known.person)
        outbox.erase(sorted(known.person.user_ids), sorted(known.person.handles))
    desk.announcer.announce(EVERYTHING)
    _tell_what_lingers(desk)
    listed: tuple[StillListed, ...] = ()
    # What is told of lists is no part of it: all is forgotten by now, and that is told whatever is.
    with suppress(StorageError):
        listed = still_listed(desk, known.person)
    if books:
        return Purged(posts, erased_from=known.books, listed=listed)
    return Purged(posts, still_in=known.books, still_as=known.found_by, listed=listed)


def _erase_in_books(desk: Desk, known: KnownOfOne) -> None:
    for info, key in known.records:
        write(desk, desk.shelf.open(info.book_id), {key: edit.erase})
    for one, key in known.trashed:
        with desk.shelf.trashed(one.copy) as book:
            write_unheard(desk, book, {key: edit.erase})


def _leave_rosters(cache: Cache, known: KnownOfOne) -> None:
    """Take somebody out of what the filters of an account know of the books."""
    marks = cache.roster_marks()
    keys = known.person.keys | known.person.user_ids
    for name in {*marks, *known.books}:
        cache.lay_allies(name, keys, (), mark=marks.get(name, ""))


def _withdraw(outbox: Outbox, person: Person) -> None:
    """Drop what waits about somebody; what is being sent is looked up first, and stays."""
    for act in outbox.acts():
        if act.stage is Stage.WAITING and person.is_called(act.user_id, act.handle):
            outbox.withdraw(act.act_id)


def _tell_what_lingers(desk: Desk) -> None:
    """Raise ``StorageError`` where something of what went is on the disk yet."""
    if left := desk.lingering():
        raise StorageError(left)
