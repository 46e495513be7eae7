"""The tick list of the follow-back tab: nothing is preselected, and one comes after the other."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from allybook.domain.acts.ticks import TickDeed
from allybook.domain.check.followback import Answer, Side
from allybook.domain.people.accounts import Connection
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.check.run import read_sides
from allybook.services.publish.ticks import lay_post, waiting_ticks
from allybook.ui.models.findings import FindingColumn
from allybook.ui.models.roles import CHECK
from allybook.ui.tabs.followback.survey import side_key
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton
TICKED = Qt.CheckState.Checked


@pytest.fixture
def tab(desk, open_tab, qtbot, jobs):
    read_sides(desk, Patience())
    tab = open_tab()
    tab.opened = []
    tab.ticking.opener = lambda address: tab.opened.append(address) or True
    yield tab
    qtbot.waitUntil(lambda: jobs.running() == 0)


def box(tab, key):
    return tab.model.index(tab.model.row_of(key), FindingColumn.TICK)


def laid(tab):
    return {row.key for row in tab.model.rows() if box(tab, row.key).data(CHECK) == TICKED}


def test_nothing_is_preselected_and_there_is_no_all(tab):
    assert laid(tab) == set()
    assert not tab.tick_list.isVisible()
    words = {button.text() for button in tab.findChildren(QAbstractButton)}
    assert not any("all" in word.lower().split() for word in words)


def test_who_is_mutual_has_no_box(tab):
    assert box(tab, "21").data(CHECK) is None
    assert box(tab, "22").data(CHECK) == Qt.CheckState.Unchecked


def test_a_box_means_on_the_tick_list(qtbot, tab):
    tab.model.setData(box(tab, "22"), TICKED, CHECK)
    tab.model.setData(box(tab, "23"), TICKED, CHECK)
    qtbot.waitUntil(lambda: tab.tick_list.numbers.text() == "0 of 2 done")
    assert tab.tick_list.name.text() == "Ana Hollow"
    assert "They follow you" in tab.tick_list.what.text()
    tab.model.setData(box(tab, "22"), Qt.CheckState.Unchecked, CHECK)
    qtbot.waitUntil(lambda: tab.tick_list.name.text() == "Underhill Night Line")
    assert tab.tick_list.what.text().startswith("Unfollow")
    assert laid(tab) == {"23"}


def test_an_ally_with_tags_is_shown_in_this_window_and_in_none_of_its_own(tab, go_to_list, calm):
    go_to_list(tab)
    with_tags = next(key for key, one in tab._sight.known.members.items() if one.ally.tags)
    assert tab.choose(with_tags)
    calm()
    assert tab.isActiveWindow()
    assert tab.findings.hasFocus()


def test_what_the_letter_of_the_tick_list_did_is_said(qtbot, tab, go_to_list):
    heard = []
    go_to_list(tab)
    tab.acts.say_aloud = lambda _widget, words: heard.append(words)
    for key, words in (("22", "AnaHollow. Follow."), ("23", "NightLine. Unfollow, on their pro")):
        assert tab.choose(key)
        qtbot.keyClick(tab.findings, Qt.Key.Key_T)
        qtbot.waitUntil(lambda: bool(heard))
        assert heard.pop().startswith(f"On the tick list: @{words}")
    qtbot.keyClick(tab.findings, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["Off the tick list: @NightLine."]
    # What is looked up anew has nothing new to say.
    tab.ticking.refresh()
    assert len(heard) == 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("22", "Follow back one by one…"),
        ("23", "Unfollow one by one…"),
        ("24", "Follow one by one…"),
    ],
)
def test_the_details_offer_it_by_the_answer(qtbot, tab, key, words):
    assert tab.choose(key)
    assert tab.details.tick.text() == words
    tab.details.tick.click()
    qtbot.waitUntil(lambda: tab.details.tick.text() == "Take off the tick list")
    assert laid(tab) == {key}
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.findings.setFocus()
    QTest.keyClick(tab.findings, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: laid(tab) == set())


def test_nothing_is_offered_where_both_follow(tab):
    tab.choose("21")
    assert not tab.details.tick.isVisible()


def follow_back(network, tab, qtbot, jobs, key):
    """Let somebody follow back, and check again."""
    network.sides[Side.FOLLOWERS] = [*network.sides[Side.FOLLOWERS], network.people[key]]
    network.people[key] = replace(
        network.people[key], connections=frozenset({Connection.FOLLOWED_BY, Connection.FOLLOWING})
    )
    tab.checker.check()
    qtbot.waitUntil(lambda: tab._find(key).answer is Answer.MUTUAL and jobs.running() == 0)


def test_what_was_planned_can_be_taken_off_when_they_follow_back(qtbot, tab, network, jobs):
    tab.choose("23")
    tab.details.tick.click()
    qtbot.waitUntil(lambda: laid(tab) == {"23"})
    follow_back(network, tab, qtbot, jobs, "23")
    assert tab.tick_list.what.text() == "Unfollow, on their profile. You follow each other."
    assert box(tab, "23").data(CHECK) == TICKED
    assert tab.choose("23")
    assert tab.details.tick.text() == "Take off the tick list"
    tab.details.tick.click()
    qtbot.waitUntil(lambda: laid(tab) == set())
    assert box(tab, "23").data(CHECK) is None
    assert not tab.details.tick.isVisible()


def test_a_box_of_who_follows_back_by_now_is_unticked_and_gone(qtbot, tab, network, jobs):
    tab.model.setData(box(tab, "23"), TICKED, CHECK)
    qtbot.waitUntil(tab.tick_list.card.isVisible)
    follow_back(network, tab, qtbot, jobs, "23")
    assert tab.model.setData(box(tab, "23"), Qt.CheckState.Unchecked, CHECK)
    qtbot.waitUntil(lambda: not tab.tick_list.isVisible())
    assert not tab.model.setData(box(tab, "23"), TICKED, CHECK)


def test_why_somebody_is_on_the_list_is_said_from_every_place(qtbot, desk, tab, jobs):
    tab.model.setData(box(tab, "22"), TICKED, CHECK)
    qtbot.waitUntil(tab.tick_list.card.isVisible)
    why = tab.tick_list.what.text()
    assert "They follow you" in why
    tab.show_place(side_key(Side.FOLLOWING))
    qtbot.waitUntil(lambda: tab.model.row_of("22") is None and jobs.running() == 0)
    assert tab.tick_list.what.text() == why
    tab.ticking.refresh()
    assert tab.tick_list.what.text() == why


def test_a_like_is_no_box_and_unticking_leaves_it(qtbot, desk, tab):
    now = desk.clock.now()
    lay_post(desk, TickDeed.LIKE, Post(id_at(now), "23", now, "Which counties?"))
    qtbot.waitUntil(tab.tick_list.card.isVisible)
    assert laid(tab) == set()
    tab.model.setData(box(tab, "23"), TICKED, CHECK)
    qtbot.waitUntil(lambda: tab.tick_list.numbers.text() == "0 of 2 done")
    tab.model.setData(box(tab, "23"), Qt.CheckState.Unchecked, CHECK)
    qtbot.waitUntil(lambda: tab.tick_list.numbers.text() == "0 of 1 done")
    assert [tick.deed for tick in waiting_ticks(desk)] == [TickDeed.LIKE]


def test_done_unticks_the_box(qtbot, tab):
    tab.choose("22")
    tab.details.tick.click()
    qtbot.waitUntil(tab.tick_list.card.isVisible)
    QTest.mouseClick(tab.tick_list.open, LEFT)
    qtbot.waitUntil(tab.tick_list.done.isEnabled)
    assert tab.opened == ["https://x.com/intent/follow?user_id=22"]
    # What was opened stays on the list until it is said what came of it.
    tab.model.setData(box(tab, "22"), Qt.CheckState.Unchecked, CHECK)
    qtbot.waitUntil(lambda: laid(tab) == {"22"})
    QTest.mouseClick(tab.tick_list.done, LEFT)
    qtbot.waitUntil(lambda: laid(tab) == set())
    assert tab.tick_list.last.text() == "Ana Hollow: followed"


def test_engage_first_answers_their_latest_post(qtbot, desk, open_tab, tab):
    now = desk.clock.now()
    post = Post(id_at(now), "23", now, "Which counties still ask for a fax?")
    desk.cache.save_posts([post], Source(Origin.HOME))
    other = open_tab()
    other.ticking.opener = lambda address: tab.opened.append(address) or True
    other.choose("23")
    other.details.reply.click()
    qtbot.waitUntil(lambda: tab.opened != [])
    assert tab.opened == [f"https://x.com/intent/tweet?in_reply_to={post.post_id}"]
    qtbot.waitUntil(other.tick_list.done.isEnabled)
    assert "Which counties" in other.tick_list.what.text()


def test_the_list_is_reached_where_it_is_folded_away(qtbot, tab):
    tab.model.setData(box(tab, "22"), TICKED, CHECK)
    qtbot.waitUntil(tab.tick_list.card.isVisible)
    assert not tab.ticks_button.isVisible()
    tab.resize(853, 480)
    assert tab.ticks_button.isVisible()
    assert tab.ticks_button.text() == "Tick list, 1"
    tab.ticks_button.click()
    assert tab.panes.drawer.isVisible()


def test_who_cannot_be_opened_on_x_is_offered_as_an_address(qtbot, tab, hub):
    tab.ticking.opener = lambda _address: False
    assert tab.choose("22")
    with qtbot.waitSignal(hub.unopened) as told:
        tab.details.open_asked.emit()
    assert told.args == ["https://x.com/intent/user?user_id=22"]
