"""The Activity panel: rows, sentences, what can be done about each, and a thousand of them."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from allybook.domain.acts.outbox import SAID_NOT, Act, Deed, Outcome, Stage
from allybook.domain.acts.ticks import TickDeed, TickState
from allybook.domain.errors import CreditsGone
from allybook.domain.lists import XList
from allybook.domain.money.pricing import Price
from allybook.domain.money.reservations import Charge, Reservation
from allybook.domain.posts import Post
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish import ticks
from allybook.ui.dialogs.activity.dialog import ActivityDialog
from allybook.ui.dialogs.activity.offers import offer_of
from allybook.ui.dialogs.activity.panel import Activity
from allybook.ui.dialogs.activity.rows import DayRow, read_rows, row_sentence
from allybook.ui.dialogs.activity.view import DAY_HEIGHT, ActivityModel, ActivityView
from allybook.ui.hub import Hub
from allybook.ui.models.roles import SENTENCE
from allybook.ui.tour.album import GERMAN, spoken
from allybook.ui.widgets.words import Words
from tests.fakes.clock import FixedClock
from tests.fakes.network import MemoryNetwork
from tests.ui.conftest import RESOURCES
from tests.ui.dialogs.acted import CREDITS, HOUR, JUNO, LIST, ROOF, act
from tests.ui.test_ticking import Browser

LEFT = Qt.MouseButton.LeftButton
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def network():
    network = MemoryNetwork()
    network.people = {"21": JUNO, "22": ROOF}
    network.lists = {LIST: XList(LIST, "Swhelper allies", private=False)}
    network.on_lists = {LIST: ["21", "22"]}
    return network


@pytest.fixture
def book(desk):
    desk.cache.save_accounts([JUNO, ROOF], desk.clock.now())
    book = desk.book("Swhelper allies")
    nominate_handles(desk, book, ["junohale", "SafeRoof"])
    approve(desk, book, [ally.key for ally in book.allies()])
    desk.cache.save_list(XList(LIST, "Swhelper allies", private=False))
    desk.cache.set_mirror(book.info.book_id, LIST)
    desk.cache.save_members(LIST, ["21", "22"], complete=True, as_of=desk.clock.now() - 10 * HOUR)
    return book


@pytest.fixture
def filled(desk, book):
    act(desk, "made", "", 60, Outcome.CREATED, Deed.CREATE_LIST)
    act(desk, "juno", "21", 30)
    act(desk, "roof", "22", 29)
    act(desk, "gone", "23", 28, Outcome.GONE)
    act(desk, "wait", "24", 1, None)
    ticks.lay_people(desk, TickDeed.FOLLOW, [JUNO])
    done = ticks.next_tick(desk)
    ticks.settle_tick(desk, done.tick_id, TickState.DONE)
    ticks.lay_people(desk, TickDeed.UNFOLLOW, [ROOF])
    return desk


def now(desk):
    return desk.clock.now()


def rows_of(desk):
    return read_rows(desk, desk.clock.now())


def row_for(desk, key):
    return next(row for row in rows_of(desk) if row.key == key)


def test_what_waits_is_on_top_and_days_follow(filled):
    heads = [(r.words, r.aside) for r in rows_of(filled) if isinstance(r, DayRow)]
    assert heads == [
        ("Waiting", "2 things"),
        ("Today", "1 thing"),
        ("Yesterday", "3 things"),
        ("Mar 28", "1 thing"),
    ]


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("juno", "Juno Hale, @junohale, Added to “Swhelper allies”, 6:00 AM, $0.010."),
        ("gone", "@handle, Not added to “Swhelper allies”: has left X, 8:00 AM."),
        ("wait", "@handle, Waits to be added to “Swhelper allies”, 11:00 AM, $0.010."),
        ("made", "Swhelper allies, New list on X, 12:00 AM, $0.010."),
    ],
)
def test_every_row_says_itself(filled, key, sentence):
    assert row_sentence(row_for(filled, key)) == sentence


def test_ticks_say_who_did_them(filled):
    said = [row_sentence(row) for row in rows_of(filled) if row.key.startswith("tick")]
    assert said == [
        "Safe Roof Network, @SafeRoof, On your tick list: unfollow, 12:00 PM, free.",
        "Juno Hale, @junohale, Followed by hand, as you said, 12:00 PM, free.",
    ]


def test_what_was_taken_back_says_so(filled):
    act(filled, "back", "21", 2, Outcome.REMOVED, Deed.REMOVE_MEMBER, undoes="juno")
    assert row_for(filled, "juno").remark == "taken back"
    assert row_for(filled, "back").remark == "takes back"


@pytest.mark.parametrize(
    ("state", "remark"), [(TickState.DONE, "taken back"), (TickState.SKIPPED, "")]
)
def test_what_was_taken_back_by_hand_says_so_and_what_was_skipped_does_not(filled, state, remark):
    followed = next(one for one in filled.outbox.ticks.ticks() if one.deed is TickDeed.FOLLOW)
    back = ticks.lay_opposite(filled, followed)
    assert row_for(filled, followed.tick_id).remark == ""
    ticks.settle_tick(filled, back.tick_id, state)
    assert row_for(filled, followed.tick_id).remark == remark


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("deed", [Deed.ADD_MEMBER, Deed.REMOVE_MEMBER])
def test_every_outcome_has_words(filled, outcome, deed):
    act(filled, "any", "30", 3, outcome, deed)
    sign = row_for(filled, "any").sign
    assert sign.words
    assert "%" not in sign.words
    assert sign.icon


def test_an_account_nobody_knows_is_called_by_its_number(desk, book):
    act(desk, "x", "77")
    desk.outbox.erase()
    assert row_for(desk, "x").who.name == "account 77"


def test_an_emptied_cache_still_names_the_list_by_its_book(filled):
    filled.cache.empty()
    assert "“Swhelper allies”" in row_for(filled, "juno").sign.words


def test_the_model_keeps_qt_rules(qtbot, look, filled):
    model = ActivityModel()
    tester = QAbstractItemModelTester(model, FATAL)
    view = ActivityView(look, model)
    qtbot.addWidget(view)
    view.resize(640, 400)
    model.show(rows_of(filled))
    assert tester.model() is model
    assert view.rowHeight(0) == DAY_HEIGHT < view.rowHeight(1)
    assert model.index(1, 0).data(SENTENCE).startswith("Safe Roof Network")
    assert model.row_of("juno") is not None
    model.show(())
    assert model.rowCount() == 0


def test_a_thousand_acts_scroll(qtbot, look, desk, book):
    at = desk.clock.now()
    acts = [
        Act(
            f"a{n}",
            Deed.ADD_MEMBER,
            book.info.book_id,
            LIST,
            str(100 + n),
            f"ally{n}",
            at - n * HOUR,
            Stage.SETTLED,
            Outcome.ADDED,
            at - n * HOUR,
        )
        for n in range(1_000)
    ]
    desk.outbox.put(acts)
    model = ActivityModel()
    view = ActivityView(look, model)
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.show()
    model.show(rows_of(desk))
    assert model.rowCount() > 1_000
    view.scrollToBottom()
    view.grab()
    assert view.rowAt(view.viewport().height() - 20) == model.rowCount() - 1


@pytest.fixture
def activity(qtbot, desk, look, jobs, window):
    hub = Hub(desk.announcer)
    activity = Activity(replace(desk, pace=0.0), look, jobs, hub, window)
    activity.opener = Browser()
    yield activity
    hub.close()


@pytest.fixture
def show(qtbot, activity, jobs):
    def show(key=""):
        activity.open()
        panel = activity.panel
        qtbot.waitUntil(lambda: panel.model.rowCount() > 0 or panel.empty.isVisible())
        if key:
            assert panel.go_to(key)
            qtbot.waitUntil(lambda: panel.foot.sentence.text() != "")
        return panel

    return show


def press(qtbot, panel, way):
    qtbot.waitUntil(lambda: way in panel.foot.buttons)
    QTest.mouseClick(panel.foot.buttons[way], LEFT)


def test_nothing_yet_says_how_to_start(qtbot, activity, show):
    panel = show()
    assert panel.empty.isVisible()
    assert not panel.foot.isVisible()
    with qtbot.waitSignal(activity.wanted) as told:
        panel.empty.ways["allies"].click()
    assert told.args == ["allies"]


def test_it_opens_once(filled, activity, show):
    panel = show()
    activity.open()
    assert activity.panel is panel


def test_a_waiting_act_is_dropped(qtbot, filled, show):
    panel = show("wait")
    assert "nothing is on X yet" in panel.foot.sentence.text()
    press(qtbot, panel, "drop")
    qtbot.waitUntil(lambda: filled.outbox.waiting() == 0)
    qtbot.waitUntil(lambda: "Dropped" in panel.foot.what.text())
    qtbot.waitUntil(lambda: "nothing to take back" in panel.foot.sentence.text())
    assert panel.foot.buttons == {}


def test_taking_back_says_first_what_cannot_be_undone(qtbot, filled, network, activity, show):
    panel = show("juno")
    assert "Taking it back takes them off" in panel.foot.sentence.text()
    assert "publishing would add them again" in panel.foot.sentence.text()
    # One that waits would go out along with it.
    filled.outbox.withdraw("wait")
    press(qtbot, panel, "take_back")
    qtbot.waitUntil(lambda: activity.quote is not None)
    quote = activity.quote
    qtbot.waitUntil(quote.isVisible)
    quote.activateWindow()
    qtbot.waitUntil(quote.isActiveWindow)
    assert quote.not_now.hasFocus()
    assert "that cannot be taken back" in quote.accessibleDescription()
    assert network.on_lists[LIST] == ["21", "22"]
    QTest.mouseClick(quote.spend, LEFT)
    qtbot.waitUntil(panel.note.isVisible)
    assert panel.note.accessibleName() == "Juno Hale: taken back. Checked on X."
    assert network.on_lists[LIST] == ["22"]
    assert not panel.progress.isVisible()
    qtbot.waitUntil(lambda: row_for(filled, "juno").remark == "taken back")


def test_what_is_in_doubt_counts_in_its_quote(qtbot, filled, activity, show):
    charge = Charge(Price("list_create", Decimal("0.010"), per_call=True), 20)
    before = filled.clock.now() - HOUR
    hold = filled.ledger.reserve(Reservation(before, "list", "a", (charge,)), Decimal(1000))
    filled.ledger.doubt(hold)
    panel = show("juno")
    press(qtbot, panel, "take_back")
    qtbot.waitUntil(lambda: activity.quote is not None)
    said = [words.text() for words in activity.quote.findChildren(Words)]
    assert any("$0.01 in doubt" in words for words in said)


def test_why_x_did_not_do_it_is_told_in_german(filled, qtbot):
    at = filled.clock.now() - HOUR
    filled.outbox.settle("juno", Outcome.REFUSED, at, SAID_NOT)
    with spoken(RESOURCES / "translations", GERMAN):
        offer = offer_of(filled, row_for(filled, "juno"), at)
    assert "X sagte, dass es nicht getan ist, und sagt nicht, warum." in offer.sentence


def test_why_it_was_not_taken_back_is_told_in_german(filled, network, activity, show, qtbot):
    network.trouble["remove 21"] = [CreditsGone(CREDITS)]
    with spoken(RESOURCES / "translations", GERMAN):
        panel = show("juno")
        press(qtbot, panel, "take_back")
        qtbot.waitUntil(lambda: activity.quote is not None)
        QTest.mouseClick(activity.quote.spend, LEFT)
        qtbot.waitUntil(panel.note.isVisible)
    said = panel.note.accessibleName()
    assert said.startswith(
        "Juno Hale: noch nicht zurückgenommen. Das Guthaben des Entwicklerkontos"
    )


def test_a_day_of_another_year_is_one_date(filled):
    with spoken(RESOURCES / "translations", GERMAN):
        rows = read_rows(filled, filled.clock.now() + 365 * 24 * HOUR)
    assert "28. März 2026" in [row.words for row in rows if isinstance(row, DayRow)]


def test_not_now_changes_nothing(qtbot, filled, network, activity, show):
    panel = show("juno")
    press(qtbot, panel, "take_back")
    qtbot.waitUntil(lambda: activity.quote is not None)
    QTest.mouseClick(activity.quote.not_now, LEFT)
    qtbot.waitUntil(lambda: activity.quote is None)
    assert network.asked == []


@pytest.mark.parametrize(
    ("key", "words"),
    [("gone", "nothing to take back"), ("made", "deletes the list on X, for good")],
)
def test_what_cannot_be_taken_back_says_so_before(filled, show, key, words):
    panel = show(key)
    assert words in panel.foot.sentence.text()


def test_a_follow_is_taken_back_on_x(qtbot, filled, activity, show):
    key = next(r.key for r in rows_of(filled) if r.key.startswith("tick:follow"))
    panel = show(key)
    press(qtbot, panel, "opposite")
    qtbot.waitUntil(lambda: activity.opener.asked == ["https://x.com/intent/user?user_id=21"])
    qtbot.waitUntil(lambda: "Opened on X" in row_for(filled, last_tick(filled)).sign.words)


def last_tick(desk):
    return next(t.tick_id for t in desk.outbox.ticks.ticks() if t.undoes)


def test_a_mark_is_taken_back(qtbot, filled, show):
    key = next(r.key for r in rows_of(filled) if r.key.startswith("tick:follow"))
    panel = show(key)
    press(qtbot, panel, "unmark")
    qtbot.waitUntil(lambda: filled.outbox.ticks.tick(key).state is TickState.OPENED)
    press(qtbot, panel, "done")
    qtbot.waitUntil(lambda: filled.outbox.ticks.tick(key).state is TickState.DONE)


def test_a_waiting_tick_is_opened_and_skipped(qtbot, filled, activity, show):
    key = next(r.key for r in rows_of(filled) if r.key.startswith("tick:unfollow"))
    panel = show(key)
    press(qtbot, panel, "open")
    qtbot.waitUntil(lambda: filled.outbox.ticks.tick(key).state is TickState.OPENED)
    assert activity.opener.asked == ["https://x.com/intent/user?user_id=22"]
    press(qtbot, panel, "skip")
    qtbot.waitUntil(lambda: filled.outbox.ticks.tick(key).state is TickState.SKIPPED)


def test_a_like_is_looked_at(qtbot, filled, activity, show):
    like = ticks.lay_post(filled, TickDeed.LIKE, Post("20", "21", now(filled), "Hi"))
    ticks.settle_tick(filled, like.tick_id, TickState.DONE)
    panel = show(like.tick_id)
    assert "at the post itself" in panel.foot.sentence.text()
    press(qtbot, panel, "look")
    assert activity.opener.asked == ["https://x.com/i/status/20"]


def test_offline_the_price_says_when(qtbot, filled, activity, show):
    activity._desk.line.switch(up=False)
    panel = show("juno")
    button = panel.foot.buttons["take_back"]
    assert not button.isEnabled()
    assert "when online" in button.text()


def test_today_is_yesterday_once_the_day_is_over(filled, clock, hub, look, jobs, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ActivityDialog(filled, look, jobs, hub, parent)

    def days():
        return [row.words for row in dialog.model._rows if isinstance(row, DayRow)]

    qtbot.waitUntil(lambda: days() == ["Waiting", "Today", "Yesterday", "Mar 28"])
    clock.advance(seconds=24 * 3_600)
    hub.day_began.emit()
    qtbot.waitUntil(lambda: days() == ["Waiting", "Yesterday", "Mar 29", "Mar 28"])
    qtbot.waitUntil(lambda: not jobs.running())
