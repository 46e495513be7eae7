"""Manners of a follow-back check: whom to leave in peace, and whom to talk to first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.check.followback import QUIET_AFTER, Answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.acts.ticks import Tick

GRACE = 14
"""Days that a new follow is given: who reads X at weekends should have had two of them."""
INFLUENTIAL = 10_000
"""From so many followers on, being followed back is not what a follow is for."""


class Manners(Struct, frozen=True):
    """What a person wants; ``grace`` and ``quiet`` are days, ``influential`` counts followers.

    The keep-list is everyone in ``books`` (by id), with one of ``tags``, or in ``people`` (by id).
    """

    grace: int = GRACE
    quiet: int = QUIET_AFTER.days
    influential: int = INFLUENTIAL
    books: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    @property
    def quiet_after(self) -> timedelta:
        """Return after how long an account counts as quiet."""
        return timedelta(days=self.quiet)


class Advice(Struct, frozen=True):
    """What manners say of one account.

    ``grace_until`` is when a new follow may be looked at again (UTC). ``kept`` says why it is on
    the keep-list: the tag or the name of the book, and an empty word for a choice of its own.
    ``followers`` is told of influential accounts only.
    """

    grace_until: datetime | None = None
    kept: str | None = None
    followers: int | None = None

    @property
    def spared(self) -> bool:
        """Return whether unfollowing is not offered."""
        return self.grace_until is not None or self.kept is not None


NO_ADVICE = Advice()


def advise(
    answer: Answer,
    manners: Manners,
    now: datetime,
    *,
    followed_at: datetime | None = None,
    followers: int | None = None,
    kept: str | None = None,
) -> Advice:
    """Return the advice about one account; grace and influence are about whom we follow in vain.

    ``followed_at`` is when we followed it, as far as that is known (UTC).
    """
    if answer is not Answer.IDOL:
        return Advice(kept=kept) if kept is not None else NO_ADVICE
    until = followed_at + timedelta(days=manners.grace) if followed_at else None
    return Advice(
        until if until and until > now else None,
        kept,
        followers if followers is not None and followers >= manners.influential else None,
    )


def followed_by_hand(ticks: Sequence[Tick]) -> dict[str, datetime]:
    """Return when accounts were followed, by the tick list; all of it.

    Who was unfollowed afterwards is left out.
    """
    done = [one for one in ticks if one.settled_at and one.state == "done" and one.user_id]
    last: dict[str, Tick] = {}
    for tick in sorted(done, key=lambda one: one.settled_at or one.asked_at):
        if tick.deed in ("follow", "unfollow"):
            last[tick.user_id] = tick
    return {
        key: one.settled_at
        for key, one in last.items()
        if one.deed == "follow" and one.settled_at is not None
    }
