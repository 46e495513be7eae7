"""The help: the main job in one sentence, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.dialogs.card import CardDialog
from allybook.ui.keys import caps_of, printed
from allybook.ui.widgets.badges import KeyCap
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import SectionLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.theme.look import Look

    Keys = tuple[str, tuple[str, ...]]

WIDTH = 560
TALLEST = 480
HEADING = 30
AROUND, LEAST = 260, 96
"""What stands above and below the keys, and what they keep in a low window, where they scroll."""

translate = QCoreApplication.translate


class Help(CardDialog):
    """A small sheet of paper to read. Open it with ``open()``."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        title = translate("help", "How Allybook works")
        super().__init__(look, title, parent, width=WIDTH)
        side, gap = look.space("xl"), look.space("m")
        column = QVBoxLayout()
        column.setContentsMargins(side, side - 4, side, look.space("l"))
        column.setSpacing(gap)
        column.addWidget(Words(look, title, "title"))
        column.addWidget(Prose(look, _main_job(), "ui", "text_2"))
        column.addWidget(self._make_list(key_lines()))
        self.close_button = Button(look, translate("help", "Close"), size="button_dialog")
        self.close_button.clicked.connect(self.accept)
        self.lay(column, self.make_foot(self.close_button))

    def _make_list(self, places: Sequence[tuple[str, Sequence[Keys]]]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.space("m"))
        grid.setVerticalSpacing(self._look.space("s"))
        grid.setColumnStretch(0, 1)
        for heading, lines in places:
            row = grid.rowCount()
            grid.setRowMinimumHeight(row, HEADING)
            label = SectionLabel(self._look, heading)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignBottom)
            for words, keys in lines:
                row = grid.rowCount()
                grid.addWidget(Words(self._look, words, "ui"), row, 0)
                grid.addLayout(self._make_caps(keys), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = Scroll(inside)
        # The card lies within the window, and that may be higher than the screen.
        below = self._below()
        screen = below.screen().availableGeometry().height()
        room = min(TALLEST, min(below.height(), screen) - AROUND)
        area.setFixedHeight(min(max(LEAST, room), inside.sizeHint().height()))
        area.let_keys_scroll(translate("help", "Keys"), _say(places))
        return area

    def _make_caps(self, keys: Sequence[str]) -> QHBoxLayout:
        """Return the caps: keys held together have a plus between them, others stand apart."""
        look, caps = self._look, QHBoxLayout()
        caps.setSpacing(look.space("xs"))
        caps.addStretch(1)
        for place, key in enumerate(keys):
            if place:
                caps.addSpacing(look.space("s"))
            for held, cap in enumerate(caps_of(key)):
                if held:
                    caps.addWidget(Words(look, "+", "caption", "text_3"))
                caps.addWidget(KeyCap(look, cap))
        return caps


def _say(places: Sequence[tuple[str, Sequence[Keys]]]) -> str:
    """Return the list as a reader says it, with the keys as they are printed on the keyboard."""
    rows = []
    for heading, lines in places:
        rows.append(heading)
        for words, keys in lines:
            row = translate("help", "%1: %2").replace("%2", ", ".join(map(printed, keys)))
            rows.append(row.replace("%1", words))
    return "\n".join(rows)


def _main_job() -> str:
    return translate(
        "help",
        "Capture a chat under Chats, send its nominations to the inbox, approve allies under "
        "Allies, and read only them in the Timeline. Every button that spends says its price.",
    )


def key_lines() -> Sequence[tuple[str, Sequence[Keys]]]:
    """Return what the keys do in each place, and the keys: held together where a + joins them."""
    return (
        (
            translate("help", "Everywhere"),
            (
                (translate("help", "Go to a tab"), ("Ctrl+1 … 4",)),
                (translate("help", "Take back your last step in Timeline or Allies"), ("Ctrl+Z",)),
            ),
        ),
        (translate("help", "Timeline"), _timeline_keys()),
        (translate("help", "Inbox"), _inbox_keys()),
        (translate("help", "Allies"), _ally_keys()),
        (
            translate("help", "Follow-back"),
            (
                (translate("help", "Put an account on the tick list"), ("T",)),
                (translate("help", "Put an account on the keep-list, or take it off"), ("K",)),
                (translate("help", "Open an account on X; show it in its book"), ("O", "B")),
                (translate("help", "Look for an account"), ("/",)),
            ),
        ),
        (translate("help", "Chats"), ((translate("help", "Open a post on X"), ("O",)),)),
        (
            translate("help", "Tick list"),
            (
                (translate("help", "Open on X, tick off, skip"), ("O", "D", "S")),
                (translate("help", "Take back your last tick"), ("Ctrl+Z",)),
            ),
        ),
    )


def _timeline_keys() -> Sequence[Keys]:
    return (
        (translate("help", "Next and previous post"), ("J", "K")),
        (translate("help", "Show new posts"), ("N",)),
        (translate("help", "Type a filter"), ("/",)),
        (translate("help", "Rename a view of your own"), ("F2",)),
        (translate("help", "Open a post on X"), ("O",)),
        (translate("help", "Add the author of a post to the book"), ("A",)),
        (translate("help", "Like or answer a post on X"), ("L", "R")),
        (translate("help", "Mute the author or the words of a post"), ("M",)),
        (translate("help", "Keep posts like this; never hide its author"), ("S", "H")),
    )


def _inbox_keys() -> Sequence[Keys]:
    return (
        (translate("help", "Approve or decline a nomination, or decide later"), ("A", "D", "L")),
        (translate("help", "What speaks for and against it; show it in full"), ("E", "Enter")),
    )


def _ally_keys() -> Sequence[Keys]:
    return (
        (translate("help", "Add allies, or paste handles"), ("+", "Ctrl+V")),
        (translate("help", "Next and previous ally; open it on X"), ("J", "K", "O")),
        (translate("help", "Type a filter"), ("/", "Ctrl+F")),
        (translate("help", "Approve or decline a nomination, or decide later"), ("A", "D", "L")),
        (translate("help", "Add tags, or take tags away"), ("T", "Shift+T")),
        (translate("help", "Set the category, or write in the cell"), ("C", "F2")),
        (translate("help", "Choose all allies, show one in full"), ("Ctrl+A", "Enter")),
        (translate("help", "Remove the chosen allies"), ("Del",)),
    )
