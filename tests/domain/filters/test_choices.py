"""What a chip could say instead is always a filter of its own, never the same one."""

import pytest
from hypothesis import given

from allybook.domain.filters.chips import chips
from allybook.domain.filters.choices import STARTERS, alternatives
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from tests.domain.filters.trees import trees


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("-is:repost", ["is:repost"]),
        ("is:ally", ["-is:ally"]),
        ("#swhelper", ["-#swhelper"]),
        ("min_likes:5", [f"min_likes:{number}" for number in (1, 10, 50, 100)]),
        ("newer:3d", ["newer:12h", "newer:1d", "newer:1w", "newer:2w"]),
        ("noise<=40", ["noise<=20", "noise<=30", "noise<=60", "noise<=80"]),
        ("-lang:en", ["-lang:es", "-lang:de", "-lang:fr", "-lang:pt", "lang:en"]),
    ],
)
def test_a_condition_has_an_opposite_or_other_values(text, others):
    assert [show(one) for one in alternatives(parse(text))] == others


@given(trees)
def test_every_chip_can_say_something_else(tree):
    for chip in chips(tree):
        others = alternatives(chip.node)
        assert others
        assert all(normalise(one) != normalise(chip.node) for one in others)


def test_what_is_picked_from_is_written_as_people_would():
    assert all(parse(show(node)) == node for node in STARTERS)
