"""Accounts, as X shows them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from datetime import datetime

HANDLE = expression(r"[A-Za-z0-9_]{1,15}")
USER_ID = expression(r"[1-9][0-9]{0,17}|[1-8][0-9]{18}")
"""An id of an account, or of a post: they carry their time, and those above are of after 2078.

X writes no zeros before an id, and nobody has 0.
"""


class Connection(StrEnum):
    """How the signed-in account and another stand to each other (X's ``connection_status``)."""

    FOLLOWING = "following"
    FOLLOWED_BY = "followed_by"
    FOLLOW_REQUEST_SENT = "follow_request_sent"
    FOLLOW_REQUEST_RECEIVED = "follow_request_received"
    BLOCKING = "blocking"
    MUTING = "muting"


class Standing(StrEnum):
    """What became of an account."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    GONE = "gone"


class Account(Struct, frozen=True):
    """One account as X last showed it.

    ``user_id`` is its identity (text, digits); ``handle`` has no @ and keeps its case, and is
    empty where only the id is known (archives). Counts are None where X did not say.
    ``connections`` is None when it was not asked for, or X could not tell it; empty when X said
    that there is none.
    """

    user_id: str
    handle: str
    name: str = ""
    bio: str = ""
    private: bool = False
    verified: bool = False
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    listed: int | None = None
    created_at: datetime | None = None
    latest_post_id: str | None = None
    connections: frozenset[Connection] | None = None
    standing: Standing = Standing.ACTIVE


class Face(NamedTuple):
    """As much of an account as a table of many shows and sorts by; a tuple, since it is quick.

    ``handle`` and ``name`` are empty where X never told them.
    """

    user_id: str
    handle: str = ""
    name: str = ""
    private: bool = False
    standing: Standing = Standing.ACTIVE
    latest_post_id: str = ""


def called(handle: str, user_id: str) -> str:
    """Return how a text names an account: ``@ana``, or ``account 11`` without a handle."""
    return f"@{handle}" if handle else f"account {user_id}"


class Reason(StrEnum):
    """Why X did not show something."""

    GONE = "gone"
    SUSPENDED = "suspended"
    PRIVATE = "private"
    OTHER = "other"


GONE = frozenset({Reason.GONE, Reason.SUSPENDED})
"""Reasons that say what became of something; any other may be another tomorrow."""


class Problem(Struct, frozen=True):
    """One account or post that X named in ``errors`` instead of showing it.

    ``resource`` is the id or handle that was asked for, as asked.
    """

    resource: str
    reason: Reason
    detail: str = ""
