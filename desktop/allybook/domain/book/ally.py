"""An ally as the fold of its entries gives it."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - the store reads the annotations
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

from allybook.domain.book.entry import Author, Kind, Stamp, Status


class Flag(StrEnum):
    """What a reader of the book should notice about an ally."""

    BROUGHT_BACK = "brought_back"
    TWO_VERSIONS = "two_versions"


class Version(NamedTuple):
    """One of several unreplaced values of a field; a tuple, since folding makes so many."""

    entry_id: str
    value: str
    by: Author
    at: Stamp


class Note(Struct, frozen=True):
    """One dated remark."""

    entry_id: str
    text: str
    by: Author
    at: Stamp


class Ally(Struct, frozen=True):
    """One ally of a book, folded from its entries.

    ``handle`` keeps its case and has no @; for a hashtag it is the tag without #.
    ``conflicts`` holds, newest first, every unreplaced value of a field that has several.
    ``evidence`` holds ``post_id:user_id`` words. ``entries`` counts what it was folded from.
    """

    key: str
    handle: str
    user_id: str | None
    kind: Kind
    status: Status
    category: str = ""
    reason: str = ""
    tags: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    flags: frozenset[Flag] = frozenset()
    conflicts: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    first_at: Stamp = field(default_factory=lambda: Stamp(0))
    last_at: Stamp = field(default_factory=lambda: Stamp(0))
    entries: int = 0
