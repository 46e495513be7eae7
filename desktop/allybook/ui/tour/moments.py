"""What a day brings to the timeline: new posts, no network, a budget that is used up, a file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from allybook.domain.changes import Changed
from allybook.domain.mutes import Spell
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.quote import budget, set_budget, spent_this_month
from allybook.services.reading.allowance import FIRST_CAP, set_daily_cap
from allybook.services.timeline.mutes import mutes, unmute
from allybook.ui.tour.states import VIEWS, begin_reading, go, view
from allybook.ui.tour.voices import posts, twarc_lines
from allybook.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.session import Stage
    from allybook.ui.tabs.timeline.tab import TimelineTab
    from allybook.ui.tour.states import State
    from allybook.ui.tour.voices import Voice

    Wait = Iterator[Callable[[], bool] | None]

FILE = "community-kitchen.jsonl"
UNDER_WAY = 124_000
BORING = "kettle"
A_CENT = Decimal("0.01")
LITTLE = Decimal("0.04")
TAB = Qt.FocusReason.TabFocusReason


class Moments:
    """Brings a timeline into each moment; ``rest`` lets it be as it was."""

    def __init__(self, stage: Stage, desk: Desk, voices: Sequence[Voice]) -> None:
        self._stage, self._desk, self._voices = stage, desk, voices
        self._budget = budget(desk)
        self._muted = mutes(desk)

    def every(self) -> Mapping[str, State]:
        """Return what brings each moment about, by its name."""
        return {
            "new": self._let_wait,
            "scripts": self._take_new,
            "scripts-below": self._read_on,
            "pointer": self._point,
            "keyboard": self._walk,
            "keyboard-chip": self._walk_to_chip,
            "gap": self._walk_to_gap,
            "quote": self._ask_price,
            "muted-notice": self._mute,
            "over-budget": self._spend_all,
            "offline": self._go_offline,
            "import": self._read_file,
            "imported": self._have_read_file,
            "automatic": self._read_by_itself,
            "automatic-rests": self._rest_till_tomorrow,
        }

    def small(self) -> Mapping[str, State]:
        """Return those that look otherwise on a small screen."""
        names = (
            "new",
            "scripts",
            "scripts-below",
            "keyboard",
            "gap",
            "muted-notice",
            "offline",
            "imported",
        )
        every = self.every()
        return {name: every[name] for name in names}

    def rest(self) -> None:
        """Undo what the moments did; what was read stays."""
        stage, desk = self._stage, self._desk
        QToolTip.hideText()
        foot = stage.window.footnotes
        for card in (foot.note, foot.brought, foot.progress):
            card.hide()
        rows = stage.window.timeline().view
        rows.clearFocus()
        rows.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(rows.viewport(), QEvent(QEvent.Type.Leave))
        stage.window.switch_line(up=True)
        set_budget(desk, self._budget)
        # The first is what the box offers from then on.
        set_daily_cap(desk, FIRST_CAP)
        set_daily_cap(desk, Decimal(0))
        for one in mutes(desk):
            if one not in self._muted:
                unmute(desk, one)
        if desk.cache.erase([one.user_id for one in self._voices]):
            desk.announcer.announce(Changed(posts=True, accounts=True))

    def _let_wait(self, timeline: TimelineTab) -> Wait:
        """Read on while new posts come in: they wait above the list."""
        yield from view(VIEWS[0], timeline)
        self._bring()
        yield lambda: timeline.count() > 0

    def _bring(self) -> None:
        now = self._desk.clock.now()
        people = [voice.account() for voice in self._voices]
        new = posts(self._voices, now)
        self._desk.cache.save_posts(new, Source(Origin.HOME), accounts=people)
        self._desk.announcer.announce(Changed(posts=True, accounts=True))

    def _take_new(self, timeline: TimelineTab) -> Wait:
        yield from self._let_wait(timeline)
        timeline.strip.new.click()
        yield None
        begin_reading(timeline)

    def _read_on(self, timeline: TimelineTab) -> Wait:
        """Read the last of the new posts, with those before it above."""
        yield from self._take_new(timeline)
        last = timeline.model.index(len(self._voices) - 1, 0)
        timeline.view.setCurrentIndex(last)
        timeline.view.scrollTo(last, timeline.view.ScrollHint.PositionAtBottom)

    def _point(self, timeline: TimelineTab) -> Wait:
        """Point at the second post."""
        yield from view(VIEWS[0], timeline)
        rows = timeline.view
        at = QPointF(rows.visualRect(rows.model().index(1, 0)).center())
        there = QPointF(rows.viewport().mapToGlobal(at.toPoint()))
        nothing = Qt.MouseButton.NoButton
        moved = QMouseEvent(
            QEvent.Type.MouseMove, at, there, nothing, nothing, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(rows.viewport(), moved)

    def _walk(self, timeline: TimelineTab) -> Wait:
        """Walk down by the keyboard."""
        yield from view(VIEWS[0], timeline)
        timeline.view.setFocus(TAB)
        _press(timeline.view, Qt.Key.Key_Down)

    def _walk_to_chip(self, timeline: TimelineTab) -> Wait:
        yield from view(VIEWS[4], timeline)
        timeline.bar.field.setFocus(TAB)
        timeline.bar.findChildren(Chip)[-1].setFocus(Qt.FocusReason.BacktabFocusReason)

    def _walk_to_gap(self, timeline: TimelineTab) -> Wait:
        """Walk to what was left out in the middle of a source."""
        go(timeline, f"source:{Origin.HOME}:")
        yield None
        rows = timeline.model.gap_rows()
        if rows:
            timeline.view.setFocus(TAB)
            middle = timeline.view.ScrollHint.PositionAtCenter
            timeline.view.setCurrentIndex(timeline.model.index(rows[0] - 1, 0))
            _press(timeline.view, Qt.Key.Key_Down)
            timeline.view.scrollTo(timeline.view.currentIndex(), middle)

    def _ask_price(self, timeline: TimelineTab) -> Wait:
        """Look at the quote of the button that spends."""
        yield from view(VIEWS[0], timeline)
        button = timeline.refresh_button
        middle = button.rect().center()
        rested = QHelpEvent(QEvent.Type.ToolTip, middle, button.mapToGlobal(middle))
        QApplication.sendEvent(button, rested)

    def _mute(self, timeline: TimelineTab) -> Wait:
        yield from view(VIEWS[0], timeline)
        timeline.muting.mute_words(BORING, Spell.WEEK)
        yield None

    def _spend_all(self, timeline: TimelineTab) -> Wait:
        """Leave less of the month's budget than a reading costs."""
        set_budget(self._desk, spent_this_month(self._desk) + A_CENT)
        yield from view(VIEWS[0], timeline)

    def _go_offline(self, timeline: TimelineTab) -> Wait:
        yield from view(VIEWS[0], timeline)
        self._stage.window.switch_line(up=False)
        yield None

    def _read_file(self, timeline: TimelineTab) -> Wait:
        """Say how far a large file is read, as the job that reads it does."""
        yield from view(VIEWS[0], timeline)
        self._stage.doors.advanced.emit(UNDER_WAY)

    def _have_read_file(self, timeline: TimelineTab) -> Wait:
        yield from view(VIEWS[0], timeline)
        with TemporaryDirectory() as folder:
            file = Path(folder) / FILE
            file.write_text(twarc_lines(self._voices, self._desk.clock.now()), encoding="utf-8")
            self._stage.doors.read(file)
            yield self._stage.window.footnotes.brought.isVisible

    def _read_by_itself(self, timeline: TimelineTab) -> Wait:
        yield from view(VIEWS[0], timeline)
        timeline.reader.automatic.box.click()
        yield None

    def _rest_till_tomorrow(self, timeline: TimelineTab) -> Wait:
        """Allow it less than the smallest reading costs: what is left at the end of a day."""
        set_daily_cap(self._desk, LITTLE)
        yield from view(VIEWS[0], timeline)


def _press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key, as a person does."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
