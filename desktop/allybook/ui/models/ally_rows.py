"""The allies of a book in bulk: sorted by any column without making a row for each of them.

50,000 rows take half a second to make, and a screen shows twenty: so a row is made when it is
shown, and what is sorted are the bare values of one column.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from allybook.domain.book.entry import Kind
from allybook.domain.check.followback import Answer
from allybook.domain.filters.words import fold
from allybook.ui.models.allies import AllyColumn, AllyRow, Pick
from allybook.ui.models.ally_marked import Marked, Order
from allybook.ui.models.signs import AllyStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


class AllyRows(ABC):
    """So many allies; each has a place, from 0, for as long as this value lives.

    Nothing in it changes but what is remembered: another state of the book is another value.
    """

    def __init__(self) -> None:
        self._orders: dict[tuple[AllyColumn, bool], Order] = {}

    @abstractmethod
    def __len__(self) -> int:
        """Return how many there are."""

    def __iter__(self) -> Iterator[AllyRow]:
        return map(self.row, range(len(self)))

    @abstractmethod
    def values(self, column: AllyColumn) -> Sequence[Any]:
        """Return what a column sorts by, of all: text, a date, a state; empty or None is nothing.

        Of flags it is their words together.
        """

    @abstractmethod
    def tags(self) -> Sequence[tuple[str, ...]]:
        """Return the tags of all."""

    @abstractmethod
    def disputed(self) -> Sequence[bool]:
        """Return of all whether some field has several versions."""

    @abstractmethod
    def name(self, place: int) -> str:
        """Return a name as shown, without reading the rest of the row."""

    @abstractmethod
    def row(self, place: int) -> AllyRow:
        """Return one row."""

    @abstractmethod
    def pick(self, place: int) -> Pick:
        """Return who a row is about, without reading the whole of it."""

    @abstractmethod
    def place(self, key: object) -> int | None:
        """Return the place of a record key, or None."""

    @abstractmethod
    def prepare(self, places: Sequence[int]) -> None:
        """Read these rows in one go, since they are about to be shown."""

    def order(self, column: AllyColumn, *, descending: bool) -> Sequence[int]:
        """Return all places sorted by a column: what is empty comes last, equal ones as given."""
        return self._order(column, descending=descending).places

    def marked(self, column: AllyColumn, marks: bytes, *, descending: bool) -> Sequence[int]:
        """Return the places with a mark, sorted by a column."""
        order = self._order(column, descending=descending)
        few = order.few(marks)
        return Marked(order, marks) if few is None else few

    def prime(self) -> None:
        """Lay out for all orders known what filtering in them needs: a while, for very many."""
        for order in [*self._orders.values()]:
            order.prime()

    def _order(self, column: AllyColumn, *, descending: bool) -> Order:
        known = self._orders.get((column, descending))
        if known is None:
            weights = _WEIGHTS.get(column, _folded)(self.values(column))
            full = [place for place, weight in enumerate(weights) if weight is not None]
            full.sort(key=weights.__getitem__, reverse=descending)
            if len(full) < len(weights):
                full += [place for place, weight in enumerate(weights) if weight is None]
            known = self._orders[column, descending] = Order(full)
        return known


class ListedRows(AllyRows):
    """A few rows that are there already, in the order given."""

    def __init__(self, rows: Iterable[AllyRow] = ()) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._places = {row.key: place for place, row in enumerate(self._rows)}

    def __len__(self) -> int:
        return len(self._rows)

    def values(self, column: AllyColumn) -> Sequence[Any]:
        """Return what a column sorts by."""
        return [_VALUES[column](row) for row in self._rows]

    def tags(self) -> Sequence[tuple[str, ...]]:
        """Return the tags of all."""
        return [row.tags for row in self._rows]

    def disputed(self) -> Sequence[bool]:
        """Return of all whether some field has several versions."""
        return [bool(row.versions) for row in self._rows]

    def name(self, place: int) -> str:
        """Return a name as shown."""
        return self._rows[place].name

    def row(self, place: int) -> AllyRow:
        """Return one row."""
        return self._rows[place]

    def prepare(self, places: Sequence[int]) -> None:
        """Do nothing: the rows are there."""

    def pick(self, place: int) -> Pick:
        """Return who a row is about."""
        row = self._rows[place]
        return Pick(row.key, row.status, row.kind)

    def place(self, key: object) -> int | None:
        """Return the place of a record key, or None."""
        return self._places.get(str(key))


def flag_words(row: AllyRow) -> str:
    """Return the flags of a row as one text."""
    return ", ".join(pill.words for pill in row.flags)


_VALUES: Mapping[AllyColumn, Callable[[AllyRow], Any]] = {
    AllyColumn.ALLY: attrgetter("name"),
    AllyColumn.CATEGORY: attrgetter("category"),
    AllyColumn.TAGS: lambda row: ", ".join(row.tags),
    AllyColumn.STATUS: attrgetter("status"),
    AllyColumn.FOLLOW_BACK: attrgetter("answer"),
    AllyColumn.LAST_POST: attrgetter("last_post"),
    AllyColumn.HANDLE: attrgetter("handle"),
    AllyColumn.KIND: attrgetter("kind"),
    AllyColumn.LISTED: attrgetter("listed"),
    AllyColumn.FLAGS: flag_words,
    AllyColumn.NOMINATED_BY: attrgetter("nominated_by"),
}


def _folded(values: Sequence[str]) -> Sequence[str | None]:
    # Nearly all are ASCII, and the whole of the folding would take thrice as long.
    lowered = (value.lower() if value.isascii() else fold(value) for value in values)
    return [value or None for value in lowered]


def _themselves(values: Sequence[Any]) -> Sequence[Any]:
    """Return numbers and moments as they are."""
    return values


def _ranked(members: Iterable[Any]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Return how states are weighed: in the order of their kind."""
    ranks = {member: rank for rank, member in enumerate(members)}
    return lambda values: list(map(ranks.get, values))


_WEIGHTS: Mapping[AllyColumn, Callable[[Sequence[Any]], Sequence[Any]]] = {
    AllyColumn.STATUS: _ranked(AllyStatus),
    AllyColumn.FOLLOW_BACK: _ranked(Answer),
    AllyColumn.KIND: _ranked(Kind),
    AllyColumn.LAST_POST: _themselves,
    AllyColumn.LISTED: _themselves,
}
