"""What waits to be sent to X, one act a row."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from allybook.domain.money.pricing import Dollars
    from allybook.domain.spoken import Pattern


class Deed(StrEnum):
    """What is asked of X. The last two are about the list itself, and never wait in the outbox."""

    ADD_MEMBER = "add_member"
    REMOVE_MEMBER = "remove_member"
    CREATE_LIST = "create_list"
    DELETE_LIST = "delete_list"


ENDPOINTS = {
    Deed.ADD_MEMBER: "POST /2/lists/:id/members",
    Deed.REMOVE_MEMBER: "DELETE /2/lists/:id/members/:user_id",
    Deed.CREATE_LIST: "POST /2/lists",
    Deed.DELETE_LIST: "DELETE /2/lists/:id",
}
"""What each deed is called in X's prices and limits."""


class Stage(StrEnum):
    """How far an act has come. ``sending`` was asked, and its answer is not known yet."""

    WAITING = "waiting"
    SENDING = "sending"
    SETTLED = "settled"


class Outcome(StrEnum):
    """What became of an act, told per person."""

    ADDED = "added"
    REMOVED = "removed"
    ALREADY_THERE = "already_there"
    NOT_THERE = "not_there"
    PRIVATE = "private"
    BLOCKS_YOU = "blocks_you"
    SUSPENDED = "suspended"
    GONE = "gone"
    LIST_FULL = "list_full"
    REFUSED = "refused"
    NO_LISTS = "no_lists"
    NOT_SHOWN = "not_shown"
    OPTED_OUT = "opted_out"
    DROPPED = "dropped"
    CREATED = "created"
    DELETED = "deleted"


CHANGES = frozenset({Outcome.ADDED, Outcome.REMOVED, Outcome.CREATED, Outcome.DELETED})
"""The outcomes after which something is different on X."""
AS_WANTED = CHANGES | {Outcome.ALREADY_THERE, Outcome.NOT_THERE}
"""The outcomes after which X is as somebody wanted it."""
SAID_NOT: Pattern = "X said that it is not done, and does not say why."
CONTRADICTED: Mapping[Outcome, Pattern] = {
    Outcome.ADDED: "X said added, and the list does not show it.",
    Outcome.REMOVED: "X said removed, and the list still shows it.",
}
"""Why an act is refused that X had answered well, by what it said."""
PAID_FOR_NOTHING = frozenset({SAID_NOT, *CONTRADICTED.values()})
"""The details of what is refused and was charged all the same: X charges for each good answer."""


class Act(Struct, frozen=True):
    """One row of the outbox. ``act_id`` makes putting it in twice harmless; times are UTC.

    ``undoes`` is the id of the act that this one takes back. Where the list itself is made or
    deleted, ``handle`` is its name and ``user_id`` is empty. ``price`` is what X charges for it by
    the prices of the day it was sent; None where it was not sent, or that was not kept then.
    """

    act_id: str
    deed: Deed
    book: str
    list_id: str
    user_id: str
    handle: str
    asked_at: datetime
    stage: Stage = Stage.WAITING
    outcome: Outcome | None = None
    sent_at: datetime | None = None
    detail: str = ""
    undoes: str = ""
    price: Dollars | None = None

    @property
    def charged(self) -> bool:
        """Return whether X has charged for it: it answered well, whatever came of it."""
        refused = self.outcome is Outcome.REFUSED and self.detail in PAID_FOR_NOTHING
        return self.outcome in CHANGES or refused
