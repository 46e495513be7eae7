"""Words that complete what is typed into the filter bar."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.ui.tabs.timeline.completion import FIELDS, FilterCompleter
from allybook.ui.tabs.timeline.offering import languages_named
from allybook.ui.units import utf16


@pytest.mark.parametrize(
    ("typed", "prefix", "whole"),
    [
        ("-is:re", "is:re", "-is:reply"),
        ("#swhelper ha", "ha", "#swhelper has:hashtags"),
        ("beds (in:my", "in:my", 'beds (in:"My allies"'),
        ('beds in:"my al', "in:my al", 'beds in:"My allies"'),
        ("beds in:“my al", "in:my al", 'beds in:"My allies"'),
        ("“safe house” in:„my al", "in:my al", '“safe house” in:"My allies"'),
        ('in:"haus \\"no', "in:haus no", 'in:"Haus \\"Nord\\""'),
        ('in:"Haus \\"Nord\\"" in:"my al', "in:my al", 'in:"Haus \\"Nord\\"" in:"My allies"'),
        ("beds\u3000from:dove", "from:dove", "beds\u3000from:DovetailPeers"),
        ("beds\tfrom:dove", "from:dove", "beds\tfrom:DovetailPeers"),
        ("—from:dove", "from:dove", "—from:DovetailPeers"),
        ("beds OR —(from:dove", "from:dove", "beds OR —(from:DovetailPeers"),
        ('"beds"from:dove', "from:dove", '"beds"from:DovetailPeers'),
        ("from:dove", "from:dove", "from:DovetailPeers"),
    ],
)
def test_the_word_at_hand_is_completed_and_the_rest_stays(bar, typed, prefix, whole):
    bar.offer(['in:"My allies"', 'in:"Haus \\"Nord\\""', "from:DovetailPeers"])
    completer = bar.field.completer()
    assert isinstance(completer, FilterCompleter)
    bar.field.setText(typed)
    assert completer.splitPath(typed) == [prefix]
    completer.setCompletionPrefix(typed)
    found = {
        completer.pathFromIndex(completer.completionModel().index(row, 0))
        for row in range(completer.completionCount())
    }
    assert whole in found


@pytest.mark.parametrize(
    ("typed", "prefix", "whole"),
    [
        ("is:ve| -is:re", "is:ve", "is:verified| -is:re"),
        ("-is:re|x beds", "is:re", "-is:repost| beds"),
        ("(is:re|) beds", "is:re", "(is:reply|) beds"),
        ('in:"my| -tag:"peer support"', "in:my", 'in:"My allies"| -tag:"peer support"'),
        ('in:"my|x y" beds', "in:my", 'in:"My allies"| beds'),
        ("in:“my|x y” beds", "in:my", 'in:"My allies"| beds'),
        ('in:"my|x \\"y\\" z" beds', "in:my", 'in:"My allies"| beds'),
        ("in:|“My friends” beds", "in:", 'in:"My allies"| beds'),
        ('in:|"My friends" beds', "in:", 'in:"My allies"| beds'),
        ("from:@dove| beds", "from:dove", "from:DovetailPeers| beds"),
        ("from:@Dove|", "from:Dove", "from:DovetailPeers|"),
        ("👍🏽 fro|", "fro", "👍🏽 from:|"),
        ("👍 has| OR x", "has", "👍 has:links| OR x"),
        ("👍 is:re| 🎉 OR x", "is:re", "👍 is:reply| 🎉 OR x"),
    ],
)
def test_the_word_at_the_cursor_is_completed_and_no_other(bar, qtbot, typed, prefix, whole):
    bar.offer(['in:"My allies"', "from:DovetailPeers"])
    completer, at = bar.field.completer(), typed.index("|")
    bar.field.setText(typed.replace("|", ""))
    bar.field.setCursorPosition(utf16(typed[:at]))
    completer.setCompletionPrefix(bar.field.text())
    assert completer.splitPath(bar.field.text()) == [prefix]
    model = completer.completionModel()
    words = [model.index(row, 0) for row in range(model.rowCount())]
    row = next(
        row
        for row, index in enumerate(words)
        if completer.pathFromIndex(index) == whole.replace("|", "")
    )
    completer.highlighted.emit(completer.pathFromIndex(words[0]))
    completer.setCurrentRow(row)
    bar.field.setText(completer.currentCompletion())
    completer.activated.emit(bar.field.text())
    place = utf16(whole[: whole.index("|")])
    qtbot.waitUntil(lambda: bar.field.cursorPosition() == place)
    assert bar.field.text() == whole.replace("|", "")


def test_a_word_walked_to_in_the_list_is_written_where_the_cursor_was(bar, qtbot):
    bar.activateWindow()
    bar.offer(())
    bar.as_text.click()
    bar.field.setText("is: -is:re")
    bar.field.setCursorPosition(3)
    qtbot.keyClicks(bar.field, "re")
    popup = bar.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert bar.field.text() == "is:repost -is:re"
    qtbot.waitUntil(lambda: bar.field.cursorPosition() == len("is:repost"))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert bar.field.text() == "is:repost -is:re"


def test_who_writes_on_after_an_emoji_does_so_behind_what_was_completed(bar, qtbot):
    bar.activateWindow()
    bar.offer(())
    bar.field.setText("👍🏽 🎉 ")
    qtbot.keyClicks(bar.field, "from")
    popup = bar.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    places = []
    bar.completer.activated.connect(lambda _: places.append(1), Qt.ConnectionType.QueuedConnection)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    # What stands behind in the queue comes after the cursor was placed.
    qtbot.waitUntil(lambda: bool(places))
    qtbot.keyClicks(bar.field, "ana")
    assert bar.field.text() == "👍🏽 🎉 from:ana"


def test_words_that_come_late_for_another_word_are_not_offered(bar, qtbot):
    bar.field.setFocus()
    qtbot.keyClicks(bar.field, "@copp")
    bar.offer_more("@co", ["@Corner"])
    assert bar.completer.completionCount() == 0
    bar.offer_more("@copp", ["@Copperfern"])
    assert bar.completer.completionCount() == 1
    qtbot.keyClicks(bar.field, " @cor")
    bar.offer_more("@copp", ["@Corner"])
    assert bar.completer.completionCount() == 0


def test_the_very_first_letter_is_completed(bar, qtbot):
    assert bar.field.completer() is None
    qtbot.keyClicks(bar.field, "h")
    assert bar.field.completer().completionPrefix() == "h"
    assert bar.field.completer().completionCount() > 0


def test_all_fields_that_are_offered_are_fields_of_the_language():
    values = {"has:": "links", "is:": "ally", "lang:": "en", "newer:": "3d", "older:": "3d"}
    values |= {"since:": "2026-03-01", "until:": "2026-03-01"}
    whole = [f"{word}{values.get(word, '5')}" if word.endswith(":") else word for word in FIELDS]
    assert [show(parse(word)) for word in whole] == whole
    assert {"from:", "min_likes:", "tag:", "lang:in", "noise<=40"} <= set(FIELDS)


def test_a_list_that_is_open_hears_of_all_further_words_at_once(bar):
    completer = FilterCompleter(bar)
    told = []
    completer.model().rowsInserted.connect(lambda *_: told.append(completer.model().rowCount()))
    completer.offer_more(["@copperfern", "@copperbell", '#"copper'])
    assert told == [len(FIELDS) + 3]
    completer.setCompletionPrefix("@copperb")
    assert completer.completionCount() == 1


@pytest.mark.parametrize(
    ("typed", "code", "shown"),
    [
        ("lang:ge", "lang:de", "lang:de (German)"),
        ("lang:Ger", "lang:de", "lang:de (German)"),
        ("-lang:spanish", "-lang:es", "lang:es (Spanish)"),
    ],
)
def test_a_language_is_completed_by_its_name(bar, qtbot, typed, code, shown):
    bar.field.setFocus()
    qtbot.waitUntil(bar.field.hasFocus)
    with qtbot.waitSignal(bar.typed):
        qtbot.keyClicks(bar.field, typed)
    word = bar.completer.word_in(typed)
    bar.offer_more(word, (), languages_named(word))
    popup = bar.completer.popup()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert shown in offered
    at = popup.model().index(offered.index(shown), 0)
    assert bar.completer.pathFromIndex(bar.completer.completionModel().index(at.row(), 0)) == code
    popup.hide()


def test_what_begins_a_code_needs_no_name():
    assert languages_named("lang:de") == {}
    assert languages_named("lang:") == {}
    assert languages_named("from:ge") == {}
    assert languages_named("lang:d") == {"lang:Dutch": "lang:nl"}
