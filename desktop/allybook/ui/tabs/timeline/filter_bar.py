"""The filter bar: a filter as chips that need no language, and as text for those who like it.

What a chip offers is loaded when somebody asks it.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from allybook.domain.errors import FilterError
from allybook.domain.filters.chips import parts_of
from allybook.domain.filters.normalise import both, normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, And, Or
from allybook.ui.keys import ALONE, plug_keys
from allybook.ui.tabs.timeline.chip_row import ChipRow
from allybook.ui.tabs.timeline.filter_field import FilterField
from allybook.ui.tips import as_written
from allybook.ui.units import utf16
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.wording import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from allybook.domain.filters.tree import Node
    from allybook.ui.tabs.timeline.chip_asking import ChipAsking
    from allybook.ui.tabs.timeline.completion import FilterCompleter
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.chips import Chip

SIDE = 6


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
        self._edited: Node | None = None
        self._known: Sequence[str] = ()
        self._error: FilterError | None = None
        self.field = FilterField(self.tr("Add a filter"))
        self.more = IconButton(look, "plus", self.tr("Pick what to filter by"))
        self.as_text = IconButton(look, "type", self.tr("Show the filter as text"))
        self.save = IconButton(look, "bookmark", self.tr("Save the filter as a view"))
        self._row = ChipRow(look, self, self.field)
        self._lay_out(look)
        self._connect()

    @cached_property
    def completer(self) -> FilterCompleter:
        """What completes words: there with the first words to offer, or the first that is typed."""
        from allybook.ui.tabs.timeline.completion import FilterCompleter

        completer = FilterCompleter(self)
        self.field.setCompleter(completer)
        return completer

    @cached_property
    def asking(self) -> ChipAsking:
        """What asks which conditions there shall be: made when somebody wants another one."""
        from allybook.ui.tabs.timeline.chip_asking import ChipAsking

        asking = ChipAsking(self._look, self, lambda: self._known)
        asking.chosen.connect(self._set)
        asking.text_wanted.connect(self._edit)
        asking.asked.connect(lambda: self._row.frame(self._edited))
        return asking

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
        self._rebuild(anew=True)

    def follow(self, chosen: Node) -> None:
        """Show the same filter by the names of today; what is being written stays beside it."""
        if not self._is_writing():
            self.show_filter(chosen)
            return
        today = dict(zip(parts_of(self._chosen), parts_of(chosen), strict=False))
        before, self._chosen = self._begun(), chosen
        if not self._as_text:
            self._edited = today.get(self._edited) if self._edited is not None else None
            self._rebuild()
        self._write_anew(before, self._begun())

    def _begun(self) -> str:
        """Return what the field had before anybody wrote in it."""
        return show(self._edited) if self._edited is not None else self._taken()

    def _write_anew(self, before: str, now: str) -> None:
        """Let the field begin with the names of today, where it began with those of before."""
        text, at = self.field.text(), self.field.cursorPosition()
        if before in {"", now} or not text.startswith(before):
            return
        self.field.setText(now + text.removeprefix(before))
        self.field.setCursorPosition(at + len(now) - len(before) if at >= len(before) else at)

    def drop_last(self) -> None:
        """Take the last part of the filter away."""
        self._set(And(parts_of(self._chosen)[:-1]))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as there is room for now."""
        super().resizeEvent(event)
        self._row.fit()

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
        self.field.dress(look, high)
        top = Qt.AlignmentFlag.AlignTop
        glyph = Glyph(look, "list-filter")
        glyph.setFixedHeight(high)
        row.addWidget(glyph, 0, top)
        row.addLayout(self._row.flow, 1)
        for button in (self.more, self.as_text, self.save):
            row.addWidget(button, 0, top)

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._take)
        plug_keys((self.field,), {"Esc": self._give_up}, context=ALONE)
        self.field.textChanged.connect(self._forgive)
        self.field.editingFinished.connect(self.update)
        self.field.textEdited.connect(lambda text: self.typed.emit(self.completer.word_in(text)))
        self.more.clicked.connect(self._pick)
        self.as_text.clicked.connect(self._turn)
        self.save.clicked.connect(self.save_asked)
        self._row.dropped.connect(self._drop)
        self._row.asked.connect(self._ask)

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
            return both(self._chosen, part)
        return And(tuple(part if one == self._edited else one for one in self._row.parts))

    def _is_writing(self) -> bool:
        """Return whether something was written, or begun, that is not taken yet."""
        return self._edited is not None or self.field.text() != self._taken()

    def _taken(self) -> str:
        """Return what stands in the field of what was taken."""
        return show(self._chosen) if self._as_text else ""

    def _give_up(self) -> None:
        """Take back what was being written; with nothing written, leave the bar."""
        if not self._is_writing():
            self.left.emit()
            return
        self._edited = None
        self.field.setText(self._taken())
        self._row.frame(None)

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
            typed = self.field.text()
            wrong = utf16(typed[error.start : error.end])
            self.field.setSelection(utf16(typed[: error.start]), max(1, wrong))
        self.update()
        self.refused.emit(error)

    def _set(self, chosen: Node) -> None:
        self._chosen = normalise(chosen)
        self._rebuild()
        self.changed.emit(self._chosen)

    def _turn(self) -> None:
        """Show the filter the other way; what was written and not taken yet is not lost."""
        if self._as_text and not self._takes_written():
            return
        written = "" if self._as_text else self._with_written()
        self._as_text, self._edited = not self._as_text, None
        words = self.tr("Show the filter as chips"), self.tr("Show the filter as text")
        self.as_text.setToolTip(as_written(words[0] if self._as_text else words[1]))
        self.field.setText("")
        self._rebuild()
        if written:
            self.field.setText(written)
        self.field.setFocus()
        # Who writes on does so behind what stands there.
        self.field.end(False)  # noqa: FBT003 (what Qt calls marking)

    def _takes_written(self) -> bool:
        """Take the filter as it was written, if it is another one; return whether that went."""
        if self.field.text() != show(self._chosen):
            self._take()
        return self._error is None

    def _with_written(self) -> str:
        """Return the whole filter as text, with the part that is being written."""
        typed = self.field.text()
        try:
            return show(normalise(self._put(parse(typed))))
        except FilterError:
            rest = normalise(self._put(EVERYTHING))
            before = f"({show(rest)})" if isinstance(rest, Or) else show(rest)
            # As a part its alternatives would stand by themselves; who goes on closes them.
            opened = "(" if before and "OR" in typed.split()[1:] else ""
            return f"{before} {opened}{typed}".strip()

    def _rebuild(self, *, anew: bool = False) -> None:
        at = self._chip_with_keyboard()
        parts = () if self._as_text else parts_of(self._chosen)
        if self._as_text:
            self._forgive()
            with QSignalBlocker(self.field):
                self.field.setText(show(self._chosen))
            if not self.field.hasFocus():
                # Reading begins at the beginning.
                self.field.setCursorPosition(0)
        if self._edited is not None and self._edited not in parts:
            self._edited = None
            self.field.clear()
        (self._row.show if anew else self._row.renew)(parts)
        self._row.frame(self._edited)
        if at is not None:
            chips = self._row.chips
            (chips[min(at, len(chips) - 1)] if chips else self.field).setFocus()
        self.updateGeometry()
        self.update()

    def _chip_with_keyboard(self) -> int | None:
        """Return which chip has the keyboard, also while a menu or a card lies over the window."""
        here = self.window().focusWidget()
        return next((place for place, chip in enumerate(self._row.chips) if chip is here), None)

    def _drop(self, place: int) -> None:
        parts = self._row.parts
        self._set(And((*parts[:place], *parts[place + 1 :])))

    def _ask(self, chip: Chip, place: int) -> None:
        self.asking.ask(chip, self._row.parts[place], self._row.parts)

    def _pick(self) -> None:
        self.asking.ask_more(self.more, self._chosen)

    def _edit(self, node: Node) -> None:
        """Edit a part as text; until that is taken, its chip stays and filters."""
        self._edited = node
        self._row.frame(node)
        self.field.setText(show(node))
        self.field.setFocus()
        self.field.selectAll()
