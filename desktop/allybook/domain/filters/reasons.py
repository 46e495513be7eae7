"""Why a filter keeps a post, or which part of it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.match import matches
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.phrases import name_count, say_of_post
from allybook.domain.filters.terms import COUNTS
from allybook.domain.filters.tree import And, Node, Not, On, Or, Term
from allybook.domain.spoken import speak, speak_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from allybook.domain.filters.subject import Subject

_PLAIN_TO_SEE = {On.SINCE, On.UNTIL, On.NEWER, On.OLDER, On.LANG, On.NOISE_UP_TO, On.NOISE_ABOVE}
_NOISE = {On.NOISE_UP_TO, On.NOISE_ABOVE}


def why(node: Node, subject: Subject, now: datetime) -> tuple[str, ...]:
    """Return, short, why a post is kept (``ally``, ``question``), or the one part that hides it.

    What everyone sees on the card, such as its time, is no reason to keep it.
    """
    failing = find_failing(node, subject, now)
    if failing is not None:
        return (_deny(failing, subject, now),)
    ally = (speak("ally"),) if subject.books else ()
    question = (speak("question"),) if subject.question else ()
    return tuple(dict.fromkeys((*ally, *question, *_affirm(normalise(node), subject, now))))


def find_failing(node: Node, subject: Subject, now: datetime) -> Node | None:
    """Return the first part that hides a post, or None where the filter keeps it."""
    tree = normalise(node)
    parts = tree.parts if isinstance(tree, And) else (tree,)
    return next((part for part in parts if not matches(part, subject, now)), None)


def _affirm(node: Node, subject: Subject, now: datetime) -> Iterator[str]:
    """Yield what the parts that hold say about the post; what is absent from it is not said."""
    if isinstance(node, Term):
        if node.on not in _PLAIN_TO_SEE and matches(node, subject, now):
            yield _say(node, subject, holds=True)
    elif not isinstance(node, Not) and matches(node, subject, now):
        for part in node.parts:
            yield from _affirm(part, subject, now)


def _deny(node: Node, subject: Subject, now: datetime) -> str:
    """Return why a part does not hold."""
    if isinstance(node, Term):
        return _say(node, subject, holds=False)
    if isinstance(node, Not):
        return _confirm(node.part, subject, now)
    failing = (part for part in node.parts if not matches(part, subject, now))
    if isinstance(node, And):
        return _deny(next(failing), subject, now)
    denied = [_deny(part, subject, now) for part in failing]
    return speak_list(denied, speak(" and ")) or speak("nothing is kept")


def _confirm(node: Node, subject: Subject, now: datetime) -> str:
    """Return why a part holds that should not."""
    if isinstance(node, Term):
        return _say(node, subject, holds=True)
    if isinstance(node, Not):
        return _deny(node.part, subject, now)
    holding = [part for part in node.parts if matches(part, subject, now)]
    if isinstance(node, Or):
        holding = holding[:1]
    return speak_list([_confirm(part, subject, now) for part in holding], speak(" and "))


def _say(term: Term, subject: Subject, *, holds: bool) -> str:
    """Return what a condition says about this post: where it counts, its own number."""
    if term.on not in COUNTS:
        return say_of_post(term, holds=holds)
    number = COUNTS[term.on](subject)
    if term.on in _NOISE:
        return speak("noise {noise}", noise=number)
    return name_count(term.on, number)
