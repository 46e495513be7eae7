"""Finds conditions that no post fits together (``min_likes:10 max_likes:5``), or that all fit."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.filters.normalise import negate, normalise
from allybook.domain.filters.show import show
from allybook.domain.filters.terms import read_number
from allybook.domain.filters.times import read_span
from allybook.domain.filters.tree import And, Not, On, Or, Term, terms_of
from allybook.domain.filters.words import fold, fold_name, mention_word, tag_word, term_words
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.domain.spoken import Pattern, Spoken

_MOST = 100
"""Conditions looked at: each is held against each, and nobody types so many."""
_MOST_WITHIN = 1000
"""Groups and conditions of the whole filter that are looked at."""
_SAID: Mapping[type[And | Or], Pattern] = {
    And: "No post fits both {first} and {second}.",
    Or: "Every post fits {first} or {second}.",
}
_SPANS = {On.NEWER, On.OLDER}
_AT_LEAST = {On.MIN_LIKES, On.MIN_REPOSTS, On.MIN_REPLIES}
_AT_MOST = {On.MAX_LIKES, On.MAX_REPOSTS, On.MAX_REPLIES, On.NOISE_UP_TO, On.NEWER}
_NUMBERS = _AT_LEAST | _AT_MOST | {On.NOISE_ABOVE, On.OLDER}
_ONE_EACH = {On.LANG, On.FROM, On.AUTHOR, On.TO}
"""A post has one language, one author, and answers one person."""
_WORDS = {On.WORD, On.PHRASE}
_NAMES = {On.IN, On.TAG, On.CATEGORY, On.LIST, On.CHAT, On.SOURCE}
_TOKENS: Mapping[On, Callable[[str], str]] = {
    On.HASHTAG: tag_word,
    On.MENTION: mention_word,
    On.URL: fold,
}
_HOLDS_OF_FIELD = {
    On.HASHTAG: Term(On.HAS, "hashtags"),
    On.MENTION: Term(On.HAS, "mentions"),
    On.URL: Term(On.HAS, "links"),
    On.IN: Term(On.IS, "ally"),
    On.TAG: Term(On.IS, "ally"),
    On.CATEGORY: Term(On.IS, "ally"),
}
_HOLDS_OF_TERM = {
    Term(On.HAS, "images"): Term(On.HAS, "media"),
    Term(On.HAS, "video"): Term(On.HAS, "media"),
}
"""What a post that fits a condition fits, too."""


class _Bound(NamedTuple):
    """One end of what a condition allows of a number; ``least`` is whether it is the lower end."""

    of: str
    limit: float
    least: bool
    included: bool


def find_clashes(node: Node) -> tuple[Spoken, ...]:
    """Return a sentence for two conditions that no post can fit both, and for two that leave none.

    Each group of conditions is looked at for itself, however deep it stands: a branch of an OR
    that contradicts itself finds nothing, and an OR that every post fits sifts nothing. Each
    condition of a group is named once. What is joined by OR clashes where each of its parts does.
    What is only said twice (``min_likes:5 min_likes:3``) is not told: it changes nothing.
    """
    said = (speak(words, **parts) for words, parts in _find_all(normalise(node)))
    return tuple(dict.fromkeys(said))


def _find_all(tree: Node) -> Iterator[tuple[Pattern, Mapping[str, str]]]:
    """Yield the words and the parts of each sentence."""
    for group in _groups(tree):
        words = _SAID[type(group)]
        parts = tuple(_few(group.parts))
        told: set[Node] = set()
        for one, other in combinations(parts, 2):
            if one not in told and other not in told and _is_told(group, one, other):
                told |= {one, other}
                yield words, {"first": _show(one), "second": _show(other)}


def _groups(tree: Node) -> Iterator[And | Or]:
    """Yield what joins conditions, the outermost first, while there is room to look at more."""
    room = _MOST_WITHIN
    waiting = [tree]
    while waiting and room > 0:
        one = waiting.pop()
        if isinstance(one, Not):
            waiting.append(one.part)
        elif not isinstance(one, Term):
            waiting.extend(reversed(one.parts))
            room -= len(one.parts)
            yield one


def _is_told(group: And | Or, one: Node, other: Node) -> bool:
    """Return whether no post fits both parts of a group, or every post one of them."""
    if isinstance(group, And):
        return _clash(one, other)
    # Most alternatives are many names or words: no two of these leave nothing.
    if isinstance(one, Term) and isinstance(other, Term) and one.on not in _NUMBERS:
        return False
    return _clash(negate(one), negate(other))


def _show(part: Node) -> str:
    return f"({show(part)})" if isinstance(part, And | Or) else show(part)


def _few(parts: Sequence[Node]) -> Iterator[Node]:
    """Yield the parts while there is room for all of their conditions."""
    room = _MOST
    for part in parts:
        size = sum(1 for _term in terms_of(part))
        if size <= room:
            room -= size
            yield part


def _clash(one: Node, other: Node) -> bool:
    """Return whether no post fits both parts; where in doubt, not."""
    first, second = _spread(one), _spread(other)
    if isinstance(first, Or) or isinstance(second, Or):
        return all(_clash(a, b) for a, b in product(_ways(first), _ways(second)))
    pairs = product(_all(first), _all(second))
    if isinstance(first, And) or isinstance(second, And):
        return any(_clash(a, b) for a, b in pairs)
    return _exclude(first, second) or _exclude(second, first)


def _spread(node: Node) -> Node:
    """Return a part with its minus within the parentheses."""
    if not isinstance(node, Not) or isinstance(node.part, Term):
        return node
    if isinstance(node.part, Not):
        return _spread(node.part.part)
    parts = tuple(map(Not, node.part.parts))
    return And(parts) if isinstance(node.part, Or) else Or(parts)


def _ways(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, Or) else (node,)


def _all(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)


def _exclude(one: Node, other: Node) -> bool:
    """Return whether a post that fits one condition cannot fit the other."""
    low, high = _bound(one), _bound(other)
    if low is not None and high is not None:
        return _is_between_none(low, high)
    if not isinstance(one, Term):
        return False
    if isinstance(other, Not) and isinstance(other.part, Term):
        return _holds(one, other.part)
    if not isinstance(other, Term) or one.on is not other.on:
        return False
    return one.on in _ONE_EACH and one.value.lower() != other.value.lower()


def _holds(one: Term, other: Term) -> bool:
    """Return whether each post that fits the first condition fits the second."""
    if one.on in _WORDS and other.on in _WORDS:
        return _run(other) in _run(one)
    if one.on is other.on is On.URL:
        return fold(other.value) in fold(one.value)
    if one.on is other.on and _usual(one) == _usual(other):
        return True
    return other in {_HOLDS_OF_FIELD.get(one.on), _HOLDS_OF_TERM.get(one)}


def _run(term: Term) -> str:
    return f" {' '.join(term_words(term.value))} "


def _usual(term: Term) -> str:
    """Return a value as it is compared."""
    if term.on in _NAMES:
        return fold_name(term.value)
    return _TOKENS.get(term.on, str.lower)(term.value)


def _is_between_none(low: _Bound, high: _Bound) -> bool:
    """Return whether no number is above one bound and below the other."""
    if low.of != high.of or not low.least or high.least:
        return False
    both_included = low.included and high.included
    return low.limit > high.limit or (low.limit == high.limit and not both_included)


def _bound(part: Node) -> _Bound | None:
    """Return what a condition or its opposite allows of a count, of noise or of age."""
    holds = not isinstance(part, Not)
    term = part.part if isinstance(part, Not) else part
    if not isinstance(term, Term):
        return None
    limit = _limit(term)
    if limit is None:
        return None
    is_most = term.on in _AT_MOST
    least, included = is_most is not holds, (is_most or term.on in _AT_LEAST) is holds
    if term.on in _SPANS or included:
        return _Bound(_number_of(term.on), limit, least, included)
    # Of whole numbers, the next one is the end.
    return _Bound(_number_of(term.on), limit + (1 if least else -1), least, included=True)


def _limit(term: Term) -> float | None:
    """Return the number (seconds of age) that a condition names, if it is on one."""
    if term.on in _SPANS:
        span = read_span(term.value)
        return None if span is None else span.total_seconds()
    if term.on in _NUMBERS:
        return read_number(term.value)
    return None


def _number_of(on: On) -> str:
    """Return what a condition counts (``likes``, ``noise``, ``age``)."""
    if on in _SPANS:
        return "age"
    return "noise" if on in {On.NOISE_ABOVE, On.NOISE_UP_TO} else on.value[4:]
