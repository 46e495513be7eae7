"""The fields of one ally: label at the left, value at the right, edited where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.models.allies import DASH, category_text
from allybook.ui.models.signs import kind_word
from allybook.ui.tabs.allies.inplace import SIDE, InPlace
from allybook.ui.tabs.allies.tags import Tags
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.models.signs import Sign
    from allybook.ui.tabs.allies.facts import Facts
    from allybook.ui.theme.look import Look

TOP = Qt.AlignmentFlag.AlignTop
LABEL = 80
ICON = 12
KINDS = (Kind.ORGANISATION, Kind.PERSON)


class Fields(QWidget):
    """``kind_chosen`` carries a kind, ``category_written`` the group's own word; see ``tags``."""

    kind_chosen = Signal(str)
    category_written = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("m"))
        self._grid.setVerticalSpacing(look.space("xs"))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, LABEL)
        self.tags = Tags(look)
        self.category = InPlace(look, self.tr("Change the category"))
        self.kind_words = Words(look)
        self.kind_pencil = IconButton(look, "pencil", self.tr("Change the kind"), side=ICON)
        self.kind_pencil.setFixedSize(SIDE, SIDE)
        self.status = _SignWords(look)
        self.follow_back = _SignWords(look)
        self.nominated_by = Prose(look)
        self.category.edited.connect(self.category_written)
        self.kind_pencil.clicked.connect(self._ask_kind)
        self._lay_out()

    def show_facts(self, facts: Facts, tags: Sequence[str], categories: Sequence[str]) -> None:
        """Show one ally; ``tags`` and ``categories`` are those in use in its book."""
        row = facts.row
        self.tags.show_tags(row.tags, tags, final=facts.final)
        several = row.versions.get("category", 0) > 1
        role = "warn" if several else "text" if row.category else "text_3"
        self.category.show_value(row.category, category_text(row) or DASH, role, categories)
        self.category.pencil.setVisible(not facts.final and self.category.field.isHidden())
        self.kind_words.setText(kind_word(row.kind))
        self.kind_words.updateGeometry()
        self.kind_pencil.setVisible(row.kind is not Kind.HASHTAG and not facts.final)
        self.status.show_sign(facts.status)
        self.follow_back.show_sign(facts.follow_back)
        self.nominated_by.show_text(facts.nominated_by)
        self._show_row(self.follow_back, shown=row.kind is not Kind.HASHTAG)
        self._show_row(self.nominated_by, shown=bool(facts.nominated_by))

    def end_edits(self) -> None:
        """Put open fields away, with whatever was in them: another ally is shown."""
        self.tags.end()
        self.category.end()

    def _ask_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in KINDS:
            words = kind_word(kind)
            action = menu.addAction(words[:1].upper() + words[1:])
            action.setCheckable(True)
            action.setChecked(words == self.kind_words.text())
            action.triggered.connect(lambda _checked, kind=kind: self.kind_chosen.emit(kind.value))
        menu.popup(self.kind_pencil.mapToGlobal(QPoint(0, self.kind_pencil.height())))

    def _lay_out(self) -> None:
        kind = QWidget()
        row = QHBoxLayout(kind)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("xs"))
        row.addWidget(self.kind_words)
        row.addWidget(self.kind_pencil)
        row.addStretch(1)
        parts = (
            (self.tr("Tags"), self.tags),
            (self.tr("Category"), self.category),
            (self.tr("Kind"), kind),
            (self.tr("Status"), self.status),
            (self.tr("Follow-back"), self.follow_back),
            (self.tr("Nominated by"), self.nominated_by),
        )
        for number, (label, value) in enumerate(parts):
            words = Words(self._look, label, "caption", "text_2")
            words.setFixedHeight(SIDE)
            words.setBuddy(value)
            self._grid.addWidget(words, number, 0, TOP)
            self._grid.addWidget(value, number, 1)

    def _show_row(self, value: QWidget, *, shown: bool) -> None:
        number = self._grid.getItemPosition(self._grid.indexOf(value))[0]  # type: ignore[index]
        for column in range(self._grid.columnCount()):
            item = self._grid.itemAtPosition(number, column)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setVisible(shown)


class _SignWords(QWidget):
    """An icon and words; a dash where there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._glyph = Glyph(look, "circle-dashed")
        self._glyph.setFixedHeight(look.line_height("ui"))
        self._words = Prose(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._glyph, 0, TOP)
        row.addWidget(self._words, 1)

    def show_sign(self, sign: Sign | None) -> None:
        """Show a state."""
        self._glyph.setVisible(sign is not None)
        if sign is not None:
            self._glyph.show_icon(sign.icon, sign.role)
        self._words.show_text(sign.words if sign else DASH)
