"""Says a filter in ordinary words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.normalise import NOTHING, normalise
from allybook.domain.filters.phrases import say_in_sentence
from allybook.domain.filters.terms import COUNTS
from allybook.domain.filters.tree import EVERYTHING, And, Node, Not, Or, Term
from allybook.domain.spoken import speak, speak_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.spoken import Spoken


def sentence(node: Node) -> Spoken:
    """Return what a filter keeps (``posts by allies, without reposts, at least 5 likes``)."""
    tree = normalise(node)
    if tree == EVERYTHING:
        return speak("all posts")
    if tree == NOTHING:
        return speak("no posts")
    parts = tree.parts if isinstance(tree, And) else (tree,)
    said = speak_list([_say_top(part) for part in parts])
    if _is_amount(parts[0]):
        return speak("posts with {conditions}", conditions=said)
    return speak("posts {conditions}", conditions=said)


def _say_top(part: Node) -> Spoken:
    """Return one of the parts of a sentence; only in the list of them an amount needs no “with”."""
    return say(part, say_in_sentence if _is_amount(part) else _say_among)


def _say_among(term: Term, *, holds: bool) -> Spoken:
    """Return a condition or its opposite, to stand with others beside “or” and “and”."""
    said = say_in_sentence(term, holds=holds)
    return speak("with {conditions}", conditions=said) if term.on in COUNTS else said


def _is_amount(part: Node) -> bool:
    """Return whether a part says how much (``at least 5 likes``, ``noise up to 40``)."""
    term = part.part if isinstance(part, Not) else part
    return isinstance(term, Term) and term.on in COUNTS


def say(node: Node, say_term: Callable[..., Spoken]) -> Spoken:
    """Return a part of a normalised tree in words, its conditions said by ``say_term``."""
    if isinstance(node, Term):
        return say_term(node, holds=True)
    if isinstance(node, Not):
        return _say_not(node.part, say_term)
    link = speak(" and ") if isinstance(node, And) else speak(" or ")
    return speak_list([say_within(part, say_term) for part in node.parts], link)


def _say_not(part: Node, say_term: Callable[..., Spoken]) -> Spoken:
    """Return the opposite of a part: not the one and not the other, or not both of them."""
    if isinstance(part, Term):
        return say_term(part, holds=False)
    if isinstance(part, Not):
        return say(part.part, say_term)
    every = [say_within(Not(each), say_term) for each in part.parts]
    return speak_list(every, speak(" and ") if isinstance(part, Or) else speak(" or "))


def say_within(part: Node, say_term: Callable[..., Spoken]) -> Spoken:
    """Return a part of a part, in parentheses where the reader could lose the thread."""
    part = normalise(part)
    text = say(part, say_term)
    inner = part.part if isinstance(part, Not) else part
    return speak("({condition})", condition=text) if isinstance(inner, And | Or) else text
