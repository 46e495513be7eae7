"""Merge two records that are one ally: with entries, so that it travels and can be undone.

Two entries do it. The first, under the key that is kept, says of each field what counts, so that no
conflict is left. The second lets the other key go on as that one. An undo of the second parts the
two records again, each as it was; where one of them opted out, both have for ever, and stay one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.conflicts import arrange
from allybook.domain.book.entry import Field, Kind, Status
from allybook.domain.book.fold import fold
from allybook.domain.book.keys import user_id_in
from allybook.domain.book.kinds import is_open
from allybook.domain.book.pen import Draft, sign
from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen

STRENGTH = (
    Status.OPTED_OUT,
    Status.APPROVED,
    Status.DECLINED,
    Status.NOMINATED,
    Status.REMOVED,
)
"""Which of two statuses a merged ally has: the first of these."""


class Merger(Struct, frozen=True):
    """What merging two allies gives. ``kept`` goes on, ``gone`` goes on as it.

    ``opts_out`` where only one of them had opted out: the other will have, for ever.
    """

    kept: Ally
    gone: Ally
    status: Status
    category: str

    @property
    def opts_out(self) -> bool:
        """Return whether merging opts out one who had not."""
        return Status.OPTED_OUT in {self.kept.status, self.gone.status} and (
            self.kept.status is not self.gone.status
        )


def plan_merger(one: Ally, other: Ally, *, keep: str = "") -> Merger:
    """Return what merging two allies gives; of two alike ``keep`` (or else the first) is kept.

    A record under a user id is kept before one under a handle. ``BadInput`` where they cannot be
    one.
    """
    if one.key == other.key:
        raise BadInput("This is one ally already; there is nothing to merge.")
    if Kind.HASHTAG in {one.kind, other.kind}:
        raise BadInput("Hashtags that are written differently are different; nothing was merged.")
    kept, gone = (other, one) if keep == other.key else (one, other)
    if user_id_in(gone.key) and not user_id_in(kept.key):
        kept, gone = gone, kept
    status = min(kept.status, gone.status, key=STRENGTH.index)
    return Merger(kept, gone, status, kept.category or gone.category)


def settle(kept: Sequence[Entry], gone: Sequence[Entry], pen: Pen) -> Entry:
    """Return the entry under the kept key that says what counts of each field that differs."""
    merger = _merger(kept, gone)
    record = arrange((*kept, *gone))
    fields: dict[str, str] = {
        Field.HANDLE: merger.kept.handle,
        Field.KIND: _kind_of(kept, gone),
        Field.CATEGORY: merger.category,
        Field.REASON: merger.kept.reason or merger.gone.reason,
    }
    if merger.status is not Status.OPTED_OUT:
        # Opting out needs no repeating: whoever said it is never contradicted.
        fields[Field.STATUS] = merger.status
    said = {name for entry in record for name in entry.set}
    told = {name: value for name, value in fields.items() if value or name in said}
    entry = sign(Draft(set=told), merger.kept.key, record, pen)
    # What the kept one had comes first: to that an undo goes back, once the two are parted.
    own = sign(Draft(set=told), merger.kept.key, arrange(kept), pen).seen
    first = {name: (*own.get(name, ()), *ids) for name, ids in entry.seen.items()}
    return replace(entry, seen={name: tuple(dict.fromkeys(ids)) for name, ids in first.items()})


def link(kept: Sequence[Entry], gone: Sequence[Entry], pen: Pen) -> Entry:
    """Return the entry that lets the other record go on under the kept key."""
    merger = _merger(kept, gone)
    record = arrange(gone)
    return sign(Draft(set={Field.ALIAS: merger.kept.key}), merger.gone.key, record, pen)


def _kind_of(kept: Sequence[Entry], gone: Sequence[Entry]) -> str:
    """Return what the one that is kept is said to be, else the other; nothing where nobody said."""
    said = (record for record in map(arrange, (kept, gone)) if not is_open(record))
    ally = next(map(fold, said), None)
    return ally.kind if ally else ""


def _merger(kept: Sequence[Entry], gone: Sequence[Entry]) -> Merger:
    one, other = fold(kept), fold(gone)
    if one is None or other is None:
        raise BadInput("One of the two is not in the book any more; nothing was merged.")
    return plan_merger(one, other, keep=one.key)
