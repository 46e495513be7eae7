"""Questions: what X is asked to search for, by which two searches are told to be the same one."""

from __future__ import annotations

from functools import lru_cache


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
