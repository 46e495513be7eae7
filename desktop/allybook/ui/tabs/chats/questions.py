"""The questions of a chat in the pane of places: number, words, and how many answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from allybook.ui.stump import without_stump
from allybook.ui.tips import as_written
from allybook.ui.units import signs_before
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.words import SectionLabel, Words
from allybook.ui.wording import answers, count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from allybook.ui.theme.look import Look

LINES = 3
PAD = 8
NUMBER = 30
GAP = 8
HEADING = 28


class AskedQuestion(Struct, frozen=True):
    """One question: the key of its group, its number, its words, and how many answered."""

    key: str
    label: str
    words: str
    answers: int


class QuestionRow(QPushButton):
    """One question to choose; long ones end in dots, and the tooltip has them whole."""

    def __init__(self, look: Look, asked: AskedQuestion) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_question(asked)

    def show_question(self, asked: AskedQuestion) -> None:
        """Say what is asked, and how many answered by now."""
        self.asked = asked
        self.setToolTip(as_written(asked.words))
        self.setAccessibleName(f"{asked.label}: {asked.words}, {answers(asked.answers)}")
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the lines at the present width."""
        lines = max(1, len(self._lines()))
        return QSize(NUMBER, lines * self._look.line_height("ui") + PAD + PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the number, the words and the count."""
        look, painter, ink = self._look, QPainter(self), self._ink()
        self._paint_ground(painter)
        line = QRect(PAD, PAD, self.width() - 2 * PAD, look.line_height("ui"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour(ink or "text_2"))
        painter.setFont(look.font("ui_bold"))
        painter.drawText(line, middle, self.asked.label)
        painter.setPen(look.colour(ink or "text_3"))
        painter.setFont(look.font("caption", 600 if self.isChecked() else None))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, count(self.asked.answers))
        painter.setPen(look.colour(ink or "text"))
        painter.setFont(self._font())
        for number, words in enumerate(self._lines()):
            place = line.translated(NUMBER, number * line.height())
            painter.drawText(place, middle | Qt.TextFlag.TextDontClip, words)

    def changeEvent(self, event: QEvent) -> None:
        """Set the lines anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _fit(self) -> None:
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())

    def _ink(self) -> str:
        """Return the one ink of a chosen row, or none."""
        if not self.isChecked():
            return ""
        return "on_accent" if self._look.contrast else "accent_text"

    def _paint_ground(self, painter: QPainter) -> None:
        look, fill = self._look, ""
        if self.isChecked():
            fill = "selection" if look.contrast else "accent_soft"
        elif self.underMouse():
            fill = "hover"
        if fill:
            paint_box(painter, self.rect(), Box(look.colour(fill), radius=look.radius("button")))

    def _font(self) -> QFont:
        return self._look.font("ui_bold" if self.isChecked() else "ui")

    def _lines(self) -> list[str]:
        # Set in bold, so that choosing a question moves nothing.
        font = self._look.font("ui_bold")
        metrics = QFontMetricsF(font)
        room = self.width() - 2 * PAD - NUMBER - GAP - metrics.horizontalAdvance("000")
        layout = QTextLayout(self.asked.words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        return _set(layout, max(room, 40.0), metrics)


def _set(layout: QTextLayout, room: float, metrics: QFontMetricsF) -> list[str]:
    """Return the words in lines; the last one ends in dots where there are more."""
    text = layout.text()
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start = signs_before(text, line.textStart())
        if len(lines) == LINES - 1:
            rest = text[start:]
            cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
            lines.append(without_stump(cut, rest))
            break
        end = signs_before(text, line.textStart() + line.textLength())
        lines.append(text[start:end].rstrip())
    layout.endLayout()
    return lines


class QuestionsList(QWidget):
    """The questions under their heading; arrows move between them, ``chosen`` tells the key."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._asked: tuple[AskedQuestion, ...] = ()
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._group.buttonClicked.connect(lambda row: self.chosen.emit(row.asked.key))
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(PAD, 0, PAD, 0)
        column.setSpacing(0)
        head.setContentsMargins(PAD, 0, PAD, 0)
        heading = SectionLabel(look, self.tr("Questions"))
        heading.setFixedHeight(HEADING)
        head.addWidget(heading, 1)
        head.addWidget(Words(look, self.tr("answers"), "caption", "text_3"))
        column.addLayout(head)
        column.addLayout(self._rows)
        self.hide()

    def rows(self) -> dict[str, QuestionRow]:
        """Return the rows by the keys of their groups."""
        buttons = self._group.buttons()
        return {row.asked.key: row for row in buttons if isinstance(row, QuestionRow)}

    def show_questions(self, asked: Sequence[AskedQuestion]) -> None:
        """Show these questions; the list is there only where there are some.

        Whoever has the keyboard on one keeps it there, whatever it says now.
        """
        self.setVisible(bool(asked))
        if tuple(asked) == self._asked:
            return
        self._asked = tuple(asked)
        before = self.rows()
        if list(before) == [one.key for one in self._asked]:
            for one in self._asked:
                before[one.key].show_question(one)
        else:
            self._make_rows(before)

    def _make_rows(self, before: Mapping[str, QuestionRow]) -> None:
        current = self.current()
        held = next((key for key, row in before.items() if row.hasFocus()), "")
        for row in before.values():
            self._group.removeButton(row)
            row.hide()
            row.deleteLater()
        for one in self._asked:
            row = QuestionRow(self._look, one)
            self._group.addButton(row)
            self._rows.addWidget(row)
            if one.key == held:
                # What nobody sees yet takes no keyboard.
                row.show()
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(current)

    def current(self) -> str:
        """Return the key of the question chosen, or an empty one."""
        return next((key for key, row in self.rows().items() if row.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a question, without telling; an unknown one chooses none."""
        self._group.setExclusive(False)
        for one, row in self.rows().items():
            row.setChecked(one == key)
        self._group.setExclusive(True)
