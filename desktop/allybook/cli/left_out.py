"""Who of a file was not brought into a book, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.domain.book.bring import RowFate
from allybook.domain.book.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.cli.out import Out
    from allybook.services.books.bring_in import Arrival, Preview

SHOWN = 10
"""How many of them are named to a person at a terminal."""
NOT_TAKEN = frozenset({RowFate.LEFT, RowFate.OUT})


def remark_left(shown: Preview, file: str, out: Out) -> Sequence[Arrival]:
    """Say who of a file was not brought in; return them."""
    left = [one for one in shown.arrivals if one.fate in NOT_TAKEN]
    for one in left[:SHOWN]:
        out.remark(f"{file}: {called(one)} was not brought in: {one.why or 'never listed again'}.")
    if len(left) > SHOWN:
        more = some(len(left) - SHOWN, "other was", "others were")
        out.remark(f"{file}: {more} not brought in.")
    return left


def called(arrival: Arrival) -> str:
    """Return what a row of a table calls its ally: ``@ana``, ``#SwHelper``, or a user id."""
    mark = "#" if arrival.row.kind is Kind.HASHTAG else "@"
    return f"{mark}{arrival.row.handle}" if arrival.row.handle else arrival.key
