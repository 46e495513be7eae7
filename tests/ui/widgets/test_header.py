"""The head of a page says what is shown: to eyes at once, to ears when it has come to rest."""

import pytest
from PySide6.QtCore import QTimer

from allybook.ui.widgets.buttons import Button, FlatButton
from allybook.ui.widgets.header import GivingHeader, PageHeader


@pytest.fixture
def heard():
    return []


@pytest.fixture
def header(qtbot, look, heard):
    header = PageHeader(look, say=lambda _widget, words: heard.append(words))
    qtbot.addWidget(header)
    header.show_words("Everything", "449 posts kept")
    return header


def waiting(header):
    return [timer for timer in header.findChildren(QTimer) if timer.isActive()]


def test_a_reader_hears_what_is_shown_of_the_page(header):
    assert header.spoken() == "Everything, 449 posts kept"
    header.show_words("Quiet folder")
    assert header.spoken() == "Quiet folder"


def test_it_is_said_once_when_it_has_come_to_rest(qtbot, header, heard):
    header.show()
    for number in (38, 37, 36):
        header.show_words("Allies only", f"{number} posts kept")
    assert len(waiting(header)) == 1
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["Allies only, 36 posts kept"]


def test_the_same_words_and_those_that_nobody_sees_are_not_said(header):
    header.show_words("Allies only")
    assert waiting(header) == []
    header.show()
    header.show_words("Allies only")
    assert waiting(header) == []


def test_buttons_give_up_their_words_before_the_title_does(qtbot, look):
    header = GivingHeader(look)
    qtbot.addWidget(header)
    save = FlatButton(look, "Save the record", "archive")
    count = Button(look, "Count new posts, $0.005", "hash")
    header.add_giving(save)
    header.add_action(count)
    header.show_words("#SwHelper", "394 posts by 76 people")
    header.resize(900, header.height())
    header.show()
    qtbot.waitUntil(lambda: save.width() == save.whole_width())
    header.resize(420, header.height())
    qtbot.waitUntil(lambda: save.width() == save.height())
    assert (save.bare, save.toolTip(), save.text()) == (True, "Save the record", "Save the record")
    assert header.title.width() >= header.title.sizeHint().width()
    assert count.width() == count.whole_width()
    header.resize(900, header.height())
    qtbot.waitUntil(lambda: save.width() == save.whole_width())
    assert (save.bare, save.toolTip()) == (False, "")


def test_buttons_give_up_their_words_before_the_subtitle_is_cut(qtbot, look):
    header = GivingHeader(look)
    qtbot.addWidget(header)
    save = FlatButton(look, "Save the record", "archive")
    header.add_giving(save)
    header.show_words("#SwHelper", "394 posts by 76 people, 16 reposts apart")
    room = header.subtitle.sizeHint().width() + save.whole_width() + 2 * look.space("l")
    header.resize(room, header.height())
    header.show()
    qtbot.waitUntil(lambda: header.subtitle.width() >= header.subtitle.sizeHint().width())
    assert save.bare


def test_a_title_without_room_says_few_words_and_its_sentence_elsewhere(header, look):
    sentence, image = "Posts with #swhelper, without reposts, in English", header.title.grab
    header.resize(120, header.height())
    header.show()
    header.show_words("6 conditions")
    few = image().toImage()
    header.show_words(sentence)
    assert image().toImage() != few
    header.show_words(sentence, short="6 conditions")
    assert image().toImage() == few
    assert (header.title.text(), header.title.toolTip()) == (sentence, sentence)
    assert header.spoken() == sentence
