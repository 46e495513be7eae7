"""Where no window can open, somebody who has no terminal reads why in a message."""

import io
import os
import subprocess
import sys
from contextlib import closing

import apsw
import pytest

from allybook.app.window import show_or_tell
from allybook.cli.out import Out
from allybook.cli.words import Options
from allybook.domain.errors import BadInput
from allybook.store.profile import Profile
from allybook.ui.session import Destination
from tests.fakes.clock import FixedClock

WITHOUT_STDERR = """
import sys
sys.stderr = None
from allybook.app.window import begin
session = begin()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
def read():
    for one in session.application.topLevelWidgets():
        if isinstance(one, QMessageBox) and one.isVisible():
            print(one.textFormat().name, one.text())
            one.accept()
timer = QTimer(interval=1)
timer.timeout.connect(read)
timer.start()
from allybook.app.start import main
sys.exit(main(sys.argv[1:]))
"""


FROM_PRACTICE = """
import sys
from allybook.app.window import begin
session = begin()
from PySide6.QtCore import QTimer
from allybook.ui.window import Window
left, told = [], []
def walk():
    for window in session.application.topLevelWidgets():
        if not isinstance(window, Window) or not window.isVisible():
            continue
        if not left:
            left.append(window)
            window._doors._read_own(sys.argv[1])
        elif window is not left[0] and window not in told:
            told.append(window)
            window._doors.imported.connect(end)
def end(sentence):
    print(sentence, flush=True)
    session.application.quit()
timer = QTimer(interval=1)
timer.timeout.connect(walk)
timer.start()
from allybook.app.start import main
sys.exit(main(sys.argv[2:]))
"""


def spoil_prices(folder):
    folder.mkdir()
    (folder / "prices.toml").write_text("this is no table", encoding="utf-8")


def grow_newer(folder):
    with Profile(folder, FixedClock()) as profile:
        profile.settings()
    with closing(apsw.Connection(str(folder / "profile.sqlite3"))) as connection:
        connection.execute("PRAGMA user_version = 999")


def write_file(folder):
    folder.write_text("no folder at all", encoding="utf-8")


def nothing(_folder):
    """Leave all as it is."""


@pytest.mark.parametrize(
    ("prepare", "more", "why"),
    [
        (spoil_prices, (), "The price table cannot be used"),
        (grow_newer, (), "A newer Allybook wrote profile.sqlite3"),
        (write_file, (), "profile"),
        (nothing, ("--budget", "<b>much</b>"), "<b>much</b>"),
        (nothing, ("--practise",), "did you mean --practice?"),
        (nothing, ("frobnicate",), "There is no command “frobnicate”"),
    ],
    ids=["prices", "newer", "a file", "budget", "option", "command"],
)
def test_who_has_no_terminal_reads_in_a_message_why_no_window_opens(tmp_path, prepare, more, why):
    folder = tmp_path / "profile"
    prepare(folder)
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_STDERR, "--profile", str(folder), *more],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 2
    assert ended.stdout.startswith("PlainText "), ended
    assert why in ended.stdout


class SpoiledSession:
    """A session whose first window is left for another desk, which cannot be laid."""

    def __init__(self, spoil):
        self.spoil, self.told = spoil, []

    def run(self, _desk, _ways, _file):
        self.spoil()
        return 0, Destination(practice=False, account="77")

    def tell(self, error):
        self.told.append(error)


def test_why_the_next_window_does_not_open_is_told_as_well(tmp_path):
    folder = tmp_path / "profile"
    out = Out(io.StringIO(), io.StringIO())
    session = SpoiledSession(
        lambda: (folder / "prices.toml").write_text("this is no table", encoding="utf-8")
    )
    status = show_or_tell(session, Options(profile=folder), out)
    [error] = session.told
    assert (status, type(error)) == (2, BadInput)
    assert "The price table cannot be used" in str(error)
    assert out.remarks.getvalue() == f"{error}\n"


def test_who_practises_and_opens_their_own_file_finds_it_in_their_own_profile(tmp_path):
    file, folder = tmp_path / "friends.csv", tmp_path / "profile"
    file.write_text("handle\n@HarborRowSN\n", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", FROM_PRACTICE, str(file), "--profile", str(folder), "--practice"],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (ended.returncode, "1 " in ended.stdout) == (0, True), ended
    with Profile(folder, FixedClock()) as profile:
        [info] = profile.shelf().books()
        assert [one.handle for one in profile.shelf().open(info.book_id).allies()] == [
            "HarborRowSN"
        ]
