"""Whether the account owns the developer app, and what that saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.ui.widgets.checks import SIDE, CheckBox
from allybook.ui.widgets.prose import Prose
from allybook.ui.wording import unit_price

if TYPE_CHECKING:
    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look


class OwnsApp(QWidget):
    """A box to tick, with the two prices under it."""

    def __init__(self, look: Look, terms: SignInPrices, *, checked: bool = False) -> None:
        super().__init__()
        self.box = CheckBox(look, self.tr("This account owns the developer app"), "text")
        self.box.setChecked(checked)
        saving = self.tr(
            "Tick it if you make the app with the account that you connect. X then charges %1 "
            "instead of %2 for each of your own followers, and of those you follow."
        )
        saving = saving.replace("%1", unit_price(terms.own_follower))
        saving = saving.replace("%2", unit_price(terms.follower))
        self.box.setAccessibleDescription(saving)
        prose = Prose(look, saving, "caption", "text_2")
        column, below = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("xs"))
        below.setContentsMargins(SIDE + look.space("s"), 0, 0, 0)
        below.addWidget(prose)
        column.addWidget(self.box)
        column.addLayout(below)

    def isChecked(self) -> bool:  # noqa: N802 (as QCheckBox's)
        """Return whether it is ticked."""
        return self.box.isChecked()
