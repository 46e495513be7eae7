"""Put together the practice network: a make-believe X in memory, with a journal in the profile."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict

from allybook.app.ground import Ground, resource_folder

if TYPE_CHECKING:
    from allybook.gateway.client import XNetwork
    from allybook.practice.bill import Bill
    from allybook.practice.scene.scenario import Scenario
    from allybook.services.money.metering import BudgetMeter


class PracticeTerms(TypedDict):
    """How slowly acts go out on the practice network (seconds, acts a day)."""

    pace: float
    daily: int
    rest: timedelta


PRACTICE_TERMS = PracticeTerms(pace=0.2, daily=1000, rest=timedelta(minutes=1))
"""The practice network is in no hurry to lock anybody out, and its day is always the same."""
PRACTICE_BUDGET = "10"
"""Make-believe dollars a month, enough for the whole of the main job twice."""


def lay_ground(real: Ground) -> Ground:
    """Return the ground of the practice network: a folder inside the profile, a day of its own."""
    from allybook.practice.clock import PracticeClock, read_anchor

    clock = PracticeClock(read_anchor(_text("scenario.toml")), time.monotonic)
    return Ground(real.folder / "practice", clock, real.prices)


def reach_practice(ground: Ground, bill: Bill, meter: BudgetMeter) -> XNetwork:
    """Build the make-believe X, which takes about as long as opening the window."""
    from allybook.domain.sign_in.credentials import Tokens
    from allybook.gateway.client import Terms, XNetwork
    from allybook.practice.adapter import PracticeAdapter
    from allybook.practice.journal import Journal
    from allybook.practice.world import World
    from allybook.services.sign_in.keys import HeldKeys

    scenario = read_scenario()
    world = World.build(scenario.setting.seed, scenario.setting.anchor, scenario)
    journal = Journal(ground.folder / "journal.jsonl")
    adapter = PracticeAdapter(world, ground.clock, bill, journal=journal)
    terms = Terms.of(ground.prices, owns_app=ground.owns_app, me=ground.me)
    # No handle can hold it, so that hiding it in X's words takes nothing out of them.
    keys = HeldKeys(Tokens("practice-network"))
    return XNetwork(keys, adapter=adapter, meter=meter, clock=ground.clock, terms=terms)


def read_scenario() -> Scenario:
    """Return what happens on the practice network."""
    from allybook.practice.scene.scenario import FILES, Scenario

    return Scenario.read({name: _text(name) for name in FILES})


def _text(name: str) -> str:
    return (resource_folder() / "practice" / name).read_text(encoding="utf-8")
