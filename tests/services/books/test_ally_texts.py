"""Texts as bits: a part is found in the very texts that plainly have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.services.books.ally_texts import LEAP, LONGEST, OWN, ROOM, STEP, Texts

SIGNS = st.sampled_from("ab c\n?é日🏠")
TEXTS = st.lists(st.text(SIGNS, max_size=STEP + ROOM + 3), max_size=5)


def plainly(texts, part):
    return bytes(part in text for text in texts)


@given(texts=TEXTS, parts=st.lists(st.text(SIGNS, max_size=LONGEST + 2), max_size=4))
def test_a_part_is_found_where_it_plainly_stands(texts, parts):
    laid = Texts(texts)
    for part in parts:
        assert laid.having(part) == plainly(texts, part)


@given(texts=TEXTS.filter(any), picked=st.data())
def test_letter_by_letter_on_and_back(texts, picked):
    laid = Texts(texts)
    text = picked.draw(st.sampled_from([text for text in texts if text]))
    start = picked.draw(st.integers(0, len(text) - 1))
    ends = range(start + 1, min(start + LONGEST + LEAP, len(text)) + 1)
    for end in (*ends, *reversed(ends)):
        assert laid.having(text[start:end]) == plainly(texts, text[start:end])


@pytest.mark.parametrize("length", [ROOM, ROOM + 1, STEP + LONGEST, STEP + ROOM, 3 * STEP + ROOM])
def test_a_long_text_is_torn_nowhere(length):
    text = "".join(chr(ord("a") + place % 26) for place in range(length - 1)) + "!"
    laid = Texts(["", text])
    parts = [text[start : start + LONGEST] for start in range(length)]
    assert all(laid.having(part) == b"\0\1" for part in parts)
    assert laid.having("!a") == b"\0\0"


def test_signs_seldom_used_in_a_script_of_many_are_found_too():
    texts = [chr(0x4E00 + place) * 2 + "の" for place in range(3 * OWN)]
    laid = Texts(texts)
    assert all(laid.having(text) == plainly(texts, text) for text in texts)
    assert laid.having("の") == b"\1" * len(texts)


def test_a_part_never_goes_on_in_the_next_text():
    assert Texts(["ab", "cd", "a" * ROOM, "b"]).having("ab") == b"\1\0\0\0"
