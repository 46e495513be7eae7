"""Mutes: words, phrases, hashtags and authors that stay quiet, for a while or for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.subject import Subject
from allybook.domain.filters.tree import On, Term
from allybook.domain.filters.words import tag_word, term_words
from allybook.domain.reading.echoes import echoed, echoed_handles
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.domain.filters.terms import Test
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
_TERMS = {MuteKind.WORD: On.WORD, MuteKind.PHRASE: On.PHRASE, MuteKind.HASHTAG: On.HASHTAG}


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

    @property
    def term(self) -> Term | None:
        """Return the condition on a post's words, or None for an author."""
        return Term(_TERMS[self.kind], self.value) if self.kind in _TERMS else None

    def same(self, other: Mute) -> bool:
        """Return whether another mute reaches the same posts, however long."""
        return self._reach == other._reach

    @property
    def _reach(self) -> tuple[str, ...]:
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


def find_mute(mutes: Iterable[Mute], heard: Heard, now: datetime) -> Mute | None:
    """Return the first mute in force at ``now`` (UTC) that a post falls under.

    It falls under it by itself, or by what it passes on or quotes.
    """
    own = (heard.post, heard.author)
    names = _names(heard)
    for mute in (one for one in mutes if one.lasts(now)):
        if any(_holds(mute, post, author) for post, author in (own, *heard.originals)):
            return mute
        if mute.kind is MuteKind.AUTHOR and mute.value.lower() in names:
            return mute
    return None


def _names(heard: Heard) -> frozenset[str]:
    """Return whose posts a post brings along, as far as posts say so themselves."""
    names, post = echoed_handles(heard.post), heard.post
    if post.repost_of is None:
        return names
    passed_on = (one for one, _author in heard.originals if one.post_id in echoed(post))
    return names.union(*map(echoed_handles, passed_on))


@lru_cache(maxsize=256)
def _matcher(term: Term) -> Test:
    """Return what tells whether a post has the words, which hang on no moment; made once."""
    from allybook.domain.filters.match import matcher  # noqa: PLC0415 (a reading mutes nobody)

    return matcher(term, datetime.min.replace(tzinfo=UTC))


def _holds(mute: Mute, post: Post, author: Account | None) -> bool:
    """Return whether a mute is about a post itself."""
    term = mute.term
    if term is not None:
        return _matcher(term)(Subject(post))
    if mute.user_id is not None:
        return post.author_id == mute.user_id
    return author is not None and author.handle.lower() == mute.value.lower()


def read_mutes(text: str) -> tuple[Mute, ...]:
    """Return the mutes that a setting holds, oldest first; ended ones among them."""
    if not text:
        return ()
    import json  # noqa: PLC0415 (most people mute nobody)

    return tuple(
        Mute(
            MuteKind(row["kind"]),
            row["value"],
            datetime.fromisoformat(row["until"]) if row.get("until") else None,
            row.get("user_id"),
        )
        for row in json.loads(text)
    )


def write_mutes(mutes: Iterable[Mute]) -> str:
    """Return the text of a setting."""
    rows = [
        {
            "kind": mute.kind.value,
            "value": mute.value,
            "until": mute.until.isoformat() if mute.until else None,
            "user_id": mute.user_id,
        }
        for mute in mutes
    ]
    if not rows:
        return ""
    import json  # noqa: PLC0415 (the same)

    return json.dumps(rows, ensure_ascii=False)
