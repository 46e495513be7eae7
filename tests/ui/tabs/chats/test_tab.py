"""The chats tab on the practice network: count, capture, name, nominate, save."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QPoint

from allybook.domain.book.entry import Status
from allybook.domain.posts import Post
from allybook.ports.files import Lump
from allybook.services.money.quote import spent_this_month
from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.models.chat import ChatPost
from allybook.ui.models.roles import Role
from tests.fakes.torn_file import TornFile

NOON = datetime(2026, 3, 30, 12, tzinfo=UTC)


def test_without_a_chat_it_offers_ways_to_one(room, qtbot):
    tab = room.tab
    assert tab.body.currentWidget() is tab.start
    assert tab.chat is None
    assert tab.count() == 0
    assert not tab.count_button.isVisible()
    tab.start.ways["capture"].click()
    dialog = tab.findChild(AskName)
    dialog.field.setText("#SwHelper")
    dialog.keep.click()
    room.until(tab.count_button.isVisible)
    assert tab.places.current() == "swhelper"


def test_a_chat_is_counted_first_and_then_captured_for_exactly_that(room):
    tab = room.tab
    tab.open_chat("#SwHelper")
    room.until(tab.count_button.isVisible)
    assert tab.count_button.text() == "Count first, $0.005"
    assert tab.capture_button.text() == "Capture, at most $2.50"
    tab.count_button.click()
    room.until(lambda: not tab.count_button.isVisible())
    assert spent_this_month(room.desk) == Decimal("0.005")
    counted = tab.buying.counted["swhelper", False].posts
    price = f"${counted * Decimal('0.005'):.2f}"
    assert tab.capture_button.text() == f"Capture {counted} posts, {price}"
    told = f"X counts {counted} posts from the last seven days, reposts left out"
    assert tab.header.subtitle.text() == told
    tab.capture_button.click()
    room.until(lambda: tab.chat and len(tab.chat.posts) > 300)
    assert spent_this_month(room.desk) == counted * Decimal("0.005") + Decimal("0.005")
    assert tab.header.title.text() == "#SwHelper"
    assert tab.count_button.text() == "Count new posts, $0.005"
    assert not tab.capture_button.isVisible()


def test_a_captured_chat_opens_at_the_question_for_allies(room):
    room.capture()
    tab = room.tab
    assert list(tab.questions.rows()) == ["q1", "q2", "q3", "q4", "q5", "q6"]
    assert tab.questions.current() == "q3"
    opened = [group.key for _, group in tab.model.group_rows() if tab.model.is_open(group)]
    assert opened == ["q3"]
    assert tab.details.header.subtitle.text().endswith("people")


def test_choosing_a_question_pins_it_and_goes_there(room):
    room.capture()
    tab = room.tab
    tab.questions.rows()["q5"].click()
    assert tab.view.current_key() == "q5"
    assert tab.view.rowViewportPosition(tab.model.row_of("q5")) == 0
    tab.model.toggle("q5")
    tab.questions.rows()["q5"].click()
    group = tab.model.rows()[tab.model.row_of("q5")]
    assert tab.model.is_open(group)


def test_a_nomination_leads_to_the_post_that_said_it(room):
    room.capture()
    tab = room.tab
    last = tab.details.model.rows()[-1]
    tab.details.view.go_to(last.key)
    assert tab.view.current_key() == int(last.post_id)
    assert isinstance(tab.view.currentIndex().data(Role.ROW), ChatPost)


def test_names_are_shown_for_their_price_and_asked_once(room):
    room.capture()
    tab = room.tab
    assert tab.names_strip.isVisible()
    number = len(tab._page.unnamed)
    assert tab.names_button.text() == f"Show {number} names, ${number * Decimal('0.01'):.2f}"
    tab.names_button.click()
    room.until(lambda: not tab.buying.busy and not tab._page.unnamed)
    assert not tab.names_strip.isVisible()
    names = {one.name for one in tab.details.model.rows()}
    assert any(not name.startswith(("@", "#")) for name in names)


def test_what_is_open_stays_open_when_names_come(room):
    room.capture()
    tab = room.tab
    tab.choose_question("q2")
    tab.model.toggle("introductions")
    before = [group.key for _, group in tab.model.group_rows() if tab.model.is_open(group)]
    tab.names_button.click()
    room.until(lambda: not tab.names_strip.isVisible() and not tab.buying.busy)
    after = [group.key for _, group in tab.model.group_rows() if tab.model.is_open(group)]
    assert before == after == ["introductions", "q2"]
    assert tab.questions.current() == "q2"


def test_nominations_go_to_the_inbox_and_the_note_leads_there(room, qtbot):
    room.capture()
    tab = room.tab
    shared = {one.key for one in tab.details.model.rows()}
    assert not room.desk.shelf.books()
    tab.inbox_button.click()
    room.until(lambda: not tab.details.note.isHidden())
    allies = room.desk.book().allies()
    assert {one.key for one in allies if one.status is Status.NOMINATED} == shared
    told = tab.details.note.accessibleName()
    assert told == f"{len(shared)} nominations are in the inbox of My allies. Look"
    room.until(lambda: tab.details.model.rows()[0].line == "already in the inbox")
    with qtbot.waitSignal(room.hub.ally_wanted) as wanted:
        tab.details.note.followed.emit("Look")
    assert wanted.args == [""]


def test_looking_at_a_chat_makes_no_book_and_costs_nothing(room):
    room.capture()
    spent = spent_this_month(room.desk)
    again = room.make()
    room.until(lambda: again.chat and len(again.chat.posts) > 300)
    assert again.places.current() == "swhelper"
    assert not room.desk.shelf.books()
    assert spent_this_month(room.desk) == spent


def test_a_capture_that_is_stopped_keeps_what_was_read(room):
    tab = room.tab
    tab.open_chat("swhelper")
    room.until(tab.capture_button.isVisible)
    room.hub.changed.connect(lambda changed: changed.posts and tab.progress.stop.click())
    tab.capture_button.click()
    room.until(lambda: tab.note.accessibleName().startswith("Stopped after"))
    assert "They are kept" in tab.note.accessibleName()
    room.until(lambda: tab.chat.posts)
    assert 0 < len(tab.chat.posts) < 300
    assert tab.count_button.isVisible()
    assert tab.progress.isHidden()


def test_while_a_chat_is_read_its_price_stays_as_it_was_agreed_to(room):
    tab, said = room.tab, []
    tab.open_chat("#SwHelper")
    room.until(tab.count_button.isVisible)
    tab.count_button.click()
    room.until(lambda: not tab.count_button.isVisible())
    agreed = tab.capture_button.text()

    def note(changed):
        if changed.ledger and tab.buying.busy:
            tab.buying.price()
            said.append((tab.capture_button.text(), tab.capture_button.isEnabled()))

    room.hub.changed.connect(note)
    tab.capture_button.click()
    room.until(lambda: tab.chat and len(tab.chat.posts) > 300)
    assert set(said) == {(agreed, False)}


def test_offline_the_prices_say_so(room):
    tab = room.tab
    tab.open_chat("swhelper")
    room.until(tab.count_button.isVisible)
    room.desk.line.switch(up=False)
    room.hub.line_changed.emit()
    assert tab.count_button.text() == "Count first, when online"
    assert not tab.count_button.isEnabled()
    assert not tab.capture_button.isEnabled()


def test_over_the_budget_the_prices_say_so(room):
    tab = room.tab
    tab.open_chat("swhelper")
    room.until(tab.capture_button.isVisible)
    room.desk.settings.write("budget", "1")
    tab.buying.price()
    assert tab.capture_button.text() == "Capture ($2.50), over budget"
    assert not tab.capture_button.isEnabled()
    assert tab.count_button.isEnabled()


def test_nothing_new_is_said_and_offers_no_reading(room):
    room.capture()
    tab = room.tab
    tab.count_button.click()
    room.until(lambda: not tab.note.isHidden() or tab.capture_button.isVisible())
    assert tab.note.accessibleName().startswith("X counts no new posts.")
    assert not tab.capture_button.isVisible()


def test_words_that_are_no_hashtag_are_refused_kindly(room):
    room.tab.open_chat("two words")
    assert "is not a hashtag" in room.tab.note.accessibleName()
    assert room.tab.body.currentWidget() is room.tab.start


def test_another_tab_may_ask_for_a_chat(room):
    tab = room.tab
    room.hub.chat_wanted.emit("SwHelper")
    dialog = tab.findChild(AskName)
    assert dialog.field.text() == "SwHelper"
    dialog.keep.click()
    room.until(tab.count_button.isVisible)
    tab.open_chat("tea")
    room.until(lambda: tab.chat and tab.chat.hashtag == "tea")
    room.hub.chat_wanted.emit("#SWHELPER")
    assert tab.places.current() == "swhelper"


def test_an_opened_chat_is_there_after_a_restart(room):
    room.tab.open_chat("#Tea")
    again = room.make()
    assert again.places.current() == "tea"


def test_a_file_brings_its_chat(room, tmp_path):
    path = tmp_path / "posts.jsonl"
    path.write_text(
        '{"data": [{"id": "2034000000000000001", "author_id": "5", "text": "Q1 Why? #Tea",'
        ' "created_at": "2026-03-20T19:00:00.000Z",'
        ' "entities": {"hashtags": [{"start": 8, "end": 12, "tag": "Tea"}]}}]}\n',
        encoding="utf-8",
    )
    tab = room.tab
    tab.filing.bring(path)
    room.until(lambda: tab.chat and tab.chat.posts)
    assert tab.header.title.text() == "#Tea"
    assert tab.progress.isHidden()
    assert "posts.jsonl" in tab.note.accessibleName()


def test_a_second_file_of_the_same_name_opens_its_own_chat(room, tmp_path):
    tab = room.tab
    for folder, tag, number in (("march", "SwHelper", 9), ("april", "MacroSW", 4)):
        rows = [f"{10**18 + 100 * number + n},ann,5,Hello #{tag}" for n in range(number)]
        path = tmp_path / folder / "tweets.csv"
        path.parent.mkdir()
        words = ["id_str,from_user,from_user_id_str,text", *rows, ""]
        path.write_text("\n".join(words), encoding="utf-8")
        tab.filing.bring(path)
        room.until(lambda tag=tag: tab.chat and tab.chat.posts and tab.chat.hashtag == tag.lower())
        assert len(tab.chat.posts) == number


def test_a_file_of_which_not_all_came_says_why(room, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("Our Twitter friends\nTwitter\n@a1\n@b2\n", encoding="utf-8")
    room.tab.filing.bring(path)
    room.until(lambda: not room.tab.note.isHidden())
    assert room.tab.note.accessibleName() == (
        "names.csv: 2 records read. Passed over above the headings: “Our Twitter friends”."
    )


def test_a_file_that_is_stopped_says_so(room, qtbot, tmp_path):
    filing = room.tab.filing
    first = Lump(posts=[Post(str(10**18 + n), "5", NOON, "Q1 #Tea") for n in range(2)])
    torn = TornFile(first, kind="twarc")
    filing._desk = replace(room.desk, importers=torn)
    filing.bring(tmp_path / "posts.jsonl")
    qtbot.waitUntil(torn.there.is_set)
    room.tab.progress.stop.click()
    torn.go_on.set()
    room.until(lambda: not room.tab.note.isHidden())
    told = "posts.jsonl: stopped after 2 records, which are kept."
    assert room.tab.note.accessibleName() == told


def test_a_file_that_is_none_is_refused(room, tmp_path):
    path = tmp_path / "broken.zip"
    path.write_bytes(b"not a zip at all")
    room.tab.filing.bring(path)
    room.until(lambda: not room.tab.note.isHidden())
    assert room.tab.chat is None


def test_a_hashtag_in_a_post_becomes_a_filter(room, qtbot):
    room.capture()
    tab = room.tab
    row = next(row for row in tab.model.rows() if isinstance(row, ChatPost))
    index = tab.model.index(tab.model.row_of(int(row.post.post_id)), 0)
    rect = tab.view.visualRect(index)
    hits = (
        tab.view.itemDelegate().hit(index, rect, rect.topLeft() + step)
        for step in _steps(rect.width())
    )
    hit = next(one for one in hits if one)
    with qtbot.waitSignal(room.hub.filter_wanted) as wanted:
        tab.view.hit.emit(hit)
    assert hit.target.lower() in wanted.args[0].lower()


def _steps(width):
    return [QPoint(x, y) for y in (54, 72) for x in range(60, width, 6)]


def test_in_a_narrow_window_a_button_leads_to_the_nominations(room):
    room.capture()
    tab = room.tab
    assert not tab.nominations_button.isVisible()
    tab.resize(1000, 700)
    assert tab.nominations_button.isVisible()
    tab.nominations_button.click()
    assert tab.panes.drawer.isVisible()


def test_models_hold_what_they_promise(room, qtmodeltester):
    room.capture()
    assert isinstance(room.tab.model, QAbstractItemModel)
    qtmodeltester.check(room.tab.model)


def test_reposts_are_left_out_unless_they_are_wanted(room):
    room.capture()
    chat = room.tab.chat
    assert (chat.reposts, chat.reposted > 0) == ((), True)
    assert f"reposted {chat.reposted} times" in room.tab.header.subtitle.text()
    room.tab.with_reposts.setChecked(True)
    room.tab.count_button.click()
    room.until(lambda: not room.tab.count_button.isVisible())
    assert "reposts left out" not in room.tab.capture_button.toolTip()
    room.tab.capture_button.click()
    room.until(lambda: room.tab.chat and room.tab.chat.reposts)
    assert len(room.tab.chat.posts) == len(chat.posts)


def test_each_way_is_counted_and_paid_for_once(room):
    tab = room.tab
    tab.open_chat("#SwHelper")
    room.until(tab.count_button.isVisible)
    tab.count_button.click()
    room.until(lambda: not tab.count_button.isVisible() and tab.capture_button.isEnabled())
    without = tab.capture_button.text()
    tab.with_reposts.setChecked(True)
    assert tab.count_button.isVisible()
    tab.count_button.click()
    room.until(lambda: not tab.count_button.isVisible() and tab.capture_button.isEnabled())
    whole = tab.capture_button.text()
    spent = spent_this_month(room.desk)
    assert spent == 2 * Decimal("0.005")
    for wanted, price in ((False, without), (True, whole), (False, without)):
        tab.with_reposts.setChecked(wanted)
        assert not tab.count_button.isVisible()
        room.until(lambda price=price: tab.capture_button.text() == price)
    assert without != whole
    assert spent_this_month(room.desk) == spent


def test_a_capture_with_reposts_leaves_nothing_to_pay_without_them(room):
    tab = room.tab
    tab.open_chat("#SwHelper")
    for whole in (False, True):
        tab.with_reposts.setChecked(whole)
        room.until(tab.count_button.isVisible)
        tab.count_button.click()
        room.until(lambda: not tab.count_button.isVisible() and tab.capture_button.isEnabled())
    tab.capture_button.click()
    room.until(lambda: tab.chat and len(tab.chat.posts) > 300)
    tab.with_reposts.setChecked(False)
    assert not tab.capture_button.isVisible()
    assert tab.count_button.isVisible()
