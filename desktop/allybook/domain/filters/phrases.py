"""What each condition is called: in the sentence of a filter, on a chip, and about one post.

Each is a pair: the words for the condition, and those for its opposite, with a place for the value
in words. Where a post has no words of its own in ``_POST``, it has those of the chip.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.filters.languages import LANGUAGES, NO_LANGUAGE
from allybook.domain.filters.terms import read_number
from allybook.domain.filters.times import name_latest, name_moment, name_span
from allybook.domain.filters.tree import On, Term
from allybook.domain.spoken import speak, speak_many

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.spoken import Pattern, Plural, Spoken

_COUNTED: Mapping[str, Plural] = {
    "likes": ("{n} like", "{n} likes"),
    "reposts": ("{n} repost", "{n} reposts"),
    "replies": ("{n} reply", "{n} replies"),
}
_PLACES = {
    On.PHRASE: "word",
    On.MENTION: "handle",
    On.FROM: "handle",
    On.AUTHOR: "id",
    On.TO: "handle",
    On.URL: "link",
    On.LANG: "language",
    On.SINCE: "moment",
    On.UNTIL: "moment",
    On.NEWER: "span",
    On.OLDER: "span",
    On.IN: "book",
    On.NOISE_ABOVE: "noise",
    On.NOISE_UP_TO: "noise",
}
"""How the place of a value is called, where it is not called as the condition is."""

_SENTENCE: Mapping[str, tuple[Pattern, Pattern]] = {
    "word": ("with “{word}”", "without “{word}”"),
    "phrase": ("with “{word}”", "without “{word}”"),
    "hashtag": ("with #{hashtag}", "without #{hashtag}"),
    "mention": ("naming @{handle}", "not naming @{handle}"),
    "from": ("by @{handle}", "not by @{handle}"),
    "from:id": ("by account {id}", "not by account {id}"),
    "to": ("answering @{handle}", "not answering @{handle}"),
    "url": ("linking to “{link}”", "not linking to “{link}”"),
    "lang": ("in {language}", "not in {language}"),
    "is:repost": ("that are reposts", "without reposts"),
    "is:quote": ("that are quotes", "without quotes"),
    "is:reply": ("that are replies", "without replies"),
    "is:verified": ("by verified accounts", "not by verified accounts"),
    "is:ally": ("by allies", "not by allies"),
    "is:private": ("by private accounts", "not by private accounts"),
    "is:muted": ("that are muted", "that are not muted"),
    "is:question": ("that ask something", "that ask nothing"),
    "is:copy": ("that are nearly the same as older ones", "without near copies of older ones"),
    "has:links": ("with links", "without links"),
    "has:media": ("with media", "without media"),
    "has:hashtags": ("with hashtags", "without hashtags"),
    "has:mentions": ("with mentions", "without mentions"),
    "has:images": ("with images", "without images"),
    "has:video": ("with video", "without video"),
    "min": ("at least {count}", "fewer than {count}"),
    "max": ("at most {count}", "more than {count}"),
    "since": ("since {moment}", "before {moment}"),
    "until": ("before {moment}", "since {moment}"),
    "newer": ("", "older than {span}"),  # said by _LATEST
    "older": ("older than {span}", ""),
    "in": ("by allies in “{book}”", "not by allies in “{book}”"),
    "tag": ("by allies tagged “{tag}”", "not by allies tagged “{tag}”"),
    "category": (
        "by allies of the category “{category}”",
        "not by allies of the category “{category}”",
    ),
    "list": ("from the list “{list}”", "not from the list “{list}”"),
    "chat": ("from the chat #{chat}", "not from the chat #{chat}"),
    "source": ("read from “{source}”", "not read from “{source}”"),
    "source:home": ("of the home timeline", "not of the home timeline"),
    "source:own": ("from your own archive", "not from your own archive"),
    "noise>": ("noise above {noise}", "noise up to {noise}"),
    "noise<=": ("noise up to {noise}", "noise above {noise}"),
}
_CHIP: Mapping[str, tuple[Pattern, Pattern]] = {
    **_SENTENCE,
    "word": ("{word}", "no “{word}”"),
    "phrase": ("“{word}”", "no “{word}”"),
    "hashtag": ("#{hashtag}", "no #{hashtag}"),
    "mention": ("@{handle}", "no @{handle}"),
    "from": ("from @{handle}", "not from @{handle}"),
    "from:id": ("from account {id}", "not from account {id}"),
    "to": ("to @{handle}", "not to @{handle}"),
    "url": ("link to {link}", "no link to {link}"),
    "lang": ("{language}", "not {language}"),
    "is:repost": ("reposts only", "no reposts"),
    "is:quote": ("quotes only", "no quotes"),
    "is:reply": ("replies only", "no replies"),
    "is:verified": ("verified", "not verified"),
    "is:ally": ("ally", "no allies"),
    "is:private": ("private", "not private"),
    "is:muted": ("muted", "not muted"),
    "is:question": ("questions only", "no questions"),
    "is:copy": ("near copies only", "no near copies"),
    "has:links": ("has links", "no links"),
    "has:media": ("has media", "no media"),
    "has:hashtags": ("has hashtags", "no hashtags"),
    "has:mentions": ("has mentions", "no mentions"),
    "has:images": ("has images", "no images"),
    "has:video": ("has video", "no video"),
    "min_likes": ("{value}+ likes", "under {count}"),
    "min_reposts": ("{value}+ reposts", "under {count}"),
    "min_replies": ("{value}+ replies", "under {count}"),
    "max": ("up to {count}", "over {count}"),
    "newer": ("", "over {span} old"),
    "older": ("over {span} old", ""),
    "in": ("in {book}", "not in {book}"),
    "tag": ("tag {tag}", "no tag {tag}"),
    "category": ("category {category}", "not category {category}"),
    "list": ("list {list}", "not list {list}"),
    "chat": ("chat #{chat}", "not chat #{chat}"),
    "source": ("source {source}", "not source {source}"),
    "source:home": ("home timeline", "not home timeline"),
    "source:own": ("your own archive", "not your own archive"),
}
_POST: Mapping[str, tuple[Pattern, Pattern]] = {
    **_CHIP,
    "word": ("“{word}”", "without “{word}”"),
    "phrase": ("“{word}”", "without “{word}”"),
    "hashtag": ("#{hashtag}", "without #{hashtag}"),
    "mention": ("names @{handle}", "does not name @{handle}"),
    "from": ("by @{handle}", "not by @{handle}"),
    "from:id": ("by account {id}", "not by account {id}"),
    "to": ("answers @{handle}", "does not answer @{handle}"),
    "lang": ("in {language}", "not in {language}"),
    "is:repost": ("repost", "not a repost"),
    "is:quote": ("quote", "not a quote"),
    "is:reply": ("reply", "not a reply"),
    "is:ally": ("ally", "not an ally"),
    "is:private": ("private account", "not a private account"),
    "is:muted": ("muted", "not muted"),
    "is:question": ("question", "no question"),
    "is:copy": ("near copy of an older post", "not a near copy of an older post"),
    "list": ("in the list {list}", "not in the list {list}"),
    "chat": ("in the chat #{chat}", "not in the chat #{chat}"),
    "source": ("read from {source}", "not read from {source}"),
}

_LATEST: Mapping[str, Plural] = {
    "m": ("from the last minute", "from the last {n} minutes"),
    "h": ("from the last hour", "from the last {n} hours"),
    "d": ("from the last day", "from the last {n} days"),
    "w": ("from the last week", "from the last {n} weeks"),
}
_LATEST_ON_CHIP: Mapping[str, Plural] = {
    "m": ("last minute", "last {n} minutes"),
    "h": ("last hour", "last {n} hours"),
    "d": ("last day", "last {n} days"),
    "w": ("last week", "last {n} weeks"),
}
_LANGUAGES: Mapping[str, Pattern] = {**LANGUAGES, **NO_LANGUAGE}
_LATELY = {(On.NEWER, True), (On.OLDER, False)}


def say_in_sentence(term: Term, *, holds: bool) -> Spoken:
    """Return a condition or its opposite, to follow the word “posts”."""
    return _say(_SENTENCE, term, holds=holds)


def say_on_chip(term: Term, *, holds: bool) -> Spoken:
    """Return a condition or its opposite, short."""
    return _say(_CHIP, term, holds=holds)


@lru_cache(maxsize=256)
def say_of_post(term: Term, *, holds: bool) -> Spoken:
    """Return what a condition or its opposite says about one post."""
    return _say(_POST, term, holds=holds)


def name_count(on: On, number: int) -> Spoken:
    """Return a number of what ``min_`` and ``max_`` count (``1 like``, ``12 reposts``)."""
    return speak_many(number, *_COUNTED[on.value[4:]])


def _say(table: Mapping[str, tuple[Pattern, Pattern]], term: Term, *, holds: bool) -> Spoken:
    """Return the words that a table has for a condition or its opposite."""
    if (term.on, holds) in _LATELY:
        named = _LATEST if table is _SENTENCE else _LATEST_ON_CHIP
        return name_latest(term.value, named)
    pattern = _find(table, term)[0 if holds else 1]
    place = "count" if _is_count(term) else _PLACES.get(term.on, term.on.value)
    return speak(pattern, **{"value": term.value, place: _name_value(term)})


def _find(table: Mapping[str, tuple[Pattern, Pattern]], term: Term) -> tuple[Pattern, Pattern]:
    """Return what a table has of a condition: of its very value, of its field, or of its kind."""
    field = term.on.value
    for key in (f"{field}:{term.value}", field, field[:3]):
        if key in table:
            return table[key]
    return _ELSE


_ELSE: tuple[Pattern, Pattern] = ("{value}", "not {value}")


def _is_count(term: Term) -> bool:
    return term.on.value.startswith(("min_", "max_"))


def _name_value(term: Term) -> str:
    """Return the value of a condition in words (``5 likes``, ``3 days``, ``English``)."""
    if _is_count(term):
        number = read_number(term.value)
        return term.value if number is None else name_count(term.on, number)
    if term.on in {On.SINCE, On.UNTIL}:
        return name_moment(term.value)
    if term.on in {On.NEWER, On.OLDER}:
        return name_span(term.value)
    if term.on is On.LANG and term.value in _LANGUAGES:
        return speak(_LANGUAGES[term.value])
    return term.value
