"""A small card that sets one condition of a filter without its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from allybook.domain.errors import FilterError
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.tree import Not, On, Term
from allybook.domain.filters.values import TextSpot, read
from allybook.ui.keys import ENTER
from allybook.ui.tabs.timeline.chip_fields import ABOUT, make_field, name_field
from allybook.ui.tabs.timeline.saying import begin_large, say_filter
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.popup import Popup
from allybook.ui.widgets.prose import Prose
from allybook.ui.wording import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.filters.tree import Node
    from allybook.ui.tabs.timeline.chip_fields import ValueField
    from allybook.ui.theme.look import Look

WIDTH = 344


class ChipEditor(Popup):
    """Keeps or leaves out posts by one condition; ``taken`` carries it as a tree.

    ``known`` are the words that the bar completes.
    """

    taken = Signal(object)

    def __init__(self, look: Look, node: Node, known: Sequence[str], parent: QWidget) -> None:
        title = self.tr("Change this part of the filter")
        super().__init__(look, title, self.tr("Use it"), parent, width=WIDTH)
        self._known = known
        inner = node.part if isinstance(node, Not) else node
        self._term = inner if isinstance(inner, Term) else Term(On.WORD, "")
        if self._term.on is On.PHRASE:
            self._term = Term(On.WORD, self._term.value)
        self.keep = ComboBox(look, self.tr("Keep or leave out"))
        self.keep.addItems([self.tr("Keep posts"), self.tr("Leave out posts")])
        self.keep.setCurrentIndex(int(isinstance(node, Not)))
        self.about = ComboBox(look, self.tr("What it is about"))
        self.about.addItems([begin_large(name_field(on)) for on in ABOUT])
        self.about.setCurrentIndex(ABOUT.index(self._term.on))
        self.value: ValueField = make_field(look, self._term.on, self._term.value, known)
        self.says = Prose(look, "", "caption", "text_2")
        self._values = QVBoxLayout()
        self._fill()
        self._connect()
        self._judge()

    def node(self) -> Node:
        """Return the condition as it is set; ``FilterError`` where its value cannot be read."""
        on = self._on()
        term = Term(on, read(on, self.value.value(), TextSpot(0, 0)))
        return normalise(Not(term) if self.keep.currentIndex() else term)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take the condition."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self._take()
        else:
            super().keyPressEvent(event)

    def _on(self) -> On:
        return ABOUT[self.about.currentIndex()]

    def _turn(self) -> None:
        """Ask for another value: the condition is about something else now."""
        old, on = self.value, self._on()
        value = self._term.value if on is self._term.on else ""
        self.value = make_field(self._look, on, value, self._known)
        self.value.changed.connect(self._judge)
        self._begin_at_value()
        self._values.replaceWidget(old, self.value)
        old.deleteLater()
        self._judge()
        self.adjustSize()

    def _judge(self) -> None:
        """Say what the condition keeps, or what its value lacks."""
        try:
            words = begin_large(say_filter(self.node()))
        except FilterError as error:
            self.says.show_text(told(error) if self.value.value() else "")
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

    def _fill(self) -> None:
        for box in (self.keep, self.about):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.body.addWidget(box)
        self._values.addWidget(self.value)
        self.body.addLayout(self._values)
        self.body.addWidget(self.says)
        self._begin_at_value()

    def _begin_at_value(self) -> None:
        self.value.setFixedHeight(self._look.height("field"))
        self.setFocusProxy(self.value)
