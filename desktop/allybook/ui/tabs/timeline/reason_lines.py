"""Why a post is quiet, line by line: each reason with its points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.charts.reasons import Points
    from allybook.ui.theme.look import Look

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReasonLines(QGridLayout):
    """A line for each reason, with a rule between two; lines that are there take other words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: list[tuple[Prose, Words, Rule | None]] = []
        self.setVerticalSpacing(look.space("xs"))
        self.setColumnStretch(0, 1)

    def show_points(self, reasons: Sequence[Points]) -> None:
        """Show these reasons, in the order given."""
        while len(self._lines) < len(reasons):
            self._add_line()
        for (words, points, _), one in zip(self._lines, reasons, strict=False):
            words.show_text(one.words)
            points.setText(signed(one.points))
            points.set_role("accent_text" if one.points < 0 else "text")
        for number, line in enumerate(self._lines):
            for part in filter(None, line):
                part.setVisible(number < len(reasons))

    def _add_line(self) -> None:
        row = 2 * len(self._lines)
        words, points = Prose(self._look), Words(self._look, "", "ui_bold")
        rule = Rule(self._look) if row else None
        points.setAlignment(RIGHT)
        if rule is not None:
            self.addWidget(rule, row - 1, 0, 1, 2)
        self.addWidget(words, row, 0)
        self.addWidget(points, row, 1, Qt.AlignmentFlag.AlignTop)
        self._lines.append((words, points, rule))
