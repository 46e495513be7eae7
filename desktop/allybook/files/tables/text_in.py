"""Handles in: a text with one on each line, or with some among other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import UnreadableFile
from allybook.domain.people.accounts import USER_ID, Account
from allybook.domain.people.handles import SURE_ID, find_names, is_list
from allybook.domain.spoken import speak
from allybook.files.lines import read_lines
from allybook.files.sheaf import Sheaf
from allybook.files.text import open_text
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from allybook.ports.files import Lump

LONGEST_LINE = 1_000_000
SHOWN = 60


class TextImporter:
    """One text."""

    kind = "handles"
    made_at: datetime | None = None

    def __init__(self, path: Path) -> None:
        self._path = path

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield handles, hashtags and (as accounts) ids; a line without any is bad.

        A word alone on its line is a handle where the whole text is a list, and no letter or chat.
        A short number can be a telephone number or a date as well: it is an id where the address
        says so, or where one line of the text is an id for certain.
        """
        sheaf, empty, sure, bare = Sheaf(), True, self._has_sure_id(), self._is_list()
        with open_text(self._path) as text:
            for number, line in read_lines(text, LONGEST_LINE):
                took = _take(line or "", sheaf, sure=sure, bare=bare)
                if not took and (line is None or line.strip()):
                    bad(BadRecord(self._path.name, number, _why(line)))
                if sheaf.is_full():
                    yield sheaf.bind()
                    empty = False
        if len(sheaf):
            yield sheaf.bind()
        elif empty:
            raise UnreadableFile(
                speak("There is no handle or hashtag in “{name}”.", name=self._path.name)
            )

    def _has_sure_id(self) -> bool:
        with open_text(self._path) as text:
            lines = (line.strip() for _, line in read_lines(text, LONGEST_LINE) if line)
            return any(len(one) >= SURE_ID and USER_ID.fullmatch(one) for one in lines)

    def _is_list(self) -> bool:
        with open_text(self._path) as text:
            return is_list(line for _, line in read_lines(text, LONGEST_LINE) if line)


def _take(line: str, sheaf: Sheaf, *, sure: bool, bare: bool) -> bool:
    """Add what a line names to the sheaf; return whether there was anything."""
    found = find_names(line, bare=bare)
    sheaf.name(found.handles, found.hashtags)
    ids = found.user_ids
    if ids and not sure:
        told = find_names(line, bare=False).user_ids
        ids = tuple(one for one in ids if len(one) >= SURE_ID or one in told)
    for user_id in ids:
        sheaf.accounts.setdefault(user_id, Account(user_id, ""))
    return bool(found.handles or found.hashtags or ids)


def _why(line: str | None) -> str:
    if line is None:
        return f"the line is longer than {LONGEST_LINE:,} letters"
    words = line.strip()
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return f"“{shown}” is not a handle, a hashtag or an address on X"
