"""Closing the window over a disk that takes nothing: asked first, and nothing is lost unsaid."""

from threading import Event

import pytest

from allybook.domain.mutes import Spell
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles
from allybook.services.timeline.mutes import mutes
from allybook.ui.dialogs.parting import PartingDialog
from allybook.ui.session import Destination
from tests.fakes.stuck_disk import StuckDisk


@pytest.fixture
def disk():
    disk = StuckDisk()
    yield disk
    disk.let_go()


@pytest.fixture
def muted(desk, timeline, settled, disk):
    """Somebody muted a word, which no disk took."""
    disk.stick()
    timeline.muting.mute_words("#giveaway", Spell.EVER)
    settled(desk.unkept)


@pytest.fixture
def asked(stage, muted):
    """The question, after they closed the window."""
    assert not stage.window.close()
    (dialog,) = stage.window.findChildren(PartingDialog)
    return dialog


def test_who_closes_over_what_is_not_kept_is_asked_first(qtbot, stage, asked):
    assert stage.window.isVisible()
    assert asked.accessibleName() == "Close and lose what you did last?"
    assert "is lost when Allybook closes" in asked.why.text()
    qtbot.waitUntil(asked.stay.hasFocus)
    assert asked.stay.isDefault()
    # Once more is not asked twice.
    assert not stage.window.close()
    assert len(stage.window.findChildren(PartingDialog)) == 1


def test_who_stays_has_it_kept_as_soon_as_there_is_room(stage, desk, asked, disk, settled):
    asked.stay.click()
    assert stage.window.isVisible()
    disk.let_go()
    stage.window.disk.look()
    settled(lambda: not desk.unkept())
    assert stage.window.close()
    assert [one.value for one in mutes(desk)] == ["giveaway"]


def test_who_closes_anyway_is_let_go(qtbot, stage, asked):
    asked.go.click()
    qtbot.waitUntil(lambda: not stage.window.isVisible())


def test_room_that_came_meanwhile_answers_the_question(qtbot, stage, desk, asked, disk):
    disk.let_go()
    stage.window.disk.look()
    qtbot.waitUntil(lambda: not stage.window.isVisible())
    assert not desk.unkept()


def test_who_stays_goes_to_no_other_account_later(stage, muted):
    stage.leave(Destination(practice=True))
    (dialog,) = stage.window.findChildren(PartingDialog)
    dialog.stay.click()
    assert stage.destination is None


def test_where_all_is_kept_nobody_is_asked(stage, timeline):
    assert stage.window.close()


def test_who_closes_at_once_is_asked_as_soon_as_it_is_known(qtbot, stage, timeline, disk, desk):
    disk.stick()
    timeline.muting.mute_words("#giveaway", Spell.EVER)
    assert not stage.window.close()
    # Once more changes nothing.
    assert not stage.window.close()
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(PartingDialog)))
    assert stage.window.isVisible()
    assert desk.unkept()


def test_who_closes_at_once_over_a_good_disk_is_asked_nothing(qtbot, stage, timeline, desk):
    timeline.muting.mute_words("#giveaway", Spell.EVER)
    stage.window.close()
    qtbot.waitUntil(lambda: not stage.window.isVisible())
    assert not stage.window.findChildren(PartingDialog)
    assert [one.value for one in mutes(desk)] == ["giveaway"]


def test_who_ends_the_program_is_asked_once(qtbot, stage, muted):
    stage.end()
    assert len(stage.window.findChildren(PartingDialog)) == 1
    assert stage.window.isVisible()
    assert not stage.window.close()
    # Ctrl+C once more is an answer; the cross alone is none.
    stage.end()
    assert not stage.window.isVisible()


def test_where_all_is_kept_the_program_ends_at_once(qtbot, stage, timeline):
    stage.end()
    assert not stage.window.isVisible()
    assert stage.destination is None


def test_what_does_not_end_is_waited_for_no_longer_than_closing_waits(qtbot, stage):
    go_on = Event()
    stage.jobs.act(stage.window, lambda _ticket: go_on.wait(30), done=print, failed=print)
    try:
        assert not stage.window.close()
        qtbot.waitUntil(lambda: not stage.window.isVisible())
        assert stage.jobs.running(sure=True) == 1
    finally:
        go_on.set()


@pytest.fixture
def begun(stage, desk, book_shown, settled):
    """Somebody began a note about an ally, and went elsewhere before it was added."""
    nominate_handles(desk, desk.book(), ["harbor_row"])
    approve(desk, desk.book(), ["@harbor_row"])
    allies = stage.window.allies()
    book_shown(allies)
    allies.show_ally("@harbor_row")
    settled(lambda: allies.details.key == "@harbor_row")
    allies.details.notes.start()
    allies.details.notes.box.setPlainText("Call Rosa at the d")
    stage.window.timeline()
    return allies.details


def test_who_closes_over_a_note_that_is_half_written_is_asked_first(stage, desk, begun, settled):
    assert not stage.window.close()
    (dialog,) = stage.window.findChildren(PartingDialog)
    assert f"The note that you began about {begun.row.name} is in no book" in dialog.why.text()
    assert "disk" not in dialog.why.text()
    dialog.stay.click()
    assert stage.window.isVisible()
    begun.notes.send.click()
    settled(lambda: bool(desk.book().ally("@harbor_row").notes))
    assert stage.window.close()


def test_who_closes_anyway_over_a_note_is_let_go(qtbot, stage, begun):
    assert not stage.window.close()
    (dialog,) = stage.window.findChildren(PartingDialog)
    dialog.go.click()
    qtbot.waitUntil(lambda: not stage.window.isVisible())


@pytest.fixture
def offered(qtbot, stage, desk, muted, disk, settled):
    """What was not written is offered again: there is room by now."""
    strip = stage.window.disk.strip
    strip.take(lambda: None)
    settled(lambda: not strip.busy)
    disk.let_go()
    stage.window.disk.look()
    settled(lambda: strip.offers and not desk.unkept())
    return strip


def test_what_is_only_offered_again_is_asked_about_in_its_own_words(stage, offered):
    assert "There is room again" in offered.accessibleName()
    offered.hide()
    assert not stage.window.close()
    (dialog,) = stage.window.findChildren(PartingDialog)
    assert "press “Try again”" in dialog.why.text()
    assert "make room" not in dialog.why.text()
    assert offered.isVisible()
    dialog.stay.click()
    offered.followed.emit("again")
    assert stage.window.close()


def test_what_is_waved_away_with_the_cross_is_not_asked_about(stage, offered):
    offered.closed.emit()
    assert stage.window.close()
