"""Views of one's own: a filter kept under a name, and forgotten again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.services.timeline.views import forget_view, save_view
from allybook.ui.wording import halves, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.places import Spot


class Keeping(QObject):
    """Keeps the filter of the page as a view; ``forgotten`` tells that the one shown is no more."""

    forgotten = Signal()

    def __init__(self, desk: Desk, page: TimelinePage, current: Callable[[], Spot | None]) -> None:
        super().__init__(page)
        self._desk, self._page, self._current = desk, page, current
        page.bar.save_asked.connect(self.ask)
        page.forget_button.clicked.connect(self.forget)

    def ask(self) -> None:
        """Ask under which name to keep the filter."""
        from allybook.ui.dialogs.ask_name import AskName  # noqa: PLC0415 (when asked for)

        dialog = AskName(self._page.look, self.tr("Name this view"), self._page)
        dialog.named.connect(self.keep)
        dialog.open()

    def keep(self, name: str) -> None:
        """Keep the filter under a name."""
        try:
            save_view(self._desk, name, show(self._page.bar.chosen))
        except BadInput as error:
            self._page.say(*halves(told(error)))

    def forget(self) -> None:
        """Forget the view that is shown, if it is the person's own."""
        spot = self._current()
        if spot is not None and spot.own:
            forget_view(self._desk, spot.title)
            self.forgotten.emit()
