"""The numbered questions of a chat, and which posts answer them.

Seen in the wild: Q1, Q1:, Q.1, Question 1, Q1); A1, A1:, A.1, a1., Q1A, Re Q1, answers that quote
or reply to the question, with the number wrong or missing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.chat.askings import (
    NAME,
    NO_ASKING,
    NUMBER,
    OPENING,
    Q,
    apart,
    asked_number,
    most_first,
    number_of,
    weakness,
)
from allybook.domain.chat.voices import own_words
from allybook.domain.expressions import expression, without_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.posts import Post

AGAIN = timedelta(hours=1)
"""What is asked again within this time is asked once more; later it is another time."""
_A = rf"(?:(?:my\s)?answer(?:\s(?:to|for))?\s?q?(\d{{1,2}})(?!\d)|(?:a|ans){NUMBER})"
_TAIL = expression(rf"(?<!\W)(?:\s*+(?:{NAME}|https?://\S++))++[\W_]*+|(?<![\W_])[\W_]++\Z")
_ANSWERED_FIRST = expression(rf"{OPENING}(?:{_A}|(?:re[\s:.-]{{0,2}})?{Q})", re.IGNORECASE)
_ASKED_FIRST = expression(rf"{OPENING}{Q}", re.IGNORECASE)
_ANSWERED_INSIDE = re.compile(rf"(?<![\w/]){_A}\s?[:)]", re.IGNORECASE)
_ANSWERED_LAST = re.compile(rf"(?<![\w/])(?:{_A}|re[\s:]{{1,2}}{Q})\W*\Z", re.IGNORECASE)
_ANSWERED_SOMETHING = expression(rf"{OPENING}(?:a|ans|answer)\s?[:.)-]+\s", re.IGNORECASE)


class Question(Struct, frozen=True):
    """One numbered question: the post that asked it, and the posts that answer it.

    ``repeats`` are other posts in which the same person asks it, earlier or later; ``answers`` come
    oldest first.
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
    answers with a slip of the pen. What was asked several times (published a day before, say) was
    asked when people answered.
    """
    asking = [(number, post) for post in posts if (number := asked_number(post)) is not None]
    if not asking:
        return ()
    host = most_first(asking)
    labels = {post.post_id: labelled(post) for post in posts}
    found = {}
    for number in sorted({number for number, _ in asking}):
        candidates = [post for same, post in asking if same == number]
        asked = {post.post_id for post in candidates}
        answering = (
            post
            for post in posts
            if number in labels[post.post_id] or post.reply_to in asked or post.quote_of in asked
        )
        question = _choose(number, candidates, host, answering)
        if question is not None:
            found[number] = question
    answers = _sort_answers(posts, tuple(found.values()), labels)
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


def when_asked(posts: Iterable[Post], questions: Iterable[Question]) -> list[tuple[datetime, int]]:
    """Return each time that a question was asked and its number, oldest first, repeats too."""
    numbers = {
        post_id: question.number
        for question in questions
        for post_id in (question.post_id, *question.repeats)
    }
    return sorted(
        (post.created_at, numbers[post.post_id]) for post in posts if post.post_id in numbers
    )


def labelled(post: Post) -> tuple[int, ...]:
    """Return the numbers that a post says it answers, what is said first before the rest.

    An answer that it quotes is somebody else's; who quotes the question answers it.
    """
    body = without_end(_TAIL, own_words(post.text))
    found = (
        _ANSWERED_FIRST.match(body),
        _ANSWERED_INSIDE.search(body),
        _ANSWERED_LAST.search(body),
        _ASKED_FIRST.match(post.text),
    )
    return tuple(number_of(label) for label in found if label is not None)


def _choose(
    number: int, candidates: Sequence[Post], host: str, answering: Iterable[Post]
) -> Question | None:
    """Return the question as the host asked it; else as someone unmistakably did."""
    own = [post for post in candidates if post.author_id == host]
    others = [post for post in candidates if not (weakness(post) or post.reply_to)]
    if not own and not others:
        return None
    first = min(_most_answered(own, answering) if own else others, key=weakness)
    again = tuple(post.post_id for post in own if post is not first)
    return Question(number, first.post_id, first.author_id, first.created_at, first.text, again)


def _most_answered(own: Sequence[Post], answering: Iterable[Post]) -> Sequence[Post]:
    """Return what the host asked at the one time after which most answers came.

    Among equals it is the first; what asks for nothing counts only where nothing else does.
    """
    times = apart([post for post in own if weakness(post) < NO_ASKING] or own, AGAIN)
    if len(times) == 1:
        return times[0]
    starts = [posts[0].created_at for posts in times]
    counted = Counter(
        bisect_right(starts, post.created_at) - 1
        for post in answering
        if post.author_id != own[0].author_id
    )
    return times[max(range(len(times)), key=lambda place: (counted[place], -place))]


def _sort_answers(
    posts: Sequence[Post], questions: Sequence[Question], labels: Mapping[str, tuple[int, ...]]
) -> dict[int, list[str]]:
    numbers = {
        post_id: question.number
        for question in questions
        for post_id in (question.post_id, *question.repeats)
    }
    answers: dict[int, list[str]] = {question.number: [] for question in questions}
    times = when_asked(posts, questions)
    for post in posts:
        if post.post_id not in numbers:
            said = (number for number in labels[post.post_id] if number in answers)
            number = next(said, None)
            if number is None:
                number = _unlabelled_number(post, times, numbers)
            if number is not None:
                answers[number].append(post.post_id)
    return answers


def _unlabelled_number(
    post: Post, times: Sequence[tuple[datetime, int]], numbers: Mapping[str, int]
) -> int | None:
    """Return the question that a post without a number answers, if it does."""
    parents = (numbers.get(one) for one in (post.quote_of, post.reply_to) if one)
    number = next((one for one in parents if one is not None), None)
    if number is None and _ANSWERED_SOMETHING.match(post.text):
        asked = [number for at, number in times if at <= post.created_at]
        return asked[-1] if asked else None
    return number
