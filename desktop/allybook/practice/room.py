"""What endpoints answer from: the world, the moment and the house rules."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.practice.problems import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.practice.ask import Ask
    from allybook.practice.scene.people import Figure
    from allybook.practice.wire import Json, Value
    from allybook.practice.world import World

LOCKED_FOR = timedelta(hours=24)
"""How long X keeps an account from adding after it added too fast (reports of 2026)."""


class Rules(Struct, frozen=True):
    """How strict the practice network is.

    ``latency`` is slept before each answer (seconds, or what gives them). ``owns_app`` says that
    the signed-in account owns the developer app, and pays the owned price for reading itself.
    Adding members faster than one in ``strict_pace_seconds`` locks adding for a day; 0 is never.
    ``new_words`` answers all in post words (2.167), also where they were not asked for. Whom
    or which list ``unshown`` tells by its id, a page names as a problem instead of showing it.
    """

    latency: float | Callable[[], float] = 0.0
    owns_app: bool = True
    strict_pace_seconds: float = 0.0
    new_words: bool = False
    unshown: Callable[[str], bool] = lambda _id: False


class Room(Struct):
    """The world behind the endpoints, and when a member was last added."""

    world: World
    rules: Rules
    last_add: datetime | None = None
    locked_until: datetime | None = None

    def may_add(self, now: datetime) -> bool:
        """Return whether a member may be added now; adding too fast locks."""
        if self.locked_until and now < self.locked_until:
            return False
        pace = timedelta(seconds=self.rules.strict_pace_seconds)
        if self.last_add and now - self.last_add < pace:
            self.locked_until = now + LOCKED_FOR
            return False
        self.last_add = now
        return True


def absent(ask: Ask, person: Figure | None, value: str, parameter: str) -> Json:
    """Return the problem of an account that is suspended, gone or was never there."""
    wanted = Wanted(ask.words, value, parameter, "user")
    suspended = person is not None and person.character.fate == "suspended"
    return wanted.suspended() if suspended else wanted.gone()


def unavailable(ask: Ask, ids: Sequence[str], kind: str) -> Json:
    """Return the part of a page that names what it cannot show; nothing where it shows all."""
    problems: list[Value] = [Wanted(ask.words, one, "id", kind).unavailable() for one in ids]
    return {"errors": problems} if problems else {}
