"""What books are called: one line that can be read, and by which they are told from each other."""

from __future__ import annotations

import unicodedata

from allybook.domain.errors import BadInput, FilterError
from allybook.domain.expressions import expression
from allybook.domain.filters.tree import On
from allybook.domain.filters.values import TextSpot, read
from allybook.domain.filters.words import fold_name
from allybook.domain.spoken import speak
from allybook.domain.turning import TURNING

UNSEEN = expression(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{TURNING}]")
"""Controls, line ends, and what turns the direction of all that follows."""


LONGEST = 200
"""Letters that the name of a book has at most, whichever way it comes in."""


def given_name(name: str) -> str:
    """Return a name that somebody gives a book, tidied.

    ``BadInput`` where it is too long, or where no filter could say it. Without any name a shelf
    makes no book.
    """
    tidy = tidy_name(name)
    if tidy and not _can_be_said(tidy):
        raise BadInput(
            speak(
                "No filter could name a book “{name}”: choose a name with a letter or a digit; "
                "nothing was changed.",
                name=tidy,
            )
        )
    if len(tidy) > LONGEST:
        raise BadInput(
            speak(
                "The name of a book has at most {most} letters: choose a shorter one; nothing was "
                "changed.",
                most=LONGEST,
            )
        )
    return tidy


def _can_be_said(name: str) -> bool:
    """Return whether a filter can find a book by this name."""
    try:
        read(On.IN, name, TextSpot(0, len(name)))
    except FilterError:
        return False
    return True


def fitting_name(name: str, pattern: str) -> str:
    """Return a name as it stands in a pattern (for ``%1``), cut so that all of that is kept."""
    room = LONGEST - len(pattern.replace("%1", ""))
    return pattern.replace("%1", name[:room].rstrip())


def tidy_name(name: str) -> str:
    """Return a name in one line, each letter with its accents as one sign."""
    return unicodedata.normalize("NFC", " ".join(UNSEEN.sub(" ", name).split()))


def folded_name(name: str) -> str:
    """Return what two names have in common that people, or filters, take for the same.

    Filters find nothing by a name of signs alone: of such a name each sign counts.
    """
    tidy = tidy_name(name)
    folded = fold_name(tidy)
    return folded if folded.strip() else unicodedata.normalize("NFC", tidy.casefold())
