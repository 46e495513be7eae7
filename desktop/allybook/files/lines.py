"""The lines of a file, however long one of them may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, AnyStr, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Words_co = TypeVar("Words_co", str, bytes, covariant=True)


class Lined(Protocol[Words_co]):
    """A file that gives its lines one by one."""

    def readline(self, limit: int, /) -> Words_co:
        """Return the rest of a line, at most ``limit`` signs of it."""


def read_lines(file: Lined[AnyStr], limit: int) -> Iterator[tuple[int, AnyStr | None]]:
    """Yield each line with its number (from 1); None instead of a line of ``limit`` or more."""
    number = 0
    while line := file.readline(limit):
        number += 1
        whole = len(line) < limit or _ends(line)
        yield number, line if whole else None
        while not whole:
            rest = file.readline(limit)
            whole = len(rest) < limit or _ends(rest)


def _ends(line: str | bytes) -> bool:
    return line.endswith("\n") if isinstance(line, str) else line.endswith(b"\n")
