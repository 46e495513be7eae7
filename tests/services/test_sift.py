"""A file through a filter: what is kept is what importing it and asking the cache would give."""

import json

import pytest
from msgspec.structs import replace

from allybook.domain.errors import UnreadableFile
from allybook.domain.filters.parse import parse
from allybook.files.recognise import FileImporters
from allybook.services.edit import approve
from allybook.services.import_file import import_file
from allybook.services.nominate import nominate_handles
from allybook.services.roster import lay_rosters
from allybook.services.sift import sift
from allybook.services.view import walk
from allybook.store.profile import Profile
from tests.benchmarks import crowd
from tests.benchmarks.collected import write_pages
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.desk import make_desk

POSTS = 600
FILTERS = (
    "",
    "noise<=20",
    "noise>20 -is:repost",
    "(noise>30 OR is:reply) min_likes:2",
    "-noise>30",
    "is:ally",
    "is:ally noise<=10",
    "-is:ally has:links",
    'in:"My allies" -is:repost',
    "tag:housing",
    "housing",
    "from:housing0",
    "source:file newer:30d",
    "is:verified lang:en",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    clock = FixedClock(NOON)
    with Profile(tmp_path_factory.mktemp("profile"), clock) as profile:
        made = replace(make_desk(profile, clock, None), importers=FileImporters())
        book = made.book()
        nominate_handles(made, book, [crowd.handle(rank) for rank in (0, 3, 9)])
        approve(made, book, [ally.key for ally in book.allies()])
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    file = tmp_path_factory.mktemp("files") / "pages.jsonl"
    write_pages(file, POSTS)
    return file


def none_bad(record):
    raise AssertionError(record)


@pytest.fixture(scope="module")
def imported(desk, pages):
    class Ticket:
        def cancelled(self):
            return False

        def report(self, done, total):
            pass

    import_file(desk, pages, Ticket())
    lay_rosters(desk)
    return desk


@pytest.mark.parametrize("words", FILTERS)
def test_a_file_is_sifted_as_the_cache_would_be_asked(imported, pages, words):
    chosen = parse(words)
    asked = list(walk(imported, imported.cache.order(chosen)))
    assert sift(imported, pages, chosen, none_bad) == asked


def test_the_newest_ones_are_enough(imported, pages):
    every = sift(imported, pages, parse("is:reply"), none_bad)
    assert sift(imported, pages, parse("is:reply"), none_bad, most=5) == every[:5]


def test_nothing_of_a_file_is_kept(desk, pages, tmp_path):
    with Profile(tmp_path / "empty", FixedClock(NOON)) as profile:
        alone = replace(make_desk(profile, FixedClock(NOON), None), importers=FileImporters())
        assert len(sift(alone, pages, parse(""), none_bad)) == POSTS
        assert alone.cache.sources() == []


def test_bad_records_are_told_and_hopeless_files_refused(imported, pages, tmp_path):
    torn = tmp_path / "torn.jsonl"
    torn.write_text(pages.read_text().splitlines()[0] + "\n{broken\n")
    bad = []
    assert len(sift(imported, torn, parse(""), bad.append)) == 100
    assert [record.line for record in bad] == [2]
    hopeless = tmp_path / "hopeless.jsonl"
    hopeless.write_bytes(b"\x89PNG")
    with pytest.raises(UnreadableFile):
        sift(imported, hopeless, parse(""), bad.append)


def test_a_post_told_twice_is_taken_as_told_last(desk, tmp_path):
    post = {"id": "1774000000000000001", "author_id": "7"}
    told = [json.dumps({**post, "text": text}) for text in ("beds", "food")]
    file = tmp_path / "twice.jsonl"
    file.write_text("\n".join(told))
    assert [row.post.text for row in sift(desk, file, parse(""), none_bad)] == ["food"]
    assert sift(desk, file, parse("beds"), none_bad) == []
