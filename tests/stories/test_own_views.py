"""Views of one's own in the window: which of them is shown, renamed, forgotten and brought back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from allybook.domain.filters.show import show
from allybook.services.timeline.views import save_view, views
from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.widgets.prose import Prose
from tests.stories.test_timeline import go_to

K = Qt.Key


def own(desk):
    return [(one.name, one.text) for one in views(desk) if one.own]


@pytest.fixture
def name(qtbot, timeline, settled):
    """Return a function that writes a name where one is asked for."""

    def write(text):
        dialog = next(one for one in timeline.findChildren(AskName) if one.isVisible())
        dialog.field.selectAll()
        qtbot.keyClicks(dialog.field, text)
        qtbot.keyClick(dialog.field, K.Key_Return)
        settled(lambda: timeline.places.current() == f"view:{text}")
        timeline.window().activateWindow()
        qtbot.waitUntil(timeline.window().isActiveWindow)

    return write


@pytest.fixture
def keep(qtbot, timeline, settled, name):
    """Return a function that saves a filter as a view."""

    def press(view, text):
        timeline.show_filter(text)
        settled(lambda: timeline.sight.whole and show(timeline.bar.chosen) == text)
        timeline.bar.save.click()
        name(view)

    return press


def test_the_view_that_was_clicked_is_shown_and_forgotten(desk, timeline, settled, keep):
    keep("H1", "housing")
    keep("H2", "housing")
    for clicked in ("H1", "H2"):
        go_to(timeline, clicked)
        settled(lambda clicked=clicked: timeline.header.title.text() == clicked)
        assert timeline.places.current() == f"view:{clicked}"
    timeline.forget_button.click()
    settled(lambda: timeline.places.current() == "view:Everything")
    assert own(desk) == [("H1", "housing")]


def test_a_view_like_one_that_everybody_has_can_be_shown_and_forgotten(
    desk, timeline, settled, keep
):
    keep("Our friends", "is:ally -is:repost")
    assert timeline.header.title.text() == "Our friends"
    go_to(timeline, "Allies only")
    settled(lambda: timeline.header.title.text() == "Allies only")
    assert not timeline.forget_button.isVisible()
    go_to(timeline, "Our friends")
    settled(lambda: timeline.header.title.text() == "Our friends")
    timeline.forget_button.click()
    settled(lambda: not own(desk))


def test_a_view_that_was_forgotten_comes_back_by_one_press(desk, timeline, settled, keep):
    for view, text in (("One", "housing"), ("Two", "housing"), ("Three", "beds")):
        keep(view, text)
    go_to(timeline, "Two")
    settled(lambda: timeline.header.title.text() == "Two")
    timeline.forget_button.click()
    settled(lambda: timeline.places.current() == "view:Everything")
    assert timeline.note.accessibleName() == "Forgotten: the view “Two”. Its posts stay. Undo"
    assert timeline.note.isVisible()
    timeline.note.followed.emit("bring back")
    settled(lambda: timeline.places.current() == "view:Two")
    assert own(desk) == [("One", "housing"), ("Two", "housing"), ("Three", "beds")]
    assert timeline.header.title.text() == "Two"
    assert not timeline.note.isVisible()
    timeline.note.followed.emit("bring back")
    settled()
    assert len(own(desk)) == 3


def test_a_view_is_renamed_where_it_stands(qtbot, desk, timeline, settled, keep, name):
    save_view(desk, "Before", "beds")
    keep("H1", "housing")
    save_view(desk, "After", "rent")
    timeline.view.setFocus()
    qtbot.keyClick(timeline.view, K.Key_F2)
    dialog = next(one for one in timeline.findChildren(AskName) if one.isVisible())
    assert dialog.field.selectedText() == "H1"
    name("Housing news")
    settled(lambda: timeline.header.title.text() == "Housing news")
    assert [one for one, _ in own(desk)] == ["Before", "Housing news", "After"]
    timeline.places.tree.setFocus()
    qtbot.keyClick(timeline.places.tree, K.Key_F2)
    name("Homes")
    timeline.rename_button.click()
    name("Houses")
    assert [one for one, _ in own(desk)] == ["Before", "Houses", "After"]
    go_to(timeline, "Everything")
    settled(lambda: timeline.header.title.text() == "Everything")
    assert not timeline.rename_button.isVisible()
    qtbot.keyClick(timeline.places.tree, K.Key_F2)
    settled()
    assert not [one for one in timeline.findChildren(AskName) if one.isVisible()]


def test_a_name_in_use_renames_nothing(desk, timeline, settled, keep):
    keep("H1", "housing")
    keep("H2", "beds")
    timeline.keeping.rename("h1")
    settled(lambda: "There is a view “h1” already" in timeline.note.accessibleName())
    assert own(desk) == [("H1", "housing"), ("H2", "beds")]


def said(timeline):
    dialog = next(one for one in timeline.findChildren(AskName) if one.isVisible())
    return dialog.findChild(Prose).text()


def test_the_quiet_folder_is_no_view(desk, timeline, settled):
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.header.title.text() == "Quiet folder" and timeline.sight.whole)
    for ask in (timeline.bar.save.click, lambda: timeline.places.add_asked.emit("views")):
        timeline.note.hide()
        ask()
        assert timeline.note.accessibleName() == (
            "The quiet folder has its place already. A view keeps a filter: write one first."
        )
        assert timeline.note.isVisible()
        assert not timeline.findChildren(AskName)
    assert own(desk) == []


def test_what_a_view_does_not_keep_is_said_before_it_is_named(qtbot, timeline, settled):
    timeline.show_filter("housing")
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == "housing")
    timeline.bar.save.click()
    assert said(timeline) == "It keeps posts with “housing”."
    next(one for one in timeline.findChildren(AskName) if one.isVisible()).reject()
    day = date(2026, 3, 31)
    timeline.histogram.chosen.emit(day, day)
    settled(lambda: timeline.sight.whole and timeline.sight.wish.days)
    timeline.bar.save.click()
    assert said(timeline).endswith("The days chosen above are not kept.")
    next(one for one in timeline.findChildren(AskName) if one.isVisible()).reject()
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.sight.wish.quiet_only and timeline.sight.whole)
    timeline.bar.field.setText("giveaway")
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    settled(lambda: show(timeline.sight.wish.chosen) == "giveaway" and timeline.sight.whole)
    timeline.bar.save.click()
    assert said(timeline) == (
        "It keeps posts with “giveaway”. It shows them all, not only those in the quiet folder."
    )
    next(one for one in timeline.findChildren(AskName) if one.isVisible()).reject()
