"""Addresses on x.com: what goes in comes out again, and nothing else becomes part of one."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.acts.intents import (
    compose_address,
    follow_address,
    like_address,
    post_address,
    profile_address,
)
from allybook.domain.errors import BadInput

IDS = st.from_regex(r"[1-8]?[0-9]{1,18}", fullmatch=True).filter(lambda word: word[0] != "0")
HANDLES = st.from_regex(r"[A-Za-z0-9_]{1,15}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
SPOILT = st.text(min_size=1).filter(lambda word: not word.isascii() or not word.isalnum())


def taken_apart(address):
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("https", "x.com", "")
    assert address.isascii()
    assert " " not in address
    query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    return parts.path, query


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (follow_address("77"), "https://x.com/intent/follow?user_id=77"),
        (follow_address("", "SafeRoof"), "https://x.com/intent/follow?screen_name=SafeRoof"),
        (follow_address("77", "SafeRoof"), "https://x.com/intent/follow?user_id=77"),
        (profile_address("77"), "https://x.com/intent/user?user_id=77"),
        (profile_address("", "@SafeRoof"), "https://x.com/intent/user?screen_name=SafeRoof"),
        (like_address("20"), "https://x.com/intent/like?tweet_id=20"),
        (post_address("20", "SafeRoof"), "https://x.com/SafeRoof/status/20"),
        (post_address("20"), "https://x.com/i/status/20"),
        (compose_address(), "https://x.com/intent/tweet"),
        (compose_address(in_reply_to="20"), "https://x.com/intent/tweet?in_reply_to=20"),
        (
            compose_address("50% off? #a&b=c", in_reply_to="20"),
            "https://x.com/intent/tweet?in_reply_to=20&text=50%25%20off%3F%20%23a%26b%3Dc",
        ),
    ],
)
def test_addresses_are_as_x_describes_them(address, expected):
    assert address == expected


@given(TEXTS, IDS)
def test_a_text_comes_out_as_it_went_in(text, post_id):
    path, query = taken_apart(compose_address(text, in_reply_to=post_id))
    assert path == "/intent/tweet"
    assert query == {"text": [text], "in_reply_to": [post_id]}


@given(IDS, HANDLES)
def test_ids_and_handles_come_out_as_they_went_in(number, handle):
    assert taken_apart(follow_address(number, handle)) == ("/intent/follow", {"user_id": [number]})
    assert taken_apart(profile_address("", handle))[1] == {"screen_name": [handle]}
    assert taken_apart(like_address(number))[1] == {"tweet_id": [number]}
    assert taken_apart(post_address(number, handle))[0] == f"/{handle}/status/{number}"


@given(SPOILT)
def test_nothing_else_becomes_part_of_an_address(word):
    for make in (like_address, follow_address, profile_address, post_address):
        with pytest.raises(BadInput):
            make(word)
    with pytest.raises(BadInput):
        follow_address("", f"{word}?")
    with pytest.raises(BadInput):
        compose_address("x", in_reply_to=word)


@pytest.mark.parametrize("word", ["", "77\n", "\uff17\uff17", "1" * 20, "-1", "7/../8", "7?x=1"])
def test_an_id_is_digits_and_not_too_many(word):
    with pytest.raises(BadInput):
        like_address(word)


@pytest.mark.parametrize("word", ["", "a b", "../home", "a" * 16, "naïve", "x?y", "a\n"])
def test_a_handle_is_what_x_allows(word):
    with pytest.raises(BadInput):
        profile_address("", word)


def test_a_broken_sign_is_refused_and_not_sent():
    with pytest.raises(BadInput):
        compose_address("half of a sign \ud83d")
