"""What can be done with the account chosen: tick, keep, answer, open, show in its book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.domain.acts.intents import profile_address
from allybook.domain.acts.ticks import TickDeed
from allybook.domain.check.followback import Answer
from allybook.domain.people.accounts import Account
from allybook.services.check.manners import keep_account
from allybook.services.publish.ticks import ALL_DEEDS
from allybook.ui.aloud import say_aloud
from allybook.ui.keys import ALONE, plug_keys, printed
from allybook.ui.models.tick_words import deed_words
from allybook.ui.opening import open_or_tell
from allybook.ui.tabs.followback.sentences import answer_sentence
from allybook.ui.ticking import Ticking
from allybook.ui.widgets.note import Mood

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from allybook.domain.acts.ticks import Tick
    from allybook.domain.check.followback import Finding
    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.followback.details import Chosen
    from allybook.ui.tabs.followback.page import FollowBackPage

DEEDS = {
    Answer.FAN: TickDeed.FOLLOW,
    Answer.IDOL: TickDeed.UNFOLLOW,
    Answer.STRANGER: TickDeed.FOLLOW,
}


class Acts(QObject):
    """The acts of the tab, by mouse and by key; one account at a time, never many.

    ``find`` returns what was found out of the account with a key, shown here or planned for.
    ``say_aloud`` lets a screen reader say what a tick did: its box alone shows that to others.
    """

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        hub: Hub,
        page: FollowBackPage,
        find: Callable[[str], Finding | None],
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._hub, self._page, self._find = desk, jobs, hub, page, find
        self.laid: frozenset[str] = frozenset()
        self.say_aloud: Callable[[QWidget, str], None] = say_aloud
        self._asked = ""
        self.ticking = Ticking(desk, jobs, hub, page.tick_list, ALL_DEEDS)
        self.ticking.why_of = self._why
        self._connect()

    def show_laid(self, laid: frozenset[str], number: int) -> None:
        """Keep whom to follow or unfollow, tick their boxes, and say how much there is to do."""
        asked, self.laid = {self._asked} & (laid ^ self.laid), laid
        self._page.model.set_ticked(laid)
        self._page.show_to_do(number)
        for key in asked:
            self._asked = ""
            self._say_tick(key)

    def _say_tick(self, key: str) -> None:
        """Let a reader say who is on the tick list now, and what for, or who is off it."""
        finding = self._find(key)
        if finding is None:
            return
        said = self.tr("Off the tick list: %1.")
        if key in self.laid:
            deed = DEEDS.get(finding.answer)
            said = " ".join([self.tr("On the tick list: %1."), deed_words(deed) if deed else ""])
        self.say_aloud(self._page.findings, said.strip().replace("%1", _name(finding)))

    def _tick(self, key: str, on: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Put an account on the tick list, or take it off: a box means just that."""
        self._asked = key
        if not on:
            # Whatever the answer is by now, what was planned can be taken back.
            self.ticking.withdraw(key)
            return
        finding = self._find(key)
        deed = DEEDS.get(finding.answer) if finding else None
        if finding is not None and deed is not None:
            self.ticking.lay(deed, [Account(key, finding.handle)])

    def _turn_tick(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._tick(chosen.row.key, chosen.row.key not in self.laid)

    def _turn_keep(self) -> None:
        """Put the account on the keep-list, or take it off."""
        chosen = self._chosen()
        if chosen is not None:
            desk, key, keep = self._desk, chosen.row.key, chosen.advice.kept is None
            self._jobs.keep(
                self,
                lambda: keep_account(desk, key, keep=keep),
                done=lambda _nothing: self._say_kept(_name(chosen.finding), keep=keep),
                failed=self._page.refuse,
            )

    def _say_kept(self, name: str, *, keep: bool) -> None:
        said, rest = self.tr("Off the keep-list: %1."), ""
        if keep:
            said = self.tr("On the keep-list: %1.")
            rest = self.tr(
                "They are never offered for unfollowing; press %1 to take them off again."
            )
        self._page.say(said.replace("%1", name), rest.replace("%1", printed("K")), Mood.INFO)

    def _reply(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.post is not None:
            self.ticking.lay_and_open(TickDeed.REPLY, chosen.post, chosen.row.handle)

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            finding = chosen.finding
            address = profile_address(finding.user_id, finding.handle)
            open_or_tell(address, self._hub, self.ticking.opener)

    def _show_in_book(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.member is not None:
            self._hub.ally_wanted.emit(chosen.member.ally.key)

    def _why(self, tick: Tick) -> str:
        finding = self._find(tick.user_id)
        return answer_sentence(finding) if finding and not tick.post_id else ""

    def _chosen(self) -> Chosen | None:
        return self._page.details.shown

    def _connect(self) -> None:
        page, details = self._page, self._page.details
        page.model.ticked.connect(self._tick)
        details.tick_asked.connect(self._turn_tick)
        details.reply_asked.connect(self._reply)
        details.open_asked.connect(self._open)
        details.book_asked.connect(self._show_in_book)
        details.keep_asked.connect(self._turn_keep)
        keys = {
            "T": self._turn_tick,
            "K": self._turn_keep_by_key,
            "O": self._open,
            "B": self._show_in_book,
            "/": page.sifter.field.setFocus,
        }
        plug_keys((page.findings,), keys, context=ALONE)

    def _turn_keep_by_key(self) -> None:
        if self._page.details.keep.isVisibleTo(self._page.details):
            self._turn_keep()


def _name(finding: Finding) -> str:
    """Return by what an account is called in a sentence."""
    return f"@{finding.handle}" if finding.handle else finding.user_id
