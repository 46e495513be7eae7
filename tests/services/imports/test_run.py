"""Importing ahead keeps and tells what importing step by step does, to its end and broken off."""

import json

import pytest

from allybook.domain.errors import UnreadableFile
from allybook.domain.sources import Origin, Source
from allybook.services.imports.run import import_file
from tests.benchmarks.collected import write_pages

BOTH = pytest.mark.parametrize("ahead", [False, True])


class Stopping:
    """A ticket that is cancelled at the first report of so many records."""

    def __init__(self, stop):
        self.stop = stop
        self.told = 0

    def cancelled(self):
        return self.told >= self.stop

    def report(self, done, total):
        self.told = done


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A file of three lumps with a bad line before each of them and at its end."""
    file = tmp_path_factory.mktemp("files") / "pages.jsonl"
    write_pages(file, 4_500)
    lines = file.read_text("utf-8").splitlines()
    for at in (45, 40, 21, 1, 0):
        lines.insert(at, json.dumps({"data": at}))
    file.write_text("\n".join(lines), "utf-8")
    return file


@BOTH
def test_all_is_kept_and_what_is_bad_is_told(desk, pages, ahead):
    done = import_file(desk, pages, Stopping(10**9), ahead=ahead)
    assert (done.kept, done.skipped, done.read) == (4_500, 5, 4_505)
    assert [bad.line for bad in done.problems] == [1, 3, 24, 44, 50]
    assert desk.cache.sources() == [(Source(Origin.FILE, pages.name), 4_500)]


@BOTH
def test_who_stops_is_told_of_no_more_than_what_was_kept(desk, pages, ahead):
    done = import_file(desk, pages, Stopping(1), ahead=ahead)
    assert (done.kept, done.skipped) == (2_000, 2)
    assert desk.cache.sources() == [(Source(Origin.FILE, pages.name), 2_000)]


@BOTH
def test_a_file_without_a_good_line_is_refused(desk, tmp_path, ahead):
    file = tmp_path / "bad.jsonl"
    file.write_text('{"id": "1", "text": "no author"}\n' * 3, "utf-8")
    with pytest.raises(UnreadableFile):
        import_file(desk, file, Stopping(10**9), ahead=ahead)
    assert desk.cache.sources() == []
