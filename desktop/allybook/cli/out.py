"""What a command prints: stable JSON and CSV for scripts, plain tables for people."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, TextIO

import msgspec
from msgspec import Struct

from allybook.domain.errors import Unprinted
from allybook.domain.spoken import as_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

LOT = 1_000
"""Rows printed in one go."""
ROW_END = "\r\n"
"""How a row ends as Python's csv writes it."""
JOINERS = "\u200c\u200d"
"""Without them emoji fall apart, and words of Persian and of India."""

OBEYED = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")})
"""What terminals obey, and no page has any use for."""


class Out(Struct, frozen=True):
    """Standard output and standard error."""

    answers: TextIO
    remarks: TextIO

    def say(self, line: str) -> None:
        """Print one line of the answer, be it of names and notes that somebody else wrote."""
        with _taken():
            self.answers.write(f"{_tame(line)}\n")

    def page(self, text: str) -> None:
        """Print a whole page, letter for letter, line breaks as well."""
        with _taken():
            self.answers.write(f"{text.translate(OBEYED)}\n")

    def remark(self, line: str) -> None:
        """Print one line that is not part of the answer, whatever names are quoted in it.

        Where nobody takes it there is no other place to say so, and what was asked for goes on.
        """
        with suppress(OSError):
            self.remarks.write(f"{one_line(line)}\n")

    def flush(self) -> None:
        """Hand over what was printed; ``Unprinted`` where nothing more can be taken."""
        with _taken():
            self.answers.flush()

    def json(self, value: object) -> None:
        """Print one JSON value."""
        with _taken():
            self.answers.write(f"{_json(value)}\n")

    def json_rows(self, rows: Iterable[object]) -> None:
        """Print one JSON array as ``json`` does, but some rows at a time, be they a million."""
        coming, before = iter(rows), "["
        with _taken():
            while lot := list(islice(coming, LOT)):
                self.answers.write(f"{before}\n{_json(lot)[2:-2]}")
                before = ","
            self.answers.write("[]\n" if before == "[" else "\n]\n")

    def csv(self, rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> None:
        """Print rows as CSV, to be read back without loss; a list becomes words with spaces."""
        import csv  # noqa: PLC0415 (neither the window nor most commands write any)

        from allybook.domain.formulas import as_cell, defuse  # noqa: PLC0415

        def fit(value: object) -> str:
            """Return a value as a cell that is no formula and can be read back."""
            return defuse(as_cell(value)).replace("\0", "\ufffd")

        writer = csv.writer(_Lines(self.answers))
        with _taken():
            writer.writerow(columns)
            writer.writerows([fit(row[column]) for column in columns] for row in rows)

    def table(self, rows: Sequence[Sequence[str]], head: Sequence[str]) -> None:
        """Print aligned columns under their heads."""
        lines = [list(head), *([one_line(cell) for cell in row] for row in rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            self.say("  ".join(cells).rstrip())


class _Lines:
    """What the csv writer writes to, so that its rows end as all lines do.

    The writer puts in quotes what holds a sign of its own row ends, and either ends a row for who
    reads: so it must not be told of others.
    """

    def __init__(self, answers: TextIO) -> None:
        self._answers = answers

    def write(self, line: str, /) -> int:
        """Write one row as one line; return how many signs it took."""
        return self._answers.write(f"{line.removesuffix(ROW_END)}\n")


@contextmanager
def _taken() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # Whoever read has read enough: that is not a failure of the disk.
        raise
    except OSError as error:
        raise Unprinted(
            f"The answer could not be printed ({error.strerror or error}): what was asked for may "
            "well be done by now, so look before you ask for it again, and print it elsewhere."
        ) from error


def _json(value: object) -> str:
    """Return JSON with one value a line."""
    try:
        text = msgspec.json.encode(value, enc_hook=as_plain)
        return msgspec.json.format(text, indent=1).decode()
    except UnicodeEncodeError:
        # Half an emoji, which a file can hold, is no UTF-8; ``json`` writes it all the same.
        import json  # noqa: PLC0415 (few files do)

        return json.dumps(value, ensure_ascii=False, indent=1)


def one_line(text: str) -> str:
    """Return text without line breaks and control characters, which terminals would obey."""
    return " ".join(_tame(text).split())


def _tame(text: str) -> str:
    """Return text with a space for each character that no letter shows: all stays in its place."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in JOINERS else " " for c in text)


def moment(when: datetime) -> str:
    """Return a time as ISO 8601 in UTC, to the second."""
    return when.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def dollars(amount: Decimal) -> float:
    """Return dollars as a JSON number, exact to a tenth of a cent."""
    return float(round(amount, 6))
