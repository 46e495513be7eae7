"""Views of one's own in the window: which of them is shown, renamed, forgotten and brought back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.domain.mutes import Spell
from allybook.services.timeline.mutes import mutes
from allybook.services.timeline.views import change_view, save_view, views
from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.tour.album import spoken
from allybook.ui.widgets.prose import Prose
from tests.stories.test_timeline import go_to
from tests.ui.conftest import RESOURCES

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
    timeline.note.followed.emit("undo")
    settled(lambda: timeline.places.current() == "view:Two")
    assert own(desk) == [("One", "housing"), ("Two", "housing"), ("Three", "beds")]
    assert timeline.header.title.text() == "Two"
    assert timeline.note.accessibleName() == "Taken back: forgetting “Two”."
    # What was done before that: "Three" was saved.
    timeline.note.followed.emit("undo")
    settled(lambda: len(own(desk)) == 2)
    assert own(desk) == [("One", "housing"), ("Two", "housing")]
    assert timeline.note.accessibleName() == "Taken back: saving “Three”."


def test_a_name_is_taken_back_before_what_was_chosen_earlier(desk, timeline, settled, keep):
    keep("Mine", "housing")
    timeline.muting.mute_words("beds", Spell.DAY)
    settled(lambda: mutes(desk) and timeline.sight.whole)
    timeline.keeping.rename("Ours")
    settled(lambda: own(desk) == [("Ours", "housing")])
    timeline.undoing.take_back()
    settled(lambda: timeline.header.title.text() == "Mine")
    assert own(desk) == [("Mine", "housing")]
    assert timeline.note.accessibleName() == "Taken back: renaming “Mine”."
    assert len(mutes(desk)) == 1
    # The same name again is no step.
    timeline.keeping.rename("Mine")
    settled()
    timeline.undoing.take_back()
    settled(lambda: not mutes(desk))


def test_a_change_and_then_a_name_are_taken_back_one_after_the_other(desk, timeline, settled, keep):
    keep("Mine", "housing")
    timeline.show_filter("beds")
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == "beds")
    timeline.keeping.change("Mine")
    settled(lambda: own(desk) == [("Mine", "beds")])
    settled(lambda: timeline.header.title.text() == "Mine")
    timeline.keeping.rename("Ours")
    settled(lambda: timeline.header.title.text() == "Ours")
    for left in ([("Mine", "beds")], [("Mine", "housing")]):
        timeline.undoing.take_back()
        settled(lambda left=left: own(desk) == left)
    assert own(desk) == [("Mine", "housing")]


def test_what_another_window_changed_since_is_not_overwritten(desk, timeline, settled, keep):
    keep("Mine", "housing")
    timeline.show_filter("beds")
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == "beds")
    timeline.keeping.change("Mine")
    settled(lambda: own(desk) == [("Mine", "beds")])
    change_view(desk, "Mine", "rent")
    timeline.undoing.take_back()
    settled(lambda: timeline.note.accessibleName().startswith("This was changed again since"))
    assert own(desk) == [("Mine", "rent")]


def test_what_is_offered_beside_a_name_is_done_once(qtbot, desk, timeline, settled, keep):
    keep("Mine", "housing")
    go_to(timeline, "Mine")
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, "beds")
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    settled(lambda: timeline.sight.whole and "beds" in show(timeline.sight.wish.chosen))
    timeline.bar.save.click()
    dialog = asked(timeline)
    offered = next(
        one for one in dialog.findChildren(QPushButton) if one.text().startswith("Keep the change")
    )
    offered.click()
    assert not offered.isEnabled()
    dialog.refuse(BadInput("There is no view “Mine” any more; nothing was changed."))
    assert offered.isEnabled()
    settled(lambda: asked(timeline) is None)
    timeline.undoing.take_back()
    settled(lambda: own(desk) == [("Mine", "housing")])


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


def asked(timeline):
    return next((one for one in timeline.findChildren(AskName) if one.isVisible()), None)


@pytest.mark.parametrize("taken", ["everything", "Mine", "Quiet folder"])
def test_a_name_that_is_taken_stays_to_be_changed_beside_what_is_wrong_with_it(
    qtbot, timeline, settled, keep, name, taken
):
    keep("Mine", "housing")
    timeline.show_filter("beds")
    settled(lambda: timeline.sight.whole and show(timeline.bar.chosen) == "beds")
    timeline.bar.save.click()
    dialog = asked(timeline)
    height = dialog.height()
    qtbot.keyClicks(dialog.field, taken)
    qtbot.keyClick(dialog.field, K.Key_Return)
    settled(dialog._said.isVisible)
    assert dialog._said.text().startswith(f"There is a view “{taken}” already")
    assert dialog.field.text() == dialog.field.selectedText() == taken
    assert dialog.height() > height
    assert dialog.keep.isEnabled()
    assert not timeline.note.isVisible()
    qtbot.keyClicks(dialog.field, "B")
    assert not dialog._said.isVisible()
    assert dialog.height() == height
    name("Beds")
    assert own(timeline._desk) == [("Mine", "housing"), ("Beds", "beds")]
    assert not timeline.note.isVisible()
    assert asked(timeline) is None


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        ("fragen", "Eine Ansicht „fragen“ gibt es schon, und zwar für alle"),
        ("Stiller Ordner", "Eine Ansicht „Stiller Ordner“ gibt es schon, und zwar für alle"),
        ("Questions", "„Fragen“ heißt auf Englisch „Questions“"),
    ],
)
def test_in_german_the_german_names_are_taken(qtbot, desk, timeline, settled, taken, said):
    with spoken(RESOURCES / "translations", "de_DE"):
        timeline.show_filter("beds")
        settled(lambda: timeline.sight.whole and show(timeline.bar.chosen) == "beds")
        timeline.bar.save.click()
        dialog = asked(timeline)
        qtbot.keyClicks(dialog.field, taken)
        qtbot.keyClick(dialog.field, K.Key_Return)
        settled(dialog._said.isVisible)
        assert dialog._said.text().startswith(said)
        assert own(desk) == []


def test_a_taken_name_of_a_view_that_is_renamed_stays_too(qtbot, desk, timeline, settled, keep):
    keep("H1", "housing")
    keep("H2", "beds")
    timeline.rename_button.click()
    dialog = asked(timeline)
    qtbot.keyClicks(dialog.field, "h1")
    dialog.keep.click()
    settled(dialog._said.isVisible)
    assert (dialog.isVisible(), timeline.note.isVisible()) == (True, False)
    dialog.reject()
    assert own(desk) == [("H1", "housing"), ("H2", "beds")]


@pytest.fixture
def changed(qtbot, timeline, settled, keep):
    """The view “Mine” with one more condition, which it does not keep yet."""
    keep("Other", "food")
    keep("Mine", "housing")
    keep("Last", "rent")
    go_to(timeline, "Mine")
    settled(lambda: timeline.header.title.text() == "Mine" and timeline.sight.whole)
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, "-is:repost")
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen).endswith("repost"))


CHANGED = [("Other", "food"), ("Mine", "housing -is:repost"), ("Last", "rent")]
UNCHANGED = [("Other", "food"), ("Mine", "housing"), ("Last", "rent")]


def test_a_change_is_kept_in_the_view_it_was_made_to_and_taken_back(
    qtbot, desk, timeline, settled, changed
):
    assert not timeline.rename_button.isVisible()
    timeline.bar.save.click()
    dialog = asked(timeline)
    offer = next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("Keep the"))
    assert offer.text() == "Keep the change in “Mine”"
    offer.click()
    settled(lambda: timeline.places.current() == "view:Mine" and asked(timeline) is None)
    assert own(desk) == CHANGED
    assert timeline.header.title.text() == "Mine"
    assert timeline.note.accessibleName() == (
        "Changed: the view “Mine”. It keeps posts with “housing”, without reposts. Undo"
    )
    timeline.window().activateWindow()
    qtbot.waitUntil(timeline.window().isActiveWindow)
    timeline.view.setFocus()
    qtbot.keyClick(timeline.view, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(lambda: timeline.note.accessibleName().startswith("Taken back: the change of “Mine”"))
    assert own(desk) == UNCHANGED
    assert show(timeline.bar.chosen) == "housing -is:repost"


def test_a_change_is_kept_by_the_same_name_as_well(desk, timeline, settled, changed, name):
    timeline.bar.save.click()
    name("Mine")
    settled(lambda: own(desk) == CHANGED)
    assert timeline.note.accessibleName().startswith("Changed: the view “Mine”.")


def test_a_changed_view_is_kept_beside_it_by_another_name(desk, timeline, changed, name):
    timeline.bar.save.click()
    name("Calm")
    assert own(desk) == [*UNCHANGED, ("Calm", "housing -is:repost")]


@pytest.mark.parametrize("to", ["Everything", ""])
def test_who_went_elsewhere_changes_no_view(desk, timeline, settled, changed, to):
    if to:
        go_to(timeline, to)
    timeline.show_filter("clinic")
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == "clinic")
    timeline.bar.save.click()
    dialog = asked(timeline)
    assert not [b for b in dialog.findChildren(QPushButton) if b.text().startswith("Keep the")]
    dialog.reject()
    assert own(desk) == UNCHANGED
