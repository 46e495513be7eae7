"""X Lists: the public or private mirror of a book on X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime

NAME_LIMIT = 25
DESCRIPTION_LIMIT = 100
MEMBER_LIMIT = 5_000


class XList(Struct, frozen=True):
    """One X List; ``private`` and ``owner_id`` are None where X did not say."""

    list_id: str
    name: str
    description: str = ""
    private: bool | None = None
    owner_id: str | None = None
    members: int | None = None
    followers: int | None = None
    created_at: datetime | None = None
