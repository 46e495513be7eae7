"""Bring a database to the newest version of its kind, or leave it exactly as it was.

Each kind has numbered scripts under ``migrations/``; ``PRAGMA user_version`` says how many of
them a file has been through. They run in one transaction, after a dated copy was laid beside it.
A cache may be thrown away: its copy goes when that is done, and indexes alone, or how the one of
words is kept, need none.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing, suppress
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, overload

import apsw

from allybook.domain.errors import Damaged, FileShut, NewerDatabase, StorageError
from allybook.domain.spoken import speak
from allybook.store.database.connection import OPEN_OR_MAKE, READ_WRITE, Connections, connect
from allybook.store.database.copying import dated_copy, drop_copies, drop_unfinished, lay_copy
from allybook.store.database.failures import NO_DATABASE, spoken

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.store.database.frozen import Frozen

OF_INDEXES = (
    *("CREATE INDEX", "CREATE UNIQUE INDEX", "DROP INDEX"),
    "INSERT INTO post_words (post_words, rank)",
)


class DatabaseKind(Enum):
    """The kinds of database; the value is SQLite's ``application_id``, which tells them apart."""

    CACHE = int.from_bytes(b"AlyC")
    OUTBOX = int.from_bytes(b"AlyO")
    BOOK = int.from_bytes(b"AlyB")
    PROFILE = int.from_bytes(b"AlyP")


HEADER = 100
"""How many bytes SQLite begins each file with (its page on the file format, 1.3)."""
_MARK = slice(68, 72)
"""Where in them the ``application_id`` stands."""


def bears(header: bytes, kind: DatabaseKind) -> bool:
    """Return whether a file that begins so is of a kind, or nothing came into it yet."""
    return not header or header[_MARK] == kind.value.to_bytes(4)


def open_database(
    path: Path, kind: DatabaseKind, now: datetime, *, make: bool = True
) -> Connections:
    """Open a database of the newest version, made or migrated where needed.

    Where nothing can be written, one that needs no migration is read as it is. Raises
    ``NewerDatabase`` or ``StorageError``; the file is then as it was. Who does not ``make`` one
    opens what is there: no file, or an empty one, is an error.
    """
    frozen = None
    try:
        migrate(path, kind, now, Scripts(kind), make=make)
    except StorageError as error:
        if not make and not (path.is_file() and path.stat().st_size):
            raise
        frozen = _freeze(path, kind, now, error)
    return Connections(path, durable=kind is not DatabaseKind.CACHE, frozen=frozen)


def _freeze(path: Path, kind: DatabaseKind, now: datetime, error: StorageError) -> Frozen:
    """Return how a file is read that cannot be written; raise what was wrong if that is no help."""
    # Few disks are full: nobody else waits for what is loaded here.
    from allybook.store.database.frozen import (  # noqa: PLC0415
        Frozen,
        cannot_upgrade,
        freezes,
    )

    full = freezes(error)
    if full is None:
        raise error
    steps = Scripts(kind)
    begin = partial(migrate, path, kind, now, steps)
    frozen = Frozen(path, partial(_lay, kind, steps), begin, full=full)
    with spoken(path), closing(frozen.connect()) as connection:
        if _version(connection, path, kind, len(steps)) < len(steps):
            raise cannot_upgrade(path, full=full) from error
    return frozen


def _lay(kind: DatabaseKind, steps: Sequence[str], empty: apsw.Connection) -> None:
    """Lay out a new database."""
    for step in steps:
        empty.execute(step)
    empty.execute(f"PRAGMA application_id = {kind.value}; PRAGMA user_version = {len(steps)}")


def is_script(name: str) -> bool:
    """Return whether a file is a script by its name (``0001_acts.sql``).

    A desktop or an editor may leave others beside them: ``.DS_Store``, ``0001_acts.sql.orig``.
    """
    number, _, words = name.removesuffix(".sql").partition("_")
    return name.endswith(".sql") and number.isdecimal() and words.isidentifier()


class Scripts(Sequence[str]):
    """The SQL of each version of a kind, the first one first.

    A script is read when it is asked for: a file of the newest version need only know how many
    there are.
    """

    def __init__(self, kind: DatabaseKind) -> None:
        self._folder = Path(__file__).parent / "migrations" / kind.name.lower()
        beside = os.listdir(self._folder)  # noqa: PTH208 (names are all it takes)
        self._names = sorted(filter(is_script, beside))

    def __len__(self) -> int:
        """Return the number of the newest version."""
        return len(self._names)

    @overload
    def __getitem__(self, which: int) -> str: ...

    @overload
    def __getitem__(self, which: slice) -> tuple[str, ...]: ...

    def __getitem__(self, which: int | slice) -> str | tuple[str, ...]:
        """Return the SQL of one version, or of some."""
        if isinstance(which, slice):
            return tuple(map(self._read, self._names[which]))
        return self._read(self._names[which])

    def _read(self, name: str) -> str:
        return (self._folder / name).read_text("utf-8")


def migrate(
    path: Path, kind: DatabaseKind, now: datetime, steps: Sequence[str], *, make: bool = True
) -> None:
    """Run those of ``steps`` that the file at ``path`` has not been through; ``now`` is UTC.

    Who does not ``make`` a file leaves one alone that is empty.
    """
    with spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(connect(path, OPEN_OR_MAKE if make else READ_WRITE)) as connection:
            found = _version(connection, path, kind, len(steps))
            if not found and not make:
                raise Damaged(speak(NO_DATABASE, name=path.name, folder=path.parent))
            if found < len(steps):
                _run(connection, path, kind, steps, now)
            connection.execute("PRAGMA journal_mode = WAL")
        if kind is DatabaseKind.CACHE:
            # Its copy is as large as all that X said. One that cannot go now goes the next time.
            with suppress(OSError):
                drop_copies(path)


def _version(connection: apsw.Connection, path: Path, kind: DatabaseKind, newest: int) -> int:
    """Return how many scripts a file has been through; it must be of ours, and not newer."""
    found = int(_value(connection, "PRAGMA user_version"))
    mark = int(_value(connection, "PRAGMA application_id"))
    is_empty = not _value(connection, "SELECT count(*) FROM sqlite_schema")
    if mark != kind.value and not (is_empty and not found and not mark):
        raise Damaged(speak(NO_DATABASE, name=path.name, folder=path.parent))
    if found > newest:
        raise NewerDatabase(
            speak(
                "A newer Allybook wrote {name} in {folder}: open it with that one; it "
                "was left as it is.",
                name=path.name,
                folder=path.parent,
            )
        )
    return found


def _run(
    connection: apsw.Connection, path: Path, kind: DatabaseKind, steps: Sequence[str], now: datetime
) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another Allybook may have done it while this one waited.
        found = _version(connection, path, kind, len(steps))
        missing = steps[found:]
        drop_unfinished(path)
        if (
            found
            and missing
            and not (kind is DatabaseKind.CACHE and all(map(_is_of_indexes, missing)))
        ):
            # Who writes cannot be copied; who reads sees the same, for nobody else may write.
            with closing(connect(path)) as reader:
                lay_copy(reader, dated_copy(path, found, now))
        for step in missing:
            connection.execute(step)
        connection.execute(f"PRAGMA application_id = {kind.value}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except (apsw.SQLError, apsw.ConstraintError) as error:
        raise FileShut(
            speak(
                "{name} in {folder} could not be brought to this version of Allybook: keep using "
                "the one before and tell its authors; the file is as it was.",
                name=path.name,
                folder=path.parent,
            )
        ) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _is_of_indexes(script: str) -> bool:
    """Return whether a script makes, drops or sets indexes and nothing else: no row can be lost."""
    told = " ".join(line.partition("--")[0].strip() for line in script.splitlines())
    statements = filter(None, map(str.strip, told.split(";")))
    return all(one.startswith(OF_INDEXES) for one in statements)


def _value(connection: apsw.Connection, sql: str) -> int:
    value: int = connection.execute(sql).get
    return value
