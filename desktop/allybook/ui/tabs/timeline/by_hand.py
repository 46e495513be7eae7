"""What a person does on X about a post by hand: like it, answer it, look at it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.acts.intents import post_address
from allybook.domain.acts.ticks import ABOUT_POSTS, TickDeed
from allybook.ui.opening import open_or_tell
from allybook.ui.ticking import Ticking

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.posts import PostRow
    from allybook.ui.widgets.tick_list import TickList


class ByHand(QObject):
    """Opens the current post; what is to be done there waits on the tick list until it is said."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        hub: Hub,
        view: TickList,
        current: Callable[[], PostRow | None],
    ) -> None:
        super().__init__(view)
        self.ticking = Ticking(desk, jobs, hub, view, ABOUT_POSTS)
        self._current, self._hub = current, hub

    def like(self) -> None:
        """Open the current post to like it."""
        self._lay(TickDeed.LIKE)

    def reply(self) -> None:
        """Open the current post to answer it."""
        self._lay(TickDeed.REPLY)

    def look(self) -> None:
        """Open the current post where it stands."""
        shown = self._current()
        if shown is not None:
            address = post_address(shown.row.post.post_id, _handle(shown))
            open_or_tell(address, self._hub, self.ticking.opener)

    def _lay(self, deed: TickDeed) -> None:
        shown = self._current()
        if shown is not None:
            self.ticking.lay_and_open(deed, shown.row.post, _handle(shown))


def _handle(shown: PostRow) -> str:
    return shown.row.author.handle if shown.row.author else ""
