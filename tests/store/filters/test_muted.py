"""Muted posts that a connection laid aside: they follow the mutes and the cache."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Term
from allybook.domain.mutes import Mute, MuteKind
from allybook.domain.noise import DEFAULT_WEIGHTS, Judgement, NoiseKind
from allybook.services.timeline.mutes import MUTED
from allybook.store.filters.muted import is_aside
from tests.store.samples import HOME, MORNING, a_post, an_account
from tests.store.worlds import settle

CRYPTO = Mute(MuteKind.WORD, "crypto")
WREN = Mute(MuteKind.AUTHOR, "Wren")
CALM = Term(On.NOISE_UP_TO, "40")
LOUD = Term(On.NOISE_ABOVE, "40")
FILTERS = (
    CALM,
    LOUD,
    MUTED,
    Not(MUTED),
    And((CALM, Term(On.WORD, "crypto"))),
    And((CALM, Not(Term(On.WORD, "crypto")))),
    And((CALM, Term(On.FROM, "wren"))),
    And((LOUD, Not(Term(On.IS, "repost")))),
)


@pytest.fixture
def muted(cache):
    """Keep posts, and mute a word and an author."""
    cache.save_accounts([an_account(10, "wren"), an_account(11, "tern")], MORNING)
    cache.save_posts(
        [
            a_post(1, "buy crypto", author_id="11"),
            a_post(2, "so true", author_id="11", quote_of="1"),
            a_post(3, "beds tonight", author_id="10"),
            a_post(4, "beds tonight", author_id="11"),
            a_post(5, "so true indeed", author_id="11", quote_of="2"),
            a_post(6, "crypto beds", author_id="10", created_at=MORNING + timedelta(days=1)),
        ],
        HOME,
    )
    settle(cache, Judgement(mutes=(CRYPTO, WREN)))
    return cache


def test_counts_agree_with_what_is_listed(muted):
    for node in FILTERS:
        listed = list(muted.order(node, limit=9))
        assert list(muted.order(node)) == listed, node
        assert muted.count(node) == len(listed), node
        assert sum(posts for _, posts in muted.days(node)) == len(listed), node


def test_what_quotes_a_quote_of_something_muted_is_heard(muted):
    assert muted.count(MUTED) == 4
    assert list(muted.order(MUTED)) == [6, 3, 2, 1]


@pytest.fixture
def passed_on(muted):
    """Keep reposts of quotes: of a muted word, of a muted author, of a quote, and of neither."""
    muted.save_posts(
        [
            a_post(
                7, "see", author_id="11", quote_of="99", links=("https://x.com/Wren/status/99",)
            ),
            a_post(8, "indeed", author_id="11", quote_of="4"),
            a_post(12, "RT @tern: so true", author_id="12", repost_of="2"),
            a_post(13, "RT @tern: see", author_id="12", repost_of="7"),
            a_post(14, "RT @tern: indeed", author_id="12", repost_of="8"),
            a_post(15, "RT @tern: so true indeed", author_id="12", repost_of="5"),
            a_post(16, "look", author_id="12", quote_of="7"),
        ],
        HOME,
    )
    return muted


def test_a_repost_of_a_quote_of_something_muted_is_muted(passed_on):
    reached = [13, 12, 7, 6, 3, 2, 1]
    assert list(passed_on.order(MUTED, limit=20)) == reached
    assert passed_on.count(MUTED) == len(reached)
    assert list(passed_on.order(MUTED)) == reached
    rows = passed_on.rows([*range(1, 9), *range(12, 17)])
    assert sorted(key for key, row in rows.items() if row.verdict.mute) == sorted(reached)


@pytest.mark.parametrize("weight", [0, 20])
def test_a_mute_weighs_what_the_person_says(muted, weight):
    settle(muted, Judgement(DEFAULT_WEIGHTS | {NoiseKind.MUTED: weight}, mutes=(CRYPTO, WREN)))
    for limit in (0, 10, 20):
        node = Term(On.NOISE_UP_TO, str(limit))
        rows = muted.rows(range(1, 7)).values()
        assert muted.count(node) == sum(row.noise <= limit for row in rows)


def test_posts_that_come_are_muted_at_once(muted):
    assert muted.count(MUTED) == 4
    muted.save_posts([a_post(7, "more crypto", author_id="11")], HOME)
    assert muted.count(MUTED) == 5
    assert muted.count(CALM) == 2


def test_posts_that_another_thread_keeps_are_muted_at_once(muted):
    assert muted.count(MUTED) == 4
    with ThreadPoolExecutor(1) as pool:
        pool.submit(muted.save_posts, [a_post(7, "more crypto", author_id="11")], HOME).result()
        assert pool.submit(muted.count, MUTED).result() == muted.count(MUTED) == 5


def test_a_muted_handle_that_changes_hands_takes_its_mute_along(muted):
    assert muted.count(MUTED) == 4
    muted.save_accounts([an_account(10, "heron"), an_account(11, "wren")], MORNING)
    assert list(muted.order(MUTED)) == [6, 5, 4, 2, 1]


def test_the_first_page_does_not_wait_for_what_is_laid_aside(muted):
    def is_there():
        with muted._connections.read() as connection:
            return is_aside(connection, muted._judge.judgement_of(connection).mutes)

    assert list(muted.order(CALM, limit=9)) == [5, 4]
    assert not is_there()
    assert muted.count(CALM) == 2
    assert is_there()
    assert list(muted.order(CALM, limit=9)) == [5, 4]


def test_nothing_is_laid_aside_where_nothing_is_muted(muted):
    settle(muted, Judgement())
    assert muted.count(MUTED) == 0
    assert muted.count(EVERYTHING) == muted.count(CALM) == 6


def test_the_days_of_a_week_leave_out_what_is_muted(muted):
    week = Term(On.SINCE, MORNING.date().isoformat()), Term(On.UNTIL, "2026-04-05")
    everything = dict(muted.days(And(week)))
    kept = dict(muted.days(And((CALM, *week))))
    assert (sum(everything.values()), sum(kept.values())) == (6, 2)
    by_tern = And((CALM, Term(On.FROM, "tern"), *week))
    assert dict(muted.days(by_tern)) == kept
