"""Accounts in X's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.people.accounts import Account, Connection
from allybook.gateway.decode.item import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from allybook.gateway.decode.item import Item

CONNECTIONS = {connection.value: connection for connection in Connection}


def account_of(item: Item, untold: Collection[str] = ()) -> Account:
    """Return an account, asked for with ``connection_status``.

    X leaves that key out where there is no relation, so a missing one means none, not unknown
    (xdevplatform/twitter-api-typescript-sdk, issue 89), but for the ``untold`` (ids and handles;
    an empty word stands for all): of these it says that it does not tell. Words that it may add
    later are passed by.
    """
    counts = item.part("public_metrics")
    status = item.words("connection_status")
    handle = item.text("username")
    unknown = not status and not {"", item.told_id, handle.lower()}.isdisjoint(untold)
    return Account(
        user_id=item.own_id(),
        handle=handle,
        name=plain(item.text("name")),
        bio=plain(item.text("description")),
        private=item.flag("protected"),
        verified=item.flag("verified"),
        followers=counts.number("followers_count"),
        following=counts.number("following_count"),
        posts=counts.number("tweet_count", "post_count"),
        listed=counts.number("listed_count"),
        created_at=item.moment("created_at"),
        latest_post_id=item.id("most_recent_tweet_id", "most_recent_post_id"),
        connections=None if unknown else _connections(status),
    )


def _connections(words: Sequence[str]) -> frozenset[Connection]:
    return frozenset(CONNECTIONS[word] for word in words if word in CONNECTIONS)
