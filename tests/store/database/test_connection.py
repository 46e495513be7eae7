"""Connections: one a thread, and a transaction is kept whole or not at all."""

from __future__ import annotations

import errno
import gc
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event, Thread, get_ident
from typing import TYPE_CHECKING

import apsw
import pytest

from allybook.domain.errors import Cancelled, StorageError
from allybook.store.database.connection import BUSY_MS, CACHE_KIB, LOG_PAGES, Connections
from allybook.store.database.failures import spoken
from allybook.store.database.migration import DatabaseKind, migrate
from tests.fakes.clock import NOON
from tests.programs import ending, next_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOR_EVER = """
    WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers)
    SELECT count(*) FROM numbers
"""


@pytest.fixture
def connections(tmp_path: Path) -> Iterator[Connections]:
    path = tmp_path / "words.sqlite3"
    migrate(path, DatabaseKind.CACHE, NOON, ("CREATE TABLE words (word TEXT) STRICT",))
    opened = Connections(path)
    yield opened
    opened.close()


def words(connections: Connections) -> list[str]:
    with connections.read() as connection:
        return [word for (word,) in connection.execute("SELECT word FROM words")]


def told(connections: Connections, pragma: str) -> int:
    with connections.read() as connection:
        value: int = connection.execute(f"PRAGMA {pragma}").get
    return value


def add(connections: Connections, word: str) -> None:
    with connections.write() as connection:
        connection.execute("INSERT INTO words VALUES (?)", (word,))


def add_and_fail(connections: Connections) -> None:
    with connections.write() as connection:
        connection.execute("INSERT INTO words VALUES ('lost')")
        message = "something else went wrong"
        raise KeyError(message)


def test_a_transaction_that_fails_leaves_nothing(connections):
    add(connections, "kept")
    with pytest.raises(KeyError):
        add_and_fail(connections)
    assert words(connections) == ["kept"]


def test_many_threads_write_without_losing_a_word(connections):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: add(connections, str(number)), range(40)))
    assert sorted(words(connections), key=int) == [str(number) for number in range(40)]


def test_a_reader_sees_one_state_for_its_whole_block(connections):
    with connections.read():
        before = words(connections)
        writer = Thread(target=add, args=(connections, "new"), daemon=True)
        writer.start()
        writer.join(20)
        assert words(connections) == before
    assert words(connections) == ["new"]


def test_a_thread_that_ends_gives_its_connection_back(connections):
    words(connections)
    thread = Thread(target=words, args=(connections,), daemon=True)
    thread.start()
    thread.join(20)
    gc.collect()
    own = [one for one in apsw.connections() if one.filename == str(connections.path)]
    assert len(own) == 1


def test_what_a_thread_reads_is_broken_off_and_what_others_do_goes_on(connections):
    asked, heard = Event(), []

    def count() -> None:
        with connections.read() as connection:
            asked.set()
            connection.execute(FOR_EVER).fetchall()

    def ask() -> None:
        with pytest.raises(Cancelled) as told:
            count()
        heard.extend((told.value, words(connections)))

    thread = Thread(target=ask, daemon=True)
    thread.start()
    assert asked.wait(20)
    add(connections, "meanwhile")
    for _ in range(2_000):
        # It may not have begun to ask yet.
        connections.stop_reading([thread.ident or 0])
        thread.join(0.01)
        if not thread.is_alive():
            break
    assert isinstance(heard[0], Cancelled)
    assert heard[1] == words(connections) == ["meanwhile"]


def test_who_reads_nothing_has_nothing_broken_off(connections):
    add(connections, "kept")
    connections.stop_reading([get_ident(), 0])
    with connections.write() as connection:
        connections.stop_reading([get_ident()])
        connection.execute("INSERT INTO words VALUES ('whole')")
    assert words(connections) == ["kept", "whole"]


def test_after_closing_nothing_is_read_any_more(connections):
    connections.close()
    with pytest.raises(StorageError, match="closed"):
        words(connections)


def test_another_program_at_work_is_said_in_a_sentence(connections):
    with connections.read() as connection:
        connection.execute("PRAGMA busy_timeout = 1")
    other = apsw.Connection(str(connections.path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match=r"Another Allybook is at work on words\.sqlite3"):
        add(connections, "late")
    other.close()


def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_half_written(connections):
    with connections.read() as connection:
        pages = connection.execute("PRAGMA page_count").get
        connection.execute(f"PRAGMA max_page_count = {pages}")
    add(connections, "kept")
    with (
        pytest.raises(StorageError, match="The disk is full"),
        connections.write() as connection,
    ):
        connection.executemany("INSERT INTO words VALUES (?)", [("x" * 900,)] * 50)
    assert words(connections) == ["kept"]


def test_a_disk_without_room_for_a_folder_is_full_too(tmp_path):
    with pytest.raises(StorageError, match="The disk is full"), spoken(tmp_path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with pytest.raises(StorageError, match="The disk did not take"), spoken(tmp_path):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_what_was_erased_is_gone_from_the_files(connections):
    add(connections, "a-name-to-forget")
    with connections.write() as connection:
        connection.execute("DELETE FROM words")
    connections.tidy()
    folder = connections.path.parent
    assert not any(b"a-name-to-forget" in file.read_bytes() for file in folder.iterdir())


def left_in(folder: Path) -> bool:
    return any(b"a-name-to-forget" in file.read_bytes() for file in folder.iterdir())


def test_what_somebody_else_still_reads_lingers_until_that_has_ended(connections):
    folder = connections.path.parent
    add(connections, "a-name-to-forget")
    with closing(apsw.Connection(str(connections.path))) as reader:
        reader.execute("BEGIN; SELECT * FROM words").fetchall()
        with connections.write() as connection:
            connection.execute("DELETE FROM words")
        with connections.read() as connection:
            connection.execute("PRAGMA busy_timeout = 0").fetchall()
        connections.tidy()
        assert connections.lingers()
        assert left_in(folder)
    assert not connections.lingers()
    assert not left_in(folder)


def test_copies_go_whole_or_unfinished_and_nothing_else(connections):
    folder = connections.path.parent
    for name in (".v1.bak", ".v2.bak.part", ".v2.bak.part-journal"):
        (folder / f"words.sqlite3.2026-01-01T000000Z{name}").write_text(
            "a-name-to-forget", encoding="utf-8"
        )
    (folder / "others.sqlite3.2026-01-01T000000Z.v1.bak").write_text("of another", encoding="utf-8")
    add(connections, "kept")
    connections.drop_copies()
    left = {file.name for file in folder.iterdir() if not file.name.startswith("words.sqlite3-")}
    assert left == {"words.sqlite3", "others.sqlite3.2026-01-01T000000Z.v1.bak"}
    assert words(connections) == ["kept"]


CUT_OFF = """
import sys
from pathlib import Path
from allybook.store.database.connection import Connections

with Connections(Path(sys.argv[1])).write() as connection:
    connection.execute("INSERT INTO words VALUES ('half')")
    print("written", flush=True)
    sys.stdin.read()
"""


def test_a_program_killed_within_a_transaction_leaves_nothing(connections):
    add(connections, "kept")
    program, pipe = [sys.executable, "-c", CUT_OFF, str(connections.path)], subprocess.PIPE
    with ending(subprocess.Popen(program, stdin=pipe, stdout=pipe)) as process:
        assert next_line(process) == b"written\n"
        process.kill()
    assert words(connections) == ["kept"]


def test_each_connection_keeps_to_all_that_it_was_told(connections):
    wanted = {
        "busy_timeout": BUSY_MS,
        "synchronous": 2,
        "cache_size": -CACHE_KIB,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "wal_autocheckpoint": LOG_PAGES,
    }
    assert {pragma: told(connections, pragma) for pragma in wanted} == wanted


def test_the_state_is_another_one_whoever_writes(connections):
    before = connections.state()
    assert connections.state() == before
    add(connections, "own")
    own = connections.state()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(add, connections, "other").result(20)
    assert len({before, own, connections.state()}) == 3


def test_the_state_says_that_something_is_being_written(connections):
    with connections.write():
        assert connections.state()[-1]
    assert not connections.state()[-1]
