"""What an account is: as a person said, else as its profile tells or, before that, its handle.

That somebody is a person is written by nobody but a person. Where nothing is said the fold gives
one, and so it stays open what a profile tells as soon as somebody reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.conflicts import arrange, standing
from allybook.domain.book.entry import Bag, Field, Kind, Status
from allybook.domain.book.fold import fold
from allybook.domain.book.pen import Draft, sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen

LISTED = frozenset({Status.NOMINATED, Status.APPROVED})


def is_open(record: Sequence[Entry]) -> bool:
    """Return whether nobody said what an account is; ``record`` is arranged.

    Earlier versions wrote "person" where they had found no profile of whom a chat named.
    """
    said = {version.entry_id for version in standing(record).get(Field.KIND, ())}
    return all(_is_guess(entry) for entry in record if entry.entry_id in said)


def learn_organisation(entries: Iterable[Entry], pen: Pen) -> Entry:
    """Take an account for an organisation, as its profile tells; empty where somebody said more."""
    record = arrange(entries)
    ally = fold(record)
    open_yet = ally is not None and ally.kind is Kind.PERSON and ally.status in LISTED
    fields: dict[str, str] = {}
    if open_yet and is_open(record):
        fields = {Field.KIND: Kind.ORGANISATION}
    return sign(Draft(set=fields), ally.key if ally else "", record, pen)


def _is_guess(entry: Entry) -> bool:
    found = entry.set.get(Field.STATUS) == Status.NOMINATED and Bag.EVIDENCE in entry.add
    return not entry.set[Field.KIND] or (found and entry.set[Field.KIND] == Kind.PERSON)
