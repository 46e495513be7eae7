"""Whom the table shows: those of a place, as far as they fit what is typed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.book.asked import parse_ally_filter, statuses_in
from allybook.domain.errors import FilterError
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.people.accounts import Standing
from allybook.services.books.sift import AllySift, KnownBeside
from allybook.ui.models.allies import Listed
from allybook.ui.models.signs import AllyStatus
from allybook.ui.tabs.allies.places import marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.check.followback import Answer
    from allybook.domain.filters.tree import Node
    from allybook.domain.people.accounts import Face
    from allybook.ui.tabs.allies.rows import LightRows

LISTED = {Listed.ON_LIST: "on_list", Listed.LEAVING: "on_list", Listed.WAITING: "waiting"}
STANDINGS = {Standing.SUSPENDED: "suspended", Standing.GONE: "gone"}


KEPT = 16


class Sifting:
    """Filters the rows laid last; texts are folded when somebody first types, or ``prime``s."""

    def __init__(self) -> None:
        self._rows: LightRows | None = None
        self._sift: AllySift | None = None
        self._places: dict[tuple[str, frozenset[AllyStatus]], bytes] = {}

    def lay(self, rows: LightRows) -> None:
        """Filter these rows from now on."""
        if rows is not self._rows:
            self._rows, self._sift = rows, None
            self._places.clear()

    @property
    def ready(self) -> bool:
        """Return whether the texts are folded."""
        return self._sift is not None

    def take(self, rows: LightRows, sift: AllySift) -> None:
        """Take what was made ready elsewhere, if it is still about the rows at hand."""
        if rows is self._rows:
            self._sift = sift

    def marks(self, place: str, typed: str) -> bytes:
        """Return a byte for each row, 1 where it is shown; ``FilterError`` says what is wrong."""
        rows = self._rows
        here = self.here(place, typed)
        if rows is None or not typed.strip():
            return here
        if self._sift is None:
            self._sift = ready(rows)
        node = understood(typed)
        return here if node == EVERYTHING else _both(here, self._sift.marks_of(node))

    def here(self, place: str, typed: str) -> bytes:
        """Return a byte for each row, 1 where the place holds it.

        A status that is typed widens the place; ``FilterError`` says what is wrong.
        """
        if self._rows is None:
            return b""
        asked = frozenset(map(AllyStatus, statuses_in(understood(typed))))
        if (place, asked) not in self._places:
            self._places[place, asked] = marks(place, self._rows, asked)
        return self._places[place, asked]

    def marks_so_far(self, place: str, typed: str) -> tuple[bytes, FilterError | None]:
        """Return the marks of what is understood, and what is not: a word may be half written."""
        try:
            return self.marks(place, typed), None
        except FilterError as error:
            cut = min(error.start, len(typed) - 1)
            understood, _ = self.marks_so_far(place, typed[:cut])
            return understood, error


@lru_cache(maxsize=KEPT)
def understood(typed: str) -> Node:
    """Return the tree of a filter: each letter is asked about several times."""
    return parse_ally_filter(typed)


def ready(rows: LightRows) -> AllySift:
    """Return a filter for these rows with their texts folded: dear for very many."""
    rows.prime()
    return AllySift(rows.lines, beside(rows))


def beside(rows: LightRows) -> Mapping[str, KnownBeside]:
    """Return by record key what X told of those whom it told anything of."""
    answers, more = rows.answers(), rows.words()
    told: dict[str, KnownBeside] = {}
    for place, line in enumerate(rows.lines):
        face = rows.faces.get(line.user_id or "")
        words = _words(line.handle, face, answers[place], rows.listed(place))
        words |= more.get(line.user_id or "", words)
        if face is not None:
            told[line.key] = KnownBeside(face.name, face.handle, words)
        elif words:
            told[line.key] = KnownBeside(words=words)
    return told


def _words(
    handle: str, face: Face | None, answer: Answer | None, listed: Listed | None
) -> frozenset[str]:
    words = {answer.value} if answer else set()
    if listed is not None:
        words.add(LISTED[listed])
    if face is None:
        return frozenset(words)
    if face.private:
        words.add("private")
    if face.standing in STANDINGS:
        words.add(STANDINGS[face.standing])
    if handle and face.handle and handle.lower() != face.handle.lower():
        words.add("renamed")
    return frozenset(words)


def _both(one: bytes, other: bytes) -> bytes:
    both = int.from_bytes(one, "big") & int.from_bytes(other, "big")
    return both.to_bytes(len(one), "big")
