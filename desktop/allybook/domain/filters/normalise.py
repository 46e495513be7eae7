"""Gives trees that say the same by their shape alone the same form.

In a normalised tree ``And`` and ``Or`` have two parts or more and none of their own kind, ``Not``
holds no ``Not``, values are as ``values.read`` writes them, and a word that could not be typed
without quotation marks is a phrase. ``EVERYTHING`` and ``NOTHING`` stand only alone.
"""

from __future__ import annotations

from functools import lru_cache

from allybook.domain.errors import FilterError
from allybook.domain.filters.lexer import OPENING, LexemeKind, cut
from allybook.domain.filters.tree import EVERYTHING, And, Node, Not, On, Or, Term
from allybook.domain.filters.values import TextSpot, read

NOTHING = Or(())


def normalise(node: Node) -> Node:
    """Return the tree in its one form; what it keeps stays the same."""
    if isinstance(node, Term):
        return _normalise_term(node)
    if isinstance(node, Not):
        return negate(normalise(node.part))
    if isinstance(node, And):
        return _join(And, node.parts, neutral=EVERYTHING, final=NOTHING)
    return _join(Or, node.parts, neutral=NOTHING, final=EVERYTHING)


def negate(node: Node) -> Node:
    """Return what keeps exactly the posts that a normalised tree does not."""
    if isinstance(node, Not):
        return node.part
    if node == EVERYTHING:
        return NOTHING
    return EVERYTHING if node == NOTHING else Not(node)


def both(one: Node, other: Node) -> Node:
    """Return what keeps the posts that two trees keep; a part that both have is said once."""
    parts = (*_parts(one), *_parts(other))
    return And(tuple(dict.fromkeys(parts)))


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)


def _join(kind: type[And | Or], parts: tuple[Node, ...], *, neutral: Node, final: Node) -> Node:
    """Return the parts joined; ``neutral`` ones change nothing, and a ``final`` one decides."""
    joined: list[Node] = []
    for part in map(normalise, parts):
        if part == final:
            return final
        if isinstance(part, kind):
            joined.extend(part.parts)
        elif part != neutral:
            joined.append(part)
    if not joined:
        return neutral
    return kind(tuple(joined)) if len(joined) > 1 else joined[0]


# A filter of hundreds of words is asked for its form a dozen times, wherever it is shown.
@lru_cache(1024)
def _normalise_term(term: Term) -> Term:
    """Return a term with its value as the parser gives it; one it would refuse stays as it is."""
    try:
        value = read(term.on, term.value, TextSpot(0, 0))
    except FilterError:
        return term
    on = On.PHRASE if term.on is On.WORD and not _can_stand_bare(value) else term.on
    return Term(on, value)


def _can_stand_bare(word: str) -> bool:
    """Return whether a word can be typed without quotation marks, beside any other part."""
    # After the word "noise" it would be a limit, before another one perhaps a phrase.
    if word.startswith(("<", ">", *OPENING)):
        return False
    try:
        piece = next(cut(word))
    except FilterError:
        return False
    return piece.kind is LexemeKind.WORD and piece.value == word
