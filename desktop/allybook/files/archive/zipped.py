"""An archive as X sends it: one zip, read in place. Nothing is unpacked to the disk.

A zip may lie about everything. So sizes are counted as they come out, names are only compared and
never opened, and links, locked, doubled or oddly packed entries are left alone and reported.
"""

from __future__ import annotations

import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files.archive.container import best_folder
from allybook.files.archive.contents import part_of
from allybook.files.bounds import MEBIBYTE, TORN, Bound, Bounded, Torn, open_file
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import BinaryIO
    from zipfile import ZipInfo

    from allybook.domain.spoken import Pattern
    from allybook.files.archive.container import Opener
    from allybook.files.bounds import Kinds, Readable

LARGEST_READ = 32 * MEBIBYTE
"""A zip's table of contents is read at once: about 130 bytes for each of its files."""
LOCKED = 0x1
ZIP_TORN: Kinds = (BadZipFile, *TORN)
"""What a zip raises as well; that is known only here, where the rest of ``zipfile`` is needed."""


class ZipContainer:
    """An archive that is still zipped."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with _open_zip(path) as archive:
            entries = archive.infolist()
        names = (_name(entry) for entry in entries if _is_script(entry))
        best = best_folder(name for name in names if not _points_out(name))
        if best is None:
            raise UnreadableFile(_what_else(path.name, [entry.filename for entry in entries]))
        self._entries: dict[str, ZipInfo] = {}
        self.refused: Sequence[BadRecord] = tuple(self._choose(entries, best))
        if not self._entries:
            raise UnreadableFile(
                speak(
                    "“{name}” cannot be read: {why}; unpack it, and give the folder.",
                    name=path.name,
                    why=self.refused[0].why,
                )
            )

    def _choose(self, entries: list[ZipInfo], folder: str) -> Iterator[BadRecord]:
        for entry in entries:
            place, slash, base = _name(entry).rpartition("/")
            outside = _points_out(_name(entry))
            if not (part_of(base) if outside else _is_script(entry) and place + slash == folder):
                continue
            twice = "its name occurs twice" if base in self._entries else ""
            why = "its name points out of the archive" if outside else _reason(entry) or twice
            if why:
                yield BadRecord(entry.filename, 0, f"{why}, so it was not read")
            else:
                self._entries[base] = entry

    @property
    def names(self) -> frozenset[str]:
        """Return the base names of the data files."""
        return frozenset(self._entries)

    @contextmanager
    def opened(self) -> Iterator[Opener]:
        """Hold the zip open; all that comes out of it counts against one allowance."""
        whole = Bound(self._path.name, self._path.stat().st_size)
        with _open_zip(self._path) as archive:

            def open_entry(name: str, /) -> AbstractContextManager[Readable]:
                """Open one file of the zip, within what is left of the allowance."""
                return self._open(archive, name, whole)

            yield open_entry

    @contextmanager
    def _open(self, archive: ZipFile, name: str, whole: Bound) -> Iterator[Readable]:
        entry = self._entries[name]
        try:
            stream = archive.open(entry)
        except ZIP_TORN as error:
            raise Torn(f"it is damaged ({error})") from error
        with stream:
            yield _Entry(stream, whole, Bound(name, entry.compress_size))


class _Entry(Bounded):
    """One file of a zip as it is unpacked."""

    torn = ZIP_TORN


class _Measured:
    """A file that is never read into memory by the hundred megabytes."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self.seek = file.seek
        self.tell = file.tell
        self.seekable = file.seekable
        self.close = file.close

    def read(self, size: int = -1, /) -> bytes:
        """Return so many bytes, or raise ``UnreadableFile`` where they are too many."""
        if size > LARGEST_READ:
            raise UnreadableFile(
                speak(
                    "“{name}” lists more files than any archive of X, so Allybook left it alone.",
                    name=self._name,
                )
            )
        return self._file.read(size)


@contextmanager
def _open_zip(path: Path) -> Iterator[ZipFile]:
    with open_file(path) as file:
        try:
            archive = ZipFile(_Measured(file, path.name))
        except ZIP_TORN as error:
            raise UnreadableFile(
                speak(
                    "“{name}” is a damaged or unfinished zip; download it again, nothing was lost.",
                    name=path.name,
                )
            ) from error
        with archive:
            yield archive


def _name(entry: ZipInfo) -> str:
    return entry.filename.replace("\\", "/")


def _is_script(entry: ZipInfo) -> bool:
    name = _name(entry)
    return name.endswith(".js") and not name.startswith("__MACOSX/")


def _points_out(name: str) -> bool:
    parts = name.split("/")
    return ".." in parts or "" in parts[:-1] or ":" in parts[0]


def _reason(entry: ZipInfo) -> str:
    """Return why an entry must be left alone, or nothing."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a link to another file"
    if entry.flag_bits & LOCKED:
        return "it is locked with a password"
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "it is packed in a way that X does not use"
    return ""


_OTHERS: Mapping[str, Pattern] = {
    "word/document.xml": "a Word document; save it as text, and give that",
    "ppt/presentation.xml": "a PowerPoint file, which holds no allies",
    "content.xml": "a LibreOffice file; save it as CSV or text, and give that",
}


def _what_else(name: str, inside: list[str]) -> str:
    for member, kind in _OTHERS.items():
        if member in inside:
            return speak("“{name}” is {kind}.", name=name, kind=speak(kind))
    if any(one.lower().endswith(".zip") for one in inside):
        return speak(
            "“{name}” is a zip with another zip in it; unpack it once, and give the inner one.",
            name=name,
        )
    return speak(
        "“{name}” is a zip but no X archive (there is no data/manifest.js in it); to import what "
        "it holds, unpack it and give the files.",
        name=name,
    )
