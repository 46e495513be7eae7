"""Cases of publishing against an X that goes wrong: drawn by a number, played, judged, shrunk."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.people.bios import says_no_lists
from tests.fakes.clock import FixedClock
from tests.servers.faulty.faults import FAULTS
from tests.servers.faulty.server import FaultyX, serve, stage_at
from tests.stories.organiser import NeverDone, Organiser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from allybook.practice.scene.people import Figure

ANCHOR = datetime(2026, 3, 31, 12, 53, tzinfo=UTC)
LATE = datetime(2026, 4, 10, 23, 57, tzinfo=UTC)
"""Three minutes before X's day turns, and with it what was paid for."""
REACH = 60
"""Faults meet the first so many requests."""
WAITS = (20, 40 * 60, 25 * 3600, 3 * 24 * 3600)
STRICT_PACE = 15
"""X locks whoever adds faster than one in so many seconds: the program never does."""
MONTH = 32 * 24 * 3600
QUICK = tuple(name for name, fault in FAULTS.items() if not fault.slow)
SLOW = tuple(name for name, fault in FAULTS.items() if fault.slow)


@dataclass(frozen=True, slots=True)
class Case:
    """One story. ``schedule`` names the fault that meets a request, by its number from 1.

    ``first`` are the accounts of the book by handle, ``later`` those that come and ``leave`` how
    many go before it is published again. ``waits`` are the seconds between two runs, in turn.
    """

    seed: int
    schedule: Mapping[int, str]
    first: tuple[str, ...]
    named: tuple[str, ...]
    later: tuple[str, ...]
    leave: int
    budget: str
    waits: tuple[float, ...]
    start: datetime

    def __str__(self) -> str:
        return (
            f"seed {self.seed}, schedule {dict(self.schedule)}, {len(self.first)} known and "
            f"{len(self.named)} named, then {len(self.later)} more and {self.leave} less, budget "
            f"{self.budget}, waits {self.waits}, from {self.start:%d %B %H:%M}"
        )


def draw_case(seed: int) -> Case:
    """Return the case of a number, always the same."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    people = [one for one in stage_at(ANCHOR).people if one.character.kind != "noise"]
    chosen = chance.sample([one.handle for one in people if is_plain(one)], 8)
    odd = [one.handle for one in people if not is_plain(one) and one.handle != "TollgateCommons"]
    first = chosen[: chance.randint(2, 5)] + chance.sample(odd, chance.randint(0, 2))
    tight = chance.random() < 0.3
    return Case(
        seed,
        _draw_schedule(chance),
        tuple(first),
        named=tuple(chosen[5 : 5 + chance.randint(0, 1)]),
        later=tuple(chosen[6 : 6 + chance.randint(0, 2)]),
        leave=chance.randint(0, 2),
        budget=chance.choice(("0.26", "0.34", "0.45")) if tight else "50",
        waits=(*chance.choices(WAITS, k=5), MONTH if tight else WAITS[-1]),
        start=chance.choice((ANCHOR, LATE)),
    )


def _draw_schedule(chance: random.Random) -> dict[int, str]:
    share = chance.choice((0.08, 0.25, 0.6))
    schedule = {}
    for number in range(1, REACH + 1):
        if chance.random() < share:
            slow = chance.random() < 0.03
            schedule[number] = chance.choice(SLOW if slow else QUICK)
    return schedule


def is_plain(one: Figure) -> bool:
    """Return whether X adds an account for anybody who asks."""
    character = one.character
    return (
        one.active
        and not character.private
        and not character.blocks_us
        and not says_no_lists(character.bio)
    )


def play(case: Case, folder: Path) -> list[str]:
    """Play a case in an empty folder; return in words what came out against the truth."""
    clock = FixedClock(case.start)
    x = FaultyX(clock, ANCHOR, case.schedule, pace=STRICT_PACE)
    with serve(x) as address:
        ana = Organiser(folder, x, address, clock, case.budget)
        try:
            wrong = _tell(case, ana)
        except NeverDone as never:
            wrong = [str(never)]
        x.schedule.clear()
        clock.advance(seconds=WAITS[-1])
        return [*dict.fromkeys((*ana.wrong, *wrong, *_judge_books(ana)))]


def _tell(case: Case, ana: Organiser) -> list[str]:
    """Publish a book, change it, and publish it again; return what is not so afterwards."""
    waits = [timedelta(seconds=seconds) for seconds in case.waits]
    ana.write_book(_people(ana.x, case.first), _people(ana.x, case.named))
    ana.publishes_until_done(waits)
    wrong = _judge(ana)
    leaves = sorted(ana.x.truth.on_lists())[: case.leave]
    ana.change_book(leaves=leaves, comes=_people(ana.x, case.later))
    ana.publishes_until_done(waits)
    return wrong + _judge(ana)


def _people(x: FaultyX, handles: Sequence[str]) -> list[Figure]:
    found = (x.world.person_by_handle(handle) for handle in handles)
    return [one for one in found if one]


def _judge(ana: Organiser) -> list[str]:
    """Return what the reports, taken together, say against the server's truth."""
    truth, wanted = ana.x.truth, ana.wanted()
    members = truth.on_lists()
    wrong = [f"carried out twice: {act}" for act in truth.twice]
    wrong += [
        f"{who} was told {outcome} in the end, which is not so"
        for who, outcome in ana.told.items()
        if not ana.is_so(who, outcome)
    ]
    for who in wanted:
        person = ana.x.world.person(who)
        if who not in ana.told:
            wrong.append(f"{who} was never told of")
        if person and is_plain(person) and who not in members and who not in truth.refused:
            wrong.append(f"{who} was forgotten: told {ana.told.get(who)}, and X never said no")
    return wrong + [f"{who} should have gone" for who in members - wanted - truth.refused]


def _judge_books(ana: Organiser) -> list[str]:
    """Return what the list as the program has it, and the ledger, say against the truth."""
    truth = ana.x.truth
    wrong = [
        f"billed {sum_:.3f} in month {month} with a budget of {ana.budget}"
        for month, sum_ in truth.billed.items()
        if sum_ > float(ana.budget)
    ]
    believed, members = ana.believed(), truth.on_lists()
    if believed != members:
        wrong.append(f"the program has {sorted(believed ^ members)} wrong about the list")
    now = ana.clock.now()
    spent, held, ever = ana.in_ledger()
    billed = truth.billed[(now.year, now.month)]
    if not spent <= billed <= spent + held:
        wrong.append(f"the ledger has {spent} and {held} in doubt, billed {billed} this month")
    if not 0 <= truth.dollars() - ever <= truth.unheard:
        wrong.append(f"the ledger has {ever}, billed {truth.dollars()}, unheard {truth.unheard}")
    return wrong


def shrink(case: Case, fails: Callable[[Case], bool]) -> Case:
    """Return a case that still fails, with no fault more than it needs for that."""
    for number in sorted(case.schedule, reverse=True):
        rest = {key: name for key, name in case.schedule.items() if key != number}
        fewer = replace(case, schedule=rest)
        case = fewer if fails(fewer) else case
    return case
