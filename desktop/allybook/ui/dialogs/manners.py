"""The manners of follow-back checks: grace, quiet, influence, and the keep-list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from allybook.ui.dialogs.form import FormSheet
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.words import SectionLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.check.manners import Manners
    from allybook.ui.theme.look import Look

FIELD = 112
LONGEST = 3_650
MOST = 100_000_000


class MannersSheet(FormSheet):
    """Asks for manners; ``chosen`` carries them. ``books`` are names by id, ``tags`` in use."""

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        manners: Manners,
        books: Mapping[str, str],
        tags: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(
            look,
            self.tr("Manners"),
            self.tr(
                "Many people only read, and new follows need time. Whoever is on the keep-list is "
                "never offered for unfollowing."
            ),
            self.tr("Keep"),
            parent,
        )
        self._manners = manners
        self.grace = self._make_number(self.tr("Days of grace for a new follow"), manners.grace)
        self.quiet = self._make_number(self.tr("Quiet after days without a post"), manners.quiet)
        self.influential = self._make_number(
            self.tr("Influential from so many followers on"), manners.influential, MOST
        )
        # Tags and books that are gone stay on the list until somebody takes them off.
        self.books = {key: self._box(name, on=key in manners.books) for key, name in books.items()}
        wanted = sorted({*tags, *manners.tags}, key=str.casefold)
        self.tags = {tag: self._box(tag, on=tag in manners.tags) for tag in wanted}
        self._add_boxes(self.tr("Keep everyone in"), self.books)
        self._add_boxes(self.tr("Keep everyone with the tag"), self.tags)
        self.keep.clicked.connect(self._accept)

    @property
    def manners(self) -> Manners:
        """Return what is typed and ticked."""
        gone = self._manners.books - self.books.keys()
        return replace(
            self._manners,
            grace=self.grace.value(),
            quiet=self.quiet.value(),
            influential=self.influential.value(),
            books=gone | {key for key, box in self.books.items() if box.isChecked()},
            tags=frozenset(tag for tag, box in self.tags.items() if box.isChecked()),
        )

    def _make_number(self, name: str, value: int, most: int = LONGEST) -> QSpinBox:
        field = QSpinBox(minimum=0, maximum=most, value=value)
        field.setGroupSeparatorShown(True)
        field.setFixedSize(FIELD, self._look.height("field"))
        side = self._look.space("m") - 2
        field.lineEdit().setTextMargins(side, 0, side, 0)
        self.add_field(name, field)
        return field

    def _box(self, words: str, *, on: bool) -> CheckBox:
        box = CheckBox(self._look, words, "text")
        box.setChecked(on)
        return box

    def _add_boxes(self, heading: str, boxes: Mapping[str, CheckBox]) -> None:
        if not boxes:
            return
        group = QWidget()
        flow = FlowLayout(group, gap=self._look.space("l"), line_gap=self._look.space("s"))
        for box in boxes.values():
            flow.addWidget(box)
        self.add_below(SectionLabel(self._look, heading))
        self.add_below(group)

    def _accept(self) -> None:
        self.chosen.emit(self.manners)
        self.accept()
