"""What each single condition asks of a post (the table in ``match`` says it in words)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.filters.facts import addressee
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.times import read_moment, read_span, zone_of
from allybook.domain.filters.tree import On
from allybook.domain.filters.words import (
    fold,
    fold_name,
    in_row,
    is_whole,
    mention_word,
    tag_word,
    term_row,
    term_words,
)
from allybook.domain.reading.sources import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from allybook.domain.filters.tree import Term

Test = Callable[[Subject], bool]
Count = Callable[[Subject], int]
Names = Callable[[Subject], Iterable[str]]

MOST_DIGITS = 18
"""Numbers stay within what SQL holds."""
_HIGHEST_ID = 2**63 - 1
_LONGEST_ID = len(str(_HIGHEST_ID))


def tester(term: Term, now: datetime) -> Test:
    """Return the test for one condition, its value folded and read once."""
    if not is_whole(term.value):
        return _keep_nothing
    if term.on in _TIMES:
        return _TIMES[term.on](term.value, now)
    return _MAKERS[term.on](term.value)


def read_number(value: str) -> int | None:
    """Return a whole number of at most 18 digits, or None."""
    is_number = value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS
    return int(value) if is_number else None


def read_id(value: str) -> str | None:
    """Return an id of X (a number of 63 bits) without zeros before it, or None."""
    digits = value.lstrip("0")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_ID
    return digits if is_number and int(digits) <= _HIGHEST_ID else None


COUNTS: dict[On, Count] = {
    On.MIN_LIKES: lambda subject: subject.post.metrics.likes,
    On.MIN_REPOSTS: lambda subject: subject.post.metrics.reposts,
    On.MIN_REPLIES: lambda subject: subject.post.metrics.replies,
    On.MAX_LIKES: lambda subject: subject.post.metrics.likes,
    On.MAX_REPOSTS: lambda subject: subject.post.metrics.reposts,
    On.MAX_REPLIES: lambda subject: subject.post.metrics.replies,
    On.NOISE_ABOVE: lambda subject: subject.noise,
    On.NOISE_UP_TO: lambda subject: subject.noise,
}
"""The number that a condition looks at."""

_IS: dict[str, Test] = {
    "repost": lambda subject: subject.post.repost_of is not None,
    "quote": lambda subject: subject.post.quote_of is not None,
    "reply": lambda subject: subject.post.reply_to is not None,
    "verified": lambda subject: subject.author is not None and subject.author.verified,
    "ally": lambda subject: bool(subject.books),
    "private": lambda subject: subject.author is not None and subject.author.private,
    "muted": lambda subject: subject.muted,
    "question": lambda subject: subject.question,
    "copy": lambda subject: subject.copy,
}
_HAS: dict[str, Test] = {
    "links": lambda subject: bool(subject.post.links),
    "media": lambda subject: bool(subject.post.media),
    "hashtags": lambda subject: bool(subject.post.hashtags),
    "mentions": lambda subject: bool(subject.post.mentions),
    "images": lambda subject: "photo" in subject.post.media,
    "video": lambda subject: "video" in subject.post.media,
}


def _keep_nothing(_subject: Subject) -> bool:
    return False


def _text(value: str) -> Test:
    words = term_words(value)
    if not words:
        return _keep_nothing
    row = in_row(words)
    return lambda subject: row in term_row(subject.post.text)


def any_text(values: Iterable[str]) -> Test:
    """Return the test for any one of many words or phrases, looked up in the text all at once."""
    rows: dict[str, list[str]] = {}
    for words in filter(None, map(term_words, filter(is_whole, values))):
        rows.setdefault(max(words, key=len), []).append(in_row(words))

    def test_any(subject: Subject) -> bool:
        """Return whether a post has any of them."""
        words = term_words(subject.post.text)
        if rows.keys().isdisjoint(words):
            return False
        row = in_row(words)
        return any(one in row for word in rows.keys() & words for one in rows[word])

    return test_any


def _hashtag(value: str) -> Test:
    word = tag_word(value)
    if not word:
        return _keep_nothing
    return lambda subject: word in map(tag_word, subject.post.hashtags)


def _mention(value: str) -> Test:
    word = mention_word(value)
    if not word:
        return _keep_nothing
    return lambda subject: any(word == mention_word(m.handle) for m in subject.post.mentions)


def _from(value: str) -> Test:
    handle = value.lower()
    if not handle:
        return _keep_nothing
    return lambda subject: subject.author is not None and subject.author.handle.lower() == handle


def _author(value: str) -> Test:
    author_id = read_id(value)
    if author_id is None:
        return _keep_nothing
    return lambda subject: subject.post.author_id == author_id


def _to(value: str) -> Test:
    handle = value.lower()
    return (lambda subject: addressee(subject.post) == handle) if handle else _keep_nothing


def _url(value: str) -> Test:
    part = fold(value)
    if not part:
        return _keep_nothing
    return lambda subject: any(part in fold(link) for link in subject.post.links)


def _lang(value: str) -> Test:
    code = value.lower()
    return lambda subject: subject.post.lang.lower() == code


def _named(names: Names, value: str) -> Test:
    name = fold_name(value)
    if not name:
        return _keep_nothing
    return lambda subject: any(fold_name(each) == name for each in names(subject))


def _tags(subject: Subject) -> Iterator[str]:
    return (tag for standing in subject.books.values() for tag in standing.tags)


def _categories(subject: Subject) -> Iterator[str]:
    return (standing.category for standing in subject.books.values())


def _lists(subject: Subject) -> Iterator[str]:
    return (source.name for source in subject.sources if source.origin is Origin.LIST)


def _chats(subject: Subject) -> Iterator[str]:
    return (source.name for source in subject.sources if source.origin is Origin.CHAT)


def _sources(subject: Subject) -> Iterator[str]:
    others = (one for one in subject.sources if one.origin is not Origin.LIST)
    return (word for one in others for word in (one.origin.value, one.name))


def _at_least(on: On, value: str) -> Test:
    count, least = COUNTS[on], read_number(value)
    return _keep_nothing if least is None else lambda subject: count(subject) >= least


def _at_most(on: On, value: str) -> Test:
    count, most = COUNTS[on], read_number(value)
    return _keep_nothing if most is None else lambda subject: count(subject) <= most


def _above(on: On, value: str) -> Test:
    count, limit = COUNTS[on], read_number(value)
    return _keep_nothing if limit is None else lambda subject: count(subject) > limit


_MAKERS: dict[On, Callable[[str], Test]] = {
    On.WORD: _text,
    On.PHRASE: _text,
    On.HASHTAG: _hashtag,
    On.MENTION: _mention,
    On.FROM: _from,
    On.AUTHOR: _author,
    On.TO: _to,
    On.URL: _url,
    On.LANG: _lang,
    On.IS: lambda value: _IS.get(value, _keep_nothing),
    On.HAS: lambda value: _HAS.get(value, _keep_nothing),
    On.IN: partial(_named, lambda subject: subject.books),
    On.TAG: partial(_named, _tags),
    On.CATEGORY: partial(_named, _categories),
    On.LIST: partial(_named, _lists),
    On.CHAT: partial(_named, _chats),
    On.SOURCE: partial(_named, _sources),
    On.MIN_LIKES: partial(_at_least, On.MIN_LIKES),
    On.MIN_REPOSTS: partial(_at_least, On.MIN_REPOSTS),
    On.MIN_REPLIES: partial(_at_least, On.MIN_REPLIES),
    On.MAX_LIKES: partial(_at_most, On.MAX_LIKES),
    On.MAX_REPOSTS: partial(_at_most, On.MAX_REPOSTS),
    On.MAX_REPLIES: partial(_at_most, On.MAX_REPLIES),
    On.NOISE_ABOVE: partial(_above, On.NOISE_ABOVE),
    On.NOISE_UP_TO: partial(_at_most, On.NOISE_UP_TO),
}


def _since(value: str, now: datetime) -> Test:
    moment = read_moment(value, zone_of(now))
    return _keep_nothing if moment is None else lambda subject: subject.post.created_at >= moment


def _until(value: str, now: datetime) -> Test:
    moment = read_moment(value, zone_of(now))
    return _keep_nothing if moment is None else lambda subject: subject.post.created_at < moment


def _newer(value: str, now: datetime) -> Test:
    span = read_span(value)
    if span is None:
        return _keep_nothing
    edge = now.astimezone(UTC) - span
    return lambda subject: subject.post.created_at >= edge


def _older(value: str, now: datetime) -> Test:
    span = read_span(value)
    if span is None:
        return _keep_nothing
    edge = now.astimezone(UTC) - span
    return lambda subject: subject.post.created_at < edge


_TIMES: dict[On, Callable[[str, datetime], Test]] = {
    On.SINCE: _since,
    On.UNTIL: _until,
    On.NEWER: _newer,
    On.OLDER: _older,
}
