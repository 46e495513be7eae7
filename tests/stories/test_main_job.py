"""The errand that Allybook exists for, at the command line: online, offline, after a restart.

Each command is a process of its own, so every step is also a restart.
"""

import pytest

from tests.servers.practice_server import practice_server
from tests.stories.command import allybook

TOKEN = "planted-token-8c1f"  # noqa: S105 (not a secret: the practice network takes any)


class Person:
    """Someone at a terminal, on the practice network or against a server on loopback."""

    def __init__(self, profile, *words, stdin=""):
        self.profile = profile
        self.words = words
        self.stdin = stdin

    def runs(self, *words, status=0):
        ended = allybook(*self.words, *words, profile=self.profile, stdin=self.stdin)
        assert ended.status == status, ended.err
        assert TOKEN not in ended.out + ended.err
        return ended


def play(person):
    """Play the main job and return its figures."""
    chat = person.runs("chat", "swhelper", "--json").json
    allies = person.runs("allies", "list", "--json").json
    shared = [one for one in chat["nominations"] if one["score"] >= 2 and "handle" in one]
    person.runs("allies", "approve", *(one["handle"] for one in shared))
    plan = person.runs("list", "plan", "--json").json
    report = person.runs("list", "publish", "--yes", "--pace", "0", "--json").json
    check = person.runs("check", "--json").json
    return chat, allies, shared, plan, report, check


@pytest.mark.timeout(180)
def test_a_chat_becomes_a_list_on_the_practice_network(tmp_path):
    ana = Person(tmp_path, "--practice")
    chat, allies, shared, plan, report, check = play(ana)
    assert chat["posts"] > 350
    assert len(chat["participants"]) >= 60
    assert [question["number"] for question in chat["questions"]] == [1, 2, 3, 4, 5, 6]
    assert {ally["status"] for ally in allies} == {"nominated"}
    # One organisation was named by an old and by a new handle: two nominations, one ally.
    named = {one["user_id"] or one.get("tag") or one["handle"] for one in chat["nominations"]}
    assert len(allies) == len(named)
    approved = {one["handle"].lower() for one in shared}
    assert {one["handle"].lower() for one in plan["adds"] + plan["left_out"]} == approved
    added = [one for one in report if one["outcome"] == "added"]
    assert len(added) == len(plan["adds"])
    assert {one["class"] for one in check} >= {"mutual", "stranger"}
    online = figures(ana)
    offline = figures(Person(tmp_path, "--practice", "--offline"))
    assert online == offline
    assert 0 < online["by_allies"] < online["all"]


def figures(person):
    count = lambda text: int(person.runs("posts", text, "--count").out)  # noqa: E731
    return {
        "all": count(""),
        "by_allies": count('in:"My allies" -is:repost'),
        "allies": person.runs("allies", "list", "--json").json,
        "plan": person.runs("list", "plan", "--json").json["adds"],
    }


@pytest.mark.timeout(180)
def test_the_same_errand_against_a_server_on_loopback(tmp_path):
    with practice_server() as server:
        words = ("--api-base", server.address, "--token-stdin", "--owns-app", "--budget", "20")
        ana = Person(tmp_path, *words, stdin=TOKEN)
        # The server's day is 31 March 2026 and this computer's another: seven days of its own.
        chat, _allies, _shared, plan, report, check = play(ana)
        assert chat["posts"] > 350
        assert {one["outcome"] for one in report} <= {"added", "no_lists"}, report
        assert len(plan["adds"]) == sum(one["outcome"] == "added" for one in report)
        assert check
        ledger = ana.runs("ledger", "--json").json
        assert ledger["month"] == pytest.approx(float(server.bill.dollars))
    assert all(TOKEN.encode() not in path.read_bytes() for path in files(tmp_path))


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_nothing_is_published_without_a_word(tmp_path):
    ana = Person(tmp_path, "--practice")
    ana.runs("chat", "swhelper", "--json")
    ana.runs("allies", "approve", "@SaltmarshRest")
    ended = ana.runs("list", "publish", status=2)
    assert "--yes" in ended.err
    assert ana.runs("list", "plan", "--json").json["adds"]


def test_the_budget_refuses_with_its_own_status(tmp_path):
    ana = Person(tmp_path, "--practice", "--budget", "0.60")
    ended = ana.runs("chat", "swhelper", "--json", status=3)
    assert "$0.60" in ended.err
    spent = ana.runs("ledger", "--json").json["month"]
    assert 0 < spent <= 0.60
    # As much is read as there was room for when the posts had been counted, and kept.
    assert int(ana.runs("posts", "#swhelper", "--count").out) == 110


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--offline", "list", "publish", "--yes"), 5),
        (("posts", "from:"), 2),
        (("allies", "approve", "@nobody_here"), 2),
        (("frobnicate",), 2),
    ],
)
def test_each_refusal_has_one_sentence_and_its_status(tmp_path, words, status):
    ended = allybook("--practice", *words, profile=tmp_path)
    assert ended.status == status
    assert len(ended.err.strip().splitlines()) == 1
    assert "Traceback" not in ended.err


def test_without_an_account_x_needs_a_sign_in(tmp_path):
    ended = allybook("chat", "swhelper", profile=tmp_path)
    assert ended.status in {0, 4}
