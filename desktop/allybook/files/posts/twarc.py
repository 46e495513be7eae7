"""twarc's JSONL: a page of X's answers on each line or, flattened, one post or account on each.

Plain or packed with gzip. Source of the shapes: twarc 2 writes X's answers unchanged and adds
``__twarc`` (which tells when); ``twarc2 flatten`` puts each post on a line of its own.
"""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from io import SEEK_END
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Raw, Struct, field

from allybook.domain.errors import UnreadableFile
from allybook.domain.half_letters import decode_whole, without_halves
from allybook.domain.spoken import speak
from allybook.files.bounds import MEBIBYTE, Bound, Bounded, Torn, buffered, open_file
from allybook.files.complaints import UNFIT, Unfit, explain
from allybook.files.lines import read_lines
from allybook.files.moments import read_moment
from allybook.files.posts.arrays import JsonLines
from allybook.files.posts.newer import Item, Medium, User, to_account, to_post
from allybook.files.sheaf import Sheaf
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from allybook.ports.files import Lump

T = TypeVar("T")

GZIP = b"\x1f\x8b"
LONGEST_LINE = 32 * MEBIBYTE
OTHER_NAME = b'"screenName"'
"""What twitter-cli calls a handle; it has the words of a post from X's newer shape."""
PEOPLE_REMEMBERED = 5_000


class _Includes(Struct):
    users: list[User] = []
    media: list[Medium] = []


class _Made(Struct):
    retrieved_at: str = ""


class _Meta(Struct):
    """What a page says of itself; that it is there is all that matters."""


class _Line(Item):
    """One line: a page where it has ``data`` or ``meta``, else one post or account."""

    data: list[Item] | Item | None = None
    includes: _Includes | None = None
    meta: _Meta | None = None
    made: _Made | None = field(name="__twarc", default=None)


class _RawIncludes(Struct):
    users: list[Raw] = []
    media: list[Raw] = []


class _Dated(Struct):
    """A line, as far as it tells when it was made."""

    made: _Made | None = field(name="__twarc", default=None)


class _RawPage(Struct):
    """A page whose parts are decoded one by one, because one of them is bad."""

    data: list[Raw]
    includes: _RawIncludes | None = None


_LINES = msgspec.json.Decoder(_Line)
_DATES = msgspec.json.Decoder(_Dated)
_PAGES = msgspec.json.Decoder(_RawPage)
_ITEMS = msgspec.json.Decoder(Item)
_USERS = msgspec.json.Decoder(User)
_MEDIA = msgspec.json.Decoder(Medium)


class Told:
    """Whom a file told of lately: pages repeat the same people, and mostly nothing new of them."""

    def __init__(self) -> None:
        self._people: dict[str, tuple[User, datetime]] = {}

    def is_news(self, user: User, at: datetime | None) -> bool:
        """Return whether something of an account is new at a moment, or it is not dated."""
        before = self._people.get(user.id)
        return at is None or before is None or before[1] < at or before[0] != user

    def add(self, users: Sequence[User], at: datetime | None) -> None:
        """Remember accounts as they were told of at a moment; the last few thousand."""
        if len(self._people) > PEOPLE_REMEMBERED:
            self._people.clear()
        if at is not None:
            self._people.update((user.id, (user, at)) for user in users)


@contextmanager
def open_lines(path: Path) -> Iterator[JsonLines]:
    """Open a file, packed with gzip or not; reading raises ``Torn`` where it is damaged."""
    with open_file(path) as file:
        packed = file.read(len(GZIP)) == GZIP
        size = file.seek(0, SEEK_END)
        file.seek(0)
        if not packed:
            yield JsonLines(buffered(Bounded(file)), size)
            return
        with gzip.GzipFile(fileobj=file) as unpacked:
            allowed = Bound(path.name, size)
            yield JsonLines(buffered(Bounded(unpacked, allowed)), size)


def is_twarc(line: bytes) -> bool:
    """Return whether a line is X's newer shape: a page, a post or an account."""
    try:
        read = decode_whole(_LINES.decode, line)
    except UNFIT:
        return _is_page(line)
    if read.author and not read.author.username and OTHER_NAME in line:
        return False
    single = bool(read.id) and (read.text is not None or bool(read.username))
    return single or read.data is not None or read.meta is not None


def _is_page(line: bytes) -> bool:
    """Return whether a line is a page, some part of which may be bad."""
    try:
        return bool(decode_whole(_PAGES.decode, line).data)
    except UNFIT:
        return False


class TwarcImporter:
    """One file of twarc."""

    kind = "twarc"

    def __init__(self, path: Path, first: bytes = b"{}") -> None:
        """Take a file; ``first`` is one of its lines, which may tell when it was made."""
        self._path = path
        made = decode_whole(_DATES.decode, first).made
        self.made_at: datetime | None = read_moment(made.retrieved_at) if made else None

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield posts with their authors; ``UnreadableFile`` where no line can be used."""
        told = Told()
        return read_lumps(self._path, lambda line, sheaf: _read(line, sheaf, told), bad)


def read_lumps(
    path: Path,
    read: Callable[[bytes, Sheaf], Sequence[str]],
    bad: Callable[[BadRecord], None],
) -> Iterator[Lump]:
    """Yield what ``read`` adds to a sheaf, line by line; ``UnreadableFile`` where it adds nothing.

    It returns why something in a line cannot be used; lines of blanks are passed over.
    """
    number, empty = 0, True
    with open_lines(path) as file:
        sheaf = Sheaf(file.size)
        try:
            for number, line in read_lines(file, LONGEST_LINE):
                for why in _read_line(line, sheaf, read):
                    bad(BadRecord(path.name, number, why))
                sheaf.count(len(line or b""))
                if sheaf.is_full():
                    yield sheaf.bind()
                    empty = False
        except Torn as error:
            bad(BadRecord(path.name, number + 1, str(error)))
    if len(sheaf):
        yield sheaf.bind()
    elif empty and number:
        raise UnreadableFile(
            speak("“{name}” holds no post or account that can be read.", name=path.name)
        )


def _read_line(
    line: bytes | None, sheaf: Sheaf, read: Callable[[bytes, Sheaf], Sequence[str]]
) -> Sequence[str]:
    if line is None:
        return (f"the line is longer than {LONGEST_LINE // MEBIBYTE} MB",)
    return () if line.isspace() else read(line, sheaf)


def _read(line: bytes, sheaf: Sheaf, told: Told) -> list[str]:
    """Add what is good in a line to the sheaf; return why the rest is not."""
    try:
        if not line.isascii():
            line.decode()
        _take(_LINES.decode(line), sheaf, told)
    except UNFIT as error:
        whole = without_halves(line)
        if whole != line:
            return _read(whole, sheaf, told)
        return _salvage(line, sheaf, told) or [explain(error)]
    return []


def _take(line: _Line, sheaf: Sheaf, told: Told) -> None:
    includes = line.includes or _Includes()
    kinds = {medium.media_key: medium.type for medium in includes.media}
    single = line if line.data is None and line.meta is None else None
    items = line.data if isinstance(line.data, list) else [line.data or single]
    _add(sheaf, told, includes.users, [item for item in items if item is not None], kinds)


def _add(
    sheaf: Sheaf,
    told: Told,
    users: Sequence[User],
    items: Sequence[Item],
    kinds: Mapping[str, str],
) -> None:
    """Add all of these to the sheaf or, where one of them is ``Unfit``, none."""
    people, posts = [*users], []
    for item in items:
        if item.username:
            people.append(item)
            continue
        posts.append(to_post(item, kinds))
        if item.author and item.author.username:
            people.append(item.author)
    at = max([post.created_at for post in posts], default=None)
    new = [one for one in people if one.id not in sheaf.accounts and told.is_news(one, at)]
    accounts = [to_account(one) for one in new]
    sheaf.posts += posts
    sheaf.accounts.update((account.user_id, account) for account in accounts)
    told.add(new, at)


def _salvage(line: bytes, sheaf: Sheaf, told: Told) -> list[str]:
    """Add the good parts of a page to the sheaf; return why the others are bad, if it is a page."""
    try:
        page = _PAGES.decode(line)
    except UNFIT:
        return []
    whys: list[str] = []
    includes = page.includes or _RawIncludes()
    kinds = {medium.media_key: medium.type for medium in _parts(_MEDIA, includes.media, whys)}
    parts: list[tuple[Sequence[User], Sequence[Item]]] = []
    parts += [((user,), ()) for user in _parts(_USERS, includes.users, whys)]
    parts += [((), (item,)) for item in _parts(_ITEMS, page.data, whys)]
    for users, items in parts:
        try:
            _add(sheaf, told, users, items, kinds)
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
