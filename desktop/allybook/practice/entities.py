"""What X finds in a text: hashtags, mentions and shortened links, with their places."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.expressions import expression
from allybook.domain.hashtags import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HASHTAG = expression(rf"(?<![\w&/#])[#\uff03]({NAMED})")
MENTION = re.compile(r"(?<![\w@/])[@\uff20]([A-Za-z0-9_]{1,15})(?!\w)")
LINK = re.compile(r"https://[\w./?=&%-]*[\w/]")
SHORT = re.compile(r"https://t\.co/\w{10}")
DISPLAY_LENGTH = 26
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class Span(Struct, frozen=True):
    """One entity: its text without # or @, and where it stands (end not included)."""

    text: str
    start: int
    end: int


def find_hashtags(text: str) -> Iterator[Span]:
    """Yield the hashtags of a text."""
    return (Span(found[1], found.start(), found.end()) for found in HASHTAG.finditer(text))


def find_mentions(text: str) -> Iterator[Span]:
    """Yield the handles that a text mentions."""
    return (Span(found[1], found.start(), found.end()) for found in MENTION.finditer(text))


def find_links(text: str) -> Iterator[Span]:
    """Yield the shortened links of a text."""
    return (Span(found[0], found.start(), found.end()) for found in SHORT.finditer(text))


def shorten(address: str) -> str:
    """Return the short link that X puts in the text in place of ``address``."""
    number = int.from_bytes(blake2b(address.encode(), digest_size=8).digest(), "big")
    signs = []
    for _ in range(10):
        number, place = divmod(number, len(LETTERS))
        signs.append(LETTERS[place])
    return "https://t.co/" + "".join(signs)


def permalink(handle: str, post_id: str) -> str:
    """Return the public address of a post."""
    return f"https://twitter.com/{handle}/status/{post_id}"


def media_link(handle: str, post_id: str, media: Sequence[str]) -> str:
    """Return the address of a post's picture or film, which X puts at the end of the text."""
    return f"{permalink(handle, post_id)}/{'video' if media[0] == 'video' else 'photo'}/1"


def display(address: str) -> str:
    """Return an address as X displays it: no scheme, at most 26 signs and an ellipsis."""
    bare = address.removeprefix("https://").removeprefix("www.")
    return bare if len(bare) <= DISPLAY_LENGTH else bare[:DISPLAY_LENGTH] + "…"
