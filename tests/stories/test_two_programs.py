"""Two programs on one profile cannot pass the budget together, and a killed one leaves a doubt."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Event

import pytest

from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.programs import ending, next_line
from tests.servers.practice_server import practice_server
from tests.stories.command import allybook

EVER = (date.min, date.max)
"""A month may end between what a program pays and what is looked at here."""
PROGRAM = """
import sys
from decimal import Decimal
from pathlib import Path

from allybook.app.ground import SystemClock, find_ground
from allybook.cli.words import Options
from allybook.domain.errors import OverBudget
from allybook.domain.money.reservations import Part
from allybook.services.jobs.announce import Changes
from allybook.services.money.metering import BudgetMeter
from allybook.store.profile import Profile

folder, name, budget, kind = sys.argv[1:]
ground = find_ground(Options(profile=Path(folder)))
SEARCH, ADD = "GET /2/tweets/search/recent", "POST /2/lists/:id/members"
with Profile(ground.folder, ground.clock) as profile:
    paid = lambda: Decimal(budget)
    meter = BudgetMeter(profile.ledger(), ground.prices, ground.clock, paid, Changes())
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(1000):
        came = tuple(f"{number * 7 % 90 + extra}{name}" for extra in range(number % 5))
        endpoint = ADD if number % 3 == 0 else SEARCH
        try:
            with meter.named(name), meter.request(f"{name} {number}", [Part(endpoint, 10)]) as slip:
                if kind == "hangs":
                    print("asked", flush=True)
                    sys.stdin.readline()
                slip.bring([Part(endpoint, len(came), came)])
        except OverBudget:
            print("stopped", flush=True)
            break
"""


@contextmanager
def program(folder, name, budget, kind="answers"):
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), name, budget, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with ending(running):
        assert next_line(running) == "ready\n"
        yield running


def go(*programs):
    for one in programs:
        one.stdin.write("\n")
        one.stdin.flush()


@pytest.fixture
def ledger(tmp_path):
    with Profile(tmp_path, FixedClock(datetime.now(UTC))) as profile:
        yield profile.ledger()


def test_four_programs_at_once_stop_together_below_the_budget(tmp_path, ledger):
    budget = "1.003"
    with (
        program(tmp_path, "a", budget) as a,
        program(tmp_path, "b", budget) as b,
        program(tmp_path, "c", budget) as c,
        program(tmp_path, "d", budget) as d,
    ):
        go(a, b, c, d)
        assert {next_line(one) for one in (a, b, c, d)} == {"stopped\n"}
    spent, worst_next = ledger.spent(*EVER), Decimal("0.05")
    assert ledger.held(*EVER) == 0
    assert Decimal(budget) - worst_next <= spent <= Decimal(budget)
    assert {line.job for line in ledger.lines(*EVER)} == {"a", "b", "c", "d"}


def test_a_killed_program_leaves_its_worst_case_in_doubt(tmp_path, ledger):
    with program(tmp_path, "killed", "1", "hangs") as killed:
        go(killed)
        assert next_line(killed) == "asked\n"
        assert ledger.held(*EVER) == Decimal("0.01")
        killed.send_signal(signal.SIGKILL)
    assert [doubt.job for doubt in ledger.doubts(*EVER)] == ["killed"]
    told = allybook("ledger", "--json", profile=tmp_path).json
    assert (told["month"], told["in_doubt"]) == (0, 0.01)
    assert "in doubt" in allybook("ledger", profile=tmp_path).out


class Waiting:
    """Lets a search wait for its answer until somebody has looked."""

    def __init__(self, inner):
        self._inner = inner
        self.asked, self.looked = Event(), Event()

    def send(self, request):
        if "/search/" in request.url:
            self.asked.set()
            assert self.looked.wait(100)
        return self._inner.send(request)


@pytest.mark.timeout(240)
def test_what_one_program_is_reading_another_does_not_pay_for(tmp_path):
    token = "planted-token-51ee"  # noqa: S105 (not a secret: the practice network takes any)
    with practice_server() as server:
        waiting = server.adapter = Waiting(server.adapter)
        common = ("--api-base", server.address, "--token-stdin", "refresh", "search")
        words = ("--profile", str(tmp_path), *common, "#swhelper", "--most", "30")
        running = subprocess.Popen(
            [sys.executable, "-m", "allybook", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with ending(running) as first:
            first.stdin.write(token)
            first.stdin.close()
            try:
                assert waiting.asked.wait(100)
                second = allybook(*common, "#SwHelper", profile=tmp_path, stdin=token)
            finally:
                waiting.looked.set()
            assert first.stdout.read().startswith("30 posts read, 30 of them new")
        assert (second.status, second.out) == (1, "")
        assert "This is being read already, in another window or on the command" in second.err
        assert sum("/search/" in path for _method, path in server.asked) == 1
        ledger = allybook("ledger", "--json", profile=tmp_path).json
        paid = sum(Decimal(str(line["dollars"])) for line in ledger["lines"])
        assert paid == server.bill.dollars
