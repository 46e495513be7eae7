"""What was done on X can be seen, taken back and gone on with, also after a restart."""

import json
from contextlib import contextmanager

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allybook.domain.acts.intents import post_address
from allybook.domain.acts.ticks import TickDeed
from allybook.domain.errors import NotThere
from allybook.services.books.edit import approve
from allybook.services.lists.pull import pull
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.resolve import resolve_handles
from allybook.services.publish.plan import plan_list
from allybook.services.publish.run import publish
from allybook.services.publish.ticks import lay_people
from allybook.services.reading.refresh import refresh
from allybook.ui.models.roles import Role
from allybook.ui.session import Stage
from tests.fakes.desk import Patience
from tests.fakes.ways import FakeWays
from tests.stories.command import allybook
from tests.ui.rest import come_to_rest
from tests.ui.test_ticking import Browser
from tests.workshop import practice_desk

LEFT = Qt.MouseButton.LeftButton
HANDLES = ["DovetailPeers", "SixpenceDebt", "imogen_cr"]


@pytest.fixture
def sit_down(qtbot, look, tmp_path):
    """Return a way to open the window over the same profile, again and again."""

    @contextmanager
    def opened():
        with practice_desk(tmp_path) as desk:
            stage = Stage(replace(desk, pace=0.0), look, FakeWays())
            stage.window.show()
            qtbot.waitExposed(stage.window)
            yield stage.window, stage.jobs, desk
            come_to_rest(qtbot, stage.jobs.running)
            stage.close()

    return opened


@pytest.fixture
def published(tmp_path):
    """Three allies are on a new list; the program has ended since."""
    with practice_desk(tmp_path) as desk:
        resolve_handles(desk, HANDLES, Patience())
        nominate_handles(desk, desk.book(), HANDLES)
        approve(desk, desk.book(), [ally.key for ally in desk.book().allies()])
        done = publish(replace(desk, pace=0.0), plan_list(desk, desk.book()), Patience())
        assert len(done.acts) == 3
        return done.list_id


def members(desk, list_id):
    """Return who is on the list by X's own word."""
    pull(desk, list_id, Patience())
    shown = desk.cache.members(list_id).user_ids
    return {account.handle for account in desk.cache.accounts(sorted(shown)).values()}


def open_panel(qtbot, window, jobs):
    QTest.mouseClick(window.shell.status.outbox, LEFT)
    panel = window.activity.panel
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0 or panel.empty.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: not jobs.running(), timeout=20_000)
    return panel


def choose(qtbot, panel, name, words):
    """Make the row about someone current, and return what its act or tick is."""
    rows = (panel.model.index(n, 0).data(Role.ROW) for n in range(panel.model.rowCount()))
    row = next(r for r in rows if getattr(r, "who", None) and r.who.name == name
               and words in r.sign.words)  # fmt: skip
    assert panel.go_to(row.key)
    qtbot.waitUntil(lambda: panel.foot.sentence.text() != "", timeout=20_000)
    return row


def ask(qtbot, window, panel):
    """Press "Take back", and wait until the quote is there."""
    QTest.mouseClick(panel.foot.buttons["take_back"], LEFT)
    qtbot.waitUntil(lambda: window.activity.quote is not None, timeout=20_000)


def test_one_of_three_is_taken_back_after_a_restart(qtbot, published, sit_down):
    with sit_down() as (window, jobs, desk):
        name = desk.cache.accounts_by_handle(["SixpenceDebt"])["sixpencedebt"].name
        before = members(desk, published)
        spent = spent_this_month(desk)
        panel = open_panel(qtbot, window, jobs)
        choose(qtbot, panel, name, "Added to")
        ask(qtbot, window, panel)
        quote = window.activity.quote
        assert spent_this_month(desk) == spent
        QTest.mouseClick(quote.spend, LEFT)
        qtbot.waitUntil(panel.note.isVisible, timeout=20_000)
        assert panel.note.accessibleName() == f"{name}: taken back. Checked on X."
        assert members(desk, published) == before - {"SixpenceDebt"}
    # And back again, after another restart: the list is as it was before.
    with sit_down() as (window, jobs, desk):
        panel = open_panel(qtbot, window, jobs)
        row = choose(qtbot, panel, name, "Taken off")
        assert row.remark == "takes back"
        ask(qtbot, window, panel)
        QTest.mouseClick(window.activity.quote.spend, LEFT)
        qtbot.waitUntil(panel.note.isVisible, timeout=20_000)
        assert members(desk, published) == before


def test_the_panel_costs_what_it_said(qtbot, published, sit_down):
    with sit_down() as (window, jobs, desk):
        name = desk.cache.accounts_by_handle(["imogen_cr"])["imogen_cr"].name
        panel = open_panel(qtbot, window, jobs)
        choose(qtbot, panel, name, "Added to")
        ask(qtbot, window, panel)
        quote, before, billed = window.activity.quote, spent_this_month(desk), desk.billed()
        said = quote._view.dollars
        QTest.mouseClick(quote.spend, LEFT)
        qtbot.waitUntil(panel.note.isVisible, timeout=20_000)
        assert spent_this_month(desk) - before == said == desk.billed() - billed > 0


def test_a_list_made_by_mistake_goes_again(qtbot, published, sit_down):
    with sit_down() as (window, jobs, desk):
        panel = open_panel(qtbot, window, jobs)
        choose(qtbot, panel, "My allies", "New list")
        assert "for good" in panel.foot.sentence.text()
        ask(qtbot, window, panel)
        assert "cannot be taken back" in window.activity.quote.accessibleDescription()
        QTest.mouseClick(window.activity.quote.spend, LEFT)
        qtbot.waitUntil(panel.note.isVisible, timeout=20_000)
        with pytest.raises(NotThere):
            desk.line.network().x_list(published)
    with sit_down() as (window, jobs, desk):
        assert plan_list(desk, desk.book()).list_id is None
        panel = open_panel(qtbot, window, jobs)
        choose(qtbot, panel, "My allies", "List deleted")
        assert panel.foot.buttons == {}


def test_three_follows_with_a_restart_in_the_middle(qtbot, published, sit_down):
    browser = Browser()
    with sit_down() as (window, jobs, desk):
        people = list(desk.cache.accounts_by_handle(HANDLES).values())
        lay_people(desk, TickDeed.FOLLOW, people)
        tab = window.followback()
        tab.ticking.opener = browser
        ticks = tab.tick_list
        qtbot.waitUntil(lambda: ticks.numbers.text() == "0 of 3 done", timeout=20_000)
        QTest.mouseClick(ticks.open, LEFT)
        qtbot.waitUntil(ticks.done.isEnabled, timeout=20_000)
        QTest.mouseClick(ticks.done, LEFT)
        qtbot.waitUntil(lambda: ticks.numbers.text() == "1 of 3 done", timeout=20_000)
        QTest.mouseClick(ticks.open, LEFT)
        qtbot.waitUntil(ticks.done.isEnabled, timeout=20_000)
        second = ticks.name.text()
    with sit_down() as (window, jobs, desk):
        tab = window.followback()
        tab.ticking.opener = browser
        ticks = tab.tick_list
        qtbot.waitUntil(lambda: ticks.numbers.text() == "1 of 3 done", timeout=20_000)
        assert ticks.name.text() == second
        assert ticks.done.isEnabled()
        QTest.mouseClick(ticks.done, LEFT)
        qtbot.waitUntil(lambda: ticks.numbers.text() == "2 of 3 done", timeout=20_000)
        QTest.mouseClick(ticks.skip, LEFT)
        qtbot.waitUntil(lambda: ticks.numbers.text() == "3 of 3 done", timeout=20_000)
        assert not ticks.card.isVisible()
        panel = open_panel(qtbot, window, jobs)
        choose(qtbot, panel, second, "Followed by hand")
    assert browser.asked == [f"https://x.com/intent/follow?user_id={p.user_id}" for p in people[:2]]


def test_a_like_and_an_answer_from_the_timeline(qtbot, sit_down):
    browser = Browser()
    with sit_down() as (window, jobs, desk):
        refresh(desk, Patience(), most=100)
        tab = window.timeline()
        tab.by_hand.ticking.opener = browser
        qtbot.waitUntil(lambda: tab.model.rowCount() > 0, timeout=20_000)
        qtbot.waitUntil(lambda: not jobs.running(), timeout=20_000)
        tab.view.setCurrentIndex(tab.model.index(0, 0))
        post = tab.view.currentIndex().data(Role.ROW).row.post
        spent = spent_this_month(desk)
        QTest.mouseClick(tab.details.acts.like, LEFT)
        qtbot.waitUntil(tab.tick_list.done.isEnabled, timeout=20_000)
        QTest.mouseClick(tab.tick_list.done, LEFT)
        qtbot.waitUntil(lambda: tab.tick_list.numbers.text() == "1 of 1 done", timeout=20_000)
        QTest.mouseClick(tab.details.acts.reply, LEFT)
        qtbot.waitUntil(lambda: tab.tick_list.numbers.text() == "1 of 2 done", timeout=20_000)
        qtbot.waitUntil(lambda: not jobs.running(), timeout=20_000)
        QTest.mouseClick(tab.details.acts.open, LEFT)
        assert browser.asked[:2] == [
            f"https://x.com/intent/like?tweet_id={post.post_id}",
            f"https://x.com/intent/tweet?in_reply_to={post.post_id}",
        ]
        assert browser.asked[2] == post_address(post.post_id)
        assert spent_this_month(desk) == spent


def test_the_same_at_the_command_line(tmp_path, published):
    def run(*words):
        return allybook("--practice", *words, profile=tmp_path)

    rows = run("activity", "--json").json
    added = next(row for row in rows if row["handle"].lower() == "sixpencedebt")
    refused = run("take-back", added["id"])
    assert refused.status == 2
    assert "--yes" in refused.err
    done = run("take-back", added["id"], "--yes")
    assert (done.status, done.out) == (0, f"Taken back: @{added['handle']}.\n")
    again = run("activity", "--json").json
    assert again[0]["undoes"] == added["id"]
    assert json.dumps(again).count("removed") == 1
    assert run("ticks", "next").status == 0
