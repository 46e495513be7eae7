"""Paragraphs with the line height of the look, and links inside the sentence."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QTextLine

    from allybook.ui.theme.look import Look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LINK_WEIGHT = 600
# The widths that one pass of a layout asks for; more are not worth keeping.
KEPT = 8


class Span(Struct, frozen=True):
    """A piece of a sentence: its words, and the weight and the role that differ from the rest.

    ``link`` makes it a link with this name.
    """

    text: str
    weight: int | None = None
    role: str = ""
    link: str = ""

    @property
    def length(self) -> int:
        """Return the number of letters as Qt counts them: an emoji is two."""
        return len(self.text.encode("utf-16-le", "surrogatepass")) // 2


class Prose(QLabel):
    """Wrapped plain text; ``followed`` tells the name of a link that was pressed."""

    followed = Signal(str)

    def __init__(self, look: Look, text: str = "", kind: str = "ui", role: str = "text") -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self._role = role
        self._spans: tuple[Span, ...] = ()
        self._links: list[_Link] = []
        self._layouts: dict[int, tuple[QTextLayout, int]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(kind))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show one piece of text."""
        self.show_spans([Span(text)])

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Show a sentence made of pieces."""
        self._spans = tuple(spans)
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._make_link(span) for span in self._spans if span.link]
        self.setText("".join(span.text for span in self._spans))
        self._forget()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        # Layouts ask for more than a paragraph of fixed width will ever get.
        if not self.text():
            return self._look.line_height(self._kind)
        width = min(width, self.maximumWidth())
        return self._laid_out(width)[1] * self._look.line_height(self._kind)

    def sizeHint(self) -> QSize:
        """Return the room for one line, or a comfortable measure."""
        if not self.text():
            return QSize(1, self._look.line_height(self._kind))
        layout, _lines = self._laid_out(1 << 20)
        width = min(ceil(layout.maximumWidth()) + 1, self._measure(), self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few words."""
        return QSize(min(80, self.sizeHint().width()), self._look.line_height(self._kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the links over their words."""
        super().resizeEvent(event)
        self._place_links()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._role))
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))

    def _measure(self) -> int:
        """Return the width of a line that reads well: some sixty letters."""
        return 30 * self._look.line_height(self._kind)

    def _make_link(self, span: Span) -> _Link:
        link = _Link(self, span)
        link.clicked.connect(lambda: self.followed.emit(span.link))
        return link

    def _forget(self) -> None:
        self._layouts.clear()
        self._place_links()
        self.update()

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        if width not in self._layouts:
            if len(self._layouts) > KEPT:
                self._layouts.clear()
            self._layouts[width] = self._lay_out(width)
        return self._layouts[width]

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        step, count = self._look.line_height(self._kind), 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, max(1, count)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for span in self._spans:
            weight = span.weight or (LINK_WEIGHT if span.link else None)
            role = span.role or ("accent_text" if span.link else self._role)
            letters = QTextCharFormat()
            letters.setFont(self._look.font(self._kind, weight))
            letters.setForeground(self._look.colour(role))
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, span.length, letters
            ranges.append(piece)
            start += span.length
        return ranges

    def _place_links(self) -> None:
        start, links = 0, iter(self._links)
        for span in self._spans:
            if span.link:
                next(links).setGeometry(self._place(start, start + span.length))
            start += span.length

    def _place(self, start: int, end: int) -> QRect:
        """Return what the letters from ``start`` to ``end`` cover."""
        layout, count = self._laid_out(self.width())
        step, place = self._look.line_height(self._kind), QRectF()
        for number in range(min(count, layout.lineCount())):
            line = layout.lineAt(number)
            first, last = (
                max(start, line.textStart()),
                min(end, line.textStart() + line.textLength()),
            )
            if first < last:
                left, right = _x(line, first), _x(line, last)
                place |= QRectF(left, number * step, right - left, step)
        return place.toAlignedRect()


class _Link(QAbstractButton):
    """A link over its words: it paints nothing, but can be clicked, focused and read aloud."""

    def __init__(self, prose: Prose, span: Span) -> None:
        super().__init__(prose)
        self.setText(span.text.replace("&", "&&"))
        self.setAccessibleName(span.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the words to the paragraph."""


def _x(line: QTextLine, position: int) -> float:
    """Return where a letter begins; PySide answers with the position too."""
    return float(line.cursorToX(position)[0])  # type: ignore[index]
