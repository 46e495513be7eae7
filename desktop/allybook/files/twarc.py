"""twarc's JSONL: a page of X's answers on each line or, flattened, one post or account on each.

Plain or packed with gzip. Source of the shapes: twarc 2 writes X's answers unchanged and adds
``__twarc`` (which tells when); ``twarc2 flatten`` puts each post on a line of its own.
"""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Raw, Struct, field

from allybook.domain.errors import UnreadableFile
from allybook.files.bounds import MEBIBYTE, Allowance, Bounded, Torn, buffered, open_file
from allybook.files.complaints import UNFIT, Unfit, explain
from allybook.files.lines import read_lines
from allybook.files.moments import read_moment
from allybook.files.newer import Item, Medium, User, to_account, to_post
from allybook.files.sheaf import Sheaf
from allybook.ports import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from io import BufferedReader
    from pathlib import Path

    from allybook.ports import Lump

T = TypeVar("T")

GZIP = b"\x1f\x8b"
LONGEST_LINE = 32 * MEBIBYTE
RECORDS_IN_LUMP = 2_000


class _Includes(Struct):
    users: list[User] = []
    media: list[Medium] = []


class _Made(Struct):
    retrieved_at: str = ""


class _Line(Item):
    """One line: a page where it has ``data`` or ``meta``, else one post or account."""

    data: list[Item] | Item | None = None
    includes: _Includes | None = None
    meta: Raw | None = None
    made: _Made | None = field(name="__twarc", default=None)


class _RawIncludes(Struct):
    users: list[Raw] = []
    media: list[Raw] = []


class _RawPage(Struct):
    """A page whose parts are decoded one by one, because one of them is bad."""

    data: list[Raw]
    includes: _RawIncludes | None = None


_LINES = msgspec.json.Decoder(_Line)
_PAGES = msgspec.json.Decoder(_RawPage)
_ITEMS = msgspec.json.Decoder(Item)
_USERS = msgspec.json.Decoder(User)
_MEDIA = msgspec.json.Decoder(Medium)


@contextmanager
def open_lines(path: Path) -> Iterator[BufferedReader]:
    """Open a file, packed with gzip or not; reading raises ``Torn`` where it is damaged."""
    with open_file(path) as file:
        packed = file.read(len(GZIP)) == GZIP
        file.seek(0)
        if not packed:
            yield buffered(Bounded(file))
            return
        with gzip.GzipFile(fileobj=file) as unpacked:
            yield buffered(Bounded(unpacked, Allowance(path.name, path.stat().st_size)))


def is_twarc(line: bytes) -> bool:
    """Return whether a line is X's newer shape: a page, a post or an account."""
    try:
        read = _LINES.decode(line)
    except UNFIT:
        return False
    single = bool(read.id) and (read.text is not None or bool(read.username))
    return single or read.data is not None or read.meta is not None


class TwarcImporter:
    """One file of twarc."""

    kind = "twarc"

    def __init__(self, path: Path, first: bytes = b"{}") -> None:
        """Take a file; ``first`` is one of its good lines, which may tell when it was made."""
        self._path = path
        made = _LINES.decode(first).made
        self.made_at: datetime | None = read_moment(made.retrieved_at) if made else None

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield posts with their authors; ``UnreadableFile`` where no line can be used."""
        sheaf, number, empty = Sheaf(), 0, True
        with open_lines(self._path) as file:
            try:
                for number, line in read_lines(file, LONGEST_LINE):
                    for why in _read(line, sheaf):
                        bad(BadRecord(self._path.name, number, why))
                    if len(sheaf) >= RECORDS_IN_LUMP:
                        yield sheaf.bind()
                        empty = False
            except Torn as error:
                bad(BadRecord(self._path.name, number + 1, str(error)))
        if len(sheaf):
            yield sheaf.bind()
        elif empty and number:
            raise UnreadableFile(f"“{self._path.name}” holds no post or account that can be read.")


def _read(line: bytes | None, sheaf: Sheaf) -> Iterator[str]:
    """Add what is good in a line to the sheaf; yield why the rest is not."""
    if line is None:
        yield f"the line is longer than {LONGEST_LINE // MEBIBYTE} MB"
    elif line.strip():
        attempt = Sheaf()
        try:
            line.decode()
            _take(_LINES.decode(line), attempt)
        except UNFIT as error:
            attempt = Sheaf()
            yield from _salvage(line, attempt) or [explain(error)]
        sheaf.merge(attempt)


def _take(line: _Line, sheaf: Sheaf) -> None:
    includes = line.includes or _Includes()
    kinds = {medium.media_key: medium.type for medium in includes.media}
    for user in includes.users:
        _take_user(sheaf, user)
    single = line if line.data is None and line.meta is None else None
    items = line.data if isinstance(line.data, list) else [line.data or single]
    for item in items:
        if item is not None:
            _take_item(sheaf, kinds, item)


def _take_user(sheaf: Sheaf, user: User) -> None:
    account = to_account(user)
    sheaf.accounts[account.user_id] = account


def _take_item(sheaf: Sheaf, kinds: Mapping[str, str], item: Item) -> None:
    if item.username:
        _take_user(sheaf, item)
        return
    sheaf.posts.append(to_post(item, kinds))
    if item.author and item.author.username:
        _take_user(sheaf, item.author)


def _salvage(line: bytes, sheaf: Sheaf) -> list[str]:
    """Add the good parts of a page to the sheaf; return why the others are bad, if it is a page."""
    try:
        page = _PAGES.decode(line)
    except UNFIT:
        return []
    whys: list[str] = []
    includes = page.includes or _RawIncludes()
    kinds = {medium.media_key: medium.type for medium in _parts(_MEDIA, includes.media, whys)}
    takes = [partial(_take_user, sheaf, user) for user in _parts(_USERS, includes.users, whys)]
    takes += [partial(_take_item, sheaf, kinds, item) for item in _parts(_ITEMS, page.data, whys)]
    for take in takes:
        try:
            take()
        except Unfit as error:
            whys.append(explain(error))
    return whys


def _parts(decoder: msgspec.json.Decoder[T], raws: list[Raw], whys: list[str]) -> Iterator[T]:
    """Yield the parts of a page that are good; bytes that are no text spoil one."""
    for raw in raws:
        try:
            bytes(raw).decode()
            yield decoder.decode(raw)
        except UNFIT as error:
            whys.append(explain(error))
