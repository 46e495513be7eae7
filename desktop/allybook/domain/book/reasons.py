"""What speaks for a nomination and what against it: facts for a person who decides, no verdict."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.people.accounts import Connection, Standing
from allybook.domain.people.bios import says_no_lists

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.people.accounts import Account


class Concern(StrEnum):
    """One thing to know before deciding; what needs most care comes first."""

    OPTED_OUT_BEFORE = "opted_out_before"
    OUT_UNKNOWN = "out_unknown"
    OLD_HANDLE = "old_handle"
    NO_LISTS = "no_lists"
    DECLINED_BEFORE = "declined_before"
    FALLEN = "fallen"
    LOOK_TWICE = "look_twice"
    PRIVATE = "private"
    NO_ID = "no_id"
    FOLLOWS_US = "follows_us"
    IN_OTHER_BOOK = "in_other_book"


AGAINST = frozenset(set(Concern) - {Concern.FOLLOWS_US, Concern.IN_OTHER_BOOK})
"""What calls for care; the others speak for an ally."""


class SpamSign(StrEnum):
    """What new accounts made for spam have in common, and many honest beginners too."""

    NEW = "new"
    NO_POSTS = "no_posts"
    ONLY_LINKS = "only_links"


class ToldConcern(Struct, frozen=True):
    """A reason with what it goes by: a book's name, a handle, a date, or the signs' words."""

    reason: Concern
    by: str = ""


class KnownAround(Struct, frozen=True):
    """What is known around a nomination, beside the account itself.

    ``out_of`` and ``approved_in`` name other books that the account opted out of, or is approved
    in; ``declined_in`` another that declined it. ``known_as`` is the handle of an ally of this book
    that is the same account. ``unread`` says that another book cannot be read: who opted out of it
    is not known.
    """

    out_of: str = ""
    declined_in: str = ""
    approved_in: str = ""
    known_as: str = ""
    has_id: bool = True
    unread: bool = False


NEW = timedelta(days=30)
ENOUGH_SIGNS = 2
"""Everybody begins once, many only read, and a bio may be a link: one sign says nothing."""
_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S*|\b[\w-]+\.[a-z]{2,6}\b")


def weigh(account: Account | None, known: KnownAround, now: datetime) -> tuple[ToldConcern, ...]:
    """Return what to know about a nominated account; ``now`` is UTC."""
    told = [
        ToldConcern(reason, by)
        for reason, by in (
            (Concern.OPTED_OUT_BEFORE, known.out_of),
            (Concern.OLD_HANDLE, known.known_as),
            (Concern.DECLINED_BEFORE, known.declined_in),
            (Concern.IN_OTHER_BOOK, known.approved_in),
        )
        if by
    ]
    if known.unread:
        told.append(ToldConcern(Concern.OUT_UNKNOWN))
    if not known.has_id:
        told.append(ToldConcern(Concern.NO_ID))
    if account is not None:
        told += _of_account(account, now)
    order = list(Concern)
    return tuple(sorted(told, key=lambda one: order.index(one.reason)))


def spam_signs(account: Account, now: datetime) -> tuple[SpamSign, ...]:
    """Return the signs of an account made for spam, if there are enough; ``now`` is UTC."""
    signs = []
    if account.created_at is not None and now - account.created_at < NEW:
        signs.append(SpamSign.NEW)
    if account.posts == 0:
        signs.append(SpamSign.NO_POSTS)
    if account.bio.strip() and not re.search(r"\w", _LINK.sub("", account.bio)):
        signs.append(SpamSign.ONLY_LINKS)
    return tuple(signs) if len(signs) >= ENOUGH_SIGNS else ()


def _of_account(account: Account, now: datetime) -> list[ToldConcern]:
    told = []
    if account.standing is not Standing.ACTIVE:
        told.append(ToldConcern(Concern.FALLEN, account.standing.value))
    if says_no_lists(account.bio):
        told.append(ToldConcern(Concern.NO_LISTS))
    if account.private:
        told.append(ToldConcern(Concern.PRIVATE))
    signs = spam_signs(account, now)
    if signs:
        told.append(ToldConcern(Concern.LOOK_TWICE, " ".join(signs)))
    if Connection.FOLLOWED_BY in (account.connections or ()):
        told.append(ToldConcern(Concern.FOLLOWS_US))
    return told
