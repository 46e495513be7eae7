"""Paragraphs with the line height of the look, and links inside the sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy

from allybook.ui.direction import LEFTWARD, reads_leftward
from allybook.ui.keys import press_by_enter
from allybook.ui.units import utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QTextLine

    from allybook.ui.theme.look import Look

LINK_WEIGHT = 600
ENDLESS = 1 << 20
"""A width in which nothing is broken but where the text says so."""


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
        return utf16(self.text)

    def differs(self) -> bool:
        """Return whether it looks otherwise than the rest."""
        return bool(self.weight or self.role or self.link)


class Prose(QLabel):
    """Wrapped plain text; ``followed`` tells the name of a link that was pressed."""

    followed = Signal(str)

    def __init__(self, look: Look, text: str = "", kind: str = "ui", role: str = "text") -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self._role = role
        self._spans: tuple[Span, ...] = ()
        self._mixed = False
        self._links: list[_Link] = []
        self._set: _Set | None = None
        self._placed = -1
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
        if self._spans == (shown := tuple(spans)):
            return
        self._spans = shown
        self._renew_links([span for span in shown if span.link])
        text = "".join(span.text for span in shown)
        self._mixed = not text.isascii() and LEFTWARD.search(text) is not None
        self.setText(text)
        self._forget()
        self.updateGeometry()

    def describe_links(self, words: str) -> None:
        """Say to a reader what pressing the links does, where their own words do not tell."""
        for link in self._links:
            link.setAccessibleDescription(words)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        # Layouts ask for more than a paragraph of fixed width will ever get.
        if not self.text():
            return self._look.line_height(self._kind)
        width = min(width, self.maximumWidth())
        return self._text_set().count(width) * self._look.line_height(self._kind)

    def sizeHint(self) -> QSize:
        """Return the room for one line, or a comfortable measure."""
        if not self.text():
            return QSize(1, self._look.line_height(self._kind))
        width = min(self._text_set().natural, self._measure(), self.maximumWidth())
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
        self._text_set().broken(self.width()).draw(painter, QPointF(0, 0))

    def _measure(self) -> int:
        """Return the width of a line that reads well: some sixty letters."""
        return 30 * self._look.line_height(self._kind)

    def _renew_links(self, spans: Sequence[Span]) -> None:
        """Give the links there are other words, but for one that has the keyboard and stays."""
        former, self._links = self._links, []
        for span in spans:
            if former and (former[0].says(span) or not former[0].hasFocus()):
                self._links.append(former.pop(0))
                self._links[-1].show_span(span)
            else:
                self._links.append(self._make_link(span))
        for link in former:
            link.hide()
            link.deleteLater()

    def _make_link(self, span: Span) -> _Link:
        link = _Link(self, span)
        link.clicked.connect(lambda: self.followed.emit(link.name))
        return link

    def _forget(self) -> None:
        self._set, self._placed = None, -1
        self._place_links()
        self.update()

    def _text_set(self) -> _Set:
        """Return the text as it is set: once, whatever widths are asked for."""
        if self._set is None:
            layout = QTextLayout(self.text(), self._look.font(self._kind))
            # Made without a side, it lets the words decide where they begin.
            option = QTextOption()
            option.setAlignment(self._side())
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            if any(map(Span.differs, self._spans)):
                layout.setFormats(self._formats())
            self._set = _Set(layout, self._look.line_height(self._kind))
        return self._set

    def _side(self) -> Qt.AlignmentFlag:
        """Return where lines begin: at the right where the words are read from there."""
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        at_left = side != Qt.AlignmentFlag.AlignHCenter
        leftward = at_left and reads_leftward(self.text())
        return Qt.AlignmentFlag.AlignRight if leftward else side

    def _formats(self) -> list[QTextLayout.FormatRange]:
        # With its many names PySide makes it slowly: words that are all alike do without it.
        from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415

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
        if not self._links or self._placed == self.width():
            return
        self._placed = self.width()
        start, links = 0, iter(self._links)
        for span in self._spans:
            if span.link:
                next(links).setGeometry(self._place(start, start + span.length))
            start += span.length

    def _place(self, start: int, end: int) -> QRect:
        """Return what the letters from ``start`` to ``end`` cover."""
        text = self._text_set()
        layout = text.broken(self.width())
        step, place = self._look.line_height(self._kind), QRectF()
        for number in text.lines(start, end):
            line = layout.lineAt(number)
            first, last = (
                max(start, line.textStart()),
                min(end, line.textStart() + line.textLength()),
            )
            if first < last:
                left, right = _ends(line, first, last, mixed=self._mixed)
                place |= QRectF(left, number * step, right - left, step)
        return place.toAlignedRect()


class _Set:
    """A text whose letters are set once, and broken into lines of any width.

    Setting them is what takes its time; layouts ask for four widths before one of them is painted.
    """

    def __init__(self, layout: QTextLayout, step: int) -> None:
        # Without it, Qt would forget the letters after each breaking, and for each painting.
        layout.setCacheEnabled(True)
        self._layout = layout
        self._step = step
        self._width = -1
        self._counts: dict[int, int] = {}
        self._starts: list[int] = []
        self.broken(ENDLESS)
        self.natural = ceil(layout.maximumWidth()) + 1

    def count(self, width: int) -> int:
        """Return the number of lines of a width (logical pixels)."""
        if width >= self.natural:
            width = ENDLESS
        if width not in self._counts:
            self.broken(width)
        return self._counts[width]

    def broken(self, width: int) -> QTextLayout:
        """Return the text broken into lines of a width, until it is asked for another one."""
        if width != self._width:
            self._width = width
            self._counts[width] = self._break(width)
        return self._layout

    def lines(self, start: int, end: int) -> range:
        """Return the numbers of the lines, as they are broken now, on which some letters stand."""
        return range(max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end))

    def _break(self, width: int) -> int:
        layout, starts = self._layout, self._starts
        starts.clear()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            above = len(starts) * self._step
            line.setPosition(QPointF(0, above + (self._step - line.height()) / 2))
            starts.append(line.textStart())
        layout.endLayout()
        return max(1, len(starts))


class _Link(QAbstractButton):
    """A link over its words: it paints nothing, but can be clicked, focused and read aloud.

    ``name`` is what the sentence calls it.
    """

    def __init__(self, prose: Prose, span: Span) -> None:
        super().__init__(prose)
        self.name = ""
        self.show_span(span)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show()

    def show_span(self, span: Span) -> None:
        """Lie over other words; a button that is held down over the former ones lets go."""
        self.name = span.link
        self.setDown(False)
        self.setText(span.text.replace("&", "&&"))
        self.setAccessibleName(span.text)

    def says(self, span: Span) -> bool:
        """Return whether it says and means a piece of a sentence already."""
        return (self.name, self.accessibleName()) == (span.link, span.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the words to the paragraph."""


def _ends(line: QTextLine, first: int, last: int, *, mixed: bool) -> tuple[float, float]:
    """Return the left and the right end of some letters of a line.

    Where both directions are ``mixed``, the place between two letters may be in two places.
    """
    if not mixed:
        return _x(line, first), _x(line, last)
    inks = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    if not inks:
        return 0.0, 0.0
    return min(ink.left() for ink in inks), max(ink.right() for ink in inks)


def _x(line: QTextLine, position: int) -> float:
    """Return where a letter begins; PySide answers with the position too."""
    return float(line.cursorToX(position)[0])  # type: ignore[index]
