"""Add one account that a person has before them, with the care that adding takes.

An organisation becomes an ally at once. Who is to be asked first (persons, bios that say "no
lists", whoever was declined) waits in the inbox, where a person decides; who opted out is left
alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.came import Added, Came
from allybook.domain.book.edit import reopen
from allybook.domain.book.entry import Kind
from allybook.domain.people.bios import says_no_lists
from allybook.domain.people.handles import Piece, Sort
from allybook.services.books.edit import approve, write
from allybook.services.people.adding import PieceFate, sort_out
from allybook.services.people.nominate import nominate

if TYPE_CHECKING:
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk


def add_one(desk: Desk, book: Book, account: Account) -> Added:
    """Add an account to a book, as far as one press may; what X said of it last is what counts."""
    sorted_out = sort_out(desk, book, (Piece(1, Sort.USER_ID, account.user_id),))
    fate, nominee = sorted_out.nominees[0]
    if fate in {PieceFate.OUT, PieceFate.THERE}:
        return Added(Came.OUT if fate is PieceFate.OUT else Came.THERE)
    entries = nominate(desk, book, [nominee], by_hand=True)
    ally = book.ally(nominee.key)
    if fate is PieceFate.DECLINED:
        entries += write(desk, book, {nominee.key: reopen})
        return Added(Came.DECLINED, entries, ally.reason if ally else "")
    if says_no_lists((desk.cache.account(account.user_id) or account).bio):
        return Added(Came.NO_LISTS, entries)
    # What the group says of an ally counts more than what its bio looks like.
    if (ally.kind if ally else nominee.kind) is not Kind.ORGANISATION:
        return Added(Came.PERSON, entries)
    return Added(Came.ALLY, (*entries, *approve(desk, book, [nominee.key])))
