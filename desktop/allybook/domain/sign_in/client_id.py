"""What somebody pasted where a Client ID belongs, told by its shape.

X writes the ids and tokens of OAuth 2.0 in Base64, and their kind stands at the end of what is
inside: ``…:1:ci`` for a Client ID, ``…:at:1`` for an access token. That is seen, not documented, so
a word of any modest length passes for a Client ID; only what is surely something else is told.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from binascii import Error
from enum import Enum, auto


class Pasted(Enum):
    """What a pasted text is."""

    CLIENT_ID = auto()
    NOTHING = auto()
    SENTENCE = auto()
    EMAIL = auto()
    HANDLE = auto()
    ADDRESS = auto()
    NUMBER = auto()
    APP_TOKEN = auto()
    TOKEN = auto()
    KEY = auto()
    SECRET = auto()
    UNKNOWN = auto()


WORD = re.compile(r"[A-Za-z0-9_-]{8,}")
INSIDE = re.compile(rb":(ci|at|rt)\b")
INSIDE_IS = {b"ci": Pasted.CLIENT_ID, b"at": Pasted.TOKEN, b"rt": Pasted.TOKEN}
SHAPES = (
    (re.compile(r""), Pasted.NOTHING),
    (re.compile(r".*\s.*", re.DOTALL), Pasted.SENTENCE),
    (re.compile(r"(https?:|www\.).*|.*://.*|.*\.com\b.*/.*"), Pasted.ADDRESS),
    (re.compile(r"@\w*"), Pasted.HANDLE),
    (re.compile(r".*@.*"), Pasted.EMAIL),
    (re.compile(r"\d+"), Pasted.NUMBER),
    # App-only bearer tokens begin with the app's number, in Base64 with its zeros before it.
    (re.compile(r"A{12,}.*"), Pasted.APP_TOKEN),
)
OWN_TOKEN = re.compile(r"\d{2,19}-[A-Za-z0-9]{20,}")
"""An access token of OAuth 1.0a: the account's id, then letters."""
KEY = re.compile(r"[A-Za-z0-9]{25}")
"""The API key of OAuth 1.0a."""
LONGEST = 44
"""No Client ID seen was longer; secrets have 50 letters."""


def recognise(text: str) -> Pasted:
    """Return what a text is that was pasted as a Client ID."""
    word = text.strip()
    for shape, kind in SHAPES:
        if shape.fullmatch(word):
            return kind
    inside = INSIDE.search(_decode(word))
    if inside:
        return INSIDE_IS[inside[1]]
    if OWN_TOKEN.fullmatch(word):
        return Pasted.TOKEN
    return _of_plain_word(word)


def _of_plain_word(word: str) -> Pasted:
    if KEY.fullmatch(word):
        return Pasted.KEY
    if not WORD.fullmatch(word):
        return Pasted.UNKNOWN
    return Pasted.CLIENT_ID if len(word) <= LONGEST else Pasted.SECRET


def _decode(word: str) -> bytes:
    """Return what is inside a word of Base64 (old ids have a number before it), or nothing."""
    body = re.sub(r"^\d+-", "", word)
    try:
        return urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except (Error, ValueError):
        return b""
