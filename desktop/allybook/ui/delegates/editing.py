"""Cells that are written where they stand: a line with completion, or a choice of kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from allybook.domain.book.entry import Kind
from allybook.ui.delegates.cells import PillsDelegate, TextDelegate
from allybook.ui.models.roles import EDIT
from allybook.ui.models.signs import kind_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from allybook.ui.models.pills import Pill
    from allybook.ui.models.roles import Index
    from allybook.ui.theme.look import Look

INSET = 6
HIGHEST = 32
KINDS = (Kind.ORGANISATION, Kind.PERSON)
"""What an account can be; a hashtag stays a hashtag."""


class LastCompleter(QCompleter):
    """Completes the last of several words with commas between, and leaves those before it."""

    def __init__(self, words: Sequence[str], parent: QObject) -> None:
        super().__init__(list(words), parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 (Qt's name)
        """Return the word that is being typed."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: Index) -> str:  # noqa: N802 (Qt's name)
        """Return the whole text with the last word completed."""
        before, comma, _ = str(self.widget().property("text")).rpartition(",")
        return f"{before}{comma} {index.data()}" if comma else str(index.data())


class CategoryDelegate(TextDelegate):
    """Words that can be written over; ``words`` gives those in use, to complete from."""

    def __init__(
        self,
        look: Look,
        words: Callable[[], Sequence[str]],
        parent: QObject | None = None,
        *,
        role_of: Callable[[object], str] | None = None,
    ) -> None:
        super().__init__(look, parent=parent, role_of=role_of)
        self._words = words

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QLineEdit:
        """Return a line over the cell."""
        line = _line(self.look, parent)
        completer = QCompleter(list(self._words()), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        line.setAccessibleName(self.tr("Category"))
        return line

    def updateEditorGeometry(  # noqa: N802 (Qt's name)
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the line over the cell."""
        editor.setGeometry(_inside(option.rect))


class TagsDelegate(PillsDelegate):
    """Pills that are written as words with commas between; ``words`` are the tags in use."""

    def __init__(
        self,
        look: Look,
        pills_of: Callable[[object], Sequence[Pill]],
        words: Callable[[], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(look, pills_of, parent)
        self._words = words

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QLineEdit:
        """Return a line over the cell."""
        line = _line(self.look, parent)
        line.setCompleter(LastCompleter(self._words(), line))
        line.setAccessibleName(self.tr("Tags, with commas between"))
        return line

    def updateEditorGeometry(  # noqa: N802 (Qt's name)
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the line over the cell."""
        editor.setGeometry(_inside(option.rect))


class KindDelegate(TextDelegate):
    """What an ally is, chosen from a list."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QComboBox:
        """Return the choice."""
        box = QComboBox(parent)
        box.setAccessibleName(self.tr("Kind"))
        for kind in KINDS:
            box.addItem(kind_word(kind), kind.value)
        box.activated.connect(lambda: self.commitData.emit(box))
        box.activated.connect(lambda: self.closeEditor.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is there."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(EDIT))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), EDIT)

    def updateEditorGeometry(  # noqa: N802 (Qt's name)
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the choice over the cell."""
        editor.setGeometry(_inside(option.rect))


def _line(look: Look, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setFont(look.font("ui"))
    return line


def _inside(cell: QRect) -> QRect:
    """Return where an editor lies: over the cell, no higher than a field."""
    height = min(HIGHEST, cell.height() - 2)
    # What is written stands where it stood before.
    top = cell.top() + (cell.height() - height) // 2
    return QRect(cell.left() - INSET, top, cell.width(), height)
