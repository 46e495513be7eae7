"""The answers of a follow-back check as a table with boxes to tick."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal

from allybook.domain.book.entry import Kind
from allybook.domain.check.followback import Answer
from allybook.domain.filters.times import day_of, zone_of
from allybook.ui.models.roles import CHECK, DISPLAY, Index
from allybook.ui.models.signs import answer_sign
from allybook.ui.models.table import Sentences, TableColumn, TableModel
from allybook.ui.wording import began, dated, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from allybook.ui.models.pills import Pill

TICKABLE = frozenset({Answer.FAN, Answer.IDOL, Answer.STRANGER})
"""Whom one can follow or unfollow knowing how things stand: unknown is never a no."""
NEVER = datetime.min.replace(tzinfo=UTC)


class FindingColumn(IntEnum):
    """The columns, in the order shown."""

    TICK = 0
    ACCOUNT = 1
    ANSWER = 2
    FLAGS = 3
    TAGS = 4
    SINCE = 5
    KNOWN_FROM = 6


class FindingRow(Struct, frozen=True):
    """The answer for one account; ``handle`` has no @.

    ``since`` is when the answer began, where it is known; ``source`` and ``as_of`` say where the
    answer comes from. ``tags`` are those of the book; who is ``spared`` has no box to tick.
    ``traits`` are what one can filter by: flags, and what manners say.
    """

    key: str
    name: str
    handle: str
    answer: Answer
    kind: Kind = Kind.PERSON
    flags: tuple[Pill, ...] = ()
    since: datetime | None = None
    source: str = ""
    as_of: datetime | None = None
    tags: tuple[str, ...] = ()
    spared: bool = False
    traits: frozenset[str] = frozenset()


class FindingsModel(TableModel[FindingRow]):
    """The findings; ``ticked`` says the key and whether it is on the tick list now."""

    ticked = Signal(str, bool)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        def since(row: FindingRow) -> str:
            """Return since when it is so."""
            return began(row.since, now()) if row.since else ""

        def known_from(row: FindingRow) -> str:
            """Return where it is known from."""
            return known_text(row, now())

        def sentence(row: FindingRow) -> str:
            """Return the row as one sentence."""
            return finding_sentence(row, since(row), known_from(row))

        columns: dict[FindingColumn, TableColumn[FindingRow]] = {
            FindingColumn.TICK: TableColumn(
                str, lambda _row: "", lambda row: row.key not in self._ticked
            ),
            FindingColumn.ACCOUNT: TableColumn(
                lambda: translate("findings", "Account"), attrgetter("name")
            ),
            FindingColumn.ANSWER: TableColumn(
                lambda: translate("findings", "Answer"),
                lambda row: answer_sign(row.answer).words,
                lambda row: _ANSWER_ORDER[row.answer],
            ),
            FindingColumn.FLAGS: TableColumn(
                lambda: translate("findings", "Flags"),
                lambda row: ", ".join(pill.words for pill in row.flags),
            ),
            FindingColumn.TAGS: TableColumn(
                lambda: translate("findings", "Tags"), lambda row: ", ".join(row.tags)
            ),
            FindingColumn.SINCE: TableColumn(
                lambda: translate("findings", "Since"), since, lambda row: row.since or NEVER
            ),
            FindingColumn.KNOWN_FROM: TableColumn(
                lambda: translate("findings", "Known from"),
                known_from,
                lambda row: (row.source, row.as_of or NEVER),
            ),
        }
        self._ticked: set[str] = set()
        super().__init__(columns, Sentences(attrgetter("key"), sentence), parent)

    def set_ticked(self, keys: Iterable[str]) -> None:
        """Tick these rows and no others; nothing is signalled."""
        self._ticked = set(keys)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, FindingColumn.TICK)
            self.dataChanged.emit(self.index(0, FindingColumn.TICK), last, [int(CHECK)])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that boxes can be ticked."""
        flags = super().flags(index)
        if self._has_box(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return what the view asks for."""
        if role != CHECK:
            return super().data(index, role)
        if not self._has_box(index):
            return None
        on = self.rows()[index.row()].key in self._ticked
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: Any, role: int = DISPLAY) -> bool:  # noqa: ANN401, N802
        """Tick or untick a row."""
        if role != CHECK or not self._has_box(index):
            return False
        key, on = self.rows()[index.row()].key, Qt.CheckState(value) == Qt.CheckState.Checked
        (self._ticked.add if on else self._ticked.discard)(key)
        self.dataChanged.emit(index, index, [int(CHECK)])
        self.ticked.emit(key, on)
        return True

    def _has_box(self, index: Index) -> bool:
        is_box = index.isValid() and index.column() == FindingColumn.TICK
        if not is_box:
            return False
        row = self.rows()[index.row()]
        # What was planned can be taken back, whatever the answer is by now.
        return row.key in self._ticked or (row.answer in TICKABLE and not row.spared)


_ANSWER_ORDER = {answer: number for number, answer in enumerate(Answer)}


def known_text(row: FindingRow, now: datetime) -> str:
    """Return where an answer comes from: ``follower pages, Mar 30``."""
    day = dated(day_of(row.as_of, zone_of(now)), now) if row.as_of else ""
    return ", ".join(part for part in (row.source, day) if part)


def finding_sentence(row: FindingRow, since: str, known: str) -> str:
    """Return one sentence about a finding for screen readers."""
    handle = [f"@{row.handle}"] if row.handle else []
    parts = [row.name, *handle, answer_sign(row.answer).words]
    parts += [pill.words for pill in row.flags]
    parts += row.tags
    if since:
        parts.append(translate("findings", "since %1").replace("%1", since))
    if known:
        parts.append(translate("findings", "known from %1").replace("%1", known))
    return f"{', '.join(parts)}."
