"""Questions and answers in the spellings seen in the wild."""

import pytest

from allybook.domain.chat.questions import find_questions, find_threads
from tests.domain.chat.talk import say

Q1 = say(1, "host", "Q1: What keeps you going? #SwHelper")
Q2 = say(20, "host", "Q2: Whom do you count on? #SwHelper")


def answers(*posts):
    """Return the number that each post answers, 0 for none."""
    numbers = {a: q.number for q in find_questions([Q1, Q2, *posts]) for a in q.answers}
    return [numbers.get(post.post_id, 0) for post in posts]


@pytest.mark.parametrize(
    "text",
    [
        "Q1 What keeps you going?",
        "Q1: What keeps you going?",
        "Q.1 What keeps you going?",
        "q1) What keeps you going",
        "Q1 - Tell us what keeps you going",
        "Q 1: What keeps you going?",
        "Question 1: What keeps you going?",
        "QUESTION 1\nWhat keeps you going?",
        "#SwHelper Q1. What keeps you going?",
        "Here we go, everyone! Q1: What keeps you going?",
        "\u2b50 Q1 \u2b50 What keeps you going?",
    ],
)
def test_a_question_is_recognised(text):
    found = find_questions([say(1, "host", text)])
    assert [(one.number, one.text) for one in found] == [(1, text)]


@pytest.mark.parametrize(
    "text", ["Tonight: Q1 rest, Q2 work, Q3 allies", "A good question", "Q400 is a plane", "FAQ1"]
)
def test_other_posts_ask_nothing(text):
    assert find_questions([say(1, "host", text)]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A2 my neighbours",
        "A2: my neighbours",
        "A.2 my neighbours",
        "a2. my neighbours",
        "a2) my neighbours",
        "A 2: my neighbours",
        "Q2A my neighbours",
        "Q2 my neighbours",
        "Re Q2 my neighbours",
        "re: q2 my neighbours",
        "Answer 2: my neighbours",
        "My answer to Q2 is: my neighbours",
        "#SWHELPER #SwTech A2 my neighbours",
        "@Host A2 my neighbours",
        "Sorry, late as ever. A2: my neighbours",
        "My neighbours A2 #swhelper",
        "(A2) my neighbours",
        "A2/3 my neighbours",
    ],
)
def test_an_answer_is_recognised(text):
    assert answers(say(21, "jane", text)) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "My neighbours",
        "A 2 year wait for housing",
        "A9 is a road",
        "I need a drink",
        "We had 2 meetings today",
        "The B2 visa",
    ],
)
def test_other_posts_answer_nothing(text):
    assert answers(say(21, "jane", text)) == [0]


def test_without_a_number_a_reply_or_a_quote_answers_the_question_itself():
    reply = say(22, "jane", "My neighbours", reply_to=Q1.post_id)
    quote = say(23, "marco", "My neighbours", quote_of=Q2.post_id)
    assert answers(reply, quote) == [1, 2]


def test_the_number_counts_more_than_the_reply():
    assert answers(say(22, "jane", "A1 rest", reply_to=Q2.post_id)) == [1]
    assert answers(say(22, "jane", "A7 rest", reply_to=Q2.post_id)) == [2]


def test_an_answer_that_forgot_its_number_goes_to_the_question_that_is_open():
    early, late = say(5, "jane", "A: tea"), say(25, "jane", "Answer: my neighbours")
    assert answers(early, late) == [1, 2]


def test_the_host_asks_even_if_others_write_q_for_answer():
    slip = say(2, "jane", "Q1 I think it is tea, no?")
    again = say(9, "host", "Still open: Q1: What keeps you going?")
    found = find_questions([Q1, slip, again, Q2])
    assert [(one.author_id, one.number) for one in found] == [("1", 1), ("1", 2)]
    assert found[0].repeats == (again.post_id,)
    assert found[0].answers == (slip.post_id,)
    assert answers(say(10, "tess", "Tea", reply_to=again.post_id)) == [0]


def test_a_reply_to_the_question_asked_again_answers_it():
    again = say(9, "host", "Still open: Q1: What keeps you going?")
    reply = say(10, "tess", "Tea", reply_to=again.post_id)
    assert answers(again, reply) == [0, 1]


def test_a_question_of_the_guest_counts_too():
    guest = say(30, "guest", "Q3: What would you ask a minister?")
    assert [one.number for one in find_questions([Q1, Q2, guest])] == [1, 2, 3]


def test_a_stray_number_makes_no_question():
    stray = say(30, "jane", "My Q9 was swallowed by the train")
    assert [one.number for one in find_questions([Q1, Q2, stray])] == [1, 2]


def test_a_thread_belongs_to_its_question():
    answer = say(21, "jane", "A2 my neighbours")
    reply = say(22, "marco", "Mine too!", reply_to=answer.post_id)
    deeper = say(23, "jane", "Lucky us", reply_to=reply.post_id)
    other = say(24, "tess", "Good evening")
    posts = [Q1, Q2, answer, reply, deeper, other]
    threads = find_threads(posts, find_questions(posts))
    assert [threads.get(post.post_id) for post in posts] == [1, 2, 2, 2, 2, None]


@pytest.mark.parametrize("unit", ["#1", "#a ", "@a", "_", ".", " ", "https://a "])
def test_a_text_without_end_is_read_at_once(unit):
    assert answers(say(30, "jane", f"A1: {unit * 100_000} a")) == [1]
    assert answers(say(30, "jane", f"My allies! A1 {unit * 10_000}")) == [1]
