"""The timeline: sources with their price, filters, conversations, and what is new."""

import logging

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.changes import Changed
from allybook.domain.errors import StorageError
from allybook.domain.filters.show import show
from allybook.domain.lists import XList
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.refresh import refresh
from allybook.ui.models.roles import Role
from allybook.ui.tabs.timeline.tab import TimelineTab
from tests.fakes.desk import Patience
from tests.ui.tabs.timeline.hands import choose, go_to, later, words


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
        if name in {"complete", "change_mark"}:
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
        calm(broken.model.rowCount)
        caplog.clear()
        broken.beside.unread.show([1])
        broken.beside.unread.read(1)
        calm(lambda: "The disk is full" in caplog.text)
        caplog.clear()
        broken.bar.typed.emit("@Tam")
        calm(lambda: "The disk is full" in caplog.text)
    assert broken.note.isHidden()


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
    calm(lambda: show(tab.bar.chosen) == "from:HarborRowSN")
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
    # The newest is gone to.
    calm(lambda: not tab.model.index(0, 0).data(Role.UNREAD))
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
