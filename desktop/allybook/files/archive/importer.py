"""Read an archive, part by part and a lump at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from allybook.domain.check.followback import Side
from allybook.domain.errors import UnreadableFile
from allybook.domain.lists import XList
from allybook.domain.spoken import speak
from allybook.files.archive.contents import (
    MANIFEST,
    ArchivePart,
    Manifest,
    files_by_name,
    read_manifest,
)
from allybook.files.archive.elements import Elements
from allybook.files.archive.notes import Notes, read_notes
from allybook.files.archive.records import (
    read_accounts,
    read_bios,
    read_followers,
    read_following,
    read_lists,
    read_posts,
)
from allybook.files.bounds import MEBIBYTE, Torn
from allybook.files.complaints import UNFIT, explain
from allybook.files.lots import lots
from allybook.ports.files import BadRecord, Lump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from allybook.domain.people.accounts import Account
    from allybook.files.archive.container import Container, Opener

T = TypeVar("T")

KIND = "x-archive"
LARGEST_MANIFEST = 16 * MEBIBYTE
FOLLOWS_IN_LUMP = 50_000
POSTS_IN_LUMP = 2_000

_SIDES = (
    (ArchivePart.FOLLOWING, Side.FOLLOWING, read_following),
    (ArchivePart.FOLLOWER, Side.FOLLOWERS, read_followers),
)


class ArchiveImporter:
    """One archive of X, zipped or not."""

    kind = KIND

    def __init__(self, name: str, container: Container) -> None:
        self._name = name
        self._container = container
        self._problems = list(container.refused)
        self._manifest = self._read_manifest()

    @property
    def made_at(self) -> datetime | None:
        """Return when X made the archive (UTC), if it says so."""
        return self._manifest.made_at

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield the owner, both sides of the follows, the posts and the lists."""
        for problem in self._problems:
            bad(problem)
        empty = True
        with self._container.opened() as opener:
            for lump in _Reading(opener, self._container, self._manifest, bad).lumps():
                empty = False
                yield lump
        if empty:
            raise UnreadableFile(
                speak(
                    "“{name}” is an X archive, but nothing in it can be read; ask X for a new one.",
                    name=self._name,
                )
            )

    def _read_manifest(self) -> Manifest:
        if MANIFEST not in self._container.names:
            return Manifest()
        try:
            with self._container.opened() as opener, opener(MANIFEST) as stream:
                return read_manifest(stream.read(LARGEST_MANIFEST))
        except (Torn, *UNFIT) as error:
            why = f"{explain(error)}; the files were found by their names instead"
            self._problems.append(BadRecord(f"data/{MANIFEST}", 1, why))
            return Manifest()


class _Reading:
    """One passage through an archive."""

    def __init__(
        self,
        opener: Opener,
        container: Container,
        manifest: Manifest,
        bad: Callable[[BadRecord], None],
    ) -> None:
        self._open = opener
        self._container = container
        self._manifest = manifest
        self._tell = bad
        self._told = 0

    def _bad(self, record: BadRecord) -> None:
        self._told += 1
        self._tell(record)

    def lumps(self) -> Iterator[Lump]:
        """Yield everything that is good, the owner first."""
        owner = self._owner()
        if owner:
            yield Lump(owner=owner)
        for part, side, decode in _SIDES:
            yield from self._follows(part, side, decode)
        yield from self._posts(owner)
        lists = tuple(self._lists(owner))
        if lists:
            yield Lump(lists=lists)

    def _owner(self) -> Account | None:
        accounts = [
            account for run in self._runs(ArchivePart.ACCOUNT, read_accounts) for account in run
        ]
        owner = accounts[0] if accounts else self._manifest.owner
        bios = [bio for run in self._runs(ArchivePart.PROFILE, read_bios) for bio in run]
        return replace(owner, bio=bios[0]) if owner and bios else owner

    def _follows(
        self, part: ArchivePart, side: Side, decode: Callable[[bytes], Sequence[str]]
    ) -> Iterator[Lump]:
        """Yield one side; a good file with nobody in it gives an empty lump, which says so."""
        told, silent = self._told, True
        for ids in lots(self._runs(part, decode), FOLLOWS_IN_LUMP):
            silent = False
            yield Lump(follows=((side, ids),))
        if silent and told == self._told and self._files(part):
            yield Lump(follows=((side, ()),))

    def _posts(self, owner: Account | None) -> Iterator[Lump]:
        names = self._files(ArchivePart.TWEETS)
        if names and owner is None:
            why = "the archive does not say whose posts these are (there is no account.js)"
            self._bad(BadRecord(f"data/{names[0]}", 0, why))
        if owner is None:
            return
        notes = self._notes()
        posts = self._runs(ArchivePart.TWEETS, partial(read_posts, author_id=owner.user_id))
        whole = ([notes.lengthen(post) for post in run] for run in posts)
        for lot in lots(whole, POSTS_IN_LUMP):
            yield Lump(posts=lot)
        for lot in lots([tuple(notes.alone(owner.user_id))], POSTS_IN_LUMP):
            yield Lump(posts=lot)

    def _notes(self) -> Notes:
        notes = Notes()
        for run in self._runs(ArchivePart.NOTE_TWEET, read_notes):
            for note in run:
                if not notes.keep(note):
                    why = f"the long post {note.post_id} is one too many to hold in memory"
                    self._bad(BadRecord(f"data/{ArchivePart.NOTE_TWEET}.js", 0, why))
        return notes

    def _lists(self, owner: Account | None) -> Iterator[XList]:
        for run in self._runs(ArchivePart.LISTS_CREATED, read_lists):
            for one in run:
                if isinstance(one, XList):
                    yield replace(one, owner_id=owner.user_id if owner else None)
                else:
                    why = f"of the list “{one}” the archive tells no number; X itself still has it"
                    self._bad(BadRecord(f"data/{ArchivePart.LISTS_CREATED}.js", 0, why))

    def _files(self, part: ArchivePart) -> list[str]:
        return self._manifest.files(part) or files_by_name(part, self._container.names)

    def _runs(
        self, part: ArchivePart, decode: Callable[[bytes], Sequence[T]]
    ) -> Iterator[Sequence[T]]:
        """Yield the good elements of all files of a part."""
        for name in self._files(part):
            where = f"data/{name}"
            if name not in self._container.names:
                why = "it is missing here; large archives come as several zips, each to be imported"
                self._bad(BadRecord(where, 0, why))
                continue
            try:
                with self._open(name) as stream:
                    yield from Elements(stream, where, decode, self._bad)
            except Torn as error:
                self._bad(BadRecord(where, 0, str(error)))
