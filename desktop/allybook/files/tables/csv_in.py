"""Tables in: TAGS and other tables of posts, and anything with handles in it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from allybook.domain.book.cells import are_rounded, is_cut, unwrap
from allybook.domain.book.entry import Kind
from allybook.domain.errors import UnreadableFile
from allybook.domain.people.accounts import USER_ID, Account
from allybook.domain.people.handles import find_names
from allybook.domain.spoken import speak, speak_list
from allybook.files.complaints import Unfit, explain
from allybook.files.sheaf import Sheaf
from allybook.files.tables.csv_posts import COUNTS, ROUNDED, Rounded, read_count, read_post
from allybook.files.tables.head import SUM, is_sum
from allybook.ports.files import BadRecord, Lump

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from allybook.domain.spoken import Pattern
    from allybook.files.tables.cells import Row, Rows
    from allybook.files.tables.columns import Columns

_NAMES_ALONE: Pattern = (
    "Its rows are no posts here, since the id of the author is missing; only names were taken."
)
_NOTHING: Pattern = "No row of “{name}” holds a post or a handle."
_AUTHORLESS: Pattern = (
    "The posts in “{name}” do not say who wrote them, so nothing was read: give a table with the "
    "user ids of their authors."
)
_ROUNDED: Pattern = (
    "A spreadsheet has rounded the ids in “{name}” (as in 1.62E+18), so no post can be told from "
    "another: open the file as it came from X by Data, From Text/CSV, choose Text for the columns "
    "of ids, and save it anew. Nothing was read."
)
_ROUNDED_IDS: Pattern = (
    "A spreadsheet has rounded the user ids in “{name}” (as in 1.62E+18), so they say nobody and "
    "were left out; only names were taken."
)
IDS = ("post_id", "author_id", "user_id", "reply_to", "reply_to_user")
LOOKED_AT = 200
"""So many first rows tell whether ids are rounded."""


class CsvImporter:
    """One table, whatever its rows come from: CSV, an Excel workbook (``xlsx``) or JSON."""

    made_at: datetime | None = None

    def __init__(self, name: str, table: Rows, columns: Columns, kind: str = "csv") -> None:
        self.kind = kind
        self._table = table
        self._name = name
        self._columns = columns
        self._odd: dict[str, str] = {}

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield posts with their authors, or the handles, ids and hashtags of the rows.

        A handle whose row tells its id comes twice: as a handle, and in ``accounts`` with the id.
        """
        take = self._take_post if self._columns.holds_posts else self._take_account
        remark, rows = self._begin(bad)
        if remark:
            yield Lump(remark=remark)
        sheaf, empty, rounded = Sheaf(), True, False
        for line, row in rows:
            try:
                take(row, sheaf)
            except Unfit as error:
                rounded = rounded or isinstance(error, Rounded)
                bad(BadRecord(self._name, line, explain(error)))
            if sheaf.is_full():
                yield sheaf.bind()
                empty = False
        if self._odd:
            yield Lump(remark=self._tell_odd())
        if len(sheaf):
            yield sheaf.bind()
        elif empty and not self._is_blank():
            raise UnreadableFile(speak(self._why_empty(rounded=rounded), name=self._name))

    def _is_blank(self) -> bool:
        """Return whether nothing at all stands below the headings, as where nobody was found."""
        bad: list[BadRecord] = []
        return self._columns.headed and not any(self._rows(bad.append)) and not bad

    def _why_empty(self, *, rounded: bool) -> Pattern:
        """Return why not a single row could be read."""
        if rounded:
            return _ROUNDED
        columns = self._columns
        return _AUTHORLESS if columns.tells_posts and not columns.holds_posts else _NOTHING

    def _begin(self, bad: Callable[[BadRecord], None]) -> tuple[str, Iterator[Row]]:
        """Return what is to be said of the table, and its rows, with rounded ids shown as such."""
        columns = self._columns
        first = list(islice(self._rows(lambda _bad: None), LOOKED_AT))
        spoiled = self._rounded_columns([row for _, row in first])
        rows = _unrounded(self._rows(bad), spoiled) if spoiled else self._rows(bad)
        if columns.holds_posts:
            return columns.head.remark, rows
        ids = (columns.cell(row, "user_id") for _, row in _unrounded(first, spoiled))
        if any(map(ROUNDED.fullmatch, ids)):
            return speak(_ROUNDED_IDS, name=self._name), rows
        return speak(_NAMES_ALONE) if columns.tells_posts else columns.head.remark, rows

    def _rows(self, bad: Callable[[BadRecord], None]) -> Iterator[Row]:
        return self._columns.head.below(self._table.rows(bad), headed=self._columns.headed)

    def _rounded_columns(self, rows: Sequence[Sequence[str]]) -> Collection[int]:
        """Return the places of the columns of ids that a spreadsheet has rounded."""
        places = (at for name, at in self._columns.places.items() if name in IDS)
        return [at for at in places if are_rounded(row[at] for row in rows if at < len(row))]

    def _take_post(self, row: Sequence[str], sheaf: Sheaf) -> None:
        post, author = read_post(row, self._columns)
        for name in COUNTS:
            told = self._columns.cell(row, name)
            if told and name not in self._odd and read_count(told) is None:
                self._odd[name] = told
        sheaf.posts.append(post)
        sheaf.accounts[author.user_id] = author

    def _tell_odd(self) -> str:
        """Return which counts were left out: one of each column."""
        headings, places = self._columns.head.headings, self._columns.places
        called = {name: headings[at] for name, at in places.items() if at < len(headings)}
        told = [
            speak("“{cell}” under “{heading}”", cell=cell, heading=called.get(name, name))
            for name, cell in self._odd.items()
        ]
        return speak(
            "Some counts are no numbers and were left out: {counts}.", counts=speak_list(told)
        )

    def _take_account(self, row: Sequence[str], sheaf: Sheaf) -> None:
        if is_sum(row):
            raise Unfit(SUM)
        cell = self._columns.cell(row, "handle")
        tagged = self._columns.cell(row, "kind").casefold() == Kind.HASHTAG
        found = find_names(f"#{cell.lstrip('#')}" if tagged else cell)
        user_id = self._columns.id(row, "user_id") or self._columns.id(row, "author_id")
        known = USER_ID.fullmatch(user_id) is not None
        if not (found.handles or found.hashtags or found.user_ids or known):
            raise Unfit(f"“{cell}” is not a handle" if cell else "the row names nobody")
        sheaf.name(found.handles, found.hashtags)
        ids = (user_id, *found.user_ids) if known else found.user_ids
        handle = found.handles[0] if len(found.handles) == 1 and known else ""
        for number in ids:
            name = self._columns.cell(row, "name") if number == user_id else ""
            sheaf.accounts[number] = Account(number, handle if number == user_id else "", name)


def _unrounded(rows: Iterable[Row], places: Collection[int]) -> Iterator[Row]:
    """Yield rows in which a rounded id is written as a spreadsheet shows it (``1.62031E+18``)."""
    for line, row in rows:
        cells = list(row)
        for at in places:
            number = unwrap(cells[at].strip()) if at < len(cells) else ""
            if number.isdecimal() and is_cut(number):
                cells[at] = f"{int(number):.5E}"
        yield line, cells
