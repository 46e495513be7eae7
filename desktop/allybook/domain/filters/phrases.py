"""What each condition is called: in the sentence of a filter, on a chip, and about one post.

Each is a pair: the words for the condition, and those for its opposite; ``{}`` stands for the value
in words. Where a post has no words of its own in ``_POST``, it has those of the chip.
"""

from __future__ import annotations

from allybook.domain.filters.languages import LANGUAGES
from allybook.domain.filters.terms import read_number
from allybook.domain.filters.times import name_moment, name_span
from allybook.domain.filters.tree import On, Term

_NOUNS = {
    "likes": ("like", "likes"),
    "reposts": ("repost", "reposts"),
    "replies": ("reply", "replies"),
}

_SENTENCE = {
    "word": ("with “{}”", "without “{}”"),
    "phrase": ("with “{}”", "without “{}”"),
    "hashtag": ("with #{}", "without #{}"),
    "mention": ("naming @{}", "not naming @{}"),
    "from": ("by @{}", "not by @{}"),
    "to": ("answering @{}", "not answering @{}"),
    "url": ("linking to “{}”", "not linking to “{}”"),
    "lang": ("in {}", "not in {}"),
    "is:repost": ("that are reposts", "without reposts"),
    "is:quote": ("that are quotes", "without quotes"),
    "is:reply": ("that are replies", "without replies"),
    "is:verified": ("by verified accounts", "not by verified accounts"),
    "is:ally": ("by allies", "not by allies"),
    "is:private": ("by private accounts", "not by private accounts"),
    "is:muted": ("that are muted", "that are not muted"),
    "has:links": ("with links", "without links"),
    "has:media": ("with media", "without media"),
    "has:hashtags": ("with hashtags", "without hashtags"),
    "has:mentions": ("with mentions", "without mentions"),
    "has:images": ("with images", "without images"),
    "has:video": ("with video", "without video"),
    "min": ("at least {}", "fewer than {}"),
    "max": ("at most {}", "more than {}"),
    "since": ("since {}", "before {}"),
    "until": ("before {}", "since {}"),
    "newer": ("from the last {}", "older than {}"),
    "older": ("older than {}", "from the last {}"),
    "in": ("by allies in “{}”", "not by allies in “{}”"),
    "tag": ("by allies tagged “{}”", "not by allies tagged “{}”"),
    "category": ("by allies of the category “{}”", "not by allies of the category “{}”"),
    "list": ("from the list “{}”", "not from the list “{}”"),
    "chat": ("from the chat #{}", "not from the chat #{}"),
    "source": ("read from “{}”", "not read from “{}”"),
    "source:home": ("of the home timeline", "not of the home timeline"),
    "source:own": ("of the own archive", "not of the own archive"),
    "noise>": ("noise above {}", "noise up to {}"),
    "noise<=": ("noise up to {}", "noise above {}"),
}
_CHIP = {
    **_SENTENCE,
    "word": ("{}", "no “{}”"),
    "phrase": ("“{}”", "no “{}”"),
    "hashtag": ("#{}", "no #{}"),
    "mention": ("@{}", "no @{}"),
    "from": ("from @{}", "not from @{}"),
    "to": ("to @{}", "not to @{}"),
    "url": ("link to {}", "no link to {}"),
    "lang": ("{}", "not {}"),
    "is:repost": ("reposts only", "no reposts"),
    "is:quote": ("quotes only", "no quotes"),
    "is:reply": ("replies only", "no replies"),
    "is:verified": ("verified", "not verified"),
    "is:ally": ("ally", "no allies"),
    "is:private": ("private", "not private"),
    "is:muted": ("muted", "not muted"),
    "has:links": ("has links", "no links"),
    "has:media": ("has media", "no media"),
    "has:hashtags": ("has hashtags", "no hashtags"),
    "has:mentions": ("has mentions", "no mentions"),
    "has:images": ("has images", "no images"),
    "has:video": ("has video", "no video"),
    "min": ("{+}", "under {}"),
    "max": ("up to {}", "over {}"),
    "newer": ("last {}", "over {} old"),
    "older": ("over {} old", "last {}"),
    "in": ("in {}", "not in {}"),
    "tag": ("tag {}", "no tag {}"),
    "category": ("category {}", "not category {}"),
    "list": ("list {}", "not list {}"),
    "chat": ("chat #{}", "not chat #{}"),
    "source": ("source {}", "not source {}"),
    "source:home": ("home timeline", "not home timeline"),
    "source:own": ("own archive", "not own archive"),
}
_POST = {
    **_CHIP,
    "word": ("“{}”", "without “{}”"),
    "phrase": ("“{}”", "without “{}”"),
    "hashtag": ("#{}", "without #{}"),
    "mention": ("names @{}", "does not name @{}"),
    "from": ("by @{}", "not by @{}"),
    "to": ("answers @{}", "does not answer @{}"),
    "lang": ("in {}", "not in {}"),
    "is:repost": ("repost", "not a repost"),
    "is:quote": ("quote", "not a quote"),
    "is:reply": ("reply", "not a reply"),
    "is:ally": ("ally", "not an ally"),
    "is:private": ("private account", "not a private account"),
    "is:muted": ("muted", "not muted"),
    "list": ("in the list {}", "not in the list {}"),
    "chat": ("in the chat #{}", "not in the chat #{}"),
    "source": ("read from {}", "not read from {}"),
}


def say_in_sentence(term: Term, *, holds: bool) -> str:
    """Return a condition or its opposite, to follow the word “posts”."""
    return _say(_SENTENCE, term, holds=holds)


def say_on_chip(term: Term, *, holds: bool) -> str:
    """Return a condition or its opposite, short."""
    return _say(_CHIP, term, holds=holds)


def say_of_post(term: Term, *, holds: bool) -> str:
    """Return what a condition or its opposite says about one post."""
    return _say(_POST, term, holds=holds)


def name_count(on: On, number: int) -> str:
    """Return a number of what ``min_`` and ``max_`` count (``1 like``, ``12 reposts``)."""
    one, many = _NOUNS[on.value[4:]]
    return f"{number} {one if number == 1 else many}"


def _say(table: dict[str, tuple[str, str]], term: Term, *, holds: bool) -> str:
    """Return the words that a table has for a condition or its opposite."""
    text = table.get(_name_key(term), ("{}", "not {}"))[0 if holds else 1]
    if text == "{+}":
        return f"{term.value}+ {_NOUNS[term.on.value[4:]][1]}"
    return text.replace("{}", _name_value(term))


def _name_key(term: Term) -> str:
    """Return under which key the tables have a condition."""
    if term.on in {On.IS, On.HAS} or (term.on is On.SOURCE and term.value in {"home", "own"}):
        return f"{term.on.value}:{term.value}"
    field = term.on.value
    return field[:3] if field.startswith(("min_", "max_")) else field


def _name_value(term: Term) -> str:
    """Return the value of a condition in words (``5 likes``, ``3 days``, ``English``)."""
    if term.on.value.startswith(("min_", "max_")):
        number = read_number(term.value)
        return term.value if number is None else name_count(term.on, number)
    if term.on in {On.SINCE, On.UNTIL}:
        return name_moment(term.value)
    if term.on in {On.NEWER, On.OLDER}:
        return name_span(term.value)
    return LANGUAGES.get(term.value, term.value) if term.on is On.LANG else term.value
