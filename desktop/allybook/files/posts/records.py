"""JSONL of other programs, and of our own: one post on each line, or all of them in one array."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.half_letters import decode_whole
from allybook.files.complaints import UNFIT, explain
from allybook.files.posts import answers, snscrape, tweepy, twitter_cli
from allybook.files.posts.twarc import read_lumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.files.sheaf import Sheaf
    from allybook.ports.files import BadRecord, Lump


class Program(NamedTuple):
    """What one program writes: how to tell it by a line, and how to read one.

    ``read`` raises one of ``UNFIT``.
    """

    kind: str
    wrote: Callable[[bytes], bool]
    read: Callable[[bytes], tuple[Post, tuple[Account, ...]]]


ALLYBOOK = Program("allybook", answers.wrote, answers.read)
PROGRAMS = (
    ALLYBOOK,
    Program("tweepy", tweepy.wrote, tweepy.read),
    Program("snscrape", snscrape.wrote, snscrape.read),
    Program("twitter-cli", twitter_cli.wrote, twitter_cli.read),
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
        return read_lumps(self._path, self._take, bad)

    def _take(self, line: bytes, sheaf: Sheaf) -> Sequence[str]:
        """Add what a line tells to the sheaf; return why it cannot be used, if so."""
        try:
            line.decode()
            post, accounts = decode_whole(self._program.read, line)
        except UNFIT as error:
            return (explain(error),)
        sheaf.posts.append(post)
        sheaf.accounts.update((one.user_id, one) for one in accounts)
        return ()
