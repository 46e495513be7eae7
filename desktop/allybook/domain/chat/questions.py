"""The numbered questions of a chat, and which posts answer them.

Seen in the wild: Q1, Q1:, Q.1, Question 1, Q1); A1, A1:, A.1, a1., Q1A, Re Q1, answers that quote
or reply to the question, with the number wrong or missing.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.expressions import expression, without_end
from allybook.domain.hashtags import TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.posts import Post

HIGHEST = 30
"""No chat has more questions than this; A48 is a road and Q400 a plane."""
# Possessive (++), so that no text, however odd, takes more than one look at each sign.
_NAME = rf"[@#\uff03](?-i:{TAG})"
_OPENING = rf"(?:{_NAME}|[^\w@#\uff03]++)*+"
_MARK = r"\s?[:.)\u2013\u2014-]"
# Q1, Q.1, Q#1, but "Q 1" only with a mark after it, so that "a 5 year plan" is no answer.
_NUMBER = rf"(?:[.:#-]?(\d{{1,2}})|\s(\d{{1,2}})(?={_MARK}))(?!\d)"
_Q = rf"(?:question\s?(\d{{1,2}})(?!\d)|q(?:n|uestion)?{_NUMBER})"
_A = rf"(?:(?:my\s)?answer(?:\s(?:to|for))?\s?q?(\d{{1,2}})(?!\d)|(?:a|ans){_NUMBER})"
_ASKED = re.compile(rf"(?<!\w)(?<!re\s)(?<!re:\s){_Q}(?!a\b)", re.IGNORECASE)
_ASKED_FIRST = expression(rf"{_OPENING}{_Q}", re.IGNORECASE)
_MARK_AFTER = re.compile(rf"{_MARK}|\s*\n")
_TAIL = expression(rf"(?<!\W)(?:\s*+(?:{_NAME}|https?://\S++))++[\W_]*+|(?<![\W_])[\W_]++\Z")
_ANSWERED_FIRST = expression(rf"{_OPENING}(?:{_A}|(?:re[\s:.-]{{0,2}})?{_Q})", re.IGNORECASE)
_ANSWERED_INSIDE = re.compile(rf"(?<![\w/]){_A}\s?[:)]", re.IGNORECASE)
_ANSWERED_LAST = re.compile(rf"(?<![\w/])(?:{_A}|re[\s:]{{1,2}}{_Q})\W*\Z", re.IGNORECASE)
_ANSWERED_SOMETHING = expression(rf"{_OPENING}(?:a|ans|answer)\s?[:.)-]+\s", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|\b(?:share|name|tell|describe|list|tag|give|recommend|introduce|post|shout)\b",
    re.IGNORECASE,
)


class Question(Struct, frozen=True):
    """One numbered question: the post that first asked it, and the posts that answer it.

    ``repeats`` are later posts in which the same person asks it again; ``answers`` come oldest
    first.
    """

    number: int
    post_id: str
    author_id: str
    asked_at: datetime
    text: str
    repeats: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


def find_questions(posts: Sequence[Post]) -> tuple[Question, ...]:
    """Return the questions by number, with their answers; ``posts`` oldest first, no reposts.

    The host is taken to be who first wrote most numbers; others' posts that begin with Q1 are
    answers with a slip of the pen.
    """
    asking = [(number, post) for post in posts if (number := _asked_number(post)) is not None]
    if not asking:
        return ()
    host = _most_first(asking)
    found = {}
    for number in sorted({number for number, _ in asking}):
        question = _choose(number, [post for same, post in asking if same == number], host)
        if question is not None:
            found[number] = question
    answers = _sort_answers(posts, tuple(found.values()))
    return tuple(replace(q, answers=tuple(answers[q.number])) for q in found.values())


def find_threads(posts: Iterable[Post], questions: Sequence[Question]) -> Mapping[str, int]:
    """Return which question each post belongs to: it answers it, or goes on from an answer."""
    numbers = {answer: q.number for q in questions for answer in q.answers}
    for question in questions:
        numbers |= dict.fromkeys((question.post_id, *question.repeats), question.number)
    for post in posts:
        parents = (numbers.get(one) for one in (post.reply_to, post.quote_of) if one)
        number = next((one for one in parents if one is not None), None)
        if number is not None:
            numbers.setdefault(post.post_id, number)
    return numbers


def _asked_number(post: Post) -> int | None:
    """Return the one number that a post could be asking; an overview of several asks none."""
    numbers = {_number(found) for found in _ASKED.finditer(post.text)}
    number = numbers.pop() if len(numbers) == 1 else HIGHEST + 1
    return number if number <= HIGHEST else None


def _number(found: re.Match[str]) -> int:
    return int(next(group for group in found.groups() if group is not None))


def _most_first(asking: Iterable[tuple[int, Post]]) -> str:
    """Return the author who was first with most numbers; among equals, the earliest."""
    firsts: dict[int, str] = {}
    for number, post in asking:
        firsts.setdefault(number, post.author_id)
    return Counter(firsts.values()).most_common(1)[0][0]


def _choose(number: int, candidates: Sequence[Post], host: str) -> Question | None:
    """Return the question as the host asked it; else as someone unmistakably did."""
    own = [post for post in candidates if post.author_id == host]
    others = [post for post in candidates if not (_weakness(post) or post.reply_to)]
    if not own and not others:
        return None
    first = min(own or others, key=_weakness)
    again = tuple(post.post_id for post in own if post is not first)
    return Question(number, first.post_id, first.author_id, first.created_at, first.text, again)


def _weakness(post: Post) -> int:
    """Return how little a post that names a number looks like the question itself."""
    found = _ASKED.search(post.text)
    if found is None:
        return 3
    marked = _ASKED_FIRST.match(post.text) or _MARK_AFTER.match(post.text, found.end())
    asks = _ASKS.search(post.text, found.end())
    return (not asks) * 2 + (not marked)


def _sort_answers(posts: Iterable[Post], questions: Sequence[Question]) -> dict[int, list[str]]:
    numbers = {
        post_id: question.number
        for question in questions
        for post_id in (question.post_id, *question.repeats)
    }
    answers: dict[int, list[str]] = {question.number: [] for question in questions}
    for post in posts:
        if post.post_id not in numbers:
            number = _answered_number(post, questions, numbers)
            if number is not None:
                answers[number].append(post.post_id)
    return answers


def _answered_number(
    post: Post, questions: Iterable[Question], numbers: Mapping[str, int]
) -> int | None:
    """Return the question that a post answers: as it says itself, else that it replies to."""
    body = without_end(_TAIL, post.text)
    labels = (
        _ANSWERED_FIRST.match(body),
        _ANSWERED_INSIDE.search(body),
        _ANSWERED_LAST.search(body),
    )
    known = {question.number: question for question in questions}
    for label in labels:
        if label is not None and _number(label) in known:
            return _number(label)
    parents = (numbers.get(one) for one in (post.quote_of, post.reply_to) if one)
    number = next((one for one in parents if one is not None), None)
    if number is None and _ANSWERED_SOMETHING.match(post.text):
        asked = [q for q in known.values() if q.asked_at <= post.created_at]
        number = max(asked, key=lambda q: q.asked_at).number if asked else None
    return number
