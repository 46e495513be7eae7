"""Near copies among texts: which of them meet, and who is a copy of whom."""

import re
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.words import lines_of_all, text_words
from allybook.domain.noise.near import (
    BANDS,
    NEXT,
    ROOM,
    STRETCH,
    Before,
    Groups,
    Text,
    are_alike,
    bands_in,
    bands_of,
    bare_lines,
    beside,
    days_beside,
    pair,
    pairs_of,
    stretches_of,
)

BEDS = "Fourteen beds are open tonight on the east side"
HOUR = 3_600_000_000
DAY = 24 * HOUR
START = 2_900 * STRETCH


def test_a_text_is_compared_by_its_pairs_of_words():
    assert pairs_of("Two beds are open on Elm") == [
        "two beds", "beds are", "are open", "open on", "on elm",
    ]  # fmt: skip
    assert pairs_of("Five words are too few") is None


def test_whom_it_addresses_and_where_it_links_to_plays_no_part():
    assert pairs_of(f"@ana {BEDS} https://a.example/x") == pairs_of(BEDS)
    assert pairs_of(f"@ana {BEDS}") == pairs_of(f"＠änn {BEDS}")  # noqa: RUF001


def test_six_in_ten_pairs_are_enough():
    one = {str(number) for number in range(8)}
    assert are_alike(one, {*sorted(one)[:6], "a", "b"})
    assert not are_alike(one, {*sorted(one)[:5], "a", "b", "c"})


def test_texts_that_say_the_same_stand_in_the_same_bands_of_their_time():
    def sketch(sets):
        return [list(range(9)) for _ in sets]

    now, later = Text(START, 1), Text(START + STRETCH, 2)
    bands = bands_of([(now, ["a b"]), (later, ["a b"])], sketch)
    assert len(set(bands[now])) == BANDS
    assert bands[later] == [band + NEXT for band in bands[now]]
    assert bands_of([], sketch) == {}


def test_bands_are_always_those_that_the_caches_of_people_hold():
    """By others no new post meets a kept one: these numbers change with a migration alone."""
    signature = tuple(7**number % (1 << 32) for number in range(11, 20))
    held = [825825341065312999, 825797813046547328, 825574219304551893]
    assert bands_in(2933, [signature]) == held


moments = st.integers(-STRETCH, 6 * STRETCH)


@given(moments, moments)
def test_who_is_compared_with_whom_lies_within_a_week_and_surely_within_half_of_one(one, other):
    own, others = ([at // STRETCH * NEXT] for at in (one, other))
    meet = others[0] in {*own, *beside(own)}
    assert meet == (own[0] in {*others, *beside(others)})
    assert meet or abs(one - other) > STRETCH
    assert not meet or abs(one - other) < 2 * STRETCH
    if meet:
        assert other // DAY in days_beside(one // DAY)


@given(st.lists(moments).map(sorted))
def test_each_moment_lies_in_one_stretch(told):
    found = [(stretch, at) for stretch, start, end in stretches_of(told) for at in told[start:end]]
    assert found == [(at // STRETCH, at) for at in told]


def take(groups, *keys):
    for key in keys:
        groups.take(Text(START + key * HOUR, key), [1, 2, 3])


def test_copies_follow_the_oldest_whoever_comes_first():
    for order in permutations((1, 2, 3)):
        groups = Groups(Before(), lambda _: ["a b", "b c"])
        take(groups, *order)
        assert groups.roots() == {2: 1, 3: 1}
        assert groups.left_out == {(band, key) for band in (1, 2, 3) for key in order[1:]}


def test_two_groups_become_one_by_a_post_between_them():
    said = {1: "abcdefgh", 2: "cdefghij", 3: "efghijkl"}
    assert not are_alike(set(said[1]), set(said[3]))
    for order in permutations(said):
        groups = Groups(Before(), said.__getitem__)
        take(groups, *order)
        assert groups.roots() == {2: 1, 3: 1}


def test_an_older_post_that_comes_later_is_the_oldest_of_the_group():
    known = {key: Text(START + key * HOUR, key) for key in (4, 5)}
    before = Before({1: [5], 2: [5], 3: [5]}, known, {5: 4})
    groups = Groups(before, lambda _: ["a b", "b c"])
    take(groups, 1, 6)
    assert groups.roots() == {4: 1, 6: 1}


def test_a_copy_of_a_copy_is_one_of_the_oldest():
    known = {key: Text(START + key * HOUR, key) for key in (2, 5)}
    groups = Groups(Before({1: [5]}, known, {5: 2}), lambda _: ["a b"])
    take(groups, 7)
    assert groups.roots() == {7: 2}


def test_a_post_that_nothing_is_known_of_is_passed_over():
    groups = Groups(Before({1: [5]}), lambda _: ["a b"])
    take(groups, 7)
    assert groups.roots() == {}


def test_a_band_has_room_for_a_few():
    groups = Groups(Before(), lambda key: [str(key)])
    take(groups, *range(1, ROOM + 3))
    assert {key for _, key in groups.left_out} == {ROOM + 1, ROOM + 2}
    assert groups.roots() == {}


def test_ten_thousand_same_texts_are_compared_ten_thousand_times():
    for step in (1, -1):
        read: list[int] = []
        groups = Groups(Before(), lambda key, read=read: read.append(key) or ["a b"])
        take(groups, *range(1, 10_001)[::step])
        assert len(groups.roots()) == 9_999
        assert set(groups.roots().values()) == {1}
        assert len(read) == 10_000


addressed = st.lists(
    st.sampled_from(
        [
            "@",
            "\uff20",
            "http://",
            "https://",
            "a",
            "é",
            "_",
            " ",
            ".",
            "/",
            "\n",
            "\x1e",
            "\x1f",
            "://",
            "http",
            "@ana ",
            " @ben",
            "https://a.example/b ",
            " two words ",
        ]
    )
).map("".join)


@given(st.lists(addressed | st.text(), max_size=5))
def test_texts_that_are_looked_through_together_have_the_pairs_that_each_has(texts):
    assert list(map(pair, bare_lines(texts, lines_of_all(texts)))) == [
        pairs_of(text) for text in texts
    ]


@given(addressed | st.text())
def test_addresses_are_left_out_of_what_is_compared(text):
    own = text_words(re.sub(r"https?://\S+|[@\uff20]\w+", " ", text))
    paired = [f"{one} {other}" for one, other in pairwise(own)]
    assert pairs_of(text) == (paired if len(own) >= 6 else None)
