"""Where the tags, mentions and links of a post lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On, Term
from allybook.ui.delegates.spans import HitKind
from allybook.ui.opening import open_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from allybook.ui.delegates.spans import Hit
    from allybook.ui.hub import Hub
    from allybook.ui.tabs.timeline.page import TimelinePage


class Leads(QObject):
    """Shows the posts of a hashtag, an ally among the allies, and addresses in the browser."""

    def __init__(
        self, desk: Desk, hub: Hub, page: TimelinePage, show_filter: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self._desk, self._hub, self._show_filter = desk, hub, show_filter
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
        if link.startswith("#"):
            self._show_filter(show(Term(On.HASHTAG, link[1:])))
        elif link.startswith("@"):
            self._meet(link[1:])
        else:
            open_link(link)

    def _meet(self, handle: str) -> None:
        """Show an ally among the allies; of anybody else, the posts."""
        allies = self._desk.book().allies() if self._desk.shelf.books() else ()
        key = next((one.key for one in allies if one.handle.lower() == handle.lower()), "")
        if key:
            self._hub.ally_wanted.emit(key)
        else:
            self._show_filter(show(Term(On.FROM, handle)))
