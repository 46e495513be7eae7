"""Turns among threads and processes: one at a time, bounded, and free when the holder is dead."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import pytest

from allybook.domain.errors import StorageError, Unreachable
from allybook.vault.turns import FileTurns
from tests.programs import PATIENCE, ending, ends_within, next_line

HOLD = (
    "import sys; from pathlib import Path; from allybook.vault.turns import FileTurns\n"
    "with FileTurns(Path(sys.argv[1])).of('1'): print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def holder(tmp_path):
    """Another process whose turn it is."""
    program = [sys.executable, "-c", HOLD, str(tmp_path / "turns")]
    pipe = subprocess.PIPE
    with ending(subprocess.Popen(program, stdin=pipe, stdout=pipe)) as process:
        assert next_line(process) == b"held\n"
        yield process


def impatient(tmp_path):
    return FileTurns(tmp_path / "turns", patience=0.2)


def test_turns_do_not_overlap_among_threads(tmp_path):
    turns = [FileTurns(tmp_path / "turns"), FileTurns(tmp_path / "turns")]
    inside, most = [], []

    def take(number):
        with turns[number % 2].of("1"):
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(take, range(24)))
    assert most == [1] * 24


def test_accounts_do_not_wait_for_each_other(tmp_path):
    turns = impatient(tmp_path)
    names = ("1", "2", "../3", "a/b", "ü" * 20)
    with ExitStack() as held:
        for name in names:
            held.enter_context(turns.of(name))
        assert len(list((tmp_path / "turns").iterdir())) == 5
    assert not list(tmp_path.glob("*3*"))


def test_a_wait_for_another_thread_ends(tmp_path):
    turns, done = impatient(tmp_path), Event()

    def hold():
        with turns.of("1"):
            taken.set()
            done.wait(20)

    taken = Event()
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(hold)
        assert taken.wait(20)
        with pytest.raises(Unreachable, match="try again in a minute"), turns.of("1"):
            pass
        done.set()
        held.result(20)
    with turns.of("1"):
        pass


def test_a_wait_for_another_process_ends(tmp_path, holder):
    with pytest.raises(Unreachable, match="try again in a minute"), impatient(tmp_path).of("1"):
        pass
    holder.communicate(timeout=PATIENCE)
    with impatient(tmp_path).of("1"):
        assert holder.returncode == 0


@pytest.mark.parametrize("beside", [True, False], ids=["same window", "another window"])
def test_who_waits_is_let_go_and_who_has_the_turn_keeps_it(tmp_path, beside):
    holding = FileTurns(tmp_path / "turns")
    waiting = holding if beside else FileTurns(tmp_path / "turns")

    def wait():
        with waiting.of("1"):
            return "its turn"

    with holding.of("1"), ThreadPoolExecutor(1) as pool:
        waits = pool.submit(wait)
        waiting.close()
        assert isinstance(waits.exception(20), Unreachable)
        with pytest.raises(Unreachable), impatient(tmp_path).of("1"):
            pass


def test_the_turn_of_a_killed_process_is_free(tmp_path, holder):
    holder.kill()
    assert ends_within(holder, PATIENCE)
    with impatient(tmp_path).of("1"):
        assert holder.returncode < 0


def test_an_error_inside_ends_the_turn(tmp_path):
    turns = impatient(tmp_path)
    with pytest.raises(ZeroDivisionError), turns.of("1"):
        raise ZeroDivisionError
    for next_one in (turns, impatient(tmp_path)):
        with next_one.of("1"):
            pass


def test_a_folder_that_cannot_be_used_is_a_sentence(tmp_path):
    (tmp_path / "turns").write_text("a file", encoding="utf-8")
    refused = pytest.raises(StorageError, match="see that you may write there")
    with refused, impatient(tmp_path).of("1"):
        pass
