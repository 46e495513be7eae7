"""The entries of one record, put in order once, with what was worked out of them.

Writing a change looks at a record many times: what stands, what was replaced, the ally that it
gives. Each is worked out once and kept with the entries, which are never altered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, cast

from allybook.domain.book.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
WorkOut = Callable[[Sequence[Entry]], T]


class Record(tuple[Entry, ...]):
    """Entries, each once, oldest first; ``arrange`` makes one."""

    known: dict[str, object]


def arrange(entries: Iterable[Entry]) -> Record:
    """Return each entry once, oldest first, the same for every order and repetition."""
    if isinstance(entries, Record):
        return entries
    once: dict[str, Entry] = {}
    for entry in entries:
        known = once.setdefault(entry.entry_id, entry)
        if known is not entry and known != entry:
            # Two texts under one id never come from Allybook; any fixed choice keeps laptops equal.
            once[entry.entry_id] = min(known, entry, key=repr)
    record = Record(sorted(once.values(), key=_moment) if len(once) > 1 else once.values())
    record.known = {}
    return record


def kept(name: str) -> Callable[[WorkOut[T]], WorkOut[T]]:
    """Let what follows from a record be worked out once, and kept with it under a name.

    From other entries it is worked out each time.
    """

    def once(work_out: WorkOut[T]) -> WorkOut[T]:
        """Return the same function, which asks the record first."""

        @wraps(work_out)
        def of(entries: Sequence[Entry]) -> T:
            """Return what was worked out before, or work it out and keep it."""
            if not isinstance(entries, Record):
                return work_out(entries)
            if name not in entries.known:
                entries.known[name] = work_out(entries)
            return cast("T", entries.known[name])

        return of

    return once


def _moment(entry: Entry) -> tuple[int, int, str]:
    return (entry.at.milliseconds, entry.at.counter, entry.entry_id)
