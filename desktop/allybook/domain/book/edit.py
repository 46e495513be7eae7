"""Turn what a person does into one entry.

Each function is pure: the entries of one ally as this laptop knows them, what to do, and a pen.
An entry that would change nothing is empty (``is_empty``); it need not be kept, and does no
harm if it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.ally import Flag
from allybook.domain.book.conflicts import arrange, standing
from allybook.domain.book.entry import Bag, Field, Kind, Status
from allybook.domain.book.fold import ACCOUNT_KINDS, fold, key_of
from allybook.domain.book.keys import hashtag_key, is_hashtag
from allybook.domain.book.kinds import is_open
from allybook.domain.book.pen import Draft, Pen, is_empty, sign
from allybook.domain.errors import BadInput
from allybook.domain.hashtags import ease, is_tag
from allybook.domain.people.accounts import HANDLE, USER_ID
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally, Version
    from allybook.domain.book.entry import Elements, Entry

__all__ = [
    "Nominee",
    "Pen",
    "add_tags",
    "approve",
    "choose",
    "decline",
    "drop_tags",
    "erase",
    "identify",
    "is_empty",
    "nominate",
    "note",
    "opt_out",
    "question",
    "remove",
    "reopen",
    "set_fields",
]

PLAIN_FIELDS = frozenset({Field.HANDLE, Field.KIND, Field.CATEGORY, Field.REASON})
"""Fields that ``set_fields`` writes; the others change through a verb of their own."""


class Nominee(Struct, frozen=True):
    """Who or what is nominated: the record key, the handle (or tag) as written, and why.

    ``evidence`` holds ``post_id:user_id`` words.
    """

    key: str
    handle: str
    kind: Kind
    category: str = ""
    tags: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def nominate(
    entries: Iterable[Entry], nominee: Nominee, pen: Pen, *, by_hand: bool = False
) -> Entry:
    """Propose an ally, or add what is new to one that the book has.

    What people wrote or decided stays. A removed ally is proposed again only by evidence that it
    did not have, or ``by_hand``: a chat that is read once more says nothing new. A hashtag is known
    by the spelling that is easiest to read. For who opted out or was erased, and for who stays
    removed, the entry is empty: one of them must not stop the others of a chat.
    """
    record = arrange(entries)
    values, bags = _fields_of(nominee), _bags_of(nominee)
    if not record:
        return sign(Draft(set=values, add=bags), nominee.key, record, pen)
    ally = fold(record)
    if ally is None or ally.status == Status.OPTED_OUT:
        return sign(Draft(), nominee.key, record, pen)
    missing = _missing(ally, bags)
    known = standing(record)
    fields = {name: value for name, value in values.items() if name not in known}
    if Field.KIND in values and ally.kind is Kind.PERSON and is_open(record):
        fields[Field.KIND] = values[Field.KIND]
    if ally.status == Status.REMOVED:
        if not (by_hand or Bag.EVIDENCE in missing):
            return sign(Draft(), ally.key, record, pen)
        fields[Field.STATUS] = Status.NOMINATED
    if is_hashtag(ally.key) and _is_better_written(nominee.handle, ally, record):
        fields[Field.HANDLE] = nominee.handle
    return sign(Draft(set=fields, add=missing), ally.key, record, pen)


def approve(entries: Iterable[Entry], pen: Pen) -> Entry:
    """Count on an ally from now on; why it was declined or removed before counts no more."""
    return _decide(entries, Status.APPROVED, "", pen)


def decline(entries: Iterable[Entry], reason: str, pen: Pen) -> Entry:
    """Say no to a nomination, and why (the reason may be empty)."""
    return _decide(entries, Status.DECLINED, reason, pen)


def question(entries: Iterable[Entry], pen: Pen, *, evidence: str) -> Entry:
    """Ask anew about an ally that was approved: it is nominated again, and ``evidence`` says why.

    For an ally that is not approved the entry is empty: about that one nobody has to be asked.
    """
    record = arrange(entries)
    ally = fold(record)
    if ally is None or ally.status != Status.APPROVED:
        return sign(Draft(), key_of(record), record, pen)
    words = _missing(ally, {Bag.EVIDENCE: (evidence,)})
    draft = Draft(set={Field.STATUS: Status.NOMINATED}, add=words)
    return sign(draft, ally.key, record, pen)


def reopen(entries: Iterable[Entry], pen: Pen) -> Entry:
    """Let whoever was declined wait in the inbox once more; why they were declined stays with them.

    For an ally that is not declined the entry is empty.
    """
    record = arrange(entries)
    ally = _open(record)
    declined = ally.status == Status.DECLINED
    fields: dict[str, str] = {Field.STATUS: Status.NOMINATED} if declined else {}
    return sign(Draft(set=fields), ally.key, record, pen)


def remove(entries: Iterable[Entry], pen: Pen, *, reason: str = "") -> Entry:
    """Take an ally out of the book; its history stays, and it can come back."""
    return _decide(entries, Status.REMOVED, reason, pen)


def opt_out(entries: Iterable[Entry], key: str, pen: Pen) -> Entry:
    """Never list someone again, because they asked; ``key`` serves where the book has no entry."""
    record = arrange(entries)
    ally = fold(record)
    if record and ally is None:
        raise BadInput("They were erased from this book and cannot be listed; nothing to do.")
    done = ally is not None and ally.status == Status.OPTED_OUT
    fields: dict[str, str] = {} if done else {Field.STATUS: Status.OPTED_OUT}
    return sign(Draft(set=fields), key_of(record) if record else key, record, pen)


def erase(entries: Iterable[Entry], pen: Pen) -> Entry:
    """Write the mark that voids every other entry of an ally, here and on every laptop.

    It names all keys of the record, since the entries that linked them are erased too.
    """
    record = arrange(entries)
    if not record:
        raise BadInput("There is no such ally in this book; nothing was erased.")
    key = key_of(record)
    marks = (entry for entry in record if entry.erased)
    named = {other for mark in marks for other in mark.add.get(Field.ALIAS, ())}
    others = sorted((named | {entry.ally for entry in record}) - {key})
    draft = Draft(add={Field.ALIAS: tuple(others)} if others else {})
    return replace(sign(draft, key, (), pen), erased=True)


def set_fields(entries: Iterable[Entry], fields: Mapping[str, str], pen: Pen) -> Entry:
    """Write the group's own words about an ally: category, kind, handle or reason."""
    record = arrange(entries)
    ally = _open(record)
    tidy = {name: " ".join(value.split()) for name, value in fields.items()}
    for name, value in tidy.items():
        _check(ally, name, value)
    known = standing(record)
    changed = {
        name: value
        for name, value in tidy.items()
        if {value} != {version.value for version in known.get(name, ())}
    }
    return sign(Draft(set=changed), ally.key, record, pen)


def add_tags(entries: Iterable[Entry], tags: Iterable[str], pen: Pen) -> Entry:
    """Add tags; one that is there already, in any case, is not added twice."""
    record = arrange(entries)
    ally = _open(record)
    return sign(Draft(add=_missing(ally, {Bag.TAGS: _words(tags)})), ally.key, record, pen)


def drop_tags(entries: Iterable[Entry], tags: Iterable[str], pen: Pen) -> Entry:
    """Take tags away, in any case; one that someone adds meanwhile elsewhere stays."""
    record = arrange(entries)
    ally = _open(record)
    unwanted = {word.casefold() for word in _words(tags)}
    words = tuple(word for word in ally.tags if word.casefold() in unwanted)
    return sign(Draft(drop={Bag.TAGS: words} if words else {}), ally.key, record, pen)


def note(entries: Iterable[Entry], text: str, pen: Pen) -> Entry:
    """Add a dated remark."""
    record = arrange(entries)
    return sign(Draft(note=text.strip()), _open(record).key, record, pen)


def identify(entries: Iterable[Entry], user_id: str, pen: Pen) -> Entry:
    """Let a record known by handle go on under its user id, once X has told it."""
    record = arrange(entries)
    if not record or USER_ID.fullmatch(user_id) is None:
        raise BadInput(
            speak(
                "{user_id!r} cannot be linked to this ally; nothing was changed.", user_id=user_id
            )
        )
    key = key_of(record)
    if key != user_id and not key.startswith("@"):
        raise BadInput(
            speak(
                "This ally is known as {key}, which is not {user_id}; nothing was changed.",
                key=key,
                user_id=user_id,
            )
        )
    fields: Mapping[str, str] = {} if key == user_id else {Field.ALIAS: user_id}
    return sign(Draft(set=fields), key, record, pen)


def choose(entries: Iterable[Entry], field: str, version: Version, pen: Pen) -> Entry:
    """Settle a conflict: this version's value replaces all others."""
    record = arrange(entries)
    ally = _open(record)
    if version.value not in {one.value for one in ally.conflicts.get(field, ())}:
        raise BadInput("Someone has settled this in the meantime; look again, nothing was changed.")
    return sign(Draft(set={field: version.value}), ally.key, record, pen)


def _open(record: Sequence[Entry]) -> Ally:
    """Return the ally, or say why nothing may be written about it."""
    if not record:
        raise BadInput("There is no such ally in this book; nominate it first.")
    ally = fold(record)
    if ally is None:
        raise BadInput("They asked to be erased from this book; nothing is written about them.")
    if ally.status == Status.OPTED_OUT:
        raise BadInput(
            speak("{who} has opted out of this book and is not listed again.", who=_called(ally))
        )
    return ally


def _called(ally: Ally) -> str:
    return f"{'#' if ally.kind == Kind.HASHTAG else '@'}{ally.handle}"


def _decide(entries: Iterable[Entry], status: Status, reason: str, pen: Pen) -> Entry:
    """Return a decision: the reason of an earlier no goes with it, what else was written stays."""
    record = arrange(entries)
    ally = _open(record)
    disputed = Field.STATUS in ally.conflicts or Flag.BROUGHT_BACK in ally.flags
    fields: dict[str, str] = {}
    if ally.status != status or disputed or Field.STATUS not in standing(record):
        fields[Field.STATUS] = status
    told = reason.strip()
    if told != ally.reason and (told or (fields and _is_of_a_no(record))):
        # Always with its decision, by which it is known whose reason it is.
        fields |= {Field.STATUS: status, Field.REASON: told}
    return sign(Draft(set=fields), ally.key, record, pen)


def _is_of_a_no(record: Sequence[Entry]) -> bool:
    """Return whether the reason that stands came with a declining or a removing."""
    ids = {version.entry_id for version in standing(record).get(Field.REASON, ())}
    said = [entry.set.get(Field.STATUS) for entry in record if entry.entry_id in ids]
    return {*said} <= {Status.DECLINED, Status.REMOVED}


def _is_better_written(tag: str, ally: Ally, record: Iterable[Entry]) -> bool:
    """Return whether a hashtag is easier to read as ``tag`` than as it is known.

    Never where somebody chose a plainer spelling than there was: they had a reason.
    """
    former = (entry.set.get(Field.HANDLE, "") for entry in record)
    return ease(tag) > ease(ally.handle) >= max(map(ease, former), default=0)


def _check(ally: Ally, name: str, value: str) -> None:
    if name not in PLAIN_FIELDS:
        raise BadInput(
            speak(
                "{name!r} cannot be set; use one of {known}.",
                name=name,
                known=", ".join(sorted(PLAIN_FIELDS)),
            )
        )
    if name == Field.HANDLE and ally.kind == Kind.HASHTAG:
        if not (is_tag(value) and hashtag_key(value) == ally.key):
            raise BadInput(
                speak(
                    "{value!r} is another hashtag than #{handle}; nothing was changed.",
                    value=value,
                    handle=ally.handle,
                )
            )
    elif name == Field.HANDLE and HANDLE.fullmatch(value) is None:
        raise BadInput(speak("{value!r} is not a handle; nothing was changed.", value=value))
    if name == Field.KIND and (value not in ACCOUNT_KINDS or ally.kind == Kind.HASHTAG):
        raise BadInput(
            speak(
                "{value!r} is not a kind that {who} can be; nothing was changed.",
                value=value,
                who=_called(ally),
            )
        )


def _fields_of(nominee: Nominee) -> dict[str, str]:
    fields: dict[str, str] = {
        Field.STATUS: Status.NOMINATED,
        Field.HANDLE: nominee.handle.strip().lstrip("@#"),
        # Nobody said so where it is a person: a profile that is read later may tell otherwise.
        Field.KIND: "" if nominee.kind is Kind.PERSON else nominee.kind,
        Field.CATEGORY: " ".join(nominee.category.split()),
    }
    return {name: value for name, value in fields.items() if value}


def _held(holder: Nominee | Ally) -> Elements:
    return {Bag.TAGS: holder.tags, Bag.HASHTAGS: holder.hashtags, Bag.EVIDENCE: holder.evidence}


def _bags_of(nominee: Nominee) -> Elements:
    tidy = {bag: _words(words) for bag, words in _held(nominee).items()}
    return {bag: words for bag, words in tidy.items() if words}


def _missing(ally: Ally, bags: Elements) -> Elements:
    """Return the words that the ally does not have yet."""
    missing = {}
    for bag, words in bags.items():
        there = {word.casefold() for word in _held(ally)[bag]}
        missing[bag] = tuple(word for word in words if word.casefold() not in there)
    return {bag: words for bag, words in missing.items() if words}


def _words(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without # and stray spaces, each once in whatever case it came first."""
    tidy = (" ".join(word.split()).lstrip("#") for word in words)
    once: dict[str, str] = {}
    for word in tidy:
        if word:
            once.setdefault(word.casefold(), word)
    return tuple(once.values())
