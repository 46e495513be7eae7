"""Whom a chat shared, as rows: who, in whose words, and what the book says of them."""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum, StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.evidence import namings
from allybook.domain.chat.praise import find_praise, stands_alone
from allybook.domain.expressions import expression
from allybook.domain.hashtags import TAG
from allybook.domain.people.accounts import Standing
from allybook.domain.people.bios import says_no_lists
from allybook.ui.models.table import Sentences, TableColumn, TableModel
from allybook.ui.tabs.chats.groups import bare
from allybook.ui.wording import people, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from allybook.domain.book.ally import Ally
    from allybook.domain.chat.nominations import Evidence, Nomination
    from allybook.domain.chat.summary import Chat
    from allybook.domain.people.accounts import Account

_NAME = expression(rf"[@#]{TAG}")


class LineTone(StrEnum):
    """How the line under a name is meant."""

    SAID = "said"
    KNOWN = "known"
    CARE = "care"


class SharedRow(Struct, frozen=True):
    """One ally that people shared; ``handle`` has no @ or #.

    ``people`` counts different people. ``quote`` are their words, ``line`` what follows: where it
    was said, or what the book or X says of the ally. ``post_id`` is where it was said best.
    """

    key: str
    name: str
    handle: str
    kind: Kind
    people: int
    post_id: str
    line: str = ""
    quote: str = ""
    tone: LineTone = LineTone.SAID


class SharedColumn(IntEnum):
    """The one column."""

    ALLY = 0


class SharedModel(TableModel[SharedRow]):
    """Whom a chat shared, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        column: TableColumn[SharedRow] = TableColumn(
            lambda: translate("chats", "Nominations"), attrgetter("name")
        )
        about: Sentences[SharedRow] = Sentences(attrgetter("key"), shared_sentence)
        super().__init__({SharedColumn.ALLY: column}, about, parent)


def shared_sentence(row: SharedRow) -> str:
    """Return one sentence about a row for screen readers."""
    return ", ".join(part for part in (row.name, people(row.people), row.quote, row.line) if part)


def shared_rows(
    chat: Chat, accounts: Mapping[str, Account], allies: Mapping[str, Ally]
) -> tuple[SharedRow, ...]:
    """Return the nominations of a chat as rows, strongest first; ``allies`` are by record key."""
    return tuple(
        _row(one, accounts.get(one.user_id or ""), allies.get(one.key)) for one in chat.nominations
    )


def _row(one: Nomination, account: Account | None, ally: Ally | None) -> SharedRow:
    best = _best(one)
    quote, line, tone = "", said_in(one), LineTone.SAID
    if ally is not None and _is_decided(one, ally):
        line, tone = _known(ally), LineTone.KNOWN
    elif warning := _warning(account):
        line, tone = warning, LineTone.CARE
    else:
        quote = phrase(best, one.name)
    return SharedRow(
        one.key,
        _name(one, account),
        one.name,
        one.kind,
        one.score,
        best.post_id,
        line or translate("chats", "outside the questions"),
        quote,
        tone,
    )


def _is_decided(one: Nomination, ally: Ally) -> bool:
    """Return whether a book knows an ally; who was removed is news if somebody shares them anew."""
    known = set(namings(ally.evidence))
    said = {(item.post_id, item.user_id) for item in one.evidence}
    return ally.status is not Status.REMOVED or said <= known


def _known(ally: Ally) -> str:
    match ally.status:
        case Status.NOMINATED:
            return translate("chats", "already in the inbox")
        case Status.DECLINED:
            return translate("chats", "declined in your book")
        case Status.REMOVED:
            return translate("chats", "removed from your book")
        case Status.OPTED_OUT:
            return translate("chats", "asked not to be listed")
        case _:
            return translate("chats", "already in your book")


def _warning(account: Account | None) -> str:
    if account is None:
        return ""
    match account.standing:
        case Standing.SUSPENDED:
            return translate("chats", "suspended by X")
        case Standing.GONE:
            return translate("chats", "no longer on X")
        case _ if says_no_lists(account.bio):
            return translate("chats", "says “no lists”: ask first")
        case _:
            return ""


def _name(one: Nomination, account: Account | None) -> str:
    if one.kind is Kind.HASHTAG:
        return f"#{one.name}"
    return (account.name if account else "") or f"@{one.name}"


def said_in(one: Nomination) -> str:
    """Return to which questions an ally was shared: ``A3``, ``A3, also in Q2``."""
    numbers = Counter(said.question for said in one.evidence if said.question)
    if not numbers:
        return ""
    most = numbers.most_common(1)[0][0]
    others = [f"Q{number}" for number in sorted(numbers) if number != most]
    if not others:
        return f"A{most}"
    text = translate("chats", "A%1, also in %2")
    return text.replace("%2", ", ".join(others)).replace("%1", str(most))


def phrase(said: Evidence, name: str) -> str:
    """Return the words that recommend an ally; else the sentence, if it says more than the name.

    It is the sentence too where something would be left out that turns them round.
    """
    sentence = bare(said.phrase).strip(" .!?;:,")
    # No \b: a name can end in a mark, which is no letter.
    place = re.search(rf"[@#]{re.escape(name)}(?!\w)", sentence, re.IGNORECASE)
    end = place.start() if place else 0
    found = find_praise(sentence, end)
    if found and stands_alone(sentence, found[-1].start, end):
        return sentence[found[-1].start : end].strip(" :,")
    rest = _NAME.sub("", sentence)
    return sentence if len(rest.split()) > 1 else ""


def _best(one: Nomination) -> Evidence:
    """Return the evidence with recommending words; else the first that says more than the name."""
    for said in one.evidence:
        if find_praise(said.phrase, len(said.phrase)) and phrase(said, one.name):
            return said
    return next((said for said in one.evidence if phrase(said, one.name)), one.evidence[0])
