"""The menu of the window, behind the button at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from allybook.ui.frame.densities import add_densities
from allybook.ui.frame.schemes import add_schemes
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.ui.theme.look import Look


class WindowMenu(Menu):
    """Its lines; ``scheme_chosen`` carries the name of a scheme, ``density_chosen`` a ``Density``.

    What they do is the window's.
    """

    scheme_chosen = Signal(str)
    density_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget, accounts: QMenu) -> None:
        super().__init__(look, parent)
        self.offline = QAction(translate("Window", "Work offline"), self, checkable=True)
        self.addAction(self.offline)
        self.addMenu(accounts)
        schemes = self.add_inner(translate("Window", "Look"))
        self.schemes = add_schemes(schemes, look.chosen, self.scheme_chosen.emit)
        schemes.addSeparator()
        self.densities = add_densities(schemes, self.density_chosen.emit)
        self.addSeparator()
        self.activity = self.addAction(translate("Window", "Activity…"))
        self.forget = self.addAction(translate("Window", "Forget what X said…"))
        self.start = self.addAction(translate("Window", "Other ways to start…"))
        self.quit = self.addAction(translate("Window", "Quit"))
