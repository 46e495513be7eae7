"""The composition root: every way out of the program is a sentence and a status."""

import json
import os
import subprocess
import sys
from contextlib import closing
from decimal import Decimal

import apsw
import pytest

from allybook.app.desks import open_desk
from allybook.app.start import main
from allybook.cli.words import Options
from allybook.services.money.quote import budget
from allybook.ui.dialogs.spending.survey import survey
from tests.programs import deadline
from tests.stories.command import allybook


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command on one profile inside this process; each run opens and closes the profile."""

    def run_main(*words, profile=tmp_path / "p"):
        status = main(["--profile", str(profile), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_main


def refused(ended, status=2):
    """Return whether a command printed nothing but one sentence, and ended with this status."""
    return ended[:2] == (status, "") and len(ended[2].splitlines()) == 1


def test_an_entry_is_undone_by_its_id_in_another_process(run, tmp_path):
    run("allies", "add", "@a1", "--category", "housing")
    last = json.loads(run("allies", "history", "@a1", "--json")[1])[-1]
    assert last["sentence"].endswith("set the category to housing")
    undone = allybook("allies", "undo", last["entry"], profile=tmp_path / "p")
    assert (undone.status, undone.err) == (0, "")
    [ally] = json.loads(run("allies", "list", "--json")[1])
    assert (ally["category"], ally["status"]) == ("", "approved")


def test_databases_of_a_newer_version_are_left_alone_byte_for_byte(run, tmp_path):
    assert run("allies", "add", "@a1")[0] == 0
    assert run("activity")[0] == 0
    paths = sorted((tmp_path / "p").rglob("*.sqlite3"))
    assert len(paths) == 4
    for path in paths:
        version = mark(path, 999)
        before = path.read_bytes()
        # What waits to be sent is opened for who asks for it.
        asked = ("activity",) if path.name == "outbox.sqlite3" else ("allies", "list")
        ended = run(*asked, "--json")
        # Of a book the file is told as it is met, and then that no other is taken in its place.
        assert ended[:2] == (2, "")
        assert len(ended[2].splitlines()) == (2 if path.parent.name == "books" else 1)
        assert f"A newer Allybook wrote {path.name}" in ended[2].splitlines()[0]
        assert path.read_bytes() == before
        mark(path, version)
    assert [one["handle"] for one in json.loads(run("allies", "list", "--json")[1])] == ["a1"]


def mark(path, version):
    """Write the version of a database, with nothing left beside the file; return what it was."""
    with closing(apsw.Connection(str(path))) as connection:
        before = connection.execute("PRAGMA user_version").get
        for pragma in ("journal_mode = DELETE", f"user_version = {version}"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    return before


def test_a_file_that_is_no_database_is_left_alone(run, tmp_path):
    (tmp_path / "p").mkdir()
    diary = tmp_path / "p" / "profile.sqlite3"
    diary.write_bytes(b"someone's diary\n" * 300)
    assert refused(run("posts", "--count"))
    assert refused(run("posts", "--count", profile=diary))
    assert diary.read_bytes() == b"someone's diary\n" * 300


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--budget", "much", "posts", "--count"), 2),
        (("--budget", "-1", "posts", "--count"), 2),
        (("--budget", "nan", "posts", "--count"), 2),
        (("--offline", "list", "publish", "--yes"), 4),
        (("--practice", "--offline", "list", "publish", "--yes"), 5),
        (("check", "--of", "followers"), 4),
        (("--practice", "--offline", "chat", "swhelper"), 5),
        (("allies", "approve", "@nobody_here"), 2),
        (("allies", "export", "/nowhere/allies.csv"), 2),
        (("allies", "export", "allies.doc"), 2),
        (("import", "--frob"), 2),
        (("frobnicate",), 2),
    ],
    ids=str,
)
def test_each_refusal_is_one_sentence_with_its_status(run, words, status):
    assert refused(run(*words), status)


def test_a_report_stays_json_where_a_file_is_refused(run):
    status, out, err = run("import", "missing\nfile.csv", "--json")
    assert status == 2
    [report] = json.loads(out)
    assert report["file"] == "missing\nfile.csv"
    # A name with a line break in it still makes one line.
    assert len(err.splitlines()) == 1


def test_a_name_that_is_no_text_is_printed_all_the_same(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.csv")
    ended = allybook("import", path, "--json", profile=tmp_path / "p")
    assert ended.status == 2
    assert "Traceback" not in ended.err
    assert ended.json[0]["file"] == "?.csv"


def test_the_budget_of_a_command_stands_for_that_command_alone(run):
    with_budget = ("--practice", "--budget", "0", "check", "--of", "followers")
    status, _, err = run(*with_budget)
    assert status == 3
    assert "$0.00" in err.splitlines()[-1]
    _, ledger, _ = run("--practice", "ledger", "--json")
    assert json.loads(ledger)["month"] == 0
    status, out, _ = run("--practice", "check", "--of", "followers", "--json")
    assert status == 0
    assert json.loads(out)


def test_a_token_is_read_from_standard_input_and_a_silent_server_is_offline(tmp_path):
    empty = allybook("--token-stdin", "check", profile=tmp_path, stdin="\n")
    assert refused((empty.status, empty.out, empty.err))
    nobody = ("--api-base", "http://127.0.0.1:9", "--token-stdin", "check")
    silent = allybook(*nobody, profile=tmp_path, stdin="planted-token\n")
    said, _, error = silent.err.partition("\n")
    assert said == "sign-in: $0.01. X tells whose token this is."
    assert refused((silent.status, silent.out, error), 5)


NOBODY_THERE = ("--api-base", "http://127.0.0.1:9", "--token-stdin", "check")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp1251"])
def test_a_mark_of_the_encoding_is_no_part_of_a_token(tmp_path, encoding):
    ended = subprocess.run(
        [sys.executable, "-m", "allybook", "--profile", str(tmp_path), *NOBODY_THERE],
        input="\ufeffplanted-token\n".encode(),
        capture_output=True,
        check=False,
        timeout=100,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert b"X tells whose token this is" in ended.stderr
    assert ended.returncode == 5


@pytest.mark.skipif(os.name != "posix", reason="Windows has no terminals to be made up")
def test_at_a_terminal_a_token_is_asked_for_and_not_shown(tmp_path):
    import pty  # noqa: PLC0415 (Windows has none)

    ours, theirs = pty.openpty()
    begun = subprocess.Popen(
        [sys.executable, "-m", "allybook", "--profile", str(tmp_path), *NOBODY_THERE],
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    # A terminal has no path.
    with begun, deadline(begun), open(ours, "r+b", buffering=0) as terminal:  # noqa: PTH123
        asked = begun.stderr.read(len("Paste the token"))
        terminal.write(b"planted-token\n")
        rest = begun.stderr.read()
        os.close(theirs)
        shown = _last_of(terminal)
    assert asked + rest.partition(b"\n")[0] == (
        b"Paste the token, which is not shown, and press Enter: "
    )
    assert b"X tells whose token this is" in rest
    assert b"planted-token" not in asked + rest + shown
    assert begun.returncode == 5


def _last_of(terminal):
    """Return what a terminal showed until it was closed."""
    try:
        return terminal.read(1_000) or b""
    except OSError:
        return b""


def test_desks_are_laid_for_practice_and_for_someone_without_an_account(tmp_path):
    with open_desk(Options(profile=tmp_path, practice=True)) as desk:
        assert desk.line.up
        assert desk.billed is not None
        assert desk.billed() == 0
        assert budget(desk) == Decimal(10)
    with open_desk(Options(profile=tmp_path)) as desk:
        assert not desk.line.signed_in
        assert budget(desk) == Decimal(5)


@pytest.mark.parametrize("practice", [True, False])
def test_a_budget_that_was_said_is_told_from_one_that_is_kept(tmp_path, practice):
    for said in ("", "5", "10"):
        with open_desk(Options(profile=tmp_path, practice=practice, budget=said)) as desk:
            assert survey(desk).fixed == bool(said)
            assert budget(desk) == Decimal(said or (10 if practice else 5))
