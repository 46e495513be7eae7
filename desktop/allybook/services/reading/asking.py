"""Asking X for what a filter keeps: in one search or in several, or why in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, On, Or, Term
from allybook.domain.filters.words import are_letters, are_spaced, term_words
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.domain.spoken import Spoken
    from allybook.ports.network import QueryWriter, XQuery

_TEXT = {On.WORD, On.PHRASE}
_NAMED = {On.HASHTAG, On.FROM, On.TO, On.AUTHOR}


def write_queries(write: QueryWriter, chosen: Node) -> tuple[XQuery, ...]:
    """Return searches that together find all that a filter keeps, the fewest that fit.

    Alternatives too long for one search are asked for in several. ``BadInput`` says why X can look
    for nothing of it.
    """
    query = write(chosen)
    if query.text:
        return (query,)
    tree = normalise(chosen)
    parts = tree.parts if isinstance(tree, And) else (tree,)
    for at, part in enumerate(parts):
        if isinstance(part, Or):
            queries = _write_batches(write, part.parts, (*parts[:at], *parts[at + 1 :]))
            if queries:
                return queries
    raise BadInput(_tell_why(write, parts))


def _write_batches(
    write: QueryWriter, alternatives: Sequence[Node], rest: Sequence[Node]
) -> tuple[XQuery, ...]:
    """Return a search for each batch of alternatives that fits; none where one never does."""
    queries: list[XQuery] = []
    batch: list[Node] = []
    for alternative in alternatives:
        query = write(And((Or((*batch, alternative)), *rest)))
        if batch and not query.text:
            batch = []
            query = write(And((alternative, *rest)))
        if not query.text:
            return ()
        queries = [*(queries[:-1] if batch else queries), query]
        batch.append(alternative)
    return tuple(queries)


def _tell_why(write: QueryWriter, parts: Sequence[Node]) -> Spoken:
    """Return why X can look for none of these parts."""
    return next(
        _reasons(write, parts),
        speak(
            "X can search only for something that is there: a word, a #hashtag, from:, to: or "
            "url:. Add one of these; nothing was asked."
        ),
    )


def _reasons(write: QueryWriter, parts: Sequence[Node]) -> Iterator[Spoken]:
    """Yield why X cannot look for parts that name something to look for."""
    for part in parts:
        if isinstance(part, Or):
            yield from _tell_of_alternatives(write, part)
        elif isinstance(part, Term):
            yield from _tell_of_term(write, part)


def _tell_of_alternatives(write: QueryWriter, either: Or) -> Iterator[Spoken]:
    """Yield which alternative X cannot look for, if it can for another."""
    silent = [one for one in either.parts if not write(one).text]
    terms = [one for one in silent if isinstance(one, Term)]
    for term in terms:
        yield from _tell_of_term(write, term)
    if silent and len(silent) < len(either.parts):
        yield speak(
            "X searches for alternatives only where it can look for each of them, and not for "
            "“{part}”. Take that out, or add a word, a #hashtag or from: beside it; nothing was "
            "asked.",
            part=show(silent[0]),
        )


def _tell_of_term(write: QueryWriter, term: Term) -> Iterator[Spoken]:
    """Yield why X cannot look for a condition that others of its kind can be asked by."""
    if term.on is On.URL:
        whole = Term(On.URL, f"https://{term.value.strip('/')}/")
        meant = show(whole) if write(whole).text else "url:https://x.example/page"
        yield speak(
            "X looks for whole words of an address only, and “{part}” may be part of longer ones: "
            "write more of it, as in {meant}. Nothing was asked.",
            part=term.value,
            meant=meant,
        )
    elif term.on in _NAMED and term.value.isdigit():
        yield speak(
            "X could take “{part}” for something else, for it has digits alone. Add a word, a "
            "#hashtag or from: with letters; nothing was asked.",
            part=show(term),
        )
    elif term.on is On.HASHTAG:
        yield speak(
            "X could take “{part}” for something else than one hashtag. Add a word, from: or a "
            "#hashtag of letters alone; nothing was asked.",
            part=show(term),
        )
    elif term.on in _TEXT and not are_spaced(term_words(term.value)):
        yield speak(
            "X finds emoji and words of scripts without spaces only where they stand alone, so "
            "“{part}” would find too little. Add a #hashtag, from: or another word; nothing was "
            "asked.",
            part=term.value,
        )
    elif term.on in _TEXT and not are_letters(term_words(term.value)):
        yield speak(
            "X does not look for a “_” that stands alone, so “{part}” would find too little. Add a "
            "#hashtag, from: or another word; nothing was asked.",
            part=term.value,
        )
    elif term.on in _TEXT:
        yield speak(
            "“{part}” is too long for a search of X. Shorten it; nothing was asked.",
            part=term.value if len(term.value) <= _LONG else f"{term.value[:_LONG]}…",
        )


_LONG = 40
