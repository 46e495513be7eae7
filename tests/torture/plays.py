"""One case of each part of the torture, played in whatever process there is room."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.stories import fault_cases, kill_cases, kill_reading, read_cases

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY = Path("/dev/shm")  # noqa: S108 (only what may be lost; a disk would be slower)


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one case: how much it counts for, and what was not as it should be."""

    number: int
    weight: int
    wrong: tuple[str, ...] = ()
    case: str = ""


def play_faults(number: int) -> Played:
    """Play one fault schedule; where it fails, find the faults that it needs for that."""

    def failures(case: fault_cases.Case) -> tuple[str, ...]:
        with TemporaryDirectory(dir=_fast()) as folder:
            return tuple(fault_cases.play(case, Path(folder)))

    case = fault_cases.draw_case(number)
    wrong = failures(case)
    if wrong:
        case = fault_cases.shrink(case, lambda fewer: bool(failures(fewer)))
    return Played(number, 1, wrong, str(case))


def play_reads(number: int) -> Played:
    """Play one fault schedule over reading."""
    case = read_cases.draw_case(number)
    with TemporaryDirectory(dir=_fast()) as folder:
        wrong = read_cases.play(case, Path(folder))
    return Played(number, 1, tuple(wrong), str(case))


def play_kills(number: int) -> Played:
    """Play one story of kills: of each six, four publish, one reads and one imports."""
    with TemporaryDirectory(dir=_fast()) as folder:
        if number % 6 == 5:
            kills, wrong = kill_reading.play_import(number, Path(folder))
            return Played(number, kills, tuple(wrong), "import")
        stories = kill_reading if number % 6 == 4 else kill_cases
        case = stories.draw_case(number)
        kills, wrong = stories.play(case, Path(folder))
    return Played(number, kills, tuple(wrong), str(case))


PLAYS: dict[str, Callable[[int], Played]] = {
    "faults": play_faults,
    "reads": play_reads,
    "kills": play_kills,
}


def _fast() -> Path | None:
    return MEMORY if MEMORY.is_dir() else None
