"""Tables in: TAGS and other tables of posts, and anything with handles in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind
from allybook.domain.errors import UnreadableFile
from allybook.domain.people.accounts import USER_ID, Account
from allybook.domain.people.handles import find_names
from allybook.domain.spoken import speak
from allybook.files.complaints import Unfit, explain
from allybook.files.sheaf import Sheaf
from allybook.files.tables.csv_posts import Rounded, read_post
from allybook.files.tables.head import SUM, is_sum
from allybook.ports.files import BadRecord, Lump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from allybook.domain.spoken import Pattern
    from allybook.files.tables.cells import Row, Rows
    from allybook.files.tables.columns import Columns

_NAMES_ALONE: Pattern = (
    "Its rows are no posts here, since the id of the author is missing; only names were taken."
)
_NOTHING: Pattern = "No row of “{name}” holds a post or a handle."
_ROUNDED: Pattern = (
    "A spreadsheet has rounded the ids in “{name}” (as in 1.62E+18), so no post can be told from "
    "another: open the file as it came from X by Data, From Text/CSV, choose Text for the columns "
    "of ids, and save it anew. Nothing was read."
)


class CsvImporter:
    """One table, whatever its rows come from: CSV, an Excel workbook (``xlsx``) or JSON."""

    made_at: datetime | None = None

    def __init__(self, name: str, table: Rows, columns: Columns, kind: str = "csv") -> None:
        self.kind = kind
        self._table = table
        self._name = name
        self._columns = columns

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield posts with their authors, or the handles, ids and hashtags of the rows.

        A handle whose row tells its id comes twice: as a handle, and in ``accounts`` with the id.
        """
        take = self._take_post if self._columns.holds_posts else self._take_account
        if self._columns.tells_posts and not self._columns.holds_posts:
            yield Lump(remark=speak(_NAMES_ALONE))
        elif self._columns.head.remark:
            yield Lump(remark=self._columns.head.remark)
        sheaf, empty, rounded = Sheaf(), True, False
        for line, row in self._rows(bad):
            try:
                take(row, sheaf)
            except Unfit as error:
                rounded = rounded or isinstance(error, Rounded)
                bad(BadRecord(self._name, line, explain(error)))
            if sheaf.is_full():
                yield sheaf.bind()
                empty = False
        if len(sheaf):
            yield sheaf.bind()
        elif empty:
            told = speak(_ROUNDED, name=self._name) if rounded else speak(_NOTHING, name=self._name)
            raise UnreadableFile(told)

    def _rows(self, bad: Callable[[BadRecord], None]) -> Iterator[Row]:
        return self._columns.head.below(self._table.rows(bad), headed=self._columns.headed)

    def _take_post(self, row: Sequence[str], sheaf: Sheaf) -> None:
        post, author = read_post(row, self._columns)
        sheaf.posts.append(post)
        sheaf.accounts[author.user_id] = author

    def _take_account(self, row: Sequence[str], sheaf: Sheaf) -> None:
        if is_sum(row):
            raise Unfit(SUM)
        cell = self._columns.cell(row, "handle")
        tagged = self._columns.cell(row, "kind").casefold() == Kind.HASHTAG
        found = find_names(f"#{cell.lstrip('#')}" if tagged else cell)
        user_id = self._columns.cell(row, "user_id") or self._columns.cell(row, "author_id")
        known = USER_ID.fullmatch(user_id) is not None
        if not (found.handles or found.hashtags or found.user_ids or known):
            raise Unfit(f"“{cell}” is not a handle" if cell else "the row names nobody")
        sheaf.name(found.handles, found.hashtags)
        ids = (user_id, *found.user_ids) if known else found.user_ids
        handle = found.handles[0] if len(found.handles) == 1 and known else ""
        for number in ids:
            name = self._columns.cell(row, "name") if number == user_id else ""
            sheaf.accounts[number] = Account(number, handle if number == user_id else "", name)
