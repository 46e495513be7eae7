"""A hashtag's posts are cut into the times that its chat was held."""

import sys
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.chat.sittings import cut_sittings
from allybook.domain.chat.summary import read_chat
from tests.domain.chat.practice_chat import read_lines, read_script
from tests.domain.chat.talk import accounts, say
from tests.domain.chat.weeks import FIRST, SECOND, WEEK, later

DAY = timedelta(days=1)


def cut(*posts):
    return [list(one.posts) for one in cut_sittings(posts)]


def test_two_weeks_are_two_chats():
    assert cut(*SECOND, *FIRST) == [FIRST, SECOND]


def test_the_second_week_is_read_by_itself():
    alone = read_chat("#SwHelper", SECOND, accounts=accounts())
    newest = read_chat("#SwHelper", cut_sittings([*FIRST, *SECOND])[-1].posts, accounts=accounts())
    assert newest == alone
    names = {one.name for one in newest.nominations}
    assert names == {"HousingHelp", "LegalAidLeeds", "FoodBankLeeds"}
    assert [one.text for one in newest.questions][1].startswith("Q2: Which organisations")


def test_one_question_a_week_is_enough():
    first, second = ([post for post in week if "1" not in post.text] for week in (FIRST, SECOND))
    assert cut(*first, *second) == [first, second]


def test_a_guest_may_ask_the_second_week():
    second = [replace(post, author_id="5") if post.author_id == "1" else post for post in SECOND]
    assert cut(*FIRST, *second) == [FIRST, second]


@pytest.mark.parametrize("host", ["1", "5"])
def test_two_chats_on_one_day_are_two(host):
    evening = [
        replace(post, author_id=host) if post.author_id == "1" else post
        for post in later(SECOND, timedelta(hours=6) - WEEK)
    ]
    assert cut(*FIRST, *evening) == [FIRST, evening]


def test_the_same_questions_in_two_sessions_of_a_day_are_one_chat():
    evening = later(FIRST, timedelta(hours=6))
    assert cut(*FIRST, *evening) == [[*FIRST, *evening]]


def test_one_question_late_in_the_evening_is_a_second_thought():
    late = [say(5, "host", "Q2: And on Sundays?"), say(9, "jane", "A2 then, too")]
    late = later(late, timedelta(hours=5))
    assert cut(*FIRST, *late) == [[*FIRST, *late]]


def test_questions_published_in_the_morning_are_of_the_evening_whatever_their_words():
    early = [say(1, "host", "Q1: Kindness, and who?"), say(2, "host", "Q2: Our organisations?")]
    early = later(early, WEEK - timedelta(hours=9))
    assert cut(*FIRST, *early, *SECOND) == [FIRST, [*early, *SECOND]]


def test_a_chat_past_midnight_is_one():
    night = later(FIRST, timedelta(hours=4, minutes=45))
    assert len({post.created_at.date() for post in night}) == 2
    assert cut(*night) == [night]


def test_questions_that_are_numbered_on_are_of_another_week():
    more = [say(1, "host", "Q3: What do you cook?"), say(5, "tess", "A3 soup")]
    more = later([*more, say(9, "host", "Q4: Who eats with you?"), say(11, "jane", "A4 all")])
    assert cut(*FIRST, *more) == [FIRST, more]


def test_the_key_is_the_question_that_was_asked_first():
    assert [one.key for one in cut_sittings([*FIRST, *SECOND])] == [
        FIRST[1].post_id,
        SECOND[1].post_id,
    ]


@pytest.mark.parametrize("before", [DAY, 3 * DAY])
def test_questions_that_were_published_belong_to_the_chat_that_asks_them(before):
    asked = [post for post in SECOND if post.author_id == "1"]
    early = later(asked, -before)
    assert cut(*FIRST, *early, *SECOND) == [FIRST, [*early, *SECOND]]
    # The chat is known by the question as it was asked, not as it was published.
    assert cut_sittings([*FIRST, *early, *SECOND])[-1].key == SECOND[1].post_id


def test_questions_that_nobody_answered_yet_are_no_chat_by_themselves():
    early = later([post for post in SECOND if post.author_id == "1"], -DAY)
    assert cut(*FIRST, *early) == [[*FIRST, *early]]


def test_the_same_questions_every_week_are_a_chat_every_week():
    again = later(FIRST)
    assert cut(*FIRST, *again) == [FIRST, again]


def test_a_question_asked_again_on_the_next_day_is_no_new_chat():
    more = later([FIRST[3], say(25, "marco", "A2 a walk #SwHelper")], DAY)
    assert cut(*FIRST, *more) == [[*FIRST, *more]]


def test_a_chat_may_ask_one_question_a_day():
    slow = [
        later([say(1, "host", f"Q{n}: What of {word}?"), say(5, "jane", f"A{n} yes")], n * DAY)
        for n, word in enumerate(["rest", "work", "money", "people", "law"], start=1)
    ]
    together = [post for those in slow for post in those]
    assert cut(*together) == [together]


def test_a_late_answer_that_looks_like_a_question_is_no_chat():
    late = later([say(5, "marco", "Q2: I sleep, is that fine?"), say(9, "jane", "A2 yes")], DAY)
    assert cut(*FIRST, *late) == [[*FIRST, *late]]


def test_a_reply_of_the_host_with_a_number_is_no_chat():
    late = later(
        [
            say(5, "host", "@Jane Q1: what else?", reply_to=FIRST[2].post_id, reply_to_user="2"),
            say(9, "jane", "A1 poems"),
        ],
        2 * DAY,
    )
    assert cut(*FIRST, *late) == [[*FIRST, *late]]


def test_a_hashtag_without_questions_is_one_whole():
    talk = [say(1, "jane", "Beds #tea"), *later([say(1, "marco", "No beds #tea")], 30 * DAY)]
    assert cut(*talk) == [talk]
    assert cut() == []


def test_the_chat_of_the_practice_network_is_one():
    lines = [post for post, _, _ in read_lines(read_script())]
    assert len(cut(*lines)) == 1


MINUTES = st.integers(0, 20_000)
TEXTS = st.sampled_from(
    ["Q1 Where?", "Q1 Whom do you trust?", "Q2: When? #Tea", "A1 here", "a2: now", "hello"]
)
DRAWN = st.lists(st.tuples(MINUTES, TEXTS, st.sampled_from(["1", "2", "3"])), max_size=30)


@given(DRAWN)
def test_every_post_is_of_one_chat_and_chats_do_not_overlap(drawn):
    posts = [say(0, author, text) for _, text, author in drawn]
    posts = [
        replace(post, post_id=f"{number}", created_at=post.created_at + timedelta(minutes=minutes))
        for number, (post, (minutes, _, _)) in enumerate(zip(posts, drawn, strict=True), start=100)
    ]
    found = [post for one in cut(*posts) for post in one]
    assert found == sorted(posts, key=lambda post: (post.created_at, post.post_id))
    assert all(cut(*posts))


def test_a_year_of_weeks_is_so_many_chats():
    weeks = [later(SECOND, number * WEEK) for number in range(52)]
    assert len(cut(*(post for week in weeks for post in week))) == 52


def calls_of(posts):
    """Return how many functions are called to cut these posts."""
    made, before = [], sys.getprofile()
    sys.setprofile(lambda _frame, event, _what: made.append(event))
    try:
        assert len(cut(*posts)) == 1
    finally:
        sys.setprofile(before)
    return made.count("call")


def test_a_chat_that_goes_on_for_long_is_not_read_anew_for_each_round():
    """A host asks the same two questions every four hours, and somebody answers."""
    evening = [
        say(0, "host", "Q1: Where are beds tonight? #tea"),
        say(5, "host", "Q2: Who is open this evening? #tea"),
        say(9, "jane", "A1 at the hall #tea"),
    ]
    rounds = [later(evening, number * timedelta(hours=4)) for number in range(160)]
    few, many = ([post for one in rounds[:n] for post in one] for n in (40, 160))
    assert calls_of(many) < 5 * calls_of(few)
