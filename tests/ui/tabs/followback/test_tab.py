"""The Follow-back tab through its widgets, over the real store."""

import threading
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.check.followback import Answer, CheckFlag, Side
from allybook.domain.errors import Unreachable
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.check.run import read_sides
from allybook.services.money.quote import BUDGET, spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from allybook.ui.tabs.followback.survey import reading_key, side_key, survey
from allybook.ui.tabs.followback.tab import FollowBackTab
from tests.fakes.desk import Patience
from tests.ui.tabs.followback.conftest import FAN
from tests.workshop import practice_desk

LEFT = Qt.MouseButton.LeftButton
MANY = 20_000


@pytest.fixture
def read(desk):
    """Both sides were read once."""
    read_sides(desk, Patience())
    return desk


def answers(tab):
    return {row.key: row.answer for row in tab.model.rows()}


def subtitle(tab):
    return tab.header.subtitle.text()


def words_of(tab, key):
    tab.choose(key)
    return tab.details.sentence.text()


def test_before_the_first_check_there_are_ways_to_start(open_tab):
    tab = open_tab()
    assert tab.empty.accessibleName() == "Who follows back?"
    assert subtitle(tab) == "4 allies with accounts, not checked yet"
    assert tab.check_button.text() == "Check, about $0.04"
    assert tab.empty.ways["check"].accessibleName() == "Check, about $0.04"
    assert set(tab.empty.ways) == {"check", "archive", "names"}


def test_the_check_says_its_price_and_why_this_way(open_tab):
    tab = open_tab()
    assert tab.check_button.toolTip().endswith(
        "Reading the following and followers once answers for everyone; looking up 4 accounts "
        "would cost $0.04."
    )


@pytest.mark.parametrize("start", ["button", "way"])
def test_a_check_answers_for_everyone_in_the_book(qtbot, open_tab, calm, start):
    tab = open_tab()
    pressed = tab.check_button if start == "button" else tab.empty.ways["check"]
    qtbot.mouseClick(pressed, LEFT)
    calm(lambda: len(answers(tab)) == 4 and tab.empty is None)
    assert answers(tab) == {
        "21": Answer.MUTUAL,
        "22": Answer.FAN,
        "23": Answer.IDOL,
        "24": Answer.STRANGER,
    }
    assert subtitle(tab) == "4 allies with accounts, all answers complete on Mar 31"
    assert tab.check_button.text().startswith("Check again")
    assert tab.bridge.block(Answer.MUTUAL).text() == "Mutual 1"


def test_the_cheaper_way_is_taken_and_known_later_too(qtbot, desk, network, open_tab, calm):
    desk.cache.save_accounts([replace(network.me_, followers=MANY)], desk.clock.now())
    network.problems = {"24": Problem("24", Reason.SUSPENDED)}
    del network.people["24"]
    tab = open_tab()
    assert "reading all following and followers would cost $200" in tab.check_button.toolTip()
    qtbot.mouseClick(tab.check_button, LEFT)
    calm(lambda: tab.empty is None)
    assert network.asked.count("follows") == 0
    assert answers(tab)["24"] is Answer.UNKNOWN
    assert {row.source for row in tab.model.rows()} == {"look-up"}
    assert "X does not show" in words_of(tab, "24")
    assert subtitle(tab) == "4 allies with accounts, all answers complete on Mar 31"
    again = open_tab()
    assert {key: answers(again)[key] for key in ("21", "22", "23")} == {
        "21": Answer.MUTUAL,
        "22": Answer.FAN,
        "23": Answer.IDOL,
    }


def test_a_check_that_is_stopped_says_unknown_and_keeps_what_was_read(
    qtbot, network, open_tab, calm
):
    network.page_size = 1
    gate, here = threading.Event(), threading.Event()
    plain = network.follows

    def slow(*words, **named):
        here.set()
        gate.wait(20)
        return plain(*words, **named)

    network.follows = slow
    tab = open_tab()
    qtbot.mouseClick(tab.check_button, LEFT)
    qtbot.waitUntil(lambda: here.is_set() and tab.progress.isVisible())
    assert not tab.check_button.isEnabled()
    qtbot.mouseClick(tab.progress.stop, LEFT)
    gate.set()
    calm(lambda: tab.empty is None)
    assert tab.note.isVisible()
    assert "not a no" in tab.note.accessibleName()
    assert not tab.progress.isVisible()
    assert set(answers(tab).values()) == {Answer.UNKNOWN}
    assert "cut short" in words_of(tab, "22")


def test_a_check_that_fails_says_so_above_the_answers(qtbot, network, read, open_tab, calm):
    # Both sides were read today, so reading them again is the free way.
    network.trouble["follows"] = [
        Unreachable("X cannot be reached: try again later.", passing=False)
    ]
    tab = open_tab()
    qtbot.mouseClick(tab.check_button, LEFT)
    calm(tab.note.isVisible)
    assert tab.note.accessibleName().startswith("X cannot be reached.")
    assert answers(tab)["21"] is Answer.MUTUAL
    assert tab.check_button.isEnabled()


def test_offline_the_check_is_off_and_the_answers_stay(desk, hub, read, open_tab, calm):
    tab = open_tab()
    desk.line.switch(up=False)
    hub.line_changed.emit()
    calm(lambda: not tab.checker._later.isActive())
    assert not tab.check_button.isEnabled()
    assert tab.check_button.text() == "Check again, when online"
    assert len(answers(tab)) == 4


def test_over_budget_the_check_is_off_and_says_so(desk, open_tab):
    desk.settings.write(BUDGET, "0.01")
    tab = open_tab()
    assert not tab.check_button.isEnabled()
    assert tab.check_button.text() == "Check ($0.04), over budget"
    assert not tab.empty.ways["check"].isEnabled()


def test_a_block_is_a_filter(qtbot, read, open_tab):
    tab = open_tab()
    qtbot.mouseClick(tab.bridge.block(Answer.FAN), LEFT)
    assert set(answers(tab)) == {"22"}
    qtbot.mouseClick(tab.bridge.block(Answer.FAN), LEFT)
    assert len(answers(tab)) == 4


def test_flags_and_words_narrow_too(qtbot, read, open_tab):
    tab = open_tab()
    private = tab.sifter.chips[CheckFlag.PRIVATE]
    assert (private.isVisible(), private.view.count) == (True, "1")
    assert not tab.sifter.chips[CheckFlag.GONE].isVisible()
    qtbot.mouseClick(private, LEFT)
    assert set(answers(tab)) == {"22"}
    qtbot.mouseClick(private, LEFT)
    qtbot.keyClicks(tab.sifter.field, "roof")
    assert set(answers(tab)) == {"21"}


def test_where_nobody_is_left_the_table_says_so(qtbot, read, open_tab):
    tab = open_tab()
    assert not tab.nothing.isVisible()
    qtbot.keyClicks(tab.sifter.field, "nobody at all")
    assert tab.nothing.isVisible()
    qtbot.keyClick(tab.sifter.field, Qt.Key.Key_Escape)
    assert not tab.nothing.isVisible()


def test_an_account_chosen_from_elsewhere_is_scrolled_to(network, desk, open_tab, calm):
    crowd = [Account(str(100 + n), f"person{n}", f"Person {n:02}") for n in range(60)]
    network.sides[Side.FOLLOWERS] = crowd
    network.me_ = replace(network.me_, followers=60)
    desk.cache.save_accounts([network.me_], desk.clock.now())
    read_sides(desk, Patience())
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWERS))
    calm(lambda: len(answers(tab)) == 60)
    assert tab.choose("159")
    shown = tab.findings.visualRect(tab.findings.currentIndex())
    assert tab.findings.viewport().rect().contains(shown.center())


def test_a_side_without_anybody_was_read_all_the_same(network, desk, open_tab, calm):
    network.sides[Side.FOLLOWERS] = []
    read_sides(desk, Patience())
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWERS))
    calm(lambda: subtitle(tab) == "0 followers")
    assert tab.empty is None


def test_the_details_tell_the_answer_in_a_sentence(desk, read, open_tab):
    now = desk.clock.now()
    post = Post(id_at(now), author_id="22", text="Beds open tonight.", created_at=now)
    desk.cache.save_posts([post], Source(Origin.HOME))
    tab = open_tab()
    assert words_of(tab, "22") == "They follow you, you do not follow them."
    assert tab.details.source.text() == "Known from follower pages, Mar 31"
    assert tab.details.flags.isVisible()
    assert tab.details.post.isVisible()
    assert words_of(tab, "23") == "You follow them, they do not follow you."
    assert not tab.details.flags.isVisible()
    assert not tab.details.post.isVisible()


def test_an_ally_is_shown_in_its_book(qtbot, hub, read, open_tab):
    tab = open_tab()
    assert tab.choose("21")
    with qtbot.waitSignal(hub.ally_wanted) as wanted:
        qtbot.mouseClick(tab.details.book, LEFT)
    assert wanted.args == ["21"]
    tab.activateWindow()
    tab.findings.setFocus()
    qtbot.waitUntil(tab.findings.hasFocus)
    with qtbot.waitSignal(hub.ally_wanted):
        qtbot.keyClick(tab.findings, Qt.Key.Key_B)


def test_who_is_in_no_book_cannot_be_shown_there(network, desk, open_tab, calm):
    stranger = replace(network.people["24"], user_id="29", handle="CarlPike", name="Carl Pike")
    network.sides[Side.FOLLOWERS] = [stranger]
    read_sides(desk, Patience())
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWERS))
    calm(lambda: set(answers(tab)) == {"29"})
    assert tab.choose("29")
    assert not tab.details.book.isVisible()
    assert subtitle(tab) == "1 follower, all answers complete on Mar 31"


def test_a_side_shows_everyone_on_it(read, open_tab, calm):
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWING))
    calm(lambda: set(answers(tab)) == {"21", "23"})
    assert subtitle(tab) == "2 accounts that we follow, all answers complete on Mar 31"


def test_an_earlier_reading_shows_what_it_knew(network, clock, read, open_tab, calm):
    clock.advance(seconds=timedelta(days=2).total_seconds())
    network.sides[Side.FOLLOWERS] = [*network.sides[Side.FOLLOWERS], network.people["23"]]
    read_sides(read, Patience())
    tab = open_tab()
    assert answers(tab)["23"] is Answer.MUTUAL
    assert tab.model.rows()[0].key == "22"
    tab.show_place(reading_key(tab.places_map.readings[-1]))
    calm(lambda: answers(tab).get("23") is Answer.IDOL)
    assert subtitle(tab) == "3 accounts, as they were read: Mar 31, complete"


def test_two_complete_readings_make_a_trend_and_say_since_when(
    network, clock, read, open_tab, calm
):
    tab = open_tab()
    assert not tab.band.trend.isVisible()
    clock.advance(seconds=timedelta(days=2).total_seconds())
    network.sides[Side.FOLLOWERS] = [*network.sides[Side.FOLLOWERS], network.people["23"]]
    read_sides(read, Patience())
    calm(tab.band.trend.isVisible)
    assert tab.band.number.text() == "3"
    assert tab.band.change.text() == "1 more since Mar 31"
    since = {row.key: row.since for row in tab.model.rows() if row.since}
    assert set(since) == {"23"}


def test_what_changes_elsewhere_is_shown_without_losing_the_choice(network, read, open_tab, calm):
    tab = open_tab()
    tab.choose("23")
    network.sides[Side.FOLLOWERS] = []
    read_sides(read, Patience())
    calm(lambda: answers(tab)["21"] is Answer.IDOL)
    assert tab.findings.current_key() == "23"


def test_the_price_said_is_the_price_paid(qtbot, desk, network, read, open_tab, calm):
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWERS))
    calm()
    before = spent_this_month(desk)
    assert tab.check_button.text() == "Check again, free"
    qtbot.mouseClick(tab.check_button, LEFT)
    calm()
    assert spent_this_month(desk) == before


def test_a_book_without_accounts_leads_to_everyone(qtbot, desk, read, open_tab, calm):
    empty = desk.shelf.create("New book")
    tab = open_tab()
    tab.show_place(f"book:{empty.info.book_id}")
    calm(lambda: tab.empty is not None)
    assert not tab.check_button.isVisible()
    qtbot.mouseClick(tab.empty.ways["everyone"], LEFT)
    calm(lambda: tab.places.current() == side_key(Side.FOLLOWING))


def test_before_anybody_is_approved_the_nominated_are_checked(desk, read, open_tab, calm):
    hopes = desk.shelf.create("Hopes")
    nominate_handles(desk, hopes, ["SafeRoof", "AnaHollow", "Nobody_Yet"])
    place = f"book:{hopes.info.book_id}"
    tab = open_tab()
    tab.show_place(place)
    calm(lambda: set(answers(tab)) == {"21", "22", "@Nobody_Yet"})
    assert tab.check_button.isVisible()
    # Another book has approved her, which is what is told.
    assert survey(desk, place, {}).known.members["22"].book == "Swhelper allies"
    calm()


def test_signed_out_one_can_practise_or_import(qtbot, desk, hub, look, jobs):
    signed_out = replace(desk, line=type(desk.line)(None))
    tab = FollowBackTab(signed_out, look, jobs, hub)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitUntil(lambda: tab.empty is not None)
    assert set(tab.empty.ways) == {"archive", "begin"}
    assert not tab.check_button.isVisible()
    with qtbot.waitSignal(hub.start_wanted):
        qtbot.mouseClick(tab.empty.ways["begin"], LEFT)


def test_the_practice_network_answers(qtbot, tmp_path, look):
    with practice_desk(tmp_path) as desk:
        hub, jobs = Hub(desk.announcer), Jobs()
        tab = FollowBackTab(desk, look, jobs, hub)
        qtbot.addWidget(tab)
        tab.show()
        qtbot.waitUntil(lambda: tab.empty is not None)
        qtbot.mouseClick(tab.check_button, LEFT)
        qtbot.waitUntil(lambda: tab.model.rowCount() > 0 and jobs.running() == 0, timeout=20_000)
        assert set(answers(tab).values()) == {Answer.MUTUAL, Answer.IDOL}
        assert tab.count() == 0
        hub.close()
        jobs.close()


def test_the_latest_post_says_where_its_link_leads(read, open_tab, clock):
    at, links = clock.now() - timedelta(minutes=5), ("https://beds.example/tonight",)
    post = Post(id_at(at), FAN.user_id, at, "See https://t.co/abc", links=links)
    read.cache.save_posts([post], Source(Origin.HOME))
    tab = open_tab()
    tab.choose(FAN.user_id)
    assert tab.details._post_text.text() == "See beds.example/tonight"


def test_the_age_of_the_latest_post_goes_on_with_the_clock(read, open_tab, hub, clock, calm):
    key = FAN.user_id
    at = clock.now() - timedelta(minutes=5)
    read.cache.save_posts([Post(id_at(at), key, at, "Beds tonight")], Source(Origin.HOME))
    tab = open_tab()
    tab.choose(key)
    assert tab.details._post_head.text() == "Latest post, 5 min"
    clock.advance(seconds=3 * 3_600)
    hub.minute.emit()
    assert tab.details._post_head.text() == "Latest post, 3 h"
    tab.details.show_account(None)
    hub.minute.emit()
    calm()
