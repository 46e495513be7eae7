"""JSONL that other programs wrote: one post on each line, or all of them in one array."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak
from allybook.files import snscrape, tweepy
from allybook.files.bounds import Torn
from allybook.files.complaints import UNFIT, explain
from allybook.files.lines import read_lines
from allybook.files.sheaf import Sheaf
from allybook.files.twarc import LONGEST_LINE, open_lines
from allybook.ports import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from allybook.domain.accounts import Account
    from allybook.domain.posts import Post
    from allybook.ports import Lump


class Program(NamedTuple):
    """What one program writes: how to tell it by a line, and how to read one.

    ``read`` raises one of ``UNFIT``.
    """

    kind: str
    wrote: Callable[[bytes], bool]
    read: Callable[[bytes], tuple[Post, tuple[Account, ...]]]


PROGRAMS = (
    Program("tweepy", tweepy.wrote, tweepy.read),
    Program("snscrape", snscrape.wrote, snscrape.read),
)


def program_of(line: bytes) -> Program | None:
    """Return the program that wrote a line, if it is one of these."""
    return next((one for one in PROGRAMS if one.wrote(line)), None)


class RecordImporter:
    """One file of such a program."""

    made_at = None

    def __init__(self, path: Path, program: Program) -> None:
        self._path = path
        self._program = program
        self.kind = program.kind

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield posts with their authors; ``UnreadableFile`` where no line can be used."""
        number, empty = 0, True
        with open_lines(self._path) as file:
            sheaf = Sheaf(file.size)
            try:
                for number, line in read_lines(file, LONGEST_LINE):
                    why = self._take(line, sheaf)
                    if why:
                        bad(BadRecord(self._path.name, number, why))
                    sheaf.count(len(line or b""))
                    if sheaf.is_full():
                        yield sheaf.bind()
                        empty = False
            except Torn as error:
                bad(BadRecord(self._path.name, number + 1, str(error)))
        if len(sheaf):
            yield sheaf.bind()
        elif empty:
            raise UnreadableFile(
                speak("“{name}” holds no post or account that can be read.", name=self._path.name)
            )

    def _take(self, line: bytes | None, sheaf: Sheaf) -> str:
        """Add what a line tells to the sheaf; return why it cannot be used, or nothing."""
        if line is None:
            return "the line is too long"
        if not line.strip():
            return ""
        try:
            line.decode()
            post, accounts = self._program.read(line)
        except UNFIT as error:
            return explain(error)
        sheaf.posts.append(post)
        sheaf.accounts.update((one.user_id, one) for one in accounts)
        return ""
