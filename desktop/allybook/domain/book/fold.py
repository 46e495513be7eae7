"""From the entries of one record to the ally that they give.

A book is a set of entries, so the fold knows no order: the same entries, shuffled, repeated or
gathered in parts, give the same ally on every laptop.
"""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from allybook.domain.book.ally import Ally, Flag, Note
from allybook.domain.book.conflicts import NOTE, arrange, differing, replaced, standing
from allybook.domain.book.entry import Bag, Field, Kind, Status
from allybook.domain.book.keys import is_hashtag
from allybook.domain.book.record import kept
from allybook.domain.book.status import opted_out, statuses
from allybook.domain.hashtags import ease

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.record import Record

Versions = tuple["Version", ...]
# As plain words, and looked up once: a book of 50,000 is folded in one go.
HANDLE, USER_ID, KIND = Field.HANDLE.value, Field.USER_ID.value, Field.KIND.value
CATEGORY, REASON, STATUS = Field.CATEGORY.value, Field.REASON.value, Field.STATUS.value
ALIAS = Field.ALIAS.value
TEXT_FIELDS = (HANDLE, USER_ID, KIND, CATEGORY, REASON)
BAGS = (Bag.TAGS.value, Bag.HASHTAGS.value, Bag.EVIDENCE.value)
OPTED_OUT, NOMINATED = Status.OPTED_OUT, Status.NOMINATED
FOLD = "fold"
ACCOUNT_KINDS = frozenset({Kind.ORGANISATION, Kind.PERSON})
ACCOUNTS: Mapping[str, Kind] = {kind.value: kind for kind in ACCOUNT_KINDS}
STATUSES: Mapping[str, Status] = {status.value: status for status in Status}


def fold(entries: Iterable[Entry]) -> Ally | None:
    """Return the ally of one record: all entries of all keys that alias together.

    None where there is nothing: no entries, or an erasure among them.
    """
    return _fold(arrange(entries))


def know_fold(record: Record, ally: Ally) -> None:
    """Remember which ally a record is known to give, so that it is not folded again."""
    record.known[FOLD] = ally


@kept(FOLD)
def _fold(record: Sequence[Entry]) -> Ally | None:
    if not record or any(entry.erased for entry in record):
        return None
    fields = _fields(record)
    status, conflicts, flags = _standing_of(record, fields)
    key = key_of(record)
    is_tag = is_hashtag(key)
    bags = {bag for entry in record for bag in entry.add}
    tags, hashtags, evidence = (words(record, bag) if bag in bags else () for bag in BAGS)
    return Ally(
        key=key,
        handle=(_tag(record) if is_tag else _first(fields[HANDLE])) or _name_in(key, record),
        user_id=key if key.isdecimal() else _first(fields[USER_ID]) or None,
        kind=Kind.HASHTAG if is_tag else _account_kind(fields[KIND]),
        status=status,
        category=_first(fields[CATEGORY]),
        reason=_first(fields[REASON]),
        tags=tags,
        hashtags=hashtags,
        evidence=evidence,
        notes=_notes(record),
        flags=flags,
        conflicts=conflicts,
        first_at=record[0].at,
        last_at=record[-1].at,
        entries=len(record),
    )


def words(entries: Sequence[Entry], bag: str) -> tuple[str, ...]:
    """Return the words in a bag, in alphabetical order.

    A word is in as long as one adding of it is not named under ``bag:word`` by a dropping.
    """
    adding = [entry for entry in entries if bag in entry.add]
    dropping = [entry for entry in entries if bag in entry.drop]
    if not dropping:
        return tuple(sorted({word for entry in adding for word in entry.add[bag]}))
    gone = replaced(dropping)
    return tuple(
        sorted(
            {
                word
                for entry in adding
                for word in entry.add[bag]
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


def resolve(aliases: Mapping[str, str], keys: Iterable[str]) -> Mapping[str, str]:
    """Return the key that the record of each key goes on as, following aliases to their end.

    In a circle, which only two contradicting people can make, it is the same key for all: a user
    id before a handle, then the smallest. No alias is followed twice, however long their chain is.
    """
    ends: dict[str, str] = {}
    for key in keys:
        path: dict[str, None] = {}
        last, following = key, aliases.get(key)
        while following is not None and last not in ends and last not in path:
            path[last] = None
            last, following = following, aliases.get(following)
        if last not in ends:
            circle = dropwhile(last.__ne__, path) if last in path else (last,)
            ends[last] = _best(circle)
        ends.update(dict.fromkeys(path, ends[last]))
    return ends


def key_of(entries: Sequence[Entry]) -> str:
    """Return the record key that the entries of one record (at least one) go on as."""
    first = entries[0].ally
    if all(entry.ally == first and not _links(entry) for entry in entries):
        return first
    ends = resolve(aliases(entries), (entry.ally for entry in entries))
    return _best({ends[entry.ally] for entry in entries})


def _links(entry: Entry) -> bool:
    return entry.erased or ALIAS in entry.set


def _fields(record: Sequence[Entry]) -> Mapping[str, Versions]:
    versions = standing(record)
    return {name: differing(versions.get(name, ())) for name in TEXT_FIELDS}


def _standing_of(
    record: Sequence[Entry], fields: Mapping[str, Versions]
) -> tuple[Status, Mapping[str, Versions], frozenset[Flag]]:
    """Return the status, the conflicts of all fields, and the flags."""
    versions, brought_back = statuses(record)
    out = opted_out(record)
    status = OPTED_OUT if out else STATUSES.get(_first(versions), NOMINATED)
    conflicts = {name: those for name, those in fields.items() if len(those) > 1}
    if not out and len(several := differing(versions)) > 1:
        conflicts[STATUS] = several
    flags = {Flag.BROUGHT_BACK} if brought_back and not out else set()
    return status, conflicts, frozenset(flags | ({Flag.TWO_VERSIONS} if conflicts else set()))


def _first(versions: Sequence[Version]) -> str:
    return versions[0].value if versions else ""


def _tag(record: Sequence[Entry]) -> str:
    """Return a hashtag in the newest of its most readable spellings that stand."""
    versions = standing(record).get(Field.HANDLE, ())
    return max(versions, key=lambda one: ease(one.value)).value if versions else ""


def _account_kind(versions: Versions) -> Kind:
    """Return the newest kind that makes sense for an account.

    Until someone says what an account is, it gets the care that a person gets.
    """
    known = (kind for version in versions if (kind := ACCOUNTS.get(version.value)))
    return next(known, Kind.PERSON)


def _notes(record: Sequence[Entry]) -> tuple[Note, ...]:
    noted = [entry for entry in record if entry.note]
    gone = replaced(record).get(NOTE, ()) if noted else ()
    return tuple(
        Note(entry.entry_id, entry.note, entry.by, entry.at)
        for entry in noted
        if entry.entry_id not in gone
    )


def _best(keys: Iterable[str]) -> str:
    return min(keys, key=lambda key: (not key.isdecimal(), key))


def _name_in(key: str, record: Sequence[Entry]) -> str:
    """Return the handle or tag that the keys themselves tell, newest first; else nothing."""
    named = (entry.ally[1:] for entry in reversed(record) if entry.ally.startswith(("@", "#")))
    return key[1:] if key.startswith(("@", "#")) else next(named, "")
