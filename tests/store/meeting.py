"""Filters that ask about what is there: their words, people and places are those of the posts.

Values drawn from nowhere in particular hardly ever part one post from another. These are made from
a seed and not drawn one by one: a world is asked many, and drawing would take longer than asking.
"""

from __future__ import annotations

from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from allybook.domain.filters.facts import addressee
from allybook.domain.filters.match import matcher
from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import (
    EVERYTHING,
    HAS_WORDS,
    IS_WORDS,
    And,
    Node,
    Not,
    On,
    Or,
    Term,
    terms_of,
)
from allybook.domain.reading.sources import Origin

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.filters.subject import Subject

seeds = st.integers(0, 2**32 - 1)
MOST_PARTS, DEEPEST = 4, 2
COUNTS = {
    "likes": (On.MIN_LIKES, On.MAX_LIKES),
    "reposts": (On.MIN_REPOSTS, On.MAX_REPOSTS),
    "replies": (On.MIN_REPLIES, On.MAX_REPLIES),
}
ALWAYS = (
    *(Term(On.IS, word) for word in IS_WORDS),
    *(Term(On.HAS, word) for word in HAS_WORDS),
    *(Term(on, span) for on in (On.NEWER, On.OLDER) for span in ("6h", "12h", "1d", "2d", "1w")),
)
OF_WORDS = (On.IS, On.HAS)
EITHER_CASE = (On.WORD, On.PHRASE, On.HASHTAG, On.MENTION, On.FROM, On.TO, On.URL, On.LANG, On.IN,
               On.TAG, On.CATEGORY, On.LIST, On.CHAT)  # fmt: skip


def filters_about(subjects: Collection[Subject], seed: int, number: int) -> list[Node]:
    """Return so many filters on what these posts are, the same for the same seed."""
    chance, known = Random(seed), _known(subjects)  # noqa: S311 (samples, no secrets)
    return [_make(chance, known, DEEPEST) for _ in range(number)]


def _make(chance: Random, known: Sequence[Sequence[Term]], depth: int) -> Node:
    if not depth or chance.random() < 1 / 3:
        term = chance.choice(chance.choice(known))
        if term.on in EITHER_CASE and chance.random() < 1 / 5:
            term = Term(term.on, term.value.swapcase())
        return term if chance.random() < 2 / 3 else Not(term)
    size = chance.randint(2, MOST_PARTS)
    parts = tuple(_make(chance, known, depth - 1) for _ in range(size))
    whole = And(parts) if chance.random() < 1 / 2 else Or(parts)
    return whole if chance.random() < 4 / 5 else Not(whole)


def _known(subjects: Collection[Subject]) -> Sequence[Sequence[Term]]:
    """Return the conditions of each name, in an order that is always the same."""
    known: defaultdict[str, set[Term]] = defaultdict(set)
    told = [(on, value) for subject in subjects for on, value in _values(subject) if value]
    for term in (*ALWAYS, *(Term(on, value) for on, value in told)):
        known[_name(term)].add(term)
    return [sorted(some, key=show) for _name, some in sorted(known.items())]


def _values(subject: Subject) -> Iterator[tuple[On, str]]:
    """Yield what a post fits, field by field."""
    post, words = subject.post, subject.post.text.split()
    yield from ((On.WORD, word) for word in words)
    yield from ((On.PHRASE, " ".join(words[at : at + 2])) for at in range(len(words)))
    yield from ((On.HASHTAG, tag) for tag in post.hashtags)
    yield from ((On.MENTION, mention.handle) for mention in post.mentions)
    yield from ((On.URL, part) for link in post.links for part in (link, link[len(link) // 2 :]))
    yield from ((On.TO, addressee(post)), (On.LANG, post.lang), (On.AUTHOR, post.author_id))
    if subject.author is not None:
        yield On.FROM, subject.author.handle
    for name, fields in COUNTS.items():
        yield from ((on, str(getattr(post.metrics, name))) for on in fields)
    at = post.created_at.isoformat()
    yield from ((on, at) for on in (On.SINCE, On.UNTIL))
    yield from ((on, str(subject.noise)) for on in (On.NOISE_ABOVE, On.NOISE_UP_TO))
    yield from _places(subject)


def _places(subject: Subject) -> Iterator[tuple[On, str]]:
    for book, standing in subject.books.items():
        yield from ((On.IN, book), (On.CATEGORY, standing.category))
        yield from ((On.TAG, tag) for tag in standing.tags)
    for source in subject.sources:
        named = {Origin.LIST: On.LIST, Origin.CHAT: On.CHAT}.get(source.origin, On.SOURCE)
        yield named, source.name
        if named is not On.LIST:
            yield On.SOURCE, source.origin.value


def note_told(
    told: Counter[str], node: Node, subjects: Mapping[int, Subject], now: datetime
) -> None:
    """Count each condition of a filter without which it would keep other posts.

    Once as if no post fitted it, and once as if each did (``to: never``, ``to: always``).
    """
    kept = _kept(node, subjects, now)
    for name in {_name(term) for term in terms_of(node)}:
        for word, value in (("never", NOTHING), ("always", EVERYTHING)):
            told[f"{name} {word}"] += _kept(_put(node, name, value), subjects, now) != kept


EVERY_CONDITION = tuple(
    f"{name} {word}"
    for name in (
        *(on.value for on in On if on not in OF_WORDS),
        *(f"is:{word}" for word in sorted(IS_WORDS)),
        *(f"has:{word}" for word in sorted(HAS_WORDS)),
    )
    for word in ("never", "always")
)


def _name(term: Term) -> str:
    return f"{term.on.value}:{term.value}" if term.on in OF_WORDS else term.on.value


def _put(node: Node, name: str, value: Node) -> Node:
    """Return a filter with a value in the place of each condition of a name."""
    if isinstance(node, Term):
        return value if _name(node) == name else node
    if isinstance(node, Not):
        return Not(_put(node.part, name, value))
    parts = tuple(_put(part, name, value) for part in node.parts)
    return And(parts) if isinstance(node, And) else Or(parts)


def _kept(node: Node, subjects: Mapping[int, Subject], now: datetime) -> set[int]:
    keeps = matcher(node, now)
    return {key for key, subject in subjects.items() if keeps(subject)}
