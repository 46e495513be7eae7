"""What can be clicked in the text of a post: hashtags, mentions, links."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.expressions import expression
from allybook.domain.hashtags import NAMED
from allybook.ui.direction import LEFTWARD, mark_of
from allybook.ui.links import addresses, bare
from allybook.ui.units import utf16

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.posts import Post

MENTION = expression(r"(?<![\w@/])[@\uff20]([A-Za-z0-9_]{1,15})(?![\w@])")
HASHTAG = expression(rf"(?<![\w&/])[#\uff03]({NAMED})")
# A longer address is cut: its beginning says where it leads.
LINK_SHOWN = 34
LINE_END = "\u2028"
"""What begins a new line within a paragraph, to Qt."""


class HitKind(StrEnum):
    """What was hit."""

    HASHTAG = "hashtag"
    MENTION = "mention"
    LINK = "link"
    ACT = "act"


WORDS = ((HitKind.HASHTAG, HASHTAG, "#\uff03"), (HitKind.MENTION, MENTION, "@\uff20"))


class Hit(Struct, frozen=True):
    """What was clicked; ``target`` is a tag without #, a handle without @, or an address.

    An ``ACT`` is the one button of a row; it has no target.
    """

    kind: HitKind
    target: str = ""


class LinkSpan(Struct, frozen=True):
    """A clickable piece of a text, counted in UTF-16 units as Qt does."""

    start: int
    end: int
    hit: Hit


class MarkedText(Struct, frozen=True):
    """A text in one paragraph, and what can be clicked in it."""

    text: str
    spans: tuple[LinkSpan, ...] = ()

    def at(self, position: int) -> Hit | None:
        """Return what stands at a UTF-16 position."""
        return next((span.hit for span in self.spans if span.start <= position < span.end), None)


def mark(post: Post, *, whole: bool = False) -> MarkedText:
    """Return the text of a post with its clickable pieces: in one run, as a card shows it.

    As a ``whole`` it has the lines that were written, and addresses to their end.
    """
    words = _lines(post.text) if whole else " ".join(post.text.split())
    text, links = _unfold(words, post.links, None if whole else LINK_SHOWN)
    pieces = sorted([*links, *_words(text, links)])
    if pieces and not text.isascii() and LEFTWARD.search(text):
        text, pieces = _keep_signs(text, pieces)
    return MarkedText(text, tuple(_count(text, pieces)))


_Piece = tuple[int, int, Hit]


def _lines(text: str) -> str:
    """Return the lines of a text, with one blank line at most between two that say something."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    shown = (line for at, line in enumerate(lines) if line or lines[at - 1])
    return LINE_END.join(shown)


def _unfold(text: str, links: Sequence[str], most: int | None) -> tuple[str, list[_Piece]]:
    """Write links without their scheme, and X's shortened ones as what they stand for.

    Of an address ``most`` letters are shown, or all of them.
    """
    parts: list[str] = []
    pieces: list[_Piece] = []
    done = length = 0
    for start, end, target in addresses(text, links):
        shown = _short(target, most)
        before = text[done:start]
        length += len(before)
        pieces.append((length, length + len(shown), Hit(HitKind.LINK, target)))
        parts += [before, shown]
        length += len(shown)
        done = end
    return "".join([*parts, text[done:]]), pieces


def _keep_signs(text: str, pieces: Sequence[_Piece]) -> tuple[str, list[_Piece]]:
    """Put a mark before each piece: among words that are read leftward its # would move behind."""
    parts: list[str] = []
    moved: list[_Piece] = []
    done = 0
    for number, (start, end, hit) in enumerate(pieces):
        parts += [text[done:start], mark_of(hit.target)]
        moved.append((start + number + 1, end + number + 1, hit))
        done = start
    return "".join([*parts, text[done:]]), moved


def _short(address: str, most: int | None) -> str:
    shown = bare(address)
    return shown if most is None or len(shown) <= most else f"{shown[: most - 1]}…"


def _words(text: str, links: Sequence[_Piece]) -> Iterator[_Piece]:
    starts = [start for start, _end, _hit in links]
    for kind, pattern, signs in WORDS:
        if not any(sign in text for sign in signs):
            continue
        for found in pattern.finditer(text):
            before = bisect_right(starts, found.start()) - 1
            if before < 0 or found.start() >= links[before][1]:
                yield found.start(), found.end(), Hit(kind, found.group(1))


def _count(text: str, pieces: Sequence[_Piece]) -> Iterator[LinkSpan]:
    """Yield pieces, in order, as Qt counts them."""
    done = first = 0
    for start, end, hit in pieces:
        first += utf16(text[done:start])
        last = first + utf16(text[start:end])
        yield LinkSpan(first, last, hit)
        done, first = end, last
