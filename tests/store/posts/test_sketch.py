"""MinHash signatures: alike for what is alike, and the same on every day and computer."""

from allybook.domain.noise.near import BANDS, ROWS
from allybook.store.posts.sketch import sketch

PAIRS = [f"word{number} word{number + 1}" for number in range(20)]


def test_the_order_of_words_plays_no_part():
    one, other = sketch([PAIRS, PAIRS[::-1]])
    assert one == other
    assert len(one) == BANDS * ROWS


def test_they_are_what_they_were_when_caches_were_written():
    """Other numbers would part what comes from what is kept."""
    assert sketch([PAIRS]) == [
        [
            443561922, 113695349, 71165859, 687589072, 549330203, 181284684, 694561894, 662705744,
            430444228,
        ]
    ]  # fmt: skip
