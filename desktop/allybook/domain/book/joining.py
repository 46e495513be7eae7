"""What a colleague's copy of a book brings: who is new, changed, in conflict, out; told beforehand.

Two copies are put together by the union of their entries; this folds what the union would touch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.ally import Flag
from allybook.domain.book.entry import Field, Stamp, Status
from allybook.domain.book.fold import aliases, fold, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry

NEVER = Stamp(0)
GONE = frozenset({Status.REMOVED, Status.DECLINED})


class Joined(Struct, frozen=True):
    """What entries that are new to a book make of its allies; each is as it is afterwards.

    ``new`` were not in it, ``changed`` were, ``out`` opt out by it, ``barred`` would come in or be
    approved by it and opted out elsewhere, ``erased`` (as they were before) are taken away by it:
    everyone is one of these. ``disputed`` are those of the first two
    with a conflict that the book does not have yet, ``back`` those whom one of the two copies had
    removed and who are allies or nominated by it. ``entries`` counts what would be kept, and
    ``met`` names the last of them under each key whose ally has entries in the book already.
    """

    new: tuple[Ally, ...] = ()
    changed: tuple[Ally, ...] = ()
    out: tuple[Ally, ...] = ()
    barred: tuple[Ally, ...] = ()
    erased: tuple[Ally, ...] = ()
    disputed: tuple[Ally, ...] = ()
    back: tuple[Ally, ...] = ()
    entries: int = 0
    met: tuple[str, ...] = ()


def keys_in(entries: Iterable[Entry]) -> frozenset[str]:
    """Return every record key that entries are written under, or link to another."""
    keys: set[str] = set()
    for entry in entries:
        keys.add(entry.ally)
        keys.update(entry.add.get(Field.ALIAS, ()))
        if alias := entry.set.get(Field.ALIAS):
            keys.add(alias)
    return frozenset(keys)


def bars_nobody(_ally: Ally) -> bool:
    """Say of nobody that they opted out elsewhere."""
    return False


def join(
    before: Mapping[str, Ally],
    known: Iterable[Entry],
    fresh: Sequence[Entry],
    bars: Callable[[Ally], bool] = bars_nobody,
) -> Joined:
    """Return what taking ``fresh`` entries in would do.

    ``before`` are the allies of the book by record key, ``known`` all its entries of the records
    that ``keys_in(fresh)`` touches. ``bars`` says who opted out elsewhere.
    """
    known = list(known)
    coming = frozenset(entry.entry_id for entry in fresh)
    were = resolve(_links(known), (one.ally for one in known))
    sides: dict[str, list[Ally]] = {}
    kept = 0
    met: list[str] = []
    for record in _records([*known, *fresh]):
        now = fold(record)
        # A link that was taken back ties nothing: the keys are those of before, not all named here.
        keys = {were[one.ally] for one in record if one.entry_id not in coming}
        held = [before[key] for key in sorted(keys) if key in before]
        for side, ally in _sides(held, now, bars):
            sides.setdefault(side, []).append(ally)
        came = {one.ally: one.entry_id for one in record if one.entry_id in coming}
        met += came.values() if keys else ()
        kept += sum(one.entry_id in coming for one in record if now is not None or one.erased)
    named = {side: tuple(sorted(those, key=_name)) for side, those in sides.items()}
    return Joined(**named, entries=kept, met=tuple(met))


def _records(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each record, as all of them together say which keys are one."""
    ends = resolve(_links(entries), (entry.ally for entry in entries))
    records: dict[str, list[Entry]] = {}
    for entry in entries:
        records.setdefault(ends[entry.ally], []).append(entry)
    yield from records.values()


def _links(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return what record keys go on under others."""
    return aliases(one for one in entries if Field.ALIAS in one.set or one.erased)


def _sides(
    held: Sequence[Ally], now: Ally | None, bars: Callable[[Ally], bool]
) -> Iterator[tuple[str, Ally]]:
    if now is None:
        yield from (("erased", ally) for ally in held)
        return
    if now.status is Status.OPTED_OUT:
        if all(ally.status is not Status.OPTED_OUT for ally in held):
            yield "out", now
        return
    if not held and now.status in GONE:
        return
    if _comes_in(held, now) and bars(now):
        yield "barred", now
        return
    if len(held) == 1 and _as_told(held[0]) == _as_told(now):
        return
    yield from ((side, now) for side in _changes(held, now))


def _changes(held: Sequence[Ally], now: Ally) -> Iterator[str]:
    """Yield how somebody who is in the book by it is told."""
    yield "changed" if held else "new"
    if now.conflicts and all(ally.conflicts != now.conflicts for ally in held):
        yield "disputed"
    if _comes_back(held, now):
        yield "back"


def _comes_back(held: Sequence[Ally], now: Ally) -> bool:
    """Return whether somebody who was removed, here or there, is in the book again by it."""
    was_out = bool(held) and all(ally.status is Status.REMOVED for ally in held)
    kept_by_one = Flag.BROUGHT_BACK in now.flags
    told = any(Flag.BROUGHT_BACK in ally.flags for ally in held)
    return now.status not in GONE and (was_out or (kept_by_one and not told))


def _comes_in(held: Sequence[Ally], now: Ally) -> bool:
    """Return whether somebody is new to the book, or the group counts on them only now."""
    approved = any(ally.status is Status.APPROVED for ally in held)
    return not held or (now.status is Status.APPROVED and not approved)


def _as_told(ally: Ally) -> Ally:
    """Return an ally as a reader sees it, whatever entries it was folded from."""
    return replace(ally, first_at=NEVER, last_at=NEVER, entries=0)


def _name(ally: Ally) -> tuple[str, str]:
    return ally.handle.casefold(), ally.key
