from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.book.asked import COMPLETIONS
from allybook.domain.changes import Changed
from allybook.domain.posts import id_at
from allybook.ui.widgets.word_completer import WordCompleter, quoted, start_of_last
from tests.ui.tabs.allies.test_tab import go, names

LEFT = Qt.MouseButton.LeftButton


def test_a_filter_narrows_with_each_letter_and_says_how_many_fit(tab, qtbot):
    bar = tab.work.bar
    assert not bar.counted.isVisible()
    qtbot.keyClicks(bar.field, "tag:hous")
    assert len(names(tab)) == 3
    assert bar.counted.text() == "3 of 13"
    assert bar.field.accessibleDescription() == "3 of 13"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    if bar.field.text():
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert len(names(tab)) == 13
    assert not bar.counted.isVisible()


def test_the_words_are_those_of_the_timeline(tab):
    def fits(text):
        tab.work.bar.field.setText(text)
        return len(names(tab))

    assert fits("is:person") == 3
    assert fits("is:private") == 1
    assert fits("is:on_list -is:mutual") == 2
    assert fits("(tag:legal OR tag:clinic) -is:private") == 2
    assert fits("category:health is:mutual") == 1
    assert fits("from:harbor") == 1
    assert fits("Rosa") == 1


def test_a_status_widens_the_book(tab):
    def fits(text):
        tab.work.bar.field.setText(text)
        return [row.key for row in tab.work.model.rows()]

    assert len(fits("is:nominated")) == 5
    assert tab.work.bar.counted.text() == "5 of 18"
    assert fits("is:declined OR is:opted_out") == ["402", "401"]
    assert len(fits("-is:declined")) == 13
    assert fits("is:nominated from:copper") == ["204"]
    go(tab, "state:declined")
    assert fits("is:nominated") == []
    assert fits("is:declined") == ["401"]


def test_who_is_verified_quiet_or_asks_for_no_lists_is_known_from_the_cache(
    tab, desk, clock, settle
):
    known = desk.cache.accounts(["102", "103", "110"])
    long_ago = id_at(clock.now() - timedelta(days=181))
    desk.cache.save_accounts(
        [
            replace(known["102"], verified=True),
            replace(known["103"], bio="Teacher. No lists please."),
            replace(known["110"], latest_post_id=long_ago),
        ],
        clock.now(),
    )
    desk.announcer.announce(Changed(accounts=True))
    settle(tab)
    for word, handle in (
        ("is:verified", "HarborRowSN"),
        ("is:no_lists", "junohp"),
        ("is:quiet", "VesperLaneLaw"),
    ):
        tab.work.bar.field.setText(word)
        assert [row.handle for row in tab.work.model.rows()] == [handle]
        assert word in COMPLETIONS


def test_what_nobody_can_say_of_an_ally_is_refused_and_not_offered(tab):
    for word in ("is:muted", "is:reply"):
        tab.work.bar.field.setText(word)
        tab.work.bar.rested.emit()
        assert tab.work.refusal.isVisible()
        assert word not in COMPLETIONS


def test_what_is_not_understood_is_said_in_place_and_nothing_moves(tab, qtbot):
    bar, refusal = tab.work.bar, tab.work.refusal
    bar.field.setText("tag:housing")
    top = tab.work.table.mapTo(tab, tab.work.table.rect().topLeft())
    bar.field.setText("beds tga:housing")
    assert refusal.sentence == ""
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert refusal.sentence == "There is no “tga:”; did you mean “tag:”?"
    assert names(tab) == ["#ShelterNotes", "Harbor Row Shelter Network"]
    assert tab.work.table.mapTo(tab, tab.work.table.rect().topLeft()) == top
    qtbot.mouseClick(refusal.link, LEFT)
    assert bar.field.text() == "beds tag:housing"
    assert refusal.sentence == ""


def test_what_makes_no_sense_for_an_ally_is_said(tab):
    tab.work.bar.field.setText("has:media")
    tab.work.bar.rested.emit()
    assert tab.work.refusal.isVisible()


def test_a_half_written_filter_is_not_scolded_before_one_rests(tab, qtbot):
    qtbot.keyClicks(tab.work.bar.field, "tag:")
    assert tab.work.refusal.sentence == ""
    assert len(names(tab)) == 13
    qtbot.waitUntil(lambda: tab.work.refusal.sentence != "")


def test_a_filter_is_kept_as_a_view_and_forgotten(tab, qtbot, settle):
    bar = tab.work.bar
    bar.field.setText("tag:housing -is:private")
    qtbot.mouseClick(bar.keep, LEFT)
    tab.views.asking.field.setText("Open houses")
    qtbot.keyClick(tab.views.asking.field, Qt.Key.Key_Return)
    settle(tab)
    words = [place.word for part in tab.places.tree.places.sections() for place in part.places]
    assert "Open houses" in words
    bar.field.clear()
    go(tab, "view:Open houses")
    assert [chip.text() for chip in bar.strip.chips] == ["tag housing", "is not private"]
    assert bar.text() == "tag:housing -is:private"
    assert len(names(tab)) == 3
    assert bar.keep.toolTip() == "Forget this view"
    qtbot.mouseClick(bar.keep, LEFT)
    settle(tab)
    words = [place.word for part in tab.places.tree.places.sections() for place in part.places]
    assert "Open houses" not in words


def test_tags_with_spaces_are_completed_in_quotes(qapp, tab):
    completer = WordCompleter(tab)
    completer.offer(["tag:night shelter", "tag:food"])
    assert quoted("tag:night shelter") == 'tag:"night shelter"'
    assert completer.splitPath('is:person -tag:"ni') == ['tag:"ni']
    assert start_of_last('(a OR "b c') == 6


def test_the_same_ally_is_not_shown_anew_for_each_letter(tab, qtbot):
    table, told = tab.work.table, []
    table.setCurrentIndex(tab.work.model.index(2, 0))
    shown = tab.details.key
    table.current_changed.connect(told.append)
    qtbot.keyClicks(tab.work.bar.field, tab.details.row.name[:3])
    assert table.current() == tab.details.key == shown
    assert told == []
    tab.work.bar.field.clear()
    table.setCurrentIndex(tab.work.model.index(0, 0))
    assert told == [tab.details.key] != [shown]
