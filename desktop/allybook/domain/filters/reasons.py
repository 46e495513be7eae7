"""Why a filter keeps a post, or which part of it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    from allybook.domain.spoken import Spoken

_PLAIN_TO_SEE = {On.SINCE, On.UNTIL, On.NEWER, On.OLDER, On.LANG, On.NOISE_UP_TO, On.NOISE_ABOVE}
_NOISE = {On.NOISE_UP_TO, On.NOISE_ABOVE}


class _Fact(NamedTuple):
    """What a condition says about a post; ``denied`` is said with a “no” or “not”."""

    words: Spoken
    denied: bool = False


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
    """Return why a part does not hold; what is denied last: a “no” is heard over what follows."""
    found = list(_facts_against(node, subject, now))
    words = [one.words for denied in (False, True) for one in found if one.denied is denied]
    return speak_list(words, speak(" and ")) or speak("nothing is kept")


def _facts_against(node: Node, subject: Subject, now: datetime) -> Iterator[_Fact]:
    """Yield what about the post is why a part does not hold."""
    if isinstance(node, Term):
        yield _Fact(_say(node, subject, holds=False), node.on not in COUNTS)
        return
    if isinstance(node, Not):
        yield from _facts_for(node.part, subject, now)
        return
    failing = [part for part in node.parts if not matches(part, subject, now)]
    for part in failing[:1] if isinstance(node, And) else failing:
        yield from _facts_against(part, subject, now)


def _facts_for(node: Node, subject: Subject, now: datetime) -> Iterator[_Fact]:
    """Yield what about the post is why a part holds that should not."""
    if isinstance(node, Term):
        yield _Fact(_say(node, subject, holds=True))
        return
    if isinstance(node, Not):
        yield from _facts_against(node.part, subject, now)
        return
    holding = [part for part in node.parts if matches(part, subject, now)]
    for part in holding[:1] if isinstance(node, Or) else holding:
        yield from _facts_for(part, subject, now)


def _say(term: Term, subject: Subject, *, holds: bool) -> Spoken:
    """Return what a condition says about this post: where it counts, its own number."""
    if term.on not in COUNTS:
        return say_of_post(term, holds=holds)
    number = COUNTS[term.on](subject)
    if term.on in _NOISE:
        return speak("noise {noise}", noise=number)
    return name_count(term.on, number)
