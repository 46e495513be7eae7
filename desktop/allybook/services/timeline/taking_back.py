"""Take back what was just chosen of mutes, of what is never hidden, or of how noise is judged.

Whatever others chose since stays.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.mutes import MUTES, read_mutes
from allybook.domain.noise.kinds import KINDS
from allybook.domain.noise.weights import WEIGHTS, read_weights, write_weights
from allybook.services.jobs.settings_via import SettingsVia
from allybook.services.timeline.noise import JUDGED
from allybook.services.timeline.spare import SETTING as SPARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.spoken import Pattern
    from allybook.services.desk import Desk

    Parts = Mapping[str, int | str]

T = TypeVar("T")
LISTS = frozenset({MUTES, SPARED})
"""The settings that are lists: others may have chosen rows of them meanwhile."""
CHANGED_SINCE: Pattern = "This was changed again since, so it was not taken back."


class Turn(Struct, frozen=True):
    """What a choice changed in a setting that is a list: rows that came, and rows that went.

    Those that ``went`` are pairs of the place where each stood, and the row as JSON.
    """

    name: str
    came: tuple[str, ...]
    went: tuple[tuple[int, str], ...]


def watch(desk: Desk, choose: Callable[[Desk], T]) -> tuple[T, Turn | None]:
    """Choose something, and return what came of it and how to turn it back: None for no change."""
    turn = None

    def note(name: str, before: str, after: str) -> None:
        """Note what was turned."""
        nonlocal turn
        turn = _compare(name, _rows(before), _rows(after))

    chosen = choose(replace(desk, settings=SettingsVia(desk.settings, kept=note)))
    return chosen, turn


class Swap(Struct, frozen=True):
    """What a choice changed in a setting that is no list: what was, and what became of that.

    Of the weights it has each reason that weighs otherwise; of anything else the whole, as ``""``.
    """

    name: str
    before: Parts
    after: Parts


class Choices:
    """Remembers what is chosen through its ``desk``, to take all of it back in one step."""

    def __init__(self, desk: Desk) -> None:
        self.desk = replace(desk, settings=SettingsVia(desk.settings, kept=self._note))
        self._turns: dict[str, Turn] = {}
        self._swaps: dict[str, Swap] = {}

    def turns(self) -> tuple[Swap | Turn, ...]:
        """Return what is otherwise than before, so far."""
        swaps = (one for one in self._swaps.values() if one.before)
        turns = (one for one in self._turns.values() if one.came or one.went)
        return (*swaps, *turns)

    def _note(self, name: str, before: str, after: str) -> None:
        """Remember what was kept."""
        if name in LISTS:
            turn = _compare(name, _rows(before), _rows(after))
            if turn is not None:
                self._turns[name] = _join(self._turns.get(name, Turn(name, (), ())), turn)
        else:
            swap = _differ(name, _parts(name, before), _parts(name, after))
            self._swaps[name] = _join_swaps(self._swaps.get(name, Swap(name, {}, {})), swap)


def _parts(name: str, text: str) -> Parts:
    """Return what of a setting is turned back by itself."""
    if name == WEIGHTS:
        return {kind.key: points for kind, points in read_weights(text).items()}
    return {"": text}


def _whole(name: str, parts: Parts) -> str:
    """Return the setting that has these parts."""
    if name == WEIGHTS:
        return write_weights({KINDS[key]: int(points) for key, points in parts.items()})
    return str(parts[""])


def _differ(name: str, before: Parts, after: Parts) -> Swap:
    keys = [key for key in after if after[key] != before[key]]
    return Swap(name, {key: before[key] for key in keys}, {key: after[key] for key in keys})


def _join_swaps(first: Swap, then: Swap) -> Swap:
    """Return what two changes of one setting changed together.

    What others chose in between is what comes back.
    """
    between = {**first.after, **then.before}
    own = {key: was for key, was in first.before.items() if between[key] == first.after[key]}
    return _differ(first.name, {**then.before, **own}, {**first.after, **then.after})


def _join(first: Turn, then: Turn) -> Turn:
    """Return what two changes of one list, one after the other, changed together."""
    gone, known = {row for _place, row in then.went}, {row for _place, row in first.went}
    came = dict.fromkeys((*(row for row in first.came if row not in gone), *then.came))
    # What went last comes back first: each place is the one of just before.
    went = dict.fromkeys(
        (*(one for one in then.went if one[1] not in {*first.came, *known}), *first.went)
    )
    return Turn(
        first.name,
        tuple(row for row in came if row not in known),
        tuple(one for one in went if one[1] not in then.came),
    )


def turn_all_back(desk: Desk, turns: Sequence[Swap | Turn]) -> None:
    """Take several choices back in one transaction; what others chose meanwhile stays.

    ``BadInput`` where one of them was changed again since: then none is taken back.
    """
    desk.settings.change_all({turn.name: partial(_back, turn) for turn in turns})
    desk.announcer.announce(JUDGED)


def turn_back(desk: Desk, turn: Turn) -> None:
    """Take a choice back in one transaction; what others chose meanwhile stays.

    ``BadInput`` where what it made was changed again since.
    """
    desk.settings.change(turn.name, partial(_back, turn))
    desk.announcer.announce(JUDGED if turn.name == MUTES else Changed(settings=True))


def _back(turn: Swap | Turn, text: str) -> str:
    return _swap_back(turn, text) if isinstance(turn, Swap) else _rows_back(turn, text)


def _swap_back(swap: Swap, text: str) -> str:
    """Return the setting with what was."""
    now = _parts(swap.name, text)
    if any(now[key] != value for key, value in swap.after.items()):
        raise BadInput(CHANGED_SINCE)
    return _whole(swap.name, {**now, **swap.before})


def _rows_back(turn: Turn, text: str) -> str:
    """Return the setting without what came, and with what went where it stood."""
    rows = _rows(text)
    for row in turn.came:
        if row not in rows:
            raise BadInput(CHANGED_SINCE)
        rows.remove(row)
    for place, row in turn.went:
        if not any(_is_same(turn.name, row, other) for other in rows):
            rows.insert(place, row)
    return f"[{', '.join(rows)}]" if rows else ""


def _compare(name: str, before: Sequence[str], after: Sequence[str]) -> Turn | None:
    first, then = set(before), set(after)
    came = tuple(row for row in after if row not in first)
    went = tuple((place, row) for place, row in enumerate(before) if row not in then)
    return Turn(name, came, went) if came or went else None


def _rows(text: str) -> list[str]:
    rows: Iterable[object] = json.loads(text or "[]")
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def _is_same(name: str, row: str, other: str) -> bool:
    """Return whether two rows choose the same: of a mute it does not matter for how long."""
    mutes = read_mutes(f"[{row},{other}]") if name == MUTES else ()
    # A row of another Allybook may be none that can be read.
    return mutes[0].same(mutes[1]) if len(mutes) == len((row, other)) else row == other
