"""The fields of one ally: label at the left, value at the right, edited where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.models.allies import DASH, category_text
from allybook.ui.models.signs import AllyStatus, kind_word
from allybook.ui.tabs.allies.caution import CareHint
from allybook.ui.tabs.allies.inplace import SIDE, InPlace
from allybook.ui.tabs.allies.tags import Tags
from allybook.ui.widgets.buttons import IconButton, LinkButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.menu import Menu
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.allies import AllyRow
    from allybook.ui.models.signs import Sign
    from allybook.ui.tabs.allies.facts import Facts
    from allybook.ui.theme.look import Look

TOP = Qt.AlignmentFlag.AlignTop
LABEL = 80
ICON = 12
NARROW = 16
KINDS = (Kind.ORGANISATION, Kind.PERSON)
ANSWERED = frozenset({AllyStatus.DECLINED, AllyStatus.REMOVED})
"""Where an ally stands like this, there may be a reason."""
TAGS, CATEGORY, KIND, WRITTEN, STATUS = "tags", "category", "kind", "written", "status"
REASON, FOLLOW_BACK, NOMINATED_BY = "reason", "follow_back", "nominated_by"


class Fields(QWidget):
    """What the book says of one ally.

    ``kind_chosen`` carries a kind, ``category_written`` and ``reason_written`` the group's own
    words, ``tag_written`` a hashtag in other capitals; see ``tags``. ``status_asked`` carries the
    button that asks for another status, ``opt_out_asked`` that the ally asked not to be listed.
    """

    kind_chosen = Signal(str)
    category_written = Signal(str)
    reason_written = Signal(str)
    tag_written = Signal(str)
    status_asked = Signal(object)
    opt_out_asked = Signal()

    def __init__(self, desk: Desk, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self._look = look
        self._row: AllyRow | None = None
        self._values: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("m"))
        self._grid.setVerticalSpacing(look.space("xs"))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, LABEL)
        self.tags = Tags(look)
        self.category = InPlace(look, self.tr("Change the category"))
        self.reason = InPlace(look, self.tr("Change the reason"))
        self.written = InPlace(look, self.tr("Change how it is written"))
        self.hints = {name: CareHint(desk, look, jobs) for name in (TAGS, CATEGORY, REASON)}
        self.kind_words = Words(look)
        self.kind_pencil = _pencil(look, self.tr("Change the kind"))
        self.status = _SignWords(look)
        self.status_pencil = _pencil(look, self.tr("Change the status"))
        # The longest state and its pencil fit on one line.
        self.status_pencil.setFixedWidth(NARROW)
        self.follow_back = _SignWords(look)
        self.nominated_by = Prose(look)
        self.opt_out = LinkButton(look, self.tr("Asked not to be listed…"), kind="caption")
        self._connect()
        self._lay_out()

    def show_facts(self, facts: Facts, tags: Sequence[str], categories: Sequence[str]) -> None:
        """Show one ally; ``tags`` and ``categories`` are those in use in its book."""
        row, final = facts.row, facts.final
        tagged, several = row.kind is Kind.HASHTAG, row.versions.get("category", 0) > 1
        self._row = row
        self.tags.show_tags(row.tags, tags, final=final)
        role = "warn" if several else "text" if row.category else "text_3"
        self.category.show_value(row.category, category_text(row) or DASH, role, categories)
        self.reason.show_value(facts.reason, facts.reason or DASH, "text", ())
        self.written.show_value(row.handle, row.name, "text", ())
        for field in (self.category, self.reason, self.written):
            field.pencil.setVisible(not final and field.field.isHidden())
        self.kind_words.setText(kind_word(row.kind))
        self.kind_words.updateGeometry()
        self.kind_pencil.setVisible(not tagged and not final)
        self.status_pencil.setVisible(not final)
        self.opt_out.setVisible(not final and not tagged)
        self.status.show_sign(facts.status)
        self.follow_back.show_sign(facts.follow_back)
        self.nominated_by.show_text(facts.nominated_by)
        self._show_row(REASON, shown=bool(facts.reason) or row.status in ANSWERED)
        self._show_row(TAGS, shown=bool(row.tags) or not final)
        self._show_row(WRITTEN, shown=tagged)
        self._show_row(FOLLOW_BACK, shown=not tagged)
        self._show_row(NOMINATED_BY, shown=bool(facts.nominated_by))
        self._weigh()

    def end_edits(self) -> None:
        """Put open fields away, with whatever was in them: another ally is shown."""
        self.tags.end()
        for field in (self.category, self.reason, self.written):
            field.end()

    def _weigh(self) -> None:
        """Say where the words about a person call for care, also while they are typed."""
        if self._row is None:
            return
        kind, typed = self._row.kind, self.tags.field.text()
        self.hints[TAGS].look_at(kind, [*self._row.tags, *typed.split(",")], self.tags.field)
        for name, field in ((CATEGORY, self.category), (REASON, self.reason)):
            self.hints[name].look_at(kind, [field.text()], field.field)

    def _ask_kind(self) -> None:
        menu = Menu(self._look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in KINDS:
            words = kind_word(kind)
            action = menu.addAction(words[:1].upper() + words[1:])
            action.setCheckable(True)
            action.setChecked(words == self.kind_words.text())
            action.triggered.connect(lambda _checked, kind=kind: self.kind_chosen.emit(kind.value))
        menu.popup(self.kind_pencil.mapToGlobal(QPoint(0, self.kind_pencil.height())))

    def _connect(self) -> None:
        self.category.edited.connect(self.category_written)
        self.reason.edited.connect(self.reason_written)
        self.written.edited.connect(self.tag_written)
        self.kind_pencil.clicked.connect(self._ask_kind)
        self.status_pencil.clicked.connect(lambda: self.status_asked.emit(self.status_pencil))
        self.opt_out.clicked.connect(self.opt_out_asked)
        for field in (self.tags.field, self.category.field, self.reason.field):
            field.textChanged.connect(lambda _text: self._weigh())
        for place in (self.category, self.reason):
            place.turned.connect(self._weigh)
        for hint in self.hints.values():
            hint.settled.connect(self._weigh)

    def _lay_out(self) -> None:
        parts: dict[str, tuple[str, QWidget]] = {
            TAGS: (self.tr("Tags"), _under(self.tags, self.hints[TAGS])),
            CATEGORY: (self.tr("Category"), _under(self.category, self.hints[CATEGORY])),
            KIND: (self.tr("Kind"), self._beside(self.kind_words, self.kind_pencil)),
            WRITTEN: (self.tr("Written"), self.written),
            STATUS: (self.tr("Status"), self._beside(self.status, self.status_pencil, gap=0)),
            REASON: (self.tr("Reason"), _under(self.reason, self.hints[REASON])),
            FOLLOW_BACK: (self.tr("Follow-back"), self.follow_back),
            NOMINATED_BY: (self.tr("Nominated by"), self.nominated_by),
        }
        for number, (name, (label, value)) in enumerate(parts.items()):
            words = Words(self._look, label, "caption", "text_2")
            words.setFixedHeight(SIDE)
            words.setBuddy(value)
            self._values[name] = value
            self._grid.addWidget(words, number, 0, TOP)
            self._grid.addWidget(value, number, 1)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.opt_out, len(parts), 1, left)

    def _beside(self, value: QWidget, pencil: QWidget, gap: int = 4) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        row.addWidget(value)
        row.addWidget(pencil, 0, TOP)
        row.addStretch(1)
        return holder

    def _show_row(self, name: str, *, shown: bool) -> None:
        value = self._values[name]
        number = self._grid.getItemPosition(self._grid.indexOf(value))[0]  # type: ignore[index]
        for column in range(self._grid.columnCount()):
            item = self._grid.itemAtPosition(number, column)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setVisible(shown)


def _pencil(look: Look, name: str) -> IconButton:
    pencil = IconButton(look, "pencil", name, side=ICON)
    pencil.setFixedSize(SIDE, SIDE)
    return pencil


def _under(value: QWidget, hint: QWidget) -> QWidget:
    """Return a value with what is to be said of it below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(value)
    column.addWidget(hint)
    return holder


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
