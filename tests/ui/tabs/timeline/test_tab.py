"""The timeline: sources with their price, what is spared, gaps, conversations, and what is new."""

import logging
from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.changes import Changed
from allybook.domain.errors import StorageError
from allybook.domain.filters.show import show
from allybook.domain.lists import XList
from allybook.domain.mutes import Spell
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.allowance import daily_cap, spent_by_itself
from allybook.services.reading.gaps import gaps
from allybook.services.reading.refresh import refresh
from allybook.services.timeline.mutes import mutes
from allybook.services.timeline.spare import spared
from allybook.ui.dialogs.noise.dialog import NoiseDialog
from allybook.ui.models.roles import Role
from allybook.ui.tabs.timeline.mute_card import MuteCard
from allybook.ui.tabs.timeline.tab import TimelineTab
from tests.fakes.desk import Patience
from tests.ui.tabs.timeline.conftest import LOUD

LEFT = Qt.MouseButton.LeftButton


def words(tab):
    return {spot.place.word: spot for spot in tab._map.spots.values()}


def go_to(tab, word):
    tab.places.tree.chosen.emit(words(tab)[word].place.key)


def choose(tab, text):
    row = next(row for row in range(tab.model.rowCount()) if tab.model.index(row, 0).data() == text)
    tab.view.setCurrentIndex(tab.model.index(row, 0))


def later(clock, network, count, minutes=60):
    clock.advance(seconds=minutes * 60)
    moments = [clock.now() - timedelta(minutes=number) for number in range(count)]
    fresh = [Post(id_at(one, sequence=9), "31", one, "New beds") for one in moments]
    network.timeline = [*fresh, *network.timeline]


@pytest.fixture
def tab(open_tab):
    return open_tab()


@pytest.fixture
def ally(desk):
    book = desk.book()
    nominate_handles(desk, book, ["TamsinOdell"])
    approve(desk, book, [one.key for one in book.allies()])
    lay_rosters(desk)
    return book.allies()[0]


def test_every_source_has_a_place_with_what_is_kept_of_it(desk, open_tab):
    desk.cache.save_list(XList("9001", "Housing"))
    desk.book()
    kept = Post(id_at(desk.clock.now()), "31", desk.clock.now(), "From a file")
    desk.cache.save_posts([kept], Source(Origin.FILE, "posts.jsonl"))
    desk.cache.save_posts([kept], Source(Origin.SEARCH, "beds -is:repost"))
    tab = open_tab()
    counts = {word: spot.place.count for word, spot in words(tab).items()}
    assert counts["Home timeline"] == "62"
    assert counts["posts.jsonl"] == "1"
    assert (counts["Beds, no reposts"], counts["Housing"], counts["My allies"]) == ("20", "0", "0")
    assert {"Allies only", "Action alerts", "Questions", "Conversation"} <= counts.keys()
    assert (counts["Questions"], counts["Quiet folder"]) == ("1", "1")


def test_a_filter_that_is_a_place_bears_its_title(desk, tab, calm):
    desk.book()
    calm(lambda: "My allies" in words(tab))
    tab.show_filter('in:"My allies" -is:repost', "Some other words")
    calm(lambda: tab.header.title.text() == "My allies")
    assert tab.places.current() == words(tab)["My allies"].place.key
    tab.show_filter("beds")
    calm(lambda: tab.header.title.text() != "My allies")
    assert tab.places.current() == ""


def test_a_filter_is_called_by_its_place_as_soon_as_that_is_known(desk, open_tab, calm):
    tab = open_tab()
    tab.show_filter('in:"Later" -is:repost')
    calm(lambda: tab.header.title.text() not in {"", "Everything"})
    desk.shelf.create("Later")
    tab._later.start()
    calm(lambda: tab.header.title.text() == "Later")
    assert tab.places.current() == words(tab)["Later"].place.key


class BrokenCache:
    """A cache that gives no completions, no counts, and keeps no marks any more."""

    def __init__(self, cache):
        self._cache = cache

    def __getattr__(self, name):
        if name in {"complete", "set_mark"}:
            return self._fail
        return getattr(self._cache, name)

    def _fail(self, *_words):
        raise StorageError("The disk is full: make room; nothing was lost.")


@pytest.fixture
def broken(desk, look, jobs, hub, qtbot):
    tab = TimelineTab(replace(desk, cache=BrokenCache(desk.cache)), look, jobs, hub)
    qtbot.addWidget(tab)
    return tab


def test_what_fails_beside_the_posts_is_written_down(broken, calm, caplog):
    with caplog.at_level(logging.WARNING):
        broken.show()
        calm(lambda: broken.model.rowCount() and "The disk is full" in caplog.text)
        caplog.clear()
        broken.bar.typed.emit("@Tam")
        calm(lambda: "The disk is full" in caplog.text)
    assert broken.note.isHidden()


def test_a_look_at_the_money_that_fails_is_said_where_it_belongs(desk, tab):
    tab.reader.automatic._fail_look(StorageError("The disk is full: make room."))
    assert tab.reader.automatic.says.text() == "The disk is full: make room."


def test_a_list_and_a_book_of_one_name_are_told_apart(desk, open_tab):
    desk.book()
    desk.cache.save_list(XList("9001", "My allies"))
    desk.cache.save_list(XList("9002", "Housing"))
    tab = open_tab()
    assert {"My allies", "My allies (X List)", "Housing"} <= words(tab).keys()
    go_to(tab, "My allies (X List)")
    assert show(words(tab)["My allies (X List)"].chosen) == 'list:"My allies" -is:repost'


def test_a_list_is_read_without_reposts_for_the_price_on_the_button(desk, open_tab, network, calm):
    desk.cache.save_list(XList("9001", "Housing"))
    desk.cache.save_posts(network.timeline, Source(Origin.LIST, "9001"))
    tab = open_tab()
    go_to(tab, "Housing")
    calm(lambda: "0.55" in tab.refresh_button.text())
    assert tab.saving.text() == "X leaves out about 63 %: $0.55 instead of $1.50."
    assert tab.saving.isVisible()
    assert not tab.search_button.isVisible()
    network.found = network.timeline[:3]
    before = spent_this_month(desk)
    tab.refresh_button.click()
    calm(lambda: network.queries)
    assert network.queries == ["list:9001 -is:retweet"]
    assert spent_this_month(desk) - before <= 0.55


def test_any_filter_that_x_can_look_for_can_be_searched(desk, tab, network, calm):
    assert not tab.search_button.isVisible()
    tab.show_filter("beds -is:repost")
    calm(tab.search_button.isVisible)
    network.found = network.timeline[:2]
    tab.search_button.click()
    calm(lambda: "Beds, no reposts" in words(tab))
    assert network.queries == ['(beds OR "ｂｅｄｓ") -is:retweet']  # noqa: RUF001 (wide letters, too)
    tab.show_filter("is:ally")
    calm(lambda: not tab.search_button.isVisible())


def test_what_is_at_hand_costs_nothing_and_offers_no_price(desk, open_tab, calm):
    kept = Post(id_at(desk.clock.now()), "31", desk.clock.now(), "From a file")
    desk.cache.save_posts([kept], Source(Origin.FILE, "posts.jsonl"))
    tab = open_tab()
    go_to(tab, "posts.jsonl")
    calm(lambda: not tab.refresh_button.isVisible())
    assert tab.model.rowCount() == 1


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


def test_a_gap_is_told_with_its_price_and_a_press_reads_it(desk, tab, clock, network, calm):
    assert tab.places.link.isHidden()
    later(clock, network, 90)
    refresh(desk, Patience(), most=30)
    calm(lambda: not tab.places.link.isHidden())
    assert tab.places.foot.text().startswith("About 60 posts between")
    assert tab.places.link.text() == "Fill the gap, $0.30"
    before = spent_this_month(desk)
    tab.places.link.click()
    calm(lambda: gaps(desk) == () or gaps(desk)[0].about < 12)
    assert 0 < spent_this_month(desk) - before <= Decimal("0.30")


def test_a_gap_is_a_row_where_it_is_and_a_press_reads_it(desk, tab, clock, network, calm):
    later(clock, network, 90)
    refresh(desk, Patience(), most=30)
    calm(lambda: tab.count() == 30)
    tab.strip.new.click()
    (row,) = tab.model.gap_rows()
    assert row == 30
    said = tab.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("About 60 posts between")
    assert said.endswith("were not read. Read them, $0.30")
    tab.view.setCurrentIndex(tab.model.index(row, 0))
    assert tab.details.nothing.isVisible()
    assert tab.details.nothing.text().startswith("About 60 posts")
    before = spent_this_month(desk)
    tab.view.gap_asked.emit(gaps(desk)[0])
    calm(lambda: tab.model.rowCount() > 140)
    assert 0 < spent_this_month(desk) - before <= Decimal("0.30")
    assert len(tab.model.gap_rows()) == len(gaps(desk))


def test_what_a_gap_brings_comes_at_once_though_newer_posts_wait(desk, tab, clock, network, calm):
    later(clock, network, 60)
    refresh(desk, Patience(), most=20)
    calm(lambda: tab.count() == 20)
    tab.strip.new.click()
    top, rows = tab.model.order()[0], tab.model.rowCount()
    later(clock, network, 3)
    refresh(desk, Patience())
    calm(lambda: tab.count() == 3)
    gap = gaps(desk)[0]
    tab.view.gap_asked.emit(gap)
    calm(lambda: tab.model.rowCount() > rows + 20)
    assert tab.model.order()[0] == top
    assert tab.count() == 3
    spent = spent_this_month(desk)
    tab.view.gap_asked.emit(gap)
    calm()
    assert spent_this_month(desk) == spent


def test_a_gap_of_another_source_is_not_told_where_it_is_none(desk, tab, clock, network, calm):
    later(clock, network, 90)
    refresh(desk, Patience(), most=20)
    kept = Post(id_at(desk.clock.now()), "31", desk.clock.now(), "From a file")
    desk.cache.save_posts([kept], Source(Origin.FILE, "posts.jsonl"))
    desk.announcer.announce(Changed(posts=True))
    calm(lambda: "posts.jsonl" in words(tab))
    go_to(tab, "posts.jsonl")
    calm(lambda: tab.model.rowCount() == 1)
    assert tab.model.gap_rows() == ()
    go_to(tab, "Quiet folder")
    calm(lambda: tab.header.title.text() == "Quiet folder")
    assert tab.model.gap_rows() == ()
    go_to(tab, "Home timeline")
    calm(tab.model.gap_rows)
    calm(lambda: not tab.places.link.isHidden())


def test_offline_a_gap_is_told_and_not_offered(desk, open_tab, clock, network):
    later(clock, network, 90)
    refresh(desk, Patience(), most=20)
    tab = open_tab(offline=True)
    assert "when online" in tab.places.foot.text()
    assert tab.places.link.isHidden()


def test_the_conversation_is_at_hand_and_can_be_walked(tab, calm):
    choose(tab, "@TamsinOdell We do, ask us.")
    calm(tab.details.context.isVisible)
    choose(tab, "Does anyone have a consent form?")

    def said():
        parts = tab.details.context.findChildren(type(tab.details.text))
        return [part.text() for part in parts if part.isVisible()]

    # Who chooses two posts within a moment sees the second one once they rest.
    calm(lambda: any("We do, ask us." in text for text in said()))
    assert tab.details.media.text().startswith("With media, not loaded here: 2 photos.")
    answer = next(p.post_id for p in tab._desk.cache.posts(Source(Origin.HOME)) if p.reply_to)
    tab.details.context.chosen.emit(answer)
    assert tab.view.current_key() == int(answer)


def test_a_tag_opens_a_filter_and_a_handle_an_ally(tab, hub, qtbot, ally, calm):
    with qtbot.waitSignal(hub.ally_wanted) as told:
        tab.details.followed.emit("@tamsinodell")
    assert told.args == [ally.key]
    tab.details.followed.emit("@HarborRowSN")
    assert show(tab.bar.chosen) == "from:HarborRowSN"
    tab.details.followed.emit("#win")
    assert show(tab.bar.chosen) == "#win"
    calm()


def test_unread_posts_are_remembered_across_a_restart(desk, open_tab, clock, network, calm):
    tab = open_tab()
    later(clock, network, 3)
    refresh(desk, Patience())
    desk.announcer.announce(Changed(posts=True))
    calm(lambda: tab.count() == 3)
    top = tab.model.order()[0]
    tab.strip.new.click()
    assert tab.model.order()[0] > top
    tab.view.setCurrentIndex(tab.model.index(0, 0))
    calm()
    tab.close()
    again = open_tab()
    marks = [again.model.index(row, 0).data(Role.UNREAD) for row in range(4)]
    assert marks == [False, True, True, False]


def test_a_wrong_filter_is_mended_by_its_suggestion(tab, calm):
    tab.bar.field.setText("from:HarborRowSN is:repostt")
    tab.bar.field.returnPressed.emit()
    assert tab.note.accessibleName().endswith("Did you mean is:repost? Use it")
    tab.note.followed.emit("mend")
    calm(lambda: show(tab.sight.wish.chosen) == "from:HarborRowSN is:repost")
    assert tab.note.isHidden()


def test_all_accounts_and_hashtags_of_the_cache_complete_what_is_typed(tab, qtbot, calm):
    def offered(text):
        tab.bar.field.setFocus()
        tab.bar.field.setText(text[:-1])
        qtbot.keyClicks(tab.bar.field, text[-1])
        calm()
        completer = tab.bar.completer
        completer.setCompletionPrefix(text)
        found = range(completer.completionCount())
        model = completer.completionModel()
        return {completer.pathFromIndex(model.index(row, 0)) for row in found}

    assert "from:MegaDeals4Good" in offered("from:me")
    assert "beds -@TamsinOdell" in offered("beds -@ta")
    assert "(#free" in offered("(#fr")
    assert offered("from:zzz") == set()
    assert "from:MegaDeals4Good" in offered("from:@me")


def test_it_reads_by_itself_what_was_chosen_and_stops_at_its_dollars(
    desk, open_tab, clock, network, calm
):
    desk.cache.save_list(XList("9001", "Housing"))
    tab = open_tab()
    automatic = tab.reader.automatic
    automatic.box.click()
    calm()
    said = automatic.cap.currentText(), automatic.which.text()
    assert said == ("$0.25 a day", "Reads: Home timeline…")
    automatic.menu.aboutToShow.emit()
    housing = next(one for one in automatic.menu.actions() if one.text() == "Housing")
    housing.trigger()
    calm()
    assert automatic.which.text() == "Reads: 2 sources…"
    automatic.cap.setCurrentIndex(automatic.cap.findText("$0.10 a day"))
    automatic.cap.activated.emit(automatic.cap.currentIndex())
    calm()
    assert daily_cap(desk) == Decimal("0.10")
    for _quarter in range(6):
        later(clock, network, 15, minutes=15)
        network.found = network.timeline[:10]
        automatic.refresh()
        calm()
    assert Decimal("0.05") < spent_by_itself(desk) <= Decimal("0.10")
    assert automatic.says.text().startswith("Rests until ")
    assert ". Spent today: $0." in automatic.says.text()
    automatic.box.click()
    automatic.box.click()
    assert automatic.box.isChecked()
    calm()
    assert automatic.box.isChecked()
    assert daily_cap(desk) == Decimal("0.10")


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


def test_what_is_at_hand_is_a_place_of_its_own(desk, open_tab, calm):
    kept = [Post(id_at(desk.clock.now(), sequence=n), "31", desk.clock.now(), "x") for n in (1, 2)]
    desk.cache.save_posts(kept, Source(Origin.OWN, "twitter-2026.zip"))
    desk.cache.save_posts(kept[:1], Source(Origin.FILE, "tags.csv"))
    tab = open_tab()
    counts = {word: spot.place.count for word, spot in words(tab).items()}
    assert (counts["twitter-2026.zip"], counts["tags.csv"]) == ("2", "1")
    for word, rows in (("twitter-2026.zip", 2), ("tags.csv", 1)):
        go_to(tab, word)
        calm(lambda rows=rows: tab.model.rowCount() == rows)
        calm(lambda: not tab.refresh_button.isVisible())


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


def test_a_mute_ends_by_itself_while_the_window_is_open(tab, clock, calm):
    tab.muting.mute_words("beds tonight", Spell.DAY)
    calm(lambda: tab.model.rowCount() == 42)
    tab.muting.watch.timeout.emit()
    calm(lambda: tab.model.rowCount() == 42)
    clock.advance(seconds=86_401)
    tab.muting.watch.timeout.emit()
    calm(lambda: tab.model.rowCount() == 62)
    assert tab.muting.watch.isActive()


def test_keys_work_wherever_nothing_is_written(tab, qtbot, calm):
    tab.activateWindow()
    tab.view.setCurrentIndex(tab.model.index(3, 0))
    calm()
    tab.details.acts.open.setFocus()
    qtbot.keyClick(tab.details.acts.open, Qt.Key.Key_J)
    assert tab.view.currentIndex().row() == 4
    qtbot.keyClick(tab.details.acts.open, Qt.Key.Key_K)
    assert tab.view.currentIndex().row() == 3
    qtbot.keyClick(tab.view, Qt.Key.Key_Slash)
    assert tab.bar.field.hasFocus()
    qtbot.keyClicks(tab.bar.field, "jk")
    assert tab.bar.field.text() == "jk"
    assert tab.view.currentIndex().row() == 3
    calm()


def test_it_refreshes_by_itself_only_when_that_was_allowed(desk, tab, clock, network, calm):
    automatic = tab.reader.automatic
    assert not automatic.box.isChecked()
    assert automatic.says.text() == "Off. When on: every 15 minutes, at most $0.25 a day."
    later(clock, network, 5)
    automatic.refresh()
    calm()
    assert spent_by_itself(desk) == 0
    automatic.box.click()
    calm()
    automatic.refresh()
    calm(lambda: spent_by_itself(desk) > 0)
    assert automatic.says.text() == "Every 15 minutes. Spent today: $0.025 of $0.25."
    automatic.box.click()
    calm()
    assert daily_cap(desk) == 0
