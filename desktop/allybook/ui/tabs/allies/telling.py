"""What happened to an ally, one line for each entry or act, newest first."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.acts.outbox import Outcome
from allybook.domain.book.clock import moment
from allybook.domain.book.entry import Bag, Field, Kind
from allybook.domain.book.evidence import came_from_list, namings, went_from_list
from allybook.domain.book.history import Verb
from allybook.ui.models.signs import AllyStatus, kind_word, status_sign
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import people, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from allybook.domain.acts.outbox import Act
    from allybook.domain.book.history import Happening

BOLD = 600
ICONS = {
    Verb.NOMINATED: "inbox",
    Verb.APPROVED: "circle-check",
    Verb.DECLINED: "circle-x",
    Verb.REMOVED: "user-round-x",
    Verb.OPTED_OUT: "hand-heart",
    Verb.ERASED: "user-round-x",
    Verb.CHANGED: "pencil",
    Verb.ADDED: "tag",
    Verb.DROPPED: "tag",
    Verb.NOTED: "message-circle",
    Verb.UNSAID: "message-circle",
    Verb.IDENTIFIED: "info",
    Verb.MERGED: "git-merge",
}
DISPUTED = "git-merge"
QUOTED = frozenset({Verb.NOTED, Verb.UNSAID})
"""What stands in quotation marks is not set in bold as well."""


class HistoryLine(Struct, frozen=True):
    """One line of a history: when (UTC), its icon and the ink of it, and the sentence in pieces.

    ``entry_id`` is what an undo would take back, or empty; ``again`` where that is a redo.
    """

    at: datetime
    icon: str
    role: str
    spans: tuple[Span, ...]
    entry_id: str = ""
    again: bool = False

    @property
    def text(self) -> str:
        """Return the sentence."""
        return "".join(span.text for span in self.spans)


def lines(
    happenings: Sequence[Happening], acts: Iterable[Act], disputed: frozenset[str] = frozenset()
) -> tuple[HistoryLine, ...]:
    """Return the history of one ally, newest first.

    ``acts`` are the outbox's about the same account; ``disputed`` the entries that stand against
    each other.
    """
    by_entry = groupby(happenings, key=attrgetter("entry_id"))
    told = [_of_entry(tuple(group), disputed) for _, group in by_entry]
    # Newest first before sorting too: several entries can bear the same moment.
    told.reverse()
    told += [line for act in acts if (line := _of_act(act))]
    return tuple(sorted(told, key=lambda line: line.at, reverse=True))


def _of_entry(group: Sequence[Happening], disputed: frozenset[str]) -> HistoryLine:
    first = group[0]
    # Evidence goes without saying beside the nomination that it is for.
    said = [one for one in group if len(group) == 1 or not _is_evidence(one)]
    spans: list[Span] = []
    for number, one in enumerate(said):
        if number:
            spans.append(Span(", "))
        spans += _clause(one, group, who="" if number else one.who)
    if first.undo:
        spans.append(Span(translate("allies", ", an undo")))
    apart = first.entry_id in disputed
    return HistoryLine(
        moment(first.at),
        DISPUTED if apart else ICONS[first.verb],
        "warn" if apart else "text_2",
        tuple(spans),
        first.entry_id if first.undoable else "",
        again=first.undo,
    )


def _of_act(act: Act) -> HistoryLine | None:
    if act.sent_at is None or act.outcome is None or act.outcome is Outcome.DROPPED:
        return None
    icons = {Outcome.ADDED: "list-checks", Outcome.REMOVED: "list-checks"}
    icon = icons.get(act.outcome, "triangle-alert")
    role = "text_2" if act.outcome in icons else "warn"
    return HistoryLine(act.sent_at, icon, role, (Span(_ACTS[act.outcome]()),))


_ACTS: dict[Outcome, Callable[[], str]] = {
    Outcome.ADDED: lambda: translate("allies", "Allybook put it on the X List"),
    Outcome.REMOVED: lambda: translate("allies", "Allybook took it off the X List"),
    Outcome.ALREADY_THERE: lambda: translate("allies", "It was on the X List already"),
    Outcome.NOT_THERE: lambda: translate("allies", "It was not on the X List any more"),
    Outcome.PRIVATE: lambda: translate("allies", "Not put on the X List: the account is private"),
    Outcome.BLOCKS_YOU: lambda: translate("allies", "Not put on the X List: it blocks you"),
    Outcome.SUSPENDED: lambda: translate("allies", "Not put on the X List: suspended by X"),
    Outcome.GONE: lambda: translate("allies", "Not put on the X List: the account is gone"),
    Outcome.LIST_FULL: lambda: translate("allies", "Not put on the X List: the list is full"),
    Outcome.REFUSED: lambda: translate("allies", "X did not do this change to the X List"),
    Outcome.NO_LISTS: lambda: translate("allies", "Left off the X List: it asks for no lists"),
    Outcome.OPTED_OUT: lambda: translate("allies", "Left off the X List: it opted out"),
    Outcome.NOT_SHOWN: lambda: translate("allies", "Left off the X List: X did not show it"),
    Outcome.CREATED: lambda: translate("allies", "Allybook made the X List"),
    Outcome.DELETED: lambda: translate("allies", "Allybook deleted the X List"),
}


def _clause(one: Happening, group: Sequence[Happening], who: str) -> list[Span]:
    """Return one clause; the values that people wrote are set in bold, and stay as they are."""
    # Only after another clause is a reason a subordinate one.
    changes = {} if who else _CHANGES
    pattern = (changes.get(one.field, _plain_change) if one.verb is Verb.CHANGED else _pattern)(one)
    parts = {
        "%old": value_word(one.field, one.old),
        "%new": value_word(one.field, one.new),
        "%field": field_word(one.field),
    }
    spans = [Span(f"{who} ")] if who else []
    spans += _fill(pattern, parts, () if one.verb in QUOTED else ("%old", "%new"))
    if one.verb is Verb.NOMINATED:
        spans.append(Span(_because(group)))
    return [span for span in spans if span.text]


def _because(group: Sequence[Happening]) -> str:
    """Return why something was nominated, as far as it is known."""
    evidence = _evidence(group)
    if named := _named_by(group):
        return translate("allies", ", named by %1").replace("%1", people(named))
    if went_from_list(evidence):
        return translate("allies", ", since it is no longer on the X List")
    if came_from_list(evidence):
        return translate("allies", ", since it is on the X List and was not added from here")
    return ""


def _fill(pattern: str, parts: dict[str, str], bold: tuple[str, ...]) -> list[Span]:
    """Return the pattern in pieces: people's words are put in once and never looked at again."""
    spans: list[Span] = []
    rest = pattern
    while rest:
        at, mark = min(
            ((rest.find(mark), mark) for mark in parts if mark in rest), default=(len(rest), "")
        )
        if at:
            spans.append(Span(rest[:at]))
        if mark:
            spans.append(Span(parts[mark], BOLD if mark in bold else None))
        rest = rest[at + len(mark) :]
    return spans


def _pattern(one: Happening) -> str:
    return _WORDINGS[one.verb](one)


def _added(one: Happening) -> str:
    if _is_evidence(one):
        named = len({user_id for _, user_id in namings(one.new.split(", "))})
        if not named:
            return translate("allies", "kept what the X List showed")
        words = translate("allies", "kept that %1 named it")
        return words.replace("%1", people(named))
    if one.field == Bag.HASHTAGS:
        return translate("allies", "added the hashtag %new")
    if ", " in one.new:
        return translate("allies", "added the tags %new")
    return translate("allies", "added the tag %new")


def _dropped(one: Happening) -> str:
    if _is_evidence(one):
        return translate("allies", "took back who named it")
    if one.field == Bag.HASHTAGS:
        return translate("allies", "dropped the hashtag %old")
    if ", " in one.old:
        return translate("allies", "dropped the tags %old")
    return translate("allies", "dropped the tag %old")


_WORDINGS: dict[Verb, Callable[[Happening], str]] = {
    Verb.NOMINATED: lambda _: translate("allies", "nominated it"),
    Verb.APPROVED: lambda _: translate("allies", "approved it"),
    Verb.DECLINED: lambda _: translate("allies", "declined it"),
    Verb.REMOVED: lambda _: translate("allies", "removed it"),
    Verb.OPTED_OUT: lambda _: translate("allies", "wrote down that it opted out"),
    Verb.ERASED: lambda _: translate("allies", "erased what the book had about it"),
    Verb.ADDED: _added,
    Verb.DROPPED: _dropped,
    Verb.NOTED: lambda _: translate("allies", "noted: “%new”"),
    Verb.UNSAID: lambda _: translate("allies", "took back the note “%old”"),
    Verb.IDENTIFIED: lambda _: translate("allies", "found its account on X"),
    Verb.MERGED: lambda _: translate("allies", "merged %old into it"),
}


def _plain_change(one: Happening) -> str:
    if not one.old:
        return translate("allies", "set the %field to %new")
    if not one.new:
        return translate("allies", "cleared the %field, which was %old")
    return translate("allies", "changed the %field from %old to %new")


def _reason(one: Happening) -> str:
    if one.new:
        return translate("allies", "because: %new")
    return translate("allies", "without the reason %old")


_CHANGES: dict[str, Callable[[Happening], str]] = {Field.REASON: _reason}


def field_word(field: str) -> str:
    """Return the name of a field in the middle of a sentence."""
    known: dict[str, Callable[[], str]] = {
        Field.HANDLE: lambda: translate("allies", "handle"),
        Field.USER_ID: lambda: translate("allies", "account"),
        Field.ALIAS: lambda: translate("allies", "account"),
        Field.KIND: lambda: translate("allies", "kind"),
        Field.CATEGORY: lambda: translate("allies", "category"),
        Field.STATUS: lambda: translate("allies", "status"),
        Field.REASON: lambda: translate("allies", "reason"),
    }
    return known[field]() if field in known else field


def value_word(field: str, value: str) -> str:
    """Return a value as people read it: a kind or a status in the window's language."""
    if field == Field.KIND and value in set(Kind):
        return kind_word(Kind(value))
    if field == Field.STATUS and value in set(AllyStatus):
        return status_sign(AllyStatus(value)).words.lower()
    return value


def _is_evidence(one: Happening) -> bool:
    return one.field == Bag.EVIDENCE


def _named_by(group: Iterable[Happening]) -> int:
    return len({user_id for _, user_id in namings(_evidence(group))})


def _evidence(group: Iterable[Happening]) -> list[str]:
    return [word for one in group if _is_evidence(one) for word in one.new.split(", ")]
