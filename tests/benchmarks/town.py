"""A practice network large enough for a week's routine: a list of 200, and 300 allies to check.

The scenario of the practice network stays as it is; neighbours who post like everybody else come
to live beside it, and everything is built and answered by the practice network's own classes.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.app.practice import read_scenario
from allybook.domain.reading.hours import Hours
from allybook.practice.scene.scenario import Character, ListSeed
from allybook.practice.scene.stage import Stage

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.practice.scene.scenario import Scenario

NEIGHBOURS = 480
MEMBERS = 200
"""On the list at the end of the week; ``COMING`` of them are added in its course."""
COMING = 20
ALLIES = 300
TIES = ("mutual", "mutual", "fan", "idol", "stranger")
TOPICS = ("housing", "legal", "food", "care", "youth", "community")
LIST = "People of the valley"
DAYS = 24
BESIDE = timedelta(hours=1)


@cache
def stage() -> Stage:
    """Return the town as it is at the end of the week."""
    scenario = enlarged(read_scenario())
    setting = scenario.setting
    return Stage.build(setting.seed, setting.anchor, scenario)


def anchor() -> datetime:
    """Return when the week ends (UTC)."""
    return stage().anchor


def evening() -> Hours:
    """Return when the chat is: an hour, and what comes shortly before and after."""
    chat = read_scenario().chat
    begins = anchor() - timedelta(minutes=chat.minutes_before)
    ends = begins + timedelta(minutes=chat.length)
    return Hours(start=begins - BESIDE, end=ends + BESIDE)


def enlarged(scenario: Scenario) -> Scenario:
    """Return a scenario with neighbours, and with a list of ours that most of the town is on."""
    setting = scenario.setting
    neighbours = tuple(map(neighbour, range(NEIGHBOURS)))
    on_it = tuple(one.handle for one in neighbours[: MEMBERS - COMING])
    mine = ListSeed(LIST, "", setting.me, private=True, days_old=60, members=on_it)
    lists = (*setting.lists, mine)
    people = setting.people + neighbours
    return replace(scenario, setting=replace(setting, people=people, lists=lists, days=DAYS))


def neighbour(number: int) -> Character:
    """Return one neighbour: every third is an organisation, every fifth a stranger to us."""
    organised = number % 3 == 0
    return Character(
        handle=handle(number),
        name=f"Valley {'House' if organised else 'Neighbour'} {number}",
        kind="organisation" if organised else "person",
        bio="We keep a door open." if organised else "She/her. Kettle on.",
        topics=(TOPICS[number % len(TOPICS)],),
        tie=TIES[number % len(TIES)],  # type: ignore[arg-type]
    )


def handle(number: int) -> str:
    """Return the handle of a neighbour."""
    return f"valley_{number:03}"
