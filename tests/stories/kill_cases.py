"""Cases of a program that is killed: drawn by a number, played to the end, judged by the truth."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fakes.clock import FixedClock
from tests.servers.faulty.server import stage_at
from tests.stories.fault_cases import is_plain
from tests.stories.killing import Stroke, draw_stroke, today, ward
from tests.stories.organiser import THERE, Organiser

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.stories.killing import Ward
    from tests.stories.organiser import Run

PUBLISH = ("list", "publish", "--yes", "--pace", "0", "--json")
REQUESTS = 11
"""How many an undisturbed first run makes."""
AGAIN = 8
"""How often somebody starts it again before giving up."""


@dataclass(frozen=True, slots=True)
class Case:
    """One story: a book is published and changed, published again, and killed all the while."""

    seed: int
    allies: tuple[str, ...]
    first: tuple[Stroke, ...]
    second: tuple[Stroke, ...]


def draw_case(seed: int) -> Case:
    """Return the case of a number, always the same."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    people = [one for one in stage_at(today()).people if one.character.kind != "noise"]
    allies = chance.sample([one.handle for one in people if is_plain(one)], 8)
    first = tuple(draw_stroke(chance, REQUESTS - 2 * n) for n in range(3))
    return Case(seed, tuple(allies), first, tuple(draw_stroke(chance, 5 - n) for n in range(2)))


def play(case: Case, folder: Path) -> tuple[int, list[str]]:
    """Play a case; return how many kills there were and what came out against the truth."""
    told: dict[str, str] = {}
    with ward(folder) as care:
        ana = Organiser(folder, care.x, care.address, FixedClock(care.since))
        people = [care.x.world.person_by_handle(handle) for handle in case.allies]
        ana.write_book((), [one for one in people[:6] if one])
        _publish(care, case.first, told)
        gone = sorted(care.x.truth.on_lists())[:2]
        ana.clock.advance(seconds=1)
        ana.change_book(leaves=gone, comes=[one for one in people[6:] if one])
        _publish(care, case.second, told)
        wrong = [*care.wrong, *_judge(care, ana, told), *care.judge_ledger()]
        return care.kills, wrong


def _publish(care: Ward, strokes: Sequence[Stroke], told: dict[str, str]) -> None:
    """Publish under each stroke, then until nothing is left to do."""
    for stroke in strokes:
        _hear(care.runs(*PUBLISH, stroke=stroke), told)
    for _ in range(AGAIN):
        run = care.runs(*PUBLISH)
        _hear(run, told)
        if not run.left:
            return
    care.wrong.append(f"never done: {run.status}, {run.said}")


def _hear(run: Run, told: dict[str, str]) -> None:
    told.update((row["user_id"], row["outcome"]) for row in run.rows if row["user_id"])


def _judge(care: Ward, ana: Organiser, told: dict[str, str]) -> list[str]:
    truth, wanted = care.x.truth, ana.wanted()
    members = truth.on_lists()
    wrong = [f"carried out twice: {act}" for act in truth.twice]
    if members != wanted:
        wrong.append(f"forgotten {sorted(wanted - members)}, left {sorted(members - wanted)}")
    wrong += [
        f"{who} was told {told.get(who)}, on the list: {who in members}"
        for who in wanted | set(told)
        if (told.get(who) in THERE) is not (who in members)
    ]
    believed = ana.believed()
    if believed != members:
        wrong.append(f"the program has {sorted(believed ^ members)} wrong about the list")
    return wrong
