"""The budget of a month, to be changed in place."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from allybook.domain.expressions import expression
from allybook.domain.money.dollars import CENT, MOST
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import dollars, locale, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from allybook.domain.money.pricing import Dollars
    from allybook.ui.theme.look import Look

WIDTH = 144
EXAMPLE = Decimal("1250.50")
"""A sum with both marks that may stand between its figures."""
ABOUT = expression(r"US\$|USD|[$'\u2019\s]")
"""What stands beside the figures of a sum and their marks, and says nothing more."""
TYPED = expression(r"[-\d.,$USD'\u2019\s]*")


class DollarField(QDoubleSpinBox):
    """A sum as the language of the window writes it; one that is typed or pasted otherwise too.

    ``refused`` carries what was typed to its end and is no sum, so that the old one comes back.
    """

    refused = Signal(str)

    def __init__(self, most: float) -> None:
        super().__init__(minimum=0.0, maximum=most, singleStep=1.0, decimals=2)
        before, _, behind = translate("wording", "$%1", "a sum in US dollars").partition("%1")
        self.setLocale(locale())
        self.setPrefix(before)
        self.setSuffix(behind)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Let every sum be typed to its end; Qt would drop a mark of the other language."""
        amount = self._read(text)
        if not TYPED.fullmatch(text) or (amount or 0) > self.maximum():
            return QValidator.State.Invalid, text, pos
        state = QValidator.State.Intermediate if amount is None else QValidator.State.Acceptable
        return state, text, pos

    def fixup(self, text: str) -> str:
        """Keep what is no sum as it is: without its marks, 0,500 would be 500 dollars."""
        self.refused.emit(text)
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter where no sum stands: the dialog would close, and nobody read why."""
        refused = not self.hasAcceptableInput()
        super().keyPressEvent(event)
        if refused and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()

    def valueFromText(self, text: str) -> float:  # noqa: N802 (Qt's name)
        """Return the sum, or what stood there where it is none."""
        amount = self._read(text)
        return self.value() if amount is None else amount

    def _read(self, text: str) -> float | None:
        """Return a sum in either language; a single mark before three figures is the window's."""
        # Where marks are the other language's there must be cents: 1.250 alone is not 1,250 here.
        bare = ABOUT.sub("", text)
        own = self.locale().decimalPoint()
        other = "," if own == "." else "."
        for point, apart, cents, must in ((own, other, self.decimals(), "?"), (other, own, 2, "")):
            whole = rf"[1-9]\d{{0,2}}(?:[{apart}]\d{{3}})+|\d*"
            found = re.fullmatch(rf"({whole})(?:[{point}](\d{{0,{cents}}})){must}", bare)
            if found and any(found.groups()):
                return float(f"{found[1].replace(apart, '') or 0}.{found[2] or 0}")
        return None


class BudgetRow(QWidget):
    """``chosen`` carries another budget in dollars, once it is typed or stepped to."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.spin = DollarField(float(MOST))
        self.spin.setKeyboardTracking(False)
        side = look.space("m") - 2
        self.spin.lineEdit().setTextMargins(side, 0, side, 0)
        self.spin.setFixedSize(WIDTH, look.height("field"))
        self.spin.setAccessibleName(self.tr("Budget for a month, in dollars"))
        self.spin.valueChanged.connect(self._choose)
        self.spin.refused.connect(self._refuse)
        self.spin.lineEdit().textEdited.connect(self._forget_refused)
        self._refused = ""
        self.why = Prose(look, "", "caption", "text_2")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.space("m"))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Words(look, self.tr("Budget for a month"), "ui_bold"), 0, 0)
        grid.addWidget(self.why, 1, 0)
        grid.addWidget(self.spin, 0, 1, 2, 1)

    def show_budget(self, budget: Dollars, *, fixed: bool) -> None:
        """Show a budget; one that is ``fixed`` for this run cannot be changed."""
        self.spin.blockSignals(True)  # noqa: FBT003 (Qt's)
        # One of a single run, or kept by an earlier Allybook, may have parts of a cent.
        self.spin.setDecimals(2 if budget == budget.quantize(CENT) else 3)
        self.spin.setValue(float(budget))
        self.spin.blockSignals(False)  # noqa: FBT003 (Qt's)
        self.spin.setEnabled(not fixed)
        self._say()

    def _say(self) -> None:
        if self._refused:
            words = self.tr("“%1” is no sum here: write for example %2. The budget is as it was.")
            words = words.replace("%2", dollars(EXAMPLE)).replace("%1", self._refused)
        elif not self.spin.isEnabled():
            words = self.tr("It was said with --budget when Allybook was started.")
        else:
            words = self.tr(
                "Each job stops before the request that could pass it; 0 stops them all."
            )
        self.why.show_text(words)
        self.spin.setAccessibleDescription(words)

    def _refuse(self, text: str) -> None:
        self._refused = text.strip()
        self._say()

    def _forget_refused(self) -> None:
        self._refused = ""
        self._say()

    def _choose(self, value: float) -> None:
        self._forget_refused()
        self.chosen.emit(Decimal(str(value)).quantize(CENT))
