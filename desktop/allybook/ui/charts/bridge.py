"""Who follows whom, as a bridge: blocks as wide as their counts, brackets over two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from allybook.domain.check.followback import Answer
from allybook.domain.check.ties import Ties
from allybook.ui.charts.block import BLOCK_HEIGHT, NOT_KNOWN, Block
from allybook.ui.models.signs import tie_words
from allybook.ui.widgets.boxes import snap
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from allybook.domain.check.ties import HowMany
    from allybook.ui.theme.look import Look

HEIGHT = 104
BLOCK_TOP = 24
GAP = 2
# Between those who are tied to us and the others.
BREAK = 16
LABEL_GAP = 8
CORNER = 4.0
TIED = (Answer.IDOL, Answer.MUTUAL, Answer.FAN)
OTHERS = (Answer.STRANGER, Answer.UNKNOWN)
# Above the blocks: label, its baseline, the bracket's line and where its ends point to.
ABOVE = (14, 10, 19)
BELOW = (98, 93, 84)


class Bridge(QWidget):
    """The five answers as blocks to press; ``chosen`` tells an ``Answer``, or None for all.

    Until ``show_counts`` there are dashes: unknown is never none.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts: Mapping[Answer, int] | None = None
        self._ties = Ties()
        self._blocks = {answer: Block(look, answer, self) for answer in (*TIED, *OTHERS)}
        for block in self._blocks.values():
            block.clicked.connect(lambda _on, block=block: self._press(block))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("bridge", "Who follows back"))
        look.changed.connect(self.update)

    def show_counts(self, counts: Mapping[Answer, int], ties: Ties) -> None:
        """Show how many accounts have each answer, how many we follow, and how many follow us."""
        self._counts, self._ties = dict(counts), ties
        for answer, block in self._blocks.items():
            block.show_count(self._count(answer))
        told = _follow_text(tie_words(ties.following)), _followed_text(tie_words(ties.followed_by))
        self.setAccessibleDescription(", ".join(told))
        self._place()
        self.update()

    def select(self, answer: Answer | None) -> None:
        """Mark one block, or none; nothing is signalled."""
        for each, block in self._blocks.items():
            block.setChecked(each == answer)

    def block(self, answer: Answer) -> QAbstractButton:
        """Return the block of an answer."""
        return self._blocks[answer]

    def sizeHint(self) -> QSize:
        """Return a comfortable width."""
        return QSize(544, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the width at which each block has its words."""
        return QSize(
            sum(block.needed() for block in self._blocks.values()) + BREAK + 3 * GAP, HEIGHT
        )

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the width out again."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the two brackets."""
        painter = QPainter(self)
        idol, mutual, fan = (self._blocks[answer].geometry() for answer in TIED)
        ties = self._ties
        follow, followed = self._number(ties.following), self._number(ties.followed_by)
        self._paint_bracket(painter, idol.united(mutual), ABOVE, _follow_text(follow))
        self._paint_bracket(painter, mutual.united(fan), BELOW, _followed_text(followed))

    def _count(self, answer: Answer) -> int:
        return self._counts.get(answer, 0) if self._counts else 0

    def _number(self, many: HowMany) -> str:
        """Return a number as short as a bracket is narrow: ``20+`` is at least 20."""
        if self._counts is None or not (many.exact or many.number):
            return NOT_KNOWN
        return count(many.number) if many.exact else f"{count(many.number)}+"

    def _press(self, block: Block) -> None:
        answer = block.answer if block.isChecked() else None
        self.select(answer)
        self.chosen.emit(answer)

    def _place(self) -> None:
        apart = {answer: self._blocks[answer].needed() for answer in OTHERS}
        room = self.width() - sum(apart.values()) - BREAK - GAP - GAP * (len(TIED) - 1)
        tied = shares(
            room, [(self._count(answer), self._blocks[answer].needed()) for answer in TIED]
        )
        x = 0.0
        for answer, width in zip(TIED, tied, strict=True):
            self._blocks[answer].setGeometry(_block(x, width))
            x += width + GAP
        x += BREAK - GAP
        for answer, width in apart.items():
            self._blocks[answer].setGeometry(_block(x, width))
            x += width + GAP

    def _paint_bracket(
        self, painter: QPainter, over: QRect, levels: tuple[int, int, int], text: str
    ) -> None:
        base, line, ends = levels
        font = self._look.font("label")
        width = QFontMetricsF(font).horizontalAdvance(text)
        middle = QRectF(over).center().x()
        painter.setFont(font)
        painter.setPen(self._look.colour("text_2"))
        painter.drawText(QPointF(middle - width / 2, base), text)
        thick = snap(1, painter.device().devicePixelRatio())
        painter.setPen(QPen(self._look.colour("border_control"), thick))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        away = width / 2 + LABEL_GAP
        half = thick / 2
        left, right = over.left() + half, over.left() + over.width() - half
        painter.drawPath(_hook(left, middle - away, line + half, ends))
        painter.drawPath(_hook(right, middle + away, line + half, ends))


def _follow_text(number: str) -> str:
    return translate("bridge", "We follow %1").replace("%1", number)


def _followed_text(number: str) -> str:
    return translate("bridge", "Follow us %1").replace("%1", number)


def _hook(corner: float, inner: float, line: float, end: float) -> QPainterPath:
    """Return one half of a bracket: from its end around the corner to the label."""
    down = 1 if end > line else -1
    inwards = 1 if inner > corner else -1
    hook = QPainterPath(QPointF(corner, end))
    hook.lineTo(corner, line + down * CORNER)
    hook.quadTo(corner, line, corner + inwards * CORNER, line)
    hook.lineTo(inner, line)
    return hook


def _block(x: float, width: float) -> QRect:
    left = round(x)
    return QRect(left, BLOCK_TOP, round(x + width) - left, BLOCK_HEIGHT)


def shares(room: float, parts: Sequence[tuple[int, int]]) -> list[float]:
    """Share ``room`` out by the counts, none less than its least; parts are (count, least)."""
    fixed: set[int] = set()
    if not sum(number for number, _least in parts):
        return [room / len(parts)] * len(parts)
    while True:
        loose = [number for place, (number, _least) in enumerate(parts) if place not in fixed]
        spare = room - sum(parts[place][1] for place in fixed)
        unit = spare / max(1, sum(loose))
        widths = [
            float(least) if place in fixed else number * unit
            for place, (number, least) in enumerate(parts)
        ]
        small = {place for place, (_n, least) in enumerate(parts) if widths[place] < least}
        if not small:
            return widths
        fixed |= small
