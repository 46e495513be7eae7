"""Places as a tree of two levels: sections, and the places in them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from allybook.ui.tips import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.widgets.places.values import Place, Section

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
# The internal id of a section; that of a place is the number of its section, plus one.
TOP = 0


class PlaceRole(IntEnum):
    """What the delegate asks for beside the words."""

    PLACE = Qt.ItemDataRole.UserRole
    SECTION = Qt.ItemDataRole.UserRole + 1


class PlacesModel(QAbstractItemModel):
    """Sections and their places; a change of words or counts alone keeps every index."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()

    def show(self, sections: Sequence[Section]) -> bool:
        """Show these sections in place of the former ones; return whether no index was kept."""
        former, same = self._sections, _shape(sections) == _shape(self._sections)
        if not same:
            self.beginResetModel()
        self._sections = tuple(sections)
        if not same:
            self.endResetModel()
            return True
        for number, section in enumerate(self._sections):
            pairs = zip(section.places, former[number].places, strict=True)
            for row in [row for row, (now, then) in enumerate(pairs) if now != then]:
                index = self.index(row, 0, self.index(number, 0))
                self.dataChanged.emit(index, index)
        return False

    def sections(self) -> tuple[Section, ...]:
        """Return what is shown."""
        return self._sections

    def find(self, key: str) -> QModelIndex:
        """Return the index of a place, or an invalid one."""
        for number, section in enumerate(self._sections):
            for row, place in enumerate(section.places):
                if place.key == key:
                    return self.index(row, 0, self.index(number, 0))
        return QModelIndex()

    def place(self, index: Index) -> Place | None:
        """Return the place of an index; None for a section."""
        if not index.isValid() or index.internalId() == TOP:
            return None
        return self._sections[index.internalId() - 1].places[index.row()]

    def section(self, index: Index) -> Section | None:
        """Return the section of an index; None for a place."""
        if not index.isValid() or index.internalId() != TOP:
            return None
        return self._sections[index.row()]

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a section, or of a place in one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the section of a place."""
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, TOP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of sections, or of places in one."""
        if not parent.isValid():
            return len(self._sections)
        section = self.section(parent)
        return len(section.places) if section and parent.column() == 0 else 0

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """Return one."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let places be chosen, and headings only be read."""
        if self.place(index) is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what the view asks for."""
        place, section = self.place(index), self.section(index)
        if place is not None:
            return _of_place(place, role)
        return _of_section(section, role) if section is not None else None


def _of_place(place: Place, role: int) -> Any:  # noqa: ANN401
    match role:
        case PlaceRole.PLACE:
            return place
        case Qt.ItemDataRole.DisplayRole:
            return place.word
        case Qt.ItemDataRole.ToolTipRole:
            return as_written(place.tip or place.word)
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{place.word}, {place.count}" if place.count else place.word
        case _:
            return None


def _of_section(section: Section, role: int) -> Any:  # noqa: ANN401
    match role:
        case PlaceRole.SECTION:
            return section
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return section.heading
        case _:
            return None


def _shape(sections: Sequence[Section]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what an index depends on, and what the buttons beside headings do."""
    return [(s.heading, s.add, tuple(place.key for place in s.places)) for s in sections]
