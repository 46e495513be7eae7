"""Real processes renew one sign-in: one asks X, all have the same pair, and a kill costs little."""

import subprocess
import sys
from contextlib import ExitStack

import pytest

from allybook.domain.errors import NeedsSignIn
from tests.fakes.sign_in import pair
from tests.programs import ending
from tests.servers.token_server import token_server
from tests.vault.renewing import ACCOUNT, FileVault, open_keys


@pytest.fixture
def kept(tmp_path):
    vault = FileVault(tmp_path)
    vault.save(ACCOUNT, pair(0))
    return vault


def start(server, folder, point=""):
    program = [sys.executable, "-m", "tests.vault.renewing", server.url, str(folder), point]
    pipe = subprocess.PIPE
    return ending(subprocess.Popen(program, stdout=pipe, stderr=pipe, text=True))


def test_two_threads_of_two_processes_renew_once(tmp_path, kept):
    with token_server(parties=4) as server, ExitStack() as stack:
        programs = [stack.enter_context(start(server, tmp_path)) for _ in range(2)]
        ended = [program.communicate(timeout=50) for program in programs]
    assert [errors for _, errors in ended] == ["", ""]
    lines = [line for out, _ in ended for line in out.splitlines()]
    assert lines == ["access-1 access-2"] * 4
    assert server.asked == ["refresh-0", "refresh-1"]
    assert kept.load(ACCOUNT) == pair(2)


def kill_at(point, server, folder):
    """Start a program, kill it where it has come to a point, and return the next one's keys."""
    with start(server, folder, point) as program:
        assert server.paused.wait(30)
        program.kill()
        program.communicate(timeout=20)
    assert program.returncode < 0
    return open_keys(server.url, folder)


def test_killed_before_x_was_asked_nothing_is_lost(tmp_path, kept):
    with token_server(parties=2) as server:
        keys = kill_at("asking", server, tmp_path)
        assert keys.renew(pair(0)) == pair(1)
        assert kept.load(ACCOUNT) == pair(1)


def test_killed_once_the_pair_is_kept_the_next_start_uses_it(tmp_path, kept):
    with token_server(parties=2) as server:
        keys = kill_at("kept", server, tmp_path)
        assert keys.credentials() == pair(1)
        assert keys.renew(pair(0)) == pair(1)
        assert server.asked == ["refresh-0"]


def test_killed_between_xs_answer_and_keeping_it_one_signs_in_again(tmp_path, kept):
    with token_server(parties=2) as server:
        keys = kill_at("answered", server, tmp_path)
        assert keys.credentials() == pair(0)
        for _ in range(3):
            with pytest.raises(NeedsSignIn, match="sign in again"):
                keys.renew(pair(0))
        # The old pair was tried once, and is still there, for nothing is thrown away by itself.
        assert server.asked == ["refresh-0", "refresh-0"]
        assert kept.load(ACCOUNT) == pair(0)
        kept.save(ACCOUNT, pair(7))
        assert keys.renew(pair(0)) == pair(7)
