"""Questions that were published before a chat: they are asked when people answer."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.chat.questions import find_questions
from tests.domain.chat.talk import say

WORDS = {
    1: "Q1: Who taught you to listen? #SwHelper",
    2: "Q2: What keeps you going? #SwHelper",
    3: "Q3: Which organisations should we all know? #SwHelper",
}
DAY = timedelta(days=1)


def at(post, **apart):
    """Return a post said that much earlier."""
    return replace(post, created_at=post.created_at - timedelta(**apart))


def published(words=WORDS):
    return [at(say(n, "host", text), days=1) for n, text in words.items()]


LIVE = [say(number * 10 + 10, "host", text) for number, text in WORDS.items()]
ANSWERS = [
    say(22, "jane", "A: my gran was one #SwHelper"),
    say(23, "marco", "A1 my first client #SwHelper"),
    say(33, "jane", "A2 tea #SwHelper"),
    say(43, "tess", "A3 @SafeRoofNet #SwHelper"),
]


def in_order(posts):
    return sorted(posts, key=lambda post: post.created_at)


@pytest.mark.parametrize(
    "words",
    [WORDS, {n: f"Preview of {text[:-10]} Join us Thursday" for n, text in WORDS.items()}],
    ids=["the same", "a preview"],
)
def test_a_question_is_asked_when_people_answer_it(words):
    early = published(words)
    found = find_questions(in_order([*early, *LIVE, *ANSWERS]))
    assert [one.post_id for one in found] == [post.post_id for post in LIVE]
    assert [one.text for one in found] == list(WORDS.values())
    assert [one.repeats for one in found] == [(post.post_id,) for post in early]


def test_an_answer_without_a_number_goes_to_what_was_asked_last():
    found = find_questions(in_order([*published(), *LIVE, *ANSWERS]))
    assert [one.answers for one in found] == [("122", "123"), ("133",), ("143",)]


def test_what_was_asked_once_more_in_the_same_hour_was_asked_the_first_time():
    again = say(25, "host", f"Still open: {WORDS[1]}")
    late = [say(number, "tess", "A1 a nurse") for number in (26, 27, 28, 29)]
    found = find_questions(in_order([*LIVE, *ANSWERS, again, *late]))
    assert (found[0].post_id, found[0].repeats) == (LIVE[0].post_id, (again.post_id,))


def test_an_early_answer_does_not_make_the_day_before_the_chat():
    early = [*published(), at(say(8, "tess", "A1 a neighbour"), days=1)]
    found = find_questions(in_order([*early, *LIVE, *ANSWERS, say(24, "marco", "A1 two of them")]))
    assert found[0].post_id == LIVE[0].post_id
    assert "108" in found[0].answers


def test_questions_that_nobody_answered_yet_are_those_published():
    early = published()
    found = find_questions(in_order(early))
    assert [one.post_id for one in found] == [post.post_id for post in early]


def test_a_reply_to_the_published_question_answers_it():
    early = published()
    reply = at(say(9, "jane", "Hard to say", reply_to=early[1].post_id), hours=20)
    found = find_questions(in_order([*early, *LIVE, *ANSWERS, reply]))
    assert found[1].answers == (reply.post_id, "133")
