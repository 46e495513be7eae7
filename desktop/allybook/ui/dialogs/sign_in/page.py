"""One page of the wizard, and the rows that pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import PrimaryButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLayout

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.buttons import Button

TOP = Qt.AlignmentFlag.AlignTop
LONGEST = 4096
DOT = 20
HINT_LINES = 2


class WizardPage(QWidget):
    """A page under its ``title``. ``main`` is the button at the foot that goes on from here.

    ``changed`` says that the page may need more room, and carries the part to be seen.
    """

    changed = Signal(object)

    def __init__(self, look: Look, main: Button | None = None) -> None:
        super().__init__()
        self._look = look
        self.title = ""
        self.main = main or PrimaryButton(look, self.tr("Next"), size="button_dialog")
        self.column = QVBoxLayout(self)
        edge = look.space("xl")
        self.column.setContentsMargins(edge, 0, edge, look.space("l"))
        self.column.setSpacing(look.space("m"))

    def first(self) -> QWidget:
        """Return where the keyboard begins."""
        return self.main

    def wipe(self) -> None:
        """Forget what is secret."""

    def say(self, text: str) -> Prose:
        """Add a paragraph and return it."""
        prose = Prose(self._look, text, "ui", "text_2")
        self.column.addWidget(prose)
        return prose


class Fact(QWidget):
    """An icon, a few bold words, and the rest of the sentence."""

    def __init__(self, look: Look, icon: str, bold: str, rest: str = "") -> None:
        super().__init__()
        self._glyph = Glyph(look, icon)
        self._glyph.setFixedHeight(look.line_height("ui"))
        self._prose = Prose(look, "", "ui", "text_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self._glyph, 0, TOP)
        row.addWidget(self._prose, 1)
        self.say(bold, rest)

    def say(self, bold: str, rest: str = "") -> None:
        """Say something else; with nothing to say, go."""
        self.setVisible(bool(bold or rest))
        spans = [Span(bold, 600, "text")] if bold else []
        spans += [Span(f" {rest}" if bold else rest)] if rest else []
        self._prose.show_spans(spans)
        self.setAccessibleName(self._prose.text())

    def show_icon(self, icon: str, role: str = "text_2") -> None:
        """Show another icon."""
        self._glyph.show_icon(icon, role)


class Numbered(QWidget):
    """One step of several: its number in a circle, a sentence, and what belongs to it below."""

    def __init__(self, look: Look, number: int, spans: Sequence[Span]) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self.below = QVBoxLayout()
        self.below.setSpacing(look.space("s"))
        prose = Prose(look, "", "ui", "text")
        prose.show_spans(spans)
        self.setAccessibleName(f"{number}. {prose.text()}")
        self.below.addWidget(prose)
        row = QHBoxLayout(self)
        row.setContentsMargins(DOT + look.space("m"), 0, 0, 0)
        row.addLayout(self.below, 1)

    def add(self, part: QWidget | QLayout) -> None:
        """Add what belongs to this step, under its sentence."""
        if isinstance(part, QWidget):
            self.below.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.below.addLayout(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number in its circle, on the first line."""
        painter, look = QPainter(self), self._look
        circle = QRectF(0, 0, DOT, DOT)
        line = look.colour("accent_text") if look.contrast else None
        paint_box(painter, circle, Box(look.colour("accent_soft"), line, 1, DOT / 2))
        painter.setPen(look.colour("accent_text"))
        painter.setFont(look.font("label"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class FieldHint(QWidget):
    """A sentence under a field that keeps its room, so that nothing moves when it changes."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        self._look = look
        self._glyph = Glyph(look, "info")
        self._prose = Prose(look, "", "caption", "text_2")
        self._prose.setMinimumHeight(HINT_LINES * look.line_height("caption"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self._glyph, 0, TOP)
        row.addWidget(self._prose, 1)
        self.say(text)

    def say(self, text: str, icon: str = "info", role: str = "text_2") -> None:
        """Say a sentence in an ink, behind its icon."""
        self._glyph.show_icon(icon, role)
        self._prose.show_spans([Span(text, role=role)])
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return what it says."""
        return self._prose.text()


class InputField(QWidget):
    """A line to type in under its name; ``secret`` shows dots."""

    def __init__(self, look: Look, name: str, *, secret: bool = False) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setFont(look.font("ui"))
        self.line.setFixedHeight(look.height("field"))
        self.line.setAccessibleName(name)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        label = Words(look, name, weight=500)
        label.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("xs"))
        column.addWidget(label)
        column.addWidget(self.line)

    def text(self) -> str:
        """Return what was typed, without the blanks around it."""
        return self.line.text().strip()

    def wipe(self) -> None:
        """Forget what was typed, and how it came about."""
        self.line.setText("")
