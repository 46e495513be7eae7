"""What a second window, or the command line, writes to the same profile is seen in the first."""

import pytest
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.mutes import MuteKind
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.views import save_view
from allybook.ui.watch import Told, Watch, compare
from tests.stories.test_timeline import CHAT
from tests.workshop import practice_desk


@pytest.fixture
def other(tmp_path, timeline, settled):
    """The desk of another program over the same profile, once this one has come to rest."""
    settled()
    with practice_desk(tmp_path) as other:
        yield other


def names(timeline):
    return {spot.place.word for spot in timeline._map.spots.values()}


def test_a_view_and_a_mute_of_another_program_come_at_once(timeline, settled, other):
    before = timeline.model.rowCount()
    save_view(other, "From the other", "housing")
    mute(other, MuteKind.WORD, "the")
    settled(lambda: "From the other" in names(timeline) and timeline.model.rowCount() < before)
    assert timeline.count() == 0


def test_posts_that_another_program_read_wait_as_ever(timeline, settled, other):
    view, rows = timeline.view, timeline.model.rowCount()
    view.verticalScrollBar().setValue(104 * 20 + 31)
    view.setCurrentIndex(timeline.model.index(24, 0))
    settled()
    top, current = view.verticalScrollBar().value(), view.current_key()
    newest = other.cache.post(str(timeline.model.order()[0]))
    fresh = [replace(newest, post_id=str(int(newest.post_id) + n)) for n in range(1, 13)]
    other.cache.save_posts(fresh, CHAT)
    settled(lambda: timeline.count() == 12)
    assert timeline.strip.new.text() == "12 new"
    assert timeline.model.rowCount() == rows
    assert (view.verticalScrollBar().value(), view.current_key()) == (top, current)


def test_where_nothing_was_written_nothing_is_read_or_announced(qtbot, desk, stage, timeline):
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    heard = []
    stop = desk.announcer.listen(heard.append)
    watch = Watch(desk, stage.jobs, stage.window, desk.versions())
    assert not watch._looking
    stage.window.hide()
    desk.cache.set_mark("nothing", "of all that is seen")
    watch.look()
    assert not watch._looking
    stop()
    assert heard == []


def test_only_what_is_other_than_before_is_announced():
    told = Told(posts=1, choices=1, books=(("a", "A"), ("b", "B")), spent=1)
    assert compare(told, told) == Changed()
    assert compare(Told(), told) == Changed(posts=True, accounts=True, settings=True, ledger=True)
    renamed = replace(told, books=(("a", "Anchors"), ("c", "C")))
    assert compare(told, renamed) == Changed(books=frozenset("abc"))
    assert compare(told, told, frozenset("b")) == Changed(books=frozenset("b"))
    assert compare(told, replace(told, spent=2)) == Changed(ledger=True)
