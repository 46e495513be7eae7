"""Allies as the table shows them: the book joined with what X said about the same accounts.

Of all are known the line in the book and the name; the rest is read for those in sight.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from allybook.domain.book.entry import Kind, Status
from allybook.domain.people.accounts import Standing
from allybook.domain.posts import time_of
from allybook.ui.models.allies import AllyColumn, AllyRow, Listed, Pick
from allybook.ui.models.ally_rows import AllyRows
from allybook.ui.models.signs import (
    AllyStatus,
    brought_back_pill,
    gone_pill,
    opted_out_pill,
    private_pill,
    renamed_pill,
    suspended_pill,
    versions_pill,
)
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine
    from allybook.domain.check.followback import Answer
    from allybook.domain.people.accounts import Account, Face
    from allybook.ui.models.pills import Pill

KEPT = 4_000
"""So many rows are remembered; then all are forgotten, and those in sight made again."""
STATUSES = {status: AllyStatus(status.value) for status in Status}


class Beyond(Protocol):
    """What is read of accounts when they come in sight, or when the table is sorted by it."""

    def answers(self, user_ids: Sequence[str], faces: Mapping[str, Face]) -> Mapping[str, Answer]:
        """Return who follows whom, of those whom anybody ever looked for."""

    def latest(self, user_ids: Sequence[str]) -> Mapping[str, str]:
        """Return the newest post in the cache of each that has one."""

    def words(self, user_ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Return what ``is:`` asks of the profiles and posts of those of whom anything holds."""


class OnList(Struct, frozen=True):
    """Who is on the X List, and who is on the way, all by user id."""

    members: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()

    def of(self, user_id: str | None) -> Listed | None:
        """Return where an account stands on the list."""
        if user_id in self.members:
            return Listed.LEAVING if user_id in self.leaving else Listed.ON_LIST
        return Listed.WAITING if user_id in self.coming else None


class LightRows(AllyRows):
    """The lines of a book, with the faces (by user id) that the cache knows of them."""

    def __init__(
        self,
        lines: Sequence[AllyLine],
        faces: Mapping[str, Face],
        on_list: OnList,
        beyond: Beyond,
    ) -> None:
        super().__init__()
        self.lines = lines
        self.faces = faces
        self._on_list = on_list
        self._beyond = beyond
        self._rows: dict[int, AllyRow] = {}

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Return the places by record key."""
        return {line[0]: place for place, line in enumerate(self.lines)}

    @cached_property
    def statuses(self) -> Sequence[AllyStatus]:
        """Return where each stands: in the book, and if approved, also on the X List."""
        approved, there = Status.APPROVED, self._on_list
        return [
            _approved(there, line.user_id) if line.status is approved else STATUSES[line.status]
            for line in self.lines
        ]

    def tags(self) -> Sequence[tuple[str, ...]]:
        """Return the tags of each."""
        return [line.tags for line in self.lines]

    def disputed(self) -> Sequence[bool]:
        """Return of each whether a field of it has two versions."""
        return [bool(line.conflicts) for line in self.lines]

    def name(self, place: int) -> str:
        """Return the name as X shows it; without one, the handle or the tag."""
        line = self.lines[place]
        return name_of(line, self.faces.get(line.user_id or ""))

    def place(self, key: object) -> int | None:
        """Return the place of a record key, or None."""
        return self.places.get(str(key))

    def pick(self, place: int) -> Pick:
        """Return who a row is about."""
        line = self.lines[place]
        return Pick(line.key, self.statuses[place], line.kind)

    def row(self, place: int) -> AllyRow:
        """Return one row; where it was not prepared, it is read alone."""
        if place not in self._rows:
            self.prepare([place])
        return self._rows[place]

    def prepare(self, places: Sequence[int]) -> None:
        """Read what X said about these, in one go."""
        missing = [place for place in places if place not in self._rows]
        if len(self._rows) > KEPT:
            self._rows.clear()
            missing = list(places)
        ids = [one for place in missing if (one := self.lines[place].user_id)]
        answers = self._beyond.answers(ids, self.faces) if ids else {}
        latest = self._beyond.latest(ids) if ids else {}
        for place in missing:
            self._rows[place] = self._join(place, answers, latest)

    def values(self, column: AllyColumn) -> Sequence[Any]:
        """Return what a column sorts by."""
        return _VALUES[column](self)

    def ids(self) -> Sequence[str]:
        """Return the user ids that are known."""
        return [line.user_id for line in self.lines if line.user_id]

    def answers(self) -> Sequence[Answer | None]:
        """Return who follows whom, of all."""
        found = self._beyond.answers(self.ids(), self.faces)
        return [found.get(line.user_id or "") for line in self.lines]

    def words(self) -> Mapping[str, frozenset[str]]:
        """Return by user id what else a filter may ask: verified, quiet, no lists; of all."""
        return self._beyond.words(self.ids())

    def last_posts(self) -> Sequence[int | None]:
        """Return the newest post known of each; their numbers go by the time."""
        cached, faces = self._beyond.latest(self.ids()), self.faces
        ids = (line.user_id or "" for line in self.lines)
        return [_newest(faces.get(one), cached.get(one)) or None for one in ids]

    def listed(self, place: int) -> Listed | None:
        """Return where an ally stands on the X List."""
        return self._on_list.of(self.lines[place].user_id)

    def flags(self, place: int) -> tuple[Pill, ...]:
        """Return what should be noticed of an ally, beside its status."""
        line = self.lines[place]
        face = self.faces.get(line.user_id or "")
        own = (
            (bool(line.conflicts), versions_pill),
            (line.brought_back, brought_back_pill),
            (line.status is Status.OPTED_OUT, opted_out_pill),
        )
        return (*(_x_flags(line, face) if face else ()), *(make() for holds, make in own if holds))

    def _join(
        self, place: int, answers: Mapping[str, Answer], latest: Mapping[str, str]
    ) -> AllyRow:
        line = self.lines[place]
        user_id = line.user_id or ""
        face = self.faces.get(user_id)
        newest = _newest(face, latest.get(user_id))
        return AllyRow(
            key=line.key,
            name=name_of(line, face),
            handle=handle_of(line, face),
            kind=line.kind,
            category=line.category,
            tags=line.tags,
            status=self.statuses[place],
            answer=answers.get(user_id),
            last_post=_moment(newest),
            private=face is not None and face.private,
            versions=dict(line.conflicts),
            flags=self.flags(place),
            listed=self.listed(place),
            nominated_by=nominated_by(line),
        )


def name_of(ally: Ally | AllyLine, account: Account | Face | None) -> str:
    """Return the name as X shows it; without one, the handle or the tag."""
    if ally.kind is Kind.HASHTAG:
        return f"#{ally.handle}"
    return (account.name if account else "") or handle_of(ally, account) or ally.key


def handle_of(ally: Ally | AllyLine, account: Account | Face | None) -> str:
    """Return the handle of today, where X has told it."""
    return (account.handle if account else "") or ally.handle


def nominated_by(line: AllyLine) -> str:
    """Return who thought of an ally: ``Ana``, ``Ana and 2 more``, ``4 posts in a chat``."""
    first, *others = line.nominated_by or ("",)
    if others:
        words = translate("allies", "%1 and %n more", "", len(others))
        return words.replace("%1", first)
    if not line.namings:
        return first
    if line.namings == 1:
        return translate("allies", "1 post in a chat")
    return translate("allies", "%n posts in a chat", "", line.namings)


def _approved(there: OnList, user_id: str | None) -> AllyStatus:
    if user_id in there.members:
        return AllyStatus.ON_LIST
    return AllyStatus.WAITING if user_id in there.coming else AllyStatus.APPROVED


def _x_flags(line: AllyLine, face: Face) -> tuple[Pill, ...]:
    renamed = bool(line.handle and face.handle) and line.handle.lower() != face.handle.lower()
    made = (
        (face.private, private_pill),
        (face.standing is Standing.SUSPENDED, suspended_pill),
        (face.standing is Standing.GONE, gone_pill),
        (renamed, lambda: renamed_pill(line.handle)),
    )
    return tuple(make() for holds, make in made if holds)


def _newest(face: Face | None, cached: str | None) -> int:
    return max(int(cached or 0), int((face.latest_post_id if face else "") or 0))


def _moment(post_id: int) -> datetime | None:
    return time_of(str(post_id)) if post_id else None


def _all_names(rows: LightRows) -> Sequence[str]:
    faces = rows.faces
    return [name_of(line, faces.get(line.user_id or "")) for line in rows.lines]


def _all_handles(rows: LightRows) -> Sequence[str]:
    faces = rows.faces
    return [handle_of(line, faces.get(line.user_id or "")) for line in rows.lines]


def _all_flags(rows: LightRows) -> Sequence[str]:
    pills = map(rows.flags, range(len(rows)))
    return [", ".join(pill.words for pill in those) for those in pills]


_VALUES: Mapping[AllyColumn, Callable[[LightRows], Sequence[Any]]] = {
    AllyColumn.ALLY: _all_names,
    AllyColumn.CATEGORY: lambda rows: [line.category for line in rows.lines],
    AllyColumn.TAGS: lambda rows: [", ".join(line.tags) for line in rows.lines],
    AllyColumn.STATUS: lambda rows: rows.statuses,
    AllyColumn.FOLLOW_BACK: lambda rows: rows.answers(),
    AllyColumn.LAST_POST: lambda rows: rows.last_posts(),
    AllyColumn.HANDLE: _all_handles,
    AllyColumn.KIND: lambda rows: [line.kind for line in rows.lines],
    AllyColumn.LISTED: lambda rows: [rows.listed(place) for place in range(len(rows))],
    AllyColumn.FLAGS: _all_flags,
    AllyColumn.NOMINATED_BY: lambda rows: [nominated_by(line) for line in rows.lines],
}
