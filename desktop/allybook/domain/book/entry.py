"""One immutable change to one ally; a book is the set of its entries."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

Fields = Mapping[str, str]
Elements = Mapping[str, tuple[str, ...]]


class Kind(StrEnum):
    """What an ally is."""

    ORGANISATION = "organisation"
    PERSON = "person"
    HASHTAG = "hashtag"


class Status(StrEnum):
    """Where an ally stands in a book. Opted out is for ever."""

    NOMINATED = "nominated"
    APPROVED = "approved"
    DECLINED = "declined"
    REMOVED = "removed"
    OPTED_OUT = "opted_out"


class Field(StrEnum):
    """What an entry may ``set`` to one value."""

    HANDLE = "handle"
    USER_ID = "user_id"
    KIND = "kind"
    CATEGORY = "category"
    STATUS = "status"
    REASON = "reason"
    # Who thought of the ally, where a table told so and somebody else brought it in.
    NOMINATED_BY = "nominated_by"
    # The key of the record that this one goes on as, once the user id is known.
    ALIAS = "alias"


class Bag(StrEnum):
    """What an entry may ``add`` to and ``drop`` from: sets of words.

    What an ``evidence`` word says is in ``domain.book.evidence``.
    """

    TAGS = "tags"
    HASHTAGS = "hashtags"
    EVIDENCE = "evidence"


class Stamp(Struct, frozen=True, order=True):
    """A hybrid logical clock reading: milliseconds since 1970 UTC, then a counter."""

    milliseconds: int
    counter: int = 0


class Author(Struct, frozen=True):
    """Who wrote an entry: a person's name and the device it was written on."""

    person: str
    device: str


class Entry(Struct, frozen=True):
    """One change to one ally, never altered once written.

    ``entry_id`` is time-ordered and random (26 characters); ``ally`` is the record key: the user id
    as text, else ``@`` and the lower-cased handle, or ``#`` and the lower-cased hashtag.
    ``seen`` names, for each field, the entries whose value this one replaces, and for each word
    dropped (``tags:housing``) the entries whose adding it undoes.
    ``undoes`` is the entry that this one takes back. ``erased`` marks an erasure: every other
    entry of the same ally is void.
    """

    entry_id: str
    book: str
    ally: str
    at: Stamp
    by: Author
    set: Fields = field(default_factory=dict)
    add: Elements = field(default_factory=dict)
    drop: Elements = field(default_factory=dict)
    note: str = ""
    seen: Elements = field(default_factory=dict)
    undoes: str | None = None
    erased: bool = False
