"""Bring a database to the newest version of its kind, or leave it exactly as it was.

Each kind has numbered scripts under ``migrations/``; ``PRAGMA user_version`` says how many of
them a file has been through. They run in one transaction, after a dated copy was laid beside it.
"""

from __future__ import annotations

from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from allybook.domain.errors import NewerDatabase, StorageError
from allybook.domain.spoken import speak
from allybook.store.database.connection import Connections, connect
from allybook.store.database.copying import lay_copy
from allybook.store.database.failures import NO_DATABASE, spoken

if TYPE_CHECKING:
    from datetime import datetime


class Kind(Enum):
    """The kinds of database; the value is SQLite's ``application_id``, which tells them apart."""

    CACHE = int.from_bytes(b"AlyC")
    OUTBOX = int.from_bytes(b"AlyO")
    BOOK = int.from_bytes(b"AlyB")
    PROFILE = int.from_bytes(b"AlyP")


def open_database(path: Path, kind: Kind, now: datetime) -> Connections:
    """Open a database of the newest version, made or migrated where needed.

    Raises ``NewerDatabase`` or ``StorageError``; the file is then as it was.
    """
    migrate(path, kind, now, scripts(kind))
    return Connections(path, durable=kind is not Kind.CACHE)


def scripts(kind: Kind) -> tuple[str, ...]:
    """Return the SQL of each version of a kind, the first one first."""
    folder = Path(__file__).parent / "migrations" / kind.name.lower()
    numbered = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(file.read_text("utf-8") for file in numbered)


def migrate(path: Path, kind: Kind, now: datetime, steps: tuple[str, ...]) -> None:
    """Run those of ``steps`` that the file at ``path`` has not been through; ``now`` is UTC."""
    with spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(connect(path)) as connection:
            found = _version(connection, path, kind)
            if found > len(steps):
                raise NewerDatabase(
                    speak(
                        "A newer Allybook wrote {name} in {folder}: open it with that one; it "
                        "was left as it is.",
                        name=path.name,
                        folder=path.parent,
                    )
                )
            if 0 < found < len(steps):
                mark = f"{now:%Y-%m-%dT%H%M%SZ}.v{found}"
                lay_copy(connection, path.with_name(f"{path.name}.{mark}.bak"))
            if found < len(steps):
                _run(connection, path, kind, steps)
            connection.execute("PRAGMA journal_mode = WAL")


def _version(connection: apsw.Connection, path: Path, kind: Kind) -> int:
    """Return how many scripts a file has been through; ``StorageError`` if it is not of ours."""
    found = int(_value(connection, "PRAGMA user_version"))
    mark = int(_value(connection, "PRAGMA application_id"))
    is_empty = not _value(connection, "SELECT count(*) FROM sqlite_schema")
    if mark == kind.value or (is_empty and not found and not mark):
        return found
    raise StorageError(speak(NO_DATABASE, name=path.name, folder=path.parent))


def _run(connection: apsw.Connection, path: Path, kind: Kind, steps: tuple[str, ...]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another Allybook may have done it while this one waited.
        for step in steps[_version(connection, path, kind) :]:
            connection.execute(step)
        connection.execute(f"PRAGMA application_id = {kind.value}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except (apsw.SQLError, apsw.ConstraintError) as error:
        raise StorageError(
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


def _value(connection: apsw.Connection, sql: str) -> int:
    value: int = connection.execute(sql).get
    return value
