"""What a second window, or the command line, writes to the same profile is seen in the first."""

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed
from allybook.domain.acts.ticks import Tick, TickDeed
from allybook.domain.changes import Changed
from allybook.domain.check.followback import Side, Snapshot
from allybook.domain.lists import XList
from allybook.domain.mutes import MuteKind
from allybook.domain.people.accounts import Account
from allybook.domain.reading.unread import MARK, NONE, add, take_away
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.views import save_view
from allybook.ui.models.roles import Role
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


def test_a_name_that_another_program_looked_up_comes_at_once(timeline, settled, other):
    shown = other.cache.post(str(timeline.model.order()[2]))
    unknown = replace(shown, post_id=str(int(shown.post_id) + 1), author_id="777")
    other.cache.save_posts([unknown], CHAT)
    settled(lambda: timeline.sight.nameless == ("777",))
    row = timeline.model.row_of(int(unknown.post_id))
    other.cache.save_accounts([Account("777", "HeronStep", "Heron Step")], other.clock.now())
    settled(lambda: timeline.sight.nameless == ())
    assert timeline.model.row_at(row).name == "Heron Step"


def test_what_another_program_read_is_unread_no_more(timeline, settled, other):
    post_id = int(timeline.model.order()[5])
    other.cache.set_mark(MARK, add(NONE, [post_id]))
    row = timeline.model.row_of(post_id)
    settled(lambda: timeline.model.index(row, 0).data(Role.UNREAD))
    other.cache.change_mark(MARK, lambda note: take_away(note, [post_id]))
    settled(lambda: not timeline.model.index(row, 0).data(Role.UNREAD))
    assert timeline.model.row_of(post_id) == row


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


def test_what_another_program_checked_read_sent_and_asked_for_is_told(desk, settled, other):
    heard, now = [], other.clock.now()
    stop = desk.announcer.listen(heard.append)
    reading = Snapshot(Side.FOLLOWERS, frozenset({"7"}), complete=True, source="tests", as_of=now)
    other.cache.save_snapshot(desk.own_id(), reading)
    settled(lambda: any(one.snapshots for one in heard))
    other.cache.save_list(XList("9001", "Shelters"))
    settled(lambda: any(one.lists for one in heard))
    heard.clear()
    other.cache.save_members("9001", ["7"], complete=True, as_of=now)
    settled(lambda: any(one.lists for one in heard))
    other.outbox.put([Act("a1", Deed.ADD_MEMBER, "Allies", "9001", "7", "heron", now)])
    settled(lambda: any(one.outbox for one in heard))
    heard.clear()
    other.outbox.ticks.lay([Tick("t1", TickDeed.FOLLOW, now, user_id="7", handle="heron")])
    settled(lambda: any(one.ticks for one in heard))
    stop()
    assert not any(one.books or one.settings for one in heard)


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
    assert compare(told, replace(told, unread="[7]")) == Changed(unread=True)
    assert compare(told, replace(told, spent=2)) == Changed(ledger=True)
    assert compare(told, replace(told, follows=())) == Changed(snapshots=True)
    assert compare(told, replace(told, lists=())) == Changed(lists=True)
    assert compare(told, told, sent=True) == Changed(outbox=True, ticks=True)
