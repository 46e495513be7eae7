"""What Allybook itself does wrong is one sentence, a status of its own, and a place in a file."""

import io
import logging
import os
import subprocess
import sys

import pytest

from allybook.app import start
from allybook.app.mistakes import MOST, NAME, LogFile, heed, keep
from allybook.app.window import show_or_tell
from allybook.cli.out import Out
from allybook.cli.words import Options
from allybook.domain.errors import Mistake, StorageError

PERSONAL = "about @quaybridge"
IN_A_SLOT = """
import sys
from allybook.app import window
from PySide6.QtCore import QTimer
begin = window.begin
def begin_and_fail():
    session = begin()
    def fail():
        if session._stage is None or not session._stage.window.isVisible():
            return
        timer.stop()
        session._stage.hub.trouble.connect(say)
        raise ZeroDivisionError("about @quaybridge")
    def say(sentence):
        print(sentence, flush=True)
        session.application.quit()
    timer = session.timer = QTimer(interval=1)
    timer.timeout.connect(fail)
    timer.start()
    return session
window.begin = begin_and_fail
from allybook.app.start import main
sys.stderr = None
sys.exit(main(sys.argv[1:]))
"""


class Broken:
    """Something that reads ahead, and is not what it should be."""

    @property
    def file(self):
        raise ZeroDivisionError(PERSONAL)


@pytest.fixture(autouse=True)
def _as_before():
    """Leave the log and the hook to the tests that come after."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers = root.handlers[:]
    yield
    root.handlers[:], sys.excepthook = handlers, hook


def fail(*_):
    raise ZeroDivisionError(PERSONAL)


def caught():
    try:
        fail()
    except ZeroDivisionError as error:
        return error


def test_a_command_that_fails_of_itself_says_so_and_is_not_done_in_part(tmp_path, capsys):
    words = ["--profile", str(tmp_path), "import", "allies.csv"]
    assert start.main(words, Broken()) == 70
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[-1] == (
        "Allybook made a mistake (ZeroDivisionError) and stopped; what was done before is kept. "
        f"Where it happened stands in {tmp_path / NAME}: please send that to whoever looks after "
        "Allybook."
    )
    kept = (tmp_path / NAME).read_text(encoding="utf-8")
    assert "allybook.app.late:" in kept
    assert kept.endswith("ZeroDivisionError\n")
    assert PERSONAL not in kept
    assert str(tmp_path) not in kept


def test_the_file_is_put_aside_once_it_is_large(tmp_path):
    options = Options(profile=tmp_path)
    path = tmp_path / NAME
    path.write_text("x" * MOST, encoding="utf-8")
    keep(caught(), options)
    assert (tmp_path / "allybook.1.log").stat().st_size == MOST
    assert "ZeroDivisionError" in path.read_text(encoding="utf-8")


def test_where_no_file_can_be_kept_it_is_told_all_the_same(tmp_path, capsys):
    shut = tmp_path / "a file"
    shut.write_text("", encoding="utf-8")
    told = keep(caught(), Options(profile=shut))
    assert (type(told), told.exit_status) == (Mistake, 70)
    assert "ZeroDivisionError" in str(told)


def test_what_led_to_it_stands_before_it(tmp_path):
    error = LookupError(PERSONAL)
    error.__cause__ = caught()
    keep(error, Options(profile=tmp_path))
    lines = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("  ")][1:] == [
        "ZeroDivisionError",
        "LookupError",
    ]


def test_what_nobody_caught_in_the_window_is_told_there(tmp_path):
    told = []
    heed(Options(profile=tmp_path), told.append)
    error = caught()
    for _ in range(3):
        # As what is painted fails again with each painting.
        sys.excepthook(type(error), error, error.__traceback__)
    assert [type(one) for one in told] == [Mistake]
    assert (tmp_path / NAME).is_file()


def test_warnings_alone_are_kept(tmp_path):
    log = logging.getLogger("warnings")
    file = LogFile(lambda: tmp_path / NAME)
    log.addHandler(file)
    try:
        log.info("nothing")
        assert not (tmp_path / NAME).exists()
        log.warning("X sent %d", 7)
        log.warning("Not kept: %s (%d)", StorageError(PERSONAL), 3)
    finally:
        log.removeHandler(file)
    kept = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert [line.partition(" UTC ")[2] for line in kept] == [
        "WARNING warnings: X sent 7",
        "WARNING warnings: Not kept: StorageError (3)",
    ]


def test_a_press_that_fails_in_the_window_is_told_there_to_who_has_no_terminal(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", IN_A_SLOT, "--profile", str(tmp_path), "--practice"],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.stdout.startswith("Allybook made a mistake (ZeroDivisionError)"), ended
    assert PERSONAL not in ended.stdout
    assert (tmp_path / NAME).read_text(encoding="utf-8").endswith("ZeroDivisionError\n")


class BrokenSession:
    """A session whose window cannot be made, for a reason that nobody foresaw."""

    def __init__(self):
        self.told = []

    def run(self, *_):
        fail()

    def tell(self, error):
        self.told.append(error)


def test_a_window_that_cannot_be_made_says_so(tmp_path):
    session, out = BrokenSession(), Out(io.StringIO(), io.StringIO())
    assert show_or_tell(session, Options(profile=tmp_path), out) == 70
    [error] = session.told
    assert "Allybook made a mistake (ZeroDivisionError)" in str(error)
    assert out.remarks.getvalue() == f"{error}\n"
