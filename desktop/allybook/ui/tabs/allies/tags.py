"""The tags of one ally: each can be dropped, and more can be added in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from allybook.ui.keys import press_by_enter, printed
from allybook.ui.tabs.allies.ask import make_completer
from allybook.ui.tabs.allies.past import NoteField
from allybook.ui.tips import as_written
from allybook.ui.widgets.badges import PAD, BadgeWords, badge_size
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import LINK, IconButton
from allybook.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from allybook.ui.theme.look import Look

CROSS = 12
CROSS_PAD = 4
SIDE = 20
ICON = 16
FIELD = 120
DROP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Tags(QWidget):
    """Tags in a flow with a plus: ``dropped`` and ``wanted`` carry one, ``added`` several."""

    dropped = Signal(str)
    added = Signal(list)
    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[str, ...] | None = None
        self._pills: list[TagPill] = []
        self._flow = FlowLayout(self)
        self.plus = IconButton(look, "plus", self.tr("Add a tag"))
        self.plus.dress = LINK
        self.plus.setFixedSize(ICON, SIDE)
        self.field = NoteField()
        self.field.setPlaceholderText(self.tr("Tag"))
        self.field.setAccessibleName(self.tr("New tag"))
        self.field.setFixedWidth(FIELD)
        self.field.hide()
        self._flow.addWidget(self.plus)
        self._flow.addWidget(self.field)
        self.plus.clicked.connect(self.start)
        self.field.left.connect(self.field.hide)
        self.field.returnPressed.connect(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def pills(self) -> Sequence[TagPill]:
        """Return the tags shown."""
        return tuple(self._pills)

    def show_tags(self, tags: tuple[str, ...], known: Sequence[str], *, final: bool) -> None:
        """Show these tags; ``known`` are those in use, ``final`` ones cannot change."""
        self.plus.setVisible(not final)
        self.field.setCompleter(make_completer(known, self.field))
        if tags == self._shown:
            return
        self._shown = tags
        for pill in self._pills:
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = [TagPill(self._look, tag, final=final) for tag in tags]
        for place, pill in enumerate(self._pills):
            self._flow.insertWidget(place, pill)
            pill.dropped.connect(self.dropped)
            pill.wanted.connect(self.wanted)
        self.updateGeometry()

    def start(self) -> None:
        """Open the field for a new tag."""
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Put the field away, with whatever was in it."""
        self.field.clear()
        self.field.hide()

    def _add(self) -> None:
        words = [word.strip() for word in self.field.text().split(",") if word.strip()]
        self.end()
        if words:
            self.added.emit(words)


class TagPill(QAbstractButton):
    """One tag: a press asks for everyone with it, the x (or Delete) drops it."""

    dropped = Signal(str)
    wanted = Signal(str)

    def __init__(self, look: Look, tag: str, *, final: bool = False) -> None:
        super().__init__()
        self._look = look
        self._mark = BadgeWords(tag)
        self._final = final
        self.setText(tag.replace("&", "&&"))
        self.setAccessibleName(self.tr("Tag %1").replace("%1", tag))
        drops = self.tr("%1 drops it").replace("%1", printed("Del"))
        self.setAccessibleDescription("" if final else drops)
        self.setToolTip(as_written(self.tr("Show everyone tagged %1").replace("%1", tag)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.wanted.emit(tag))

    @property
    def tag(self) -> str:
        """Return the tag."""
        return self._mark.text

    def sizeHint(self) -> QSize:
        """Return the room for the badge and its cross."""
        size = badge_size(self._look, self._mark)
        return size if self._final else size.grownBy(QMargins(0, 0, CROSS, 0))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tag is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the tag and Delete drop it."""
        if press_by_enter(self, event):
            return
        if event.key() in DROP and not self._final:
            self.dropped.emit(self.tag)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the cross drop the tag; the rest of it is a button."""
        on_cross = self._cross().adjusted(-2, -4, 4, 4).contains(event.position())
        if on_cross and self.isDown() and not self._final:
            self.setDown(False)
            self.dropped.emit(self.tag)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge, and its cross inside the same box."""
        painter, look = QPainter(self), self._look
        fill = look.colour("hover" if self.underMouse() else "sunken")
        line = look.colour("border") if look.contrast or self.underMouse() else None
        paint_box(painter, self.rect(), Box(fill, line, 1, look.radius("tag")))
        painter.setPen(look.colour("text_2"))
        painter.setFont(look.font("label", 400))
        room = QRectF(PAD, 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.tag)
        if not self._final:
            look.draw_icon(painter, "x", "text_3", self._cross())

    def _cross(self) -> QRectF:
        left = self.width() - CROSS - CROSS_PAD
        return QRectF(QPointF(left, (self.height() - CROSS) / 2), QSizeF(CROSS, CROSS))
