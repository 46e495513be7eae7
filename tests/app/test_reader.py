"""A large file is read ahead where an import asks for it, and by nobody where nothing does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from allybook.app.late import LateImporters
from allybook.app.reader import FORKS, VALUED, Reader, begin
from allybook.cli.words import read_words
from tests.benchmarks.collected import write_pages

FREE = ("--practice", "--offline", "--yes", "--owns-app", "--token-stdin")

GOES_ON = """
import sys
from pathlib import Path
from allybook.__main__ import _begin
from allybook.app.apart import ApartImporter

reader = _begin(["import", sys.argv[1]])
lumps = ApartImporter(Path(sys.argv[1]), reader).lumps(print)
print(type(reader.process).__name__, sum(len(lump.posts) for lump in lumps))
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    file = tmp_path_factory.mktemp("files") / "pages.jsonl"
    write_pages(file, 1_500)
    return file


@pytest.mark.parametrize(
    "words",
    [
        ("import", "FILE"),
        ("--profile", "here", "import", "--book", "ours", "--json", "FILE", "other.csv"),
        ("--offline", "--budget=3", "--vocabulary", "post", "import", "--no-nominate", "FILE"),
    ],
)
def test_the_file_that_is_read_ahead_is_the_one_that_the_words_mean(pages, words):
    line = [os.fspath(pages) if word == "FILE" else word for word in words]
    reader = begin(line)
    assert reader is not None
    importers = LateImporters(reader)
    try:
        path = read_words(line)[1].files[0]
        importers.begin(path)
        importer = importers.recognise(path, apart=True)
        assert importer.kind == "twarc"
        assert sum(len(lump.posts) for lump in importer.lumps([].append)) == 1_500
        assert importer._reader is reader
    finally:
        importers.close()
        reader.close()
    assert reader.process.returncode is not None


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("import",),
        ("import", "--book"),
        ("import", "small.jsonl"),
        ("import", "not\0one"),
        ("allies", "import", "FILE"),
        ("posts", "import", "--input", "FILE"),
        ("--profile", "import", "posts", "FILE"),
        ("import", "--book", "FILE"),
    ],
)
def test_nothing_is_read_ahead_that_no_import_names_first(pages, words):
    assert begin([os.fspath(pages) if word == "FILE" else word for word in words]) is None


@pytest.mark.skipif(not FORKS, reason="a reader starts anew here")
def test_who_has_no_other_thread_goes_on_as_the_reader(pages):
    told = subprocess.run(
        (sys.executable, "-c", GOES_ON, os.fspath(pages)),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert told == "Fork 1500\n"


def test_the_options_that_a_value_follows_are_those_of_the_command_line():
    for option in FREE:
        assert read_words([option, "import", "FILE"])[1].files == [Path("FILE")]
    for option in VALUED:
        assert read_words([option, "post", "import", "FILE"])[1].files == [Path("FILE")]
    about = subprocess.run(
        (sys.executable, "-m", "allybook", "import", "--help"),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    told = {word.strip("[],") for word in about if word.strip("[],").startswith("--")}
    assert told == {*VALUED, *FREE, "--help", "--json", "--no-nominate"}


def test_a_reader_of_another_file_is_not_listened_to(pages, tmp_path):
    reader, importers = Reader(os.fspath(pages)), None
    other = tmp_path / "other.jsonl"
    write_pages(other, 1_200)
    try:
        importers = LateImporters(reader)
        importers.begin(other)
        importer = importers.recognise(other, apart=True)
        assert sum(len(lump.posts) for lump in importer.lumps([].append)) == 1_200
    finally:
        reader.close()
    assert reader.process.returncode is not None


def test_wrong_words_leave_no_reader_behind(pages):
    words = ("import", os.fspath(pages), "--no-such-word")
    ended = subprocess.run(
        (sys.executable, "-m", "allybook", *words), capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "--no-such-word" in ended.stderr
    # A reader left behind would hold standard error, and ``run`` waits until nobody does.
    assert ended.stdout == ""
