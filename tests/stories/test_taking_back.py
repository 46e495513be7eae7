"""Whatever is chosen in the timeline is taken back by one press, where it was chosen."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.filters.show import show
from allybook.domain.mutes import MuteKind, Spell
from allybook.domain.noise import NoiseKind
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account, purge_all
from allybook.services.reading.gaps import gaps
from allybook.services.timeline.mutes import mute, mutes, unmute
from allybook.services.timeline.noise import languages, set_languages, set_weights, weights
from allybook.services.timeline.spare import spared
from allybook.ui.dialogs.noise.dialog import NoiseDialog
from allybook.ui.models.posts import PostRow
from allybook.ui.models.roles import Role
from tests.stories.test_quiet_folder import posts, rows
from tests.stories.test_timeline import gap, go_to, open_menu

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def said(timeline):
    return "" if timeline.note.isHidden() else timeline.note.accessibleName()


@pytest.fixture
def key(qtbot, timeline):
    """Return a function that presses a key in the list, or where the keyboard is without one."""

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        window = timeline.window()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if timeline.view.isVisible():
            timeline.view.setFocus()
        qtbot.keyClick(window.focusWidget(), key, modifier)

    return press


@pytest.fixture(params=["link", "keys"])
def take_back(request, qtbot, timeline, key):
    """Return what takes back: a press on the link in the note, or the keys."""

    def click():
        qtbot.mouseClick(timeline.note._prose._links[-1], LEFT)

    return {"link": click, "keys": lambda: key(K.Key_Z, CONTROL)}[request.param]


@pytest.fixture
def folder(timeline, settled):
    """The quiet folder, with its second post current."""
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.sight.wish.quiet_only and timeline.sight.whole)
    timeline.view.setCurrentIndex(timeline.model.index(1, 0))
    settled()
    return posts(timeline)


@pytest.mark.parametrize("press", [K.Key_S, K.Key_H])
def test_who_said_never_hide_too_soon_is_back_in_the_folder_at_the_post(
    timeline, settled, key, folder, take_back, press
):
    current = timeline.view.current_key()
    key(press)
    settled(lambda: current not in posts(timeline) and timeline.sight.whole)
    assert said(timeline).startswith("Never hidden from now on: ")
    assert said(timeline).endswith(" Undo")
    assert len(spared(timeline._desk)) == 1
    take_back()
    settled(lambda: posts(timeline) == folder and timeline.view.current_key() == current)
    assert spared(timeline._desk) == ()
    assert said(timeline).startswith("Taken back: never hiding ")
    assert timeline.count() == 0
    assert timeline.places.current() == "quiet"
    assert timeline.view.hasFocus()
    assert timeline.details.acts.keep.isVisible()


def test_a_mute_is_taken_back_and_its_post_is_current_again(timeline, settled, key, take_back):
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    settled()
    before, current = posts(timeline), timeline.view.current_key()
    author = timeline.beside.current().handle
    key(K.Key_M)
    menu = open_menu(timeline)
    inner = next(one.menu() for one in menu.actions() if one.text() == f"Mute {author}")
    next(one for one in inner.actions() if one.text() == "For a week").trigger()
    menu.close()
    settled(lambda: current not in posts(timeline) and mutes(timeline._desk))
    assert said(timeline).endswith(" Undo")
    take_back()
    settled(lambda: posts(timeline) == before and timeline.view.current_key() == current)
    assert mutes(timeline._desk) == ()
    assert said(timeline) == f"Taken back: muting {author}."
    assert timeline.count() == 0


def test_what_was_heard_again_is_muted_as_before(qtbot, desk, timeline, settled, key):
    author = next(row.data(Role.ROW).handle for row in rows(timeline))
    mute(desk, MuteKind.AUTHOR, author[1:], Spell.WEEK)
    before = mutes(desk)
    go_to(timeline, "Muted")
    settled(lambda: timeline.header.title.text() == "Muted" and timeline.model.rowCount())
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    settled(timeline.details.acts.unmute.isVisible)
    timeline.details.acts.unmute.setFocus()
    qtbot.keyClick(timeline.details.acts.unmute, K.Key_Space)
    settled(lambda: timeline.model.rowCount() == 0 and not mutes(desk))
    key(K.Key_Z, CONTROL)
    settled(lambda: timeline.model.rowCount() > 0)
    assert mutes(desk) == before
    assert timeline.view.currentIndex().row() == 0


def test_what_was_chosen_in_how_noise_is_judged_is_one_step(
    qtbot, desk, timeline, settled, take_back
):
    before, shown = weights(desk), posts(timeline)
    timeline.muting.judging.click()
    dialog = timeline.findChild(NoiseDialog)
    qtbot.waitUntil(lambda: bool(dialog.told.text()))
    dialog.grid.numbers[NoiseKind.QUESTION].setValue(0)
    dialog.grid.numbers[NoiseKind.REPOST].setValue(99)
    dialog.mutes.added.emit("#giveaway", Spell.EVER)
    dialog.close_button.click()
    settled(lambda: weights(desk)[NoiseKind.REPOST] == 99 and mutes(desk))
    assert said(timeline) == "How noise is judged was changed. Undo"
    take_back()
    settled(lambda: weights(desk) == before and mutes(desk) == () and posts(timeline) == shown)
    assert said(timeline) == "Taken back: changing how noise is judged."
    assert desk.cache.begin_laying() is None


def test_where_others_chose_again_how_noise_is_judged_nothing_of_it_is_taken_back(
    qtbot, desk, timeline, settled
):
    timeline.muting.judging.click()
    dialog = timeline.findChild(NoiseDialog)
    qtbot.waitUntil(lambda: bool(dialog.told.text()))
    dialog.grid.numbers[NoiseKind.REPOST].setValue(99)
    settled(lambda: weights(desk)[NoiseKind.REPOST] == 99)
    dialog.mutes.added.emit("#giveaway", Spell.EVER)
    dialog.languages.chosen.emit(["de"])
    dialog.close_button.click()
    settled(lambda: languages(desk) == ("de",) and mutes(desk))
    set_languages(desk, ["ja"])
    settled()
    timeline.undoing.take_back()
    settled()
    assert said(timeline).startswith("This was changed again since, so it was not taken back.")
    assert (weights(desk)[NoiseKind.REPOST], len(mutes(desk))) == (99, 1)
    assert languages(desk) == ("ja",)


def test_a_filter_that_is_taken_back_lays_no_sums(qtbot, desk, timeline, settled):
    write(qtbot, timeline, settled, "#swhelper", "#swhelper")
    set_weights(desk, {NoiseKind.REPOST: 99})
    settled()
    timeline.undoing.take_back()
    settled(lambda: show(timeline.sight.wish.chosen) == "")
    settled()
    assert desk.cache.begin_laying() is not None


def test_who_only_looked_how_noise_is_judged_has_nothing_to_take_back(timeline, settled, qtbot):
    timeline.muting.judging.click()
    dialog = timeline.findChild(NoiseDialog)
    qtbot.waitUntil(lambda: bool(dialog.told.text()))
    dialog.close_button.click()
    settled()
    assert said(timeline) == ""


def test_what_is_hidden_again_is_kept_again(desk, timeline, settled, key, folder):
    current = timeline.view.current_key()
    key(K.Key_H)
    settled(lambda: spared(desk) and current not in posts(timeline))
    kept = spared(desk)
    go_to(timeline, "Everything")
    settled(lambda: current in posts(timeline) and timeline.sight.whole)
    timeline.view.go_to(current)
    settled(timeline.details.acts.hide_again.isVisible)
    timeline.details.acts.hide_again.click()
    settled(lambda: current not in posts(timeline) and not spared(desk))
    key(K.Key_Z, CONTROL)
    settled(lambda: timeline.view.current_key() == current)
    assert spared(desk) == kept


def test_steps_are_taken_back_one_after_the_other_each_where_it_was_done(
    qtbot, desk, timeline, settled, key, folder
):
    current = timeline.view.current_key()
    key(K.Key_S)
    settled(lambda: spared(desk) and current not in posts(timeline))
    go_to(timeline, "Everything")
    settled(lambda: timeline.header.title.text() == "Everything" and timeline.sight.whole)
    timeline.muting.mute_words("beds", Spell.DAY)
    settled(lambda: mutes(desk))
    key(K.Key_Z, CONTROL)
    settled(lambda: not mutes(desk) and timeline.sight.whole)
    assert timeline.header.title.text() == "Everything"
    key(K.Key_Z, CONTROL)
    settled(lambda: posts(timeline) == folder and timeline.view.current_key() == current)
    assert spared(desk) == ()
    key(K.Key_Z, CONTROL)
    settled()
    assert posts(timeline) == folder


def write(qtbot, timeline, settled, text, whole):
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, text)
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    settled(lambda: show(timeline.sight.wish.chosen) == whole and timeline.sight.whole)


def test_a_filter_is_taken_back_chip_by_chip_from_where_it_was_written(qtbot, timeline, settled):
    write(qtbot, timeline, settled, "#swhelper", "#swhelper")
    write(qtbot, timeline, settled, "-is:repost", "#swhelper -is:repost")
    assert timeline.bar.field.hasFocus()
    qtbot.keyClicks(timeline.bar.field, "z")
    qtbot.keyClick(timeline.bar.field, K.Key_Z, CONTROL)
    # What is being written is the field's own.
    assert (timeline.bar.field.text(), show(timeline.bar.chosen)) == ("", "#swhelper -is:repost")
    for left in ("#swhelper", ""):
        qtbot.keyClick(timeline.bar.field, K.Key_Z, CONTROL)
        settled(lambda left=left: show(timeline.sight.wish.chosen) == left and timeline.sight.whole)
        assert show(timeline.bar.chosen) == left
        assert timeline.bar.field.hasFocus()
    assert timeline.header.title.text() == "Everything"


def test_a_filter_that_was_left_by_a_press_on_a_place_comes_back(qtbot, timeline, settled, key):
    write(qtbot, timeline, settled, "#swhelper", "#swhelper")
    write(qtbot, timeline, settled, "has:links", "#swhelper has:links")
    found = posts(timeline)
    timeline.view.setCurrentIndex(timeline.model.index(2, 0))
    current = timeline.view.current_key()
    go_to(timeline, "Allies only")
    settled(lambda: timeline.header.title.text() == "Allies only" and timeline.sight.whole)
    go_to(timeline, "Conversation")
    settled(lambda: timeline.header.title.text() == "Conversation" and timeline.sight.whole)
    key(K.Key_Z, CONTROL)
    settled(lambda: posts(timeline) == found and timeline.view.current_key() == current)
    assert show(timeline.bar.chosen) == "#swhelper has:links"
    assert timeline.header.title.text() == "Posts with #swhelper, with links"


def test_an_author_who_was_added_by_mistake_is_taken_out_by_the_keys(desk, timeline, settled, key):
    shown = next(
        place
        for place, one in enumerate(row.data(Role.ROW) for row in rows(timeline))
        if isinstance(one, PostRow) and one.handle
    )
    timeline.view.setCurrentIndex(timeline.model.index(shown, 0))
    settled()
    key(K.Key_A)
    settled(lambda: said(timeline).endswith(" Undo"))
    key(K.Key_Z, CONTROL)
    settled(lambda: said(timeline).startswith("Taken back: adding @"))
    assert timeline.view.currentIndex().row() == shown


def test_what_was_changed_again_meanwhile_is_said(desk, timeline, settled, key):
    timeline.muting.mute_words("beds", Spell.DAY)
    settled(lambda: mutes(desk))
    mute(desk, MuteKind.WORD, "beds", Spell.EVER)
    key(K.Key_Z, CONTROL)
    settled(lambda: said(timeline).startswith("This was changed again since"))
    assert [(one.value, one.until) for one in mutes(desk)] == [("beds", None)]


def test_nothing_brings_somebody_back_who_was_forgotten(desk, timeline, settled, key):
    timeline.muting.mute_words("@Mallow", Spell.EVER)
    settled(lambda: mutes(desk))
    purge_all(desk)
    settled(lambda: not mutes(desk))
    key(K.Key_Z, CONTROL)
    settled()
    assert mutes(desk) == ()
    assert not said(timeline).startswith("Taken back")


class Elsewhere:
    """An announcer of another program: this window hears nothing of it."""

    def announce(self, changed):
        pass

    def listen(self, _hear):
        return lambda: None


def test_nor_somebody_whom_another_program_forgot(desk, timeline, settled, key):
    handle = next(
        one.handle
        for one in (row.data(Role.ROW) for row in rows(timeline))
        if isinstance(one, PostRow) and one.handle
    )
    mute(desk, MuteKind.AUTHOR, handle[1:], Spell.EVER)
    (made,) = mutes(desk)
    settled()
    timeline.undoing.choose(lambda desk: unmute(desk, made), lambda _n: ("Heard.", "", "hearing"))
    settled(lambda: not mutes(desk))
    other = replace(desk, announcer=Elsewhere())
    purge_account(other, find_known(other, handle[1:]))
    key(K.Key_Z, CONTROL)
    settled()
    assert mutes(desk) == ()
    assert said(timeline).startswith("Somebody was forgotten since")
    # What is chosen from then on is taken back as ever.
    timeline.muting.mute_words("beds", Spell.DAY)
    settled(lambda: mutes(desk))
    key(K.Key_Z, CONTROL)
    settled(lambda: not mutes(desk))


unread = gap
"""Posts that were not read, in the middle of the list."""


def test_a_place_that_is_gone_is_not_waited_for(qtbot, desk, unread, timeline, settled):
    settled(timeline.model.gap_rows)
    row = timeline.model.gap_rows()[0]
    timeline.view.setCurrentIndex(timeline.model.index(row, 0))
    settled()
    write(qtbot, timeline, settled, "beds", "beds")
    timeline.left_out.fill_newest()
    settled(lambda: unread not in gaps(desk))
    settled()
    timeline.undoing.take_back()
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == "")
    settled()
    # Newer posts wait above the list, as ever, and nothing jumps.
    assert timeline._wanted is None
    assert timeline.view.currentIndex().isValid()
