"""What a person does in the first second: the window is whole and usable when it is there."""

import gc
import subprocess
import sys
import threading
from contextlib import closing

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, QTimer
from shiboken6 import delete

from allybook.app.ground import resource_folder
from allybook.services.reading.capture import capture
from allybook.services.reading.refresh import refresh
from allybook.store.database.connection import Connections
from allybook.ui.session import Session, Stage
from allybook.ui.theme.growth import GROWN
from allybook.ui.widgets.prose import Prose
from allybook.ui.window import SIZE
from tests.fakes.desk import Patience
from tests.fakes.ways import FakeWays

FOR_EVER = """
    WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers)
    SELECT count(*) FROM numbers
"""
CONTROL = Qt.KeyboardModifier.ControlModifier
CHOOSE = "Choose a post to read it here."
LATE = (
    "allybook.ui.dialogs.ask_name",
    "allybook.ui.dialogs.noise.dialog",
    "allybook.ui.dialogs.sign_in.errand",
    "allybook.ui.tabs.timeline.chip_asking",
    "allybook.ui.tabs.timeline.chip_editor",
    "allybook.ui.tabs.timeline.by_hand",
    "allybook.ui.tabs.timeline.chip_menu",
    "allybook.ui.tabs.timeline.completion",
    "allybook.ui.tabs.timeline.context",
    "allybook.ui.tabs.timeline.details",
    "allybook.ui.tabs.timeline.mute_card",
    "allybook.ui.frame.accounts",
    "allybook.ui.frame.footnotes",
    "allybook.ui.frame.order",
    "allybook.ui.frame.window_menu",
    "allybook.ui.widgets.combo",
    "allybook.ui.widgets.empty",
    "allybook.ui.widgets.progress",
    "allybook.ui.widgets.ring",
    "allybook.ui.widgets.tick_list",
    "allybook.ui.tabs.allies.tab",
    "allybook.ui.tabs.chats.tab",
    "allybook.practice.world",
    "allybook.services.people.add_one",
    "allybook.services.people.adding",
    "allybook.services.people.resolve",
    "allybook.services.reading.gaps",
    "allybook.services.reading.sources",
    "allybook.services.books.deeds",
    "allybook.services.publish.run",
    "allybook.domain.sign_in.credentials",
    "allybook.domain.check.followback",
    "allybook.domain.acts.outbox",
    "allybook.domain.money.price_table",
    "allybook.domain.acts.ticks",
    "allybook.store.posts.erasure",
    "allybook.store.posts.near",
    "allybook.store.posts.posts",
    "allybook.store.posts.rows",
    "csv",
    "difflib",
    "rapidfuzz",
    "keyring",
    "_hashlib",
    "PySide6.QtSvg",
    "tomllib",
    "xml.etree.ElementTree",
)
"""What opening on the timeline has no need of, and loads when it is asked for."""
FEATURELESS = """
import builtins
plain = builtins.__import__
from allybook.app.haste import load_qt
load_qt()
from PySide6.QtWidgets import QApplication, QLabel
QApplication([])
print(builtins.__import__ is plain, QLabel("here").text())
"""
OPENED = """
import sys
from allybook.app.window import begin, show_desks
from allybook.cli.words import read_words
session = begin()
from PySide6.QtCore import QEvent, QTimer
def look():
    window = next(one for one in session.application.topLevelWidgets() if one.isVisible())
    if window.timeline().model.rowCount():
        print(*[name for name in sys.argv[2:] if name in sys.modules], end="")
        print(*[one.__name__ for one in QEvent.__subclasses__() if "Graphics" in one.__name__])
        session.application.quit()
timer = QTimer(interval=1)
timer.timeout.connect(look)
timer.start()
show_desks(session, read_words(["--practice", "--profile", sys.argv[1]])[0])
"""


@pytest.fixture
def read(desk):
    """The chat and some of the home timeline are in the cache."""
    capture(desk, "swhelper", Patience())
    refresh(desk, Patience(), most=100)


@pytest.fixture
def opened(qtbot, look, desk, read):
    """The window as it is in its first moment: nothing was read from the cache yet."""
    stage = Stage(desk, look, FakeWays())
    stage.window.timeline()
    stage.window.show()
    yield stage
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    stage.close()


def visible(widget, kind):
    """Return the widgets of a kind that can be seen inside another."""
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def run(program, *words):
    """Run a program in a process of its own; return what it printed."""
    ended = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True
    )
    return ended.stdout.strip()


def test_the_first_posts_are_looked_for_while_the_window_is_still_being_made(
    qtbot, look, desk, read
):
    with closing(Stage(desk, look, FakeWays())) as stage:
        tab = stage.window.timeline()
        assert stage.jobs.running() == 1
        stage.window.show()
        qtbot.waitUntil(lambda: tab.model.rowCount() > 0, timeout=20_000)
        qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)


def test_another_tab_can_be_gone_to_at_once_and_back_again(qtbot, opened):
    window, pages = opened.window, opened.window.shell.pages
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.shell.tabs.current() == "allies"
    qtbot.waitUntil(lambda: pages.currentWidget() is pages.page("allies"), timeout=20_000)
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    tab = window.timeline()
    assert pages.currentWidget() is tab
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0, timeout=20_000)
    qtbot.waitUntil(lambda: tab.sight.whole, timeout=20_000)


def test_keys_pressed_before_the_posts_are_there_do_no_harm(qtbot, opened):
    tab = opened.window.timeline()
    qtbot.waitExposed(opened.window)
    tab.view.setFocus()
    for key in "JKNOLRASH":
        qtbot.keyClick(tab.view, getattr(Qt.Key, f"Key_{key}"))
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0, timeout=20_000)
    qtbot.keyClick(tab.view, Qt.Key.Key_J)
    assert tab.beside.current() is not None


def test_a_filter_typed_at_once_is_what_is_shown(qtbot, opened):
    tab = opened.window.timeline()
    qtbot.keyClick(tab.view, Qt.Key.Key_Slash)
    qtbot.keyClicks(tab.bar.field, "#swhelper")
    qtbot.keyClick(tab.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.sight.whole and tab.sight.kept > 0, timeout=20_000)
    assert tab.sight.wish.chosen == tab.bar.chosen


def test_every_part_says_its_name_before_the_posts_are_there(opened):
    tab = opened.window.timeline()
    named = (tab.places.tree, tab.view, tab.bar.field, opened.window.shell.tabs)
    assert all(one.accessibleName() for one in named)


def test_closing_while_the_rest_is_still_looked_up_ends_at_once(qtbot, look, desk, read):
    stage = Stage(desk, look, FakeWays())
    tab = stage.window.timeline()
    stage.window.show()
    with qtbot.waitSignal(tab.looking.seen, timeout=20_000):
        pass
    stage.window.close()
    stage.close()
    assert not tab.sight.whole
    assert "by_hand" not in vars(tab)


def test_the_first_window_wears_the_whole_look_and_rubbish_is_looked_for_again(
    qtbot, look, desk, read
):
    session = Session(resource_folder())
    seen = []
    gc.disable()

    def watch():
        for window in session.application.topLevelWidgets():
            if window.inherits("QMainWindow") and window.isVisible():
                seen.append((session.application.styleSheet() != "", gc.isenabled()))
                window.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(watch)
    timer.start()
    session.run(desk, FakeWays())
    timer.stop()
    gc.enable()
    delete(session.frame)
    assert seen[0] == (True, True)


def test_qt_is_loaded_without_reading_every_source_again():
    assert run(FEATURELESS) == "True here"


def test_what_is_said_over_the_page_is_made_when_there_is_something_to_say(opened):
    window = opened.window
    assert "footnotes" not in vars(window)
    opened.hub.trouble.emit("The disk is full.")
    assert window.footnotes.note.isVisibleTo(window)
    assert "progress" not in vars(window.footnotes)
    opened.doors.advanced.emit(7)
    assert window.footnotes.progress.isVisibleTo(window)
    opened.doors.ended.emit()
    assert not window.footnotes.progress.isVisibleTo(window)


def test_the_details_are_made_once_the_first_posts_are_seen(qtbot, opened):
    window = opened.window
    tab = window.timeline()
    assert "details" not in vars(tab)
    assert any(words.text() == CHOOSE for words in visible(tab, Prose))
    qtbot.waitUntil(lambda: "details" in vars(tab), timeout=20_000)
    assert tab.model.rowCount()
    assert [words.text() for words in visible(tab, Prose)].count(CHOOSE) == 1


def test_what_nobody_sees_at_first_is_made_soon_after_the_first_posts(qtbot, opened):
    tab = opened.window.timeline()
    assert not {"by_hand", "tick_list", "progress"} & vars(tab).keys()
    assert tab.bar.field.completer() is None
    qtbot.waitUntil(lambda: tab.bar.field.completer() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: "by_hand" in vars(tab), timeout=20_000)
    assert tab.tick_list.parent() is tab.details.parent()
    assert "progress" not in vars(tab)


def test_a_post_chosen_before_the_details_are_there_is_shown_in_them(qtbot, opened):
    tab = opened.window.timeline()
    with qtbot.waitSignal(tab.looking.seen, timeout=20_000):
        pass
    tab.view.setFocus()
    qtbot.keyClick(tab.view, Qt.Key.Key_J)
    assert tab.details.isVisible()
    # The first post was chosen just before, with the keyboard's coming: the details catch up.
    qtbot.waitUntil(lambda: tab.details.name.text() == tab.beside.current().name)
    assert CHOOSE not in [words.text() for words in visible(tab, Prose)]


class SlowCache:
    """The cache of a desk, with a question that takes for ever, as some do of a million posts."""

    def __init__(self, cache, path):
        self._cache = cache
        path.touch()
        self._slow = Connections(path)
        self.asked = threading.Event()

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def ask(self, _ticket):
        with self._slow.read() as connection:
            self.asked.set()
            return connection.execute(FOR_EVER).get

    def stop_reading(self, threads):
        self._cache.stop_reading(threads)
        self._slow.stop_reading(threads)

    def close(self):
        self._slow.close()


def test_closing_breaks_off_what_takes_long_to_read_and_says_nothing(
    qtbot, look, desk, read, tmp_path, caplog
):
    with closing(SlowCache(desk.cache, tmp_path / "slow.sqlite3")) as cache:
        stage = Stage(replace(desk, cache=cache), look, FakeWays())
        stage.window.timeline()
        stage.window.show()
        heard = []
        stage.jobs.read(stage, cache.ask, done=heard.append, failed=heard.append)
        assert cache.asked.wait(20)
        stage.window.close()
        # It comes to no end by itself.
        stage.close()
    assert heard == caplog.messages == []


def test_what_opening_has_no_need_of_is_not_loaded(tmp_path, desk, read):
    assert run(OPENED, str(tmp_path), *LATE) == ""


def test_other_letters_in_the_desktop_are_said_below_the_page(opened):
    window = opened.window
    window.tell_letters()
    assert window.footnotes.note.isVisibleTo(window)
    assert window.footnotes.note.accessibleName() == (
        "You chose another size of letters. Allybook follows when you open it again."
    )


def test_a_window_that_has_grown_is_no_larger_than_its_screen(qapp, qtbot, look, desk):
    qapp.setProperty(GROWN, 2.0)
    try:
        stage = Stage(desk, look, FakeWays())
    finally:
        qapp.setProperty(GROWN, None)
    room = stage.window.screen().availableSize()
    assert stage.window.size() == room.boundedTo(QSize(*SIZE))
    stage.close()
