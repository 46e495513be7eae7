"""Unknown people: whose posts nobody can tell for theirs until X has said who they are.

A search brings posts with the ids of their authors and nothing more. Handles, marks of verified
accounts and the people of a book are matched with them only where X was asked about these people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind, Status
from allybook.domain.filters.tree import And, Not, On, Term, terms_of
from allybook.domain.filters.words import fold_name
from allybook.domain.money.pricing import Quote
from allybook.services.desk import read_each
from allybook.services.people.find import find_ids, look_up, quote_find
from allybook.services.people.lost_handles import lost_handles
from allybook.services.people.resolve import quote_resolve, resolve, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.book.line import AllyLine
    from allybook.domain.filters.tree import Node
    from allybook.ports.books import BookInfo
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

NEAR = 1000
"""So many of the newest posts are looked at for authors of whom X said nothing."""
BY_BOOK = frozenset({On.TAG, On.CATEGORY})
BY_PROFILE = frozenset({Term(On.IS, "verified"), Term(On.IS, "private")})
ALLY = Term(On.IS, "ally")


class Unknown(Struct, frozen=True):
    """Of whom X is to be asked.

    ``handles`` are those that a filter names, ``members`` those of books (by book id), and
    ``authors`` the ids of authors without a profile.
    """

    handles: tuple[str, ...] = ()
    members: tuple[tuple[str, tuple[str, ...]], ...] = ()
    authors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.handles or self.members or self.authors)

    @property
    def named(self) -> tuple[str, ...]:
        """Return all who are asked for by handle, each once."""
        every = (*self.handles, *(one for _book, those in self.members for one in those))
        return tuple({handle.lower(): handle for handle in every}.values())


def unknown_people(desk: Desk, chosen: Node) -> Unknown:
    """Return of whom X must be asked before a filter can find what it is about."""
    asked = tuple(dict.fromkeys(terms_of(chosen)))
    handles = [term.value for term in asked if term.on is On.FROM]
    books = _books_asked(desk, asked)
    read = read_each(desk, lambda book: book.rows(), books)
    members = [(info.book_id, _without_id(desk, rows)) for info, rows in read]
    return Unknown(
        loose_handles(desk, handles),
        tuple((book_id, those) for book_id, those in members if those),
        _unnamed_authors(desk, chosen) if BY_PROFILE.intersection(asked) else (),
    )


def people_to_name(desk: Desk, chosen: Node) -> Unknown:
    """Return whom a filter waits for, else the authors of what it keeps who have no name here."""
    return unknown_people(desk, chosen) or Unknown(authors=_authors(desk, chosen))


def members_without_id(desk: Desk, info: BookInfo) -> tuple[str, ...]:
    """Return the handles of approved people of a book by which no post is known for theirs."""
    return _without_id(desk, desk.shelf.open(info.book_id).rows())


def _without_id(desk: Desk, rows: Sequence[AllyLine]) -> tuple[str, ...]:
    people = (one for one in rows if one.kind is not Kind.HASHTAG)
    approved = (one for one in people if one.status is Status.APPROVED)
    return loose_handles(desk, [one.handle for one in approved if not one.user_id])


def loose_handles(desk: Desk, handles: Sequence[str]) -> tuple[str, ...]:
    """Return those that no account has here, and of which X did not lately say nobody has them."""
    if not handles:
        return ()
    known, lost = desk.cache.accounts_by_handle(handles), lost_handles(desk)
    loose = {one.lower(): one for one in handles if one.lower() not in known}
    return tuple(handle for low, handle in loose.items() if low not in lost)


def positive_terms(chosen: Node) -> Iterator[Term]:
    """Yield the conditions of a filter that some post is to hold; none that is left out."""
    if isinstance(chosen, Term):
        yield chosen
    elif not isinstance(chosen, Not):
        for part in chosen.parts:
            yield from positive_terms(part)


def quote_unknown(desk: Desk, unknown: Unknown) -> Quote:
    """Quote asking X who these are; only those whom it knows cost anything."""
    handles, authors = quote_find(desk, unknown.named), quote_resolve(desk, unknown.authors)
    steps = tuple(step for step in (*handles.steps, *authors.steps) if step.resources)
    because = handles.because if unknown.named else authors.because
    return Quote("names", steps or authors.steps, because, exact=not unknown.named)


def learn(desk: Desk, unknown: Unknown, ticket: Ticket) -> int:
    """Ask X who these are, write the ids of members into their books, return how many X showed."""
    for book_id, those in unknown.members:
        find_ids(desk, desk.shelf.open(book_id), ticket, those)
    look_up(desk, unknown.handles, ticket)
    found = len(desk.cache.accounts_by_handle(unknown.named))
    if unknown.authors and not ticket.cancelled():
        found += resolve(desk, unknown.authors, ticket)
    return found


def known_by_now(desk: Desk, unknown: Unknown) -> int:
    """Return how many of these X has shown, where it did not come to the end of them."""
    authors = set(unknown.authors).difference(unnamed(desk, unknown.authors))
    return len(desk.cache.accounts_by_handle(unknown.named)) + len(authors)


def _books_asked(desk: Desk, asked: Sequence[Term]) -> Iterator[BookInfo]:
    """Yield the books whose people a filter asks for."""
    every = any(term == ALLY or term.on in BY_BOOK for term in asked)
    names = {fold_name(term.value) for term in asked if term.on is On.IN}
    if every or names:
        yield from (one for one in desk.shelf.books() if every or fold_name(one.name) in names)


def _unnamed_authors(desk: Desk, chosen: Node) -> tuple[str, ...]:
    """Return the nameless authors of what a filter keeps, whatever their profiles say."""
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    rest = tuple(part for part in parts if not BY_PROFILE.intersection(terms_of(part)))
    return _authors(desk, And(rest))


def _authors(desk: Desk, chosen: Node) -> tuple[str, ...]:
    rows = desk.cache.rows(desk.cache.order(chosen, limit=NEAR))
    return unnamed(desk, [row.post.author_id for row in rows.values()])
