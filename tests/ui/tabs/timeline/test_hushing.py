"""Muting and keeping in the timeline, and what becomes of the posts."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.filters.show import show
from allybook.domain.mutes import MUTES, Mute, MuteKind, Spell, write_mutes
from allybook.domain.noise.kinds import NoiseKind
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.timeline.mutes import mutes
from allybook.services.timeline.noise import set_weights
from allybook.services.timeline.spare import spared
from allybook.ui.dialogs.noise.dialog import NoiseDialog
from allybook.ui.tabs.timeline.mute_card import MuteCard
from tests.ui.tabs.timeline.conftest import LOUD
from tests.ui.tabs.timeline.hands import choose, go_to, words


def test_posts_like_one_that_was_hidden_stay_in_sight_until_one_says_otherwise(desk, tab, calm):
    go_to(tab, "Quiet folder")
    calm(lambda: tab.model.rowCount() == 1)
    choose(tab, LOUD)
    assert tab.details.acts.keep.isVisible()
    tab.details.acts.keep.click()
    calm(lambda: tab.model.rowCount() == 0)
    assert [show(one) for one in spared(desk)] == ["#win #free #now"]
    assert tab.note.isVisible()
    tab.show_filter("")
    calm(lambda: tab.model.rowCount() == 63)
    choose(tab, LOUD)
    why = tab.model.index(tab.view.currentIndex().row(), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "kept: you keep posts with #win" in why
    assert not tab.details.acts.keep.isVisible()
    tab.details.acts.hide_again.click()
    calm(lambda: tab.model.rowCount() == 62)
    assert spared(desk) == ()


def test_an_author_is_never_hidden_again(desk, tab, calm):
    go_to(tab, "Quiet folder")
    calm(lambda: tab.model.rowCount() == 1)
    choose(tab, LOUD)
    tab.details.acts.spare.click()
    calm(lambda: tab.model.rowCount() == 0)
    assert [show(one) for one in spared(desk)] == ["from:MegaDeals4Good"]


def test_a_muted_author_goes_quiet_and_is_heard_again(desk, tab, calm):
    choose(tab, "@TamsinOdell We do, ask us.")
    menu = tab.muting.menu()
    (author,) = [one.menu() for one in menu.actions() if one.menu()]
    assert author.title() == "Mute @HarborRowSN"
    spells = {action.text(): action for action in author.actions()}
    assert list(spells) == ["For a day", "For a week", "For ever"]
    spells["For a week"].trigger()
    calm(lambda: tab.model.rowCount() == 41)
    assert "Muted: @HarborRowSN, until Apr 7, 9:00 AM." in tab.note.accessibleName()
    go_to(tab, "Muted")
    calm(lambda: tab.model.rowCount() == 21)
    calm(lambda: words(tab)["Muted"].place.count == "21")
    tab.view.setCurrentIndex(tab.model.index(0, 0))
    assert tab.details.acts.unmute.text() == "Unmute @HarborRowSN"
    tab.details.acts.unmute.click()
    calm(lambda: tab.model.rowCount() == 0)
    assert mutes(desk) == ()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({}, "Its posts wait in the quiet folder, reposts of them too."),
        (
            {NoiseKind.MUTED: 40},
            "“Muted” weighs 40, and posts wait above 40: what has no other noise stays in sight.",
        ),
        (
            {NoiseKind.ALLY: -60},
            "Its posts wait in the quiet folder, but not all: “muted” weighs 100, and what speaks "
            "for a post, as that an ally wrote it, takes up to 80 away.",
        ),
    ],
)
def test_what_a_mute_does_is_said_by_what_it_weighs(desk, tab, calm, chosen, said):
    set_weights(desk, chosen)
    calm()
    tab.muting.mute_words("beds tonight", Spell.DAY)
    calm(lambda: "Muted: " in tab.note.accessibleName())
    assert said in tab.note.accessibleName()


def test_the_box_says_whether_quiet_posts_are_shown_wherever_one_goes(tab, calm):
    tab.strip.with_quiet.click()
    calm(lambda: tab.model.rowCount() == 63)
    go_to(tab, "Home timeline")
    calm(lambda: tab.model.rowCount() == 62)
    assert not tab.strip.with_quiet.isChecked()
    go_to(tab, "Muted")
    calm(lambda: tab.model.rowCount() == 0)
    assert tab.strip.with_quiet.isChecked()
    tab.show_filter("beds")
    assert not tab.strip.with_quiet.isChecked()
    calm()


def test_how_noise_is_judged_opens_from_the_places_and_from_a_post(tab, qtbot, calm):
    tab.muting.judging.click()
    (dialog,) = tab.findChildren(NoiseDialog)
    assert dialog.isVisible()
    dialog.close()
    calm(lambda: not tab.findChildren(NoiseDialog) or dialog.isHidden())
    choose(tab, "Does anyone have a consent form?")
    tab.details.judging.click()
    assert any(one.isVisible() for one in tab.findChildren(NoiseDialog))
    for one in tab.findChildren(NoiseDialog):
        one.close()
    calm()


def test_words_are_muted_as_they_are_typed(desk, tab, calm):
    choose(tab, "Beds tonight, row 0")
    card = MuteCard(tab.look, tab)
    assert not card.yes.isEnabled()
    card.answered.connect(tab.muting.mute_words)
    card.field.setText("beds tonight")
    card.spell.setCurrentIndex(2)
    card.yes.click()
    calm(lambda: tab.model.rowCount() == 42)
    assert "Muted: “beds tonight”, for ever." in tab.note.accessibleName()
    tab.muting.mute_words("!!!", Spell.DAY)
    calm(lambda: "nothing was changed" in tab.note.accessibleName().lower())
    assert len(mutes(desk)) == 1


def test_what_passes_on_a_muted_author_says_so_and_can_be_heard_again(desk, tab, clock, calm):
    moment = clock.now()
    told = Post(id_at(moment, sequence=7), "33", moment, "RT @HarborRowSN: beds", repost_of="7")
    desk.cache.save_posts([told], Source(Origin.HOME))
    tab.muting.mute_words("@HarborRowSN", Spell.WEEK)
    calm(lambda: words(tab)["Muted"].place.count == "22")
    go_to(tab, "Muted")
    calm(lambda: tab.model.rowCount() == 22)
    choose(tab, told.text)
    assert tab.details.acts.unmute.isVisible()
    assert tab.details.acts.unmute.text() == "Unmute @HarborRowSN"
    tab.details.acts.unmute.click()
    calm(lambda: not mutes(desk))


def test_who_was_muted_by_handle_and_by_id_is_heard_again_at_one_click(desk, tab, calm):
    (account,) = desk.cache.accounts_by_handle(["HarborRowSN"]).values()
    handle = Mute(MuteKind.AUTHOR, account.handle)
    by_id = Mute(MuteKind.AUTHOR, account.handle, user_id=account.user_id)
    desk.settings.write(MUTES, write_mutes([handle, by_id]))
    go_to(tab, "Muted")
    calm(lambda: tab.model.rowCount() == 21)
    tab.view.setCurrentIndex(tab.model.index(0, 0))
    tab.details.acts.unmute.click()
    calm(lambda: tab.model.rowCount() == 0)
    assert mutes(desk) == ()
    assert "Unmuted: @HarborRowSN." in tab.note.accessibleName()


def test_a_mute_ends_by_itself_while_the_window_is_open(tab, hub, clock, calm):
    tab.muting.mute_words("beds tonight", Spell.DAY)
    calm(lambda: tab.model.rowCount() == 42)
    hub.minute.emit()
    calm(lambda: tab.model.rowCount() == 42)
    clock.advance(seconds=86_401)
    hub.minute.emit()
    calm(lambda: tab.model.rowCount() == 62)
    assert tab.model.rowCount() == 62
