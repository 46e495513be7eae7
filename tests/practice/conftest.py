from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
import requests

from allybook.domain.money.pricing import PriceTable
from allybook.practice.adapter import PracticeAdapter
from allybook.practice.bill import Bill
from allybook.practice.room import Rules
from allybook.practice.scene.scenario import FILES, Scenario
from allybook.practice.scene.stage import Stage
from allybook.practice.world import World
from tests.fakes.clock import FixedClock

RESOURCES = Path(__file__).parents[2] / "resources"
HOST = "https://api.twitter.com"


def scenario_texts():
    return {name: (RESOURCES / "practice" / name).read_text("utf-8") for name in FILES}


class Line:
    """A requests session on a practice network, and what it is made of."""

    def __init__(self, world, clock, prices, *, rules=None, journal=None, sleep=None):
        self.world = world
        self.clock = clock
        self.bill = Bill(prices)
        more = {"sleep": sleep} if sleep else {}
        self.adapter = PracticeAdapter(
            world, clock, self.bill, journal=journal, rules=rules or Rules(), **more
        )
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer anything"
        self.session.mount("https://", self.adapter)

    @property
    def me(self):
        return self.world.me.user_id

    def id_of(self, handle):
        return self.world.person_by_handle(handle).user_id

    def get(self, path, **params):
        asked = {name.replace("__", "."): value for name, value in params.items()}
        return self.session.get(HOST + path, params=asked)

    def body(self, path, **params):
        answer = self.get(path, **params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def adapter_answer(self, path="/2/users/me"):
        """Ask the adapter itself, as a session of another thread would."""
        headers = {"Authorization": "Bearer other"}
        return self.adapter.send(requests.Request("GET", HOST + path, headers=headers).prepare())

    def post(self, path, body):
        return self.session.post(HOST + path, json=body)

    def delete(self, path):
        return self.session.delete(HOST + path)

    def pages(self, path, **params):
        """Yield the data of page after page."""
        token = None
        while True:
            more = {"pagination_token": token} if token else {}
            body = self.body(path, **params, **more)
            yield body.get("data", [])
            token = body["meta"].get("next_token")
            if token is None:
                return

    def all(self, path, **params):
        return [item for page in self.pages(path, **params) for item in page]


@pytest.fixture(scope="session")
def scenario():
    return Scenario.read(scenario_texts())


@pytest.fixture(scope="session")
def stage(scenario):
    return Stage.build(scenario.setting.seed, scenario.setting.anchor, scenario)


@pytest.fixture
def world(stage):
    return World(stage)


@pytest.fixture
def clock(stage):
    return FixedClock(stage.anchor)


@pytest.fixture(scope="session")
def prices():
    table = tomllib.loads((RESOURCES / "prices.toml").read_text("utf-8"))
    return PriceTable(
        dated=table["dated"],
        charges={name: Decimal(text) for name, text in table["charges"].items()},
        endpoints=table["endpoints"],
        owned=frozenset(table["owned"]),
        per_call=frozenset(table["per_call"]),
        bill_expansions=table["bill_expansions"],
    )


@pytest.fixture
def open_line(world, clock, prices):
    lines = []

    def make(**options):
        lines.append(Line(options.pop("world", world), clock, prices, **options))
        return lines[-1]

    yield make
    for line in lines:
        line.session.close()


@pytest.fixture
def line(open_line):
    return open_line()
