"""From the entries of one record to the ally that they give.

A book is a set of entries, so the fold knows no order: the same entries, shuffled, repeated or
gathered in parts, give the same ally on every laptop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.ally import Ally, Flag, Note
from allybook.domain.book.conflicts import NOTE, arrange, differing, replaced, standing
from allybook.domain.book.entry import Bag, Field, Kind, Status
from allybook.domain.book.status import opted_out, statuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Entry

Versions = tuple["Version", ...]
TEXT_FIELDS = (Field.HANDLE, Field.USER_ID, Field.KIND, Field.CATEGORY, Field.REASON)
ACCOUNT_KINDS = frozenset({Kind.ORGANISATION, Kind.PERSON})


def fold(entries: Iterable[Entry]) -> Ally | None:
    """Return the ally of one record: all entries of all keys that alias together.

    None where there is nothing: no entries, or an erasure among them.
    """
    record = arrange(entries)
    if not record or any(entry.erased for entry in record):
        return None
    fields = _fields(record)
    status, conflicts, flags = _standing_of(record, fields)
    key = key_of(record)
    return Ally(
        key=key,
        handle=_first(fields[Field.HANDLE]) or _name_in(key, record),
        user_id=key if key.isdecimal() else _first(fields[Field.USER_ID]) or None,
        kind=Kind.HASHTAG if key.startswith("#") else _account_kind(fields[Field.KIND]),
        status=status,
        category=_first(fields[Field.CATEGORY]),
        reason=_first(fields[Field.REASON]),
        tags=words(record, Bag.TAGS),
        hashtags=words(record, Bag.HASHTAGS),
        evidence=words(record, Bag.EVIDENCE),
        notes=_notes(record),
        flags=flags,
        conflicts=conflicts,
        first_at=record[0].at,
        last_at=record[-1].at,
        entries=len(record),
    )


def words(entries: Sequence[Entry], bag: Bag) -> tuple[str, ...]:
    """Return the words in a bag, in alphabetical order.

    A word is in as long as one adding of it is not named under ``bag:word`` by a dropping.
    """
    gone = replaced(entry for entry in entries if bag in entry.drop)
    return tuple(
        sorted(
            {
                word
                for entry in entries
                for word in entry.add.get(bag, ())
                if entry.entry_id not in gone.get(f"{bag}:{word}", ())
            }
        )
    )


def aliases(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return, for each record key that goes on under another, that other key.

    Where two people said different things of one key, the newest counts. An erasure mark names
    the other keys of its record under ``add["alias"]``, since it outlives the alias entries.
    """
    by_key: dict[str, list[Entry]] = {}
    others: dict[str, str] = {}
    for entry in arrange(entries):
        if Field.ALIAS in entry.set:
            by_key.setdefault(entry.ally, []).append(entry)
        if entry.erased:
            others.update(dict.fromkeys(entry.add.get(Field.ALIAS, ()), entry.ally))
    chosen = {key: _first(standing(said).get(Field.ALIAS, ())) for key, said in by_key.items()}
    return others | {key: alias for key, alias in chosen.items() if alias and alias != key}


def resolve(aliases: Mapping[str, str], key: str) -> str:
    """Return the key that a record goes on as, following aliases to their end.

    In a circle, which only two contradicting people can make, it is the same key for all: a user
    id before a handle, then the smallest.
    """
    path = [key]
    while (following := aliases.get(path[-1])) is not None:
        if following in path:
            return _best(path[path.index(following) :])
        path.append(following)
    return path[-1]


def key_of(entries: Sequence[Entry]) -> str:
    """Return the record key that the entries of one record (at least one) go on as."""
    known = aliases(entries)
    return _best({resolve(known, entry.ally) for entry in entries})


def _fields(record: Sequence[Entry]) -> Mapping[str, Versions]:
    versions = standing(record)
    return {name: differing(versions.get(name, ())) for name in TEXT_FIELDS}


def _standing_of(
    record: Sequence[Entry], fields: Mapping[str, Versions]
) -> tuple[Status, Mapping[str, Versions], frozenset[Flag]]:
    """Return the status, the conflicts of all fields, and the flags."""
    versions, brought_back = statuses(record)
    out = opted_out(record)
    status = Status.OPTED_OUT if out else Status(_first(versions) or Status.NOMINATED)
    all_fields = fields if out else {**fields, Field.STATUS: differing(versions)}
    conflicts = {str(name): those for name, those in all_fields.items() if len(those) > 1}
    flags = {Flag.BROUGHT_BACK} if brought_back and not out else set()
    return status, conflicts, frozenset(flags | ({Flag.TWO_VERSIONS} if conflicts else set()))


def _first(versions: Sequence[Version]) -> str:
    return versions[0].value if versions else ""


def _account_kind(versions: Versions) -> Kind:
    """Return the newest kind that makes sense for an account.

    Until someone says what an account is, it gets the care that a person gets.
    """
    known = (Kind(version.value) for version in versions if version.value in ACCOUNT_KINDS)
    return next(known, Kind.PERSON)


def _notes(record: Sequence[Entry]) -> tuple[Note, ...]:
    gone = replaced(record).get(NOTE, frozenset())
    return tuple(
        Note(entry.entry_id, entry.note, entry.by, entry.at)
        for entry in record
        if entry.note and entry.entry_id not in gone
    )


def _best(keys: Iterable[str]) -> str:
    return min(keys, key=lambda key: (not key.isdecimal(), key))


def _name_in(key: str, record: Sequence[Entry]) -> str:
    """Return the handle or tag that the keys themselves tell, newest first; else nothing."""
    named = (entry.ally[1:] for entry in reversed(record) if entry.ally.startswith(("@", "#")))
    return key[1:] if key.startswith(("@", "#")) else next(named, "")
