"""The dialog in which a person says how noise is judged."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.errors import StorageError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.mutes import MuteKind, Spell
from allybook.domain.noise import DEFAULT_WEIGHTS, NoiseKind
from allybook.services.timeline.mutes import mute, mutes
from allybook.services.timeline.noise import languages, set_languages, set_weights, weights
from allybook.services.timeline.spare import spare, spared
from allybook.store.profile import Profile
from allybook.ui.dialogs.noise.dialog import NoiseDialog
from allybook.ui.dialogs.noise.words import name_kind, tell_kind
from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.store.samples import HOME, a_post, an_account
from tests.ui.conftest import bury


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))
    with Profile(tmp_path, clock) as profile:
        desk = make_desk(profile, clock, None)
        told = [a_post(1, "Now!!!"), a_post(2, "Here!!!"), a_post(3, repost_of="9")]
        desk.cache.save_posts(told, HOME, accounts=[an_account(10, "Wren")])
        yield desk


@pytest.fixture
def ask(qtbot, look, desk, window):
    hub, jobs = Hub(desk.announcer, window), Jobs(window)

    def ask():
        dialog = NoiseDialog(desk, look, jobs, hub, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: bool(dialog.told.text()))
        return dialog

    yield ask
    jobs.close()
    hub.close()
    bury()


def test_what_another_allybook_kept_is_shown_and_can_be_taken_away(ask, desk, qtbot):
    desk.settings.write("spared", json.dumps(["is:later from:wren"]))
    dialog = ask()
    ((words, button),) = dialog.spared.buttons.items()
    assert words == "“is:later from:wren”, which this Allybook cannot read: it spares nothing"
    button.click()
    qtbot.waitUntil(lambda: json.loads(desk.settings.read("spared")) == [])


def test_each_reason_has_its_weight_and_a_sentence(ask):
    dialog = ask()
    assert dialog.grid.weights == DEFAULT_WEIGHTS
    assert dialog.told.text() == "0 of 3 posts would be quiet"
    for kind in NoiseKind:
        assert name_kind(kind) in dialog.grid.sliders[kind].accessibleName()
        assert dialog.grid.numbers[kind].accessibleDescription() == tell_kind(kind)


def test_the_count_follows_a_slider_and_the_weight_is_kept_when_it_rests(ask, qtbot, desk):
    dialog = ask()
    slider = dialog.grid.sliders[NoiseKind.SHOUTING]
    slider.setSliderDown(True)
    slider.setValue(41)
    assert dialog.told.text() == "2 of 3 posts would be quiet"
    assert weights(desk)[NoiseKind.SHOUTING] == 15
    slider.setSliderDown(False)
    qtbot.waitUntil(lambda: weights(desk)[NoiseKind.SHOUTING] == 41)
    qtbot.waitUntil(lambda: not dialog._jobs.running())
    assert desk.cache.begin_laying() is None
    assert dialog.grid.numbers[NoiseKind.SHOUTING].text() == "+41"


def test_a_number_can_be_typed_also_for_what_lowers_the_noise(ask, qtbot, desk):
    dialog = ask()
    dialog.grid.numbers[NoiseKind.ALLY].setValue(5)
    assert dialog.grid.numbers[NoiseKind.ALLY].text() == "\u22125"
    assert dialog.grid.sliders[NoiseKind.ALLY].value() == 5
    qtbot.waitUntil(lambda: weights(desk)[NoiseKind.ALLY] == -5)


def test_what_was_moved_just_before_closing_is_kept(ask, qtbot, desk):
    dialog = ask()
    dialog.grid.numbers[NoiseKind.REPOST].setValue(77)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: weights(desk)[NoiseKind.REPOST] == 77)


def test_everything_goes_back_to_what_was_shipped(ask, qtbot, desk):
    set_weights(desk, {NoiseKind.REPOST: 90})
    dialog = ask()
    assert dialog.told.text() == "1 of 3 posts would be quiet"
    assert dialog.reset.isEnabled()
    dialog.reset.click()
    assert dialog.grid.weights == DEFAULT_WEIGHTS
    qtbot.waitUntil(lambda: weights(desk) == DEFAULT_WEIGHTS)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("0 of 3"))
    assert not dialog.reset.isEnabled()


def test_mutes_are_listed_until_they_are_taken_back(ask, qtbot, desk):
    mute(desk, MuteKind.AUTHOR, "Wren", Spell.DAY)
    dialog = ask()
    assert dialog.mutes.nothing.isHidden()
    assert dialog.told.text() == "3 of 3 posts would be quiet"
    dialog.mutes.buttons["@Wren"].click()
    qtbot.waitUntil(lambda: not dialog.mutes.nothing.isHidden())
    assert mutes(desk) == ()
    qtbot.waitUntil(lambda: dialog.told.text().startswith("0 of 3"))


def test_what_is_never_hidden_is_listed_until_noise_shall_decide_again(ask, qtbot, desk):
    mute(desk, MuteKind.AUTHOR, "Wren")
    spare(desk, parse("from:Wren"))
    spare(desk, parse("#housing"))
    dialog = ask()
    assert dialog.spared.nothing.isHidden()
    assert dialog.told.text() == "0 of 3 posts would be quiet"
    assert list(dialog.spared.buttons) == ["posts by @Wren", "posts with #housing"]
    dialog.spared.buttons["posts by @Wren"].click()
    qtbot.waitUntil(lambda: list(dialog.spared.buttons) == ["posts with #housing"])
    assert list(map(show, spared(desk))) == ["#housing"]
    qtbot.waitUntil(lambda: dialog.told.text().startswith("3 of 3"))
    dialog.spared.buttons["posts with #housing"].click()
    qtbot.waitUntil(lambda: not dialog.spared.nothing.isHidden())
    assert spared(desk) == ()


def test_an_author_without_a_handle_is_named_by_id(ask, desk):
    spare(desk, parse("from:id:77"))
    spare(desk, parse("from:Wren"))
    desk.cache.empty()
    dialog = ask()
    named = ["posts by account 77", "an author whose handle was @Wren, and is not known now"]
    assert list(dialog.spared.buttons) == named


def test_something_else_is_muted(ask, qtbot, desk):
    dialog = ask()
    dialog.mutes.field.setText("#Win")
    dialog.mutes.spell.setCurrentIndex(1)
    qtbot.keyClick(dialog.mutes.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "#Win" in dialog.mutes.buttons)
    assert [(one.kind, one.value) for one in mutes(desk)] == [(MuteKind.HASHTAG, "Win")]
    qtbot.waitUntil(lambda: dialog.mutes.field.text() == "")
    assert dialog.isVisible()


def test_what_would_mute_nothing_is_said_in_place(ask, qtbot, desk):
    dialog = ask()
    dialog.mutes.field.setText("…")
    dialog.mutes.add.click()
    qtbot.waitUntil(lambda: not dialog.mutes.complaint.isHidden())
    assert mutes(desk) == ()
    assert dialog.mutes.field.text() == "…"


def test_languages_come_and_go(ask, qtbot, desk):
    set_languages(desk, ["en"])
    dialog = ask()
    place = dialog.languages.other.findData("de")
    dialog.languages.other.activated.emit(place)
    assert list(dialog.languages.chips) == ["en", "de"]
    assert dialog.languages.other.findData("de") == -1
    # Whoever is quicker than the disk loses neither choice.
    dialog.languages.chips["en"].dropped.emit()
    qtbot.waitUntil(lambda: languages(desk) == ("de",))


@pytest.mark.parametrize("typed", ["deutsch", "german", "DEU"])
def test_a_language_is_found_by_typing_its_own_name(ask, qtbot, desk, typed):
    set_languages(desk, ["en"])
    dialog = ask()
    box = dialog.languages.other
    qtbot.keyClick(box, typed[0])
    assert languages(desk) == ("en",)
    qtbot.keyClicks(box.view(), typed[1:])
    assert box.view().currentIndex().data(Qt.ItemDataRole.UserRole) == "de"
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: languages(desk) == ("en", "de"))


@pytest.mark.parametrize(("height", "rows"), [(800, 8), (467, 3), (400, 2)])
def test_a_low_window_scrolls_what_it_is_about_and_shows_the_rows(ask, qtbot, window, height, rows):
    window.resize(640, height)
    dialog = ask()
    sliders = dialog.grid.sliders.values()

    def whole():
        return [one for one in sliders if one.visibleRegion().boundingRect() == one.rect()]

    qtbot.waitUntil(lambda: len(whole()) >= rows)
    parts = [dialog.title, dialog.told, dialog.close_button, dialog._body]
    boxes = [part.geometry() for part in parts]
    assert all(box.bottom() < dialog.height() for box in boxes)
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    window.resize(640, 800)
    dialog.come_to_the_middle()
    assert dialog.about.geometry().top() < dialog._body.geometry().top()


class LockedSettings:
    """Settings that another program holds."""

    def __init__(self, settings):
        self._settings = settings

    def __getattr__(self, name):
        return getattr(self._settings, name)

    def change(self, *_choices):
        raise StorageError("Another program is writing; try it again. Nothing is lost.")


def test_a_weight_that_could_not_be_kept_is_told_after_closing_too(qtbot, look, desk, window):
    hub, jobs, told = Hub(desk.announcer, window), Jobs(window), []
    jobs.untold.connect(told.append)
    locked = replace(desk, settings=LockedSettings(desk.settings))
    dialog = NoiseDialog(locked, look, jobs, hub, window)
    dialog.open()
    dialog.grid.numbers[NoiseKind.REPOST].setValue(77)
    dialog.close_button.click()
    bury()
    qtbot.waitUntil(lambda: bool(told))
    assert [type(error) for error in told] == [StorageError]
    jobs.close()
    hub.close()
