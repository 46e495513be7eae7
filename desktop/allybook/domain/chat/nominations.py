"""Whom a chat shared as allies: organisations, people and hashtags, each with its evidence."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.entry import Kind
from allybook.domain.book.keys import account_key, hashtag_key, is_key
from allybook.domain.chat import cues
from allybook.domain.chat.questions import find_threads
from allybook.domain.chat.roles import ChatRole
from allybook.domain.chat.sharing import Setting, find_shared
from allybook.domain.hashtags import ease, is_tag
from allybook.domain.people.bios import guess_organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.chat.questions import Question
    from allybook.domain.chat.roles import People
    from allybook.domain.chat.sharing import Shared, SharedBy
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post

_ASKS_FOR_ACCOUNTS = re.compile(cues.ASKS_FOR_ACCOUNTS, re.IGNORECASE)
_ASKS_FOR_HASHTAGS = re.compile(cues.ASKS_FOR_HASHTAGS, re.IGNORECASE)


class Evidence(Struct, frozen=True):
    """One post in which someone shared an ally: who, when (UTC), to which question, in what words.

    ``question`` is None outside of any question; ``phrase`` is the sentence; ``why`` says what
    made it count.
    """

    post_id: str
    user_id: str
    at: datetime
    question: int | None
    phrase: str
    why: SharedBy


class Nomination(Struct, frozen=True):
    """One account or hashtag that people shared.

    ``name`` is the handle as most wrote it, or the tag as it is read best, without @ or #;
    ``user_id`` is None where it is not known. ``score`` counts different people; ``uncertain`` says
    that ``kind`` is a guess from the handle alone, or from a profile that does not tell.
    """

    name: str
    user_id: str | None
    kind: Kind
    uncertain: bool
    score: int
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> str:
        """Return the record key that a book knows this ally by."""
        if self.kind == Kind.HASHTAG:
            return hashtag_key(self.name)
        return account_key(self.user_id, self.name)


def find_nominations(
    hashtag: str,
    posts: Sequence[Post],
    questions: Sequence[Question],
    people: People,
    accounts: Mapping[str, Account],
) -> tuple[Nomination, ...]:
    """Return what the posts of a chat share, strongest first; ``posts`` oldest first, no reposts.

    Nobody nominates themselves, and the chat's own hashtag and host are no news to anyone. What no
    book can have is left out.
    """
    room = _room(hashtag, posts, people, accounts)
    threads = find_threads(posts, questions)
    asking = {one for q in questions for one in (q.post_id, *q.repeats)}
    asked_tags = _answers_to(_ASKS_FOR_HASHTAGS, questions)
    asked = _answers_to(_ASKS_FOR_ACCOUNTS, questions) | asked_tags
    found: dict[str, list[tuple[Shared, Evidence]]] = {}
    for post in posts:
        if post.post_id in asking:
            continue
        setting = Setting(
            never=room.never | _addressed(post, room),
            present=room.present,
            asked=post.post_id in asked,
            asked_tags=post.post_id in asked_tags,
        )
        for shared in find_shared(post, setting):
            if not _has_key(shared, room):
                continue
            sign = "#" if shared.is_tag else "@"
            evidence = _evidence(post, shared, threads.get(post.post_id))
            found.setdefault(sign + shared.name.lower(), []).append((shared, evidence))
    return _strongest_first(_nomination(those, room) for those in found.values())


def merge(nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
    """Return nominations with those of one record as one, strongest first; a post counts once."""
    by_key: dict[str, list[Nomination]] = {}
    for one in nominations:
        by_key.setdefault(one.key, []).append(one)
    return _strongest_first(map(_as_one, by_key.values()))


def _as_one(those: Sequence[Nomination]) -> Nomination:
    if len(those) == 1:
        return those[0]
    said = {item.post_id: item for one in reversed(those) for item in one.evidence}
    return replace(
        those[0],
        uncertain=all(one.uncertain for one in those),
        score=len({item.user_id for item in said.values()}),
        evidence=tuple(sorted(said.values(), key=lambda item: (item.at, item.post_id))),
    )


def _strongest_first(nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
    return tuple(
        sorted(nominations, key=lambda one: (-one.score, -len(one.evidence), one.name.lower()))
    )


class _Room(Struct, frozen=True):
    """Who is known around a chat: handles lower-cased, ``never`` with @ or #."""

    never: frozenset[str]
    present: frozenset[str]
    handles: Mapping[str | None, str]
    authors: Mapping[str, str]
    user_ids: Mapping[str, str]
    accounts: Mapping[str, Account]


def _room(
    hashtag: str, posts: Sequence[Post], people: People, accounts: Mapping[str, Account]
) -> _Room:
    mentions = (mention for post in posts for mention in post.mentions)
    named = {one.handle.lower(): one.user_id for one in mentions if one.user_id}
    by_handle = {one.handle.lower(): one for one in accounts.values() if one.handle}
    guests = people.handles(ChatRole.GUEST)
    # As they are written: capitals tell the words of a handle apart.
    named_people = (person.handle for person in people.participants if person.handle)
    persons = (
        handle.lower()
        for handle in named_people
        if _guess(handle, by_handle.get(handle.lower())) is not True
    )
    return _Room(
        never=frozenset(f"@{host}" for host in people.handles(ChatRole.HOST))
        | {f"#{hashtag.lower()}"},
        present=guests | frozenset(persons),
        handles={person.user_id: person.handle.lower() for person in people.participants},
        authors={post.post_id: post.author_id for post in posts},
        user_ids=named | {handle: one.user_id for handle, one in by_handle.items()},
        accounts=by_handle,
    )


def _has_key(shared: Shared, room: _Room) -> bool:
    """Return whether a book can have it: old handles were longer, and files call #2024 a tag."""
    name = shared.name.lower()
    return is_tag(name) if shared.is_tag else is_key(room.user_ids.get(name) or f"@{name}")


def _answers_to(asks: re.Pattern[str], questions: Iterable[Question]) -> frozenset[str]:
    return frozenset(
        answer for question in questions if asks.match(question.text) for answer in question.answers
    )


def _addressed(post: Post, room: _Room) -> frozenset[str]:
    """Return the names of the author and of the one who is replied to, whom X names by itself."""
    user_ids = {post.author_id, post.reply_to_user, room.authors.get(post.reply_to or "")} - {None}
    told = {mention.handle.lower() for mention in post.mentions if mention.user_id in user_ids}
    known = {room.handles[user_id] for user_id in user_ids if user_id in room.handles}
    return frozenset(f"@{name}" for name in told | known)


def _evidence(post: Post, shared: Shared, question: int | None) -> Evidence:
    return Evidence(
        post.post_id, post.author_id, post.created_at, question, shared.phrase, shared.why
    )


def _nomination(those: Sequence[tuple[Shared, Evidence]], room: _Room) -> Nomination:
    first = those[0][0]
    counted = Counter(shared.name for shared, _ in those)
    # A hashtag is remembered in its most readable spelling, even if few wrote it so.
    written = max(counted, key=lambda name: (first.is_tag and ease(name), counted[name]))
    account = None if first.is_tag else room.accounts.get(first.name.lower())
    guess = None if first.is_tag else _guess(first.name, account)
    account_kind = Kind.ORGANISATION if guess else Kind.PERSON
    evidence = tuple(evidence for _, evidence in those)
    return Nomination(
        name=account.handle if account else written,
        user_id=None if first.is_tag else room.user_ids.get(first.name.lower()),
        kind=Kind.HASHTAG if first.is_tag else account_kind,
        uncertain=not first.is_tag and (account is None or guess is None),
        score=len({one.user_id for one in evidence}),
        evidence=evidence,
    )


def _guess(handle: str, account: Account | None) -> bool | None:
    if account is None:
        return guess_organisation(handle)
    return guess_organisation(account.handle, account.name, account.bio)
