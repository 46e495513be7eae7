"""Unmet conditions: what no post can fit, because of what is not here, or of what was typed."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.clashes import find_clashes
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.show import show
from allybook.domain.filters.times import read_moment
from allybook.domain.filters.tree import And, Not, On, Or, Term, terms_of
from allybook.domain.filters.words import fold_name
from allybook.domain.hashtags import is_tag
from allybook.domain.noise.judgement import LOUDEST
from allybook.domain.reading.sources import Origin
from allybook.domain.spoken import speak, speak_few
from allybook.services.desk import read_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import tzinfo

    from allybook.domain.filters.tree import Node
    from allybook.domain.spoken import Spoken
    from allybook.services.desk import Desk

    Names = Callable[[Desk], Iterable[str]]

_ENDS = {On.SINCE, On.UNTIL}
_SMALL: Mapping[Node, str] = {Term(On.WORD, word): word for word in ("or", "Or", "oder", "Oder")}
_SCHEME = expression(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_ADDRESS = expression(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def unmet(desk: Desk, chosen: Node) -> tuple[Spoken, ...]:
    """Return a sentence for each condition that names nothing known here, and for two that clash.

    And for what was probably meant otherwise. Reads whole books where tags or categories are asked
    for.
    """
    asked = dict.fromkeys(term for term in terms_of(chosen) if term.on in _KNOWN)
    known = {on: set(map(fold_name, _KNOWN[on](desk))) for on in {term.on for term in asked}}
    missing = (term for term in asked if fold_name(term.value) not in known[term.on])
    crossed = _crossed(chosen, desk.clock.zone)
    otherwise = (*_small_or(chosen), *_addresses(desk, chosen))
    told = (
        *(_say(desk, term) for term in missing),
        *crossed,
        *_too_loud(chosen),
        *find_clashes(chosen),
        *otherwise,
    )
    return speak_few(told)


def _say(desk: Desk, term: Term) -> Spoken:
    name = term.value
    match term.on:
        case On.IN:
            return speak(
                "There is no book “{name}” here, so none of its allies were found.", name=name
            )
        case On.LIST:
            return speak("No post of an X List “{name}” was read here yet.", name=name)
        case On.CHAT:
            return _say_chat(desk, name.lstrip("#"))
        case On.TAG:
            return speak("No ally in your books has the tag “{name}”.", name=name)
        case _:
            return speak("No ally in your books has the category “{name}”.", name=name)


def _say_chat(desk: Desk, name: str) -> Spoken:
    tagged = Term(On.HASHTAG, name)
    if is_tag(name) and desk.cache.count(tagged):
        return speak(
            "The chat “#{name}” was not read from X; its posts that are here are found by {meant}.",
            name=name,
            meant=show(tagged),
        )
    return speak("The chat “#{name}” was never read here.", name=name)


def _crossed(chosen: Node, zone: tzinfo) -> Iterator[Spoken]:
    """Yield a sentence where the posts asked for begin after they end."""
    if isinstance(chosen, Or | Not):
        return
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    terms = [part for part in parts if isinstance(part, Term)]
    ends = [(term, read_moment(term.value, zone)) for term in terms if term.on in _ENDS]
    since = [(term.value, moment) for term, moment in ends if moment and term.on is On.SINCE]
    until = [(term.value, moment) for term, moment in ends if moment and term.on is On.UNTIL]
    for (first, begin), (last, end) in product(since, until):
        if begin >= end:
            yield speak(
                "No post is from both since {first} and until {last}: the first day must come "
                "before the last.",
                first=first,
                last=last,
            )


def _too_loud(chosen: Node) -> Iterator[Spoken]:
    """Yield a sentence where more noise is asked for than any post has."""
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    if Term(On.NOISE_ABOVE, str(LOUDEST)) in parts:
        yield speak("No post has more noise than {most}.", most=LOUDEST)


def _small_or(chosen: Node) -> Iterator[Spoken]:
    """Yield a sentence where “or” between two parts is looked for as a word."""
    for parts in _joined(chosen):
        for before, word, after in zip(parts, parts[1:], parts[2:], strict=False):
            if word in _SMALL:
                yield speak(
                    "“{word}” is looked for as a word here; for either of two, write: {meant}.",
                    word=_SMALL[word],
                    meant=show(normalise(Or((before, after)))),
                )


def _joined(chosen: Node) -> Iterator[tuple[Node, ...]]:
    """Yield the parts of each place in a filter where all must hold."""
    if isinstance(chosen, And):
        yield chosen.parts
    if not isinstance(chosen, Term):
        for part in (chosen.part,) if isinstance(chosen, Not) else chosen.parts:
            yield from _joined(part)


def _addresses(desk: Desk, chosen: Node) -> Iterator[Spoken]:
    """Yield a sentence for each address that is in no post as it was pasted, and linked to."""
    asked = dict.fromkeys(term for term in terms_of(chosen) if term.on in {On.URL, On.WORD})
    for term in asked:
        place = _SCHEME.sub("", term.value, count=1).rstrip("/")
        meant = Term(On.URL, place)
        if meant == term or not _ADDRESS.fullmatch(place):
            continue
        if not desk.cache.count(term) and desk.cache.count(meant):
            yield speak(
                "“{typed}” is in no post as it is written; posts that link there are found by "
                "{meant}.",
                typed=term.value,
                meant=show(meant),
            )


def _lists(desk: Desk) -> Iterator[str]:
    for one in desk.cache.lists():
        yield from (one.list_id, one.name)
    yield from _sources(desk, Origin.LIST)


def _sources(desk: Desk, origin: Origin) -> Iterator[str]:
    return (one.name for one in desk.cache.known_sources() if one.origin is origin)


def _tags(desk: Desk) -> Iterator[str]:
    for _, allies in read_each(desk, lambda book: book.allies()):
        yield from (tag for ally in allies for tag in ally.tags)


def _categories(desk: Desk) -> Iterator[str]:
    for _, allies in read_each(desk, lambda book: book.allies()):
        yield from (ally.category for ally in allies)


_KNOWN: Mapping[On, Names] = {
    On.IN: lambda desk: (info.name for info in desk.shelf.books()),
    On.LIST: _lists,
    On.CHAT: lambda desk: _sources(desk, Origin.CHAT),
    On.TAG: _tags,
    On.CATEGORY: _categories,
}
