"""What the sheets of the window say: help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from allybook.ui.dialogs.sheet import Line, Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

translate = QCoreApplication.translate


def make_help(look: Look, parent: QWidget) -> Sheet:
    """Return the help: the main job in one sentence, and the keys."""
    sentence = translate(
        "help",
        "Capture a chat under Chats, send its nominations to the inbox, approve allies under "
        "Allies, and read only them in the Timeline. Every button that spends says its price.",
    )
    lines = (
        Line(translate("help", "Go to a tab"), keys=("Ctrl", "1 … 4")),
        Line(translate("help", "Next and previous post"), keys=("J", "K")),
        Line(translate("help", "Show new posts"), keys=("N",)),
        Line(translate("help", "Type a filter"), keys=("/",)),
        Line(translate("help", "Rename a view of your own"), keys=("F2",)),
        Line(translate("help", "Open a post on X"), keys=("O",)),
        Line(translate("help", "Add the author of a post to the book"), keys=("A",)),
        Line(translate("help", "Like or answer a post on X"), keys=("L", "R")),
        Line(translate("help", "Put an account on the tick list"), keys=("T",)),
        Line(
            translate("help", "Approve or decline a nomination, or decide later"),
            keys=("A", "D", "L"),
        ),
        Line(translate("help", "Add allies, or paste handles"), keys=("+", "Ctrl", "V")),
        Line(translate("help", "Next and previous ally; open it on X"), keys=("J", "K", "O")),
        Line(translate("help", "Add tags, or take tags away"), keys=("T", "Shift", "T")),
        Line(translate("help", "Set the category, or write in the cell"), keys=("C", "F2")),
        Line(translate("help", "Choose all allies, show one in full"), keys=("Ctrl", "A", "Enter")),
        Line(translate("help", "Remove the chosen allies"), keys=("Del",)),
        Line(translate("help", "Take back the last change of a book"), keys=("Ctrl", "Z")),
    )
    return Sheet(look, translate("help", "How Allybook works"), sentence, lines, parent)
