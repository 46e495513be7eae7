"""A chat read as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.chat.nominations import find_nominations
from allybook.domain.chat.questions import find_questions
from allybook.domain.chat.roles import find_people, is_repost
from allybook.domain.chat.sittings import oldest_first

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.chat.nominations import Nomination
    from allybook.domain.chat.questions import Question
    from allybook.domain.chat.roles import Participant
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post


class Chat(Struct, frozen=True):
    """One chat. ``posts`` and plain ``reposts`` are apart, both oldest first; times are UTC.

    ``start`` and ``end`` are the first and the last post's time, None for a chat without posts.
    ``participants`` wrote at least one post, the busiest first; ``reposters`` (user ids) only
    passed others' posts on. ``nominations`` come strongest first.
    """

    hashtag: str
    start: datetime | None
    end: datetime | None
    posts: tuple[Post, ...]
    reposts: tuple[Post, ...]
    participants: tuple[Participant, ...]
    reposters: tuple[str, ...]
    questions: tuple[Question, ...]
    nominations: tuple[Nomination, ...]

    @property
    def reposted(self) -> int:
        """Return how often X says that these posts were passed on, whether or not that was read."""
        return sum(post.metrics.reposts for post in self.posts)


def read_chat(hashtag: str, posts: Sequence[Post], *, accounts: Mapping[str, Account]) -> Chat:
    """Return what happened in the chat of ``hashtag`` (with or without #).

    ``posts`` are its posts in any order, repeated or not; ``accounts`` those known, by user id.
    """
    tag = hashtag.strip().lstrip("#\uff03")
    ordered = oldest_first(posts)
    written = tuple(post for post in ordered if not is_repost(post))
    passed_on = tuple(post for post in ordered if is_repost(post))
    questions = find_questions(written)
    people = find_people(written, passed_on, questions, accounts)
    return Chat(
        hashtag=tag,
        start=ordered[0].created_at if ordered else None,
        end=ordered[-1].created_at if ordered else None,
        posts=written,
        reposts=passed_on,
        participants=people.participants,
        reposters=people.reposters,
        questions=questions,
        nominations=find_nominations(tag, written, questions, people, accounts),
    )
