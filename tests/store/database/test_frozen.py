"""Frozen files: what is on a full or write-protected disk is shown, and nothing of it changes."""

import errno
import shutil
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from threading import RLock

import apsw
import pytest

from allybook.domain.errors import StorageError
from allybook.store.database.connection import TRY_MS, Connections
from allybook.store.database.failures import spoken
from allybook.store.database.frozen import Frozen, Standstill, freezes
from allybook.store.database.migration import DatabaseKind, open_database
from allybook.store.settings import FleetingSettings, Held
from tests.fakes.full_disk import can_mount, run_within
from tests.store.database.doors import Door

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)


def keep(path, value):
    opened = open_database(path, DatabaseKind.PROFILE, NOW)
    with opened.write() as connection:
        connection.execute("INSERT OR REPLACE INTO settings VALUES ('who', ?)", (value,))
    return opened


def told(connections):
    with connections.read() as connection:
        return connection.execute("SELECT value FROM settings ORDER BY name DESC").get


def make_settings(connection):
    connection.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)")


@pytest.fixture(params=[False, True], ids=["without a log", "with a log"])
def path(request, tmp_path):
    """A file that was closed well, or one whose newest words are in its log only."""
    (tmp_path / "usb").mkdir()
    whole, copy = tmp_path / "a.sqlite3", tmp_path / "usb" / "a.sqlite3"
    with closing(keep(whole, "Ana")):
        if request.param:
            shutil.copy(f"{whole}-wal", f"{copy}-wal")
            shutil.copy(whole, copy)
    if not request.param:
        shutil.copy(whole, copy)
    return copy


@pytest.mark.parametrize("full", [True, False])
def test_it_is_read_with_all_that_its_log_holds_and_nothing_is_laid_beside_it(path, full):
    before = sorted(path.parent.iterdir())
    with closing(Connections(path, frozen=Frozen(path, make_settings, Door(), full=full))) as held:
        assert told(held) == "Ana"
        with pytest.raises(StorageError, match="nothing was changed"), held.write():
            pass
        assert sorted(path.parent.iterdir()) == before


def test_it_is_written_again_as_soon_as_it_can_be(path):
    door = Door()
    with closing(Connections(path, frozen=Frozen(path, make_settings, door, full=True))) as held:
        assert told(held) == "Ana"
        assert held.frozen().say() == (
            "The disk is full: Allybook shows what it has and keeps nothing new."
        )
        door.is_open = True
        with held.write() as connection:
            connection.execute("UPDATE settings SET value = 'Ben'")
        assert (held.frozen(), told(held)) == (None, "Ben")


@pytest.mark.parametrize("made", [False, True])
def test_what_is_not_there_is_shown_as_empty(tmp_path, made):
    path = tmp_path / "none.sqlite3"
    if made:
        path.touch()
    frozen = Frozen(path, make_settings, Door(), full=False)
    with closing(Connections(path, frozen=frozen)) as held:
        assert told(held) is None


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (apsw.FullError("full"), True),
        (OSError(errno.ENOSPC, "no space"), True),
        (OSError(errno.EROFS, "read-only"), False),
        (PermissionError(errno.EACCES, "no"), False),
        (apsw.CantOpenError("no"), False),
        (apsw.ReadOnlyError("no"), False),
        (apsw.CorruptError("broken"), None),
        (apsw.BusyError("busy"), None),
    ],
    ids=repr,
)
def test_only_what_cannot_be_written_freezes(tmp_path, error, full):
    with pytest.raises(StorageError) as raised, spoken(tmp_path / "a.sqlite3"):
        raise error
    assert freezes(raised.value) is full
    assert freezes(StorageError("of its own")) is None


FULL = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from allybook.domain.errors import StorageError
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.full_disk import fill, mount, protect
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork
from allybook.domain.posts import Post, id_at
from allybook.services.reading.refresh import HOME

folder, clock = Path(sys.argv[1]), FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))
mount(folder)
post = Post(id_at(clock.now()), "31", clock.now(), "Beds tonight")

def look(profile):
    desk = make_desk(profile, clock, MemoryNetwork())
    return desk, [one.text for one in desk.cache.posts(HOME)], desk.settings.read("person")

def keep(desk, value):
    try:
        desk.settings.write("person", value)
    except StorageError as error:
        print(error)

with Profile(folder / "p", clock) as profile:
    desk, _, _ = look(profile)
    desk.cache.save_posts([post], HOME)
    keep(desk, "Ana")
room = fill(folder)
with Profile(folder / "p", clock) as profile:
    desk, texts, person = look(profile)
    print(texts, person, profile.frozen())
    keep(desk, "Ben")
    room.unlink()
    print(profile.frozen() or "again")
    keep(desk, "Ben")
    print(desk.settings.read("person"))
    desk.cache.save_posts([post], HOME)
protect(folder)
with Profile(folder / "p", clock) as profile:
    desk, texts, person = look(profile)
    print(texts, person, profile.frozen())
    keep(desk, "Cy")
"""


@pytest.mark.skipif(not can_mount(), reason="needs a file system of its own")
def test_a_disk_that_is_really_full_and_one_that_is_write_protected(tmp_path):
    done = run_within(FULL, tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "['Beds tonight'] Ana The disk is full: Allybook shows what it has and keeps nothing new.",
        "The disk is full: free some space and try again; nothing was changed.",
        "again",
        "Ben",
        "['Beds tonight'] Ben The folder is write-protected: Allybook shows what it has and keeps "
        "nothing new.",
        "The folder is write-protected: allow writing there or choose another folder; nothing was "
        "changed.",
    ]


def test_what_is_changed_while_nothing_can_be_written_is_held_and_laid_down_with_the_next(path):
    door = Door()
    with closing(Connections(path, frozen=Frozen(path, make_settings, door, full=True))) as held:
        settings = FleetingSettings(held, Held(), RLock())
        settings.change("who", lambda who: f"{who} and Ben")
        settings.change("who", lambda who: f"{who} and Cyd")
        assert (settings.read("who"), told(held)) == ("Ana and Ben and Cyd", "Ana")
        door.is_open = True
        settings.change("where", lambda where: where or "here")
        assert told(held) == ["Ana and Ben and Cyd", "here"]


def test_a_disk_that_takes_nothing_while_a_file_is_open_is_told_alike_until_it_does(tmp_path, disk):
    with closing(keep(tmp_path / "a.sqlite3", "Ana")) as held:
        disk.stick()
        for _ in range(2):
            with pytest.raises(StorageError) as raised, held.write() as connection:
                connection.execute("UPDATE settings SET value = 'Ben'")
            assert str(raised.value).endswith("nothing was changed.")
        assert held.frozen() is not None
        assert told(held) == "Ana"
        disk.let_go()
        assert held.frozen() is None
        with held.write() as connection:
            connection.execute("UPDATE settings SET value = 'Ben'")
        assert told(held) == "Ben"


class Hurried(Connections):
    """Another thread finds out that the disk takes something again, whenever one looks."""

    @property
    def _still(self):
        found, self._found = self._found, None
        return found

    @_still.setter
    def _still(self, found):
        self._found = found


def fail(held, still):
    with held.write():
        held._still = still
        raise StorageError("of its own")


def test_a_disk_that_is_well_again_within_a_look_breaks_nothing(tmp_path):
    with closing(keep(tmp_path / "a.sqlite3", "Ana")):
        pass
    closed = Standstill(tmp_path / "a.sqlite3", Door(), full=None)
    with closing(Hurried(tmp_path / "a.sqlite3")) as held:
        held._still = closed
        assert held.frozen() is closed
        held._still = closed
        with pytest.raises(StorageError, match="nothing was changed"), held.write():
            held._still = closed
        assert held.frozen() is None
        with pytest.raises(StorageError, match="nothing was changed"):
            fail(held, closed)


def test_what_is_no_fault_of_the_disk_stops_nothing(tmp_path):
    with closing(keep(tmp_path / "a.sqlite3", "Ana")) as held:
        with pytest.raises(StorageError), held.write():
            raise StorageError("of its own")
        assert held.frozen() is None


UPGRADE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import apsw
from allybook.domain.errors import StorageError
from allybook.store.database.migration import DatabaseKind, migrate, open_database, Scripts
from tests.fakes.full_disk import fill, mount, protect

folder, now = Path(sys.argv[1]), datetime(2026, 3, 31, 9, tzinfo=UTC)
mount(folder)
path = folder / "cache.sqlite3"
migrate(path, DatabaseKind.CACHE, now, Scripts(DatabaseKind.CACHE)[:-1])

def look():
    try:
        open_database(path, DatabaseKind.CACHE, now).close()
    except StorageError as error:
        print(str(error).replace(str(folder), "HERE"))
    else:
        print("opened")

room = fill(folder)
look()
room.unlink()
protect(folder)
look()
"""


@pytest.mark.skipif(not can_mount(), reason="needs a file system of its own")
def test_a_cache_that_needs_an_upgrade_says_how_much_room_it_takes(tmp_path):
    done = run_within(UPGRADE, tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "cache.sqlite3 is of an older Allybook, and the disk is too full to bring it to this "
        "version: free 5 MB and start again; nothing was changed.",
        "cache.sqlite3 in HERE is of an older Allybook, and may not be brought to this version: "
        "allow writing there or copy the folder elsewhere; nothing was changed.",
    ]


PULLED_OUT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from subprocess import run
from allybook.domain.errors import StorageError
from allybook.store.database.migration import DatabaseKind, open_database
from tests.fakes.full_disk import mount

folder, now = Path(sys.argv[1]), datetime(2026, 3, 31, 9, tzinfo=UTC)

def plug_in():
    mount(folder)
    (folder / "profile").mkdir()
    return open_database(folder / "profile" / "cache.sqlite3", DatabaseKind.CACHE, now)

def keep():
    try:
        with held.write() as connection:
            connection.execute("INSERT OR REPLACE INTO marks VALUES ('newest', '1')")
    except StorageError as error:
        print(error)
    else:
        print("kept")

held = plug_in()
keep()
run(["umount", "--lazy", str(folder)], check=True)
keep()
print(bool(held.frozen()))
plug_in().close()
keep()
"""


@pytest.mark.skipif(not can_mount(), reason="needs a file system of its own")
def test_a_stick_that_is_pulled_out_is_not_taken_for_a_file_that_moved(tmp_path):
    done = run_within(PULLED_OUT, tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "kept",
        "The disk takes nothing any more: check it, or plug it in again; nothing was changed.",
        "True",
        "kept",
    ]


class Naps(apsw.VFS):
    """The usual disk, which notes the microseconds that SQLite waits, and lets none of them pass.

    What is opened meanwhile is opened on it.
    """

    def __init__(self):
        self.slept = []
        super().__init__("allybook-naps", "", makedefault=True)

    def xSleep(self, microseconds):  # noqa: N802 (APSW's name)
        self.slept.append(microseconds)
        return microseconds


@contextmanager
def naps():
    disk = Naps()
    try:
        yield disk.slept
    finally:
        disk.unregister()


def test_whoever_writes_just_now_is_not_waited_for_when_it_is_tried_again(tmp_path, disk):
    path = tmp_path / "a.sqlite3"
    with closing(keep(path, "Ana")) as held, closing(apsw.Connection(str(path))) as other:
        disk.stick()
        with pytest.raises(StorageError), held.write() as connection:
            connection.execute("UPDATE settings SET value = 'Ben'")
        assert held.frozen()
        disk.let_go()
        other.execute("BEGIN IMMEDIATE")
        with naps() as slept:
            assert held.frozen()
        assert 0 < sum(slept) <= 1_000 * TRY_MS
        other.execute("ROLLBACK")
        assert held.frozen() is None
