"""The quote: what changes, what it costs, how long it takes, and then two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.dialogs.card import EDGE, CardDialog
from allybook.ui.dialogs.choices import Choices, Option
from allybook.ui.dialogs.names import ColumnView, NameColumns
from allybook.ui.dialogs.quote_view import PriceLine, QuoteView, WayView
from allybook.ui.dialogs.sums import Sums
from allybook.ui.widgets.buttons import Button, IconButton, LinkButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.price import PriceButton, PriceKind, Tag
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count, dollars

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from allybook.ui.theme.look import Look

__all__ = ["PriceLine", "QuoteDialog", "QuoteView", "WayView"]


class QuoteDialog(CardDialog):
    """Asks before money is spent: ``accepted`` says yes. Show it with ``open()``.

    The keyboard starts on "Not now", and Enter never spends. ``budget_asked`` when the person
    wants to raise the budget, ``pace_asked`` when another pace is wanted. Where there are several
    ways, the person may take another one than the first: ``way`` is its name.
    """

    budget_asked = Signal()
    pace_asked = Signal()

    def __init__(self, look: Look, view: QuoteView, parent: QWidget) -> None:
        super().__init__(look, view.title, parent, width=look.width("dialog"))
        self._view = view
        self.not_now = Button(look, self.tr("Not now"), size="button_dialog")
        self.spend = PriceButton(look, view.verb, view.icon, main=True, size="button_dialog")
        self.option = CheckBox(look, view.option)
        self.choices = Choices(look, view.choices)
        self.ways = Choices(look, self._choices_of(view.ways))
        self.ways.setAccessibleName(self.tr("Ways to do it"))
        self.pace = LinkButton(look, self.tr("Change"), kind="caption", weight=600)
        self._inside = QWidget()
        self._body = Scroll(self._inside)
        self._body.let_keys_scroll(view.title)
        self._foot = QHBoxLayout()
        self._sums, self._end = QVBoxLayout(), QVBoxLayout()
        self.setAccessibleDescription(view.sentence)
        self._connect()
        self._lay_out()
        self._show_sums()
        self._lay_option()

    @property
    def way(self) -> str:
        """Return the name of the way that is chosen; empty where there is only one."""
        return self._view.ways[self.ways.chosen].name if self._view.ways else ""

    def choose(self, way: str, choice: int) -> None:
        """Choose a way by name and one of the choices, where they are there."""
        names = [one.name for one in self._view.ways]
        if way in names:
            self.ways.choose(names.index(way))
        self.choices.choose(choice)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on "Not now"."""
        super().showEvent(event)
        self.not_now.setFocus(Qt.FocusReason.TabFocusReason)

    def needed_height(self) -> int:
        """Return the height of the body and the foot; in less than that, the body scrolls."""
        foot = self._foot.sizeHint().height() + 3
        return self.scrolled_height(self._body, self._inside, foot)

    def _connect(self) -> None:
        # In a dialog Enter goes to the default button: so it always means "Not now".
        self.not_now.setAutoDefault(True)
        self.not_now.setDefault(True)
        self.not_now.clicked.connect(self.reject)
        self.spend.clicked.connect(self.accept)
        self.pace.clicked.connect(self.pace_asked)
        self.ways.turned.connect(self._go)

    def _go(self, place: int) -> None:
        """Show the sums of another way."""
        self._view = self._view.going(self._view.ways[place])
        self._show_sums()
        self._grow()

    def _show_sums(self) -> None:
        # The link is the dialog's and outlives the sums that it stands in.
        self.pace.setParent(self._inside)
        self.pace.hide()
        before = self._sums.takeAt(0)
        shown = before.widget() if before is not None else None
        if shown is not None:
            shown.setParent(None)
            shown.deleteLater()
        sums = Sums(self._look, self._view, self.pace)
        sums.budget_asked.connect(self.budget_asked)
        self._sums.addWidget(sums)
        self.spend.show_tag(self._tag())

    def _grow(self) -> None:
        # Only when Qt has told the body what its parts need now.
        QTimer.singleShot(0, self, self.come_to_the_middle)

    def _tag(self) -> Tag:
        if self._view.over:
            return Tag(PriceKind.OVER_BUDGET, self._view.dollars)
        return Tag(self._view.charge, self._view.dollars)

    def _lay_out(self) -> None:
        gap, edge = self._look.space("l"), self._look.space("xl")
        whole, column = QVBoxLayout(self), QVBoxLayout(self._inside)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        column.setContentsMargins(edge, edge - 5, edge, gap)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addSpacing(self._look.space("m"))
        column.addWidget(Prose(self._look, self._view.sentence, "ui", "text_2"))
        column.addSpacing(gap)
        self._add_names(column)
        self._add_choices(column)
        column.addLayout(self._sums)
        column.addLayout(self._end)
        whole.addWidget(self._body)
        whole.addWidget(Rule(self._look))
        self._fill_foot(self._foot)
        whole.addLayout(self._foot)

    def _lay_option(self) -> None:
        """Lay the option beside the buttons, or above them where they leave its words no room."""
        foot = self._foot
        needed = foot.minimumSize().width() + foot.spacing() + self.option.sizeHint().width()
        if self._view.option and needed > self.width() - 2:
            self._end.addSpacing(self._look.space("m"))
            self._end.addWidget(self.option)
        else:
            foot.insertWidget(0, self.option)
        self.option.setVisible(bool(self._view.option))

    def _make_head(self) -> QHBoxLayout:
        head, side = QHBoxLayout(), self._look.height("button")
        cross = IconButton(self._look, "x", self.tr("Close, spend nothing"), size="button")
        cross.clicked.connect(self.reject)
        # The icon, not its button, stands on the edge: so it is laid over the layout.
        cross.setParent(self)
        cross.move(self.width() - side - EDGE // 2 + 4, EDGE // 2 - 1)
        title = Words(self._look, self._view.title, "title")
        title.setFixedHeight(side)
        head.addWidget(title, 1)
        head.addSpacing(side)
        return head

    def _add_names(self, column: QVBoxLayout) -> None:
        adds, removes = self._view.adds, self._view.removes
        views = []
        if adds:
            words = self.tr("1 to add") if len(adds) == 1 else self.tr("%1 to add")
            heading = words.replace("%1", count(len(adds)))
            views.append(ColumnView(heading, "plus", "accent_text", adds))
        if removes:
            words = self.tr("1 to remove") if len(removes) == 1 else self.tr("%1 to remove")
            heading = words.replace("%1", count(len(removes)))
            views.append(ColumnView(heading, "x", "text_2", removes))
        if views:
            names = NameColumns(self._look, tuple(views))
            names.grown.connect(self._grow)
            column.addWidget(names)
            column.addSpacing(self._look.space("l"))

    def _add_choices(self, column: QVBoxLayout) -> None:
        several = len(self._view.ways) > 1
        for shown, choices in ((self._view.choices, self.choices), (several, self.ways)):
            if shown:
                column.addWidget(choices)
                column.addSpacing(self._look.space("m"))

    def _choices_of(self, ways: tuple[WayView, ...]) -> tuple[Option, ...]:
        """Return the ways as choices, each with its price."""
        said = {
            PriceKind.EXACT: self.tr("%1: %2"),
            PriceKind.ABOUT: self.tr("%1: about %2"),
            PriceKind.FROM: self.tr("%1: from %2"),
        }
        return tuple(
            Option(
                said[way.charge].replace("%2", dollars(way.dollars)).replace("%1", way.words),
                way.why,
            )
            for way in ways
        )

    def _fill_foot(self, foot: QHBoxLayout) -> None:
        edge, gap = self._look.space("xl"), self._look.space("l")
        foot.setContentsMargins(edge, gap, edge, gap - 1)
        foot.setSpacing(self._look.space("m"))
        foot.addStretch(1)
        foot.addWidget(self.not_now)
        foot.addWidget(self.spend)
