"""Posts in: JSON of twarc and of other programs, told by its first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files.bounds import Torn, open_file
from allybook.files.lines import read_lines
from allybook.files.posts.twarc import LONGEST_LINE, TwarcImporter, is_twarc, open_lines

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.domain.spoken import Spoken
    from allybook.ports.files import Importer

GZIP = b"\x1f\x8b"
LINES_TRIED = 20
OURS = b'"reasons":'
"""Stands in each post as we tell it; a text has its quotes escaped. Else it has the words of X's
newer shape."""
MARKS = (b'"id_str"', b"snscrape", b'"rawContent"', b'"renderedContent"', b'"screenName"', OURS)
"""What stands in each line of other programs, and in none of twarc's."""


def find_posts(path: Path, *, with_twarc: bool = True) -> Importer | None:
    """Return the importer for posts, if one of the first lines is such; some may be bad."""
    try:
        with open_lines(path) as file:
            for number, line in read_lines(file, LONGEST_LINE):
                importer = _find_importer(path, line, with_twarc=with_twarc) if line else None
                if importer is not None:
                    return importer
                if number >= LINES_TRIED:
                    break
    except Torn as error:
        raise UnreadableFile(_tell_torn(path, error)) from error
    return None


def _find_importer(path: Path, line: bytes, *, with_twarc: bool) -> Importer | None:
    """Return the importer for what wrote a line; twarc's lines are known by their shape alone."""
    ours = _find_program(path, line) if OURS in line else None
    if ours is None and with_twarc and is_twarc(line):
        return TwarcImporter(path, line)
    return ours or _find_program(path, line)


def has_mark(line: bytes) -> bool:
    """Return whether a line may be of another program than twarc."""
    return any(mark in line for mark in MARKS)


def _find_program(path: Path, line: bytes) -> Importer | None:
    """Return the importer for what another program wrote, if a line is of one."""
    if not has_mark(line):
        return None
    # Few have such files: nobody else waits for what reads them.
    from allybook.files.posts.records import RecordImporter, program_of  # noqa: PLC0415

    program = program_of(line)
    return RecordImporter(path, program) if program else None


def _tell_torn(path: Path, error: Torn) -> Spoken:
    """Return the sentence for a file that cannot be read from its beginning."""
    with open_file(path) as file:
        packed = file.read(len(GZIP)) == GZIP
    if packed:
        return speak(
            "“{name}” is packed and damaged; download it again, nothing was lost.", name=path.name
        )
    return speak("“{name}” cannot be read: {why}.", name=path.name, why=str(error))
