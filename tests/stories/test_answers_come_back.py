"""What a script printed with one profile comes in with another: whole, or as nothing at all."""

import csv
import json
import subprocess
import sys

import pytest

from tests.programs import PATIENCE
from tests.stories.command import allybook

CUT = "First one\rsecond part, and a third\0"
JUDGED = frozenset({"noise", "shown", "reasons"})
"""What is said of a post by what else is known where it is asked."""


def printed(path, *words, profile):
    """Print what a command answers into a file, letter for letter, as ``>`` does."""
    program = [sys.executable, "-m", "allybook", "--profile", str(profile), *words]
    with path.open("wb") as file:
        ended = subprocess.run(
            program, stdout=file, stderr=subprocess.PIPE, check=False, timeout=PATIENCE
        )
    assert (ended.returncode, ended.stderr) == (0, b"")
    return path


def posts(*network, profile):
    """Return what each post of a profile is."""
    told = allybook(*network, "posts", "", "--json", profile=profile).json
    return {one["id"]: {key: one[key] for key in one.keys() - JUDGED} for one in told}


@pytest.fixture(scope="module")
def practised(tmp_path_factory):
    """Return a profile with posts whose authors are named, and others whose are not."""
    profile = tmp_path_factory.mktemp("practised") / "p"
    for words in (("chat", "swhelper", "--no-nominate"), ("refresh", "home")):
        allybook("--practice", "--yes", *words, profile=profile)
    return profile


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_posts_of_one_profile_come_in_with_another(practised, tmp_path, form):
    words = ("--practice", "posts", "", f"--{form}")
    path, other = printed(tmp_path / f"po.{form}", *words, profile=practised), tmp_path / "q"
    here = posts("--practice", profile=practised)
    assert {one["author"] is None for one in here.values()} == {True, False}
    [report] = allybook("import", path, "--json", profile=other).json
    assert (report["read"], report["kept"], report["skipped"]) == (len(here), len(here), 0)
    assert posts(profile=other) == here
    counted = allybook("posts", "", "--input", path, "--count", profile=other)
    assert (counted.status, counted.out) == (0, f"{len(here)}\n")


def test_several_reasons_of_a_post_stay_apart(practised, tmp_path):
    words = ("--practice", "posts", "")
    path = printed(tmp_path / "po.csv", *words, "--csv", profile=practised)
    with path.open(encoding="utf-8", newline="") as file:
        told = {row["id"]: row["reasons"] for row in csv.DictReader(file)}
    whole = allybook(*words, "--json", profile=practised).json
    assert max(len(one["reasons"]) for one in whole) > 1
    assert told == {one["id"]: ", ".join(one["reasons"]) for one in whole}


@pytest.mark.parametrize(("form", "text"), [("json", CUT), ("csv", CUT.replace("\0", "\ufffd"))])
def test_no_sign_in_a_post_costs_the_rest_of_it(tmp_path, form, text):
    post = {"id": "1641500000000000001", "text": CUT, "author_id": "31"}
    path, first, other = tmp_path / "twarc.jsonl", tmp_path / "p", tmp_path / "q"
    path.write_text(json.dumps({**post, "created_at": "2023-03-30T18:02:00.000Z"}), "utf-8")
    allybook("import", path, profile=first)
    told = printed(tmp_path / f"po.{form}", "posts", "", f"--{form}", profile=first)
    assert allybook("import", told, profile=other).out == f"po.{form}: 1 kept, 0 skipped\n"
    assert [one["text"] for one in posts(profile=other).values()] == [text]


def test_the_tags_of_allies_stay_apart(tmp_path):
    first, other = tmp_path / "p", tmp_path / "q"
    tags = ["housing", "mental health", "oak, elm"]
    words = [word for tag in tags for word in ("--tag", tag)]
    allybook("allies", "add", "@ana_k", *words, profile=first)
    told = printed(tmp_path / "al.csv", "allies", "list", "--csv", profile=first)
    with told.open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["tags"], json.loads(row["conflicts"])) == ('housing, mental health, "oak, elm"', {})
    assert allybook("allies", "import", told, profile=other).status == 0
    [ally] = allybook("allies", "list", "--json", profile=other).json
    assert sorted(ally["tags"]) == tags


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_quiet_night_is_nothing_and_no_mistake(tmp_path, form):
    profile = tmp_path / "p"
    told = printed(tmp_path / f"po.{form}", "posts", "beds", f"--{form}", profile=profile)
    ended = allybook("import", told, "--json", profile=profile)
    assert (ended.status, ended.err) == (0, "")
    assert (ended.json[0]["read"], ended.json[0]["kept"], ended.json[0]["skipped"]) == (0, 0, 0)
    counted = allybook("posts", "", "--input", told, "--count", profile=profile)
    assert (counted.status, counted.out, counted.err) == (0, "0\n", "")


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_an_empty_book_names_nobody_and_makes_no_book(tmp_path, form):
    first, other, path = tmp_path / "p", tmp_path / "q", tmp_path / f"al.{form}"
    allybook("books", "new", "Harbour", profile=first)
    assert allybook("allies", "export", path, profile=first).status == 0
    for words in (("import",), ("allies", "import")):
        ended = allybook(*words, path, profile=first)
        assert (ended.status, ended.err) == (0, "")
    ended = allybook("import", path, profile=other)
    assert (ended.status, ended.out) == (0, f"al.{form}: 0 kept, 0 skipped\n")
    assert allybook("books", "list", "--json", profile=other).json == []
