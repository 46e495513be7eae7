"""Words that are set once look, to the pixel, as Qt writes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from allybook.ui.widgets.measured import CENTRE, LEFT, RIGHT, Measured, MeasuredLine, MeasuredWords

TEXTS = (
    "Add the author to the book",
    "Spent: ",
    "",
    "שלום 12",
    "日本語 😀",
    "one\ntwo",
    "a\tb",
    "AVA &",
)
AREA = QRectF(3.3, 2, 260.5, 31)


def picture(draw, ratio):
    image = QImage(round(300 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setPen(QColor("#234"))
    draw(painter)
    painter.end()
    return image


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ratio", [1, 1.5])
@pytest.mark.parametrize("side", [LEFT, CENTRE, RIGHT])
def test_a_line_is_what_qt_writes(look, text, ratio, side):
    font = look.font("ui", 500)
    line = MeasuredLine(text, font)

    def as_qt(painter):
        painter.setFont(font)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(AREA, int(flags), text)

    assert line.width == QFontMetricsF(font).horizontalAdvance(text)
    assert picture(lambda painter: line.draw(painter, AREA, side), ratio) == picture(as_qt, ratio)


@pytest.mark.parametrize("text", TEXTS)
def test_a_line_begins_on_the_baseline_where_qt_begins_it(look, text):
    font, at = look.font("caption"), QPointF(7.25, 25)

    def as_qt(painter):
        painter.setFont(font)
        painter.drawText(at, text)

    assert picture(lambda painter: MeasuredLine(text, font).draw_at(painter, at), 1) == picture(
        as_qt, 1
    )


def test_a_text_is_set_once_until_it_or_its_font_is_another(look):
    measured, font = Measured(), look.font("ui")
    line = measured.line("Refresh", font)
    assert measured.line("Refresh", look.font("ui")) is line
    assert measured.line("Refresh", look.font("ui", 600)) is not line
    assert measured.width("Refresh now", font) > line.width


def test_a_text_is_cut_only_where_there_is_no_room(look):
    measured, font, text = Measured(), look.font("ui"), "Never hide this author again"
    whole = measured.line(text, font)
    cut = measured.cut(text, font, 90)
    assert measured.cut(text, font, whole.width) is whole
    assert 0 < cut.width <= 90
    assert measured.cut(text, font, 90) is cut
    assert measured.cut(text, font, 60).width <= 60


def test_many_words_are_kept_by_text_and_kind_but_not_for_ever(look):
    words = MeasuredWords(look)
    line = words.line("Home", "ui")
    cut = words.cut("housing_in_winter.jsonl", "ui", 80, Qt.TextElideMode.ElideMiddle)
    assert words.line("Home", "ui") is line
    assert words.line("Home", "ui", 600) is not line
    assert cut.width <= 80
    for number in range(200):
        words.line(str(number), "caption")
    assert words.line("Home", "ui") is not line
    assert words.line("Home", "ui").width == line.width
