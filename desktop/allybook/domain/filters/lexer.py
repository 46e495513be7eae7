"""Cuts the text of a filter into pieces, each with its place."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import FilterError
from allybook.domain.expressions import expression
from allybook.domain.filters.slips import find_meant
from allybook.domain.filters.unseen import skip, trim, trim_end
from allybook.domain.filters.values import TextSpot

if TYPE_CHECKING:
    from collections.abc import Iterator

MINUSES = "-−‐‑‒–—﹣－"  # noqa: RUF001 (phones and word processors put them in its place)
COLONS = ":："  # noqa: RUF001 (keyboards for Chinese and Japanese type the second)
QUOTES = '"“”„'
OPENING = "»«‚‘"  # noqa: RUF001 (marks of print: only as pairs, for some are in words too)
_WITHIN = rf"[^\s(){QUOTES}]"
# Possessive (++), so that no text, however odd, takes more than one look at each sign.
_ADDRESS = rf"https?://(?:{_WITHIN}++|\((?:{_WITHIN}++|\({_WITHIN}*+\))*+\))++"
_PIECE = expression(
    rf"""
      (?P<open>\()
    | (?P<close>\))
    | (?P<minus>[{MINUSES}])
    | (?i:noise)\s*(?P<sign>[<>]=?)\s*(?P<limit>[^\s()]*)
    | (?:(?P<field>[A-Za-z_]+)[{COLONS}])?
      (?:"(?P<quoted>(?:[^"\\]|\\.)*)"|[“”„](?P<curly>[^{QUOTES}]*)["“”]
        |"(?!\s)(?P<mixed>[^{QUOTES}]*)(?<!\s)[“”](?!\w)
        |»(?P<inward>[^»«{QUOTES}]*)«(?!\w)|«(?P<outward>[^»«{QUOTES}]*)»(?!\w)
        |‚(?!\s)(?P<low>[^‚‘{QUOTES}]*)(?<!\s)‘(?!\w)
        |‘(?!\s)(?P<single>(?:[^‘’{QUOTES}]++|’(?=\w))*+)(?<!\s)’)
    | (?:[A-Za-z_]+[{COLONS}])?(?P<unclosed>[{QUOTES}])
    | (?P<bare>(?:[A-Za-z_]+[{COLONS}])?(?i:{_ADDRESS})|{_WITHIN}+)
    """,  # noqa: RUF001 (marks of print)
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = expression(r'\\(["\\])')
_FIELD = expression(rf"([A-Za-z_]+)[{COLONS}](.*)", re.DOTALL)
_LINK = expression(r"https?://", re.IGNORECASE)


class LexemeKind(Enum):
    """What a piece is."""

    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    WORD = auto()
    PHRASE = auto()
    HASHTAG = auto()
    MENTION = auto()
    FIELD = auto()
    NOISE = auto()
    SLIP = auto()
    END = auto()


class Lexeme(Struct, frozen=True):
    """One piece; ``name`` is the field as typed, the sign of a limit, or what a slip means."""

    kind: LexemeKind
    spot: TextSpot
    value: str = ""
    name: str = ""


_MARKS = {"open": LexemeKind.OPEN, "close": LexemeKind.CLOSE, "minus": LexemeKind.MINUS}
_OPERATORS = {
    "OR": LexemeKind.OR,
    "AND": LexemeKind.AND,
    "NOT": LexemeKind.NOT,
    "NICHT": LexemeKind.NOT,
}
_SIGNS = {
    "#": LexemeKind.HASHTAG,
    "＃": LexemeKind.HASHTAG,  # noqa: RUF001
    "@": LexemeKind.MENTION,
    "＠": LexemeKind.MENTION,  # noqa: RUF001
}


def cut(text: str) -> Iterator[Lexeme]:
    """Yield the pieces of a text, the last of them ``END``; ``FilterError`` at an open quote."""
    at = skip(text, 0)
    while at < len(text) and (found := _PIECE.match(text, at)):
        yield _name(found)
        at = skip(text, found.end())
    yield Lexeme(LexemeKind.END, TextSpot(len(text), len(text)))


def find_last(text: str) -> tuple[int, str]:
    """Return where the piece begins that a text ends with, and the quotation mark open in it.

    Where somebody types on is a new piece after a space, a parenthesis or a minus.
    """
    start, at = len(text), skip(text, 0)
    while at < len(text) and (found := _PIECE.match(text, at)):
        if found.lastgroup == "unclosed":
            return found.start(), found["unclosed"]
        if found.end() == len(text) and found.lastgroup not in _MARKS:
            start = found.start()
        at = skip(text, found.end())
    return start, ""


def _name(found: re.Match[str]) -> Lexeme:
    """Return the piece that was found."""
    spot, group = TextSpot(*found.span()), found.lastgroup or ""
    if group in _MARKS:
        return Lexeme(_MARKS[group], spot)
    if group == "limit":
        return Lexeme(LexemeKind.NOISE, spot, trim(found["limit"]), found["sign"])
    if group == "unclosed":
        raise FilterError(
            "A quotation mark is open here: close it with another one.",
            spot.start,
            len(found.string),
            found.string[spot.start :].rstrip("\\") + '"',
        )
    if group == "bare":
        return _name_bare(trim_end(found["bare"]), spot.start)
    # A mark that was typed straight may be closed by one that a word processor bent.
    straight = group == "quoted"
    value = _ESCAPED.sub(r"\1", found[group]) if straight else found[group]
    # The French leave room beside theirs.
    value = value.strip() if group in {"inward", "outward"} else value
    if found["field"] is not None:
        return Lexeme(LexemeKind.FIELD, spot, value, found["field"])
    return Lexeme(LexemeKind.PHRASE, spot, value)


def _name_bare(word: str, start: int) -> Lexeme:
    """Return the piece that a run without spaces, quotes and parentheses is."""
    spot = TextSpot(start, start + len(word))
    if word in _OPERATORS:
        return Lexeme(_OPERATORS[word], spot, word)
    if word[0] in _SIGNS:
        return Lexeme(_SIGNS[word[0]], spot, trim(word[1:]))
    if _LINK.match(word):
        return Lexeme(LexemeKind.FIELD, spot, word, "url")
    field = _FIELD.fullmatch(word)
    if field is None and (meant := find_meant(word)):
        return Lexeme(LexemeKind.SLIP, spot, word, meant)
    return (
        Lexeme(LexemeKind.FIELD, spot, trim(field[2]), field[1])
        if field
        else Lexeme(LexemeKind.WORD, spot, word)
    )
