"""The person's languages: chips to take away, and a box to add another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.domain.filters.languages import LANGUAGES
from allybook.ui.widgets.chips import Chip, ChipView
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.typed_language import TypedLanguage
from allybook.ui.widgets.words import SectionLabel
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look


class LanguageRow(QWidget):
    """``chosen`` carries the codes of all languages that are one's own; none stands for all."""

    chosen = Signal(list)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._codes: tuple[str, ...] = ()
        self.chips: dict[str, Chip] = {}
        self.other = ComboBox(look, self.tr("Add a language"))
        TypedLanguage(self.other)
        self.about = Prose(look, "", "caption", "text_2")
        self._line = QWidget()
        self._flow = FlowLayout(self._line, gap=look.space("s"), line_gap=look.space("s"))
        self._flow.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addWidget(SectionLabel(look, self.tr("Your languages")))
        column.addWidget(self._line)
        column.addWidget(self.about)
        self.other.activated.connect(self._add)

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show the languages that are the person's own."""
        self._codes = tuple(codes)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {code: self._make_chip(code) for code in codes}
        for place, chip in enumerate(self.chips.values()):
            self._flow.insertWidget(place, chip)
        self._fill_other()
        self.about.show_text(
            self.tr("Posts that X knows no language of are never in another one.")
            if codes
            else self.tr("Every language is yours: none makes noise.")
        )

    def _make_chip(self, code: str) -> Chip:
        chip = Chip(self._look, ChipView(_name(code), cross=True))
        chip.dropped.connect(lambda: self.chosen.emit([one for one in self._codes if one != code]))
        return chip

    def _fill_other(self) -> None:
        self.other.clear()
        self.other.addItem(self.tr("Add a language"))
        for name, code in sorted((_name(code), code) for code in LANGUAGES):
            if code not in self._codes:
                self.other.addItem(name, code)

    def _add(self, place: int) -> None:
        code = self.other.itemData(place)
        if code:
            self.chosen.emit([*self._codes, code])


def _name(code: str) -> str:
    return in_words(LANGUAGES[code]) if code in LANGUAGES else code
