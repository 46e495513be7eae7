"""Parts that are found when they are first needed."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from allybook.app.apart import ApartImporter
    from allybook.app.reader import Reader
    from allybook.app.speaker import Speaker
    from allybook.domain.filters.tree import Node
    from allybook.domain.money.limits import Allowance
    from allybook.domain.noise.near import Pairs
    from allybook.domain.sign_in.credentials import Credentials, Tokens
    from allybook.domain.sign_in.oauth import Attempt
    from allybook.files.out.export import FileExporter
    from allybook.files.recognise import FileImporters
    from allybook.gateway.sign_in.authority import XAuthority
    from allybook.ports.books import BookCopy
    from allybook.ports.files import Importer, OpenTable
    from allybook.ports.network import XQuery
    from allybook.ports.surroundings import Clock
    from allybook.store.acts.limits import SqliteLimits
    from allybook.store.profile import Profile
    from allybook.vault.keychain import Keychain

T = TypeVar("T")


def late(make: Callable[[], T]) -> T:
    """Return a part that is made when it is first asked for something."""
    return cast("T", _Late(make))


def wake(*parts: object) -> None:
    """Make these parts now, so that what cannot be opened is told at once."""
    for part in parts:
        if isinstance(part, _Late):
            part.wake()


class _Late:
    """Stands for a part; what was asked for once is at hand afterwards."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._lock = Lock()
        self._made: object = None

    def __getattr__(self, name: str) -> object:
        found: object = getattr(self.wake(), name)
        setattr(self, name, found)
        return found

    def wake(self) -> object:
        """Return the part, which is made once, whatever thread asks first."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


class LateImporters:
    """Finds importers; what reads files is loaded for the first of them.

    ``ahead`` reads a file already.
    """

    def __init__(self, ahead: Reader | None = None) -> None:
        self._ahead = ahead
        self._begun: dict[Path, ApartImporter] = {}

    def begin(self, path: Path) -> None:
        """Begin to read a file that will be asked for, if it is large."""
        from allybook.app.apart import ApartImporter
        from allybook.app.reader import is_large

        ahead, self._ahead = self._ahead, None
        if ahead is not None and path == type(path)(ahead.file):
            self._begun[path] = ApartImporter(path, ahead)
        elif is_large(path):
            with suppress(OSError):
                self._begun[path] = ApartImporter(path)

    def recognise(self, path: Path, *, apart: bool = False) -> Importer:
        """Return the importer for a file or folder, or raise ``UnreadableFile``.

        A large file can be read ``apart``: where no process can be started, it is read here.
        """
        if apart and path not in self._begun:
            self.begin(path)
        if path in self._begun:
            return self._begun.pop(path)
        return self._files.recognise(path)

    def close(self) -> None:
        """End the readings that nobody asked for."""
        while self._begun:
            self._begun.popitem()[1].close()

    def open_table(self, path: Path, *, forced: bool = False) -> OpenTable | None:
        """Return a file as a table of allies, or None; ``forced`` takes any table for one."""
        return self._files.open_table(path, forced=forced)

    def open_book(self, path: Path) -> BookCopy:
        """Return a copy of a book that somebody handed over, or raise ``UnreadableFile``."""
        return self._files.open_book(path)

    @cached_property
    def _files(self) -> FileImporters:
        from allybook.files.recognise import FileImporters

        return FileImporters()


class LateExporter:
    """Writes tables; what writes workbooks is loaded for the first of them."""

    def write(
        self,
        path: Path,
        columns: Sequence[str],
        rows: Sequence[Mapping[str, object]],
        *,
        excel: str = "",
    ) -> None:
        """Write rows in the form that the file's ending names."""
        self._files.write(path, columns, rows, excel=excel)

    def write_text(self, path: Path, text: str) -> None:
        """Write a text (UTF-8)."""
        self._files.write_text(path, text)

    def write_bytes(self, path: Path, made: bytes) -> None:
        """Write what was made elsewhere as it is."""
        self._files.write_bytes(path, made)

    def write_book(self, path: Path, copy: BookCopy) -> None:
        """Write a copy of a book to hand over."""
        self._files.write_book(path, copy)

    @cached_property
    def _files(self) -> FileExporter:
        from allybook.files.out.export import FileExporter

        return FileExporter()


def write_query(node: Node, within: str = "") -> XQuery:
    """Say as much of a filter as X can search; what knows X's language is loaded for the first."""
    from allybook.gateway.query import to_query

    return to_query(node, within)


def sketch(texts: Sequence[Pairs]) -> Sequence[Sequence[int]]:
    """Make MinHash signatures; what makes them is loaded for the first."""
    from allybook.store.posts.sketch import sketch as make

    return make(texts)


class LateLimits:
    """X's limits for whoever speaks."""

    def __init__(self, profile: Profile, speaker: Speaker) -> None:
        self._profile = profile
        self._speaker = speaker

    def note(self, told: Sequence[Allowance]) -> None:
        """Keep what an answer told."""
        self._limits().note(told)

    def until(self, endpoint: str, now: datetime) -> datetime | None:
        """Return until when an endpoint is closed (UTC), or None."""
        return self._limits().until(endpoint, now)

    def _limits(self) -> SqliteLimits:
        return self._profile.limits(self._speaker.account)


class LateKeychain:
    """The keyring of this computer; what speaks to it is loaded for the first secret."""

    def load(self, account: str) -> Credentials | None:
        """Return the credentials of an account, or None."""
        return self._keychain.load(account)

    def save(self, account: str, credentials: Credentials) -> None:
        """Keep credentials."""
        self._keychain.save(account, credentials)

    def forget(self, account: str) -> None:
        """Remove credentials."""
        self._keychain.forget(account)

    def let_go(self) -> None:
        """Let nobody wait any longer for a keyring that has not answered yet."""
        # Where nobody asked it, it is not loaded for this either: the window would close late.
        if "_keychain" in vars(self):
            self._keychain.let_go()

    @cached_property
    def _keychain(self) -> Keychain:
        from allybook.vault.keychain import Keychain

        return Keychain()


class LateAuthority:
    """X's counter for tokens; what speaks HTTP is loaded for the first question."""

    def __init__(self, base: str, clock: Clock) -> None:
        self._base = base
        self._clock = clock
        self._lock = Lock()
        self._made: XAuthority | None = None
        self._closed = False

    def address(self, attempt: Attempt) -> str:
        """Return where the browser goes to ask the person."""
        return self._authority.address(attempt)

    def exchange(self, attempt: Attempt, code: str) -> Tokens:
        """Return the tokens for a code."""
        return self._authority.exchange(attempt, code)

    def refresh(self, tokens: Tokens) -> Tokens:
        """Return the next pair."""
        return self._authority.refresh(tokens)

    def revoke(self, tokens: Tokens) -> None:
        """Make tokens worthless."""
        self._authority.revoke(tokens)

    def close(self) -> None:
        """Let nobody wait any longer for what X has not answered yet, and ask it no more."""
        with self._lock:
            self._closed = True
            # The same as with the keyring: it is not loaded for this.
            if self._made is not None:
                self._made.close()

    @property
    def _authority(self) -> XAuthority:
        with self._lock:
            if self._made is None:
                from allybook.gateway.sign_in.authority import XAuthority

                self._made = XAuthority(self._base, clock=self._clock)
                if self._closed:
                    self._made.close()
            return self._made
