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

RUNS = int(os.environ.get("HISTORIES", "1"))
"""How many profiles for each job; it was tried with many more."""
DONE = {0, 1}
"""All of it, or a part of it: what is cut off by the words was paid for all the same."""
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


def most(chance):
    """Draw how many posts are read at most."""
    return "--most", str(chance.choice([10, 25, 60, 100, 130, 300]))


def chat(chance):
    """Draw a chat, with a time of it."""
    hour = chance.randint(10, 20)
    window = ("--from", FROM.format(hour), "--to", TO.format(hour + chance.randint(0, 3)))
    return chance.choice(["swhelper", "#SwHelper"]), *window, *most(chance)


READ = {
    "home": most,
    "search": lambda chance: ("#swhelper", "-is:repost", *most(chance)),
    "gaps": lambda _chance: (),
    "names": lambda _chance: ("#swhelper",),
    "list-posts": lambda chance: ("My allies", *most(chance)),
    "book": lambda chance: ("My allies", "-is:repost", *most(chance)),
}
"""What ``refresh`` reads, with the words that follow."""
BOOK = ("@SaltmarshRest", "@PennywellFood", "@AshgroveTenants")


def draw(job, chance):
    """Return a job's words for ``quote``, and those that do it."""
    if job == "chat":
        words = chat(chance)
        return ("chat", *words), ("chat", *words, "--no-nominate")
    if job == "check":
        whom = "--of", chance.choice(["following", "followers"])
        return ("check", *whom), ("check", *whom)
    words = READ[job](chance)
    return (job, *words), ("refresh", job, *words)


@pytest.mark.parametrize("seed", range(RUNS))
@pytest.mark.parametrize("job", [*READ, "chat", "check"])
def test_no_act_costs_more_than_its_quote(tmp_path, job, seed):
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    profile, above, costs = Profile(tmp_path), [], []
    profile.say("budget", "1000")
    # What was read before makes gaps and posts without names; the book has a list.
    assert profile.say("allies", "add", *BOOK)[0] == 0
    assert profile.say("list", "publish", "--pace", "0")[0] == 0
    if job != "home":
        assert profile.say("refresh", *most(chance))[0] in DONE
    assert profile.say("chat", *chat(chance))[0] in DONE
    for _act in range(2):
        asked, does = draw(job, chance)
        status, printed = profile.say("quote", *asked, "--json")
        assert status == 0, asked
        quote = json.loads(printed)
        # The names of a chat come on top, and its quote says so.
        beside = "names" if job == "chat" else ""
        before = profile.spent(without=beside)
        assert profile.say(*does)[0] in DONE, does
        cost = profile.spent(without=beside) - before
        costs.append(cost)
        if cost > Decimal(str(quote["dollars"])):
            above.append((asked, quote["dollars"], cost))
        if quote["exact"] and job not in {"chat", "names"}:
            assert cost == Decimal(str(quote["dollars"])), asked
    assert above == []
    # Where nothing is spent, nothing is shown.
    assert any(costs)


def test_a_time_of_which_x_has_nothing_is_no_empty_chat_and_costs_nothing(tmp_path):
    profile, past = Profile(tmp_path / "p"), ("--from", "2026-01-01", "--to", "2026-01-02")
    for words in (("chat", "swhelper"), ("quote", "chat", "swhelper")):
        assert profile.say(*words, *past, "--json") == (2, "")
    assert profile.spent() == 0
