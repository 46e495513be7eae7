"""Which column of a table is what: by its heading, else by what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book.cells import unwrap
from allybook.domain.people.handles import find_names
from allybook.files.tables.cells import SEPARATORS, sample_rows
from allybook.files.tables.head import Head, find_head, names_plainly
from allybook.files.tables.headings import HEADINGS, LIKE, WEAK, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHARE = 0.5
"""Which share of its cells must name someone, for a column without a heading that says so."""
FEWEST_ROWS = 2


class Columns(Struct, frozen=True):
    """The places of the known columns, where the table begins, and whether by headings."""

    places: Mapping[str, int]
    headed: bool
    head: Head = field(default_factory=Head)

    def cell(self, row: Sequence[str], column: str) -> str:
        """Return one cell without the white space around it; empty where there is none."""
        place = self.places.get(column, len(row))
        return row[place].strip() if place < len(row) else ""

    def id(self, row: Sequence[str], column: str) -> str:
        """Return one cell that is an id, without what a spreadsheet needs around it."""
        return unwrap(self.cell(row, column))

    @property
    def holds_accounts(self) -> bool:
        """Return whether each row names an account."""
        return "handle" in self.places or "user_id" in self.places

    @property
    def holds_posts(self) -> bool:
        """Return whether each row is a post with all that a post must have."""
        return self.tells_posts and "author_id" in self.places

    @property
    def tells_posts(self) -> bool:
        """Return whether each row is of a post, be its author told or not."""
        dated = "post_id" in self.places or "post_url" in self.places
        return dated and "text" in self.places


def guess_table(text: str) -> tuple[str, Columns] | None:
    """Return the separator and the columns that the beginning of a file suggests.

    None where it is no table of posts or accounts.
    """
    best: tuple[tuple[int, int], str, Columns] | None = None
    for separator in SEPARATORS:
        rows = sample_rows(text, separator)
        columns = guess_columns(rows)
        rank = (len(columns.places), len(rows[columns.head.above])) if columns else (0, 0)
        if columns and (best is None or rank > best[0]):
            best = (rank, separator, columns)
    return best[1:] if best else None


def guess_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return what the columns of some first rows are, or None where nobody is named in them."""
    head = find_head(rows)
    columns = _guess(head.trim(rows))
    return replace(columns, head=head) if columns else None


def _guess(rows: Sequence[Sequence[str]]) -> Columns | None:
    cells, below = list(rows[0]) if rows else [], rows[1:]
    places = _by_heading([joined(cell) for cell in cells])
    at = places.get("handle", -1)
    if at >= 0 and below and joined(cells[at]) == "author" and _share(below, at, bare=True) < 1:
        # Names, of which those of one word look like handles.
        del places["handle"]
    headed = bool(set(places) - WEAK) or any(map(LIKE.search, cells))
    if headed and not names_plainly(cells):
        place = places.get("handle", _by_likeness(cells, below, places))
        if place is not None and (not below or _share(below, place, bare=True) > 0):
            places["handle"] = place
        columns = Columns(_with_ids(places), headed=True)
        if columns.tells_posts or columns.holds_accounts:
            return columns
    return _without_headings(rows)


def _without_headings(rows: Sequence[Sequence[str]]) -> Columns | None:
    widths = {len(row) for row in rows}
    if len(rows) < FEWEST_ROWS or len(widths) > 1 or widths == {1}:
        return None
    place = _by_content(rows)
    if place is None:
        return None
    headed = not find_names(rows[0][place], bare=False).handles
    return Columns({"handle": place}, headed=headed)


def _by_heading(headings: Sequence[str]) -> dict[str, int]:
    """Return the place of each known column, where it is called by the most trusted name."""
    found = {
        column: next((headings.index(name) for name in names if name in headings), -1)
        for column, names in HEADINGS.items()
    }
    return {column: place for column, place in found.items() if place >= 0}


def _by_likeness(
    headings: Sequence[str], below: Sequence[Sequence[str]], places: Mapping[str, int]
) -> int | None:
    """Return a column whose heading speaks of handles and whose cells do, or None.

    In a table of posts the address of a post names its author, and its text many others.
    """
    like = [place for place, heading in enumerate(headings) if LIKE.search(heading)]
    sure = [place for place in like if _share(below, place, bare=True) >= SHARE]
    if sure:
        return sure[0]
    is_of_posts = Columns(_with_ids(dict(places)), headed=True).tells_posts
    return places.get("post_url") if is_of_posts else _by_content(below)


def _by_content(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the column that most plainly (with @ or by address) names accounts, or None."""
    shares = [_share(rows, place, bare=False) for place in range(max(map(len, rows), default=0))]
    best = max(shares, default=0)
    return shares.index(best) if best >= SHARE else None


def _share(rows: Sequence[Sequence[str]], place: int, *, bare: bool) -> float:
    cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
    naming = [cell for cell in cells if find_names(cell, bare=bare).handles]
    return len(naming) / len(cells) if cells else 0


def _with_ids(places: dict[str, int]) -> dict[str, int]:
    """Return the places, with an ``id`` and a user's id as what they are of.

    Where there is a text, they are of the post and of its author; else of the account.
    """
    posts = "text" in places
    meant = "post_id" if posts else "user_id"
    named = {meant: places["id"], **places} if "id" in places else places
    if posts and "post_id" in named and "user_id" in named:
        return {"author_id": named["user_id"], **named}
    return named
