"""Which names a sentence shares, held against sentences that were labelled beforehand."""

import re
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.chat.sharing import Setting, SharedBy, find_shared
from allybook.domain.posts import Mention, Post
from tests.domain.chat.sentences import ALONE, ASKED

NEVER = frozenset({"@chathost", "@me", "#swhelper"})
PRESENT = frozenset({"jane", "marco", "tessa_k", "petra", "drguest"})
SETTING = Setting(NEVER, PRESENT)
IN_ANSWER = Setting(NEVER, PRESENT, asked=True, asked_tags=True)


def post(text, **more):
    return Post(
        "1",
        "9",
        datetime(2026, 3, 30, tzinfo=UTC),
        text,
        mentions=tuple(Mention(handle) for handle in re.findall(r"(?<!\w)@(\w+)", text)),
        hashtags=tuple(re.findall(r"(?<!\w)#(\w+)", text)),
        **more,
    )


def names(text, setting):
    found = find_shared(post(text), setting)
    return {f"{'#' if one.is_tag else '@'}{one.name}" for one in found}


@pytest.mark.parametrize(("text", "shared"), ALONE)
def test_a_sentence_shares_what_its_label_says(text, shared):
    assert names(text, SETTING) == set(shared.split())


@pytest.mark.parametrize(("text", "shared"), ASKED)
def test_an_answer_shares_what_its_label_says(text, shared):
    assert names(text, IN_ANSWER) == set(shared.split())


@pytest.mark.parametrize(
    ("text", "setting", "why"),
    [
        ("Check out @SafeRoofNet", SETTING, SharedBy.RECOMMENDED),
        ("@SafeRoofNet is a great resource", SETTING, SharedBy.PRAISED),
        ("We rely on @SafeRoofNet", SETTING, SharedBy.PRAISED),
        ("Follow @SafeRoofNet and @BridgeMeals", SETTING, SharedBy.LISTED),
        ("A4 @SafeRoofNet", IN_ANSWER, SharedBy.ANSWERED),
    ],
)
def test_it_says_why(text, setting, why):
    assert find_shared(post(text), setting)[0].why is why


def test_the_phrase_is_the_sentence_as_written():
    found = find_shared(post("Long day. Do follow @SafeRoofNet!\nGood night #swhelper"), SETTING)
    assert [one.phrase for one in found] == ["Do follow @SafeRoofNet!"]


def test_a_list_over_several_lines_is_one_list():
    text = "My allies:\n- @SafeRoofNet\n- @BridgeMeals\n@LanternLegal\n\nWho else? @jane?"
    assert names(text, SETTING) == {"@SafeRoofNet", "@BridgeMeals", "@LanternLegal"}


def test_only_what_x_calls_a_name_is_one():
    found = post("Follow @SafeRoofNet and write to help@BridgeMeals")
    assert [one.name for one in find_shared(found, SETTING)] == ["SafeRoofNet"]
    silent = Post("1", "9", found.created_at, "Follow @SafeRoofNet")
    assert find_shared(silent, SETTING) == ()


def test_the_accounts_that_x_puts_in_front_of_a_reply_are_not_shared():
    assert names("@BridgeMeals follow @SafeRoofNet", SETTING) == {"@SafeRoofNet"}


def test_a_name_is_shared_once_a_post():
    assert len(find_shared(post("Follow @SafeRoofNet. I love @saferoofnet"), SETTING)) == 1


def test_letters_that_grow_when_lowered_move_nothing():
    assert names("\u0130\u0130\u0130 follow @SafeRoofNet", SETTING) == {"@SafeRoofNet"}


@given(st.text("aA1 @#,.!?:;\n\u2026-q&()'\ue000\ue001\uff20", max_size=80), st.booleans())
def test_any_text_can_be_read(text, asked):
    setting = IN_ANSWER if asked else SETTING
    written = {name.lower() for name in re.findall(r"[@#]\w+", text)}
    assert {name.lower() for name in names(text, setting)} <= written - NEVER


@pytest.mark.parametrize(
    "unit",
    [
        *("!", "#a ", "@a ", "@a, ", "- ", "a ", "love the ", " ", "(", "follow @b for c, "),
        *("if you do not buy from @b ", "never work with @b, "),
    ],
)
def test_a_text_of_the_greatest_length_is_read_at_once(unit):
    text = (unit * 25_000)[:25_000] + "x"
    assert len(find_shared(post(text), IN_ANSWER)) <= 2


def calls_of(text):
    """Return how many calls it takes to read a text: no clock, and the same on each computer."""
    told, counted, before = post(text), [], sys.getprofile()
    sys.setprofile(lambda _frame, event, _what: counted.append(event.endswith("call")))
    try:
        find_shared(told, IN_ANSWER)
    finally:
        sys.setprofile(before)
    return sum(counted)


@pytest.mark.parametrize(
    "unit",
    [
        "don't follow @a{number}, ",
        "follow one two three four five six seven eight nine ten more @a{number} ",
    ],
)
def test_a_thousand_names_take_no_more_for_each_than_a_hundred(unit):
    few, many = (
        calls_of("".join(unit.format(number=number) for number in range(names)))
        for names in (100, 1_000)
    )
    assert many < 20 * few


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("I can't recommend @SafeRoofNet {gap} enough", {"@SafeRoofNet"}),
        ("never {gap} follow @SafeRoofNet", set()),
    ],
)
def test_what_stands_far_away_says_nothing_of_a_name(text, shared):
    """Nobody reads on so far, and a thousand names would each have all of it searched."""
    assert names(text.format(gap="x" * 100), SETTING) == shared
    assert names(text.format(gap="x" * 400), SETTING) == {"@SafeRoofNet"} - shared
