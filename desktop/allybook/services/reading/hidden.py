"""Hidden people: who is private, so that no search shows what they write, even to who follows them.

X's search gives public posts only. The home timeline and the page of a list show the posts of
private accounts to those whom they let follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.domain.filters.tree import And, On, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.ports.books import BookInfo
    from allybook.services.desk import Desk

NEAR = 1000
"""So many of a list's newest posts by private people are looked at for who wrote them."""
PRIVATE = Term(On.IS, "private")


def private_in_book(desk: Desk, info: BookInfo) -> int:
    """Return how many approved people of a book are private, as far as their profiles are here."""
    people = (one for one in desk.shelf.open(info.book_id).rows() if one.kind is not Kind.HASHTAG)
    approved = (one for one in people if one.status is Status.APPROVED)
    return len(_private(desk, (one.user_id for one in approved if one.user_id)))


def private_on_list(desk: Desk, list_id: str) -> int:
    """Return how many members of an X List are private, by their profiles and posts here."""
    members = desk.cache.members(list_id)
    found = _private(desk, members.user_ids if members else ())
    order = desk.cache.order(And((Term(On.LIST, list_id), PRIVATE)), limit=NEAR)
    writers = {row.post.author_id for row in desk.cache.rows(order).values()}
    return len(found | writers)


def _private(desk: Desk, user_ids: Iterable[str]) -> set[str]:
    known = desk.cache.accounts(list(user_ids))
    return {user_id for user_id, account in known.items() if account.private}
