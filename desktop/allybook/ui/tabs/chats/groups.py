"""A chat as groups: what came before, each question with what belongs to it, what came after."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.entry import Kind
from allybook.domain.chat.questions import find_threads, when_asked
from allybook.domain.chat.roles import ChatRole
from allybook.domain.expressions import expression, without_end
from allybook.domain.filters.times import local
from allybook.domain.hashtags import TAG
from allybook.domain.people.accounts import Standing
from allybook.domain.people.bios import looks_like_organisation
from allybook.services.chats.transcribe import chat_day
from allybook.ui.models.chat import ChatGroup, ChatPost, Shown
from allybook.ui.models.pills import Pill, PillTone
from allybook.ui.wording import answers, count, people, posts, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime, tzinfo

    from allybook.domain.chat.questions import Question
    from allybook.domain.chat.summary import Chat
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post

BEFORE, INTRODUCTIONS, AFTER, ALL = "before", "introductions", "after", "all"
# A chat lasts about an hour: people come a while before, and talk for a while after.
EARLY = timedelta(minutes=60)
LATE = timedelta(minutes=60)
NOON = 12
_LABEL = re.compile(
    r"\s*(?:question|qn|q)\s?[.:#-]?\d{1,2}\s?[.:)\u2013\u2014-]*\s*", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:re[\s:.-]{1,2})?(?:answer|ans|a|q)\s?[.:#-]?\d{1,2}(?!\d)[.:)]*", re.IGNORECASE
)
_TAIL = expression(rf"(?:\s*+(?:[#\uff03]{TAG}|https?://\S++))++\s*+|\s++")


class _Marks(Struct, frozen=True):
    """What stands beside the posts of a chat, by post or user id.

    ``day`` is that of the chat where the person is, in ``zone``; ``morning`` tells its half of it.
    """

    zone: tzinfo
    day: date | None
    morning: bool
    accounts: Mapping[str, Account]
    handles: Mapping[str, str]
    roles: Mapping[str, ChatRole]
    named: Counter[str]
    answers: Mapping[str, int]
    asking: Mapping[str, int]
    reposts: Counter[str]

    def shown(self, moment: datetime, key: str) -> Shown:
        """Return how much of the time of a post is shown in a group."""
        here = local(moment, self.zone)
        if here.date() != self.day:
            return Shown.DAY
        plain = key not in _AROUND and _is_morning(here) == self.morning
        return Shown.SHORT if plain else Shown.HALF

    def beside(self, words: str, post_ids: Iterable[str]) -> str:
        """Return words, and how many reposts of these posts stand apart."""
        number = sum(self.reposts[post_id] for post_id in post_ids)
        if not number:
            return words
        apart = translate("chats", "%1 repost apart") if number == 1 else _reposts()
        return f"{words}, {apart.replace('%1', count(number))}"


def question_key(number: int) -> str:
    """Return the key of a question's group."""
    return f"q{number}"


def asked(question: Question) -> str:
    """Return the words of a question, without its number and the hashtags at the end."""
    text = " ".join(question.text.split())
    return without_end(_TAIL, _LABEL.sub("", text, count=1)) or text


def bare(text: str) -> str:
    """Return the words of an answer, without its number and the hashtags at the end."""
    text = " ".join(text.split())
    found = _LEAD.match(text)
    return without_end(_TAIL, text[found.end() :] if found else text).strip()


def make_groups(chat: Chat, accounts: Mapping[str, Account], zone: tzinfo) -> tuple[ChatGroup, ...]:
    """Return the groups of a chat in their order; each post stands in one of them.

    ``zone`` is the person's: the chat has its day there.
    """
    marks = _mark(chat, accounts, zone)
    sorted_out = _sort_out(chat)
    groups = [_by_time(key, sorted_out[key], marks) for key in _FIRST if sorted_out[key]]
    groups += [
        _question(question, sorted_out[question_key(question.number)], marks)
        for question in sorted(chat.questions, key=lambda one: one.asked_at)
    ]
    groups += [_by_time(AFTER, sorted_out[AFTER], marks)] if sorted_out[AFTER] else []
    return tuple(groups)


def with_current(groups: Iterable[ChatGroup], key: str) -> tuple[ChatGroup, ...]:
    """Return the groups with one of the questions pinned and open."""
    return tuple(replace(one, current=one.key == key) for one in groups)


def richest(chat: Chat) -> str:
    """Return the key of the question to which most allies were shared; else of the first one."""
    shared = Counter(
        said.question for one in chat.nominations for said in one.evidence if said.question
    )
    numbers = [one.number for one in chat.questions]
    best = max(numbers, key=lambda number: shared[number], default=None)
    return ALL if best is None else question_key(best)


_FIRST = (ALL, BEFORE, INTRODUCTIONS)
_AROUND = frozenset({ALL, BEFORE, AFTER})
"""In these groups a time tells by itself nothing of the half of its day."""


def _sort_out(chat: Chat) -> Mapping[str, list[Post]]:
    """Return the posts by group; what carries no number belongs where the talk was then."""
    sorted_out: dict[str, list[Post]] = defaultdict(list)
    threads = find_threads(chat.posts, chat.questions)
    asking = {question.post_id for question in chat.questions}
    asked_at = _asked_live(chat)
    # What the host published beforehand stands there: its hour would look like one of the chat.
    live = {at for at, _ in asked_at}
    again = {post_id for question in chat.questions for post_id in question.repeats}
    for post in chat.posts:
        if post.post_id in asking:
            continue
        published = post.post_id in again and post.created_at not in live
        number = None if published else threads.get(post.post_id)
        key = _at(post.created_at, asked_at) if number is None else question_key(number)
        sorted_out[key].append(post)
    return sorted_out


def _asked_live(chat: Chat) -> Sequence[tuple[datetime, int]]:
    """Return when which question was asked around the time that people answered, oldest first.

    What was only published beforehand is no part of the talk.
    """
    answered = [one.asked_at for one in chat.questions if one.answers]
    times = when_asked(chat.posts, chat.questions)
    if not answered:
        return times
    first, last = min(answered) - EARLY, max(answered) + LATE
    return [one for one in times if first <= one[0] <= last]


def _at(moment: datetime, asked_at: Sequence[tuple[datetime, int]]) -> str:
    if not asked_at:
        return ALL
    first, last = asked_at[0][0], asked_at[-1][0]
    if moment < first:
        return BEFORE if moment < first - EARLY else INTRODUCTIONS
    if moment > last + LATE:
        return AFTER
    return question_key(max(one for one in asked_at if one[0] <= moment)[1])


def _is_morning(moment: datetime) -> bool:
    return moment.hour < NOON


def _mark(chat: Chat, accounts: Mapping[str, Account], zone: tzinfo) -> _Marks:
    day = chat_day(chat, zone)
    times = (local(post.created_at, zone) for post in chat.posts)
    halves = Counter(_is_morning(one) for one in times if one.date() == day)
    asking = {
        post_id: one.number for one in chat.questions for post_id in (one.post_id, *one.repeats)
    }
    return _Marks(
        zone=zone,
        day=day,
        morning=halves[True] > halves[False],
        accounts=accounts,
        handles={one.user_id: one.handle for one in chat.participants},
        roles={one.user_id: one.role for one in chat.participants},
        named=Counter(
            post_id for one in chat.nominations for post_id in {e.post_id for e in one.evidence}
        ),
        answers={post_id: one.number for one in chat.questions for post_id in one.answers},
        asking=asking,
        reposts=Counter(post.repost_of for post in chat.reposts if post.repost_of),
    )


def _question(question: Question, mine: Sequence[Post], marks: _Marks) -> ChatGroup:
    # The question itself stands in the head of its group.
    post_ids = (question.post_id, *(post.post_id for post in mine))
    key = question_key(question.number)
    return ChatGroup(
        key,
        f"Q{question.number}",
        asked(question),
        marks.beside(answers(len(question.answers)), post_ids),
        tuple(_post(post, key, marks) for post in mine),
        question.asked_at,
        other_day=marks.shown(question.asked_at, key) is Shown.DAY,
    )


def _reposts() -> str:
    return translate("chats", "%1 reposts apart")


def _by_time(key: str, mine: Sequence[Post], marks: _Marks) -> ChatGroup:
    labels = {
        ALL: translate("chats", "All posts"),
        BEFORE: translate("chats", "Before the chat"),
        INTRODUCTIONS: translate("chats", "Introductions"),
        AFTER: translate("chats", "After the chat"),
    }
    number = len({post.author_id for post in mine})
    return ChatGroup(
        key,
        labels[key],
        people(number),
        marks.beside(posts(len(mine)), (post.post_id for post in mine)),
        tuple(_post(post, key, marks) for post in mine),
    )


def _post(post: Post, key: str, marks: _Marks) -> ChatPost:
    account = marks.accounts.get(post.author_id)
    handle = (account.handle if account else "") or marks.handles.get(post.author_id, "")
    organisation = account is not None and looks_like_organisation(account)
    lead = _lead(post, marks)
    return ChatPost(
        post,
        (account.name if account else "") or (f"@{handle}" if handle else _nameless(account)),
        handle,
        Kind.ORGANISATION if organisation else Kind.PERSON,
        _badge(post, marks, lead),
        lead,
        marks.named[post.post_id],
        marks.shown(post.created_at, key),
    )


def _nameless(account: Account | None) -> str:
    match account.standing if account else Standing.ACTIVE:
        case Standing.SUSPENDED:
            return translate("chats", "Suspended account")
        case Standing.GONE:
            return translate("chats", "Account that is gone")
        case _:
            return translate("chats", "Not named yet")


def _lead(post: Post, marks: _Marks) -> int:
    found = _LEAD.match(post.text) if post.post_id in marks.answers else None
    return found.end() if found else 0


def _badge(post: Post, marks: _Marks, lead: int) -> Pill | None:
    role = marks.roles.get(post.author_id)
    if role is ChatRole.GUEST:
        return Pill(translate("chats", "Guest"), tone=PillTone.ALLY)
    if role is ChatRole.HOST:
        return Pill(translate("chats", "Host"), tone=PillTone.ALLY)
    number = marks.answers.get(post.post_id)
    if number is None or lead:
        return None
    if post.reply_to in marks.asking:
        return Pill(translate("chats", "answers Q%1 by reply").replace("%1", str(number)))
    if post.quote_of in marks.asking:
        return Pill(translate("chats", "answers Q%1 by quoting").replace("%1", str(number)))
    return None
