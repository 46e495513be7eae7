"""Muting from the timeline: the author, a hashtag or words, for a day, a week or for ever.

What asks and tells is loaded when somebody mutes.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.domain.mutes import Spell
from allybook.services.timeline.mutes import (
    choices,
    kind_of,
    mute,
    mute_choice,
    mutes,
    unmute,
)
from allybook.services.timeline.noise import JUDGED
from allybook.services.timeline.spare import overruled
from allybook.services.timeline.taking_back import Choices, turn_all_back
from allybook.ui.laying import lay_sums
from allybook.ui.tabs.timeline.undoing import UndoStep
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import in_words, moment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from allybook.domain.changes import Changed
    from allybook.domain.mutes import Mute
    from allybook.services.desk import Desk
    from allybook.services.timeline.taking_back import Swap, Turn
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.beside import Beside
    from allybook.ui.tabs.timeline.details import PostDetails
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.undoing import Here, Undoing


INSET = (72, 32)
"""From the corner of a card to its text."""


class Muting(QObject):
    """Mutes what the current post is about, and unmutes it again."""

    def __init__(
        self, desk: Desk, jobs: Jobs, hub: Hub, page: TimelinePage, beside: Beside, undoing: Undoing
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._hub, self._page = desk, jobs, hub, page
        self._beside, self._undoing = beside, undoing
        self.judging = LinkButton(
            page.look, self.tr("How noise is judged…"), "sliders-horizontal", kind="caption"
        )
        page.places.add_widget(_at_left(self.judging, page.look.space("s")))
        self.judging.clicked.connect(self.open_judging)
        page.plug(self._plug)
        self._lasting = mutes(desk)
        hub.changed.connect(self._heard)
        # A mute ends by the clock.
        hub.minute.connect(self._end)

    def _plug(self, details: PostDetails) -> None:
        details.judging.clicked.connect(self.open_judging)
        details.acts.mute.clicked.connect(self.ask)
        details.acts.unmute.clicked.connect(self.unmute)

    def _heard(self, changed: Changed) -> None:
        if changed.settings:
            self._lasting = mutes(self._desk)

    def _end(self) -> None:
        """Show anew what is heard again because the time of a mute is over."""
        lasting = mutes(self._desk)
        if lasting != self._lasting:
            self._lasting = lasting
            self._desk.announcer.announce(JUDGED)

    def open_judging(self) -> None:
        """Show how noise is judged, and what is muted; all that is chosen there is one step."""
        from allybook.ui.dialogs.noise.dialog import NoiseDialog

        choices, here = Choices(self._desk), self._undoing.here()
        dialog = NoiseDialog(choices.desk, self._page.look, self._jobs, self._hub, self._page)
        dialog.finished.connect(lambda _answer: self._judged(choices, here))
        dialog.open()

    def _judged(self, choices: Choices, here: Here) -> None:
        """Say that noise is judged otherwise, beside the way back, once all of it is kept."""

        def tell(turns: Sequence[Swap | Turn]) -> None:
            """Remember it as one step."""
            if turns:
                words = self.tr("changing how noise is judged")
                back = partial(turn_all_back, turns=turns)
                step = UndoStep(here, back, words, after=self._lay_anew)
                self._undoing.did(step, self.tr("How noise is judged was changed."))
            else:
                self._undoing.end(here)

        self._undoing.begin(here)
        self._jobs.keep(self, choices.turns, done=tell, failed=self._undoing.failing(here))

    def _lay_anew(self) -> None:
        """Lay the sums anew, so that views are as quick as before."""
        lay_sums(self._jobs, self._page, self._desk)

    def ask(self) -> None:
        """Offer what of the current post can be muted, or words."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._place())

    def menu(self) -> QMenu:
        """Return the menu: each thing of the current post with how long, then words."""
        from allybook.ui.tabs.timeline.mute_card import name_spell

        menu, shown = Menu(self._page.look, self._page), self._beside.current()
        for one in choices(self._desk, shown.row.post, shown.row.author) if shown else ():
            words = self.tr("Mute %1").replace("%1", in_words(one.words))
            inner = menu.add_inner(words.replace("&", "&&"))
            for spell in Spell:
                action = inner.addAction(name_spell(spell))
                action.triggered.connect(partial(self._mute_of_post, one, spell))
        menu.addSeparator()
        menu.addAction(self.tr("Mute words…")).triggered.connect(self.ask_words)
        return menu

    def unmute(self) -> None:
        """Let what is muted of the current post be heard again."""
        gone = self._beside.muted()
        if gone is None:
            return
        whose = in_words(gone.words)
        said = self.tr("Unmuted: %1.").replace("%1", whose)
        words = self.tr("unmuting %1").replace("%1", whose)
        self._undoing.choose(lambda desk: unmute(desk, gone), lambda _nothing: (said, "", words))

    def mute_words(self, typed: str, spell: Spell) -> None:
        """Mute what a person typed: words, ``#tag`` or ``@handle``."""
        kind, value = kind_of(typed)
        self._mute(lambda desk: mute(desk, kind, value, spell))

    def ask_words(self) -> None:
        """Ask for words to mute."""
        from allybook.ui.tabs.timeline.mute_card import MuteCard

        card = MuteCard(self._page.look, self._page)
        card.answered.connect(self.mute_words)
        card.open_at(self._place())

    def _mute_of_post(self, one: Mute, spell: Spell) -> None:
        self._mute(lambda desk: mute_choice(desk, one, spell))

    def _mute(self, act: Callable[[Desk], Mute]) -> None:
        self._undoing.choose(act, self._tell)

    def _tell(self, made: Mute) -> tuple[str, str, str]:
        """Return what is muted now, for how long, what that does, and the words for this act."""
        from allybook.services.people.unasked import unheard
        from allybook.services.timeline.outweighed import outweighed

        lasts = self.tr("for ever")
        if made.until is not None:
            until = moment_of(made.until, self._page.now())
            lasts = self.tr("until %1").replace("%1", until)
        whose = in_words(made.words)
        said = self.tr("Muted: %1, %2.").replace("%1", whose).replace("%2", lasts)
        rest = self.tr("Its posts wait in the quiet folder, reposts of them too.")
        desk = self._desk
        for sentence in (*outweighed(desk), *unheard(desk, made), *overruled(desk, made)):
            rest = in_words(sentence)
        return said, rest, self.tr("muting %1").replace("%1", whose)

    def _place(self) -> QPoint:
        """Return where a menu belongs: at the text of the current post, where it is in sight."""
        view = self._page.view
        whole, index = view.viewport().rect(), view.currentIndex()
        seen = view.visualRect(index).intersected(whole) if index.isValid() else whole
        return view.viewport().mapToGlobal(
            (whole if seen.isEmpty() else seen).topLeft() + QPoint(*INSET)
        )


def _at_left(widget: QWidget, above: int) -> QWidget:
    """Return a row that begins with a widget, with some room above."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, above, 0, 0)
    line.addWidget(widget)
    line.addStretch(1)
    return row
