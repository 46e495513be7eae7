"""Entries and folds as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_type_hints

import msgspec

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Entry

# Ally names its Mapping for type checkers only, so the decoder has to be told.
_Folded = msgspec.defstruct(
    "_Folded", list(get_type_hints(Ally, localns={"Mapping": Mapping}).items())
)
_encode = msgspec.json.Encoder().encode
_decode_entry = msgspec.json.Decoder(Entry).decode
_decode_ally = msgspec.json.Decoder(_Folded).decode


def pack_entry(entry: Entry) -> str:
    """Return an entry as JSON, whole."""
    return _encode(entry).decode()


def unpack_entry(packed: str) -> Entry:
    """Return the entry, equal to the one that went in."""
    return _decode_entry(packed)


def pack_ally(ally: Ally) -> str:
    """Return the fold of a record as JSON."""
    return _encode(ally).decode()


def unpack_ally(packed: str) -> Ally:
    """Return the fold, equal to the one that went in."""
    return Ally(*msgspec.structs.astuple(_decode_ally(packed)))
