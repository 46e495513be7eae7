"""What a quote says is what the act then costs, on the practice network, run after run."""

import io
import json
import os
import random
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.app.desks import open_desk
from allybook.cli.out import Out
from allybook.cli.run import run
from allybook.cli.words import read_words
from allybook.domain.errors import AllybookError

RUNS = int(os.environ.get("HISTORIES", "3"))
"""How many profiles, each with several acts; it was tried with many more."""
FROM, TO = "2026-03-30T{}:00Z", "2026-03-30T{}:30Z"


class Profile:
    """One profile of the practice network, and the commands of one person."""

    def __init__(self, folder):
        self._words = ["--profile", str(folder), "--practice", "--yes"]

    def say(self, *words):
        """Return the exit status of a command, and what it printed."""
        options, told = read_words([*self._words, *words])
        printed = io.StringIO()
        out = Out(printed, io.StringIO())
        with open_desk(options) as desk:
            try:
                status = run(replace(desk), told, options, out)
            except AllybookError as error:
                status = error.exit_status
            out.flush()
        return status, printed.getvalue()

    def spent(self, *, without=""):
        """Return what our ledger says was spent this month, but for one job."""
        _status, printed = self.say("ledger", "--json")
        lines = [line for line in json.loads(printed)["lines"] if line["job"] != without]
        return sum((Decimal(str(line["dollars"])) for line in lines), Decimal(0))


def draw(chance):
    """Return a job's words for ``quote``, and those that do it."""
    most = str(chance.choice([10, 25, 60, 100, 130, 300]))
    hour = chance.randint(10, 20)
    window = ("--from", FROM.format(hour), "--to", TO.format(hour + chance.randint(0, 3)))
    tag = chance.choice(["swhelper", "#SwHelper"])
    return chance.choice(
        [
            (("refresh", "--most", most), ("refresh", "--most", most)),
            (
                ("search", "#swhelper", "-is:repost", "--most", most),
                ("refresh", "search", "#swhelper", "-is:repost", "--most", most),
            ),
            (
                ("search", "housing", "OR", "beds", "--most", most),
                ("refresh", "search", "housing", "OR", "beds", "--most", most),
            ),
            (("gaps",), ("refresh", "gaps")),
            (
                ("chat", tag, *window, "--most", most),
                ("chat", tag, *window, "--most", most, "--no-nominate"),
            ),
            (("names", "#swhelper"), ("refresh", "names", "#swhelper")),
            (("check", "--of", "following"), ("check", "--of", "following")),
            (("check", "--of", "followers"), ("check", "--of", "followers")),
        ]
    )


@pytest.mark.parametrize("seed", range(RUNS))
def test_no_act_costs_more_than_its_quote(tmp_path, seed):
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    profile, above = Profile(tmp_path), []
    profile.say("budget", "1000")
    for _act in range(4):
        asked, does = draw(chance)
        _status, printed = profile.say("quote", *asked, "--json")
        quote = json.loads(printed)
        # The names of a chat come on top, and its quote says so.
        beside = "names" if asked[0] == "chat" else ""
        before = profile.spent(without=beside)
        profile.say(*does)
        cost = profile.spent(without=beside) - before
        if cost > Decimal(str(quote["dollars"])):
            above.append((asked, quote["dollars"], cost))
        if quote["exact"] and asked[0] not in {"chat", "names"}:
            assert cost == Decimal(str(quote["dollars"])), asked
    assert above == []


def test_a_time_of_which_x_has_nothing_is_no_empty_chat_and_costs_nothing(tmp_path):
    profile, past = Profile(tmp_path / "p"), ("--from", "2026-01-01", "--to", "2026-01-02")
    for words in (("chat", "swhelper"), ("quote", "chat", "swhelper")):
        assert profile.say(*words, *past, "--json") == (2, "")
    assert profile.spent() == 0
