"""Ageing: what the timeline says of time goes on with the clock, though nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.filters.tree import On, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from allybook.domain.filters.tree import Node
    from allybook.ui.hub import Hub
    from allybook.ui.tabs.timeline.beside import Beside
    from allybook.ui.tabs.timeline.left_out import LeftOut
    from allybook.ui.tabs.timeline.page import TimelinePage

BY_AGE = {On.NEWER, On.OLDER}


class Ageing(QObject):
    """Says each minute anew how old posts and gaps are; nothing moves by that.

    ``chosen`` are the filters of the page and of its places: where one of them goes by the age of
    posts, other posts belong to it by now, and ``look`` looks for them.
    """

    def __init__(
        self,
        hub: Hub,
        page: TimelinePage,
        beside: Beside,
        left_out: LeftOut,
        chosen: Callable[[], Iterable[Node]],
        look: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._page, self._beside, self._left_out = page, beside, left_out
        self._chosen, self._look = chosen, look
        hub.minute.connect(self._go_on)
        # The days of the header, and what was planned for a day of X's.
        hub.day_began.connect(look)

    def _go_on(self) -> None:
        self._page.view.viewport().update()
        self._left_out.tell()
        self._beside.tell_time()
        if any(term.on in BY_AGE for one in self._chosen() for term in terms_of(one)):
            self._look()
