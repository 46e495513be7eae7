"""Entries and folds as JSON."""

from __future__ import annotations

import msgspec

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Entry

_encode = msgspec.json.Encoder().encode
_decode_entry = msgspec.json.Decoder(Entry).decode
_decode_ally = msgspec.json.Decoder(Ally).decode


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
    return _decode_ally(packed)
