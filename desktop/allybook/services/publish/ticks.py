"""The tick list: what X allows only in its own app, done by hand, one at a time.

Nothing here does anything on X: it remembers what a person means to do there, and what they said
came of it. X's rules allow no follows in bulk, so there is always one next thing, and never "all".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.acts.ticks import ABOUT_PEOPLE, OPPOSITES, Tick, TickDeed, TickState, tick_id
from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.domain.spoken import Pattern
    from allybook.services.desk import Desk

ALL_DEEDS = frozenset(TickDeed)
NOT_THERE: Pattern = "This is not on the tick list any more; look at what is next."


def lay_people(desk: Desk, deed: TickDeed, people: Sequence[Account]) -> int:
    """Put following or unfollowing accounts on the list; return how many were not on it yet."""
    now = desk.clock.now()
    return _lay(
        desk, [Tick("", deed, now, user_id=one.user_id, handle=one.handle) for one in people]
    )


def lay_post(desk: Desk, deed: TickDeed, post: Post, *, handle: str = "") -> Tick:
    """Put liking or answering a post on the list; return the tick, also one that waits already."""
    now = desk.clock.now()
    tick = Tick("", deed, now, post.author_id, handle, post.post_id)
    return _lay_one(desk, tick)


def lay_text(desk: Desk, text: str) -> Tick:
    """Put a post of one's own on the list: in the browser it is free, also with a link."""
    if not text.strip():
        raise BadInput("There is nothing to post yet: write some words first.")
    return _lay_one(desk, Tick("", TickDeed.POST, desk.clock.now(), text=text))


def lay_opposite(desk: Desk, tick: Tick) -> Tick:
    """Put what takes a done tick back on the list; ``BadInput`` where X has no opposite."""
    if tick.state is not TickState.DONE or tick.deed not in OPPOSITES:
        raise BadInput("This cannot be taken back from here; open it on X and look there.")
    now = desk.clock.now()
    opposite = Tick("", OPPOSITES[tick.deed], now, tick.user_id, tick.handle, undoes=tick.tick_id)
    return _lay_one(desk, opposite)


def waiting_ticks(desk: Desk, deeds: Collection[TickDeed] = ALL_DEEDS) -> tuple[Tick, ...]:
    """Return what is left to do, the next one first."""
    return tuple(tick for tick in desk.outbox.ticks.waiting() if tick.deed in deeds)


def next_tick(desk: Desk) -> Tick | None:
    """Return what is to be done next, or None where nothing is left."""
    return next(iter(waiting_ticks(desk)), None)


def mark_opened(desk: Desk, key: str) -> Tick:
    """Write down that the browser shows it; from then on it can be done."""
    tick = _found(desk, key)
    if tick.settled:
        raise BadInput(NOT_THERE)
    return _mark(desk, tick, TickState.OPENED)


def settle_tick(desk: Desk, key: str, state: TickState) -> Tick:
    """Write down what the person says came of it: done, or skipped."""
    tick = _found(desk, key)
    if tick.settled:
        raise BadInput(NOT_THERE)
    return _mark(desk, tick, state)


def unsettle_tick(desk: Desk, key: str) -> Tick:
    """Take a mark back: what was done or skipped by mistake is on the list again."""
    tick = _found(desk, key)
    if not tick.settled:
        return tick
    back = TickState.OPENED if tick.state is TickState.DONE else TickState.OPEN
    return _mark(desk, tick, back)


def withdraw_people(desk: Desk, user_ids: Collection[str]) -> int:
    """Take following or unfollowing of accounts off the list, where it was not even opened."""
    waiting = waiting_ticks(desk, ABOUT_PEOPLE)
    keys = [tick.tick_id for tick in waiting if tick.user_id in user_ids]
    gone = sum(desk.outbox.ticks.withdraw(key) for key in keys)
    if gone:
        desk.announcer.announce(Changed(ticks=True))
    return gone


def _lay(desk: Desk, drafts: Sequence[Tick]) -> int:
    ticks = [replace(one, tick_id=tick_id(one)) for one in drafts]
    # What has no address is refused before anything is written down.
    laid = desk.outbox.ticks.lay([tick for tick in ticks if tick.address])
    if laid:
        desk.announcer.announce(Changed(ticks=True))
    return laid


def _lay_one(desk: Desk, draft: Tick) -> Tick:
    _lay(desk, [draft])
    return next(one for one in desk.outbox.ticks.waiting() if _aim(one) == _aim(draft))


def _aim(tick: Tick) -> tuple[TickDeed, str, str, str]:
    """Return what makes two ticks the same."""
    return tick.deed, tick.user_id or tick.handle.lower(), tick.post_id, tick.text


def _found(desk: Desk, key: str) -> Tick:
    tick = desk.outbox.ticks.tick(key)
    if tick is None:
        raise BadInput(NOT_THERE)
    return tick


def _mark(desk: Desk, tick: Tick, state: TickState) -> Tick:
    settled_at = desk.clock.now() if state in {TickState.DONE, TickState.SKIPPED} else None
    desk.outbox.ticks.mark(tick.tick_id, state, settled_at)
    desk.announcer.announce(Changed(ticks=True))
    return replace(tick, state=state, settled_at=settled_at)
