"""Signatures of OAuth 1.0a, verified by oauthlib's own server side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requests import Request

from allybook.domain.errors import NeedsSignIn
from allybook.domain.sign_in.credentials import Keys, Tokens
from allybook.gateway.signing import check_credentials, signature
from tests.fakes.clock import NOON
from tests.gateway.leaks import shown
from tests.servers.oauth1_counter import Counter

KEYS = Keys("consumer-key", "consumer-secret", "42-token", "token-secret")
ADDRESS = "https://api.x.com/2/tweets/search/recent"
BAD = ["", " ", "two words", "line\nbreak", "t\u00f6ken", "a\x00b"]
WORDS = st.from_regex(r"[!-~]{1,60}", fullmatch=True)


def signed(address, keys=KEYS, method="GET"):
    return {"Authorization": signature(method, address, keys, NOON)}


def test_a_token_stands_in_the_header_as_it_is():
    assert signature("GET", ADDRESS, Tokens("abc=="), NOON) == "Bearer abc=="


@given(
    st.sampled_from(["GET", "POST", "DELETE"]),
    st.dictionaries(st.from_regex(r"[a-z_.]{1,12}", fullmatch=True), st.text(max_size=30)),
    st.builds(Keys, WORDS, WORDS, WORDS, WORDS),
)
def test_x_accepts_the_signature_of_any_request_of_any_keys(method, params, keys):
    address = Request("GET", ADDRESS, params=params).prepare().url
    assert Counter(keys).accepts(method, address, signed(address, keys, method))


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("POST", f"{ADDRESS}?query=a"),
        ("GET", f"{ADDRESS}?query=b"),
        ("GET", f"{ADDRESS}?query=a&max_results=10"),
        ("GET", ADDRESS),
        ("GET", f"{ADDRESS}?query=a".replace("api.x.com", "api.twitter.com")),
    ],
)
def test_a_signature_is_good_for_its_own_request_only(method, address):
    headers = signed(f"{ADDRESS}?query=a")
    assert Counter(KEYS).accepts("GET", f"{ADDRESS}?query=a", headers)
    assert not Counter(KEYS).accepts(method, address, headers)


@pytest.mark.parametrize("name", ["consumer", "consumer_secret", "token", "token_secret"])
def test_each_of_the_four_keys_matters(name):
    other = replace(KEYS, **{name: "another"})
    assert not Counter(KEYS).accepts("GET", ADDRESS, signed(ADDRESS, other))


def test_no_signature_is_made_twice_and_none_shows_a_secret():
    counter, headers = Counter(KEYS), [signed(ADDRESS) for _ in range(50)]
    assert all(counter.accepts("GET", ADDRESS, each) for each in headers)
    assert not counter.accepts("GET", ADDRESS, headers[0])
    assert not any("secret" in each["Authorization"] for each in headers)


@pytest.mark.parametrize("word", BAD)
@pytest.mark.parametrize("name", ["consumer", "consumer_secret", "token", "token_secret"])
def test_a_key_that_cannot_be_one_is_refused_without_showing_it(name, word):
    with pytest.raises(NeedsSignIn, match="copy all four again") as caught:
        check_credentials(replace(KEYS, **{name: word}))
    assert not word.strip() or word not in shown(caught.value)


@pytest.mark.parametrize("word", BAD)
def test_a_token_that_cannot_be_one_is_refused_without_showing_it(word):
    with pytest.raises(NeedsSignIn, match="sign in again") as caught:
        check_credentials(Tokens(word))
    assert not word.strip() or word not in shown(caught.value)
