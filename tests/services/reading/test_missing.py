"""What is missing from what a filter shows."""

import json
from datetime import timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.lists import XList
from allybook.domain.posts import id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.missing import MOST, missing
from allybook.services.reading.noted import MARK


def lay_gaps(desk, clock, sources):
    """Note one gap in each source, the first the newest."""
    rows = []
    for number, (source, query) in enumerate(sources):
        newer, older = (clock.now() - timedelta(hours=number + hours) for hours in (0, 1))
        rows.append((source.origin.value, source.name, query, id_at(older), id_at(newer), 40))
    desk.cache.set_mark(MARK, json.dumps(rows))


@pytest.fixture
def gaps(desk, clock):
    desk.cache.save_list(XList("9001", "Housing"))
    book = desk.book("My allies").info.book_id
    sources = [
        (Source(Origin.HOME), ""),
        (Source(Origin.LIST, "9001"), "list:9001"),
        (Source(Origin.BOOK, book), "from:ana"),
        (Source(Origin.SEARCH, "beds -is:repost"), "beds -is:retweet"),
    ]
    lay_gaps(desk, clock, sources)


def origins(found):
    return [gap.source.origin.value for gap in found]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("", ["home", "list", "book", "search"]),
        ("source:home", ["home"]),
        ("list:housing -is:repost", ["list"]),
        ("list:9001", ["list"]),
        ('in:"my allies"', ["book"]),
        ("beds -is:repost", ["home", "list", "book", "search"]),
        ("beds", ["home", "list", "book"]),
        ("is:ally", ["home", "list", "book"]),
        ("chat:swhelper", []),
        ("source:posts.jsonl", []),
        ("list:nobody", []),
        ("in:nothing", []),
    ],
)
def test_a_filter_misses_what_its_source_misses(desk, gaps, text, about):
    assert origins(missing(desk, parse(text))) == about


def test_the_newest_come_first_and_not_hundreds_of_them(desk, clock):
    lay_gaps(desk, clock, [(Source(Origin.HOME), "")] * 30)
    found = missing(desk, parse(""))
    assert len(found) == MOST
    newest = [int(gap.newer) for gap in found]
    assert newest == sorted(newest, reverse=True)
