"""A small card that sets one condition of a filter without its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from allybook.domain.errors import FilterError
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.sentence import sentence
from allybook.domain.filters.tree import Not, On, Term
from allybook.domain.filters.values import Spot, read
from allybook.ui.tabs.timeline.chip_fields import ABOUT, make_field, name_field
from allybook.ui.tabs.timeline.saying import begin_large
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import Button, FlatButton
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.filters.tree import Node
    from allybook.ui.tabs.timeline.chip_fields import ValueField
    from allybook.ui.theme.look import Look

WIDTH = 344
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChipEditor(QFrame):
    """Keeps or leaves out posts by one condition; ``taken`` carries it as a tree.

    A click elsewhere or Escape takes it back. ``known`` are the words that the bar completes.
    """

    taken = Signal(object)

    def __init__(self, look: Look, node: Node, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._look, self._known = look, known
        inner = node.part if isinstance(node, Not) else node
        self._term = inner if isinstance(inner, Term) else Term(On.WORD, "")
        if self._term.on is On.PHRASE:
            self._term = Term(On.WORD, self._term.value)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(WIDTH)
        self.keep = ComboBox(look, self.tr("Keep or leave out"))
        self.keep.addItems([self.tr("Keep posts"), self.tr("Leave out posts")])
        self.keep.setCurrentIndex(int(isinstance(node, Not)))
        self.about = ComboBox(look, self.tr("What it is about"))
        self.about.addItems([begin_large(name_field(on)) for on in ABOUT])
        self.about.setCurrentIndex(ABOUT.index(self._term.on))
        self.value: ValueField = make_field(look, self._term.on, self._term.value, known)
        self.says = Prose(look, "", "caption", "text_2")
        self.yes = Button(look, self.tr("Use it"))
        self.no = FlatButton(look, self.tr("Not now"))
        self._values = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._judge()

    def open_at(self, place: QPoint) -> None:
        """Open at a place of the screen, or as near as it fits."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        left = min(place.x(), area.right() - self.width())
        top = min(place.y(), area.bottom() - self.height())
        self.move(max(area.left(), left), max(area.top(), top))
        self.show()
        self.value.setFocus(Qt.FocusReason.PopupFocusReason)

    def node(self) -> Node:
        """Return the condition as it is set; ``FilterError`` where its value cannot be read."""
        on = self._on()
        term = Term(on, read(on, self.value.value(), Spot(0, 0)))
        return normalise(Not(term) if self.keep.currentIndex() else term)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take the condition."""
        if event.key() in ENTER:
            self._take()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        look = self._look
        line = look.colour("border_button")
        box = Box(look.colour("surface"), line, look.outline(), look.radius("card"))
        paint_box(QPainter(self), self.rect(), box)

    def _on(self) -> On:
        return ABOUT[self.about.currentIndex()]

    def _turn(self) -> None:
        """Ask for another value: the condition is about something else now."""
        old, on = self.value, self._on()
        value = self._term.value if on is self._term.on else ""
        self.value = make_field(self._look, on, value, self._known)
        self.value.changed.connect(self._judge)
        self.value.setFixedHeight(self._look.height("field"))
        self._values.replaceWidget(old, self.value)
        old.deleteLater()
        self._judge()
        self.adjustSize()

    def _judge(self) -> None:
        """Say what the condition keeps, or what its value lacks."""
        try:
            words = begin_large(sentence(self.node()))
        except FilterError as error:
            self.says.show_text(str(error) if self.value.value() else "")
            self.yes.setEnabled(False)
            return
        self.says.show_text(f"{words}.")
        self.yes.setEnabled(True)

    def _take(self) -> None:
        if self.yes.isEnabled():
            node = self.node()
            self.close()
            self.taken.emit(node)

    def _connect(self) -> None:
        self.keep.currentIndexChanged.connect(lambda _index: self._judge())
        self.about.currentIndexChanged.connect(lambda _index: self._turn())
        self.value.changed.connect(self._judge)
        self.yes.clicked.connect(self._take)
        self.no.clicked.connect(self.close)

    def _lay_out(self) -> None:
        look, side = self._look, self._look.space("l")
        title = self.tr("Change this part of the filter")
        self.setAccessibleName(title)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(side, look.space("m"), side, side)
        column.setSpacing(look.space("s"))
        column.addWidget(Words(look, title, "ui_bold"))
        for box in (self.keep, self.about):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(box)
        self.value.setFixedHeight(look.height("field"))
        self._values.addWidget(self.value)
        column.addLayout(self._values)
        column.addWidget(self.says)
        foot.setSpacing(look.space("s"))
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        column.addLayout(foot)
