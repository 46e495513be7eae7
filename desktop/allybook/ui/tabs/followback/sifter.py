"""The line above the table: words of a name, and flags as chips with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from allybook.domain.followback import CheckFlag
from allybook.ui.models.signs import flag_pill
from allybook.ui.widgets.chips import Chip, ChipView, State
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.search import SearchField
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.ui.theme.look import Look

FIELD = 200
GAP = 6


class Sifter(QWidget):
    """A field and chips; ``changed`` tells that ``words`` or ``flags`` did."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = SearchField(look, self.tr("Find an account"))
        self.chips = {flag: self._chip(look, flag) for flag in CheckFlag}
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
        row.addWidget(self.field)
        row.addLayout(flow, 1)

    @property
    def words(self) -> str:
        """Return the words looked for."""
        return self.field.text()

    @property
    def flags(self) -> frozenset[CheckFlag]:
        """Return the flags that are wanted; none at all wants every account."""
        return frozenset(flag for flag, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[CheckFlag, int]) -> None:
        """Show how many accounts have each flag; a flag that nobody has is not offered."""
        for flag, chip in self.chips.items():
            number = counts.get(flag, 0)
            chip.show_view(_view(flag, number))
            if not number:
                chip.setChecked(False)
            chip.setVisible(number > 0)

    def _chip(self, look: Look, flag: CheckFlag) -> Chip:
        chip = Chip(look, _view(flag, 0))
        chip.setCheckable(True)
        chip.toggled.connect(self.changed)
        return chip


def _view(flag: CheckFlag, number: int) -> ChipView:
    pill = flag_pill(flag)
    words = pill.words[:1].upper() + pill.words[1:]
    return ChipView(words, State.SUGGESTED, pill.icon, count(number))
