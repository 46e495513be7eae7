"""What sources are called in the rows of their gaps: looked up in jobs, as the trash takes time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.reading.sources import Origin
from allybook.ui.wording import quoted, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.domain.reading.gaps import Gap
    from allybook.domain.reading.sources import Source
    from allybook.services.desk import Desk


def name_sources(desk: Desk, gaps: Iterable[Gap], *, trash: bool) -> Mapping[Source, str]:
    """Return what the sources of gaps are called.

    ``trash`` lets it look for books there as well, which may take a while; without that they have
    no name. Nor has the home timeline, as everybody expects that.
    """
    sources = {gap.source for gap in gaps}
    found = {one: _name(one) for one in sources}
    if any(one.origin is Origin.LIST for one in sources):
        found |= _name_lists(desk, sources)
    if any(one.origin is Origin.BOOK for one in sources):
        found |= _name_books(desk, sources, trash=trash)
    return found


def _name(source: Source) -> str:
    """Return what a source is called by itself."""
    names = {Origin.HOME: "", Origin.CHAT: f"#{source.name}"}
    return names.get(source.origin, quoted(source.name))


def _name_lists(desk: Desk, sources: Iterable[Source]) -> dict[Source, str]:
    # An archive tells the ids of lists alone.
    names = {one.list_id: one.name for one in desk.cache.lists() if one.name}
    return {
        one: quoted(names[one.name])
        if one.name in names
        else translate("timeline", "the X List %1").replace("%1", one.name)
        for one in sources
        if one.origin is Origin.LIST
    }


def _name_books(desk: Desk, sources: Iterable[Source], *, trash: bool) -> dict[Source, str]:
    """Return what books are called, also those in the trash; their ids say nothing to anybody."""
    books = [one for one in sources if one.origin is Origin.BOOK]
    names = {one.book_id: one.name for one in desk.shelf.books()}
    if trash and not all(one.name in names for one in books):
        names = {one.info.book_id: one.info.name for one in desk.shelf.discarded()} | names
    gone = translate("timeline", "a book that is not here any more") if trash else ""
    return {one: quoted(names[one.name]) if one.name in names else gone for one in books}
