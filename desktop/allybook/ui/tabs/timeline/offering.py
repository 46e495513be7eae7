"""What the filter bar completes: what is known by name, and all accounts and tags of the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.book.entry import Kind
from allybook.domain.filters.languages import LANGUAGES
from allybook.domain.filters.show import quote
from allybook.domain.reading.sources import Origin
from allybook.domain.spoken import speak
from allybook.services.desk import read_each
from allybook.ui.jobs import write_down
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.filter_bar import FilterBar

LEAST = 2
"""So many characters are typed before the cache is asked: it would answer with anything."""
MOST = 20
PEOPLE = ("from:", "to:")
LANG = "lang"


class Offering(QObject):
    """Looks up how the word that is being typed goes on; the typing never waits for that."""

    def __init__(self, desk: Desk, jobs: Jobs, bar: FilterBar) -> None:
        super().__init__(bar)
        self._desk, self._jobs, self._bar = desk, jobs, bar
        self._turn = 0
        bar.typed.connect(self._look_up)

    def refresh(self) -> None:
        """Offer anew what is known by name, once all books are read."""
        self._turn += 1
        desk, turn = self._desk, self._turn
        self._jobs.read(
            self,
            lambda _ticket: (turn, offer(desk)),
            done=self._take,
            failed=write_down,
        )

    def _take(self, answer: tuple[int, tuple[str, ...]]) -> None:
        turn, words = answer
        if turn == self._turn:
            self._bar.offer(words)

    def _look_up(self, word: str) -> None:
        names = languages_named(word)
        if names:
            self._bar.offer_more(word, (), names)
            return
        field = next((one for one in PEOPLE if word.startswith(one)), "")
        start = f"@{word[len(field) :].removeprefix('@')}" if field else word
        if len(start) < LEAST or start[0] not in "#@":
            return
        desk = self._desk
        self._jobs.read(
            self,
            lambda _ticket: (word, field, desk.cache.complete(start, MOST)),
            done=self._show,
            failed=write_down,
        )

    def _show(self, answer: tuple[str, str, Sequence[str]]) -> None:
        word, field, found = answer
        whole = [f"{field}{one.removeprefix('@')}" for one in found] if field else list(found)
        self._bar.offer_more(word, whole)


def offer(desk: Desk) -> tuple[str, ...]:
    """Return the conditions on what is known by name, to be completed; reads all books once."""
    return tuple(dict.fromkeys([*_of_books(desk), *_of_sources(desk)]))


def languages_named(word: str) -> dict[str, str]:
    """Return the codes of languages whose names begin as ``lang:ge`` does, by these names.

    Names are those in the person's language and in English; what begins a code needs no name.
    """
    field, colon, begun = word.partition(":")
    if field.lower() != LANG or not colon or not begun:
        return {}
    found: dict[str, str] = {}
    for code, pattern in LANGUAGES.items():
        for name in dict.fromkeys((in_words(speak(pattern)), str(pattern))):
            if name.lower().startswith(begun.lower()) and not code.startswith(begun.lower()):
                found[f"{field}:{name}"] = f"{field}:{code}"
    return found


def _of_books(desk: Desk) -> Iterator[str]:
    read = dict(read_each(desk, lambda book: book.allies()))
    allies = [ally for found in read.values() for ally in found]
    yield from (f"in:{quote(info.name)}" for info in read)
    yield from (f"tag:{quote(tag)}" for tag in sorted({t for ally in allies for t in ally.tags}))
    categories = sorted({ally.category for ally in allies if ally.category})
    yield from (f"category:{quote(one)}" for one in categories)
    handles = sorted({ally.handle for ally in allies if ally.kind is not Kind.HASHTAG})
    yield from (f"from:{handle}" for handle in handles)
    yield from (f"@{handle}" for handle in handles)
    yield from sorted({f"#{ally.handle}" for ally in allies if ally.kind is Kind.HASHTAG})


def _of_sources(desk: Desk) -> Iterator[str]:
    yield from (f"list:{quote(one.name)}" for one in desk.cache.lists() if one.name)
    for source in desk.cache.known_sources():
        if source.origin is Origin.CHAT:
            yield f"chat:{source.name}"
            yield f"#{source.name}"
        elif source.origin in {Origin.FILE, Origin.OWN}:
            yield f"source:{quote(source.name)}"
