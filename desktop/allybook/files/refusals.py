"""Say what a file looks like that Allybook does not read, and what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.domain.spoken import Pattern

READS: Pattern = (
    "Allybook reads X archives, JSON of twarc, Tweepy, snscrape and twitter-cli, CSV, Excel "
    "(.xlsx) and texts with handles"
)


def refuse(path: Path, kind: Pattern) -> NoReturn:
    """Raise ``UnreadableFile``, which names the kind of the file."""
    raise UnreadableFile(
        speak(
            "“{name}” looks like {kind}; {reads}.",
            name=path.name,
            kind=speak(kind),
            reads=speak(READS),
        )
    )
