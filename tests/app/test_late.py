"""Parts that are made when they are first asked for something, once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

import pytest

from allybook.app.desks import lay_desk, open_desk
from allybook.app.late import late, wake
from allybook.cli.words import Options
from allybook.domain.errors import StorageError
from allybook.domain.filters.tree import EVERYTHING

LOADED = """
import sys
from allybook.__main__ import main
sys.argv[1:] = sys.argv[2:]
main()
print(*sorted(name for name in sys.modules if name.startswith(("allybook.", "typing_ext"))))
"""


@pytest.fixture
def stack():
    with ExitStack() as opened:
        yield opened


class Part:
    made = 0

    def __init__(self):
        Part.made += 1
        self.number = Part.made

    def double(self):
        return self.number * 2


def test_a_part_is_made_when_it_is_first_asked():
    Part.made = 0
    part = late(Part)
    assert Part.made == 0
    assert (part.double(), part.double(), part.number, Part.made) == (2, 2, 1, 1)
    with pytest.raises(AttributeError, match="nothing"):
        _ = part.nothing


def test_many_threads_make_one_part():
    Part.made = 0
    part, start = late(Part), Barrier(8, timeout=20)

    def ask(_number):
        start.wait()
        return part.number

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {1}
    assert Part.made == 1


def test_a_part_can_be_woken_and_tells_then_what_is_wrong():
    def break_off():
        raise StorageError("It is full.")

    broken = late(break_off)
    for _ in range(2):
        with pytest.raises(StorageError):
            wake(broken)
    wake(Part())
    assert Part.made


def test_a_command_opens_what_it_needs_and_a_window_all(tmp_path):
    with open_desk(Options(profile=tmp_path)) as desk:
        desk.settings.read("me")
        assert not (tmp_path / "accounts").exists()
        assert desk.cache.count(EVERYTHING) == 0
        assert (tmp_path / "accounts" / "local" / "cache.sqlite3").is_file()


def test_a_damaged_cache_is_told_before_a_window_opens(tmp_path, stack):
    place = tmp_path / "accounts" / "local"
    place.mkdir(parents=True)
    (place / "cache.sqlite3").write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageError):
        lay_desk(Options(profile=tmp_path), stack)
    with open_desk(Options(profile=tmp_path)) as desk:
        assert desk.shelf.books() == []


def test_who_sifts_a_file_loads_no_store_of_posts(tmp_path):
    file = tmp_path / "told.jsonl"
    file.write_text(
        '{"id": "1774000000000000001", "author_id": "7", "text": "beds"}', encoding="utf-8"
    )
    words = ("--profile", str(tmp_path / "profile"), "posts", "--input", str(file), "--count")
    ended = subprocess.run(
        (sys.executable, "-c", LOADED, "allybook", *words),
        capture_output=True,
        text=True,
        check=True,
    )
    count, loaded = ended.stdout.splitlines()
    assert count == "1"
    needless = {
        "allybook.store.cache",
        "allybook.store.acts.outbox",
        "allybook.store.books.book",
        "allybook.gateway.client",
        "allybook.cli.words_allies",
    }
    assert needless.isdisjoint(loaded.split())
    assert "typing_extensions" not in loaded.split()
