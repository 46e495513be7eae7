"""Mutes: words, phrases, hashtags and authors that stay quiet, for a while or for ever."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.filters.words import in_row, is_whole, tag_word, term_words
from allybook.domain.reading.echoes import echoed, echoed_handles
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.domain.spoken import Pattern, Spoken

MUTES = "mutes"
"""The name of the setting."""


class MuteKind(StrEnum):
    """What a mute looks at."""

    WORD = "word"
    PHRASE = "phrase"
    HASHTAG = "hashtag"
    AUTHOR = "author"


class Spell(StrEnum):
    """How long a mute lasts."""

    DAY = "day"
    WEEK = "week"
    EVER = "ever"


SPELLS = {Spell.DAY: timedelta(days=1), Spell.WEEK: timedelta(weeks=1), Spell.EVER: None}
_WORDS: Mapping[MuteKind, Pattern] = {
    MuteKind.WORD: "“{value}”",
    MuteKind.PHRASE: "“{value}”",
    MuteKind.HASHTAG: "#{value}",
    MuteKind.AUTHOR: "@{value}",
}


class Mute(Struct, frozen=True):
    """One mute. ``value`` has no # or @; ``until`` is UTC, None for ever.

    An author is muted by ``user_id`` where it is known, else by the handle that an account has now;
    ``value`` is empty while X has not told by which handle an id goes.
    """

    kind: MuteKind
    value: str
    until: datetime | None = None
    user_id: str | None = None

    @property
    def words(self) -> Spoken:
        """Return what is muted (``“crypto”``, ``#giveaway``, ``@ana``)."""
        if self.kind is MuteKind.AUTHOR and not self.value:
            return speak("account {user_id}", user_id=self.user_id)
        return speak(_WORDS[self.kind], value=self.value)

    def same(self, other: Mute) -> bool:
        """Return whether another mute reaches the same posts, however long."""
        return self.reach == other.reach

    @property
    def reach(self) -> tuple[str, ...]:
        """Return what it looks for as posts are compared with it: ``café`` is ``cafe``."""
        if self.kind is MuteKind.AUTHOR:
            return MuteKind.AUTHOR, self.user_id or self.value.lower()
        if self.kind is MuteKind.HASHTAG:
            return MuteKind.HASHTAG, tag_word(self.value)
        return MuteKind.WORD, *term_words(self.value)

    def lasts(self, now: datetime) -> bool:
        """Return whether it is still in force at ``now`` (UTC)."""
        return self.until is None or now < self.until


class Heard(Struct, frozen=True):
    """A post with its author, and those of the posts that it brings along, where known.

    A quote brings the post that it quotes. A repost is the post that it passes on: it brings that,
    and what that one brings.
    """

    post: Post
    author: Account | None = None
    originals: tuple[tuple[Post, Account | None], ...] = ()


class MuteTable(Struct, frozen=True):
    """Mutes by what they look for, so that a post is looked up and not held against each.

    Each is told by its place among the mutes: of all that a post falls under, the first counts. A
    word or phrase stands under its longest token, with its tokens in a row.
    """

    mutes: tuple[Mute, ...]
    rows: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)

    def find(self, heard: Heard) -> Mute | None:
        """Return the first mute that a post falls under, by itself or by what it brings along."""
        found = [*self._find_in(heard.post, heard.author)]
        for post, author in heard.originals:
            found += self._find_in(post, author)
        if self.names:
            found += (self.names[one] for one in _names(heard) if one in self.names)
        return self.mutes[min(found)] if found else None

    def _find_in(self, post: Post, author: Account | None) -> Iterator[int]:
        """Yield the places of the mutes that are about a post itself."""
        if self.rows:
            yield from self._find_words(term_words(post.text))
        if self.tags:
            yield from (self.tags[one] for one in map(tag_word, post.hashtags) if one in self.tags)
        if post.author_id in self.ids:
            yield self.ids[post.author_id]
        if self.unknown and author is not None and author.handle.lower() in self.unknown:
            yield self.unknown[author.handle.lower()]

    def _find_words(self, words: tuple[str, ...]) -> Iterator[int]:
        if self.rows.keys().isdisjoint(words):
            return
        line = in_row(words)
        for word in self.rows.keys() & words:
            yield from (place for place, row in self.rows[word] if row in line)


@lru_cache(maxsize=2)
def table_of(mutes: tuple[Mute, ...]) -> MuteTable:
    """Return mutes that are in force as a table, made once for all the posts that are asked about.

    An author whose id is known is found by that alone, but by name where others pass them on.
    """
    table = MuteTable(mutes)
    for place, mute in enumerate(mutes):
        if mute.kind is not MuteKind.AUTHOR:
            _enter_words(table, place, mute)
            continue
        handle = mute.value.lower()
        table.names.setdefault(handle, place)
        if mute.user_id is None:
            table.unknown.setdefault(handle, place)
        else:
            table.ids.setdefault(mute.user_id, place)
    return table


def _enter_words(table: MuteTable, place: int, mute: Mute) -> None:
    """Enter a word, phrase or hashtag; one that nothing can be compared with mutes nothing."""
    if not is_whole(mute.value):
        return
    if mute.kind is MuteKind.HASHTAG:
        tag = tag_word(mute.value)
        if tag:
            table.tags.setdefault(tag, place)
    elif words := term_words(mute.value):
        table.rows.setdefault(max(words, key=len), []).append((place, in_row(words)))


def _names(heard: Heard) -> frozenset[str]:
    """Return whose posts a post brings along, as far as posts say so themselves."""
    names, post = echoed_handles(heard.post), heard.post
    if post.repost_of is None:
        return names
    passed_on = (one for one, _author in heard.originals if one.post_id in echoed(post))
    return names.union(*map(echoed_handles, passed_on))


def read_mutes(text: str) -> tuple[Mute, ...]:
    """Return the mutes that a setting holds, oldest first; ended ones among them."""
    if not text:
        return ()
    from allybook.domain.kept_rows import read_rows  # noqa: PLC0415 (most people mute nobody)

    return tuple(read_rows(text, Mute))


def write_mutes(mutes: Iterable[Mute], before: str = "") -> str:
    """Return the text of a setting; what could not be read in the one ``before`` goes along."""
    rows = [
        {
            "kind": mute.kind.value,
            "value": mute.value,
            "until": mute.until.isoformat() if mute.until else None,
            "user_id": mute.user_id,
        }
        for mute in mutes
    ]
    if not (rows or before):
        return ""
    from allybook.domain.kept_rows import write_rows  # noqa: PLC0415 (the same)

    text = write_rows(rows, before, Mute)
    return "" if text == "[]" else text
