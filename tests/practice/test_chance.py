from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from allybook.practice.chance import Chance

words = st.lists(st.text(max_size=8) | st.integers(), min_size=1, max_size=3)


@given(st.integers(), st.integers(1, 10_000), words)
def test_a_draw_stays_below_its_limit_and_is_the_same_again(seed, limit, said):
    drawn = Chance(seed).below(limit, *said)
    assert 0 <= drawn < limit
    assert Chance(seed).below(limit, *said) == drawn


@given(st.integers(), st.lists(st.integers(), max_size=20))
def test_shuffling_keeps_every_item(seed, items):
    assert sorted(Chance(seed).shuffled(items, "order")) == sorted(items)


def test_the_draw_is_known_for_ever():
    assert Chance(20260331).below(1_000_000, "a", 1) == 616_023


def test_draws_are_spread_evenly():
    chance = Chance(7)
    tally = Counter(chance.below(4, "spread", number) for number in range(4_000))
    assert all(900 < count < 1_100 for count in tally.values())


def test_words_do_not_run_together():
    chance = Chance(1)
    assert chance.number("ab", "c") != chance.number("a", "bc")
