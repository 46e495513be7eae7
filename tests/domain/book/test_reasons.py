"""What to know before deciding: facts with what they go by, and never a verdict."""

from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.book.reasons import (
    Concern,
    KnownAround,
    SpamSign,
    ToldConcern,
    spam_signs,
    weigh,
)
from allybook.domain.people.accounts import Account, Connection, Standing

NOW = datetime(2026, 3, 31, tzinfo=UTC)
YEARS_AGO = NOW - timedelta(days=2000)


def account(**facts):
    return Account("5", "elm", "Elm", **({"created_at": YEARS_AGO, "posts": 9} | facts))


def reasons(one, **known):
    return [told.reason for told in weigh(one, KnownAround(**known), NOW)]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"private": True}, Concern.PRIVATE),
        ({"bio": "No lists, please"}, Concern.NO_LISTS),
        ({"standing": Standing.SUSPENDED}, Concern.FALLEN),
        ({"connections": frozenset({Connection.FOLLOWED_BY})}, Concern.FOLLOWS_US),
        ({"created_at": NOW, "posts": 0}, Concern.LOOK_TWICE),
    ],
)
def test_what_the_account_tells(facts, reason):
    assert reasons(account(**facts)) == [reason]


def test_an_ordinary_small_account_draws_no_remark():
    assert reasons(account(followers=3, following=900, posts=1)) == []
    assert reasons(None) == []


def test_what_the_books_tell_comes_first_and_names_them():
    told = weigh(account(private=True), KnownAround("Elders", "", "Macro", "OldElm"), NOW)
    assert told == (
        ToldConcern(Concern.OPTED_OUT_BEFORE, "Elders"),
        ToldConcern(Concern.OLD_HANDLE, "OldElm"),
        ToldConcern(Concern.PRIVATE),
        ToldConcern(Concern.IN_OTHER_BOOK, "Macro"),
    )


def test_an_unknown_id_is_said():
    assert reasons(None, has_id=False) == [Concern.NO_ID]


@pytest.mark.parametrize(
    ("facts", "signs"),
    [
        ({"created_at": NOW}, ()),
        ({"posts": 0}, ()),
        ({"bio": "https://t.co/abc"}, ()),
        ({"bio": "elm.example/join", "posts": 0}, (SpamSign.NO_POSTS, SpamSign.ONLY_LINKS)),
        ({"bio": "Join us: elm.example", "posts": 0}, ()),
        ({"bio": "", "posts": 0}, ()),
        (
            {"created_at": NOW - timedelta(days=29), "bio": "t.co/1 → t.co/2"},
            (SpamSign.NEW, SpamSign.ONLY_LINKS),
        ),
    ],
)
def test_one_sign_says_nothing_and_two_are_told(facts, signs):
    assert spam_signs(account(**facts), NOW) == signs
