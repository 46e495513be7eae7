"""Which errors are of one file, and which of a disk or of somebody at work: those pass."""

import errno

import apsw
import pytest

from allybook.domain.errors import Damaged, FileShut, NewerDatabase, StorageError
from allybook.store.database.failures import spoken
from allybook.store.database.migration import DatabaseKind, open_database
from tests.fakes.clock import NOON
from tests.fakes.spoilt import newer, spoil

KINDS = [
    (apsw.CorruptError("page 7"), Damaged),
    (apsw.NotADBError("header"), Damaged),
    (apsw.IOError("a bad sector"), FileShut),
    (apsw.CantOpenError("may not"), FileShut),
    (PermissionError("may not"), FileShut),
    (OSError(errno.EIO, "a bad sector"), FileShut),
    (apsw.FullError("full"), StorageError),
    (OSError(errno.ENOSPC, "full"), StorageError),
    (apsw.BusyError("at work"), StorageError),
    (apsw.LockedError("at work"), StorageError),
]


@pytest.mark.parametrize(("error", "kind"), KINDS, ids=lambda one: getattr(one, "__name__", one))
def test_what_is_wrong_with_one_file_is_told_apart_from_what_passes(tmp_path, error, kind):
    with pytest.raises(StorageError) as raised, spoken(tmp_path / "words.sqlite3"):
        raise error
    assert type(raised.value) is kind


def test_a_file_of_a_newer_allybook_or_of_none_is_shut_by_itself(tmp_path):
    path = tmp_path / "book.sqlite3"
    open_database(path, DatabaseKind.BOOK, NOON).close()
    newer(path)
    with pytest.raises(NewerDatabase):
        open_database(path, DatabaseKind.BOOK, NOON, make=False)
    spoil(path)
    with pytest.raises(Damaged):
        open_database(path, DatabaseKind.BOOK, NOON, make=False)
    assert issubclass(NewerDatabase, FileShut)
    assert issubclass(Damaged, FileShut)
