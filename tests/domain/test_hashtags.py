"""What X takes for a hashtag, sign by sign and as an expression."""
# ruff: noqa: RUF001 (odd letters are wanted)

import re
import sys
import unicodedata

import pytest

from allybook.domain.chat.naming import find_names
from allybook.domain.chat.questions import find_questions
from allybook.domain.filters.facts import own_words
from allybook.domain.hashtags import NAMED, TAG, in_tag
from allybook.domain.noise.asking import asks
from allybook.domain.posts import Post
from allybook.practice.entities import find_hashtags
from tests.domain.chat.talk import START, say

FOREIGN = (
    "हिन्दी", "தமிழ்", "ไทยแลนด์", "U\u0308berfluss", "می\u200cخواهم", "東京・大阪", "Sant·Joan",
    "a_1", "1a",
)  # fmt: skip


def test_the_expression_knows_the_signs_of_a_tag():
    # A later Python knows marks that the ranges do not.
    newest = unicodedata.unidata_version == "14.0.0"
    known = unicodedata if newest else unicodedata.ucd_3_2_0
    signs = [chr(code) for code in range(sys.maxunicode + 1)]
    signs = [sign for sign in signs if known.category(sign) not in {"Cn", "Cs"}]
    assert len(signs) > 90_000
    within = re.compile(TAG)
    assert [one for one in signs if in_tag(one) != bool(within.fullmatch(f"a{one}b"))] == []


@pytest.mark.parametrize("tag", FOREIGN)
def test_a_tag_is_taken_whole(tag):
    text = f"x #{tag} y"
    assert re.search(rf"#({NAMED})", text)[1] == tag
    assert [found.text for found in find_hashtags(text)] == [tag]
    assert own_words(text).split() == ["x", "y"]


@pytest.mark.parametrize("tag", ["", "2026", "1_2", "!", "\u093f"])
def test_what_has_no_letter_at_its_beginning_is_none(tag):
    assert re.match(NAMED, tag) is None
    assert list(find_hashtags(f"x #{tag} y")) == []


@pytest.mark.parametrize("tag", FOREIGN)
def test_a_question_after_a_tag_is_one_whatever_the_script(tag):
    assert asks(f"#{tag} Does anyone know a good interpreter")
    assert asks(f"#{tag} Q3: Name one thing that keeps you going")


@pytest.mark.parametrize("tag", FOREIGN)
def test_a_chat_names_a_tag_whatever_the_script(tag):
    post = Post("1", "9", START, f"Follow #{tag} too", hashtags=(tag,))
    named = [(one.name, one.is_tag) for one in find_names(post)]
    assert named == [(unicodedata.normalize("NFC", tag), True)]


@pytest.mark.parametrize("tag", FOREIGN)
def test_a_question_of_a_chat_may_begin_with_its_tag(tag):
    said = say(1, "host", f"#{tag} Q 1: What keeps you going?")
    told = say(2, "jane", f"#{tag} A 1: My allies")
    (asked,) = find_questions([said, told])
    assert (asked.number, asked.answers) == (1, (told.post_id,))
