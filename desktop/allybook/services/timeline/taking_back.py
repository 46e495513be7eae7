"""Take back what was just chosen of mutes, or of what is never hidden, whoever chose since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.mutes import MUTES, read_mutes
from allybook.services.timeline.noise import JUDGED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from allybook.ports.surroundings import Settings
    from allybook.services.desk import Desk

T = TypeVar("T")


class Turn(Struct, frozen=True):
    """What a choice changed in a setting that is a list: rows that came, and rows that went.

    Those that ``went`` are pairs of the place where each stood, and the row as JSON.
    """

    name: str
    came: tuple[str, ...]
    went: tuple[tuple[int, str], ...]


class _Watched:
    """The settings, with a memory for what was changed through them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.turn: Turn | None = None

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""
        return self._settings.read(name, default)

    def write(self, name: str, value: str) -> None:
        """Keep a choice."""
        self._settings.write(name, value)

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Keep what ``change`` makes of a choice, and note what it turned."""

        def noted(text: str) -> str:
            """Return the new value."""
            after = change(text)
            self.turn = _compare(name, _rows(text), _rows(after))
            return after

        self._settings.change(name, noted)

    def version(self) -> int:
        """Return the number of the settings."""
        return self._settings.version()

    def scrub(self) -> None:
        """Take off the disk what was overwritten."""
        self._settings.scrub()


def watch(desk: Desk, choose: Callable[[Desk], T]) -> tuple[T, Turn | None]:
    """Choose something, and return what came of it and how to turn it back: None for no change."""
    settings = _Watched(desk.settings)
    chosen = choose(replace(desk, settings=settings))
    return chosen, settings.turn


def turn_back(desk: Desk, turn: Turn) -> None:
    """Take a choice back in one transaction; what others chose meanwhile stays.

    ``BadInput`` where what it made was changed again since.
    """

    def renew(text: str) -> str:
        """Return the setting without what came, and with what went where it stood."""
        rows = _rows(text)
        for row in turn.came:
            if row not in rows:
                raise BadInput("This was changed again since, so it was not taken back.")
            rows.remove(row)
        for place, row in turn.went:
            if not any(_is_same(turn.name, row, other) for other in rows):
                rows.insert(place, row)
        return f"[{', '.join(rows)}]" if rows else ""

    desk.settings.change(turn.name, renew)
    desk.announcer.announce(JUDGED if turn.name == MUTES else Changed(settings=True))


def _compare(name: str, before: Sequence[str], after: Sequence[str]) -> Turn | None:
    came = tuple(row for row in after if row not in before)
    went = tuple((place, row) for place, row in enumerate(before) if row not in after)
    return Turn(name, came, went) if came or went else None


def _rows(text: str) -> list[str]:
    rows: Iterable[object] = json.loads(text or "[]")
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def _is_same(name: str, row: str, other: str) -> bool:
    """Return whether two rows choose the same: of a mute it does not matter for how long."""
    if name != MUTES:
        return row == other
    [one], [another] = read_mutes(f"[{row}]"), read_mutes(f"[{other}]")
    return one.same(another)
