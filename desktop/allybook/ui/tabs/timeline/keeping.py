"""Views of one's own: a filter kept under a name, and forgotten again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.filters.show import show
from allybook.services.timeline.views import forget_view, save_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.places import Spot


class Keeping(QObject):
    """Keeps the filter of the page as a view; ``forgotten`` tells that the one shown is no more."""

    forgotten = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, page: TimelinePage, current: Callable[[], Spot | None]
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._current = desk, jobs, page, current
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
        desk, text = self._desk, show(self._page.bar.chosen)
        self._jobs.write(
            self,
            lambda _ticket: save_view(desk, name, text),
            done=lambda _view: None,
            failed=self._page.note.tell_error,
        )

    def forget(self) -> None:
        """Forget the view that is shown, if it is the person's own."""
        spot = self._current()
        if spot is not None and spot.own:
            desk, name = self._desk, spot.title
            self._jobs.write(
                self,
                lambda _ticket: forget_view(desk, name),
                done=lambda _nothing: self.forgotten.emit(),
                failed=self._page.note.tell_error,
            )
