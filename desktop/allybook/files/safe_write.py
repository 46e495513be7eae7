"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import BinaryIO

    from allybook.domain.spoken import Pattern, Spoken

_REFUSED: Pattern = "the disk refused ({answer})"
_REASONS: Mapping[int, Pattern] = {
    errno.ENOSPC: "the disk is full; make room",
    errno.EDQUOT: "your share of the disk is full; make room",
    errno.EROFS: "the disk can only be read; choose another folder",
    errno.EACCES: "this folder or file may not be written to; choose another, or close the program"
    " that has it open",
    errno.EPERM: "this folder or file may not be written to; choose another",
    errno.ENOENT: "the folder is not there; choose another",
    errno.ENOTDIR: "the folder is not there; choose another",
    errno.EISDIR: "there is a folder of that name; choose another name",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}

UNWRITTEN: Pattern = (
    "“{name}” could not be written, because {reason}, and try again; what was there before is "
    "unchanged."
)
UNSAFE: Pattern = (
    "“{name}” is written, but perhaps not yet safe, because {reason}; look at it before you rely "
    "on it."
)
_UNSETTLED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM})


def settle(folder: Path) -> None:
    """Have a folder itself written down, where the system can do that, and lets us."""
    flag = getattr(os, "O_DIRECTORY", None)
    if flag is None:
        return
    try:
        opened = os.open(folder, os.O_RDONLY | flag)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        # Some network folders cannot, and into some one may write but not look.
        if error.errno not in _UNSETTLED:
            raise


@contextmanager
def write_whole(path: Path, then: Callable[[Path], None] = settle) -> Iterator[BinaryIO]:
    """Open a file that takes the place of ``path`` once it is complete and on the disk.

    Until then, and if anything goes wrong, what was there before stays as it was, and nothing else
    is left behind. ``StorageError`` where the disk refuses, also to say when it will be safe.
    ``then`` is done with its folder.
    """
    with _told(path, UNWRITTEN):
        target = Path(os.path.realpath(path))
        with _taking_the_place_of(target) as file:
            yield file
    with _told(path, UNSAFE):
        then(target.parent)


@contextmanager
def _taking_the_place_of(target: Path) -> Iterator[BinaryIO]:
    """Open a draft beside a file, which takes its place in the end; ``OSError`` changes nothing."""
    draft = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.is_file():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


@contextmanager
def _told(path: Path, pattern: Pattern) -> Iterator[None]:
    """Say in words of ours why the disk refused what is done within."""
    try:
        yield
    except OSError as error:
        raise StorageError(speak(pattern, name=path.name, reason=_reason(error))) from error


def _reason(error: OSError) -> Spoken:
    known = _REASONS.get(error.errno or 0, _REFUSED)
    return speak(known, answer=error.strerror or error)
