"""Migrations: up to the newest version, or left exactly as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from allybook.domain.errors import NewerDatabase, StorageError
from allybook.store.database.migration import (
    DatabaseKind,
    Scripts,
    is_script,
    migrate,
    open_database,
)
from tests.fakes.clock import NOON

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE = ("CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('kept')",)
TWO = (*ONE, "ALTER TABLE words ADD COLUMN meaning TEXT")
INDEXES = """
-- Words; and more of them.
CREATE INDEX by_word ON words (word);
DROP INDEX by_word;
CREATE INDEX by_length ON words (length(word))
WHERE word <> '';
"""
LAID = "cache.sqlite3.2026-03-30T120000Z.v1.bak"
LATER = NOON + timedelta(days=1)


def ask(path: Path, sql: str) -> Sequence[object]:
    connection = apsw.Connection(str(path))
    rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


def schema(path: Path) -> Sequence[object]:
    return ask(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite3"


@pytest.mark.parametrize("kind", DatabaseKind)
def test_a_fresh_database_has_been_through_every_script(path, kind):
    open_database(path, kind, NOON).close()
    assert ask(path, "PRAGMA user_version") == [(len(Scripts(kind)),)]
    assert ask(path, "PRAGMA journal_mode") == [("wal",)]
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("kind", DatabaseKind)
def test_every_table_is_strict(path, kind):
    open_database(path, kind, NOON).close()
    tables = ask(
        path,
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'post_words%'",
    )
    assert tables == []


@pytest.mark.parametrize("kind", DatabaseKind)
def test_scripts_are_numbered_from_one_without_gaps(kind):
    folder = Path(sys.modules[migrate.__module__].__file__).parent / "migrations"
    names = sorted(file.name for file in (folder / kind.name.lower()).iterdir())
    assert [int(name.split("_")[0]) for name in names] == list(range(1, len(names) + 1))


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "._0001_acts.sql",
        "0001_acts.sql.orig",
        "0001_acts copy.sql",
        "acts.sql",
        "1_.sql",
    ],
)
def test_what_desktops_and_editors_leave_there_is_no_script(name):
    assert not is_script(name)
    assert is_script("0001_acts.sql")


def test_an_old_cache_with_data_becomes_what_a_fresh_one_is(path, tmp_path):
    migrate(path, DatabaseKind.CACHE, NOON, Scripts(DatabaseKind.CACHE)[:1])
    ask(
        path,
        "INSERT INTO accounts (id, handle, folded, standing, seen_at)"
        " VALUES (10, 'SafeRoof', 'saferoof', 'active', 99), (11, NULL, NULL, 'gone', 99)",
    )
    open_database(path, DatabaseKind.CACHE, NOON).close()
    fresh = tmp_path / "fresh.sqlite3"
    open_database(fresh, DatabaseKind.CACHE, NOON).close()
    assert schema(path) == schema(fresh)
    assert ask(path, "SELECT * FROM handles") == [(10, "saferoof", "SafeRoof", 99)]
    assert ask(path, "SELECT id, handle FROM accounts") == [(10, "SafeRoof"), (11, None)]


def test_an_old_index_of_words_is_kept_as_a_new_one_is_and_finds_what_it_found(path, tmp_path):
    migrate(path, DatabaseKind.CACHE, NOON, Scripts(DatabaseKind.CACHE)[:9])
    ask(path, "INSERT INTO post_words (rowid, words) VALUES (1, 'shelter #swhelper'), (2, 'roof')")
    open_database(path, DatabaseKind.CACHE, NOON).close()
    ask(path, "INSERT INTO post_words (rowid, words) VALUES (3, 'shelter')")
    fresh = tmp_path / "fresh.sqlite3"
    open_database(fresh, DatabaseKind.CACHE, NOON).close()
    kept = "SELECT k, v FROM post_words_config WHERE k <> 'version' ORDER BY k"
    assert ask(path, kept) == ask(fresh, kept) == [("automerge", 8), ("pgsz", 4000)]
    found = "SELECT rowid FROM post_words WHERE post_words MATCH 'shelter'"
    assert ask(path, found) == [(1,), (3,)]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("kind", [DatabaseKind.BOOK, DatabaseKind.OUTBOX, DatabaseKind.PROFILE])
def test_before_migrating_a_dated_copy_is_laid_beside_it(path, kind):
    migrate(path, kind, NOON, ONE)
    migrate(path, kind, NOON, TWO)
    copy = path.with_name(LAID)
    assert ask(copy, "SELECT * FROM words") == [("kept",)]
    assert ask(copy, "PRAGMA user_version") == [(1,)]
    assert ask(path, "SELECT * FROM words") == [("kept", None)]


def test_a_copy_of_a_cache_goes_when_its_migration_has_succeeded(path):
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    with pytest.raises(StorageError):
        migrate(path, DatabaseKind.CACHE, NOON, (*ONE, "INSERT INTO nowhere VALUES (1)"))
    assert names(path.parent) == ["cache.sqlite3", LAID]
    assert ask(path.with_name(LAID), "SELECT * FROM words") == [("kept",)]
    migrate(path, DatabaseKind.CACHE, NOON, TWO)
    assert names(path.parent) == ["cache.sqlite3"]
    assert ask(path, "SELECT * FROM words") == [("kept", None)]


def test_a_cache_is_not_copied_for_indexes_alone(path):
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    with pytest.raises(StorageError):
        migrate(
            path, DatabaseKind.CACHE, NOON, (*ONE, INDEXES, "CREATE INDEX astray ON nowhere (word)")
        )
    assert names(path.parent) == ["cache.sqlite3"]
    migrate(path, DatabaseKind.CACHE, NOON, (*ONE, INDEXES))
    assert names(path.parent) == ["cache.sqlite3"]
    assert ask(path, "PRAGMA index_list(words)") == [(0, "by_length", 0, "c", 1)]


def test_a_cache_is_copied_where_one_script_of_many_does_more(path):
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    with pytest.raises(StorageError):
        migrate(
            path,
            DatabaseKind.CACHE,
            NOON,
            (*ONE, INDEXES, TWO[-1], "INSERT INTO nowhere VALUES (1)"),
        )
    assert names(path.parent) == ["cache.sqlite3", LAID]


@pytest.mark.parametrize(
    ("number", "told", "broken"), [(9, "traits, lang", "nothing, nowhere"), (10, "pgsz", "nothing")]
)
def test_the_newest_scripts_of_the_cache_need_no_copy(path, number, told, broken):
    old, newest = Scripts(DatabaseKind.CACHE)[: number - 1], Scripts(DatabaseKind.CACHE)[number - 1]
    migrate(path, DatabaseKind.CACHE, NOON, old)
    broken = newest.replace(told, broken)
    with pytest.raises(StorageError):
        migrate(path, DatabaseKind.CACHE, NOON, (*old, broken))
    assert names(path.parent) == ["cache.sqlite3"]


@pytest.mark.parametrize("kind", DatabaseKind)
def test_what_a_killed_allybook_left_of_a_copy_goes_with_the_next_migration(path, kind):
    migrate(path, kind, NOON, ONE)
    for ending in (".part", ".part-journal"):
        path.with_name(f"cache.sqlite3.2026-01-01T000000Z.v1.bak{ending}").write_text(
            "half", encoding="utf-8"
        )
    other = path.with_name("another.sqlite3.2026-01-01T000000Z.v1.bak.part")
    other.write_text("of another", encoding="utf-8")
    migrate(path, kind, NOON, TWO)
    kept = {other.name, "cache.sqlite3"} | ({LAID} if kind is not DatabaseKind.CACHE else set())
    assert set(names(path.parent)) == kept


def test_copies_of_a_cache_from_before_go_when_it_is_opened(path):
    open_database(path, DatabaseKind.CACHE, NOON).close()
    path.with_name(LAID).write_text("of an Allybook before this one", encoding="utf-8")
    open_database(path, DatabaseKind.CACHE, NOON).close()
    assert names(path.parent) == ["cache.sqlite3"]


def test_a_copy_of_a_cache_that_cannot_be_deleted_does_no_harm(path):
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    path.with_name(LAID).mkdir()
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    assert ask(path, "SELECT * FROM words") == [("kept",)]


@pytest.mark.parametrize("kind", [DatabaseKind.BOOK, DatabaseKind.OUTBOX, DatabaseKind.PROFILE])
def test_copies_of_what_cannot_be_read_anew_stay(path, kind):
    migrate(path, kind, NOON, ONE)
    migrate(path, kind, NOON, TWO)
    migrate(path, kind, LATER, TWO)
    assert names(path.parent) == ["cache.sqlite3", LAID]


def test_two_that_migrate_at_once_do_it_once_and_the_copy_is_of_before(path):
    migrate(path, DatabaseKind.BOOK, NOON, ONE)
    with ThreadPoolExecutor(4) as pool:
        ends = list(pool.map(lambda _: migrate(path, DatabaseKind.BOOK, NOON, TWO), range(4)))
    assert ends == [None] * 4
    assert names(path.parent) == ["cache.sqlite3", LAID]
    assert ask(path.with_name(LAID), "SELECT * FROM words") == [("kept",)]
    assert ask(path, "SELECT * FROM words") == [("kept", None)]


def test_a_fresh_or_current_database_is_not_copied(path):
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    assert [file.name for file in path.parent.iterdir()] == ["cache.sqlite3"]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path):
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    before = path.read_bytes()
    broken = (*TWO, "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(StorageError, match="as it was"):
        migrate(path, DatabaseKind.CACHE, NOON, broken)
    assert path.read_bytes() == before


def test_a_fresh_database_that_fails_can_be_made_later(path):
    with pytest.raises(StorageError):
        migrate(path, DatabaseKind.CACHE, NOON, ("CREATE TABLE words (word TEXT); nonsense",))
    migrate(path, DatabaseKind.CACHE, NOON, ONE)
    assert ask(path, "SELECT * FROM words") == [("kept",)]


def test_a_database_of_a_newer_version_is_not_touched(path):
    migrate(path, DatabaseKind.CACHE, NOON, TWO)
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match="newer Allybook"):
        migrate(path, DatabaseKind.CACHE, NOON, ONE)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["cache.sqlite3"]


def test_a_file_that_is_no_database_is_not_touched(path):
    path.write_text("name,handle\nSafe Roof,saferoof\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="no database of Allybook"):
        open_database(path, DatabaseKind.CACHE, NOON)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_not_touched(path):
    ask(path, "CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="no database of Allybook"):
        open_database(path, DatabaseKind.CACHE, NOON)
    assert path.read_bytes() == before


def test_a_database_of_another_kind_is_not_touched(path):
    open_database(path, DatabaseKind.BOOK, NOON).close()
    with pytest.raises(StorageError, match="no database of Allybook"):
        open_database(path, DatabaseKind.CACHE, NOON)


def test_a_truncated_database_is_said_to_be_damaged(path):
    connections = open_database(path, DatabaseKind.CACHE, NOON)
    connections.close()
    path.write_bytes(path.read_bytes()[:8192])
    with pytest.raises(StorageError, match="damaged"):
        open_database(path, DatabaseKind.CACHE, NOON)


def test_a_file_where_the_folder_should_be_is_said_in_a_sentence(path):
    path.write_text("not a folder", encoding="utf-8")
    with pytest.raises(StorageError, match="may not write in"):
        open_database(path / "cache.sqlite3", DatabaseKind.CACHE, NOON)


IN_A_SUBPROCESS = """
import os, resource, sys
from datetime import datetime, UTC
from pathlib import Path
from allybook.domain.errors import StorageError
from allybook.store.database.migration import DatabaseKind, migrate, Scripts

steps = Scripts(DatabaseKind.CACHE)
limit = int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
if os.geteuid() == 0:
    os.setuid(65534)  # root may do anything: be nobody
try:
    migrate(Path(sys.argv[1]), DatabaseKind.CACHE, datetime(2026, 3, 30, tzinfo=UTC), steps)
except StorageError as error:
    print(error)
"""


def try_as_somebody_else(path: Path, *, limit: int = 0) -> str:
    """Open a database in another process, which is not root; return what it says."""
    return subprocess.run(
        [sys.executable, "-c", IN_A_SUBPROCESS, str(path), str(limit)],
        capture_output=True,
        check=True,
        text=True,
    ).stdout


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits of POSIX")


@pytest.fixture
def public_folder():
    folder = Path(tempfile.mkdtemp(prefix="allybook-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@on_posix
def test_a_read_only_folder_is_said_in_a_sentence(public_folder):
    public_folder.chmod(0o555)
    assert "Allybook may not write in" in try_as_somebody_else(public_folder / "cache.sqlite3")
    assert list(public_folder.iterdir()) == []


@on_posix
def test_a_read_only_file_is_said_in_a_sentence(public_folder):
    path = public_folder / "cache.sqlite3"
    migrate(path, DatabaseKind.CACHE, NOON, Scripts(DatabaseKind.CACHE)[:1])
    path.chmod(0o444)
    public_folder.chmod(0o555)
    assert "Allybook may not write in" in try_as_somebody_else(path)


@on_posix
def test_a_disk_that_takes_no_more_is_said_in_a_sentence(public_folder):
    said = try_as_somebody_else(public_folder / "cache.sqlite3", limit=20_000)
    assert "nothing is lost" in said, said
    assert try_as_somebody_else(public_folder / "cache.sqlite3") == ""


@on_posix
def test_a_disk_too_full_to_read_is_said_to_be_full(public_folder):
    path = public_folder / "cache.sqlite3"
    assert try_as_somebody_else(path) == ""
    before = path.read_bytes()
    assert try_as_somebody_else(path, limit=4096).startswith("The disk is full: free some space")
    assert path.read_bytes() == before
    assert try_as_somebody_else(path) == ""
