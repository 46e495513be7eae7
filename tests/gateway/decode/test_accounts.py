from __future__ import annotations

from datetime import UTC, datetime

import pytest

from allybook.domain.errors import Garbled
from allybook.domain.people.accounts import Account, Connection
from allybook.gateway.decode.accounts import account_of
from allybook.gateway.decode.item import called
from tests.gateway import samples


def read(fields):
    return account_of(called("account", fields))


@pytest.mark.parametrize("sample", [samples.OLD_ACCOUNT, samples.NEW_ACCOUNT])
def test_a_full_account(sample):
    assert read(sample) == Account(
        user_id=samples.ALLY,
        handle="HarbourShelter",
        name="Harbour & Shelter",
        bio="Beds <tonight>",
        verified=True,
        followers=512,
        following=64,
        posts=2048,
        listed=8,
        created_at=datetime(2013, 12, 14, 4, 35, 55, tzinfo=UTC),
        latest_post_id=samples.POST_ID,
        connections=frozenset({Connection.FOLLOWED_BY, Connection.FOLLOWING}),
    )


def test_an_account_with_the_least_that_x_may_say_has_no_connection():
    assert read({"id": 12}) == Account("12", "", connections=frozenset())


def test_words_for_connections_that_are_new_are_passed_by():
    found = read({"id": "1", "connection_status": ["muting", "waving"]})
    assert found.connections == {Connection.MUTING}


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"protected": "no"}, "the account 1 cannot be used: protected is neither"),
        ({"connection_status": "following"}, "connection_status is not a list"),
        ({"most_recent_tweet_id": "latest"}, "most_recent_tweet_id is not an id"),
        ({"username": ["a"]}, "username is not text"),
    ],
)
def test_what_is_broken_is_named(broken, words):
    with pytest.raises(Garbled, match=words):
        read({"id": "1", **broken})
