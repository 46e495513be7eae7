"""Where filters, and the questions to X that were made of them, are about a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import And, On, Term
from allybook.domain.reading.questions import without_authors
from allybook.domain.reading.sources import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.domain.reading.gaps import Gap
    from allybook.domain.reading.sources import Source
    from allybook.ports.cache import Cache

Naming = Callable[[str], bool]
_FIELDS = r"(?:from(?::id)?|to|mentions?|(?:from|author|user)_id)"
_ASKS = rf"(?:(?<!\w){_FIELDS}:\"?|@|(?:twitter|x)\.com/)@?"
"""What stands before a handle or an id where a filter means whose it is."""
_ENDS = r"(?!\w|:\d)"
"""Where a handle ends; that of ``from:id:5`` is not ``id``."""
_ANYBODY = re.compile(_ASKS + r"\w", re.IGNORECASE)


def names_anybody(text: str) -> bool:
    """Return whether a filter or a question to X is about some account."""
    return _ANYBODY.search(text) is not None


def naming(called: Iterable[str], names: Iterable[str]) -> Naming:
    """Return what tells whether a filter or a question to X is about one person.

    ``called`` are handles and ids: as a bare word they may be anything (``housing``). Of the
    ``names``, those of several words count, as a phrase.
    """
    phrases = [name for name in names if " " in name.strip()]
    ways = [_ASKS + re.escape(one) + _ENDS for one in called]
    ways += [rf"\"{re.escape(name)}\"" for name in phrases]
    if not ways:
        return lambda _text: False
    pattern = re.compile("|".join(ways), re.IGNORECASE)
    return lambda text: pattern.search(text) is not None


def author_of(cache: Cache, handle: str) -> str:
    """Return the id of whoever wrote all that a search for this handle brought, or nothing.

    X tells the names of authors apart from their posts, and for money.
    """
    searches = [source for source in cache.known_sources() if source.origin is Origin.SEARCH]
    asked = [source for source in searches if _is_from(source.name, handle)]
    authors = {post.author_id for source in asked for post in cache.posts(source)}
    return authors.pop() if len(authors) == 1 else ""


def _is_from(text: str, handle: str) -> bool:
    """Return whether a filter keeps what one account wrote, and nothing else."""
    try:
        chosen = parse(text)
    except FilterError:
        return False
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    asked = (part for part in parts if isinstance(part, Term) and part.on is On.FROM)
    return any(part.value.lower() == handle.lower() for part in asked)


def is_search_for(source: Source, is_named: Naming) -> bool:
    """Return whether a source is a search for somebody."""
    return source.origin is Origin.SEARCH and is_named(source.name)


def without(gaps: Iterable[Gap], called: Iterable[str], is_named: Naming) -> tuple[Gap, ...]:
    """Return gaps whose questions leave a person out; those that ask for nobody else are none."""
    names = {one.lower() for one in called}
    theirs = [gap for gap in gaps if not is_search_for(gap.source, is_named)]
    asked = [
        without_authors(gap.query, lambda name: name.lower() in names)
        if is_named(gap.query)
        else gap.query
        for gap in theirs
    ]
    pairs = zip(theirs, asked, strict=True)
    return tuple(
        replace(gap, query=query)
        for gap, query in pairs
        if query is not None and not is_named(query)
    )
