"""The posts of a view: up to a million ids, and the rows that are looked at."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject

from allybook.domain.book.entry import Kind
from allybook.domain.reading.gaps import Gap
from allybook.ui import wording
from allybook.ui.links import spoken_text
from allybook.ui.models.gaps import Blend
from allybook.ui.models.media import name_media
from allybook.ui.models.recent import Recent
from allybook.ui.models.roles import DISPLAY, SENTENCE, Index, Role
from allybook.ui.wording import nameless, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from allybook.ports.cache import Row
    from allybook.ui.models.gaps import GapRow

PAGE = 12
"""So many posts are read at once where somebody goes on from one to the next."""
FEW = 2
"""So many posts that come into sight are such a step; more are a jump."""
KEPT = 4_000


class Explanation(Struct, frozen=True):
    """Why a post is shown or quiet, in words such as ``giveaway wording +30``, weightiest first."""

    words: tuple[str, ...] = ()
    quiet: bool = False


class PostRow(Struct, frozen=True):
    """One post as its card shows it."""

    row: Row
    why: Explanation
    kind: Kind = Kind.PERSON
    unread: bool = False

    def __hash__(self) -> int:
        """Take equal posts for equal at once: a card is looked for in each frame that shows it."""
        return hash(self.row.post.post_id)

    @property
    def name(self) -> str:
        """Return the author's name, or what else is known of the author."""
        return self.known_name or nameless(self.row.post.author_id)

    @property
    def known_name(self) -> str:
        """Return the author's name or handle, nothing while X has not told either."""
        author = self.row.author
        return author.name or author.handle if author else ""

    @property
    def handle(self) -> str:
        """Return the author's handle with its @, or nothing."""
        author = self.row.author
        return f"@{author.handle}" if author and author.handle else ""


NOTHING = Explanation()


def no_reasons(_row: Row) -> Explanation:
    """Give no reason."""
    return NOTHING


def person(_row: Row) -> Kind:
    """Take every author for a person."""
    return Kind.PERSON


class PostsModel(QAbstractTableModel):
    """One column of posts, newest first, that is by falling id, and the gaps between them.

    ``fetch`` reads rows by id in the window's thread, a few at a time (it is asked for
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
        self._explain: Callable[[Row], Explanation] = no_reasons
        self._blend = Blend(array("q"))
        self._unread: set[int] = set()
        self._rows: Recent[PostRow | None] = Recent(KEPT)
        self._parts: Mapping[int, Callable[[PostRow], object]] = {
            DISPLAY: lambda shown: shown.row.post.text,
            SENTENCE: lambda shown: sentence(shown, self._now()),
            Role.WHY: lambda shown: shown.why,
            Role.UNREAD: lambda shown: shown.unread,
        }

    def show(
        self,
        order: Sequence[int],
        *,
        explain: Callable[[Row], Explanation] | None = None,
        gaps: Sequence[GapRow] = (),
    ) -> None:
        """Show these posts and gaps, with the reasons that ``explain`` gives from now on."""
        self.beginResetModel()
        self._blend = Blend(order, gaps)
        self._explain = explain or self._explain
        self._rows.clear()
        self.endResetModel()

    def show_gaps(self, gaps: Sequence[GapRow]) -> None:
        """Show these gaps between the posts that are there."""
        blend = Blend(self._blend.order, gaps)
        if blend.gaps == self._blend.gaps:
            return
        same = [one.gap for one in blend.gaps] == [one.gap for one in self._blend.gaps]
        if not same:
            self.beginResetModel()
        self._blend = blend
        if not same:
            self.endResetModel()
            return
        for row in blend.gap_rows():
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def refresh(self) -> None:
        """Read again what is visible: the posts are the same, what is known of them changed."""
        self._rows.clear()
        if len(self._blend):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._blend) - 1, 0))

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
        return self._blend.order

    def gap_rows(self) -> tuple[int, ...]:
        """Return the rows that are gaps, from the top."""
        return self._blend.gap_rows()

    def row_of(self, key: object) -> int | None:
        """Return where a post id or a gap is, or None."""
        if isinstance(key, Gap):
            return self._blend.row_of_gap(key)
        row = self.row_near(key)
        found = row is not None and self._blend.order[self._blend.post_at(row)] == key
        return row if found else None

    def row_near(self, key: object) -> int | None:
        """Return where a post id or a gap is, or else the next older post; None for nothing."""
        if isinstance(key, Gap):
            row = self._blend.row_of_gap(key)
            return self._blend.row_near(int(key.newer) - 1) if row is None else row
        return self._blend.row_near(key) if isinstance(key, int) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of posts and gaps."""
        return 0 if parent.isValid() else len(self._blend)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return that there is one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Return the id, or what else the card asks for; little for a post no longer kept."""
        if not index.isValid():
            return None
        if role == Role.ROW:
            return self.row_at(index.row())
        gap = self._blend.gap_at(index.row())
        if gap is not None:
            return _of_gap(gap, role)
        place = self._blend.post_at(index.row())
        post_id = self._blend.order[place]
        if role == Role.KEY:
            return post_id
        part = self._parts.get(role)
        shown = self._row(place, post_id) if part else None
        if part and shown:
            return part(shown)
        return gone_words() if role == SENTENCE else None

    def row_at(self, row: int) -> PostRow | GapRow | None:
        """Return what a row shows; None for a post no longer kept."""
        gap = self._blend.gap_at(row)
        place = self._blend.post_at(row)
        return self._row(place, self._blend.order[place]) if gap is None else gap

    def read_aside(self, post_id: int) -> PostRow | None:
        """Read a post that may be none of those shown; None where it is not kept."""
        row = self._fetch([post_id]).get(post_id)
        return PostRow(row, self._explain(row), self._kinds(row)) if row else None

    def look_at(self, rows: range) -> None:
        """Read what is about to be seen, after a jump: all of it at once, and no more."""
        first, last = self._blend.post_at(rows.start), self._blend.post_at(rows.stop - 1)
        places = range(first, min(last + 1, len(self._blend.order)))
        unread = [place for place in places if place not in self._rows]
        if len(unread) > FEW:
            self._read(unread)

    def _row(self, place: int, post_id: int) -> PostRow | None:
        shown = self._rows.get(place, lambda: self._read_page(place))
        return replace(shown, unread=True) if shown and post_id in self._unread else shown

    def _read_page(self, place: int) -> PostRow | None:
        start = place - place % PAGE
        return self._read(range(start, min(start + PAGE, len(self._blend.order)))).get(place)

    def _read(self, places: Sequence[int]) -> Mapping[int, PostRow]:
        """Read posts of the order and keep them; return those that are still there."""
        order, found = self._blend.order, {}
        rows = self._fetch([order[place] for place in places])
        for place in places:
            row = rows.get(order[place])
            if row is not None:
                found[place] = PostRow(row, self._explain(row), self._kinds(row))
            self._rows.keep(place, found.get(place))
        return found


def _of_gap(row: GapRow, role: int) -> object:
    """Return what a view asks of a gap."""
    parts: Mapping[int, object] = {
        DISPLAY: row.words,
        SENTENCE: row.sentence,
        Role.KEY: row.gap,
        Role.UNREAD: False,
    }
    return parts.get(role)


def gone_words() -> str:
    """Return what stands for a post that is no longer kept."""
    return translate("posts", "This post is no longer kept here.")


def why_word(why: Explanation) -> str:
    """Return the word before the reasons."""
    return translate("posts", "hidden:") if why.quiet else translate("posts", "kept:")


def sentence(shown: PostRow, now: datetime) -> str:
    """Return one sentence about a post for screen readers: who, ally, when, text, reason."""
    ally = translate("posts", "ally") if shown.row.ally else translate("posts", "not an ally")
    unread = [translate("posts", "unread")] if shown.unread else []
    when = wording.ago(shown.row.post.created_at, now)
    # A name can be copied, a handle cannot.
    named = (shown.name, f"@{shown.name}")
    handle = [shown.handle] if shown.handle and shown.handle not in named else []
    who = ", ".join([shown.name, *handle, ally, *unread, when])
    text = spoken_text(shown.row.post)
    media = translate("posts", "With %1.").replace("%1", name_media(shown.row.post.media))
    carries = f" {media}" if shown.row.post.media else ""
    why = f" {why_word(shown.why)} {', '.join(shown.why.words)}." if shown.why.words else ""
    return f"{who}: {text}{carries}{why}"
