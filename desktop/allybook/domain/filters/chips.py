"""Cuts a filter into the chips of the filter bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.phrases import say_on_chip
from allybook.domain.filters.sentence import say, say_within
from allybook.domain.filters.terms import COUNTS
from allybook.domain.filters.tree import And, Node, Not, Or, Term
from allybook.domain.spoken import speak, speak_many

if TYPE_CHECKING:
    from allybook.domain.spoken import Spoken

MOST = 4
"""So many alternatives are named on a chip."""


class Chip(Struct, frozen=True):
    """One part of a filter and its label (``no reposts``, ``ally or 5+ likes``)."""

    words: str
    node: Node


def chips(node: Node) -> tuple[Chip, ...]:
    """Return a chip for each part that must hold; none for a filter that keeps everything.

    ``normalise(And(tuple(chip.node for chip in chips)))`` is the filter again.
    """
    return tuple(Chip(_name(part), part) for part in parts_of(node))


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return the parts of a filter that must hold, as chips show them."""
    tree = normalise(node)
    return tree.parts if isinstance(tree, And) else (tree,)


def _name(part: Node) -> str:
    """Return the label of a part; of many alternatives it names the first that is no denial."""
    ordered = _put_in_order(part, holds=True)
    if isinstance(ordered, Or) and len(ordered.parts) > MOST:
        return _name_many(ordered.parts)
    return say(ordered, say_on_chip) or speak("nothing")


def _name_many(alternatives: tuple[Node, ...]) -> Spoken:
    """Return the label of many alternatives: “no #a or 4 others” would leave those out as well."""
    first, *others = alternatives
    if _is_denied(first, holds=True):
        return speak("one of {n} conditions", n=len(alternatives))
    return speak_many(
        len(others),
        "{first} or {n} other",
        "{first} or {n} others",
        first=say_within(first, say_on_chip),
    )


def _put_in_order(part: Node, *, holds: bool) -> Node:
    """Put what is said by a “no” last: “no #a and beds” would leave out beds as well.

    ``holds`` says whether the part is said as it is, or its opposite.
    """
    if isinstance(part, Term):
        return part
    if isinstance(part, Not):
        return Not(_put_in_order(part.part, holds=not holds))
    inner = (_put_in_order(one, holds=holds) for one in part.parts)
    ordered = tuple(sorted(inner, key=lambda one: _is_denied(one, holds=holds)))
    return And(ordered) if isinstance(part, And) else Or(ordered)


def _is_denied(part: Node, *, holds: bool) -> bool:
    """Return whether a condition is said by a “no” or “not”; others stand in parentheses."""
    if isinstance(part, Not):
        return _is_denied(part.part, holds=not holds)
    return isinstance(part, Term) and not holds and part.on not in COUNTS
