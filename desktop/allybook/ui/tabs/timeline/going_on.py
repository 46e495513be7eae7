"""Ways on from where no post is to be seen: what each of them does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.ui.no_account import BEGIN
from allybook.ui.tabs.timeline.nothing import (
    ALL_DAYS,
    CHAT,
    GAP,
    HOME,
    LESS,
    REFRESH,
    SEARCH,
    WITH_QUIET,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.ui.hub import Hub
    from allybook.ui.tabs.timeline.left_out import LeftOut
    from allybook.ui.tabs.timeline.page import TimelinePage


class GoingOn(QObject):
    """Does what was chosen where no post matched, or none was ever read."""

    def __init__(self, hub: Hub, page: TimelinePage, left_out: LeftOut) -> None:
        super().__init__(page)
        self._hub, self._page, self._left_out = hub, page, left_out
        page.way_chosen.connect(self._start)
        page.gone_on.connect(self._go_on)

    def _go_on(self, way: str) -> None:
        """Do what was chosen where no post matched."""
        page = self._page
        acts: dict[str, Callable[[], object]] = {
            ALL_DAYS: lambda: page.histogram.chosen.emit(None, None),
            LESS: page.bar.drop_last,
            WITH_QUIET: page.strip.with_quiet.click,
            SEARCH: page.search_button.click,
            REFRESH: page.refresh_button.click,
            GAP: self._left_out.fill_newest,
        }
        acts[way]()

    def _start(self, way: str) -> None:
        if way == HOME:
            self._page.refresh_button.click()
        elif way == CHAT:
            self._hub.chat_wanted.emit("")
        elif way == BEGIN:
            self._hub.start_wanted.emit()
        else:
            self._hub.file_wanted.emit()
