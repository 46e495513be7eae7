"""Entries and folds as JSON."""

from __future__ import annotations

import msgspec

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Entry
from allybook.domain.book.line import AllyLine

_encode = msgspec.json.Encoder().encode
_decode_entry = msgspec.json.Decoder(Entry).decode
_decode_ally = msgspec.json.Decoder(Ally).decode
_decode_lines = msgspec.json.Decoder(list[AllyLine]).decode


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


def pack_line(line: AllyLine) -> str:
    """Return a line as JSON, without names."""
    return _encode(line).decode()


def unpack_lines(packed: str | None) -> list[AllyLine]:
    """Return lines with commas between them, equal to those that went in; None for none."""
    return _decode_lines(f"[{packed or ''}]")
