"""The people of a chat: who hosts, who is the guest, who took part, who only passed posts on."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.chat.voices import ASKED_FOR
from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.chat.questions import Question
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post

_PASSED_ON = expression(rf"\s*+RT @\w++(?!{ASKED_FOR})")
_SENTENCE = re.compile(r"[^.!?\n]+")
_GUEST = re.compile(
    r"\b(?:guest|joined by|joining us|our (?:\w+ )?(?:expert|speaker)|co-?host\w*|featuring)\b",
    re.IGNORECASE,
)


class ChatRole(StrEnum):
    """What someone is in a chat."""

    HOST = "host"
    GUEST = "guest"
    PARTICIPANT = "participant"


class Participant(Struct, frozen=True):
    """One account that wrote in a chat; ``handle`` is empty where it is not known.

    ``posts`` are its own words, ``answers`` those among them that answer a question, ``reposts``
    the posts of others that it passed on.
    """

    user_id: str
    handle: str
    role: ChatRole
    posts: int
    answers: int
    reposts: int


class People(Struct, frozen=True):
    """Everyone in a chat: the busiest participant first; reposters (user ids) wrote nothing."""

    participants: tuple[Participant, ...]
    reposters: tuple[str, ...]

    def handles(self, *roles: ChatRole) -> frozenset[str]:
        """Return the known handles of some roles (of everyone, if none are named), lower-cased."""
        return frozenset(
            person.handle.lower()
            for person in self.participants
            if person.handle and (person.role in roles or not roles)
        )


def is_repost(post: Post) -> bool:
    """Return whether a post only passes another one on, the new way or by hand ("RT @...")."""
    return post.repost_of is not None or _PASSED_ON.match(post.text) is not None


def find_people(
    written: Sequence[Post],
    passed_on: Sequence[Post],
    questions: Sequence[Question],
    accounts: Mapping[str, Account],
) -> People:
    """Return who took part; ``written`` are posts in own words, ``passed_on`` plain reposts."""
    posts = Counter(post.author_id for post in written)
    reposts = Counter(post.author_id for post in passed_on)
    answering = {post_id for question in questions for post_id in question.answers}
    answers = Counter(post.author_id for post in written if post.post_id in answering)
    handles = _handles(written, accounts)
    roles = _roles(written, questions, handles)
    participants = (
        Participant(
            user_id,
            handles.get(user_id, ""),
            roles.get(user_id, ChatRole.PARTICIPANT),
            count,
            answers[user_id],
            reposts[user_id],
        )
        for user_id, count in posts.items()
    )
    busiest = sorted(participants, key=lambda one: (-one.posts, one.handle.lower(), one.user_id))
    return People(tuple(busiest), tuple(sorted(reposts.keys() - posts.keys())))


def _handles(posts: Iterable[Post], accounts: Mapping[str, Account]) -> dict[str, str]:
    """Return handles by user id: as others wrote them, better as X gave them."""
    named = (mention for post in posts for mention in post.mentions)
    handles = {mention.user_id: mention.handle for mention in named if mention.user_id}
    return handles | {one.user_id: one.handle for one in accounts.values() if one.handle}


def _roles(
    posts: Iterable[Post], questions: Sequence[Question], handles: Mapping[str, str]
) -> dict[str, ChatRole]:
    asked = Counter(question.author_id for question in questions)
    hosts = {user_id for user_id, _ in asked.most_common(1)}
    by_handle = {handle.lower(): user_id for user_id, handle in handles.items()}
    guests = {
        by_handle.get(handle)
        for post in posts
        if post.author_id in hosts
        for handle in _introduced(post)
    }
    # Who asks several questions and is no guest shares the host's chair.
    hosts |= {user_id for user_id, count in asked.items() if count > 1 and user_id not in guests}
    roles = {user_id: ChatRole.GUEST for user_id in guests if user_id is not None}
    return roles | dict.fromkeys(hosts, ChatRole.HOST)


def _introduced(post: Post) -> Iterable[str]:
    """Return the handles, lower-cased, that a post of the host introduces as a guest."""
    for sentence in _SENTENCE.findall(post.text):
        if _GUEST.search(sentence):
            yield from (handle.lower() for handle in re.findall(r"@(\w+)", sentence))
