"""A filter in two halves, as the window shows it: what is in sight, and what is quiet."""

import pytest
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MuteKind
from allybook.domain.noise import NoiseKind
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.noise import set_weights, weights
from allybook.services.timeline.view import (
    LOUDEST,
    QUIET_ABOVE,
    Spared,
    divide,
    is_muted,
    limit_of,
    quiet_test,
    subject_of,
)
from tests.store.samples import HOME, a_post, an_account

CALM, LOUD, MUTED = 1, 2, 3
HALVES = [
    ("", [CALM], [MUTED, LOUD], QUIET_ABOVE),
    ("beds", [CALM], [LOUD], QUIET_ABOVE),
    ("-is:muted", [CALM], [LOUD], QUIET_ABOVE),
    ("noise<=50", [LOUD, CALM], [MUTED], 50),
    ("noise<=60", [LOUD, CALM], [MUTED], 60),
    ("-noise>60", [LOUD, CALM], [MUTED], 60),
    ("noise>20 noise<=60", [LOUD], [MUTED], 60),
    ("noise>60", [MUTED], [], LOUDEST),
    ("-noise<=20", [MUTED, LOUD], [], LOUDEST),
    ("beds noise>20", [LOUD], [], LOUDEST),
    ("noise>60 OR beds", [MUTED, LOUD, CALM], [], LOUDEST),
    ("crypto OR (beds noise<=60)", [MUTED, LOUD, CALM], [], LOUDEST),
    ("is:muted", [MUTED], [], LOUDEST),
]
"""For each filter what is in sight, what is quiet, and above which noise."""


@pytest.fixture
def cache(desk):
    """Keep three posts: without noise, with 50 points of it, and with 100."""
    set_weights(desk, {**weights(desk), NoiseKind.REPOST: 50})
    mute(desk, MuteKind.WORD, "crypto")
    posts = [a_post(CALM, "beds"), a_post(LOUD, "beds", repost_of="9"), a_post(MUTED, "crypto")]
    desk.cache.save_posts(posts, HOME)
    return desk.cache


def test_the_samples_are_as_noisy_as_they_are_said_to_be(cache):
    rows = cache.rows([CALM, LOUD, MUTED])
    assert {key: row.noise for key, row in rows.items()} == {CALM: 0, LOUD: 50, MUTED: 100}


@pytest.mark.parametrize(("text", "kept", "quiet", "limit"), HALVES)
def test_what_is_in_sight_and_what_is_quiet(cache, text, kept, quiet, limit):
    halves = divide(parse(text))
    assert (list(cache.order(halves.kept)), list(cache.order(halves.quiet))) == (kept, quiet)
    assert (cache.count(halves.kept), cache.count(halves.quiet)) == (len(kept), len(quiet))
    assert halves.limit == limit
    assert cache.count(halves.everything) == len(kept) + len(quiet)


@pytest.mark.parametrize(("text", "_kept", "quiet", "_limit"), HALVES)
def test_a_post_alone_is_quiet_where_it_is_in_the_quiet_half(cache, text, _kept, quiet, _limit):
    chosen = parse(text)
    is_quiet = quiet_test(chosen, lambda _row: False)
    rows = cache.rows(cache.order(divide(chosen).everything))
    assert {key for key, row in rows.items() if is_quiet(row)} == set(quiet)


def test_copies_are_in_sight_where_they_are_asked_for(desk):
    words = "Fourteen beds are open tonight on the east side and pets are welcome there"
    desk.cache.save_posts([a_post(1, words), a_post(2, words, author_id="12")], HOME)
    set_weights(desk, {**weights(desk), NoiseKind.NEAR: 60})
    asked = divide(parse("is:copy -is:repost"))
    assert (list(desk.cache.order(asked.kept)), desk.cache.count(asked.quiet)) == ([2], 0)
    assert list(desk.cache.order(divide(parse("-is:copy")).kept)) == [1]
    assert list(desk.cache.order(divide(parse("")).quiet)) == [2]


def test_of_several_limits_the_quietest_holds():
    assert divide(parse("noise<=60 noise<=30 noise<=50")).limit == 30


def test_a_row_is_muted_by_its_verdict_alone(cache):
    rows = cache.rows([LOUD, MUTED])
    assert [is_muted(rows[key]) for key in (LOUD, MUTED)] == [False, True]
    assert [subject_of(rows[key]).muted for key in (LOUD, MUTED)] == [False, True]
    assert not is_muted(replace(rows[MUTED], verdict=None))


def test_nothing_is_louder_than_the_loudest(cache):
    loudest = [row.noise for row in cache.rows([MUTED]).values()]
    assert loudest == [LOUDEST]


@pytest.mark.parametrize(
    ("rule", "keeps"), [("beds OR crypto", [LOUD]), ("from:wren", [LOUD, MUTED])]
)
def test_what_is_muted_is_kept_in_sight_for_its_author_alone(desk, cache, rule, keeps):
    chosen = parse(rule)
    author = an_account(cache.post(str(MUTED)).author_id, "Wren")
    cache.save_accounts([author], desk.clock.now())
    rows, now = cache.rows([LOUD, MUTED]), desk.clock.now()
    kept = {key: Spared((chosen,)).keeper_of(rows[key], now) for key in (LOUD, MUTED)}
    assert kept == {key: chosen if key in keeps else None for key in (LOUD, MUTED)}


@pytest.mark.parametrize(
    ("text", "limit"),
    [("", 40), ("noise<=60", 60), ("noise>60", 40), ("is:muted", 40), ("beds noise>20", 40)],
)
def test_what_asks_for_loud_posts_still_says_why_they_are_loud(text, limit):
    assert limit_of(parse(text)) == limit
