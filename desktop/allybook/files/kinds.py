"""What a file that Allybook does not read looks like, told from its first bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.files.refusals import refuse
from allybook.files.text import is_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from allybook.domain.spoken import Pattern

BINARY: Pattern = "a program, a picture or another file that is no text"

_MAGIC: Sequence[tuple[bytes, Pattern]] = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP", "a picture"),
    (rb".{4}ftyp(?:heic|heix|mif1|avif)", "a picture"),
    (rb"%PDF-", "a PDF; copy the names out of it into a text, and give that"),
    (
        rb"\xd0\xcf\x11\xe0",
        "an older or locked Word or Excel file; save it as CSV, .xlsx or text, and give that",
    ),
    (rb"\{\\rtf", "a rich text; save it as plain text, and give that"),
    (rb"SQLite format 3\0", "a database of some program"),
    (rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI |\0\0\x01[\xba\xb3]", "a film"),
    (rb"ID3|fLaC|OggS|RIFF.{4}WAVE|\xff[\xfb\xf3\xf2]", "a sound"),
    (rb"\x7fELF|MZ|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|#!", "a program"),
    (rb"7z\xbc\xaf|Rar!|BZh[1-9]|\xfd7zXZ|\x28\xb5\x2f\xfd", "a packed file; unpack it first"),
    (rb".{257}ustar", "a packed file; unpack it first"),
    (
        rb"\s*(?:window\.|\w+\.)?(?:YTD|__THAR)",
        "one file out of an X archive; give the whole archive, as a zip or as a folder",
    ),
    (rb"\s*(?:<!doctype html|<html)", "a web page; copy the names out of it into a text"),
    (rb"\s*<(?:\?xml|svg)", "an XML file"),
    (rb"\s*BEGIN:VC", "a file of calendar entries or business cards"),
)
_PATTERNS = tuple((re.compile(magic, re.DOTALL | re.IGNORECASE), kind) for magic, kind in _MAGIC)


def look(head: bytes) -> Pattern | None:
    """Return what a file is, with what to do about it, or None where it may be text."""
    plain = head.removeprefix(b"\xef\xbb\xbf")
    return next((kind for pattern, kind in _PATTERNS if pattern.match(plain)), None)


def refuse_unread(path: Path, head: bytes, text: str) -> None:
    """Raise ``UnreadableFile`` for a file that is none of what Allybook reads."""
    kind = look(head)
    if kind or not is_text(text):
        refuse(path, kind or BINARY)
