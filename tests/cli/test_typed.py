"""Filters that a shell hands over: each command reads them the same way."""

import pytest

from allybook.domain.errors import BadInput


@pytest.mark.parametrize(
    "words",
    [
        ("refresh", "search", "beds lang:("),
        ("refresh", "gaps", "beds lang:("),
        ("refresh", "names", "beds", "lang:("),
        ("quote", "search", "beds lang:("),
        ("quote", "gaps", "beds lang:("),
        ("quote", "names", "beds lang:("),
    ],
    ids=" ".join,
)
def test_every_command_points_at_the_place_in_its_filter(allybook, network, words):
    with pytest.raises(BadInput, match=r"^At character 6 of the filter: "):
        allybook(*words)
    assert network.asked == []
