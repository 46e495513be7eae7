"""Importing keeps and tells the same, read here or in another process, to its end or not."""

import json
import os

import pytest
from msgspec.structs import replace

from allybook.app.late import LateImporters
from allybook.domain.errors import UnreadableFile
from allybook.domain.reading.sources import Origin, Source
from allybook.files.recognise import FileImporters
from allybook.files.sheaf import FEW, FULL
from allybook.services.imports.run import import_file
from tests.benchmarks.collected import write_pages
from tests.fakes.stuck_disk import StuckDisk


@pytest.fixture(params=[FileImporters, LateImporters], ids=["here", "apart"])
def importing(desk, request):
    """A desk that reads files in this process, or large ones in one of their own."""
    return replace(desk, importers=request.param())


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
    """A file of some lumps with a bad line before each of them and at its end."""
    file = tmp_path_factory.mktemp("files") / "pages.jsonl"
    write_pages(file, 4_500)
    lines = file.read_text("utf-8").splitlines()
    for at in (45, 40, 21, 1, 0):
        lines.insert(at, json.dumps({"data": at}))
    file.write_text("\n".join(lines), "utf-8")
    return file


def test_all_is_kept_and_what_is_bad_is_told(importing, pages):
    done = import_file(importing, pages, Stopping(10**9))
    assert (done.kept, done.skipped, done.read) == (4_500, 5, 4_505)
    assert (done.stopped, done.broken) == (False, "")
    assert [bad.line for bad in done.problems] == [1, 3, 24, 44, 50]
    assert importing.cache.sources() == [(Source(Origin.FILE, pages.name), 4_500)]


def test_who_stops_is_told_of_no_more_than_what_was_kept(importing, pages):
    done = import_file(importing, pages, Stopping(1))
    assert FEW <= done.kept <= FULL
    assert (done.skipped, done.read) == (2, done.kept + 2)
    assert (done.stopped, done.broken) == (True, "")
    assert importing.cache.sources() == [(Source(Origin.FILE, pages.name), done.kept)]


def test_a_file_without_a_good_line_is_refused(importing, tmp_path):
    file = tmp_path / "bad.jsonl"
    file.write_text('{"id": "1", "text": "no author"}\n' * 40_000, "utf-8")
    with pytest.raises(UnreadableFile):
        import_file(importing, file, Stopping(10**9))
    assert importing.cache.sources() == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mixed.csv", "handle,user_id\n@ana_k,\n@ben_k,44196397\n,1234567890123\n@Ana_K,\n"),
        ("mixed.txt", "@ana_k\n1234567890123456789\n@ben_k\n"),
    ],
)
def test_who_is_named_by_an_id_alone_counts_beside_the_handles(importing, tmp_path, name, text):
    file = tmp_path / name
    file.write_text(text, "utf-8")
    done = import_file(importing, file, Stopping(10**9))
    by_handle_alone = {"mixed.csv": 1, "mixed.txt": 2}[name]
    assert (done.read, done.kept, done.named) == (3, 3, by_handle_alone)


def test_a_name_that_is_no_text_is_written_out(importing, pages, tmp_path):
    odd = tmp_path / os.fsdecode(b"odd\xff.jsonl")
    odd.write_bytes(pages.read_bytes())
    done = import_file(importing, odd, Stopping(10**9))
    assert (done.file, done.kept) == ("odd?.jsonl", 4_500)
    assert importing.cache.sources() == [(Source(Origin.FILE, "odd?.jsonl"), 4_500)]


def test_a_disk_that_fills_half_way_is_told_with_what_was_kept(importing, pages):
    class Filling(Stopping):
        """Lets the disk take nothing more once the first part is kept."""

        def report(self, done, total):
            super().report(done, total)
            disk.stick()

    disk = StuckDisk()
    try:
        done = import_file(importing, pages, Filling(10**9))
    finally:
        disk.let_go()
    assert 0 < done.kept < 4_500
    assert (done.kind, done.stopped) == ("twarc", False)
    assert done.broken == (
        "What was kept so far stays; the rest was not kept. The disk takes nothing any more: check "
        "it, or plug it in again."
    )
    assert done.problems[-1].why == done.broken
    assert importing.cache.sources() == [(Source(Origin.FILE, pages.name), done.kept)]


def test_what_breaks_off_says_why(desk, pages):
    importers = LateImporters()
    importers.begin(pages)
    (begun,) = importers._begun.values()

    class Killing(Stopping):
        """Ends the process that reads when the first part is kept."""

        def report(self, done, total):
            # What it writes just now would still come while it has not ended.
            begun._reader.process.kill()
            begun._reader.process.wait()

    done = import_file(replace(desk, importers=importers), pages, Killing(10**9))
    assert 0 < done.kept < 4_500
    assert "has stopped; what was read before is kept" in done.broken
    assert done.problems[-1].why == done.broken
    assert not done.stopped
