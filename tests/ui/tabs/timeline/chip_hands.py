"""What a person does with the chips of a filter bar."""

from PySide6.QtWidgets import QMenu

from allybook.ui.tabs.timeline.chip_editor import ChipEditor
from allybook.ui.widgets.chips import Chip


def menu_of(bar):
    menu = bar.findChildren(QMenu)[-1]
    return menu, {action.text(): action for action in menu.actions() if action.text()}


def editor_of(bar, menu, words):
    """Open the editor of a chip by the menu that is there."""
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    return bar.window().findChildren(ChipEditor)[-1]


def chip_of(bar, words):
    chips = [chip for chip in bar.findChildren(Chip) if not chip.isHidden()]
    return next(chip for chip in chips if chip.view.text == words)
