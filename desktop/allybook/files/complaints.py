"""Why a record could not be used, in words for the person who owns the file."""

from __future__ import annotations

import re

import msgspec

UNFIT = (ValueError, RecursionError)
"""What decoding one record may raise: malformed, of another shape, or ``Unfit``."""


_PLACE = re.compile(r" - at `\$(?P<place>[^`]*)`$")
_MISSING = re.compile(r"missing required field `(?P<name>[^`]*)`")
_NUMBER = re.compile(r"\[[^\]]*\]")


class Unfit(ValueError):
    """A record is well written but lacks what it is for; its message is for the person."""


def explain(error: Exception) -> str:
    """Return why a record was left out."""
    match error:
        case Unfit():
            return str(error)
        case msgspec.ValidationError():
            return _misfit(str(error))
        case msgspec.DecodeError():
            # What the library says of it is about bytes, and helps nobody who owns the file.
            return "it is damaged"
        case UnicodeDecodeError():
            return "it holds bytes that are no text (UTF-8)"
        case RecursionError():
            return "it is nested deeper than X writes"
        case _:
            return f"it is damaged ({error})"


def _misfit(told: str) -> str:
    """Return by its place which part is missing or of another kind, as ``told`` by the library."""
    found, missing = _PLACE.search(told), _MISSING.search(told)
    place = _NUMBER.sub("", found["place"] if found else "").strip(".")
    if missing:
        name = f"{place}.{missing['name']}".strip(".")
        return f"“{name}” is missing"
    if place:
        return f"“{place}” is of another kind than X writes"
    return "it is of another kind than X writes"
