"""What is never hidden, whatever its noise: each filter in words, and a way out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.sentence import sentence
from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import SectionLabel, Words
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.filters.tree import Node
    from allybook.services.timeline.spare import Rule
    from allybook.ui.theme.look import Look

SMALL = "button_small"


class SparedList(QWidget):
    """``removed`` carries the rule about whose posts noise shall decide again."""

    removed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Sequence[tuple[Rule, Node]] | None = None
        self.buttons: dict[str, Button] = {}
        self.heading = SectionLabel(look, self.tr("Never hidden"))
        about = self.tr(
            "Nothing is spared. At a quiet post, S keeps posts like it and H its author."
        )
        self.nothing = Prose(look, about, "caption", "text_2")
        self.nothing.hide()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(look.space("m"))
        self._rows.setVerticalSpacing(look.space("s"))
        self._rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addWidget(self.heading)
        column.addWidget(self.nothing)
        column.addLayout(self._rows)

    def show_rules(self, rules: Sequence[tuple[Rule, Node]]) -> bool:
        """Show what is spared, oldest first; return whether that differs from what was shown."""
        if rules == self._shown:
            return False
        self._shown = rules
        self._clear()
        self.nothing.setVisible(not rules)
        for row, (rule, node) in enumerate(rules):
            self._add_row(row, rule, self._say(rule, node))
        return True

    def _say(self, rule: Rule, node: Node) -> str:
        if node != NOTHING:
            return in_words(sentence(node))
        text = self.tr("an author whose handle was %1, and is not known now")
        return text.replace("%1", f"@{rule.text.rpartition(':')[-1]}")

    def _add_row(self, row: int, rule: Rule, said: str) -> None:
        look, rows = self._look, self._rows
        button = Button(look, self.tr("Let noise decide"), size=SMALL)
        button.setAccessibleName(self.tr("Let noise decide about %1").replace("%1", said))
        button.clicked.connect(partial(self.removed.emit, rule))
        self.buttons[said] = button
        name = Words(look, said, "ui")
        name.setToolTip(as_written(said))
        icon = "user-round" if rule.text.startswith("from:") else "eye"
        rows.addWidget(Glyph(look, icon, "text_2"), row, 0)
        rows.addWidget(name, row, 1)
        rows.addWidget(button, row, 2)

    def _clear(self) -> None:
        self.buttons = {}
        empty_layout(self._rows)
