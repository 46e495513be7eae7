"""A chat as rows: questions that fold, and the posts under them."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from allybook.domain.book.entry import Kind
from allybook.ui.links import spoken_text
from allybook.ui.models.roles import DISPLAY, Index, Role
from allybook.ui.wording import clock, moment_of, short_clock, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import datetime

    from allybook.domain.posts import Post
    from allybook.ui.models.pills import Pill


class ChatColumn(IntEnum):
    """The one column."""

    POST = 0


class Shown(StrEnum):
    """How much of its time a post of a chat shows: ``9:05``, ``9:05 AM``, ``Mar 30, 9:05 AM``."""

    SHORT = "short"
    HALF = "half"
    DAY = "day"


class ChatPost(Struct, frozen=True):
    """One post of a chat; ``handle`` has no @, ``name`` is ``@handle`` where nothing else is known.

    ``lead`` is how many characters at its beginning are the number of the answer (``A3:``);
    ``named`` how many allies it names; ``badge`` such as *Guest* or *answers Q3 by reply*.
    ``shown`` says how much of its time is no matter of course.
    """

    post: Post
    name: str
    handle: str
    kind: Kind = Kind.PERSON
    badge: Pill | None = None
    lead: int = 0
    named: int = 0
    shown: Shown = Shown.SHORT


class ChatGroup(Struct, frozen=True):
    """One question with its posts, oldest first.

    ``label`` is ``Q3`` or ``Introductions``; ``aside`` stands at the right (``31 answers``). The
    ``current`` question is open and pinned. ``other_day`` says that it was asked on another day
    than the chat was.
    """

    key: str
    label: str
    words: str = ""
    aside: str = ""
    posts: tuple[ChatPost, ...] = ()
    asked_at: datetime | None = None
    current: bool = False
    other_day: bool = False


ChatRow = ChatGroup | ChatPost


class ChatRowsModel(QAbstractTableModel):
    """The rows of a chat, folded as the person folded them."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._groups: Sequence[ChatGroup] = ()
        self._chosen: dict[str, bool] = {}
        self._rows: Sequence[ChatRow] = ()
        self._places: dict[Hashable, int] = {}

    def show(self, groups: Sequence[ChatGroup]) -> None:
        """Show these questions; those that the person folded or opened stay so."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._flatten()
        self.endResetModel()

    def toggle(self, key: str) -> None:
        """Fold an open question, open a folded one."""
        group = next((group for group in self._groups if group.key == key), None)
        if group is None:
            return
        self.beginResetModel()
        self._chosen[key] = not self.is_open(group)
        self._flatten()
        self.endResetModel()

    def is_open(self, group: ChatGroup) -> bool:
        """Return whether a question's posts are shown."""
        return self._chosen.get(group.key, group.current)

    def rows(self) -> Sequence[ChatRow]:
        """Return the rows as shown."""
        return self._rows

    def group_rows(self) -> Sequence[tuple[int, ChatGroup]]:
        """Return where the questions stand."""
        return [(self._places[group.key], group) for group in self._groups]

    def row_of(self, key: object) -> int | None:
        """Return where a question (by key) or a post (by id as a number) is shown, or None."""
        return self._places.get(key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return that there is one column."""
        return 0 if parent.isValid() else len(ChatColumn)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return what the view asks for."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Role.ROW:
                return row
            case Role.KEY:
                return _key(row)
            case Qt.ItemDataRole.DisplayRole:
                return row.post.text if isinstance(row, ChatPost) else row.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(row)
        return None

    def _flatten(self) -> None:
        rows: list[ChatRow] = []
        for group in self._groups:
            rows.append(group)
            if self.is_open(group):
                rows.extend(group.posts)
        self._rows = rows
        self._places = {_key(row): place for place, row in enumerate(rows)}

    def _sentence(self, row: ChatRow) -> str:
        if isinstance(row, ChatPost):
            return post_sentence(row, self._now())
        state = translate("chat", "open") if self.is_open(row) else translate("chat", "folded")
        return group_sentence(row, state, self._now())


def _key(row: ChatRow) -> Hashable:
    return int(row.post.post_id) if isinstance(row, ChatPost) else row.key


def named_text(number: int) -> str:
    """Return how many allies a post names: ``2 named``."""
    return translate("chat", "%n named", "", number)


def time_text(row: ChatPost, now: datetime) -> str:
    """Return when a post was written, as far as that is no matter of course."""
    say = {Shown.SHORT: short_clock, Shown.HALF: clock, Shown.DAY: moment_of}[row.shown]
    return say(row.post.created_at, now)


def asked_text(group: ChatGroup, now: datetime) -> str:
    """Return a question's number and time: ``Q3, asked 3:20 PM``; with its day, if another."""
    if group.asked_at is None:
        return group.label
    say = moment_of if group.other_day else clock
    text = translate("chat", "%1, asked %2")
    return text.replace("%1", group.label).replace("%2", say(group.asked_at, now))


def group_sentence(group: ChatGroup, state: str, now: datetime) -> str:
    """Return one sentence about a question for screen readers."""
    label = asked_text(group, now) if group.current else group.label
    parts = [part for part in (group.words, group.aside, state) if part]
    return f"{label}: {', '.join(parts)}."


def post_sentence(row: ChatPost, now: datetime) -> str:
    """Return one sentence about a post of a chat for screen readers."""
    parts = [row.name]
    if row.handle and row.name != f"@{row.handle}":
        parts.append(f"@{row.handle}")
    parts.append(time_text(row, now))
    if row.badge:
        parts.append(row.badge.words)
    if row.named:
        parts.append(named_text(row.named))
    return f"{', '.join(parts)}: {spoken_text(row.post)}"
