"""A note in the pane that it concerns: what happened, what is safe, what can be done."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from allybook.domain.errors import OverBudget
from allybook.ui.aloud import say_aloud
from allybook.ui.direction import as_heard
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.wording import halves, told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.ui.theme.look import Look

BUDGET = "budget"
COPY = "copy"
TOP = Qt.AlignmentFlag.AlignTop


class Mood(Enum):
    """What a note is about: its fill, line, icon's role and usual icon."""

    INFO = ("panel", "border", "text_2", "info")
    WARN = ("warn_soft", "warn_line", "warn", "triangle-alert")
    DANGER = ("danger_soft", "danger_line", "danger", "circle-x")
    DONE = ("accent_soft", "accent_soft", "accent_text", "circle-check")


class Note(Card):
    """An icon, what happened in bold, the rest, and links; ``followed`` tells which was pressed.

    With ``closable`` a cross at the end takes it away, and ``closed`` tells. ``budget_asked`` tells
    that the person wants to raise the budget, which an error about it offers.
    """

    followed = Signal(str)
    budget_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        look: Look,
        mood: Mood = Mood.INFO,
        *,
        closable: bool = False,
        say: Callable[[QWidget, str], None] = say_aloud,
    ) -> None:
        super().__init__(look)
        self._say_aloud, self._unheard = say, False
        self._address = ""
        self._prose = Prose(look, kind="caption")
        self._glyph = Glyph(look, "info")
        self._prose.followed.connect(self._follow)
        # At least its lines: a fixed height would be that of one line, and cut a second one.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        side = look.space("m") + 1
        row.setContentsMargins(side, look.space("s") + 1, side, look.space("s") + 1)
        row.setSpacing(look.space("s"))
        row.addWidget(self._glyph, 0, TOP)
        row.addWidget(self._prose, 1)
        if closable:
            row.addWidget(self._make_cross(look), 0, TOP)
        self.show_mood(mood)

    def show_mood(self, mood: Mood, icon: str = "") -> None:
        """Be of another mood, with another icon where one is given."""
        fill, line, role, usual = mood.value
        self.dress(fill, line)
        self._glyph.show_icon(icon or usual, role)

    def tell(self, what: str, rest: str = "", mood: Mood = Mood.WARN) -> None:
        """Show what happened in a mood; with nothing to say, go."""
        if what:
            self.show_mood(mood)
            self.say(what, rest)
        self.setVisible(bool(what))

    def tell_error(self, error: AllybookError, mood: Mood = Mood.WARN) -> None:
        """Show an error in its two parts; one about the budget offers to raise it."""
        links = [self.raise_budget()] if isinstance(error, OverBudget) else []
        self.show_mood(mood, "wallet" if links else "")
        self.say(*halves(told(error)), links)
        self.setVisible(True)

    def tell_unopened(self, address: str) -> None:
        """Say that no browser took an address, and offer it."""
        self._address = address
        self.show_mood(Mood.WARN)
        self._offer(self.tr("No browser opened."), self.tr("Open this address yourself: %1"))
        self.setVisible(True)

    def _offer(self, what: str, rest: str) -> None:
        copy = Span(self.tr("Copy the address"), link=COPY)
        self.say(what, rest.replace("%1", self._address), [copy])

    def _copy(self) -> None:
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 (most computers have a browser)

        QGuiApplication.clipboard().setText(self._address)
        self._offer(self.tr("The address is copied:"), "%1")

    def raise_budget(self) -> Span:
        """Return the link that asks for a higher budget."""
        return Span(self.tr("Raise the budget…"), link=BUDGET)

    def _follow(self, link: str) -> None:
        if link == BUDGET:
            self.budget_asked.emit()
        elif link == COPY:
            self._copy()
        else:
            self.followed.emit(link)

    def say(self, what: str, rest: str = "", links: Sequence[Span | str] = ()) -> None:
        """Say what happened, what is safe, and offer links: plain text only.

        A string in ``links`` is both the words and the name of a link; spans may be mixed in.
        """
        spans = [Span(what, 600)]
        if rest:
            spans.append(Span(f" {rest}"))
        for link in links:
            spans += [Span(" "), Span(link, link=link) if isinstance(link, str) else link]
        self._prose.show_spans(spans)
        self.setAccessibleName(as_heard("".join(span.text for span in spans)))
        self.updateGeometry()
        self._unheard = True
        self._let_hear()

    def showEvent(self, event: QShowEvent) -> None:
        """Let a reader hear what was said before it came in sight."""
        super().showEvent(event)
        self._let_hear()

    def _let_hear(self) -> None:
        # It comes up beside where the keyboard is: a reader would not come across it.
        if self._unheard and self.isVisible():
            self._unheard = False
            self._say_aloud(self, self.accessibleName())

    def _make_cross(self, look: Look) -> IconButton:
        cross = IconButton(look, "x", self.tr("Close this note"))
        cross.setFixedSize(16, 16)
        cross.clicked.connect(self.hide)
        cross.clicked.connect(self.closed)
        return cross
