"""Filters as they come from a shell, which takes the quotes off a name with spaces."""

from __future__ import annotations

from contextlib import suppress
from shlex import quote
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput, FilterError
from allybook.domain.expressions import expression
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.words import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk

_OPEN = frozenset('"$`\\')
"""What shells read within double quotes."""
_PLAIN = expression(r"-?[\w:.%+=,/][\w:.@%+=,/-]*")


def read_filter(text: str) -> Node:
    """Return the filter, or say where in it something is not understood."""
    try:
        return parse(text)
    except FilterError as error:
        where = f"At character {error.start + 1} of the filter"
        raise BadInput(f"{where}: {error}") from error


def read_told(desk: Desk, told: Sequence[str]) -> Node:
    """Return the filter that was told in pieces."""
    return read_filter(joined(desk, told))


def joined(desk: Desk, told: Sequence[str]) -> str:
    """Return the words of a filter as one, with the quotes that names known here need.

    ``in:"My allies"`` reaches us as ``in:My allies``; a filter that stands in one pair of quotes,
    as ``'from:anna beds'``, looks the same, so only the names of books, lists and sources count.
    """
    return " ".join(_quoted_again(desk, word) for word in as_typed(told))


def as_typed(told: Sequence[str]) -> list[str]:
    """Return words as somebody typed them, without what keeps ``-is:repost`` from being an option.

    What is not understood is pointed at by its place, which that would move.
    """
    return [word.removeprefix(" ") if word.startswith(" -") else word for word in told]


def pasted(told: Sequence[str]) -> str:
    """Return words as they can be pasted at a prompt: what shells read otherwise is in quotes.

    Double quotes are those of every shell; single ones stand only around what those do not keep.
    """
    words = (word.strip() for word in as_typed(told))
    said = filter(None, words)
    return " ".join(word if _PLAIN.fullmatch(word) else _in_quotes(word) for word in said)


def filter_pasted(desk: Desk, chosen: Node) -> str:
    """Return a filter as it can be pasted at a prompt, without the quotes that ``joined`` adds."""
    written = show(chosen)
    bare = written.replace('"', "")
    with suppress(BadInput):
        if read_told(desk, [bare]) == chosen:
            return pasted([bare])
    return pasted([written])


def _in_quotes(word: str) -> str:
    return f'"{word}"' if _OPEN.isdisjoint(word) else quote(word)


def _quoted_again(desk: Desk, word: str) -> str:
    bare = word.strip()
    sign = "-" if bare.startswith("-") else ""
    on, colon, value = bare.removeprefix("-").partition(":")
    names = NAMES.get(on.lower())
    if not (colon and names) or " " not in value or '"' in value:
        return word
    spaced = sorted((name for name in names(desk) if " " in name), key=len, reverse=True)
    for name in spaced:
        head, rest = value[: len(name)], value[len(name) :]
        if fold_name(head) == fold_name(name) and rest[:1] in {"", " "}:
            return f'{word[: len(word) - len(word.lstrip())]}{sign}{on}:"{head}"{rest}'
    return word


def _books(desk: Desk) -> Iterable[str]:
    return (info.name for info in desk.shelf.books())


def _lists(desk: Desk) -> Iterable[str]:
    return (one.name for one in desk.cache.lists())


def _sources(desk: Desk) -> Iterable[str]:
    return (source.name for source, _posts in desk.cache.sources())


NAMES: Mapping[str, Callable[[Desk], Iterable[str]]] = {
    "in": _books,
    "list": _lists,
    "source": _sources,
}
