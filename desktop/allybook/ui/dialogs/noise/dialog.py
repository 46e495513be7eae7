"""How noise is judged: what each reason weighs, one's languages, and what is muted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from allybook.domain.noise.kinds import DEFAULT_WEIGHTS
from allybook.services.people.unasked import unheard
from allybook.services.timeline.mutes import kind_of, mute, mutes, unmute
from allybook.services.timeline.noise import (
    Survey,
    languages,
    reset_weights,
    set_languages,
    set_weights,
    survey,
    weights,
)
from allybook.services.timeline.spare import drop_rules, kept_rules, overruled
from allybook.services.timeline.view import QUIET_ABOVE
from allybook.ui.dialogs.card import ABOVE, EDGE, CardDialog
from allybook.ui.dialogs.noise.languages import LanguageRow
from allybook.ui.dialogs.noise.mutes import MuteList
from allybook.ui.dialogs.noise.spared import SparedList
from allybook.ui.dialogs.noise.weights import WeightGrid
from allybook.ui.laying import lay_sums
from allybook.ui.widgets.buttons import Button, IconButton
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count, in_words, told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from allybook.domain.changes import Changed
    from allybook.domain.errors import AllybookError
    from allybook.domain.filters.tree import Node
    from allybook.domain.mutes import Mute, Spell
    from allybook.domain.noise.kinds import Weights
    from allybook.services.desk import Desk
    from allybook.services.timeline.spare import SpareRule
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

SETTLED_MS = 250
"""How long (milliseconds) a weight rests before the posts are judged by it."""
DIALOG = "button_dialog"
LOW = 500
"""Of windows lower than this (logical pixels) every line counts."""


class NoiseDialog(CardDialog):
    """Shows and changes how noise is judged; what is changed holds at once. ``open()`` shows it.

    ``told`` counts, while a slider moves, how many of the cached posts would be quiet.
    """

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget) -> None:
        super().__init__(look, self.tr("How noise is judged"), parent, width=look.width("dialog"))
        self._desk, self._jobs = desk, jobs
        self._survey: Survey | None = None
        self._keeping: set[object] = set()
        self.title = Words(look, self.tr("How noise is judged"), "title")
        about = self.tr(
            "Each reason that holds for a post adds its points. Above %1 the post waits in the "
            "quiet folder, and says why; nothing is thrown away. How many followers an account has "
            "is never a reason."
        )
        self.about = Prose(look, about.replace("%1", str(QUIET_ABOVE)), "ui", "text_2")
        self.meter, self.told = Meter(look, track="border_button"), Words(look, "", "ui_bold")
        self.grid, self.languages, self.mutes = WeightGrid(look), LanguageRow(look), MuteList(look)
        self.spared = SparedList(look)
        self.reset = Button(look, self.tr("Reset to defaults"), size=DIALOG)
        self.close_button = Button(look, self.tr("Close"), size=DIALOG)
        self._inside = QWidget()
        self._body = Scroll(self._inside)
        self._head, self._foot = QVBoxLayout(), QHBoxLayout()
        self._later = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect(hub)
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now, and count anew."""
        if not (self._later.isActive() or self._keeping):
            self.grid.show_weights(weights(self._desk))
            self.languages.show_codes(languages(self._desk))
        now = self._desk.clock.now().astimezone(self._desk.clock.zone)
        self.mutes.show_mutes(mutes(self._desk), now)
        self._show_reset()
        desk = self._desk
        self._jobs.read(
            self, lambda _: (survey(desk), kept_rules(desk)), done=self._take, failed=self._fail
        )
        if self.isVisible():
            QTimer.singleShot(0, self, self.come_to_the_middle)

    def needed_height(self) -> int:
        """Return what all of it takes; where the window is too low, the body is scrolled."""
        below = self._below().height()
        self._place_about(low=below < LOW)
        head, wide = self._head, self.width() - 2
        # Without a paragraph in it, its height does not follow from its width.
        top = head.heightForWidth(wide) if head.hasHeightForWidth() else head.sizeHint().height()
        ends = top + self._foot.sizeHint().height() + 4
        room = below - 2 * (ABOVE if below < LOW else EDGE)
        self._body.setFixedHeight(min(self._inside.heightForWidth(wide), room - ends))
        return self._body.height() + ends

    def _place_about(self, *, low: bool) -> None:
        """Let what it is about be scrolled away in a low window: there, the rows need its room."""
        if low and self._head.indexOf(self.about) >= 0:
            self._head.removeWidget(self.about)
            self._rows.insertWidget(0, self.about)
        elif not low and self._rows.indexOf(self.about) >= 0:
            self._rows.removeWidget(self.about)
            self._head.insertWidget(1, self.about)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where Enter changes nothing."""
        super().showEvent(event)
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self, hub: Hub) -> None:
        self._again.timeout.connect(self.refresh)
        self._later.timeout.connect(self._keep)
        hub.changed.connect(self._heard)
        self.grid.changed.connect(self._count)
        self.grid.settled.connect(lambda _: self._later.start())
        self.languages.chosen.connect(self._choose_languages)
        self.mutes.added.connect(self._mute)
        self.mutes.removed.connect(self._unmute)
        self.spared.removed.connect(self._judge_again)
        self.reset.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(self._keep_last)
        self._jobs.closing.connect(self._keep_last)

    def _heard(self, changed: Changed) -> None:
        if changed.settings or changed.posts or changed.books:
            self._again.start()

    def _take(self, found: tuple[Survey, Sequence[tuple[SpareRule, Node | None]]]) -> None:
        self._survey, kept = found
        self._count(self.grid.weights)
        if self.spared.show_rules(kept) and self.isVisible():
            QTimer.singleShot(0, self, self.come_to_the_middle)

    def _count(self, chosen: Weights) -> None:
        """Say how many posts would be quiet by these weights."""
        self._show_reset()
        if self._survey is None:
            return
        posts, quiet = self._survey.posts, self._survey.quiet(chosen, QUIET_ABOVE)
        text = self.tr("%1 of %2 posts would be quiet")
        if posts == 1:
            text = self.tr("%1 of 1 post would be quiet")
        words = text.replace("%1", count(quiet)).replace("%2", count(posts))
        self.told.setText(words)
        self.meter.show_parts([(quiet / max(posts, 1), "warn")], words)

    def _keep_last(self) -> None:
        """Keep what was moved just before the dialog was closed."""
        if self._later.isActive():
            self._later.stop()
            self._keep()

    def _keep(self) -> None:
        desk, chosen = self._desk, self.grid.weights
        self._change(lambda: set_weights(desk, chosen))

    def _reset(self) -> None:
        self._later.stop()
        desk = self._desk
        self.grid.show_weights(DEFAULT_WEIGHTS)
        self._count(self.grid.weights)
        self._change(lambda: reset_weights(desk))

    def _choose_languages(self, codes: list[str]) -> None:
        desk = self._desk
        self.languages.show_codes(codes)
        self._change(lambda: set_languages(desk, codes))

    def _change(self, change: Callable[[], None]) -> None:
        """Keep how noise is judged, also when this is closed meanwhile; then lay the sums anew."""
        desk, jobs, parent = self._desk, self._jobs, self._below()
        choice = object()
        self._keeping.add(choice)

        def lay(_nothing: None) -> None:
            """Lay the sums of all posts anew, so that views are as quick as before."""
            # A choice that the disk did not take is kept later, and comes here once more.
            self._keeping.discard(choice)
            lay_sums(jobs, parent, desk)

        jobs.keep(parent, change, done=lay, failed=lambda error: self._take_back(choice, error))

    def _take_back(self, choice: object, error: AllybookError) -> None:
        """Say why a choice was not kept, and show what holds; of one closed, the window says it."""
        self._keeping.discard(choice)
        if not isValid(self):
            self._jobs.untold.emit(error)
            return
        self.grid.show_weights(weights(self._desk))
        self.languages.show_codes(languages(self._desk))
        self._count(self.grid.weights)
        self._fail(error)

    def _mute(self, text: str, spell: Spell) -> None:
        kind, value = kind_of(text)
        desk = self._desk
        self._jobs.keep(
            self,
            lambda: mute(desk, kind, value, spell),
            done=lambda made: self._tell_muted(text, made),
            failed=lambda error: self.mutes.complain(told(error)),
        )

    def _tell_muted(self, text: str, made: Mute) -> None:
        said = (*unheard(self._desk, made), *overruled(self._desk, made))
        self.mutes.complain(" ".join(map(in_words, said)))
        self.mutes.empty_field(text)

    def _unmute(self, gone: Mute) -> None:
        desk, field = self._desk, self.mutes.field
        self._jobs.keep(
            self,
            lambda: unmute(desk, gone),
            done=lambda _nothing: field.setFocus(Qt.FocusReason.TabFocusReason),
            failed=lambda error: self.mutes.complain(told(error)),
        )

    def _judge_again(self, gone: SpareRule) -> None:
        desk = self._desk
        self._jobs.keep(
            self,
            lambda: drop_rules(desk, lambda rule, _node: rule == gone),
            done=lambda _nothing: self.close_button.setFocus(Qt.FocusReason.TabFocusReason),
            failed=self._fail,
        )

    def _fail(self, error: AllybookError) -> None:
        self.told.setText(told(error))

    def _show_reset(self) -> None:
        self.reset.setEnabled(self.grid.weights != DEFAULT_WEIGHTS)

    def _lay_out(self) -> None:
        look = self._look
        edge, gap = look.space("xl"), look.space("l")
        whole, self._rows = QVBoxLayout(self), QVBoxLayout(self._inside)
        column = self._rows
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        self._fill_head()
        # The bar of the scrolling area stands in the margin.
        column.setContentsMargins(edge, look.space("s"), edge - look.space("m"), gap)
        column.setSpacing(gap)
        for part in (self.grid, self.languages, self.mutes, self.spared):
            if column.count():
                column.addWidget(Rule(look))
            column.addWidget(part)
        column.addStretch(1)
        self._foot.setContentsMargins(edge, gap, edge, gap - 1)
        self._foot.addWidget(self.reset)
        self._foot.addStretch(1)
        self._foot.addWidget(self.close_button)
        for button in (self.reset, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole.addLayout(self._head)
        whole.addWidget(Rule(look))
        whole.addWidget(self._body)
        whole.addWidget(Rule(look))
        whole.addLayout(self._foot)

    def _fill_head(self) -> None:
        look, edge = self._look, self._look.space("xl")
        top, sums = QHBoxLayout(), QHBoxLayout()
        cross = IconButton(look, "x", self.tr("Close"), size="button")
        cross.clicked.connect(self.accept)
        self.title.setFixedHeight(look.height("button"))
        top.addWidget(self.title, 1)
        top.addWidget(cross)
        sums.setSpacing(look.space("m"))
        sums.addWidget(self.meter, 1)
        sums.addWidget(self.told)
        # The icon, not its button, stands on the edge.
        top.setContentsMargins(0, 0, look.space("s") - edge + look.space("l"), 0)
        self._head.setContentsMargins(edge, edge - 5, edge, look.space("l"))
        self._head.setSpacing(look.space("m"))
        self._head.addLayout(top)
        self._head.addWidget(self.about)
        self._head.addLayout(sums)
