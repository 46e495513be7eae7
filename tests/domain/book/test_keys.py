"""Record keys: one for each ally, however it is written."""

import pytest

from allybook.domain.book.keys import (
    account_key,
    hashtag_key,
    is_hashtag,
    is_key,
    read_key,
    user_id_in,
)
from allybook.domain.errors import BadInput


@pytest.mark.parametrize(
    ("user_id", "handle", "key"),
    [
        ("77", "SafeRoofNet", "77"),
        (None, "SafeRoofNet", "@saferoofnet"),
        ("", " @SafeRoofNet", "@saferoofnet"),
        (None, "\uff20SafeRoofNet", "@saferoofnet"),
    ],
)
def test_an_account_is_known_by_id_else_by_handle(user_id, handle, key):
    assert account_key(user_id, handle) == key
    assert is_key(key)


@pytest.mark.parametrize("tag", ["#TenantTips", "tenanttips", " \uff03TENANTTIPS "])
def test_a_hashtag_has_one_key(tag):
    assert hashtag_key(tag) == "#tenanttips"


def test_composed_and_decomposed_letters_are_one_hashtag():
    assert hashtag_key("Cafe\u0301") == hashtag_key("caf\u00e9")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("@SafeRoofNet", "@saferoofnet"),
        ("SafeRoofNet", "@saferoofnet"),
        ("https://x.com/SafeRoofNet?s=20", "@saferoofnet"),
        ("twitter.com/@SafeRoofNet/", "@saferoofnet"),
        ("77", "77"),
        ("@77", "@77"),
        ("#TenantTips", "#tenanttips"),
    ],
)
def test_what_a_person_types_is_understood(typed, key):
    assert read_key(typed) == key


@pytest.mark.parametrize("typed", ["", "@", "#", "#123", "two words", "@muchtoolongahandle", "né"])
def test_what_is_no_name_is_refused(typed):
    with pytest.raises(BadInput):
        read_key(typed)


def test_ids_are_up_to_19_digits():
    with pytest.raises(BadInput):
        account_key("1" * 20, "x")


@pytest.mark.parametrize("text", ["@SafeRoofNet", "saferoofnet", "#Tag", "#", "", "1" * 20, "#123"])
def test_other_text_is_no_key(text):
    assert not is_key(text)


def test_keys_tell_what_they_are():
    assert [user_id_in(key) for key in ("77", "@77", "#a")] == ["77", None, None]
    assert [is_hashtag(key) for key in ("77", "@a", "#a")] == [False, False, True]
