"""A name is asked for; what else can be done stands within the card."""

import pytest
from PySide6.QtGui import QFontMetricsF

from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.words import Words
from tests.stories.whole import flaws

ENGLISH, GERMAN = "Keep the change in “%1”", "Die Änderung in „%1“ behalten"


@pytest.mark.parametrize("words", [ENGLISH, GERMAN])
@pytest.mark.parametrize("name", ["Emergency housing in the northern counties", "W" * 60])
def test_a_long_name_is_cut_before_it_reaches_out_of_the_card(qtbot, look, window, name, words):
    dialog = AskName(look, "Name this view", window)
    dialog.offer(words, name, dialog.reject)
    dialog.open()
    offered = next(one for one in dialog.findChildren(Button) if "…" in one.text())
    assert flaws() == []
    assert offered.whole_width() <= offered.width()
    letters = QFontMetricsF(offered.font())
    assert letters.horizontalAdvance(offered.text()) > look.space("xl") * 10
    assert name in offered.toolTip()
    dialog.close()


@pytest.mark.parametrize("name", ["W" * 77, "🏠" * 60])
def test_the_present_name_stands_whole_in_the_field(qtbot, look, window, name):
    dialog = AskName(look, "Name this view", window, name=name)
    assert dialog.field.text() == name


def test_the_question_is_the_title_as_in_every_dialog(qtbot, look, window):
    dialog = AskName(look, "Name this view", window)
    question = next(one for one in dialog.findChildren(Words) if one.text() == dialog.windowTitle())
    assert question.font() == look.font("title")


def test_a_short_name_stands_as_it_is(qtbot, look, window):
    dialog = AskName(look, "Name this view", window)
    dialog.offer(ENGLISH, "Mine", dialog.reject)
    offered = next(one for one in dialog.findChildren(Button) if "Mine" in one.text())
    assert (offered.text(), offered.toolTip()) == ("Keep the change in “Mine”", "")
