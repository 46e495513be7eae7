"""How what a book says of an ally stands in the cells of a table, and is read back from there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.book.clock import moment
from allybook.domain.people.accounts import USER_ID
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.domain.book.ally import Note
    from allybook.domain.book.entry import Author, Stamp

MOST_EXACT = 15
"""Spreadsheets keep so many digits of a number; user ids are text, and mostly longer."""
FEWEST_ROUNDED = 2
FEWEST_ZEROS = 6
"""So many zeros where ids go on are no chance: one in a million."""
INDENT = "  "
"""Begins each further line of a note, so that no line of it is taken for another note."""
_SEPARATORS = re.compile(r"[,;\n]")
_NEEDS_QUOTES = re.compile(r'[,;"\n]')
_TAG = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,;\n]*))\s*(?:[,;\n]|\Z)')
_ROUNDED = re.compile(rf"[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+|\d{{{MOST_EXACT + 1},}}\.0+")
_WRAPPED = re.compile(r"=?\"?'?(\d+)(\.0+)?\"?")
_DATED = re.compile(r"\d{4}-\d\d-\d\d [^\n]*?: ")


def day(stamp: Stamp) -> str:
    """Return the day (UTC) of a stamp as ISO text."""
    return moment(stamp).date().isoformat()


def write_tags(tags: Iterable[str]) -> str:
    """Return tags with commas between them, each once; one that holds a comma is in quotes."""
    once: dict[str, str] = {}
    for tag in tags:
        once.setdefault(tag.casefold(), tag)
    return ", ".join(
        '"' + tag.replace('"', '""') + '"' if _NEEDS_QUOTES.search(tag) else tag
        for tag in once.values()
    )


def read_tags(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell: between commas, semicolons or lines, or words all with a #."""
    words = cell.split()
    if not _SEPARATORS.search(cell) and words and all(word.startswith("#") for word in words):
        return tuple(words)
    found = [
        (quoted.replace('""', '"') or bare).strip() for quoted, bare in _TAG.findall(cell.strip())
    ]
    return tuple(tag for tag in found if tag)


def write_notes(notes: Iterable[Note]) -> str:
    """Return notes one after the other, oldest first, each as ``remark`` writes it."""
    return "\n".join(map(remark, notes))


def remark(note: Note) -> str:
    """Return a note as ``2026-03-30 Ana: text``; one that quotes such lines stays as it is."""
    return dated(note.text, note.by, note.at)


def dated(text: str, by: Author, at: Stamp) -> str:
    """Return a text with its day and its author before it, unless it has such already."""
    words = tidy(text)
    if _DATED.match(words):
        return words
    return f"{day(at)} {' '.join(by.person.split())}: " + words.replace("\n", f"\n{INDENT}")


def undated(remark: str) -> str:
    """Return a remark without the day and the author before it."""
    head = _DATED.match(remark)
    return remark[head.end() :].replace(f"\n{INDENT}", "\n") if head else remark


def read_notes(cell: str) -> tuple[str, ...]:
    """Return the notes of a cell, each as it stands there; one that is not dated is one note."""
    text = tidy(cell)
    if not _DATED.match(text):
        return (text,) if text else ()
    notes: list[str] = []
    for line in text.split("\n"):
        if _DATED.match(line) or not notes:
            notes.append(line)
        else:
            notes[-1] += f"\n{line}"
    return tuple(notes)


def unwrap(cell: str) -> str:
    """Return an id without what a spreadsheet needs around it (``="11"``, ``'11``, ``11.0``).

    A long one with a point was a number in between, which has rounded it: it stays as it is.
    """
    wrapped = _WRAPPED.fullmatch(cell)
    if wrapped is None or (wrapped[2] and len(wrapped[1]) > MOST_EXACT):
        return cell
    return wrapped[1]


def read_id(cell: str, *, rounded: bool = False) -> tuple[str, str]:
    """Return the user id of a cell, or nothing and why it is none.

    ``rounded`` says that long ids of this column have lost their last digits (``are_rounded``).
    """
    number, lost = unwrap(cell), rounded and is_cut(cell)
    if not lost and USER_ID.fullmatch(number):
        return number, ""
    if not cell:
        return "", ""
    if lost or _ROUNDED.fullmatch(cell):
        return "", speak(
            "“{cell}” is a user id that a spreadsheet has rounded, so it says nobody", cell=cell
        )
    return "", speak("“{cell}” is no user id of X", cell=cell)


def are_rounded(ids: Iterable[str]) -> bool:
    """Return whether a spreadsheet has rounded the ids of a column, and wrote zeros for the rest.

    Then every id longer than a spreadsheet keeps a number has zeros there, and there are several.
    """
    number = zeros = 0
    for tail in filter(None, map(_tail, ids)):
        if tail.strip("0"):
            return False
        number, zeros = number + 1, zeros + len(tail)
    return number >= FEWEST_ROUNDED and zeros >= FEWEST_ZEROS


def is_cut(cell: str) -> bool:
    """Return whether a cell is an id with zeros from where a spreadsheet rounds it."""
    tail = _tail(cell)
    return bool(tail) and not tail.strip("0")


def _tail(cell: str) -> str:
    """Return the digits of an id beyond those that a spreadsheet keeps; mostly none."""
    wrapped = _WRAPPED.fullmatch(cell.strip())
    return wrapped[1][MOST_EXACT:] if wrapped and USER_ID.fullmatch(wrapped[1]) else ""


def tidy(text: str) -> str:
    """Return text with one kind of line end and no white space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
