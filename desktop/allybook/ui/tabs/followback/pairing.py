"""Choose the two readings that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from allybook.ui.dialogs.form import FormSheet
from allybook.ui.tabs.followback.places import reading_words
from allybook.ui.tabs.followback.survey import pair_key
from allybook.ui.widgets.choice import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from allybook.services.check.readings import CheckReading
    from allybook.ui.theme.look import Look

FIELD = 208


class PairSheet(FormSheet):
    """Asks for two complete readings; ``chosen`` carries the key of their comparison."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, readings: Sequence[CheckReading], now: datetime, parent: QWidget
    ) -> None:
        super().__init__(
            look,
            self.tr("Compare two dates"),
            self.tr(
                "What changed shows only between complete readings: a half-read one cannot tell "
                "who is missing."
            ),
            self.tr("Compare"),
            parent,
        )
        self._readings = readings
        self.earlier = self._make_choice(self.tr("From"), now, min(1, len(readings) - 1))
        self.later = self._make_choice(self.tr("To"), now, 0)
        self.keep.clicked.connect(self._accept)
        for box in (self.earlier, self.later):
            box.currentIndexChanged.connect(lambda _row: self._weigh())
        self._weigh()

    def _make_choice(self, name: str, now: datetime, chosen: int) -> ChoiceField:
        box = ChoiceField(self._look)
        box.addItems([reading_words(one, now) for one in self._readings])
        box.setCurrentIndex(chosen)
        box.setFixedSize(FIELD, self._look.height("field"))
        self.add_field(name, box)
        return box

    def _weigh(self) -> None:
        """Let two different readings be compared, in whichever order they were chosen."""
        self.keep.setEnabled(self.later.currentIndex() != self.earlier.currentIndex())

    def _accept(self) -> None:
        rows = sorted((self.earlier.currentIndex(), self.later.currentIndex()), reverse=True)
        self.chosen.emit(pair_key(*(self._readings[row] for row in rows)))
        self.accept()
