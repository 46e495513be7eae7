"""The first rows of a large book, exactly as the whole table will begin, long before it is read.

A table is sorted by names, and those are X's, in another file than the book. Whoever is among the
first is among the first accounts by name, the first lines by handle (an ally without a name goes by
that), or the first hashtags. Up to where the shortest of these three ends, nobody is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Status
from allybook.domain.filters.words import fold
from allybook.ui.tabs.allies.rows import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.book.line import AllyLine
    from allybook.domain.people.accounts import Face
    from allybook.ports.books import Book
    from allybook.services.desk import Desk

LOOKED_AT = (400, 1_600)
"""So many of each kind are looked at; more of them where too few are to be shown."""
ENOUGH = 60
"""More allies that the group counts on than a screen has rows."""


def read_first(desk: Desk, book: Book) -> tuple[Sequence[AllyLine], Mapping[str, Face]] | None:
    """Return the lines that come first by name, sorted by handle, with their faces by user id.

    None where the book is small, or has too few approved allies among them: then it is read whole.
    """
    for many in LOOKED_AT:
        lines, faces, whole = _first(desk, book, many)
        if whole:
            return None
        if sum(line.status is Status.APPROVED for line in lines) >= ENOUGH:
            return lines, faces
    return None


def _first(
    desk: Desk, book: Book, many: int
) -> tuple[Sequence[AllyLine], Mapping[str, Face], bool]:
    """Return the lines and faces of those of whom nobody before them is missing.

    The last says whether the book has no more lines than so many.
    """
    by_handle, tags = book.first_rows(many), book.first_hashtags(many)
    if len(by_handle) < many:
        return (), {}, True
    named = desk.cache.first_faces(many)
    by_name = book.lines([face.user_id for face in named])
    ends = [fold(by_handle[-1].handle)]
    ends += [fold(named[-1].name or named[-1].handle)] if len(named) == many else []
    ends += [fold(f"#{tags[-1].handle}")] if len(tags) == many else []
    found = {line.key: line for line in (*by_handle, *tags, *by_name)}.values()
    faces = desk.cache.faces([line.user_id for line in found if line.user_id])
    lines = [
        line
        for line in sorted(found, key=lambda line: (line.handle.lower(), line.key))
        if fold(name_of(line, faces.get(line.user_id or ""))) < min(ends)
    ]
    return lines, faces, False
