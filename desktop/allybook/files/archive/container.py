"""Where the data files of an archive lie: in a folder here, in a zip next door (``zipped``)."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files.archive.contents import MANIFEST, part_of
from allybook.files.bounds import Bounded, Torn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from allybook.files.bounds import Readable
    from allybook.ports.files import BadRecord

DEEPEST = 3
"""How many folders down an archive's data may lie in the folder that was given."""
NOT_DATA = frozenset({"__MACOSX", "assets", "node_modules"})


class Container(Protocol):
    """The data files of one archive."""

    @property
    def names(self) -> frozenset[str]:
        """Return the base names of the data files (``follower.js``)."""

    @property
    def refused(self) -> Sequence[BadRecord]:
        """Return the data files that are left alone, each with the reason."""

    def opened(self) -> AbstractContextManager[Opener]:
        """Open the archive for as long as its files are read."""


class Opener(Protocol):
    """Opens one data file by its base name; ``Torn`` where it cannot be read."""

    def __call__(self, name: str, /) -> AbstractContextManager[Readable]:
        """Open one data file."""


def best_folder(paths: Iterable[str]) -> str | None:
    """Return the folder (with its final /) that holds an archive's data files, or None.

    ``paths`` are files, with ``/``. The one with a manifest is best, then the one with most parts,
    then the one nearest to the top.
    """
    known: dict[str, list[str]] = {}
    for path in paths:
        folder, slash, base = path.rpartition("/")
        if base == MANIFEST or part_of(base):
            known.setdefault(folder + slash, []).append(base)
    return max(
        known,
        key=lambda folder: (MANIFEST in known[folder], len(known[folder]), -folder.count("/")),
        default=None,
    )


class FolderContainer:
    """An archive that was unpacked."""

    refused: Sequence[BadRecord] = ()

    def __init__(self, path: Path) -> None:
        paths = list(_scripts(path))
        best = best_folder(paths)
        if best is None:
            raise UnreadableFile(
                speak(
                    "The folder “{name}” holds no X archive (there is no data/manifest.js or the "
                    "like in it); give the folder that X's zip unpacked to.",
                    name=path.name,
                )
            )
        self._folder = path / best
        here = best.rstrip("/")
        self.names = frozenset(
            base for folder, _, base in (one.rpartition("/") for one in paths) if folder == here
        )

    @contextmanager
    def opened(self) -> Iterator[Opener]:
        """Nothing has to be held open."""
        yield self._open

    @contextmanager
    def _open(self, name: str) -> Iterator[Readable]:
        try:
            stream = (self._folder / name).open("rb", buffering=0)
        except OSError as error:
            raise Torn(f"it cannot be opened ({error.strerror})") from error
        with stream:
            yield Bounded(stream)


def _scripts(top: Path) -> Iterator[str]:
    """Yield the .js files (no links) under ``top``, relative to it, with ``/``."""
    for folder, below, files in os.walk(top):
        place = Path(folder).relative_to(top)
        deep = len(place.parts) >= DEEPEST
        below[:] = [] if deep else [one for one in below if _may_hold_data(one)]
        for base in files:
            if base.endswith(".js") and not (Path(folder) / base).is_symlink():
                yield (place / base).as_posix()


def _may_hold_data(folder: str) -> bool:
    return folder not in NOT_DATA and not folder.startswith(".") and not folder.endswith("_media")
