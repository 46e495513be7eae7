"""Say quietly where words about a person call for care; nothing is ever held back by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind
from allybook.domain.care.find import find
from allybook.domain.changes import Changed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from allybook.domain.book.rows import Brought
    from allybook.domain.care.find import Caution
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

FINE = "care.fine"
"""The setting that holds the words that the person said are fine, as JSON."""


class Careful(Struct, frozen=True):
    """A person (``@ana``, or a user id where there is no handle) and what words about them name."""

    name: str
    found: tuple[Caution, ...]


def cautions(desk: Desk, kind: Kind, texts: Iterable[str]) -> tuple[Caution, ...]:
    """Return what these texts name of a person, each word once; of others nothing is said."""
    if kind is not Kind.PERSON:
        return ()
    fine = fine_words(desk)
    found: dict[str, Caution] = {}
    for text in texts:
        for one in find(text, desk.care()):
            found.setdefault(one.word, one)
    return tuple(one for word, one in found.items() if word not in fine)


def of_rows(desk: Desk, rows: Iterable[Brought], ticket: Ticket) -> tuple[Careful, ...]:
    """Return the persons of a table about whom its words call for care, in its order.

    Every text is looked at once, however many rows have it. A stop leaves what was found so far.
    """
    fine = fine_words(desk)
    known: dict[str, tuple[Caution, ...]] = {}
    careful: list[Careful] = []
    for row in rows:
        if ticket.cancelled():
            break
        if row.kind is not Kind.PERSON:
            continue
        found: dict[str, Caution] = {}
        for text in (*row.tags, row.category, row.reason, *row.notes):
            if text not in known:
                known[text] = find(text, desk.care())
            found |= {one.word: one for one in known[text] if one.word not in fine}
        if found:
            name = f"@{row.handle}" if row.handle else row.key
            careful.append(Careful(name, tuple(found.values())))
    return tuple(careful)


def let_be(desk: Desk, *words: str) -> None:
    """Say nothing about these words any more, in this profile."""
    desk.settings.change(FINE, lambda text: _write(_read(text).union(words)))


def speak_again(desk: Desk, word: str) -> None:
    """Speak of a word again that the person had said is fine."""
    desk.settings.change(FINE, lambda text: _write(_read(text) - {word}))
    desk.announcer.announce(Changed(settings=True))


def fine_words(desk: Desk) -> frozenset[str]:
    """Return the words about which nothing is said any more."""
    return _read(desk.settings.read(FINE))


def forget_words(desk: Desk, words: Collection[str]) -> None:
    """Take words (folded) out of those that are fine: they name somebody."""
    desk.settings.change(
        FINE,
        lambda text: (
            _write(one for one in _read(text) if one.lower() not in words) if text else text
        ),
    )


def _read(text: str) -> frozenset[str]:
    return frozenset(json.loads(text or "[]"))


def _write(words: Iterable[str]) -> str:
    return json.dumps(sorted(words), ensure_ascii=False)
