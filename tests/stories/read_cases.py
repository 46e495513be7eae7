"""Cases of reading from an X that goes wrong: what is not known is never told as a no."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from allybook.domain.errors import AllybookError
from allybook.domain.posts import time_of
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.refresh import refresh
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience
from tests.servers.faulty.server import NEW_WORDS, FaultyX, serve
from tests.stories.fault_cases import ANCHOR, QUICK, SLOW, WAITS, is_plain
from tests.stories.organiser import Organiser, Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.practice.scene.people import Figure

CHECK = ("check", "--of", "following", "--json")
CHECK_BOOK = ("check", "--json")
CHAT = ("chat", "swhelper", "--json")
REFRESH = ("refresh",)
COMMANDS = (CHECK, CHECK_BOOK, CHAT, REFRESH)
REACH = 40
AGAIN = 30
SEARCHED = timedelta(days=7)
EVERYTHING = 10_000
ASKED = 30
NAMES = {(True, True): "mutual", (True, False): "idol", (False, True): "fan"}


@dataclass(frozen=True, slots=True)
class Case:
    """One story: a command that is run under a schedule of faults, until it has all."""

    seed: int
    command: tuple[str, ...]
    schedule: Mapping[int, str]
    budget: str
    wait: float


def draw_case(seed: int) -> Case:
    """Return the case of a number, always the same."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    share = chance.choice((0.15, 0.5, 0.8))
    names = (*QUICK * 4, NEW_WORDS, NEW_WORDS, *SLOW)
    schedule = {n: chance.choice(names) for n in range(1, REACH) if chance.random() < share}
    wait = chance.choice(WAITS)
    return Case(seed, COMMANDS[seed % len(COMMANDS)], schedule, "200", wait)


def play(case: Case, folder: Path) -> list[str]:
    """Play a case in an empty folder; return in words what came out against the truth."""
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR, case.schedule)
    with serve(x) as address:
        ana = Organiser(folder, x, address, clock, case.budget)
        if case.command == CHECK_BOOK:
            ana.write_book(_some(x), ())
        wrong = []
        for number in range(AGAIN):
            run = ask(ana, case.command)
            wrong += judge(ana, case.command, run)
            if run.status == 0:
                return [*dict.fromkeys((*wrong, *_judge_end(ana, case, run)))]
            clock.advance(seconds=case.wait if number % 5 else WAITS[2])
        return [*wrong, f"never done: {run.status}, {run.said}"]


def ask(ana: Organiser, command: tuple[str, ...]) -> Run:
    """Run a command; to refresh, and to read what that left out, the services are asked."""
    if command != REFRESH:
        return ana.asks(*command)
    with ana.desk() as desk:
        try:
            reading = refresh(desk, Patience(), most=EVERYTHING)
            while left := gaps(desk):
                fill_gap(desk, left[0], Patience())
        except AllybookError as error:
            return Run(error.exit_status, (), str(error))
    return Run(0 if reading.complete else 1, (), "")


def judge(ana: Organiser, command: tuple[str, ...], run: Run) -> list[str]:
    """Return what one run told against the truth, or kept that is not there."""
    if command in (CHECK, CHECK_BOOK):
        return _judge_check(ana.x, run)
    kept, there = posts_kept(ana), posts_there(command)
    return [f"kept posts that are not there: {kept - there}"] if kept - there else []


def _judge_check(x: FaultyX, run: Run) -> list[str]:
    wrong = []
    for row in run.rows:
        person = x.world.person(row["user_id"])
        told = row["class"]
        if told != "unknown" and (person is None or told != stands(x, person)):
            wrong.append(f"{row['handle']} was told {told}")
        if not row["complete"] and run.status == 0:
            wrong.append(f"{row['handle']} is not complete, and the status is 0")
    return wrong


def _judge_end(ana: Organiser, case: Case, run: Run) -> list[str]:
    """Return what a run that says that it has all lacks, or what the ledger says otherwise."""
    wrong = []
    if case.command in (CHECK, CHECK_BOOK):
        people = [ana.x.world.person(row["user_id"]) for row in run.rows]
        unknown = [row["handle"] for row in run.rows if row["class"] == "unknown"]
        active = {one.handle for one in people if one and one.active}
        wrong += [f"{handle} stayed unknown" for handle in unknown if handle in active]
        wrong += [] if run.rows else ["nobody was told of"]
    else:
        # What X searches no more, seven days on, can be had by nobody.
        first = ana.clock.now() - SEARCHED
        missing = posts_there(case.command) - posts_kept(ana)
        lacks = [one for one in missing if (time_of(one) or first) > first]
        wrong += [f"done, and {len(lacks)} posts are missing"] if lacks else []
    truth = ana.x.truth
    _spent, _held, ever = ana.in_ledger()
    if not 0 <= truth.dollars() - ever <= truth.unheard:
        wrong.append(f"the ledger has {ever}, billed {truth.dollars()}, unheard {truth.unheard}")
    return wrong


def posts_kept(ana: Organiser) -> frozenset[str]:
    """Return the ids of the posts in the cache."""
    with ana.desk() as desk:
        sources = [source for source, _count in desk.cache.sources()]
        return frozenset(post.post_id for one in sources for post in desk.cache.posts(one))


@cache
def posts_there(command: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of all posts that an undisturbed run reads."""
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR)
    with TemporaryDirectory() as folder, serve(x) as address:
        ana = Organiser(Path(folder), x, address, clock, "200")
        done = ask(ana, command)
        assert done.status == 0, done.said
        return posts_kept(ana)


def stands(x: FaultyX, person: Figure) -> str:
    """Return how an account really stands to ours, in the words of a check."""
    me, follows = x.world.me, x.world.edges.follows
    return NAMES.get((follows(me, person), follows(person, me)), "stranger")


def _some(x: FaultyX) -> list[Figure]:
    return [one for one in x.world.people if is_plain(one) and one is not x.world.me][:ASKED]
