"""X Lists in X's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.lists import XList
from allybook.gateway.decode.item import plain

if TYPE_CHECKING:
    from allybook.gateway.decode.item import Item


def list_of(item: Item, owner_id: str | None = None) -> XList:
    """Return a list; ``owner_id`` is who owns it where the question told and X does not say."""
    return XList(
        list_id=item.own_id(),
        name=plain(item.text("name")),
        description=plain(item.text("description")),
        private=item.choice("private"),
        owner_id=item.id("owner_id") or owner_id,
        members=item.number("member_count"),
        followers=item.number("follower_count"),
        created_at=item.moment("created_at"),
    )
