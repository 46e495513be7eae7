"""Questions: what X is asked to search for, by which two searches are told to be the same one."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, islice
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_WIDER = 64
"""So many wider questions are thought of: a filter of six conditions has no more."""
_NOT_IN_POSTS = ("from:", "to:", "list:", "verified")
"""What X knows and a post does not tell: who reads without it may not find it here."""
_AUTHORS = expression(r"\((?:from:\w+ OR )+from:\w+\)")
"""Several authors, each of whose posts X gives: with one less it is the same question of others."""


@lru_cache(maxsize=256)
def question(query: str) -> str:
    """Return the name of what a query asks: equal for queries that X answers alike.

    X's search takes no notice of capitals, nor of the order of conditions that must all be met.
    Those that are left out stand last. Where X would answer otherwise, names are never equal.
    """
    terms = _terms(query)
    if "OR" in terms:
        return query.lower()
    return " ".join(sorted((term.lower() for term in terms), key=_place))


@lru_cache(maxsize=256)
def wider(query: str) -> tuple[str, ...]:
    """Return the names of questions that X answers with all that a query finds, and with more.

    Of conditions that must all be met, those are left out that a post itself tells: who has read a
    wider question has all posts of the query, and finds them among its own. Those nearest to the
    query come first.
    """
    if "OR" in _terms(query):
        return ()
    terms = _terms(question(query))
    told = [term for term in terms if not any(word in term for word in _NOT_IN_POSTS)]
    left_out = (out for size in range(1, len(told) + 1) for out in combinations(told, size))
    kept = ([term for term in terms if term not in out] for out in left_out)
    names = (" ".join(rest) for rest in kept if any(not term.startswith("-") for term in rest))
    return tuple(islice(names, MOST_WIDER))


def _place(term: str) -> tuple[bool, str]:
    return term.startswith("-"), term


def _terms(query: str) -> list[str]:
    """Return what stands between the spaces outside of quotes and brackets."""
    terms, depth, is_quoted = [""], 0, False
    for sign in query:
        if sign == '"':
            is_quoted = not is_quoted
        elif not is_quoted:
            depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == " " and not is_quoted and not depth:
            terms.append("")
        else:
            terms[-1] += sign
    return [term for term in terms if term]


def without_authors(query: str, is_out: Callable[[str], bool]) -> str | None:
    """Return a query that asks for some authors less, by handle or id; None for nobody at all.

    Only where several are asked for side by side: elsewhere another question would be left.
    """
    for group in _AUTHORS.findall(query):
        asked = group[1:-1].split(" OR ")
        kept = [one for one in asked if not is_out(one.removeprefix("from:"))]
        if not kept:
            return None
        if len(kept) < len(asked):
            left = kept[0] if len(kept) == 1 else f"({' OR '.join(kept)})"
            query = query.replace(group, left)
    return query
