"""X's ids: text to the program, whole numbers to SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeVar

    T = TypeVar("T")

HIGHEST = 2**63 - 1
LONGEST = 100
"""No id has so many digits, even with zeros before it."""
_LISTS = msgspec.json.Encoder()


def number(text: str) -> int:
    """Return an id as a number; ``BadInput`` for what is none (X's ids have 63 bits)."""
    try:
        if text.isascii() and text.isdigit() and (found := int(text)) <= HIGHEST:
            return found
    except ValueError as error:
        # Python reads no number of thousands of digits.
        raise _refuse(text[:LONGEST]) from error
    raise _refuse(text)


def _refuse(text: str) -> BadInput:
    return BadInput(
        speak(
            "{text!r} is not an id of X: those are numbers up to {highest}; nothing saved.",
            text=text,
            highest=HIGHEST,
        )
    )


def number_or_none(text: str | None) -> int | None:
    """Return an id as a number, or None for none."""
    return None if text is None else number(text)


def text_or_none(found: int | None) -> str | None:
    """Return a number as an id, or None for none."""
    return None if found is None else str(found)


def known_numbers(texts: Iterable[str]) -> list[int]:
    """Return those of ``texts`` that can be ids, for questions: other words are found nowhere."""
    return [
        found
        for text in texts
        if len(text) <= LONGEST and text.isascii() and text.isdigit()
        if (found := int(text)) <= HIGHEST
    ]


def listed(values: Iterable[int] | Iterable[str]) -> str:
    """Return many values as one binding, to be read by SQLite's ``json_each``."""
    told = list(values)
    try:
        return _LISTS.encode(told).decode()
    except UnicodeEncodeError:
        import json  # noqa: PLC0415 (half an emoji is no UTF-8; hardly anybody looks for one)

        return json.dumps(told)


def batches(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut a long sequence into parts of at most ``size``."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
