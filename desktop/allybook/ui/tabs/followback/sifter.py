"""The line above the table: words of a name, and traits as chips with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from allybook.domain.check.followback import CheckFlag
from allybook.ui.models.pills import Pill
from allybook.ui.models.signs import flag_pill, influential_pill, kept_pill
from allybook.ui.tabs.followback.rows import Manner
from allybook.ui.widgets.chips import Chip, ChipView, State
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.search import SearchField
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.ui.theme.look import Look

FIELD = 200
GAP = 6
TRAITS = (*CheckFlag, *Manner)


class Sifter(QWidget):
    """A field and chips; ``changed`` tells that ``words`` or ``flags`` did."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = SearchField(look, self.tr("Find an account"))
        self.chips = {trait: self._chip(look, trait) for trait in TRAITS}
        self.field.setFixedWidth(FIELD)
        self.field.textChanged.connect(self.changed)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row, flow = QHBoxLayout(self), FlowLayout(gap=GAP, line_gap=look.space("xs"))
        row.setContentsMargins(look.space("l"), look.space("s"), look.space("l"), look.space("s"))
        row.setSpacing(look.space("m"))
        inset = (self.field.height() - look.height("chip")) // 2
        flow.setContentsMargins(0, inset, 0, inset)
        for chip in self.chips.values():
            flow.addWidget(chip)
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(flow, 1)

    @property
    def words(self) -> str:
        """Return the words looked for."""
        return self.field.text()

    @property
    def flags(self) -> frozenset[str]:
        """Return the traits that are wanted; none at all wants every account."""
        return frozenset(trait for trait, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many accounts have each trait; one that nobody has is not offered."""
        for trait, chip in self.chips.items():
            number = counts.get(trait, 0)
            chip.show_view(_view(trait, number))
            if not number:
                chip.setChecked(False)
            chip.setVisible(number > 0)

    def _chip(self, look: Look, trait: CheckFlag | Manner) -> Chip:
        chip = Chip(look, _view(trait, 0))
        chip.setCheckable(True)
        chip.toggled.connect(self.changed)
        # Until somebody is known to have it.
        chip.hide()
        return chip


def _view(trait: CheckFlag | Manner, number: int) -> ChipView:
    pill = trait_pill(trait)
    words = pill.words[:1].upper() + pill.words[1:]
    return ChipView(words, State.SUGGESTED, pill.icon, count(number))


def trait_pill(trait: CheckFlag | Manner) -> Pill:
    """Return what one can filter by as a flag."""
    match trait:
        case Manner.GRACE:
            return Pill(translate("followback", "in grace"), "hourglass")
        case Manner.KEPT:
            return kept_pill()
        case Manner.INFLUENTIAL:
            return influential_pill()
        case _:
            return flag_pill(trait)
