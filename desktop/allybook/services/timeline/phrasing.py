"""Filters for what people say in many ways, from the lists of ``resources/noise``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, On, Or, Term
from allybook.domain.noise.wording import shipped_text
from allybook.services.timeline.noise import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk

ALWAYS = "en"
AT_ONCE = 6


def phrase_filter(desk: Desk, name: str) -> str:
    """Return the text of a filter for what a list has, in the person's languages."""
    return show(phrase_tree(name, languages(desk)))


def phrase_tree(name: str, codes: Iterable[str]) -> Node:
    """Return the filter for what a list has in English and these languages, as far as it does.

    That is any of its ``phrases``, or one of ``acts`` together with one of ``whom``.
    """
    lists = _read(name)
    own = [lists[code] for code in dict.fromkeys((ALWAYS, *codes)) if code in lists]
    phrases = dict.fromkeys(phrase for each in own for phrase in each["phrases"])
    pairs = (pair for each in own for pair in _pairs(each["acts"], each["whom"]))
    return Or((*map(_term, phrases), *pairs))


def _pairs(acts: Sequence[str], whom: Sequence[str]) -> Iterator[Node]:
    """Yield what says one of both, in parts short enough that X can be asked for the whole."""
    for start in range(0, len(whom), AT_ONCE):
        yield And((_any(acts), _any(whom[start : start + AT_ONCE])))


def _any(phrases: Iterable[str]) -> Node:
    return Or(tuple(map(_term, phrases)))


def _term(phrase: str) -> Term:
    return Term(On.PHRASE if " " in phrase else On.WORD, phrase)


@lru_cache(maxsize=2)
def _read(name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    import tomllib  # noqa: PLC0415 (the first posts are shown before a list is read)

    return tomllib.loads(shipped_text(f"{name}.toml"))
