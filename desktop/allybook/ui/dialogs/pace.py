"""How slowly lists are changed on X: slower at will, faster only after a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout

from allybook.domain.acts.pace import Pace
from allybook.ui.dialogs.card import CardDialog
from allybook.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WIDTH = 480
FIELD = 112
LONGEST = 3_600
MOST = 1_000
DIALOG = "button_dialog"
SHORT = 1.0
"""Seconds; a shorter pause than this is none."""


class PaceSheet(CardDialog):
    """Asks for a pace; ``chosen`` carries it. A faster one than ``usual`` has to be agreed to."""

    chosen = Signal(object)

    def __init__(self, look: Look, pace: Pace, usual: Pace, parent: QWidget) -> None:
        super().__init__(look, "", parent, width=WIDTH)
        title = self.tr("How slowly?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._pace = pace
        self._usual = usual
        self.title = Words(look, title, "title")
        self.seconds = self._make_field(self.tr("Seconds between two changes"), 0, LONGEST)
        self.daily = self._make_field(self.tr("Changes in 24 hours, at most"), 1, MOST)
        self.warning = Note(look, Mood.WARN)
        self.agreed = CheckBox(look, self.tr("I take the risk for this account"), "text")
        self.back = LinkButton(look, self.tr("Back to the usual pace"), weight=600)
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.keep = PrimaryButton(look, self.tr("Keep"), size=DIALOG)
        self._connect()
        self._lay_out(look)
        self._show(pace)

    @property
    def pace(self) -> Pace:
        """Return the pace that is typed; what nobody touched stays as exact as it was."""
        whole = Pace(float(self.seconds.value()), self.daily.value())
        same = whole == Pace(float(round(self._pace.seconds)), self._pace.daily)
        return self._pace if same else whole

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the first figure."""
        super().showEvent(event)
        self.seconds.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_field(self, name: str, least: int, most: int) -> QSpinBox:
        field = QSpinBox(minimum=least, maximum=most)
        field.setFixedSize(FIELD, self._look.height("field"))
        side = self._look.space("m") - 2
        field.lineEdit().setTextMargins(side, 0, side, 0)
        field.setAccessibleName(name)
        if not least:
            field.setSpecialValueText(self.tr("no pause"))
        return field

    def _connect(self) -> None:
        self.not_now.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._show(self._usual))
        self.keep.clicked.connect(self._accept)
        self.agreed.toggled.connect(lambda _on: self._weigh())
        for field in (self.seconds, self.daily):
            field.valueChanged.connect(lambda _value: self._weigh())

    def _show(self, pace: Pace) -> None:
        self.seconds.setValue(round(pace.seconds))
        self.daily.setValue(pace.daily)
        self._weigh()

    def _weigh(self) -> None:
        """Warn of a pace that is faster than usual, and keep it only where that is agreed to."""
        faster = self.pace.is_faster(self._usual)
        self.warning.setVisible(faster)
        self.agreed.setVisible(faster)
        self.keep.setEnabled(not faster or self.agreed.isChecked())
        self.back.setEnabled(self.pace != self._usual)
        if self.isVisible():
            self.come_to_the_middle()

    def _accept(self) -> None:
        self.chosen.emit(self.pace)
        self.accept()

    def _lay_out(self, look: Look) -> None:
        edge, gap = look.space("xl"), look.space("l")
        column = QVBoxLayout()
        column.setContentsMargins(edge, edge - 4, edge, gap)
        column.setSpacing(look.space("m"))
        column.addWidget(self.title)
        column.addWidget(Prose(look, self._sentence(), "ui", "text_2"))
        column.addLayout(self._make_grid(look))
        column.addWidget(self.warning)
        column.addWidget(self.agreed)
        self.warning.say(
            self.tr("This is faster than is safe."),
            self.tr(
                "X has locked accounts for a day, in its own app too, after lists grew fast. "
                "Allybook stops at the first refusal, but it cannot undo a lock."
            ),
        )
        self.lay_scrolled(column, self.make_foot(self.not_now, self.keep, aside=self.back))

    def _make_grid(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space("m"))
        grid.setVerticalSpacing(look.space("s"))
        grid.setColumnStretch(0, 1)
        for row, field in enumerate((self.seconds, self.daily)):
            grid.addWidget(Words(look, field.accessibleName()), row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _sentence(self) -> str:
        words = self.tr(
            "X wants lists changed slowly. A change every %1 seconds, and %2 in 24 hours, is what "
            "Allybook thinks safe; slower is always fine."
        )
        if self._usual.seconds < SHORT:
            # The practice network, where nobody can be locked.
            words = self.tr(
                "Here changes go out one after the other without a pause, because nobody can be "
                "locked on the practice network. X itself wants lists changed slowly: there, "
                "Allybook waits between two changes. At most %2 go out in 24 hours."
            )
        seconds = count(round(self._usual.seconds))
        return words.replace("%1", seconds).replace("%2", count(self._usual.daily))
