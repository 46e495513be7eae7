"""The filter bar: a filter as chips that need no language, and as text for those who like it.

What a chip offers is loaded when somebody asks it.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy
from shiboken6 import isValid

from allybook.domain.errors import FilterError
from allybook.domain.filters.chips import chips
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, And
from allybook.ui.tabs.timeline.filter_field import FilterField
from allybook.ui.tabs.timeline.saying import say_short
from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.chips import Chip, ChipView, State
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.wording import told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.filters.tree import Node
    from allybook.ui.tabs.timeline.completion import FilterCompleter
    from allybook.ui.theme.look import Look

SIDE = 6
APART = 4
WITHIN = Qt.ShortcutContext.WidgetShortcut


class FilterBar(QFrame):
    """Chips and one field. ``changed`` carries the tree.

    A chip that is clicked offers what else it could say; its x drops it. ``refused`` carries the
    ``FilterError`` for words that were not understood, and None once that is over. ``typed``
    carries the word that is being written. ``left`` tells that the person is done here.
    """

    changed = Signal(object)
    refused = Signal(object)
    typed = Signal(str)
    save_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chosen: Node = EVERYTHING
        self._as_text = False
        self._chips: list[Chip] = []
        self._shown: list[Node] = []
        self._edited: Node | None = None
        self._known: Sequence[str] = ()
        self._error: FilterError | None = None
        self.field = FilterField(self.tr("Add a filter"))
        self.more = IconButton(look, "plus", self.tr("Pick what to filter by"))
        self.as_text = IconButton(look, "type", self.tr("Show the filter as text"))
        self.save = IconButton(look, "bookmark", self.tr("Save the filter as a view"))
        self._flow = FlowLayout(gap=6, line_gap=4)
        self._lay_out(look)
        self._connect()

    @cached_property
    def completer(self) -> FilterCompleter:
        """What completes words: there with the first words to offer, or the first that is typed."""
        from allybook.ui.tabs.timeline.completion import FilterCompleter

        completer = FilterCompleter(self)
        self.field.setCompleter(completer)
        return completer

    @property
    def chosen(self) -> Node:
        """Return the filter as it stands."""
        return self._chosen

    @property
    def is_text(self) -> bool:
        """Return whether the filter is shown as text."""
        return self._as_text

    @property
    def error(self) -> FilterError | None:
        """Return what is not understood of the words that stand in the field."""
        return self._error

    def show_filter(self, chosen: Node) -> None:
        """Show a filter; words that were not understood, or belong to a chip, go."""
        if self._error is not None or self._edited is not None:
            self.field.clear()
        self._chosen, self._edited = chosen, None
        self._rebuild()

    def drop_last(self) -> None:
        """Take the last part of the filter away."""
        parts = chips(self._chosen)
        self._set(And(tuple(part.node for part in parts[:-1])))

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words (``in:"My allies"``, ``tag:housing``) beside the fields."""
        self._known = words
        self.completer.offer(words)

    def offer_more(
        self, word: str, words: Sequence[str], names: Mapping[str, str] | None = None
    ) -> None:
        """Offer how a word could go on, if it is still the one that is being written.

        ``names`` are words by what else they are called (``lang:de`` by ``lang:german``).
        """
        if word != self.completer.word_in(self.field.text()):
            return
        self.completer.offer_more(words, names)
        if (words or names) and self.field.hasFocus():
            self.completer.setCompletionPrefix(self.field.text())
            self.completer.complete()

    def begin(self) -> None:
        """Let the person write."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline of the field."""
        look, inside = self._look, self.field.hasFocus()
        line = look.colour("focus" if inside else "border_control")
        if self._error is not None:
            line = look.colour("danger")
        width = look.stroke("focus" if inside else "line")
        box = Box(look.colour("surface"), line, width, look.radius("button"))
        paint_box(QPainter(self), self.rect(), box)

    def _lay_out(self, look: Look) -> None:
        # A fixed height would be that of one line, and hide the field on a second one.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(look.height("filter_bar"))
        row, high = QHBoxLayout(self), look.height("chip")
        row.setContentsMargins(look.space("m"), SIDE, look.space("s"), SIDE)
        row.setSpacing(look.space("s"))
        self.field.setFrame(False)
        self.field.setObjectName("bare")
        self.field.setStyleSheet(
            # Here the sheet rules, not what is set: its own least height would be the usual one.
            "QLineEdit { border: 0; background: transparent; padding: 0 2px;"
            f" min-height: {high}px; max-height: {high}px; }}"
        )
        self.field.setFont(look.font("ui"))
        self._flow.addWidget(self.field)
        top = Qt.AlignmentFlag.AlignTop
        glyph = Glyph(look, "list-filter")
        glyph.setFixedHeight(high)
        row.addWidget(glyph, 0, top)
        row.addLayout(self._flow, 1)
        for button in (self.more, self.as_text, self.save):
            row.addWidget(button, 0, top)

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._take)
        escape = QShortcut(Qt.Key.Key_Escape, self.field, context=WITHIN)
        escape.activated.connect(self._give_up)
        self.field.textChanged.connect(self._forgive)
        self.field.editingFinished.connect(self.update)
        self.field.textEdited.connect(lambda text: self.typed.emit(self.completer.word_in(text)))
        self.more.clicked.connect(self._pick)
        self.as_text.clicked.connect(self._turn)
        self.save.clicked.connect(self.save_asked)

    def can_mend(self) -> bool:
        """Return whether it is known what was probably meant by what stands in the field."""
        return self._error is not None and bool(self._error.suggestion)

    def mend(self) -> None:
        """Write what was probably meant in place of what was not understood, and take it."""
        error, typed = self._error, self.field.text()
        if error is not None and self.can_mend():
            self.field.setText(typed[: error.start] + error.suggestion + typed[error.end :])
            self._take()

    def _take(self) -> None:
        """Take what is typed: the whole filter as text, or one part of it."""
        typed = self.field.text()
        try:
            part = parse(typed)
        except FilterError as error:
            self._refuse(error)
            return
        self._refuse(None)
        whole = part if self._as_text else self._put(part)
        self._edited = None
        self._set(whole)
        if not self._as_text:
            # What is a chip now is no longer the field's to take back.
            self.field.setText("")

    def _put(self, part: Node) -> Node:
        """Return the filter with one more part, or with it in the place of the chip it was."""
        if self._edited is None:
            return _both(self._chosen, part)
        return And(tuple(part if one == self._edited else one for one in self._shown))

    def _give_up(self) -> None:
        """Take back what was being written; with nothing written, leave the bar."""
        kept = show(self._chosen) if self._as_text else ""
        if self._edited is None and self.field.text() == kept:
            self.left.emit()
            return
        self._edited = None
        self.field.setText(kept)
        self._frame_chips()

    def _forgive(self) -> None:
        """End an error: it was about the words that stood here."""
        if self._error is not None:
            self._refuse(None)

    def _refuse(self, error: FilterError | None) -> None:
        """Point at what is not understood, and say why."""
        self._error = error
        # A reader says with the field what is wrong with it.
        self.field.setAccessibleDescription(told(error) if error is not None else "")
        if error is not None:
            self.field.setFocus()
            self.field.setSelection(error.start, max(1, error.end - error.start))
        self.update()
        self.refused.emit(error)

    def _set(self, chosen: Node) -> None:
        self._chosen = normalise(chosen)
        self._rebuild()
        self.changed.emit(self._chosen)

    def _turn(self) -> None:
        self._as_text, self._edited = not self._as_text, None
        words = self.tr("Show the filter as chips"), self.tr("Show the filter as text")
        self.as_text.setToolTip(as_written(words[0] if self._as_text else words[1]))
        self.field.setText("")
        self._rebuild()
        self.field.setFocus()
        # Who writes on does so behind what stands there.
        self.field.end(False)  # noqa: FBT003 (what Qt calls marking)

    def _rebuild(self) -> None:
        at = self._chip_with_keyboard()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips, self._shown = [], []
        if self._as_text:
            self._forgive()
            with QSignalBlocker(self.field):
                self.field.setText(show(self._chosen))
            if not self.field.hasFocus():
                # Reading begins at the beginning.
                self.field.setCursorPosition(0)
        else:
            parts = chips(self._chosen)
            self._shown = [part.node for part in parts]
            for place, part in enumerate(parts):
                view = ChipView(say_short(part.node), State.ON, cross=True)
                self._add_chip(place, view, part.node, self._shown)
        if self._edited is not None and self._edited not in self._shown:
            self._edited = None
            self.field.clear()
        self._frame_chips()
        self._order_keys()
        if at is not None:
            (self._chips[min(at, len(self._chips) - 1)] if self._chips else self.field).setFocus()
        self.updateGeometry()
        self.update()

    def _chip_with_keyboard(self) -> int | None:
        """Return which chip has the keyboard, also while a menu or a card lies over the window."""
        here = self.window().focusWidget()
        return next((place for place, chip in enumerate(self._chips) if chip is here), None)

    def _order_keys(self) -> None:
        """Let Tab go through the chips before the field, as they stand."""
        before = self.field.previousInFocusChain()
        for chip in self._chips:
            if before is not None:
                self.setTabOrder(before, chip)
            before = chip

    def _add_chip(self, place: int, view: ChipView, node: Node, every: list[Node]) -> None:
        chip = Chip(self._look, view)
        rest = And(tuple(part for number, part in enumerate(every) if number != place))
        chip.dropped.connect(lambda: self._set(rest))
        chip.clicked.connect(lambda: self._offer(chip, node, every))
        chip.setToolTip(as_written(show(node)))
        self._flow.insertWidget(place, chip)
        chip.show()
        self._chips.append(chip)

    def _offer(self, chip: Chip, node: Node, every: list[Node]) -> None:
        """Offer what a chip could say instead."""

        def take(other: Node) -> None:
            """Put another condition in the chip's place."""
            self._set(And(tuple(other if part == node else part for part in every)))

        def edit(part: Node, done: Callable[[Node], None]) -> None:
            """Open the editor beside the chip."""
            self._open_editor(part, done, chip)

        from allybook.ui.tabs.timeline.chip_menu import chip_menu

        menu = chip_menu(node, take, edit, lambda: self._edit(node), self._look, self)
        self._frame_while(chip, menu)
        menu.popup(_below(chip))

    def _pick(self) -> None:
        def edit(part: Node, done: Callable[[Node], None]) -> None:
            """Open the editor beside the button."""
            self._open_editor(part, done, self.more)

        def take(node: Node) -> None:
            """Add a condition to what is chosen."""
            self._set(_both(self._chosen, node))

        from allybook.ui.tabs.timeline.chip_menu import starter_menu

        menu = starter_menu(take, edit, self._look, self)
        menu.popup(_below(self.more))

    def _open_editor(self, node: Node, done: Callable[[Node], None], near: QWidget) -> None:
        """Let a condition be set without the language."""
        from allybook.ui.tabs.timeline.chip_editor import ChipEditor

        editor = ChipEditor(self._look, node, self._known, self)
        editor.taken.connect(done)
        if isinstance(near, Chip):
            self._frame_while(near, editor)
        editor.open_at(_below(near))

    def _edit(self, node: Node) -> None:
        """Edit a part as text; until that is taken, its chip stays and filters."""
        self._edited = node
        self._frame_chips()
        self.field.setText(show(node))
        self.field.setFocus()
        self.field.selectAll()

    def _frame_chips(self) -> None:
        """Frame the chip that is edited as text, and no other."""
        for chip, node in zip(self._chips, self._shown, strict=True):
            if isValid(chip):
                chip.set_edited(edited=node == self._edited)

    def _frame_while(self, chip: Chip, above: QWidget) -> None:
        """Frame a chip as long as a menu or a card asks about it."""
        from PySide6.QtWidgets import QMenu

        chip.set_edited(edited=True)
        ends = above.aboutToHide if isinstance(above, QMenu) else above.destroyed
        ends.connect(self._frame_chips)


def _below(near: QWidget) -> QPoint:
    """Return where a menu or a card opens that belongs to something: it covers none of it."""
    return near.mapToGlobal(QPoint(0, near.height() + APART))


def _both(one: Node, other: Node) -> Node:
    parts = [part for node in (one, other) for part in _parts(node)]
    return And(tuple(dict.fromkeys(parts)))


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)
