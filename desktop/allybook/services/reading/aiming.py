"""What a filter is about: the source that it names, and whether X has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.filters.tree import And, On, Term
from allybook.domain.filters.words import fold_name
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.spoken import speak
from allybook.services.books.several import find_book

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk

NAMING = {On.LIST: Origin.LIST, On.IN: Origin.BOOK, On.CHAT: Origin.CHAT}
"""The conditions that name a source that X can be asked for."""
CALLED = {Origin.LIST: On.LIST, Origin.BOOK: On.IN}
"""Those of them that have names which people give and change."""


def aim(chosen: Node) -> tuple[Source | None, Node]:
    """Return the source that a filter names, by its name there, and the rest of the filter.

    ``source:home`` is the home timeline; no source for a filter that names none that X has.
    """
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    for place, part in enumerate(parts):
        source = _named(part)
        if source is not None:
            return source, And((*parts[:place], *parts[place + 1 :]))
    return None, chosen


def with_id(chosen: Node, source_id: str) -> Node:
    """Return a filter whose list or book is named by its id, which stays when the name changes."""
    named, through = aim(chosen)
    on = CALLED.get(named.origin) if named else None
    if on is None:
        return chosen
    rest = through.parts if isinstance(through, And) else (through,)
    return And((Term(on, source_id), *rest)) if rest else Term(on, source_id)


def is_at_hand(chosen: Node) -> bool:
    """Return whether a filter is about what X need not be asked for: files, the own archive."""
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    named = (part for part in parts if isinstance(part, Term) and part.on is On.SOURCE)
    return any(_named(part) is None for part in named)


def name_source(desk: Desk, named: Source) -> Source:
    """Return a source, named as people name it, as the cache keeps it; ``BadInput`` if unknown."""
    match named.origin:
        case Origin.LIST:
            return Source(Origin.LIST, find_list(desk, named.name)[0])
        case Origin.BOOK:
            return Source(Origin.BOOK, find_book(desk, named.name).book_id)
        case Origin.CHAT:
            from allybook.services.reading.capture import chat_source  # noqa: PLC0415 (then only)

            return chat_source(named.name)
        case _:
            return named


def find_list(desk: Desk, named: str) -> tuple[str, str]:
    """Return the id and the name of a list, found by either."""
    for one in desk.cache.lists():
        if named == one.list_id or fold_name(named) == fold_name(one.name):
            return one.list_id, one.name
    if named.isascii() and named.isdecimal():
        return named, named
    raise BadInput(
        speak(
            "There is no X List “{named}” here; its number, from its address, works too.",
            named=named,
        )
    )


def _named(part: Node) -> Source | None:
    if not isinstance(part, Term):
        return None
    if part.on is On.SOURCE and fold_name(part.value) == Origin.HOME.value:
        return Source(Origin.HOME)
    return Source(NAMING[part.on], part.value) if part.on in NAMING else None
