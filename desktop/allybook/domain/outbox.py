"""What waits to be sent to X, one act a row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Deed(StrEnum):
    """What is asked of X."""

    ADD_MEMBER = "add_member"
    REMOVE_MEMBER = "remove_member"


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
    OPTED_OUT = "opted_out"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Act:
    """One row of the outbox. ``act_id`` makes putting it in twice harmless; times are UTC."""

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
