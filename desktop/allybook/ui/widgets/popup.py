"""A small card that asks something right where the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import Button, FlatButton
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look


class Popup(QFrame):
    """A title, what a subclass puts into ``body``, and ``yes`` and ``no`` at the foot.

    A click elsewhere or Escape takes it back. The keyboard begins at the focus proxy. It belongs to
    the window: to Qt the keys of the list it was asked from would be those of the card too.
    """

    def __init__(
        self, look: Look, title: str, verb: str, parent: QWidget, *, width: int = 320
    ) -> None:
        super().__init__(parent.window(), Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(title)
        self.setFixedWidth(width)
        self.body = QVBoxLayout()
        self.yes = Button(look, verb)
        self.no = FlatButton(look, self.tr("Not now"))
        self.no.clicked.connect(self.close)
        self._lay_out(title)

    def open_at(self, place: QPoint) -> None:
        """Open at a place of the screen, or as near as it fits."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        left = min(place.x(), area.right() - self.width())
        top = min(place.y(), area.bottom() - self.height())
        self.move(max(area.left(), left), max(area.top(), top))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Become as high as what it says now, wrapped at its width."""
        self._column.activate()
        height = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(height, self.minimumSizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        look = self._look
        line = look.colour("border_button")
        box = Box(look.colour("surface"), line, look.outline(), look.radius("card"))
        paint_box(QPainter(self), self.rect(), box)

    def _lay_out(self, title: str) -> None:
        look, side = self._look, self._look.space("l")
        column, foot = QVBoxLayout(self), QHBoxLayout()
        self._column = column
        column.setContentsMargins(side, look.space("m"), side, side)
        for layout in (column, self.body, foot):
            layout.setSpacing(look.space("s"))
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        column.addWidget(Words(look, title, "ui_bold"))
        column.addLayout(self.body)
        column.addLayout(foot)
