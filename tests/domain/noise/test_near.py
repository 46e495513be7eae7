"""Near copies among texts: which of them meet, and who is a copy of whom."""

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.words import text_words
from allybook.domain.noise import near
from allybook.domain.noise.near import (
    BANDS,
    EDGE,
    NEXT,
    NOBODY,
    ROOM,
    STRETCH,
    Before,
    Groups,
    Text,
    are_alike,
    bands_in,
    bands_of,
    find_nearest,
    looked_at,
    pairs_of,
    stretches_of,
)

BEDS = "Fourteen beds are open tonight on the east side"
HOUR = 3_600_000_000
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
    one = [str(number) for number in range(8)]
    assert are_alike(one, [*one[:6], "a", "b"])
    assert not are_alike(one, [*one[:5], "a", "b", "c"])


def test_texts_that_say_the_same_stand_in_the_same_bands_of_their_time():
    def sketch(sets):
        return [list(range(9)) for _ in sets]

    now, later = Text(START, 1), Text(START + STRETCH, 2)
    bands = bands_of([(now, ["a b"]), (later, ["a b"])], sketch)
    assert len(set(bands[now])) == BANDS
    assert bands[later] == [band + NEXT for band in bands[now]]
    assert bands_of([], sketch) == {}


@given(st.integers(0, 3 * STRETCH), st.integers(0, 3 * STRETCH))
def test_who_looks_at_whom_lies_within_a_stretch_and_its_edges(one, other):
    def own(at):
        return [at // STRETCH * NEXT]

    looks = looked_at(one, own(one))
    assert looks[0] == own(one)[0]
    near = own(other)[0] in looks
    assert near or abs(one - other) >= EDGE
    assert not near or abs(one - other) < STRETCH + EDGE


@given(st.lists(st.integers(-STRETCH, 3 * STRETCH)).map(sorted))
def test_many_look_where_each_of_them_looks(moments):
    looks = {}
    for stretch, start, early, late, end in stretches_of(moments):
        own = bands_in(stretch, [range(9)])
        for place in range(start, end):
            looks[place] = [
                *own,
                *(band - NEXT for band in own if place < early),
                *(band + NEXT for band in own if place >= late),
            ]
    for place, at in enumerate(moments):
        assert looks[place] == looked_at(at, bands_in(at // STRETCH, [range(9)]))


def test_the_nearest_shares_most_bands():
    text = Text(START, 9)
    assert find_nearest({1: [5, 9], 2: [6], 3: [6]}, text, [1, 2, 3]) == 6
    assert find_nearest({1: [9]}, text, [1]) == NOBODY
    assert find_nearest({}, text, [1]) == NOBODY


def take(groups, *keys):
    for key in keys:
        groups.take(Text(START + key * HOUR, key), [1, 2, 3])


def test_copies_follow_the_oldest():
    groups = Groups(Before(), lambda _: ["a b", "b c"])
    take(groups, 1, 2, 3)
    assert groups.roots() == {2: 1, 3: 1}
    assert groups.left_out == {(band, key) for band in (1, 2, 3) for key in (2, 3)}


def test_an_older_post_that_comes_later_takes_the_place():
    known = Text(START + 5 * HOUR, 5)
    before = Before({1: [5], 2: [5], 3: [5]}, {5: known}, {})
    groups = Groups(before, lambda _: ["a b", "b c"])
    take(groups, 1, 6)
    assert groups.displaced == [known]
    assert groups.roots() == {5: 1, 6: 1}


def test_a_copy_of_a_copy_is_one_of_the_oldest():
    before = Before({1: [5]}, {5: Text(START + 5 * HOUR, 5)}, {5: 2})
    groups = Groups(before, lambda _: ["a b"])
    take(groups, 7)
    assert groups.roots() == {7: 2}


def test_a_band_has_room_for_a_few():
    groups = Groups(Before(), lambda key: [str(key)])
    take(groups, *range(1, ROOM + 3))
    assert {key for _, key in groups.left_out} == {ROOM + 1, ROOM + 2}
    assert groups.roots() == {}


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


@given(addressed | st.text())
def test_quicker_ways_to_leave_addresses_out_leave_the_same_words(text):
    words = text_words(text)
    assert [*near._own_words(text, words)] == text_words(near._ADDRESSED.sub(" ", text))
