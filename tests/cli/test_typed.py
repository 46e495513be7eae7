"""Filters that a shell hands over: each command reads them the same way."""

import shlex

import pytest

from allybook.cli.typed import as_typed, filter_pasted, pasted, read_told
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
        (["$TSLA"], "'$TSLA'"),
        (["", "beds"], "beds"),
        (['"don\'t worry"'], """'"don'"'"'t worry"'"""),
    ],
)
def test_what_is_told_to_be_pasted_reaches_us_as_it_was(told, written):
    assert pasted(told) == written
    assert shlex.split(written) == [word.strip() for word in as_typed(told) if word]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('in:"My allies"', '"in:My allies"'),
        ('in:"My allies" lang:en', '"in:My allies lang:en"'),
        ('"warm beds"', "'\"warm beds\"'"),
        ('"(beds"', "'\"(beds\"'"),
        ("beds OR homes", '"beds OR homes"'),
    ],
)
def test_a_filter_that_is_told_to_be_pasted_means_the_same(desk, text, written):
    desk.book()
    chosen = read_told(desk, [text])
    assert filter_pasted(desk, chosen) == written
    assert read_told(desk, shlex.split(written)) == chosen
