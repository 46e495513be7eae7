"""What is never hidden: a person's word on an author, or on posts like one in the quiet folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.services.timeline.spare import (
    by_author,
    by_id,
    forget_spared,
    is_of_author,
    like,
    spare,
)
from allybook.ui.tabs.timeline.saying import say_filter

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.ui.tabs.timeline.beside import Beside
    from allybook.ui.tabs.timeline.details import PostDetails
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.undoing import Undoing


class Sparing(QObject):
    """Spares the current post, and others by the same rule, from the quiet folder."""

    def __init__(self, page: TimelinePage, beside: Beside, undoing: Undoing) -> None:
        super().__init__(page)
        self._page, self._beside, self._undoing = page, beside, undoing
        page.plug(self._plug)

    def _plug(self, details: PostDetails) -> None:
        details.acts.keep.clicked.connect(self.keep)
        details.acts.spare.clicked.connect(self.spare_author)
        details.acts.hide_again.clicked.connect(self.hide_again)

    def keep(self) -> None:
        """Never hide posts like the current one again."""
        shown = self._beside.current()
        if shown is None or not shown.why.quiet:
            return
        rule = like(shown.row.post, shown.row.author)
        if rule is not None and self._beside.muted() and not is_of_author(rule):
            self._page.say(
                self.tr("This is muted, so it waits whatever else is kept."),
                self.tr("Unmute it in its details."),
            )
            return
        self._spare(rule)

    def spare_author(self) -> None:
        """Never hide the author of the current post again."""
        shown = self._beside.current()
        author = shown.row.author if shown else None
        if shown is not None and shown.why.quiet:
            self._spare(by_author(author) if author else by_id(shown.row.post.author_id))

    def hide_again(self) -> None:
        """Let noise decide about posts like the current one again."""
        rule = self._beside.rule()
        if rule is None:
            return
        whose = say_filter(rule)
        said = self.tr("Noise decides again about %1.").replace("%1", whose)
        words = self.tr("hiding %1 again").replace("%1", whose)
        self._undoing.choose(
            lambda desk: forget_spared(desk, rule), lambda _nothing: (said, "", words)
        )

    def _spare(self, rule: Node | None) -> None:
        if rule is None:
            self._page.say(
                self.tr("Who wrote this is not known here yet."),
                self.tr("“Show names” looks it up."),
            )
            return
        whose = say_filter(rule)
        said = self.tr("Never hidden from now on: %1.").replace("%1", whose)
        rest = self.tr("Any of them can be hidden again from its details.")
        words = self.tr("never hiding %1").replace("%1", whose)
        self._undoing.choose(lambda desk: spare(desk, rule), lambda _rule: (said, rest, words))
