"""A large file is read in a process of its own, and tells what it would tell here."""

import json
import os
import signal
import subprocess
import sys
from contextlib import chdir
from subprocess import PIPE, Popen

import pytest

from allybook.app.apart import ApartImporter
from allybook.app.haste import READ_APART
from allybook.app.late import LateImporters
from allybook.app.reader import LARGE, is_large
from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import Spoken
from allybook.files.recognise import FileImporters
from allybook.store.posts.rows import ReadyPosts
from tests.benchmarks.collected import write_pages
from tests.programs import PATIENCE, ending

LOADED = """
import sys
from pathlib import Path
from allybook.app.reading import read
from allybook.app.told import Batch
told = []
read(Path(sys.argv[1]), told.append)
print(sum(len(one.lump.posts) for one in told if isinstance(one, Batch)), *sys.modules)
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A file of three lumps, large enough for a process, with a bad line between them."""
    file = tmp_path_factory.mktemp("files") / "pages.jsonl"
    write_pages(file, 4_500)
    lines = file.read_text("utf-8").splitlines()
    lines.insert(30, json.dumps({"data": 1}))
    file.write_text("\n".join(lines), "utf-8")
    return file


@pytest.fixture
def apart(pages):
    importer = ApartImporter(pages)
    yield importer
    importer.close()


def told(importer):
    """Return all that an importer tells: posts by id, everything else in its order."""
    bad = []
    lumps = list(importer.lumps(bad.append))
    posts = sorted((post for lump in lumps for post in lump.posts), key=lambda one: one.post_id)
    people = [account for lump in lumps for account in lump.accounts]
    return importer.kind, importer.made_at, posts, people, bad


def test_it_tells_what_reading_here_tells(pages, apart):
    assert told(apart) == told(FileImporters().recognise(pages))


def test_its_posts_come_ready_to_be_saved(apart):
    assert all(isinstance(lump.posts, ReadyPosts) for lump in apart.lumps([].append))


def test_who_reads_loads_nothing_that_compares_or_writes(pages):
    ended = subprocess.run(
        (sys.executable, "-c", LOADED, str(pages)), capture_output=True, text=True, check=True
    )
    posts, *loaded = ended.stdout.split()
    assert posts == "4500"
    assert {"apsw", "rensa", "allybook.store.posts.near"}.isdisjoint(loaded)


def test_who_stops_early_leaves_no_process(apart):
    lumps = apart.lumps([].append)
    next(lumps)
    lumps.close()
    assert apart._reader.process.returncode is not None
    apart.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [("", "is empty"), ('{"id": "1", "text": "no author"}\n' * 9, "holds no post or account")],
)
def test_what_cannot_be_read_is_told_in_the_same_words(tmp_path, content, words):
    file = tmp_path / "bad.jsonl"
    file.write_text(content, "utf-8")
    with pytest.raises(UnreadableFile, match=words) as refused:
        list(ApartImporter(file).lumps([].append))
    # The window says them in the person's language: the pattern has come along.
    assert isinstance(refused.value.words, Spoken)
    assert refused.value.words.pattern


def test_many_bad_lines_are_told_before_a_good_one_comes(tmp_path):
    file = tmp_path / "odd.jsonl"
    bad_line, good = '{"id": "1", "text": "no author"}\n', {"id": "7", "author_id": "1"}
    good |= {"text": "words", "created_at": "2026-03-01T00:00:00Z"}
    file.write_text(bad_line * 2_500 + json.dumps(good) + "\n", "utf-8")
    bad = []
    seen = [(len(lump.posts), len(bad)) for lump in ApartImporter(file).lumps(bad.append)]
    assert seen == [(0, 1_000), (0, 2_000), (1, 2_500)]


def test_a_reader_that_stops_is_told_of(pages, apart):
    lumps = apart.lumps([].append)
    next(lumps)
    apart._reader.process.kill()
    with pytest.raises(UnreadableFile, match="has stopped; what was read before is kept"):
        list(lumps)


def test_a_reader_that_nobody_listens_to_ends(pages):
    command = (sys.executable, "-m", "allybook", READ_APART, os.fspath(pages))
    with ending(Popen(command, stdout=PIPE)) as reader:
        assert reader.stdout.read(100)
        reader.send_signal(signal.SIGINT)
        reader.stdout.close()
        assert reader.wait(PATIENCE) == 1


def test_only_large_files_are_worth_a_process(tmp_path, pages):
    small = tmp_path / "small.jsonl"
    small.write_text('{"id": "1"}\n', "utf-8")
    assert pages.stat().st_size >= LARGE
    assert is_large(pages)
    assert is_large(tmp_path)
    assert not is_large(small)
    assert not is_large(tmp_path / "nowhere")


def test_what_was_begun_is_what_is_asked_for(pages):
    importers = LateImporters()
    importers.begin(pages)
    (begun,) = importers._begun.values()
    assert importers.recognise(pages, apart=True) is begun
    begun.close()
    importers.begin(pages)
    (begun,) = importers._begun.values()
    importers.close()
    assert begun._reader.process.returncode is not None


def test_nothing_is_loaded_from_the_folder_that_one_stands_in(pages, tmp_path):
    (tmp_path / "queue.py").write_text("raise SystemExit('this is not for you')\n", "utf-8")
    with chdir(tmp_path):
        assert sum(len(lump.posts) for lump in ApartImporter(pages).lumps([].append)) == 4_500
