"""Rows that a setting holds as JSON, written by this Allybook, an earlier or a later one.

Fields that are not known here pass. A row that cannot be read spoils no other: it is left out,
and kept where the setting is written anew, for the Allybook that can read it.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


def read_rows(text: str, row: type[T]) -> list[T]:
    """Return the rows of a setting that can be read, in their order."""
    return [one for _, one in _read(text, row) if one is not None]


def write_rows(rows: object, before: str, row: type[T]) -> str:
    """Return the text of a setting: these rows, then those ``before`` that could not be read."""
    unread = [raw for raw, one in _read(before, row) if one is None]
    return msgspec.json.encode([*msgspec.json.decode(msgspec.json.encode(rows)), *unread]).decode()


def _read(text: str, row: type[T]) -> list[tuple[object, T | None]]:
    try:
        found = msgspec.json.decode(text or "[]")
    except msgspec.DecodeError:
        found = None
    if not isinstance(found, list):
        found = [text]
    return [(raw, _as(raw, row)) for raw in found]


def _as(raw: object, row: type[T]) -> T | None:
    try:
        return msgspec.convert(raw, row)
    except msgspec.ValidationError:
        return None
