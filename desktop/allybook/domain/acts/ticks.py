"""The tick list: what X allows only in its own app, done by hand and ticked off, one at a time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.acts.intents import (
    compose_address,
    follow_address,
    like_address,
    post_address,
    profile_address,
)

if TYPE_CHECKING:
    from datetime import datetime


class TickDeed(StrEnum):
    """What a person means to do on X."""

    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    LIKE = "like"
    REPLY = "reply"
    POST = "post"


class TickState(StrEnum):
    """How far it has come: ``opened`` in the browser, and what the person said about it then."""

    OPEN = "open"
    OPENED = "opened"
    DONE = "done"
    SKIPPED = "skipped"


SETTLED = frozenset({TickState.DONE, TickState.SKIPPED})
ABOUT_PEOPLE = frozenset({TickDeed.FOLLOW, TickDeed.UNFOLLOW})
ABOUT_POSTS = frozenset(TickDeed) - ABOUT_PEOPLE
OPPOSITES = {TickDeed.FOLLOW: TickDeed.UNFOLLOW, TickDeed.UNFOLLOW: TickDeed.FOLLOW}
"""What has an opposite that can be put on the list; a like is taken off at the post itself."""


class Tick(Struct, frozen=True):
    """One line of the tick list; times are UTC.

    ``user_id`` and ``handle`` say whom it is about (either is enough), ``post_id`` which post,
    ``text`` what is to be posted. ``undoes`` is the id of the tick that it takes back.
    """

    tick_id: str
    deed: TickDeed
    asked_at: datetime
    user_id: str = ""
    handle: str = ""
    post_id: str = ""
    text: str = ""
    state: TickState = TickState.OPEN
    settled_at: datetime | None = None
    undoes: str = ""

    @property
    def settled(self) -> bool:
        """Return whether the person has said what became of it."""
        return self.state in SETTLED

    @property
    def address(self) -> str:
        """Return where it is done; ``BadInput`` where that cannot be said."""
        match self.deed:
            case TickDeed.FOLLOW:
                return follow_address(self.user_id, self.handle)
            case TickDeed.UNFOLLOW:
                return profile_address(self.user_id, self.handle)
            case TickDeed.LIKE:
                return like_address(self.post_id)
            case TickDeed.REPLY:
                return compose_address(self.text, in_reply_to=self.post_id)
            case TickDeed.POST:
                return compose_address(self.text)

    @property
    def page(self) -> str:
        """Return the page on X that it is about: a post or a profile, where its buttons are."""
        if self.post_id:
            return post_address(self.post_id)
        return profile_address(self.user_id, self.handle) if self._someone else ""

    @property
    def _someone(self) -> str:
        return self.user_id or self.handle


def tick_id(tick: Tick) -> str:
    """Return the id of a tick: the same deed on the same thing, asked at the same moment."""
    from hashlib import sha256  # noqa: PLC0415 (it loads OpenSSL, and few runs make ticks)

    words = sha256(tick.text.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    who = tick.user_id or tick.handle.lower()
    about = ":".join(part for part in (who, tick.post_id, words if tick.text else "") if part)
    return f"tick:{tick.deed}:{about}:{tick.asked_at.isoformat()}"
