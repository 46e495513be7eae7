"""Filters that a shell hands over: each command reads them the same way."""

import shlex

import pytest

from allybook.cli.typed import as_typed, pasted
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


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (["beds", " -is:repost", "min_likes:5"], "beds -is:repost min_likes:5"),
        (["in:My allies", "@ana"], '"in:My allies" "@ana"'),
        (["#SwHelper", "(a", "OR", "b)"], '"#SwHelper" "(a" OR "b)"'),
        (['in:"My allies" beds'], "'in:\"My allies\" beds'"),
        (["noise>40"], '"noise>40"'),
    ],
)
def test_what_is_told_to_be_pasted_reaches_us_as_it_was(told, written):
    assert pasted(told) == written
    assert shlex.split(written) == [word.strip() for word in as_typed(told)]
