"""Where posts in the cache came from."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

ARCHIVE = "x-archive"
"""The kind of file that holds somebody's own posts."""
TEXT = "handles"
TABLES = frozenset({"csv", "xlsx", "json"})
"""The kinds of files that can name somebody by user id alone."""


class Origin(StrEnum):
    """The kinds of source."""

    HOME = "home"
    LIST = "list"
    BOOK = "book"
    CHAT = "chat"
    SEARCH = "search"
    OWN = "own"
    FILE = "file"


class Source(Struct, frozen=True):
    """One source: its kind and a name within that kind.

    The name is a list id, a book id, a hashtag, a filter as text, or a file name.
    """

    origin: Origin
    name: str = ""
