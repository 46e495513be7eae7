"""What makes a post of a file noisier, or calmer, by what else is told: there or in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.filters.times import local, zone_of
from allybook.domain.filters.words import tag_word
from allybook.domain.mutes import Heard, table_of
from allybook.domain.noise import Mark
from allybook.domain.noise.scoring import is_repost
from allybook.domain.noise.streaks import Streaks
from allybook.domain.reading.echoes import echoed
from allybook.services.timeline.copies import Copies
from allybook.services.timeline.mutes import held_against

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.mutes import Mute, MuteTable
    from allybook.domain.noise import Near
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.services.desk import Desk

REPOST, NEAR, STREAK, CHAT = map(int, (Mark.REPOST, Mark.NEAR, Mark.STREAK, Mark.CHAT))
More = tuple[int, ...]
"""Sums of marks of which a post has one."""
ALONE: More = (0,)
COPY: More = (0, NEAR)
EITHER: More = (0, NEAR, STREAK, NEAR + STREAK)


class NotedPosts:
    """All posts of a file, noted as they come, and asked about when all have come."""

    def __init__(self, desk: Desk, mutes: tuple[Mute, ...], now: datetime) -> None:
        """Begin with none; ``mutes`` are those in force ``now``, in the zone of days."""
        told = held_against(desk, mutes)
        self._mutes, self._now = table_of(told) if told else None, now
        self._chats = desk.chats()
        self._copies, self._streaks = Copies(desk.sketch), Streaks()
        self._heard: dict[str, tuple[Post, Account | None]] = {}

    def add(self, posts: Sequence[Post], authors: Mapping[str, Account], lump: int) -> None:
        """Note the posts of the ``lump``-th part of the file."""
        self._copies.add(posts, lump)
        self._streaks.add(posts)
        if self._mutes is not None:
            self._hear(posts, authors, self._mutes)

    def _hear(
        self, posts: Sequence[Post], authors: Mapping[str, Account], mutes: MuteTable
    ) -> None:
        """Note the posts on which a mute can hang."""
        for post in posts:
            author = authors.get(post.author_id)
            if echoed(post) or mutes.find(Heard(post, author)):
                self._heard[post.post_id] = post, author
            else:
                self._heard.pop(post.post_id, None)

    def chat(self, post: Post) -> int:
        """Return the mark of a post that carries the hashtag of a chat that was read."""
        if not post.hashtags or not self._chats:
            return 0
        return 0 if self._chats.isdisjoint(map(tag_word, post.hashtags)) else CHAT

    def may_come(self, post: Post, marks: int) -> More:
        """Return what others can bring to a post with the ``marks`` of its form."""
        if marks & REPOST:
            return ALONE
        return EITHER if (post.links or post.mentions) and post.reply_to is None else COPY

    def may_be_muted(self, post: Post) -> bool:
        """Return whether a mute can reach a post through another one."""
        return self._mutes is not None and (post.repost_of is not None or post.quote_of is not None)

    def mute(self, post: Post, author: Account | None) -> Mute | None:
        """Return what a post is muted by: itself, or so far as told what it passes on or quotes."""
        if self._mutes is None or (post.post_id not in self._heard and not echoed(post)):
            return None
        originals = self._brought(post)
        if post.repost_of is not None:
            further = [one for passed, _author in originals for one in self._brought(passed)]
            originals = [*originals, *further]
        return self._mutes.find(Heard(post, author, tuple(originals)))

    def _brought(self, post: Post) -> list[tuple[Post, Account | None]]:
        """Return what a post passes on or quotes, where a mute can hang on it."""
        return [self._heard[one] for one in echoed(post) if one in self._heard]

    def streak(self, post: Post) -> int:
        """Return the mark of a post that ends a streak of self-promotion."""
        return STREAK if self._streaks.holds(post) else 0

    def near(self, post: Post, authors: Mapping[str, Account]) -> Near | None:
        """Return the older post that one is nearly the same as, or None."""
        near = None if is_repost(post) else self._copies.find(post, authors)
        if near is None or near.at is None:
            return near
        return replace(near, at=local(near.at, zone_of(self._now)))
