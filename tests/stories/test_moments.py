"""What the pictures of the timeline show: each moment is what it is called, and nothing is cut."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from allybook.services.reading.refresh import refresh
from allybook.ui.dialogs.help import Help
from allybook.ui.dialogs.parting import PartingDialog
from allybook.ui.frame.order import stops_of
from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.tour.album import spoken
from allybook.ui.tour.moments import Moments
from allybook.ui.tour.states import close_all, timeline_states
from allybook.ui.tour.voices import posts, read_voices, twarc_lines
from allybook.ui.widgets.chips import Chip
from tests.fakes.desk import Patience
from tests.ui.conftest import RESOURCES

VOICES = read_voices(RESOURCES)
COUNT = len(VOICES)


@pytest.fixture
def read(read, desk):
    """The chat, and some of the home timeline."""
    refresh(desk, Patience(), most=100)


@pytest.fixture
def bring(timeline, settled):
    """Return a function that brings the timeline into a state, and waits until it is there."""

    def whole():
        return timeline.sight.whole and timeline.sight.wish == timeline._asked

    def go(state):
        for ready in state(timeline):
            settled(lambda ready=ready: whole() and (ready is None or ready()))
        settled(whole)

    return go


def test_each_moment_is_what_it_is_called(stage, desk, timeline, bring):
    moments = Moments(stage, desk, VOICES)
    read = {
        "new": lambda: timeline.count() == COUNT,
        "scripts": lambda: timeline.model.index(0, 0).data(Role.ROW).name == VOICES[0].name,
        "scripts-below": lambda: timeline.view.currentIndex().row() == COUNT - 1,
        "pointer": lambda: timeline.view.hover_row == 1,
        "keyboard": lambda: timeline.view.by_keyboard and timeline.view.hasFocus(),
        "keyboard-chip": lambda: isinstance(QApplication.focusWidget(), Chip),
        "gap": lambda: timeline.view.currentIndex().row() in timeline.model.gap_rows(),
        "quote": lambda: "posts" in QToolTip.text(),
        "muted-notice": lambda: timeline.note.accessibleName().startswith("Muted: “kettle”"),
        "over-budget": lambda: "over budget" in timeline.refresh_button.text(),
        "offline": lambda: timeline.refresh_button.text() == "Refresh, when online",
        "import": stage.window.footnotes.progress.isVisible,
        "imported": lambda: stage.window.footnotes.brought.accessibleName().endswith(
            "12 records read."
        ),
        "automatic": lambda: timeline.reader.automatic.says.text().startswith("Every 15 minutes"),
        "automatic-rests": lambda: timeline.reader.automatic.says.text().startswith("Rests until"),
    }
    shown = timeline.model.rowCount()
    seen = {}
    for name, state in moments.every().items():
        bring(state)
        seen[name] = read[name]()
        close_all(timeline)
        moments.rest()
    assert seen == dict.fromkeys(read, True)
    bring(timeline_states()["everything"])
    assert timeline.model.rowCount() == shown


def test_states_that_are_opened_show_what_they_are_called(stage, timeline, bring):
    """A conversation can be gone to; dialogs and the menu are there, and close again."""
    read = {
        "thread": lambda: timeline.details.context.leads,
        "media": lambda: "not loaded here" in timeline.details.media.text(),
        "window-menu": lambda: QApplication.activePopupWidget() is stage.window.menu,
        "help": lambda: len(stage.window.findChildren(Help)) == 1,
        "parting": lambda: [one.stay.isDefault() for one in parting()] == [True],
    }

    def parting():
        return stage.window.findChildren(PartingDialog)

    seen = {}
    for name, holds in read.items():
        bring(timeline_states()[name])
        seen[name] = holds()
        close_all(timeline)
    assert seen == dict.fromkeys(read, True)


@pytest.mark.parametrize("size", [(1280, 800), (853, 533)])
def test_everything_that_takes_the_keyboard_has_a_name_and_comes_in_order(
    stage, desk, timeline, bring, size
):
    moments = Moments(stage, desk, VOICES)
    stage.window.resize(*size)
    nameless = []
    states = timeline_states()
    for name in ("everything", "chips", "nothing", "thread", "muted", "error"):
        bring(states[name])
        stops = stops_of(stage.window)
        nameless += [(name, type(one).__name__) for one in stops if not heard(one)]
        close_all(timeline)
    bring(moments.every()["automatic"])
    nameless += [type(one).__name__ for one in stops_of(stage.window) if not heard(one)]
    assert nameless == []
    stops = list(stops_of(stage.window))
    at = [part for one in stops for part in parts_of(stage, timeline) if part.isAncestorOf(one)]
    assert at == sorted(at, key=parts_of(stage, timeline).index)


def heard(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def parts_of(stage, timeline):
    return [stage.window.shell.row, timeline.places, timeline.work, stage.window.shell.status]


def test_each_row_is_one_sentence_that_ends_and_spells_no_address(stage, desk, timeline, bring):
    moments = Moments(stage, desk, VOICES)
    bring(moments.every()["scripts"])
    said = [timeline.model.index(row, 0).data(SENTENCE) for row in range(60)]
    assert all(one and "\n" not in one and "https:" not in one for one in said)
    assert all(one[-1] in ".!?…$0123456789" for one in said)
    assert said[7].endswith("Listen:link to larkmeadow.example #SwHelper.")


def test_german_words_are_as_wide_as_their_places(stage, desk, timeline, bring):
    with spoken(RESOURCES / "translations", "de_DE"):
        bring(timeline_states()["everything"])
        bring(Moments(stage, desk, VOICES).every()["automatic"])
        cap = timeline.reader.automatic.cap
        assert cap.sizeHint().width() <= cap.width()
    bring(timeline_states()["everything"])
    assert timeline.refresh_button.text().startswith("Refresh")


def test_large_letters_of_the_system_cut_nothing(qapp, look, stage, timeline, bring):
    before = [one.fontMetrics().height() for one in labels(timeline)]
    large = QFont(qapp.font())
    large.setPointSize(20)
    try:
        for kind in ("", "QMenu", "QToolTip", "QComboBox", "QPushButton"):
            qapp.setFont(large, kind) if kind else qapp.setFont(large)
        look.apply(qapp)
        QApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
        bring(timeline_states()["chips"])
        assert [one.fontMetrics().height() for one in labels(timeline)][: len(before)] == before
        assert cut(stage.window) == []
    finally:
        look.apply(qapp)


def labels(timeline):
    return [timeline.header.title, timeline.bar.field, timeline.refresh_button]


def cut(window):
    """Return the buttons and chips that are smaller than their words."""
    return [
        (one.text(), one.width(), one.sizeHint().width())
        for one in window.findChildren(QWidget)
        if one.isVisible() and hasattr(one, "click") and one.width() < one.sizeHint().width()
    ]


def test_high_contrast_frames_the_selected_row_and_cuts_nothing(look, stage, timeline, bring):
    look.set_scheme("contrast")
    bring(timeline_states()["chips"])
    assert cut(stage.window) == []
    view = timeline.view
    rect = view.visualRect(view.currentIndex())
    image = view.viewport().grab().toImage()
    assert image.pixelColor(rect.left() + 1, rect.top() + 1) == look.colour("focus")
    inside = image.pixelColor(rect.left() + 30, rect.bottom() - 6)
    assert inside == look.colour("selection")


def test_the_file_of_the_tour_tells_the_posts_of_the_tour(desk):
    now = desk.clock.now()
    assert len(twarc_lines(VOICES, now).splitlines()) == COUNT
    ids = [int(post.post_id) for post in posts(VOICES, now)]
    assert ids == sorted(ids, reverse=True)
    assert all(0 < len(voice.handle) <= 15 for voice in VOICES)
