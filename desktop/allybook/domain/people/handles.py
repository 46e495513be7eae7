"""Handles and hashtags in any text that people paste: lists, columns, addresses, signatures.

Nothing is lost: each piece of the text is accounted for with its line, and what is not understood
is a leftover. An e-mail address, a site of another kind and a name on another network
(``@name@server``, ``@name.example``) are leftovers, never handles.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import parse_qs, unquote

from msgspec import Struct

from allybook.domain.hashtags import in_tag
from allybook.domain.people.accounts import HANDLE, USER_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RESERVED = frozenset(
    {"about", "account", "bookmarks", "compose", "download", "explore", "hashtag", "help", "home"}
    | {"i", "intent", "jobs", "lists", "login", "logout", "messages", "notifications", "oauth"}
    | {"privacy", "search", "settings", "share", "signup", "statuses", "tos", "who_to_follow"}
)
"""First parts of addresses on X that are pages of X itself, so that no account can have them."""
LANGUAGE = 2
"""So many letters say in which language a page of X itself is (``/en/privacy``)."""
NOT_NAMES = frozenset(
    {"account", "accounts", "false", "handle", "handles", "hashtag", "hashtags", "n/a", "na"}
    | {"name", "names", "nan", "no", "none", "null", "organisation", "organization", "tbd", "true"}
    | {"screen_name", "screenname", "twitter", "unknown", "user", "username", "usernames", "users"}
    | {"x", "yes"}
)
"""Words that stand alone in a cell and are headings or gaps; with an @ they are names."""
SHORTEST_ID = 5
"""Shorter numbers alone in a cell are counts and years rather than user ids."""
SURE_ID = 15
"""Digits of a user id that no telephone number, date or amount has."""

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
_MADE = re.compile(r"[_0-9]|[a-z][A-Z]")
_EMPTY = _PUNCTUATION + "&+=@#"
_OPENING = " \t\xa0([{<“\u2018«\"'"
_CLOSING = " \t\xa0)]}>”\u2019».,:!?"
_TOKEN = re.compile(
    r"""
    (?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<address>https?://[^\s<>"'“”]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\s<>"'“”]*)?)
    |(?P<elsewhere>@\w[\w.-]*@[\w.-]+|(?-i:@[\w-]+(?:\.[a-z][a-z0-9-]+)+))
    # An accent that stands apart from its letter belongs to the word.
    |(?<![\w@\u0300-\u036f])@(?P<handle>[a-z0-9_]{1,15})(?![\w@\u0300-\u036f])
    |(?<![\w&/])\#(?P<hashtag>[^\s#@]+)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ON_X = re.compile(
    r"(?:https?://)?(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com(?::\d+)?(?:/(?:\#!/)?(?P<path>[^?#]*)"
    r"(?:\?(?P<query>[^#]*))?.*)?",
    re.IGNORECASE,
)


class Sort(StrEnum):
    """What a piece of a text is."""

    HANDLE = "handle"
    USER_ID = "user_id"
    HASHTAG = "hashtag"
    LEFTOVER = "leftover"


_Meant = tuple[Sort, str]


class Piece(Struct, frozen=True):
    """One piece of a text, every time it stands there; ``line`` counts from 1.

    ``word`` has no @ or #; of a leftover it is the text itself.
    """

    line: int
    sort: Sort
    word: str

    @property
    def folded(self) -> tuple[Sort, str]:
        """Return what makes two pieces the same, whatever their case."""
        return self.sort, self.word.casefold()


class Found(Struct, frozen=True):
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
    plainly who is meant, and except in a text that is prose more than a list.
    """
    return gather(read_pieces(text, bare=bare))


def read_pieces(text: str, *, bare: bool = True) -> tuple[Piece, ...]:
    """Return every piece of ``text`` with its line, in order and as often as it stands there."""
    lines = _lines_of(text)
    listed = bare and _is_list(lines)
    return tuple(
        Piece(number, sort, word)
        for number, line in enumerate(lines, start=1)
        for sort, word in line.read(bare=listed)
    )


def is_list(texts: Iterable[str]) -> bool:
    """Return whether the parts of a text together are a list, and not prose more than that."""
    return _is_list(line for text in texts for line in _lines_of(text))


def gather(pieces: Iterable[Piece]) -> Found:
    """Return each name once, as it came first; leftovers as often as they came."""
    words: dict[Sort, dict[str, str]] = {sort: {} for sort in Sort}
    leftovers = []
    for piece in pieces:
        if piece.sort is Sort.LEFTOVER:
            leftovers.append(piece.word)
        else:
            words[piece.sort].setdefault(piece.word.casefold(), piece.word)
    by_sort = {sort: tuple(found.values()) for sort, found in words.items()}
    return Found(
        by_sort[Sort.HANDLE], by_sort[Sort.USER_ID], by_sort[Sort.HASHTAG], tuple(leftovers)
    )


class _Line:
    """One line in its columns (tabs) and their cells."""

    def __init__(self, line: str) -> None:
        columns = line.split("\t")
        self._columns = [_cells_of(column) for column in columns]
        told = any(map(_names_someone, columns))
        self._plain = len(columns) > 1 and told
        wordy = any(len(cell.split()) > 1 for cells in self._columns for cell in cells)
        # A row of a spreadsheet is none, however long its first column's names are.
        self.is_prose = wordy and not told and len(columns) == 1
        self.is_list = not wordy and not told and any(self._columns)
        # Beside a name in words, what looks made up is the handle, and a plain word a category.
        self._choosy = wordy and any(_looks_made(cell) for cells in self._columns for cell in cells)

    def read(self, *, bare: bool) -> Iterator[_Meant]:
        """Yield who is meant in each cell; ``bare`` takes a word without @ for a handle."""
        for cells in self._columns:
            words = bare and not self._plain and all(len(cell.split()) == 1 for cell in cells)
            for cell in cells:
                plain = self._choosy and not _looks_made(cell)
                yield from _read_cell(cell, bare=words and not plain)


def _lines_of(text: str) -> list[_Line]:
    """Return the lines of a text, in which an accent and its letter are one sign."""
    plain = normalize("NFC", _INVISIBLE.sub("", text.translate(_FULL_WIDTH)))
    return [_Line(line) for line in plain.splitlines()]


def _is_list(lines: Iterable[_Line]) -> bool:
    return sum(line.is_list - line.is_prose for line in lines) >= 0


def _looks_made(cell: str) -> bool:
    word = cell.strip(_PUNCTUATION)
    return len(cell.split()) == 1 and _MADE.search(word) is not None and _is_handle(word)


def _cells_of(column: str) -> Sequence[str]:
    parts = (_BULLET.sub("", part) for part in _CELLS.split(column))
    return [part for part in parts if part.strip(_EMPTY)]


def _read_cell(cell: str, *, bare: bool) -> Iterator[_Meant]:
    start = 0
    for begin, end, sort, word in _words(cell):
        yield from _left(cell[start:begin])
        yield sort, word
        start = end
    alone = _bare(cell.strip(_PUNCTUATION)) if bare and not start else None
    if alone:
        yield alone
    else:
        yield from _left(cell[start:])


def _left(piece: str) -> Iterator[_Meant]:
    rest = _POSSESSIVE.sub("", piece)
    if rest.strip(_EMPTY):
        yield Sort.LEFTOVER, rest.rstrip(_OPENING).lstrip(_CLOSING)


def _bare(word: str) -> _Meant | None:
    if word.isascii() and word.isdecimal():
        known = len(word) >= SHORTEST_ID and USER_ID.fullmatch(word)
        return (Sort.USER_ID, word) if known else None
    known_name = word.lower() not in NOT_NAMES and _is_handle(word)
    return (Sort.HANDLE, word) if known_name else None


def _names_someone(column: str) -> bool:
    return any(sort is not Sort.HASHTAG for _, _, sort, _ in _words(column))


def _words(cell: str) -> Iterator[tuple[int, int, Sort, str]]:
    """Yield the start, the end, the sort and the text of each word that says what it is."""
    for token in _TOKEN.finditer(cell):
        kind = token.lastgroup or ""
        text = token[kind]
        if kind == "handle" and _is_handle(text):
            yield token.start(), token.end(), Sort.HANDLE, text
        elif kind == "hashtag" and (tag := _tag(text)):
            yield token.start(), token.start(kind) + len(tag), Sort.HASHTAG, tag
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
    return _meant("" if _is_in_a_language(parts) else parts[0])


def _is_in_a_language(parts: Sequence[str]) -> bool:
    """Return whether an address is of a page of X itself, with its language before it."""
    return len(parts[0]) == LANGUAGE and parts[1:2] in (["privacy"], ["tos"])


def _meant(handle: str, user_id: str = "", tag: str = "") -> _Meant | None:
    name = handle.strip(_PUNCTUATION).removeprefix("@")
    if _is_handle(name):
        return Sort.HANDLE, name
    if USER_ID.fullmatch(user_id.strip(_PUNCTUATION)):
        return Sort.USER_ID, user_id.strip(_PUNCTUATION)
    return (Sort.HASHTAG, tag) if tag and _tag(tag) == tag else None


def _is_handle(word: str) -> bool:
    return HANDLE.fullmatch(word) is not None and word.lower() not in RESERVED


def _tag(text: str) -> str:
    """Return how much of ``text`` is a hashtag: letters, marks, digits and _, not digits alone."""
    length = 0
    while length < len(text) and in_tag(text[length]):
        length += 1
    tag = text[:length]
    return "" if tag.isdecimal() else tag
