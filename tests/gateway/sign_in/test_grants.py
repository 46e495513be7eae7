from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import Garbled
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.sign_in.grants import LONGEST, read_grant
from tests.fakes.clock import NOON

NOBODY = Tokens("", client_id="app")
BEFORE = Tokens("old", "older", NOON, "app", frozenset({"users.read"}))
WHOLE = {
    "access_token": "access",
    "refresh_token": "refresh",
    "expires_in": 7200,
    "scope": "tweet.read  users.read",
    "token_type": "bearer",
}


def test_a_whole_answer_gives_what_x_granted():
    ends, scopes = NOON + timedelta(hours=2), frozenset({"tweet.read", "users.read"})
    expected = Tokens("access", "refresh", ends, "app", scopes)
    assert read_grant(WHOLE, NOBODY, NOON) == expected
    assert read_grant(WHOLE, BEFORE, NOON) == expected


def test_what_an_answer_leaves_out_stays_as_it_was():
    bare = {"access_token": "access"}
    assert read_grant(bare, NOBODY, NOON) == Tokens("access", client_id="app")
    assert read_grant(bare, BEFORE, NOON) == Tokens(
        "access", "older", None, "app", frozenset({"users.read"})
    )


@pytest.mark.parametrize("value", [0, -1, None, "7200", 1e300, 10**30, float("nan"), [], {}])
def test_an_end_that_cannot_be_believed_is_none(value):
    assert read_grant({**WHOLE, "expires_in": value}, NOBODY, NOON).expires_at is None


@pytest.mark.parametrize("value", [None, "", 1, "two words", "a\nb", "\u00e4", ["access"]])
def test_an_answer_without_a_token_is_garbled(value):
    with pytest.raises(Garbled):
        read_grant({**WHOLE, "access_token": value}, BEFORE, NOON)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)


@given(
    st.fixed_dictionaries(
        {"access_token": st.just("access") | LEAVES},
        optional={
            name: st.just(value) | LEAVES | st.lists(LEAVES, max_size=2)
            for name, value in WHOLE.items()
            if name != "access_token"
        },
    )
)
def test_any_answer_gives_good_tokens_or_is_garbled(fields):
    try:
        found = read_grant(fields, BEFORE, NOON)
    except Garbled:
        assert fields["access_token"] != WHOLE["access_token"]
        return
    assert found.access == fields["access_token"]
    assert found.refresh in (fields.get("refresh_token"), "older")
    seconds = fields.get("expires_in")
    if isinstance(seconds, int | float) and 0 < seconds <= LONGEST.total_seconds():
        assert found.expires_at == NOON + timedelta(seconds=seconds)
    else:
        assert found.expires_at is None
    assert all(isinstance(scope, str) for scope in found.scopes)
