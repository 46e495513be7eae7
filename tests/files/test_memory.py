"""Large files are read in little memory."""

import json
import tracemalloc

from allybook.domain.check.followback import Side
from allybook.files.recognise import FileImporters
from tests.benchmarks.archive import write_archive

MEBIBYTE = 1 << 20


def peak_while_reading(path, take):
    """Return what ``take`` makes of each lump, and the peak of memory in MiB."""
    importer = FileImporters().recognise(path)
    tracemalloc.start()
    try:
        taken = [take(lump) for lump in importer.lumps(lambda bad: None)]
        return taken, tracemalloc.get_traced_memory()[1] / MEBIBYTE
    finally:
        tracemalloc.stop()


def test_an_archive_takes_the_memory_of_a_few_lumps(tmp_path):
    path = tmp_path / "archive.zip"
    write_archive(path, follows=60_000, posts=5_000)
    taken, peak = peak_while_reading(
        path,
        lambda lump: (sum(len(ids) for _, ids in lump.follows), len(lump.posts)),
    )
    assert (sum(follows for follows, _ in taken), sum(posts for _, posts in taken)) == (
        120_000,
        5_000,
    )
    assert peak < 24


def test_follows_come_in_lumps(tmp_path):
    path = tmp_path / "archive.zip"
    write_archive(path, follows=60_000, posts=1)
    lumps = FileImporters().recognise(path).lumps(lambda bad: None)
    sizes = [len(ids) for lump in lumps for side, ids in lump.follows if side is Side.FOLLOWERS]
    assert sizes == [50_000, 10_000]


def test_twarc_takes_the_memory_of_a_few_lines(tmp_path):
    path = tmp_path / "chat.jsonl"
    post = {"id": "1", "author_id": "2", "text": "A1 #SwHelper " * 20, "created_at": "2023-02-18"}
    with path.open("w", encoding="utf-8") as file:
        for number in range(20_000):
            file.write(json.dumps({**post, "id": str(number + 1)}) + "\n")
    taken, peak = peak_while_reading(path, lambda lump: len(lump.posts))
    assert sum(taken) == 20_000
    assert peak < 12
