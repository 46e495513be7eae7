"""Handles and hashtags in any text that people paste: lists, columns, addresses, signatures.

Nothing is lost: what is not understood is given back as ``leftovers``, in order. An e-mail address,
a site of another kind and a name on another network (``@name@server``, ``@name.example``) are
leftovers, never handles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote

from allybook.domain.accounts import HANDLE, USER_ID
from allybook.domain.hashtags import in_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

RESERVED = frozenset(
    {"about", "account", "bookmarks", "compose", "download", "explore", "hashtag", "help", "home"}
    | {"i", "intent", "jobs", "lists", "login", "logout", "messages", "notifications", "oauth"}
    | {"privacy", "search", "settings", "share", "signup", "statuses", "tos", "who_to_follow"}
)
"""First parts of addresses on X that are pages of X itself, so that no account can have them."""
NOT_NAMES = frozenset(
    {"account", "accounts", "false", "handle", "handles", "hashtag", "hashtags", "n/a", "na"}
    | {"name", "names", "nan", "no", "none", "null", "organisation", "organization", "tbd", "true"}
    | {"screen_name", "screenname", "twitter", "unknown", "user", "username", "usernames", "users"}
    | {"x", "yes"}
)
"""Words that stand alone in a cell and are headings or gaps; with an @ they are names."""
SHORTEST_ID = 5
"""Shorter numbers alone in a cell are counts and years rather than user ids."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    # Joiners belong to Persian and Indic words, and to nothing that is written in ASCII.
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
_BULLET = re.compile(r"\A\s*(?:[-*•·\u2013—]|\d{1,3}[.)])\s+")
_POSSESSIVE = re.compile(r"\A['\u2019]s\b")
_CELLS = re.compile("[,;|、]")
_PUNCTUATION = " \t\r\n\f\v\xa0.,;:!?()[]{}<>\"'“”\u2018\u2019«»„*•·-\u2013—/\\|"
_EMPTY = _PUNCTUATION + "&+=@#"
_OPENING = " \t\xa0([{<“\u2018«\"'"
_CLOSING = " \t\xa0)]}>”\u2019».,:!?"
_TOKEN = re.compile(
    r"""
    (?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<address>https?://[^\s<>"'“”]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\s<>"'“”]*)?)
    |(?P<elsewhere>@\w[\w.-]*@[\w.-]+|(?-i:@[\w-]+(?:\.[a-z][a-z0-9-]+)+))
    |(?<![\w@])@(?P<handle>[a-z0-9_]{1,15})(?![\w@])
    |(?<![\w&/])\#(?P<hashtag>[^\s#@]+)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ON_X = re.compile(
    r"(?:https?://)?(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com(?::\d+)?(?:/(?:\#!/)?(?P<path>[^?#]*)"
    r"(?:\?(?P<query>[^#]*))?.*)?",
    re.IGNORECASE,
)


class _Sort(Enum):
    HANDLE = auto()
    USER_ID = auto()
    HASHTAG = auto()


_Meant = tuple[_Sort, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What a text holds, each once (whatever its case) and in the order of the text.

    ``handles`` have no @ and ``hashtags`` no #; both keep the case in which they came first.
    """

    handles: tuple[str, ...] = ()
    user_ids: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    leftovers: tuple[str, ...] = ()


def find_names(text: str, *, bare: bool = True) -> Found:
    """Return the handles, ids and hashtags in ``text``, and what is left of it.

    With ``bare``, a word alone on its line or in its cell (tab, comma, semicolon, bar) is a handle,
    and five or more digits alone are a user id, except in a row whose other column says more
    plainly who is meant.
    """
    gathered = _Gathered()
    for line in _INVISIBLE.sub("", text.translate(_FULL_WIDTH)).splitlines():
        columns = line.split("\t")
        plain = len(columns) > 1 and any(map(_names_someone, columns))
        for column in columns:
            parts = [_BULLET.sub("", part) for part in _CELLS.split(column)]
            cells = [part for part in parts if part.strip(_EMPTY)]
            words = bare and not plain and all(len(cell.split()) == 1 for cell in cells)
            for cell in cells:
                gathered.read_cell(cell, bare=words)
    return gathered.found()


class _Gathered:
    """What was found so far; each word by its lower-cased self."""

    def __init__(self) -> None:
        self._words: dict[_Sort, dict[str, str]] = {sort: {} for sort in _Sort}
        self._leftovers: list[str] = []

    def read_cell(self, cell: str, *, bare: bool) -> None:
        start = 0
        for begin, end, sort, word in _words(cell):
            self._leave(cell[start:begin])
            self._words[sort].setdefault(word.casefold(), word)
            start = end
        alone = _bare(cell.strip(_PUNCTUATION)) if bare and not start else None
        if alone:
            self._words[alone[0]].setdefault(alone[1].casefold(), alone[1])
        else:
            self._leave(cell[start:])

    def _leave(self, piece: str) -> None:
        rest = _POSSESSIVE.sub("", piece)
        if rest.strip(_EMPTY):
            self._leftovers.append(rest.rstrip(_OPENING).lstrip(_CLOSING))

    def found(self) -> Found:
        by_sort = {sort: tuple(words.values()) for sort, words in self._words.items()}
        return Found(
            by_sort[_Sort.HANDLE],
            by_sort[_Sort.USER_ID],
            by_sort[_Sort.HASHTAG],
            tuple(self._leftovers),
        )


def _bare(word: str) -> _Meant | None:
    if word.isascii() and word.isdecimal():
        known = len(word) >= SHORTEST_ID and USER_ID.fullmatch(word)
        return (_Sort.USER_ID, word) if known else None
    known_name = word.lower() not in NOT_NAMES and _is_handle(word)
    return (_Sort.HANDLE, word) if known_name else None


def _names_someone(column: str) -> bool:
    return any(sort is not _Sort.HASHTAG for _, _, sort, _ in _words(column))


def _words(cell: str) -> Iterator[tuple[int, int, _Sort, str]]:
    """Yield the start, the end, the sort and the text of each word that says what it is."""
    for token in _TOKEN.finditer(cell):
        kind = token.lastgroup or ""
        text = token[kind]
        if kind == "handle" and _is_handle(text):
            yield token.start(), token.end(), _Sort.HANDLE, text
        elif kind == "hashtag" and (tag := _tag(text)):
            yield token.start(), token.start(kind) + len(tag), _Sort.HASHTAG, tag
        elif kind == "address" and (meant := _read_address(text)):
            yield token.start(), token.end(), *meant


def _read_address(address: str) -> _Meant | None:
    """Return whom or what an address on X means, or None for any other address."""
    on_x = _ON_X.fullmatch(address)
    if on_x is None:
        return None
    parts = [unquote(part).strip(_PUNCTUATION) for part in (on_x["path"] or "").split("/")]
    query = {name: values[0] for name, values in parse_qs(on_x["query"] or "").items()}
    match [parts[0].lower(), *parts[1:]]:
        case ["intent", *_]:
            return _meant(query.get("screen_name", ""), query.get("user_id", ""))
        case ["i", "user", user_id, *_]:
            return _meant("", user_id)
        case ["hashtag", tag, *_]:
            return _meant("", "", tag)
        case ["search", *_]:
            asked = query.get("q", "")
            return _meant("", "", asked[1:] if asked.startswith("#") else "")
    return _meant(parts[0])


def _meant(handle: str, user_id: str = "", tag: str = "") -> _Meant | None:
    name = handle.strip(_PUNCTUATION).removeprefix("@")
    if _is_handle(name):
        return _Sort.HANDLE, name
    if USER_ID.fullmatch(user_id.strip(_PUNCTUATION)):
        return _Sort.USER_ID, user_id.strip(_PUNCTUATION)
    return (_Sort.HASHTAG, tag) if tag and _tag(tag) == tag else None


def _is_handle(word: str) -> bool:
    return HANDLE.fullmatch(word) is not None and word.lower() not in RESERVED


def _tag(text: str) -> str:
    """Return how much of ``text`` is a hashtag: letters, marks, digits and _, not digits alone."""
    length = 0
    while length < len(text) and in_tag(text[length]):
        length += 1
    tag = text[:length]
    return "" if tag.isdecimal() else tag
