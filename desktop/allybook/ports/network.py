"""X, or anything that answers like it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from allybook.domain.filters.tree import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.check.followback import Side
    from allybook.domain.filters.tree import Node
    from allybook.domain.lists import XList
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.domain.reading.pages import Page


class Window(Struct, frozen=True):
    """Which part of a search is wanted: what lies between two posts, neither of them included."""

    since_id: str | None = None
    until_id: str | None = None


class XQuery(Struct, frozen=True):
    """A query for X (``""`` where X cannot help) and what must still be matched here.

    ``found`` is what X looks for at first, ``sifted`` all that it goes by: between the two lies
    what X leaves out, and nobody pays for. ``remainder`` is how whoever wrote the query accounts
    for the rest of the filter: tests hold query and remainder together against the whole of it.
    The program does not go by it, for what was read is matched with the whole filter anyway.
    """

    text: str
    remainder: Node
    found: Node = EVERYTHING
    sifted: Node = EVERYTHING


class QueryWriter(Protocol):
    """Says as much of a filter as X's search can."""

    def __call__(self, node: Node, within: str = "") -> XQuery:
        """Return a query (at most 512 characters) that finds all that the filter keeps.

        ``within`` is what X looks through, in X's words (``list:9001``); it comes first.
        """


class Network(Protocol):
    """X, or anything that answers like it. Each call is one request.

    Raises the errors of ``domain.errors``; each answer is metered before it is returned.
    """

    def me(self) -> Account:
        """Return the signed-in account."""

    def accounts(self, user_ids: Sequence[str]) -> Page[Account]:
        """Return at most 100 accounts by id; those not shown are ``problems``."""

    def accounts_by_handle(self, handles: Sequence[str]) -> Page[Account]:
        """Return at most 100 accounts by handle; those not shown are ``problems``."""

    def follows(
        self, side: Side, user_id: str, *, page: str | None = None, size: int = 1000
    ) -> Page[Account]:
        """Return one page (at most 1,000) of an account's followers or following."""

    def owned_lists(self, user_id: str, *, page: str | None = None) -> Page[XList]:
        """Return one page of the lists that an account owns."""

    def x_list(self, list_id: str) -> XList:
        """Return one list."""

    def members(self, list_id: str, *, page: str | None = None, size: int = 100) -> Page[Account]:
        """Return one page (at most 100) of a list's members."""

    def list_posts(self, list_id: str, *, page: str | None = None, size: int = 100) -> Page[Post]:
        """Return one page of a list's posts, newest first."""

    def home(
        self,
        user_id: str,
        *,
        since_id: str | None = None,
        until_id: str | None = None,
        page: str | None = None,
        size: int = 100,
    ) -> Page[Post]:
        """Return one page of the home timeline between two posts, newest first."""

    def search(
        self,
        query: str,
        *,
        window: Window | None = None,
        page: str | None = None,
        size: int = 100,
    ) -> Page[Post]:
        """Return one page (10 to 100) of the last seven days' posts for ``query`` (<= 512)."""

    def count(self, query: str, *, window: Window | None = None) -> int:
        """Return how many posts ``search`` would give (not every server can say)."""

    def create_list(self, name: str, description: str, *, private: bool) -> XList:
        """Create a list of the signed-in account."""

    def delete_list(self, list_id: str) -> None:
        """Delete a list of the signed-in account, for everybody and for good."""

    def add_member(self, list_id: str, user_id: str) -> bool:
        """Add one member; return X's own ``is_member`` afterwards."""

    def remove_member(self, list_id: str, user_id: str) -> bool:
        """Remove one member; return X's own ``is_member`` afterwards."""
