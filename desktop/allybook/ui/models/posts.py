"""The posts of a view: up to a million ids, and the rows that are looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, replace
from operator import neg
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject

from allybook.domain.book.entry import Kind
from allybook.ui import wording
from allybook.ui.models.recent import Recent
from allybook.ui.models.roles import DISPLAY, SENTENCE, Index, Role
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from allybook.ports import Row

PAGE = 25
PAGES_KEPT = 160


@dataclass(frozen=True, slots=True)
class Why:
    """Why a post is shown or quiet, in words such as ``giveaway wording +30``, weightiest first."""

    words: tuple[str, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post as its card shows it."""

    row: Row
    why: Why
    kind: Kind = Kind.PERSON
    unread: bool = False

    @property
    def name(self) -> str:
        """Return the author's name, or what else is known of the author."""
        author = self.row.author
        return (author.name or author.handle if author else "") or self.row.post.author_id

    @property
    def handle(self) -> str:
        """Return the author's handle with its @, or nothing."""
        author = self.row.author
        return f"@{author.handle}" if author and author.handle else ""


NOTHING = Why()


def no_reasons(_row: Row) -> Why:
    """Give no reason."""
    return NOTHING


def person(_row: Row) -> Kind:
    """Take every author for a person."""
    return Kind.PERSON


class PostsModel(QAbstractTableModel):
    """One column of posts, newest first, that is by falling id.

    ``fetch`` reads rows by id in the window's thread, a page at a time (it is asked for
    what is visible only); ``kinds`` tells persons from organisations.
    """

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Mapping[int, Row]],
        now: Callable[[], datetime],
        *,
        kinds: Callable[[Row], Kind] = person,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._now = now
        self._kinds = kinds
        self._explain: Callable[[Row], Why] = no_reasons
        self._order: Sequence[int] = array("q")
        self._unread: set[int] = set()
        self._pages: Recent[Mapping[int, PostRow]] = Recent(PAGES_KEPT)
        self._parts: Mapping[int, Callable[[PostRow], object]] = {
            DISPLAY: lambda shown: shown.row.post.text,
            SENTENCE: lambda shown: sentence(shown, self._now()),
            Role.ROW: lambda shown: shown,
            Role.WHY: lambda shown: shown.why,
            Role.UNREAD: lambda shown: shown.unread,
        }

    def show(self, order: Sequence[int], *, explain: Callable[[Row], Why] | None = None) -> None:
        """Show these posts, with the reasons that ``explain`` gives from now on."""
        self.beginResetModel()
        self._order = order
        self._explain = explain or self._explain
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Read again what is visible: the posts are the same, what is known of them changed."""
        self._pages.clear()
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, 0))

    def set_unread(self, post_ids: Collection[int]) -> None:
        """Take these posts, and no others, for unread."""
        self._unread = set(post_ids)
        self.refresh()

    def mark_read(self, post_id: int) -> None:
        """Take a post for read."""
        self._unread.discard(post_id)
        row = self.row_of(post_id)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def order(self) -> Sequence[int]:
        """Return the ids in the order shown."""
        return self._order

    def row_of(self, key: object) -> int | None:
        """Return where a post id is, or None."""
        place = self.place(key)
        found = place is not None and self._order[place] == key
        return place if found else None

    def place(self, key: object) -> int | None:
        """Return where a post id is, or else the next older post; None where nothing is shown."""
        if not isinstance(key, int) or not self._order:
            return None
        return min(bisect_left(self._order, -key, key=neg), len(self._order) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of posts."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return that there is one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return the id, or what else the card asks for; None for a post no longer kept."""
        if not index.isValid():
            return None
        post_id = self._order[index.row()]
        if role == Role.KEY:
            return post_id
        part = self._parts.get(role)
        shown = self._row(index.row(), post_id) if part else None
        return part(shown) if part and shown else None

    def _row(self, place: int, post_id: int) -> PostRow | None:
        number = place // PAGE
        shown = self._pages.get(number, lambda: self._read(number)).get(post_id)
        return replace(shown, unread=True) if shown and post_id in self._unread else shown

    def _read(self, number: int) -> Mapping[int, PostRow]:
        rows = self._fetch(self._order[number * PAGE : (number + 1) * PAGE])
        return {
            post_id: PostRow(row, self._explain(row), self._kinds(row))
            for post_id, row in rows.items()
        }


def why_word(why: Why) -> str:
    """Return the word before the reasons."""
    return translate("posts", "hidden:") if why.quiet else translate("posts", "kept:")


def sentence(shown: PostRow, now: datetime) -> str:
    """Return one sentence about a post for screen readers: who, ally, when, text, reason."""
    ally = translate("posts", "ally") if shown.row.ally else translate("posts", "not an ally")
    unread = [translate("posts", "unread")] if shown.unread else []
    when = wording.ago(shown.row.post.created_at, now)
    who = ", ".join([shown.name, ally, *unread, when])
    text = " ".join(shown.row.post.text.split())
    why = f" {why_word(shown.why)} {', '.join(shown.why.words)}." if shown.why.words else ""
    return f"{who}: {text}{why}"
