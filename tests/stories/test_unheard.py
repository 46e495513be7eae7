"""Answers and remarks that nobody reads to the end, or that nothing can keep."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import PATIENCE, deadline, ending
from tests.stories.command import Ended, allybook
from tests.stories.test_bad_input import is_refusal


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Return a profile whose answers do not fit into a pipe."""
    folder = tmp_path_factory.mktemp("many")
    names = folder / "names.txt"
    names.write_text("".join(f"@ally_{number}\n" for number in range(1500)), encoding="utf-8")
    assert allybook("import", names, profile=folder / "p").status == 0
    return folder / "p"


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise on Windows")
@pytest.mark.parametrize("words", [("list", "--json"), ("list", "--status", "nominated")])
def test_who_reads_only_the_first_line_sees_no_traceback(many, words):
    program = [sys.executable, "-m", "allybook", "--profile", many, "allies", *words]
    pipe = subprocess.PIPE
    with ending(subprocess.Popen(program, stdout=pipe, stderr=pipe)) as running, deadline(running):
        assert running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read()
    assert err == b""
    assert running.returncode in {0, 1}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_answer_that_nobody_can_keep_is_said_so(many):
    program = [sys.executable, "-m", "allybook", "--profile", many, "allies", "list", "--json"]
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        said = subprocess.run(
            program, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=PATIENCE
        )
    assert is_refusal(Ended(said.returncode, "", said.stderr), status=1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_what_is_done_is_no_refusal_where_nobody_can_keep_the_answer(tmp_path):
    """A script that reads 2 as “nothing happened” would do it twice."""
    words = (sys.executable, "-m", "allybook", "--profile", tmp_path, "allies", "add", "@ana_k")
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        said = subprocess.run(
            words, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=PATIENCE
        )
    assert is_refusal(Ended(said.returncode, "", said.stderr), status=1)
    assert "may well be done by now, so look before you ask for it again" in said.stderr
    [ally] = allybook("allies", "list", "--json", profile=tmp_path).json
    assert (ally["key"], ally["status"]) == ("@ana_k", "approved")


WRONG_FILTER, MAKE_BELIEVE = ("posts", "lang:("), ("--practice", "refresh", "home", "--most", "10")
"""Words that are refused, and a job that says its price before it reads."""


def run_unheard(profile, remarks, *words):
    """Run the program with an answer that is read, and remarks that nobody can take."""
    program = [sys.executable, "-m", "allybook", "--profile", str(profile), *words]
    pipe = subprocess.PIPE
    ended = subprocess.run(
        program, stdout=pipe, stderr=remarks, text=True, check=False, timeout=PATIENCE
    )
    return ended.returncode, ended.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize(
    ("words", "status", "answer"), [(WRONG_FILTER, 2, ""), (MAKE_BELIEVE, 1, "10 posts read")]
)
def test_remarks_that_nobody_keeps_change_neither_the_answer_nor_the_status(
    tmp_path, words, status, answer
):
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        ended, told = run_unheard(tmp_path, full, *words)
    assert (ended, told[: len("10 posts read")]) == (status, answer)


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise on Windows")
@pytest.mark.parametrize(
    ("words", "status", "answer"), [(WRONG_FILTER, 2, ""), (MAKE_BELIEVE, 1, "10 posts read")]
)
def test_remarks_that_nobody_reads_change_neither_the_answer_nor_the_status(
    tmp_path, words, status, answer
):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as unheard:
        ended, told = run_unheard(tmp_path, unheard, *words)
    assert (ended, told[: len("10 posts read")]) == (status, answer)
