"""A value that is edited where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QWidget

from allybook.ui.keys import answer_by_enter
from allybook.ui.tabs.allies.ask import make_completer
from allybook.ui.tabs.allies.past import NoteField
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look

SIDE = 20
ICON = 12


class InPlace(QWidget):
    """Words with a pencil; ``edited`` carries what was written in their place.

    ``turned`` tells that the field was opened or put away.
    """

    edited = Signal(str)
    turned = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._value = ""
        self.words = Words(look)
        self.pencil = IconButton(look, "pencil", name, side=ICON)
        self.pencil.setFixedSize(SIDE, SIDE)
        self.field = NoteField()
        self.field.setAccessibleName(name)
        self.field.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("xs"))
        row.addWidget(self.words)
        row.addWidget(self.pencil)
        row.addWidget(self.field, 1)
        row.addStretch(0)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.pencil.clicked.connect(self.start)
        self.field.left.connect(self.end)
        answer_by_enter(self.field, self._write)

    def show_value(self, value: str, shown: str, role: str, known: Sequence[str]) -> None:
        """Show ``shown`` in an ink; ``value`` is what is edited, ``known`` completes it."""
        self._value = value
        self.words.setText(shown)
        self.words.setToolTip(as_written(shown))
        self.words.set_role(role)
        self.words.updateGeometry()
        self.field.setCompleter(make_completer(known, self.field))

    def text(self) -> str:
        """Return what stands there: while it is edited, what is typed."""
        return self._value if self.field.isHidden() else self.field.text()

    def start(self) -> None:
        """Open the field over the words."""
        self.field.setText(self._value)
        self._turn(editing=True)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Put the field away, with whatever was in it."""
        self._turn(editing=False)

    def refuse(self, why: str) -> None:
        """Open the field again, with why what was written cannot stand."""
        self._turn(editing=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QToolTip.showText(
            self.field.mapToGlobal(QPoint(0, self.field.height())), as_written(why), self.field
        )
        self.field.setAccessibleDescription(why)

    def _turn(self, *, editing: bool) -> None:
        self.words.setVisible(not editing)
        self.pencil.setVisible(not editing)
        self.field.setVisible(editing)
        self.turned.emit()

    def _write(self) -> None:
        text = " ".join(self.field.text().split())
        self.end()
        if text != self._value:
            self.edited.emit(text)
