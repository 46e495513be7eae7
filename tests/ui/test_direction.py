import pytest

from allybook.ui.direction import (
    TO_LEFT,
    TO_RIGHT,
    as_heard,
    mark_of,
    reads_leftward,
    set_apart,
)
from allybook.ui.widgets.prose import Prose, Span


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("", False),
        ("123 ...", False),
        ("Fourteen beds", False),
        ("海港街", False),
        ("“Tối nay”", False),
        ("שלום Harbor", True),
        ("123 مأوى", True),
        ("Harbor שלום", False),
        ("🌸 (שלום)", True),
        ("\u2068דנה\u2069: taken back.", False),
        ("\u2068Dana\u2069 שלום", True),
        ("\u2067a\u2068b\u2069 שלום\u2069 beds", False),
        ("\u2066דנה", False),
        ("\u2069דנה", True),
    ],
)
def test_the_first_letter_says_where_a_text_begins(text, leftward):
    assert reads_leftward(text) is leftward


@pytest.mark.parametrize("name", ["דנה", "مأوى", "Ana دنا"])
def test_a_name_that_is_set_apart_turns_no_sentence(name):
    assert not reads_leftward(f"{set_apart(name)}: taken back.")
    assert as_heard(f"{set_apart(name)}: taken back.") == f"{name}: taken back."


@pytest.mark.parametrize("name", ["", "Ana", "Ānā 海港街"])
def test_a_name_that_turns_nothing_stays_as_it_is(name):
    assert set_apart(name) == name


def test_a_sign_is_kept_on_the_side_where_its_word_begins():
    assert (mark_of("SwHelper"), mark_of("مأوى")) == (TO_RIGHT, TO_LEFT)


def test_a_paragraph_that_is_read_leftward_stands_at_the_right(qtbot, look):
    prose = Prose(look)
    qtbot.addWidget(prose)
    prose.resize(400, 40)
    prose.show_spans([Span("שלום "), Span("#SwHelper", link="#SwHelper")])
    (link,) = (one for one in prose.children() if one.isWidgetType())
    # What comes last is at the left of the words, and these at the right of the paragraph.
    assert 200 < link.geometry().left() < link.geometry().right() < 370
    prose.show_text("Fourteen beds")
    assert prose.grab().toImage().pixelColor(399, 20) == prose.grab().toImage().pixelColor(380, 20)
