"""What a filter is about: the source that it names, found here by its name or number."""

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.lists import XList
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.aiming import aim, is_at_hand, name_source

LIST = Source(Origin.LIST, "9001")


@pytest.mark.parametrize(
    ("text", "source", "rest"),
    [
        ("source:home", Source(Origin.HOME), ""),
        ("source:Home lang:en", Source(Origin.HOME), "lang:en"),
        ("list:9001 -is:repost", LIST, "-is:repost"),
        ("-is:repost list:9001", LIST, "-is:repost"),
        ('in:"My allies"', Source(Origin.BOOK, "My allies"), ""),
        ("chat:swhelper beds", Source(Origin.CHAT, "swhelper"), "beds"),
        ("beds -is:repost", None, "beds -is:repost"),
        ("-list:9001", None, "-list:9001"),
    ],
)
def test_a_filter_names_what_it_is_about(text, source, rest):
    found, left = aim(parse(text))
    assert (found, normalise(left)) == (source, normalise(parse(rest)))


@pytest.mark.parametrize(
    ("text", "there"),
    [("source:posts.jsonl", True), ("source:own", True), ("source:home", False), ("beds", False)],
)
def test_files_and_the_own_archive_are_at_hand(text, there):
    assert is_at_hand(parse(text)) is there


def test_a_source_is_found_by_its_name_as_the_cache_keeps_it(desk):
    desk.cache.save_list(XList("9001", "Housing"))
    book = desk.book("My allies")
    named = {
        Source(Origin.LIST, "HOUSING"): LIST,
        Source(Origin.LIST, "77"): Source(Origin.LIST, "77"),
        Source(Origin.BOOK, "my allies"): Source(Origin.BOOK, book.info.book_id),
        Source(Origin.CHAT, "#SWHelper"): Source(Origin.CHAT, "swhelper"),
        Source(Origin.HOME): Source(Origin.HOME),
    }
    assert {one: name_source(desk, one) for one in named} == named


@pytest.mark.parametrize("origin", [Origin.LIST, Origin.BOOK])
def test_what_is_not_here_cannot_be_meant(desk, origin):
    with pytest.raises(BadInput):
        name_source(desk, Source(origin, "Nowhere"))
