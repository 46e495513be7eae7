"""The menu of the window, behind the button at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from allybook.ui.frame.choices import add_choices, density_words, scheme_words
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.ui.theme.look import Look


class WindowMenu(Menu):
    """Its lines; ``scheme_chosen`` carries the name of a scheme, ``density_chosen`` a ``Density``.

    What they do is the window's, and which height of posts is ticked.
    """

    scheme_chosen = Signal(str)
    density_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget, accounts: QMenu) -> None:
        super().__init__(look, parent)
        self.offline = QAction(translate("Window", "Work offline"), self, checkable=True)
        self.addAction(self.offline)
        self.addMenu(accounts)
        looks = self.add_inner(translate("Window", "Look"))
        self.schemes = add_choices(looks, scheme_words(), self.scheme_chosen.emit)
        self.schemes[look.chosen].setChecked(True)
        looks.addSeparator()
        self.densities = add_choices(looks, density_words(), self.density_chosen.emit)
        self.addSeparator()
        self.activity = self.addAction(translate("Window", "Activity…"))
        self.forget = self.addAction(translate("Window", "Forget what X said…"))
        self.start = self.addAction(translate("Window", "Other ways to start…"))
        self.quit = self.addAction(translate("Window", "Quit"))
