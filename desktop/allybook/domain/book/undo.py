"""Take back one entry, one's own or another person's, today or a year later.

An undo is an entry like any other, so it can be undone itself, which is a redo. It touches only
what still stands of the entry: what someone has changed since stays as they left it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.book.conflicts import NOTE, arrange, replaced, standing
from allybook.domain.book.entry import Field, Status
from allybook.domain.book.pen import Draft, adders, sign
from allybook.domain.book.status import opted_out
from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from allybook.domain.book.entry import Elements, Entry
    from allybook.domain.book.pen import Pen

IDENTITY = frozenset({Field.HANDLE, Field.USER_ID, Field.KIND})
"""Fields that keep the first value they were given: an ally without a name is nobody."""


def undo(entry: Entry, entries: Iterable[Entry], pen: Pen) -> Entry:
    """Return the entry that restores what stood before ``entry``; ``entries`` are all of the ally.

    Raises ``BadInput`` for an opting out, an erasure, an ally that has opted out or was erased
    since, and an entry of which nothing stands any more.
    """
    record = arrange(entries)
    problem = refusal(entry, record)
    if problem:
        raise BadInput(problem)
    signed = sign(_reverse(entry, record), entry.ally, record, pen)
    return replace(signed, undoes=entry.entry_id, seen=_narrow(signed, entry, record))


def foresee(entry: Entry, entries: Iterable[Entry]) -> Draft:
    """Return what undoing ``entry`` would change; an empty draft where it cannot be undone."""
    record = arrange(entries)
    return Draft() if refusal(entry, record) else _reverse(entry, record)


def refusal(entry: Entry, record: Sequence[Entry]) -> str:
    """Say in one sentence why ``entry`` cannot be undone, or nothing if it can."""
    if any(one.erased for one in record):
        return speak("An erasure cannot be undone, because nothing of what it erased is kept.")
    if opted_out(record):
        return speak("Opting out is for ever, so nothing about this ally can be brought back.")
    if entry not in record:
        return speak("This change is not in the book, so there is nothing to undo.")
    if _reverse(entry, record) == Draft():
        return speak("This was changed again since, so nothing of it is left to undo.")
    return ""


def decided_beside(entries: Iterable[Entry], own: Set[str]) -> bool:
    """Return whether others than these entries gave an ally a status that nobody took back."""
    record = arrange(entries)
    undone = _undone(Field.STATUS, record)
    return any(
        Field.STATUS in one.set and not one.undoes and one.entry_id not in (own | undone)
        for one in record
    )


def _reverse(entry: Entry, record: Sequence[Entry]) -> Draft:
    return Draft(
        set=_old_values(entry, record),
        add=_dropped(entry, record),
        drop=_added(entry, record),
        note=_taken_back(entry, record),
        unsay=_own_note(entry, record),
    )


def _old_values(entry: Entry, record: Sequence[Entry]) -> dict[str, str]:
    versions = standing(record)
    values = {}
    for name in entry.set:
        ids = [version.entry_id for version in versions.get(name, ())]
        own = _carried(entry, name, record)
        if own.isdisjoint(ids):
            continue
        others = [one for one in ids if one not in own]
        others += _fellows(entry, name, own.intersection(ids), record)
        old = _first_value(name, (*others, *entry.seen.get(name, ())), record)
        if old is not None or name not in IDENTITY:
            values[name] = _before_the_first(name) if old is None else old
    return values


def _fellows(
    entry: Entry, name: str, standing_for: Set[str], record: Sequence[Entry]
) -> Iterator[str]:
    """Yield the ids of those who wrote the same apart, and for whom the same undo stands.

    Where two nominate an ally without knowing of each other, the undo of one says what the other
    said; the second undo takes it back, and not that of a third.
    """
    if entry.undoes or standing_for <= {entry.entry_id}:
        return
    gone = {entry.entry_id, *_undone(name, record)}
    for one in record:
        same = one.set.get(name) == entry.set[name]
        if not same or one.undoes or one.entry_id in gone:
            continue
        if not standing_for.isdisjoint(_carried(one, name, record)):
            yield one.entry_id


def _undone(name: str, record: Sequence[Entry]) -> Set[str]:
    """Return the ids of the entries whose value was taken back, and not given again."""
    gone: set[str] = set()
    for one in reversed(record):
        if one.undoes and name in one.set and one.entry_id not in gone:
            gone.add(one.undoes)
    return gone


def _first_value(name: str, ids: Iterable[str], record: Sequence[Entry]) -> str | None:
    by_id = {one.entry_id: one for one in record}
    known = (by_id[one].set.get(name) for one in ids if one in by_id)
    return next((value for value in known if value is not None), None)


def _before_the_first(name: str) -> str:
    """Return what a field goes back to where nobody had written it before."""
    return Status.REMOVED if name == Field.STATUS else ""


def _added(entry: Entry, record: Sequence[Entry]) -> Elements:
    """Return the words whose adding by ``entry`` still stands."""
    stand = {
        bag: tuple(word for word in words if _own_adders(entry, bag, word, record))
        for bag, words in entry.add.items()
    }
    return {bag: words for bag, words in stand.items() if words}


def _own_adders(entry: Entry, bag: str, word: str, record: Sequence[Entry]) -> tuple[str, ...]:
    """Return the ids under which the adding of a word by ``entry`` still stands."""
    own = _carried(entry, f"{bag}:{word}", record)
    return tuple(one for one in adders(record, bag, word) if one in own)


def _dropped(entry: Entry, record: Sequence[Entry]) -> Elements:
    """Return the words that ``entry`` dropped and that nobody has added since."""
    absent = {
        bag: tuple(word for word in words if not adders(record, bag, word))
        for bag, words in entry.drop.items()
    }
    return {bag: words for bag, words in absent.items() if words}


def _own_note(entry: Entry, record: Sequence[Entry]) -> tuple[str, ...]:
    """Return the ids under which the note of ``entry`` still stands."""
    if not entry.note:
        return ()
    return tuple(sorted(_carried(entry, NOTE, record) - replaced(record).get(NOTE, set())))


def _taken_back(entry: Entry, record: Sequence[Entry]) -> str:
    """Return the text of a note that ``entry`` took back and that nobody has restored since."""
    ids = entry.seen.get(NOTE, ())
    restored = any(one.undoes == entry.entry_id and _own_note(one, record) for one in record)
    texts = (one.note for one in record if one.entry_id in ids)
    return "" if restored else next(texts, "")


def _carried(entry: Entry, word: str, record: Sequence[Entry]) -> set[str]:
    """Return the ids under which a value, word or note of ``entry`` goes on.

    Its own, and those of undos that gave it back after something else had taken its place (the
    changes of an act are undone one after the other, the newest first), or that said it in place
    of another who had written the same apart.
    """
    own = {entry.entry_id}
    undone = {one.undoes for one in record if one.undoes}
    if undone:
        by_id = {one.entry_id: one for one in record if one.entry_id in undone}
        # Its undo takes it back, and the undo of that gives it again.
        back = {entry.entry_id: False}
        for one in record:
            if one.undoes in back:
                back[one.entry_id] = not back[one.undoes]
            other = by_id.get(one.undoes or "")
            if other and not back.get(one.entry_id) and _repeats(one, entry, word):
                apart = () if entry.undoes else one.seen.get(word, ())
                if not own.isdisjoint((*other.seen.get(word, ()), *apart)):
                    own.add(one.entry_id)
    return own


def _repeats(one: Entry, entry: Entry, word: str) -> bool:
    """Return whether an undo says again what ``entry`` said under a word of ``seen``."""
    if word == NOTE:
        return one.note == entry.note
    bag, _, element = word.partition(":")
    return element in one.add.get(bag, ()) if element else one.set.get(bag) == entry.set.get(bag)


def _narrow(signed: Entry, undone: Entry, record: Sequence[Entry]) -> Elements:
    """Return what an undo replaces: the undone value first, and no one else's adding of a word."""
    own = undone.entry_id
    seen = dict(signed.seen)
    for name in signed.set:
        seen[name] = tuple(dict.fromkeys((own, *seen.get(name, ()))))
    for bag, words in signed.drop.items():
        seen |= {f"{bag}:{word}": _own_adders(undone, bag, word, record) for word in words}
    return seen
