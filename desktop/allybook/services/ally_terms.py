"""What each condition of a filter asks of all allies at once: one answer for each line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from operator import contains
from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.line import AllyLine, fold_words
from allybook.domain.filters.tree import On
from allybook.domain.filters.words import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.filters.tree import Term


class Beside(NamedTuple):
    """What is known of an ally beside its book: the name, the handle of today, ``is:`` words."""

    name: str = ""
    handle: str = ""
    words: frozenset[str] = frozenset()


LAID_OUT = ("handles", "kinds", "statuses", "tags", "categories", "hashtags")


class Places:
    """Where in a table each name stands: few names, asked for by their beginning."""

    def __init__(self, named: Iterable[Iterable[str]], size: int) -> None:
        self._size = size
        self._places: dict[str, list[int]] = {}
        for place, names in enumerate(named):
            for name in names:
                self._places.setdefault(name, []).append(place)

    def beginning(self, value: str) -> bytearray:
        """Return a byte for each place: 1 where a name begins like a value, folded."""
        start = fold_name(value)
        kept = bytearray(self._size)
        for name, places in self._places.items():
            if fold_name(name).startswith(start):
                for place in places:
                    kept[place] = 1
        return kept


@dataclass
class Held:
    """Lines, the text that words are looked for in of each, and what is known beside, by key.

    What a condition looks at is laid out when it is asked for first, or by ``lay_out``.
    """

    lines: Sequence[AllyLine]
    texts: Sequence[str]
    beside: Mapping[str, Beside]

    def lay_out(self) -> None:
        """Lay everything out now, so that nobody waits for it while typing."""
        for name in LAID_OUT:
            getattr(self, name)

    @cached_property
    def handles(self) -> Sequence[str]:
        """Return the handles of the accounts, lower-cased; nothing for hashtags."""
        return ["" if one.kind is Kind.HASHTAG else one.handle.lower() for one in self.lines]

    @cached_property
    def kinds(self) -> Sequence[str]:
        """Return the kind of each."""
        return [line.kind for line in self.lines]

    @cached_property
    def statuses(self) -> Sequence[str]:
        """Return the status of each."""
        return [line.status for line in self.lines]

    @cached_property
    def tags(self) -> Places:
        """Return where each tag stands."""
        return Places((line.tags for line in self.lines), len(self.lines))

    @cached_property
    def categories(self) -> Places:
        """Return where each category stands."""
        return Places(((line.category,) for line in self.lines), len(self.lines))

    @cached_property
    def hashtags(self) -> Places:
        """Return where each hashtag is used, or is an ally itself."""
        used = (
            (*line.hashtags, line.handle) if line.kind is Kind.HASHTAG else line.hashtags
            for line in self.lines
        )
        return Places(used, len(self.lines))


def ask(held: Held, term: Term) -> Sequence[int]:
    """Return 1 for each line that a condition keeps, 0 for the others."""
    return _ASK[term.on](held, term.value)


def text_of(line: AllyLine, beside: Beside | None) -> str:
    """Return what words are looked for in, folded."""
    if beside is None:
        return line.words
    handle = "" if beside.handle.lower() == line.handle.lower() else beside.handle
    return "\n".join((line.words, fold_words(beside.name), fold_words(handle)))


def _with_words(held: Held, value: str) -> Sequence[int]:
    part = fold_words(value)
    return bytes(map(contains, held.texts, repeat(part)))


def _called(held: Held, value: str) -> Sequence[int]:
    start = value.lower()
    today = {key for key, one in held.beside.items() if one.handle.lower().startswith(start)}
    if not today:
        return [handle.startswith(start) for handle in held.handles]
    pairs = zip(held.handles, held.lines, strict=True)
    return [handle.startswith(start) or line.key in today for handle, line in pairs]


def _is(held: Held, value: str) -> Sequence[int]:
    if value in _KINDS:
        return [kind == value for kind in held.kinds]
    if value in _STATUSES:
        return [status == _STATUSES[value] for status in held.statuses]
    if value in _IS:
        return [_IS[value](line) for line in held.lines]
    said = {key for key, one in held.beside.items() if value in one.words}
    return [line.key in said for line in held.lines] if said else bytes(len(held.lines))


def _has(held: Held, value: str) -> Sequence[int]:
    part = _HAS[value]
    return [bool(part(line)) for line in held.lines]


_KINDS = frozenset(map(str, Kind))
_STATUSES = {**{str(status): str(status) for status in Status}, "ally": str(Status.APPROVED)}
_ASK: Mapping[On, Callable[[Held, str], Sequence[int]]] = {
    On.WORD: _with_words,
    On.PHRASE: _with_words,
    On.HASHTAG: lambda held, value: held.hashtags.beginning(value),
    On.MENTION: _called,
    On.FROM: _called,
    On.TAG: lambda held, value: held.tags.beginning(value),
    On.CATEGORY: lambda held, value: held.categories.beginning(value),
    On.IS: _is,
    On.HAS: _has,
}
_IS: Mapping[str, Callable[[AllyLine], bool]] = {
    "conflict": lambda line: bool(line.conflicts),
    "brought_back": lambda line: line.brought_back,
}
_HAS: Mapping[str, Callable[[AllyLine], object]] = {
    "notes": lambda line: line.notes,
    "tags": lambda line: line.tags,
    "category": lambda line: line.category,
    "hashtags": lambda line: line.hashtags,
    "reason": lambda line: line.reason,
    "namings": lambda line: line.namings,
    "id": lambda line: line.user_id,
}
