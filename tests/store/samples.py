"""Short ways to make posts, accounts and allies for the tests of the store."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Author, Entry, Kind, Stamp, Status
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post
from allybook.domain.reading.sources import Origin, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

MORNING = datetime(2026, 3, 30, 8, tzinfo=UTC)
HOME = Source(Origin.HOME)
CHAT = Source(Origin.CHAT, "swhelper")
ANA = Author("Ana", "laptop-1")


def a_post(post_id: int = 1, text: str = "Homes for everyone", **facts: object) -> Post:
    given = {"author_id": "10", "created_at": MORNING, **facts}
    return Post(post_id=str(post_id), text=text, **given)


def an_account(user_id: int = 10, handle: str = "saferoof", **facts: object) -> Account:
    return Account(str(user_id), handle, **facts)


def an_ally(key: str = "10", handle: str = "SafeRoof", **facts: object) -> Ally:
    given = {
        "user_id": key if key.isdigit() else None,
        "kind": Kind.ORGANISATION,
        "status": Status.APPROVED,
        **facts,
    }
    return Ally(key, handle, **given)


def an_entry(
    number: int, ally: str = "@saferoof", fields: Mapping[str, str] | None = None, **facts: object
) -> Entry:
    given = {"at": Stamp(1_774_000_000_000 + number), "by": ANA, **facts}
    return Entry(f"{number:026}", "book-1", ally, set=fields or {}, **given)
