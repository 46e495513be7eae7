"""A filter in two halves, as the window shows it: what is in sight, and what is quiet."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MuteKind
from allybook.domain.noise import NoiseKind
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.noise import set_weights, weights
from allybook.services.timeline.view import LOUDEST, QUIET_ABOVE, divide, quiet_test
from tests.store.samples import HOME, a_post

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


def test_of_several_limits_the_quietest_holds():
    assert divide(parse("noise<=60 noise<=30 noise<=50")).limit == 30
