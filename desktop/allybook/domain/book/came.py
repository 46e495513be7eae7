"""What comes of adding one account to a book by one press."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from allybook.domain.book.entry import Entry


class Came(StrEnum):
    """What came of adding an account.

    ``ALLY`` is an ally now, ``THERE`` was one before, ``OUT`` opted out or was erased. The others
    wait in the inbox: a ``PERSON``, one whose bio says ``NO_LISTS``, one who was ``DECLINED``.
    """

    ALLY = "ally"
    THERE = "there"
    OUT = "out"
    PERSON = "person"
    NO_LISTS = "no_lists"
    DECLINED = "declined"


class Added(Struct, frozen=True):
    """What came of it, by which entries (none where nothing changed), and why one was declined."""

    came: Came
    entries: tuple[Entry, ...] = ()
    reason: str = ""
