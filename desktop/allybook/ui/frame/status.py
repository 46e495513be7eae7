"""The status bar: which account, online or not, what waits, what is spent."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from allybook.domain.book.entry import Kind
from allybook.services.money.quote import budget, spent_this_month
from allybook.ui.keys import press_by_enter
from allybook.ui.widgets.avatar import Who, paint_avatar
from allybook.ui.widgets.boxes import Box, fill, paint_box, paint_line
from allybook.ui.widgets.focus import SHOWS_FOCUS
from allybook.ui.widgets.measured import MeasuredWords
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import count, dollars, month_name

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from allybook.services.desk import Desk
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.measured import MeasuredLine

# Room for the frame of the keyboard.
PAD = 4
SIDE = 16
DOT = 8
GAP = 6
DIVIDER = 12
BETWEEN = 2 * (DIVIDER - PAD) + 1
KEYBOARD = Qt.WidgetAttribute.WA_KeyboardFocusChange


class Spent(Struct, frozen=True):
    """What was spent in a month (its name), of which budget; both in dollars."""

    month: str
    spent: Decimal
    budget: Decimal


class StatusPart(QAbstractButton):
    """One part of the status bar: something at the left, then words. It can be pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines = MeasuredWords(look)
        self._spans: tuple[Span, ...] = ()
        self._icon = ""
        self._who: Who | None = None
        self.setFixedHeight(look.height("status") - 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(SHOWS_FOCUS, True)  # noqa: FBT003 (Qt's)

    def say(self, *spans: Span, icon: str = "", who: Who | None = None) -> None:
        """Say words after an icon or an avatar; without either, after a green dot."""
        self._spans, self._icon, self._who = spans, icon, who
        text = "".join(span.text for span in spans)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all of it."""
        words = sum(self._line(span).width for span in self._spans)
        return QSize(ceil(self._lead() + GAP + words) + 2 * PAD, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: these few words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what leads, then the words."""
        painter = QPainter(self)
        self._paint_lead(painter)
        x = float(PAD + self._lead() + GAP)
        for span in self._spans:
            line = self._line(span)
            painter.setPen(self._look.colour(span.role or "text_2"))
            line.draw(painter, QRectF(x, 0, line.width + 1, self.height()))
            x += line.width
        if self.hasFocus() and self.window().testAttribute(KEYBOARD):
            look = self._look
            frame = Box(None, look.colour("focus"), look.stroke("focus"), look.radius("tag"))
            paint_box(painter, self.rect().adjusted(0, 2, 0, -2), frame)

    def _paint_lead(self, painter: QPainter) -> None:
        look, side = self._look, self._lead()
        box = QRectF(PAD, (self.height() - side) / 2, side, side)
        if self._who is not None:
            box.moveTop(round(box.top()))
            paint_avatar(painter, box, look, self._who)
        elif self._icon:
            look.draw_icon(painter, self._icon, "text_2", box)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(box)

    def _lead(self) -> int:
        if self._who is not None:
            return self._look.avatar("tiny")[0]
        return SIDE if self._icon else DOT

    def _line(self, span: Span) -> MeasuredLine:
        return self._lines.line(span.text, "caption", span.weight)


class StatusBar(QWidget):
    """Account, online, outbox; at the right what is spent. ``asked`` tells which was pressed.

    The words of ``asked`` are ``account``, ``online``, ``outbox`` and ``spent``.
    """

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.account = self._make("account")
        self.online = self._make("online")
        self.outbox = self._make("outbox")
        self.spent = self._make("spent")
        self.meter = Meter(look, size="meter_small", track="border_button")
        self.meter.setFixedWidth(look.width("meter"))
        self._spent: tuple[Span, ...] = (Span(""),)
        self.setAccessibleName(self.tr("Status"))
        self.setFixedHeight(look.height("status"))
        self._lay_out()
        self.show_account(None)
        self.show_online(online=True)
        self.show_waiting(0)

    def show_account(self, who: Who | None) -> None:
        """Show which X account this is, by its @handle; None where there is none yet."""
        if who is None:
            self.account.say(Span(self.tr("No X account yet")), icon="circle-dashed")
        else:
            self.account.say(Span(who.name), who=who)
        self._fit()

    def show_signed_in(self) -> None:
        """Show that somebody is signed in whose @handle X did not tell yet."""
        self.account.say(Span(self.tr("Signed in")), icon="user-round")

    def show_online(self, *, online: bool) -> None:
        """Show whether X can be reached; offline is a state, not an error."""
        if online:
            self.online.say(Span(self.tr("Online")))
        else:
            self.online.say(Span(self.tr("Offline")), icon="wifi-off")
        self._fit()

    def show_waiting(self, number: int) -> None:
        """Show how many acts wait in the outbox."""
        empty = self.tr("Outbox empty")
        waiting = self.tr("%1 waiting to be sent").replace("%1", count(number))
        self.outbox.say(Span(waiting if number else empty), icon="send")
        self._fit()

    def show_spent(self, spent: Spent) -> None:
        """Show what was spent this month, of which budget."""
        head, _, tail = self.tr("Spent in %1: %2 of %3").partition("%2")
        money = Span(dollars(spent.spent), 600, "text")
        head = head.replace("%1", spent.month)
        tail = tail.replace("%3", dollars(spent.budget))
        self._spent = (Span(head), money, Span(tail))
        self.spent.say(*self._spent, icon="wallet")
        share = float(spent.spent / spent.budget) if spent.budget else 1.0
        role = "danger" if share >= 1 else "accent"
        self.meter.show_parts([(min(1.0, share), role)], self.spent.accessibleName())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, the line above, and the short lines between parts."""
        painter, look = QPainter(self), self._look
        fill(painter, self.rect(), look.colour("window"))
        paint_line(painter, self.rect(), look.colour("border"), Qt.Edge.TopEdge)
        for part in (self.account, self.online):
            line = QRectF(part.geometry().right() + 1 - PAD + DIVIDER, 9, 1, 12)
            paint_line(painter, line, look.colour("border_button"), Qt.Edge.LeftEdge)

    def _fit(self) -> None:
        """Leave out the bar first, then the words before the sum: a reader hears them all."""
        head, *sum_of_it = self._spent
        whole = "".join(span.text for span in self._spent)
        self.spent.say(*self._spent, icon="wallet")
        room = self.width() - self._taken()
        self.meter.setVisible(room >= GAP + self.meter.width())
        if room < 0 and head.text:
            self.spent.say(*sum_of_it, icon="wallet")
            self.spent.setAccessibleName(whole)

    def _taken(self) -> int:
        """Return what the parts take beside the bar."""
        parts = (self.account, self.online, self.outbox, self.spent)
        edges = 2 * self._look.space("m") - PAD + 3 * BETWEEN + GAP
        return sum(part.sizeHint().width() for part in parts) + edges

    def _make(self, name: str) -> StatusPart:
        part = StatusPart(self._look)
        part.clicked.connect(lambda: self.asked.emit(name))
        return part

    def _lay_out(self) -> None:
        side = self._look.space("m")
        row = QHBoxLayout(self)
        row.setContentsMargins(side - PAD, 1, side, 0)
        row.setSpacing(0)
        for part in (self.account, self.online, self.outbox):
            row.addWidget(part)
            row.addSpacing(BETWEEN)
        row.addStretch(1)
        row.addWidget(self.spent)
        row.addSpacing(GAP)
        row.addWidget(self.meter)


def show_desk(bar: StatusBar, desk: Desk) -> None:
    """Show in the status bar how things stand at a desk."""
    me = desk.me()
    if me and me.handle:
        bar.show_account(Who(f"@{me.handle}", Kind.ORGANISATION, me.user_id))
    elif desk.line.signed_in:
        bar.show_signed_in()
    else:
        bar.show_account(None)
    # Without an account nobody went offline: there is nothing to reach yet.
    bar.show_online(online=desk.line.up or not desk.line.signed_in)
    bar.show_waiting(desk.outbox.waiting())
    month = month_name(desk.clock.now().date())
    bar.show_spent(Spent(month, spent_this_month(desk), budget(desk)))
