from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose, Span

SENTENCE = "The private list on X will match this book. It has 34 members now and 46 afterwards."


@pytest.fixture
def prose(qtbot, look):
    prose = Prose(look, SENTENCE)
    qtbot.addWidget(prose)
    return prose


def links(widget):
    return widget.findChildren(QAbstractButton)


def test_each_line_has_the_height_of_the_tokens(look, prose):
    wide, narrow = prose.heightForWidth(2_000), prose.heightForWidth(300)
    assert wide == look.line_height("ui")
    assert narrow > wide
    assert narrow % wide == 0


def test_markup_from_outside_stays_text(qtbot, look):
    prose = Prose(look, "<b>Bluebird</b> & <img src='x'>")
    qtbot.addWidget(prose)
    assert prose.text() == "<b>Bluebird</b> & <img src='x'>"
    assert prose.textFormat() == Qt.TextFormat.PlainText


def test_a_word_longer_than_the_line_is_broken(look, prose):
    prose.show_text("x" * 400)
    assert prose.heightForWidth(200) > 2 * look.line_height("ui")


def test_a_link_is_a_button_over_its_words(qtbot, prose):
    prose.show_spans([Span("Nothing is lost. "), Span("See & tell", link="see")])
    prose.resize(400, 20)
    prose.show()
    [link] = links(prose)
    assert link.accessibleName() == "See & tell"
    assert link.x() > 50
    with qtbot.waitSignal(prose.followed) as heard:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert heard.args == ["see"]


def test_a_link_lies_over_its_words_behind_an_emoji_too(prose):
    places = []
    for before in ("ab ", "\U0001f427 "):
        prose.show_spans([Span(before), Span("#SwHelper", link="tag"), Span(" and on")])
        prose.resize(400, 20)
        prose.show()
        places.append(links(prose)[0].width())
    assert abs(places[0] - places[1]) <= 1
    assert [one.length for one in prose._formats()] == [3, 9, 7]


def test_a_link_obeys_the_keyboard(qtbot, prose):
    prose.show_spans([Span("Sign in", link="sign-in")])
    with qtbot.waitSignal(prose.followed):
        qtbot.keyClick(links(prose)[0], Qt.Key.Key_Return)


def test_links_move_with_their_words(prose):
    prose.show_spans([Span(SENTENCE + " "), Span("How to ask for it", link="help")])
    prose.resize(900, 40)
    prose.show()
    first = links(prose)[0].geometry()
    prose.resize(200, 200)
    assert links(prose)[0].geometry() != first


def test_new_words_bring_new_links(qtbot, prose):
    prose.show_spans([Span("One", link="one")])
    prose.show_spans([Span("Two", link="two"), Span(" or "), Span("three", link="three")])
    names = [link.accessibleName() for link in links(prose) if not link.isHidden()]
    assert names == ["Two", "three"]


def test_a_link_that_has_the_keyboard_takes_no_other_words(qtbot, prose):
    prose.show_spans([Span("Undo", link="undo")])
    prose.show()
    qtbot.waitUntil(prose.isVisible)
    [former] = links(prose)
    prose.activateWindow()
    former.setFocus()
    qtbot.waitUntil(former.hasFocus)
    prose.show_spans([Span("Delete", link="delete")])
    with qtbot.assertNotEmitted(prose.followed):
        qtbot.keyClick(prose, Qt.Key.Key_Return)
    assert former.isHidden()
    assert former.accessibleName() == "Undo"


def test_a_link_held_down_over_other_words_lets_go(qtbot, prose):
    prose.show_spans([Span("Undo", link="undo")])
    prose.resize(300, 40)
    prose.show()
    prose._links[0].setDown(True)
    prose.show_spans([Span("Later", link="later")])
    with qtbot.assertNotEmitted(prose.followed):
        qtbot.mouseRelease(prose._links[0], Qt.MouseButton.LeftButton)
    assert not prose._links[0].isDown()


def test_the_lines_are_those_of_the_width_asked_for_last(look, prose):
    heights = {width: prose.heightForWidth(width) for width in (120, 2_000, 240, 400)}
    for width, height in reversed(heights.items()):
        fresh = Prose(look, SENTENCE)
        assert fresh.heightForWidth(width) == prose.heightForWidth(width) == height
    prose.resize(240, heights[240])
    fresh = Prose(look, SENTENCE)
    fresh.resize(240, heights[240])
    assert prose.grab().toImage() == fresh.grab().toImage()


def test_a_note_says_what_happened_and_offers_a_way(qtbot, look):
    note = Note(look, Mood.WARN)
    qtbot.addWidget(note)
    note.say("X asks us to slow down.", "Nothing is lost.", ["See what happened"])
    expected = "X asks us to slow down. Nothing is lost. See what happened"
    assert note.accessibleName() == expected
    with qtbot.waitSignal(note.followed) as heard:
        qtbot.mouseClick(links(note)[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["See what happened"]


@pytest.mark.parametrize("mood", list(Mood))
def test_each_mood_has_its_paper(qtbot, look, mood):
    note = Note(look, mood)
    qtbot.addWidget(note)
    note.say("Done.")
    note.resize(300, 34)
    assert note.grab().toImage().pixelColor(200, 17) == look.colour(mood.value[0])


def test_a_note_takes_as_many_lines_as_it_needs(qtbot, look):
    page, note = QWidget(), Note(look)
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(note)
    column.addStretch(1)
    note.say("Done.")
    page.resize(300, 400)
    page.show()
    short = note.height()
    note.say(SENTENCE)
    qtbot.waitUntil(lambda: note.height() > short)
    assert note.height() == note.heightForWidth(note.width())


def test_a_note_can_be_closed(qtbot, look):
    note = Note(look, Mood.DONE, closable=True)
    qtbot.addWidget(note)
    note.say("14 of 14 are on the list.")
    note.show()
    [cross] = [button for button in links(note) if button.accessibleName() == "Close this note"]
    with qtbot.waitSignal(note.closed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert note.isHidden()


def test_prose_follows_the_theme(look, prose):
    prose.resize(300, 60)
    light = prose.grab().toImage()
    look.set_scheme("dark")
    assert prose.grab().toImage() != light


def test_of_a_long_text_only_the_lines_of_a_link_are_asked_where_it_is(prose):
    pieces = [(Span(f"words 🌸 {n} and "), Span(f"#tag{n}", link=f"#{n}")) for n in range(60)]
    prose.show_spans([span for pair in pieces for span in pair])
    prose.resize(160, 4_000)
    text = prose._text_set()
    layout = text.broken(160)
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    bounds = [(line.textStart(), line.textStart() + line.textLength()) for line in lines]
    start = 0
    for span in prose._spans:
        end = start + span.length
        found = [n for n, (first, last) in enumerate(bounds) if first < end and start < last]
        assert list(text.lines(start, end)) == found
        start = end
    prose.show()
    assert all(not link.geometry().isEmpty() for link in links(prose))


def test_links_are_placed_once_for_a_width(qtbot, prose):
    prose.show_spans([Span(f"{SENTENCE} "), Span("How to ask for it", link="help")])
    prose.resize(200, 200)
    prose.show()
    [link] = links(prose)
    placed = link.geometry()
    link.setGeometry(0, 0, 1, 1)
    prose.resize(200, 300)
    assert link.geometry().width() == 1
    prose.resize(210, 300)
    prose.resize(200, 300)
    assert link.geometry() == placed
