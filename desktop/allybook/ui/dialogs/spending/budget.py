"""The budget of a month, to be changed in place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from allybook.domain.money.dollars import CENT, MOST
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from allybook.domain.money.pricing import Dollars
    from allybook.ui.theme.look import Look

WIDTH = 144


class BudgetRow(QWidget):
    """``chosen`` carries another budget in dollars, once it is typed or stepped to."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        most = float(MOST)
        self.spin = QDoubleSpinBox(minimum=0.0, maximum=most, singleStep=1.0, decimals=2)
        self.spin.setPrefix("$")
        self.spin.setKeyboardTracking(False)
        side = look.space("m") - 2
        self.spin.lineEdit().setTextMargins(side, 0, side, 0)
        self.spin.setFixedSize(WIDTH, look.height("field"))
        self.spin.setAccessibleName(self.tr("Budget for a month, in dollars"))
        self.spin.valueChanged.connect(self._choose)
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
        self.why.show_text(
            self.tr("It was said with --budget when Allybook was started.")
            if fixed
            else self.tr("Each job stops before the request that could pass it; 0 stops them all.")
        )

    def _choose(self, value: float) -> None:
        self.chosen.emit(Decimal(str(value)).quantize(CENT))
