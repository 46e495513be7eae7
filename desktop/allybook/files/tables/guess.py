"""Guess what the columns of a table are: by their headings, and by what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.cells import unwrap
from allybook.domain.book.columns import Column, Mapped, plain, settle
from allybook.domain.book.headings import NAMES_OF_PEOPLE, column_called, kind_called
from allybook.domain.people.accounts import USER_ID
from allybook.domain.people.handles import SHORTEST_ID, SURE_ID, find_names
from allybook.files.tables.head import could_name, names_plainly
from allybook.files.tables.headings import BARE_IDS, HEADINGS, IDS_OF_POSTS, LIKE, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

MOST = 0.5
"""Which share of its cells must look like it, for a column whose heading does not say so."""
NEARLY_ALL = 0.8
TEXTS = frozenset(name.replace("_", " ") for name in HEADINGS["text"])
"""Headings beside which a bare id is that of a post."""


class _Strip(Struct, frozen=True):
    """One column of the first rows: its heading (or nothing), what that means, and its cells."""

    heading: str
    called: Column | None
    cells: tuple[str, ...]

    def share(self, test: Callable[[str], bool]) -> float:
        """Return for which share of the cells that hold something a test is true."""
        return sum(map(test, self.cells)) / len(self.cells) if self.cells else 0.0


def guess_mapping(rows: Sequence[Sequence[str]], *, headed: bool = False) -> tuple[Mapped, bool]:
    """Return what the columns of some first rows are, and whether the first row is headings.

    ``headed`` says that it is, whatever it looks like here.
    """
    width = max(map(len, rows), default=0)
    cells = [
        [row[place].strip() if place < len(row) else "" for row in rows] for place in range(width)
    ]
    # A word for an organisation stands in tables without headings as well.
    called = {column_called(column[0]) for column in cells} - {None, Column.ORGANISATION}
    headed = headed or _stands_out(cells) or (bool(called) and not names_plainly(rows[0]))
    strips = [_strip(column, headed=headed) for column in cells]
    handle = max(range(width), key=lambda place: _rank(strips[place]), default=0)
    if width and not _rank(strips[handle]):
        handle = -1
    headings = {plain(strip.heading) for strip in strips}
    guess = [
        Column.HANDLE if place == handle else _guess(strip, headings)
        for place, strip in enumerate(strips)
    ]
    return settle(guess), headed


def _strip(column: Sequence[str], *, headed: bool) -> _Strip:
    cells = tuple(cell for cell in column[headed:] if cell)
    heading = column[0] if headed else ""
    return _Strip(heading, column_called(heading), cells)


def _stands_out(cells: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row names nobody in a column that names people below it."""
    naming = [
        column for column in cells if _strip(["", *column[1:]], headed=True).share(_plainly) >= MOST
    ]
    return bool(naming) and not any(_plainly(column[0]) for column in naming)


def _rank(strip: _Strip) -> float:
    """Return how surely a column holds handles: it is called so, or is full of them."""
    if strip.called not in {None, Column.HANDLE, Column.ORGANISATION}:
        return 0.0
    by_name, like = strip.called is Column.HANDLE, bool(LIKE.search(strip.heading))
    plainly = strip.share(_plainly)
    barely = strip.share(_names if by_name else could_name) if by_name or like else 0.0
    best = max(plainly, barely)
    if best < MOST and not (by_name and (best or not strip.cells)):
        return 0.0
    return best + (0.5 if by_name else 0.25 if like else 0.125)


def _guess(strip: _Strip, headings: Collection[str]) -> Column | None:
    if strip.called is Column.HANDLE:
        return None
    if strip.called is Column.USER_ID and joined(strip.heading) in BARE_IDS:
        is_ours = TEXTS.isdisjoint(headings) and strip.share(_is_id) >= MOST
        return Column.USER_ID if is_ours else None
    if strip.called is Column.ORGANISATION:
        named = None if NAMES_OF_PEOPLE & set(headings) else strip.called
        return _by_content(strip) or named
    return strip.called or _by_content(strip)


def _by_content(strip: _Strip) -> Column | None:
    is_of_posts = joined(strip.heading) in IDS_OF_POSTS
    tests: tuple[tuple[Column, Callable[[str], bool]], ...] = (
        (Column.USER_ID, lambda cell: not is_of_posts and len(cell) >= SURE_ID and _is_id(cell)),
        (Column.KIND, lambda cell: kind_called(cell) is not None),
        (Column.TAGS, lambda cell: all(word.startswith("#") for word in cell.split())),
    )
    return next((found for found, test in tests if strip.share(test) >= NEARLY_ALL), None)


def _plainly(cell: str) -> bool:
    return bool(find_names(cell, bare=False).handles)


def _names(cell: str) -> bool:
    """Return whether a cell in a column of handles names an account or a hashtag."""
    found = find_names(cell)
    return bool(found.handles or found.hashtags) and not found.leftovers


def _is_id(cell: str) -> bool:
    number = unwrap(cell)
    return len(number) >= SHORTEST_ID and USER_ID.fullmatch(number) is not None
