"""What a process that reads a file tells the one that asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.errors import AllybookError
    from allybook.ports.files import BadRecord, Lump


class Begun(Struct, frozen=True):
    """A file was recognised."""

    kind: str
    made_at: datetime | None


class Batch(Struct, frozen=True):
    """What was read next: good records, and those that cannot be used."""

    lump: Lump
    bad: list[BadRecord]


class FileEnd(Struct, frozen=True):
    """Nothing more comes, because the file has ended or because of an error."""

    error: AllybookError | None = None
