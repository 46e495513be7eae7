"""What each condition is called: in the sentence of a filter, on a chip, and about one post.

Each is a pair: the words for the condition, and those for its opposite, with a place for the value
in words. Where a post has no words of its own in ``_POST``, it has those of the chip.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

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

_Key: TypeAlias = On | tuple[On, str]
"""A condition, or that with one very value, which has words of its own."""
_LEAST = (On.MIN_LIKES, On.MIN_REPOSTS, On.MIN_REPLIES)
_MOST = (On.MAX_LIKES, On.MAX_REPOSTS, On.MAX_REPLIES)
_NO_LANGUAGES = tuple((On.LANG, code) for code in NO_LANGUAGE)
_AT_LEAST: tuple[Pattern, Pattern] = ("at least {count}", "fewer than {count}")
_AT_MOST: tuple[Pattern, Pattern] = ("at most {count}", "more than {count}")
_UP_TO: tuple[Pattern, Pattern] = ("up to {count}", "over {count}")
_FROM_ON: tuple[Pattern, Pattern] = ("", "under {count}")  # said by _COUNTED_ON_CHIP
_WITH: tuple[Pattern, Pattern] = ("with {language}", "not with {language}")
_NAMED: tuple[Pattern, Pattern] = ("{language}", "not {language}")
_SENTENCE: Mapping[_Key, tuple[Pattern, Pattern]] = {
    On.WORD: ("with “{word}”", "without “{word}”"),
    On.PHRASE: ("with “{word}”", "without “{word}”"),
    On.HASHTAG: ("with #{hashtag}", "without #{hashtag}"),
    On.MENTION: ("naming @{handle}", "not naming @{handle}"),
    On.FROM: ("by @{handle}", "not by @{handle}"),
    On.AUTHOR: ("by account {id}", "not by account {id}"),
    On.TO: ("answering @{handle}", "not answering @{handle}"),
    On.URL: ("linking to “{link}”", "not linking to “{link}”"),
    On.LANG: ("in {language}", "not in {language}"),
    **dict.fromkeys(_NO_LANGUAGES, _WITH),
    (On.LANG, "und"): ("in an unknown language", "not in an unknown language"),
    (On.IS, "repost"): ("that are reposts", "without reposts"),
    (On.IS, "quote"): ("that are quotes", "without quotes"),
    (On.IS, "reply"): ("that are replies", "without replies"),
    (On.IS, "verified"): ("by verified accounts", "not by verified accounts"),
    (On.IS, "ally"): ("by allies", "not by allies"),
    (On.IS, "private"): ("by private accounts", "not by private accounts"),
    (On.IS, "muted"): ("that are muted", "that are not muted"),
    (On.IS, "question"): ("that ask something", "that ask nothing"),
    (On.IS, "copy"): (
        "that are nearly the same as older ones",
        "without near copies of older ones",
    ),
    (On.HAS, "links"): ("with links", "without links"),
    (On.HAS, "media"): ("with media", "without media"),
    (On.HAS, "hashtags"): ("with hashtags", "without hashtags"),
    (On.HAS, "mentions"): ("with mentions", "without mentions"),
    (On.HAS, "images"): ("with images", "without images"),
    (On.HAS, "video"): ("with video", "without video"),
    **dict.fromkeys(_LEAST, _AT_LEAST),
    **dict.fromkeys(_MOST, _AT_MOST),
    On.SINCE: ("since {moment}", "before {moment}"),
    On.UNTIL: ("before {moment}", "since {moment}"),
    On.NEWER: ("", "older than {span}"),  # said by _LATEST
    On.OLDER: ("older than {span}", ""),
    On.IN: ("by allies in “{book}”", "not by allies in “{book}”"),
    On.TAG: ("by allies tagged “{tag}”", "not by allies tagged “{tag}”"),
    On.CATEGORY: (
        "by allies of the category “{category}”",
        "not by allies of the category “{category}”",
    ),
    On.LIST: (
        "from the list “{list}” or by its members",
        "neither from the list “{list}” nor by its members",
    ),
    On.CHAT: ("from the chat #{chat}", "not from the chat #{chat}"),
    On.SOURCE: ("read from “{source}”", "not read from “{source}”"),
    (On.SOURCE, "home"): ("of the home timeline", "not of the home timeline"),
    (On.SOURCE, "own"): ("from your own archive", "not from your own archive"),
    On.NOISE_ABOVE: ("noise above {noise}", "noise up to {noise}"),
    On.NOISE_UP_TO: ("noise up to {noise}", "noise above {noise}"),
}
_CHIP: Mapping[_Key, tuple[Pattern, Pattern]] = {
    **_SENTENCE,
    On.WORD: ("{word}", "no “{word}”"),
    On.PHRASE: ("“{word}”", "no “{word}”"),
    On.HASHTAG: ("#{hashtag}", "no #{hashtag}"),
    On.MENTION: ("@{handle}", "no @{handle}"),
    On.FROM: ("from @{handle}", "not from @{handle}"),
    On.AUTHOR: ("from account {id}", "not from account {id}"),
    On.TO: ("to @{handle}", "not to @{handle}"),
    On.URL: ("link to {link}", "no link to {link}"),
    On.LANG: ("{language}", "not {language}"),
    **dict.fromkeys(_NO_LANGUAGES, _NAMED),
    (On.LANG, "und"): ("an unknown language", "not an unknown language"),
    (On.IS, "repost"): ("reposts only", "no reposts"),
    (On.IS, "quote"): ("quotes only", "no quotes"),
    (On.IS, "reply"): ("replies only", "no replies"),
    (On.IS, "verified"): ("verified", "not verified"),
    (On.IS, "ally"): ("ally", "no allies"),
    (On.IS, "private"): ("private", "not private"),
    (On.IS, "muted"): ("muted", "not muted"),
    (On.IS, "question"): ("questions only", "no questions"),
    (On.IS, "copy"): ("near copies only", "no near copies"),
    (On.HAS, "links"): ("has links", "no links"),
    (On.HAS, "media"): ("has media", "no media"),
    (On.HAS, "hashtags"): ("has hashtags", "no hashtags"),
    (On.HAS, "mentions"): ("has mentions", "no mentions"),
    (On.HAS, "images"): ("has images", "no images"),
    (On.HAS, "video"): ("has video", "no video"),
    **dict.fromkeys(_LEAST, _FROM_ON),
    **dict.fromkeys(_MOST, _UP_TO),
    On.NEWER: ("", "over {span} old"),
    On.OLDER: ("over {span} old", ""),
    On.IN: ("in {book}", "not in {book}"),
    On.TAG: ("tag {tag}", "no tag {tag}"),
    On.CATEGORY: ("category {category}", "not category {category}"),
    On.LIST: ("list {list}", "not list {list}"),
    On.CHAT: ("chat #{chat}", "not chat #{chat}"),
    On.SOURCE: ("source {source}", "not source {source}"),
    (On.SOURCE, "home"): ("home timeline", "not home timeline"),
    (On.SOURCE, "own"): ("your own archive", "not your own archive"),
}
_POST: Mapping[_Key, tuple[Pattern, Pattern]] = {
    **_CHIP,
    On.WORD: ("“{word}”", "without “{word}”"),
    On.PHRASE: ("“{word}”", "without “{word}”"),
    On.HASHTAG: ("#{hashtag}", "without #{hashtag}"),
    On.MENTION: ("names @{handle}", "does not name @{handle}"),
    On.FROM: ("by @{handle}", "not by @{handle}"),
    On.AUTHOR: ("by account {id}", "not by account {id}"),
    On.TO: ("answers @{handle}", "does not answer @{handle}"),
    On.LANG: ("in {language}", "not in {language}"),
    **dict.fromkeys(_NO_LANGUAGES, _WITH),
    (On.LANG, "und"): ("in an unknown language", "not in an unknown language"),
    (On.IS, "repost"): ("repost", "not a repost"),
    (On.IS, "quote"): ("quote", "not a quote"),
    (On.IS, "reply"): ("reply", "not a reply"),
    (On.IS, "ally"): ("ally", "not an ally"),
    (On.IS, "private"): ("private account", "not a private account"),
    (On.IS, "muted"): ("muted", "not muted"),
    (On.IS, "question"): ("question", "no question"),
    (On.IS, "copy"): ("near copy of an older post", "not a near copy of an older post"),
    On.LIST: ("in the list {list}", "not in the list {list}"),
    On.CHAT: ("in the chat #{chat}", "not in the chat #{chat}"),
    On.SOURCE: ("read from {source}", "not read from {source}"),
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
_COUNTED_ON_CHIP: Mapping[On, Plural] = {
    On.MIN_LIKES: ("{n}+ likes", "{n}+ likes"),
    On.MIN_REPOSTS: ("{n}+ reposts", "{n}+ reposts"),
    On.MIN_REPLIES: ("{n}+ replies", "{n}+ replies"),
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


def _say(table: Mapping[_Key, tuple[Pattern, Pattern]], term: Term, *, holds: bool) -> Spoken:
    """Return the words that a table has for a condition or its opposite."""
    if (term.on, holds) in _LATELY:
        named = _LATEST if table is _SENTENCE else _LATEST_ON_CHIP
        return name_latest(term.value, named)
    if term.on in _LEAST and holds and table is not _SENTENCE:
        return _name_least(term)
    pattern = _find(table, term)[0 if holds else 1]
    place = "count" if _is_count(term) else _PLACES.get(term.on, term.on.value)
    return speak(pattern, **{"value": term.value, place: _name_value(term)})


def _find(table: Mapping[_Key, tuple[Pattern, Pattern]], term: Term) -> tuple[Pattern, Pattern]:
    """Return what a table has of a condition: of its very value, or of what it looks at."""
    return table.get((term.on, term.value)) or table.get(term.on, _ELSE)


_ELSE: tuple[Pattern, Pattern] = ("{value}", "not {value}")


def _name_least(term: Term) -> Spoken:
    """Return at least how many there are, short (``5+ likes``)."""
    number = read_number(term.value)
    if number is None:
        return speak(_ELSE[0], value=term.value)
    return speak_many(number, *_COUNTED_ON_CHIP[term.on])


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
