"""A script that says --json gets JSON, from every command and each of its acts."""

import argparse
import io
import json

import pytest

from allybook.app.desks import open_desk
from allybook.cli.out import Out
from allybook.cli.parser import Parser
from allybook.cli.run import run
from allybook.cli.words import COMMANDS, JOBS, read_words

NAMES = "@LanternMutual\n@SaltmarshRest\n#swhelper\n"
FIRST = [
    ("import", "names.txt"),
    ("allies", "add", "@one_a", "@two_b", "@three_c"),
    ("allies", "import", "names.txt"),
    ("allies", "list"),
    ("allies", "history", "@one_a"),
    ("allies", "conflicts"),
    ("books", "list"),
    ("books", "look-alikes"),
    ("books", "save", "My allies", "copy.allybook"),
    ("books", "merge", "copy.allybook", "--plan"),
    ("books", "merge", "copy.allybook"),
    ("books", "merge", "@one_a", "@two_b", "--plan"),
    ("books", "merge", "@one_a", "@two_b"),
    ("books", "combine", "union", "My allies", "--into", "All", "--plan"),
    ("books", "combine", "union", "My allies", "--into", "All"),
    ("books", "undo"),
    ("books", "discard", "All"),
    ("books", "trash"),
]
"""What is done on this computer, in an order in which there is something to tell."""
THEN = [
    ("chat", "swhelper"),
    ("allies", "approve", "@SaltmarshRest"),
    ("refresh",),
    ("refresh", "search", "beds", "--most", "10"),
    ("refresh", "book", "My allies", "--most", "10"),
    ("refresh", "gaps"),
    ("refresh", "names", "beds"),
    ("posts", "beds"),
    ("list", "plan"),
    ("list", "publish"),
    ("list", "pull"),
    ("check",),
    ("check", "--of", "followers"),
    ("check", "--count"),
    ("activity",),
    ("ticks", "list"),
    ("ticks", "next"),
    ("ticks", "post", "Beds are open tonight"),
    ("ticks", "next"),
    ("ticks", "done"),
    ("ticks", "skip"),
    ("mutes", "add", "crypto"),
    ("mutes", "list"),
    ("mutes", "remove", "crypto"),
    ("spared", "add", "#housing"),
    ("spared", "list"),
    ("spared", "remove", "#housing"),
    ("noise",),
    ("noise", "--set", "repost=10"),
    ("budget",),
    ("budget", "100"),
    ("ledger",),
]
QUOTED = {
    "search": ("beds",),
    "book": ("My allies",),
    "chat": ("swhelper",),
    "list-posts": ("9001",),
}
"""What a job is about, where it must be about something."""


def takes_json(parser):
    return any("--json" in action.option_strings for action in parser._actions)


def parsers():
    """Yield the words of each command, and of each of its acts that has words of its own."""
    for name, (_about, add_words) in COMMANDS.items():
        shared, command = Parser(add_help=False), Parser(prog=name)
        add_words(command, shared)
        yield (name,), command
        acts = [one for one in command._actions if isinstance(one, argparse._SubParsersAction)]
        for act, parser in ((act, p) for one in acts for act, p in one.choices.items()):
            yield (name, act), parser


def test_each_command_that_takes_json_is_tried():
    tried = {words[:2] for words in (*FIRST, *THEN)} | {("quote",)}
    tried |= {words[:1] for words in tried}
    assert {words for words, parser in parsers() if takes_json(parser)} <= tried


@pytest.fixture
def answer(tmp_path):
    """Return a function that runs a command on the practice network, and what it printed."""
    (tmp_path / "names.txt").write_text(NAMES, encoding="utf-8")
    known = dict(parsers())

    def answer(*words):
        """Say --json to whatever takes it."""
        placed = [str(tmp_path / one) if "." in one and " " not in one else one for one in words]
        form = takes_json(known.get(words[:2]) or known[words[:1]])
        options, told = read_words(
            ["--profile", str(tmp_path / "p"), "--practice", "--yes", *placed, *["--json"] * form]
        )
        printed = io.StringIO()
        with open_desk(options) as desk:
            run(desk, told, options, Out(printed, io.StringIO()))
        return json.loads(printed.getvalue()) if form else None

    return answer


@pytest.mark.timeout(180)
def test_every_answer_with_json_is_json(answer):
    for words in (*FIRST, *THEN):
        answer(*words)
    for job in JOBS:
        assert answer("quote", job, *QUOTED.get(job, ()))["job"]
    counts = answer("check", "--count")
    assert {"mutual", "fan", "idol"} <= set(counts)
    assert all(isinstance(number, int) for number in counts.values())


def test_two_allies_that_are_merged_are_told_as_objects(answer):
    answer("allies", "add", "@one_a", "@two_b")
    plan = answer("books", "merge", "@one_a", "@two_b", "--plan")
    assert plan == {"kept": "@one_a", "gone": "@two_b", "status": "approved", "opts_out": False}
    written = answer("books", "merge", "@one_a", "@two_b")
    assert written
    assert {frozenset(one) for one in written} == {frozenset({"entry", "key"})}
