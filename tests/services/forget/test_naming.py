"""Where a filter is about a person: by handle or by id, and never by half of one."""

import pytest

from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.services.forget.naming import names_anybody, naming, without


@pytest.mark.parametrize(
    "text",
    [
        *(
            "from:ana",
            "-from:Ana beds",
            "to:ana",
            "@ana",
            'from:"ana"',
            "https://x.com/ana/status/1",
        ),
        *(
            "from:id:77",
            "FROM:ID:77 beds",
            "author_id:77",
            "user_id:77",
            "from:77",
            "a -from:id:77",
        ),
    ],
)
def test_a_filter_about_a_person_is_known(text):
    assert naming(["ana", "77"], ())(text)
    assert names_anybody(text)


@pytest.mark.parametrize(
    "text", ["ana", "from:anabel", "from:id:770", "from:id:7", "tag:ana", "77", "from:id:5"]
)
def test_one_about_somebody_or_something_else_is_not(text):
    assert not naming(["ana", "77", "id"], ())(text)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("(from:Ana OR from:b) beds", ["from:b beds"]),
        ("(from:a OR from:ana OR from:b)", ["(from:a OR from:b)"]),
        ("(from:a OR from:b)", ["(from:a OR from:b)"]),
        # Without her another question would be left, which finds less than was to be read.
        ("(cats from:ana OR beds)", []),
        ("from:ana beds", []),
        ("beds -from:ana", []),
    ],
)
def test_a_gap_asks_for_whoever_else_it_asked_for(query, left):
    gap = Gap(Source(Origin.BOOK, "a"), query, "1", "9", 4)
    assert [one.query for one in without([gap], ["ana"], naming(["ana"], ()))] == left
