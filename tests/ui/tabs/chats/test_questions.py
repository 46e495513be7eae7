"""The list of questions beside a chat."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from allybook.ui.tabs.chats.questions import AskedQuestion, QuestionRow, QuestionsList

LONG = "What would you say to somebody who has never met a person that keeps lists of allies, " * 2
ASKED = (
    AskedQuestion("q1", "Q1", "Where do you work?", 31),
    AskedQuestion("q2", "Q2", LONG, 28),
    AskedQuestion("q3", "Q3", "And tomorrow?", 1),
)


@pytest.fixture
def questions(look, qtbot):
    questions = QuestionsList(look)
    qtbot.addWidget(questions)
    questions.resize(240, 400)
    questions.show_questions(ASKED)
    questions.show()
    return questions


def test_a_click_tells_which_question(questions, qtbot):
    with qtbot.waitSignal(questions.chosen) as told:
        questions.rows()["q2"].click()
    assert told.args == ["q2"]
    assert questions.current() == "q2"


def test_arrows_go_from_question_to_question(questions, qtbot):
    questions.rows()["q1"].click()
    questions.rows()["q1"].setFocus()
    with qtbot.waitSignal(questions.chosen) as told:
        qtbot.keyClick(questions.rows()["q1"], Qt.Key.Key_Down)
    assert told.args == ["q2"]


def test_long_questions_take_three_lines_and_have_a_tooltip(questions, look):
    short, long = questions.rows()["q1"], questions.rows()["q2"]
    assert long.height() == 3 * look.line_height("ui") + 16
    assert short.height() < long.height()
    assert long.toolTip() == LONG


def test_a_long_question_with_emoji_loses_no_word_and_says_none_twice(questions):
    words = "🏠🏡🏘️ Where do people sleep tonight, and who opens the door to them"
    row = QuestionRow(questions._look, AskedQuestion("q4", "Q4", words, 0))
    row.resize(240, 80)
    assert " ".join(row._lines()) == words


def test_choosing_moves_nothing(questions):
    before = [row.geometry() for row in questions.rows().values()]
    questions.choose("q2")
    assert [row.geometry() for row in questions.rows().values()] == before


def test_readers_hear_number_words_and_answers(questions):
    assert questions.rows()["q3"].accessibleName() == "Q3: And tomorrow?, 1 answer"


def test_new_answers_leave_the_keyboard_where_it_is(questions, qtbot):
    questions.activateWindow()
    questions.choose("q2")
    questions.rows()["q2"].setFocus()
    qtbot.waitUntil(questions.rows()["q2"].hasFocus)
    more = AskedQuestion("q2", "Q2", "What would you say?", 29)
    questions.show_questions((ASKED[0], more, ASKED[2]))
    row = questions.rows()["q2"]
    assert row.hasFocus()
    assert row.accessibleName() == "Q2: What would you say?, 29 answers"
    assert row.height() == row.sizeHint().height()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert questions.current() == "q3"


def test_a_new_question_leaves_the_keyboard_on_the_one_before(questions, qtbot):
    questions.activateWindow()
    questions.choose("q3")
    questions.rows()["q3"].setFocus()
    qtbot.waitUntil(questions.rows()["q3"].hasFocus)
    questions.show_questions((*ASKED, AskedQuestion("q4", "Q4", "And then?", 0)))
    assert list(questions.rows()) == ["q1", "q2", "q3", "q4"]
    assert questions.current() == "q3"
    assert questions.rows()["q3"].hasFocus()


def test_the_list_goes_with_its_last_question(questions):
    questions.choose("q1")
    questions.show_questions(())
    assert questions.isHidden()
    assert questions.current() == ""
