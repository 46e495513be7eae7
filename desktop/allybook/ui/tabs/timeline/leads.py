"""Where the tags, mentions and links of a post lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On, Term
from allybook.ui.delegates.spans import HitKind
from allybook.ui.opening import open_or_tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from allybook.ui.delegates.spans import Hit
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.page import TimelinePage


class Leads(QObject):
    """Shows the posts of a hashtag, an ally among the allies, and addresses in the browser."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        hub: Hub,
        page: TimelinePage,
        show_filter: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._hub, self._page = desk, jobs, hub, page
        self._show_filter = show_filter
        self._followed = 0
        page.view.hit.connect(self.press)
        page.plug(lambda details: details.followed.connect(self.follow))

    def press(self, hit: Hit) -> None:
        """Follow what was clicked in a card."""
        match hit.kind:
            case HitKind.HASHTAG:
                self.follow(f"#{hit.target}")
            case HitKind.MENTION:
                self.follow(f"@{hit.target}")
            case HitKind.LINK:
                self.follow(hit.target)

    def follow(self, link: str) -> None:
        """Follow a hashtag (with #), a mention (with @), or an address."""
        self._followed += 1
        if link.startswith("#"):
            self._show_filter(show(Term(On.HASHTAG, link[1:])))
        elif link.startswith("@"):
            self._meet(link[1:])
        else:
            open_or_tell(link, self._hub)

    def _meet(self, handle: str) -> None:
        """Show an ally among the allies, of whichever book; of anybody else, the posts."""
        desk, turn = self._desk, self._followed
        self._jobs.read(
            self,
            lambda _ticket: _find(desk, handle),
            done=lambda key: self._met(turn, handle, key),
            failed=self._page.note.tell_error,
        )

    def _met(self, turn: int, handle: str, key: str) -> None:
        if turn != self._followed:
            # Who followed something else meanwhile has gone on.
            return
        if key:
            self._hub.ally_wanted.emit(key)
        else:
            self._show_filter(show(Term(On.FROM, handle)))


def _find(desk: Desk, handle: str) -> str:
    # Most people follow no mention: what knows all books is loaded for the first.
    from allybook.services.books.several import ally_called  # noqa: PLC0415

    return ally_called(desk, handle)
