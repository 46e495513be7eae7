"""How a chat is cut into groups, and what stands beside its posts."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book.entry import Kind
from allybook.domain.chat.summary import read_chat
from allybook.domain.people.accounts import Account, Standing
from allybook.domain.posts import Mention, Post
from allybook.ui.models.chat import Shown
from allybook.ui.tabs.chats.groups import asked, bare, make_groups, richest, with_current

START = datetime(2026, 3, 30, 19, tzinfo=UTC)
HOST, ANN, BEN, GUEST = "1", "2", "3", "4"
ACCOUNTS = {
    HOST: Account(HOST, "host_org", "The Host"),
    ANN: Account(ANN, "ann", "Ann Otherwise"),
    GUEST: Account(GUEST, "gale", "Gale Guestwell"),
}


def post(number, author, minutes, text, **more):
    at = START + timedelta(minutes=minutes)
    named = tuple(Mention(name) for name in re.findall(r"@(\w+)", text))
    return Post(str(number), author, at, text, hashtags=("Tea",), mentions=named, **more)


def chat_of(*posts, accounts=ACCOUNTS):
    return read_chat("tea", posts, accounts=accounts)


EVENING = (
    post(10, ANN, -600, "Looking forward to tonight #Tea"),
    post(11, ANN, -5, "Hello, Ann here #Tea"),
    post(12, HOST, -4, "Our guest tonight is @gale #Tea"),
    post(13, HOST, 0, "Q1: Which organisations help you? #Tea"),
    post(14, ANN, 1, "A1: check out @KettleTrust for evenings #Tea"),
    post(15, BEN, 2, "They never close. #Tea", reply_to="13"),
    post(16, GUEST, 3, "a1. follow @KettleTrust and @LadleFund #Tea"),
    post(17, BEN, 4, "Lovely evening so far #Tea"),
    post(18, HOST, 10, "Q2: What about tomorrow? #Tea"),
    post(19, ANN, 11, "A2 Rest. #Tea"),
    post(20, BEN, 12, "RT @ann: A2 Rest.", repost_of="19"),
    post(21, ANN, 300, "Still thinking about this #Tea"),
    post(22, BEN, 301, "A1 late, but me too #Tea"),
)


def groups():
    return {one.key: one for one in make_groups(chat_of(*EVENING), ACCOUNTS, UTC)}


def ids(group):
    return [one.post.post_id for one in group.posts]


def test_posts_stand_where_they_belong_by_number_by_reply_or_by_time():
    found = groups()
    assert list(found) == ["before", "introductions", "q1", "q2", "after"]
    assert ids(found["before"]) == ["10"]
    assert ids(found["introductions"]) == ["11", "12"]
    assert ids(found["q1"]) == ["14", "15", "16", "17", "22"]
    assert ids(found["q2"]) == ["19"]
    assert ids(found["after"]) == ["21"]


def published(*numbers):
    """Return the questions of the evening, as their host posted them the day before."""
    asked = {13: "Q1: Which organisations help you? #Tea", 18: "Q2: What about tomorrow? #Tea"}
    return [post(number - 10, HOST, number - 1440, asked[number]) for number in numbers]


def test_questions_of_the_day_before_leave_the_talk_where_it_was():
    chat = chat_of(*published(13, 18), *EVENING)
    found = {one.key: one for one in make_groups(chat, ACCOUNTS, UTC)}
    assert list(found) == ["before", "introductions", "q1", "q2", "after"]
    assert ids(found["before"]) == ["3", "8", "10"]
    assert {key: ids(one) for key, one in found.items() if key != "before"} == {
        key: ids(one) for key, one in groups().items() if key != "before"
    }
    assert found["q1"].asked_at == START


def test_a_question_that_was_only_published_does_not_make_the_day_before_the_chat():
    third = post(4, HOST, -1440, "Q3: Who cooks? #Tea")
    found = {one.key: one for one in make_groups(chat_of(third, *EVENING), ACCOUNTS, UTC)}
    assert ids(found["introductions"]) == ["11", "12"]
    assert ids(found["q1"]) == ["14", "15", "16", "17", "22"]
    assert ids(found["after"]) == ["21"]


def test_a_question_asked_once_more_in_the_chat_stays_with_it():
    again = post(30, HOST, 6, "Still open: Q1: Which organisations help you? #Tea")
    found = {one.key: one for one in make_groups(chat_of(*EVENING, again), ACCOUNTS, UTC)}
    assert ids(found["q1"]) == ["14", "15", "16", "17", "30", "22"]


def test_a_question_says_its_words_its_answers_and_its_reposts():
    question = groups()["q2"]
    assert (question.label, question.words) == ("Q2", "What about tomorrow?")
    assert question.aside == "1 answer, 1 repost apart"
    assert groups()["q1"].aside == "4 answers"


def test_badges_tell_host_guest_and_who_answers_by_reply():
    found = {one.post.post_id: one.badge for group in groups().values() for one in group.posts}
    assert found["12"].words == "Host"
    assert found["16"].words == "Guest"
    assert found["15"].words == "answers Q1 by reply"
    assert found["14"] is None
    assert found["17"] is None


def test_the_number_of_an_answer_leads_its_text():
    leads = {one.post.post_id: one.post.text[: one.lead] for one in groups()["q1"].posts}
    assert (leads["14"], leads["16"], leads["15"]) == ("A1:", "a1.", "")


def test_posts_count_the_allies_that_they_name():
    named = {one.post.post_id: one.named for one in groups()["q1"].posts}
    assert (named["14"], named["16"], named["17"]) == (1, 2, 0)


def test_who_has_no_name_yet_is_said_to_have_none():
    accounts = {**ACCOUNTS, BEN: Account(BEN, "", standing=Standing.SUSPENDED)}
    chat = chat_of(*EVENING)
    plain = {one.post.post_id: one for g in make_groups(chat, ACCOUNTS, UTC) for one in g.posts}
    told = {one.post.post_id: one for g in make_groups(chat, accounts, UTC) for one in g.posts}
    assert plain["15"].name == "Not named yet"
    assert told["15"].name == "Suspended account"


def test_an_organisation_is_seen_to_be_one():
    accounts = {ANN: Account(ANN, "kettletrust", "Kettle Trust")}
    chat = chat_of(*EVENING, accounts=accounts)
    kinds = {
        one.post.author_id: one.kind for g in make_groups(chat, accounts, UTC) for one in g.posts
    }
    assert kinds[ANN] is Kind.ORGANISATION
    assert kinds[BEN] is Kind.PERSON


def test_a_chat_without_questions_is_one_group():
    chat = chat_of(post(1, ANN, 0, "Good morning #Tea"), post(2, BEN, 5, "Good morning #Tea"))
    (only,) = make_groups(chat, ACCOUNTS, UTC)
    assert (only.key, only.words, only.aside) == ("all", "2 people", "2 posts")
    assert richest(chat) == "all"


def test_the_question_with_most_allies_is_the_richest_and_can_be_pinned():
    chat = chat_of(*EVENING)
    pinned = with_current(make_groups(chat, ACCOUNTS, UTC), richest(chat))
    assert [one.key for one in pinned if one.current] == ["q1"]


def test_questions_and_answers_lose_their_numbers_and_last_hashtags():
    question = chat_of(*EVENING).questions[0]
    assert asked(question) == "Which organisations help you?"
    assert bare("A.3 For letters: @SixpenceDebt. #SwHelper #Tea") == "For letters: @SixpenceDebt."
    assert bare("Also @Threefords") == "Also @Threefords"


def test_reposts_of_a_question_and_of_other_posts_are_told_too():
    reposts = [
        post(40 + number, BEN, 20, "RT", repost_of=original)
        for number, original in enumerate(["13"] * 5 + ["11", "21", "15"])
    ]
    chat = chat_of(*EVENING, *reposts)
    told = {one.key: one.aside for one in make_groups(chat, ACCOUNTS, UTC)}
    assert told == {
        "before": "1 post",
        "introductions": "2 posts, 1 repost apart",
        "q1": "4 answers, 6 reposts apart",
        "q2": "1 answer, 1 repost apart",
        "after": "1 post, 1 repost apart",
    }
    assert len(chat.reposts) == 9


MINUTES = st.integers(-200, 400)
TEXTS = st.sampled_from(
    ["Q1 Where? #Tea", "Q2: When? #Tea", "A1 here", "a2: now", "hello", "re Q1, see @KettleTrust"]
)


@given(st.lists(st.tuples(MINUTES, TEXTS, st.sampled_from([HOST, ANN, BEN])), max_size=25))
def test_every_post_but_the_questions_stands_in_exactly_one_group(drawn):
    posts = [
        post(number, author, minutes, text)
        for number, (minutes, text, author) in enumerate(drawn, start=100)
    ]
    chat = chat_of(*posts)
    shown = [i for group in make_groups(chat, ACCOUNTS, UTC) for i in ids(group)]
    asking = {one.post_id for one in chat.questions}
    assert sorted(shown) == sorted({one.post_id for one in chat.posts} - asking)


@pytest.mark.parametrize("unit", ["#1", "#a ", "https://a "])
def test_a_text_without_end_is_made_bare_at_once(unit):
    assert bare(f"A1 b {unit * 100_000} a").endswith(f"{unit.strip()} a")
    assert bare(f"A1 b {unit * 100_000}") == "b"


@pytest.mark.parametrize(
    ("minutes", "hours", "shown"),
    [(1, 0, Shown.SHORT), (-600, 0, Shown.HALF), (300, 0, Shown.DAY), (1, 5, Shown.SHORT)],
)
def test_a_post_of_another_day_or_half_shows_it(minutes, hours, shown):
    zone = timezone(timedelta(hours=hours))
    times = {
        one.post.created_at: one.shown
        for group in make_groups(chat_of(*EVENING), ACCOUNTS, zone)
        for one in group.posts
    }
    assert times[START + timedelta(minutes=minutes)] is shown


def test_a_question_of_another_day_says_its_day():
    late = post(30, HOST, 1440, "Q3: And now? #Tea"), post(31, ANN, 1441, "A3 Rest. #Tea")
    days = {
        one.key: one.other_day
        for one in make_groups(chat_of(*EVENING, *late), ACCOUNTS, UTC)
        if one.asked_at
    }
    assert days == {"q1": False, "q2": False, "q3": True}


def test_after_the_chat_the_half_of_the_day_is_told():
    found = make_groups(chat_of(*EVENING), ACCOUNTS, timezone(timedelta(hours=-5)))
    after = next(one for one in found if one.key == "after")
    assert [one.shown for one in after.posts] == [Shown.HALF] * len(after.posts)
