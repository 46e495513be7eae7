"""What publishing came to, for every account that it touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.acts.outbox import Outcome
from allybook.services.jobs.notes import NEVER, note, noted
from allybook.services.publish.queue import is_open, member_acts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.acts.outbox import Act
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk

SILENT = frozenset({None, Outcome.DROPPED})


class Published(Struct, frozen=True):
    """What came of everything since a report was last told: acts settled, and acts that wait.

    Both are oldest first.
    Of a waiting act in the stage ``sending`` nobody knows yet whether X did it.
    ``renamed`` gives the handle of today, by user id, of those who had another one in the book.
    ``stopped`` says in one sentence why the run ended early; ``error`` is what stopped it, where
    that was an error. What was done before is done all the same.
    """

    list_id: str
    acts: tuple[Act, ...] = ()
    waiting: tuple[Act, ...] = ()
    stopped: str = ""
    error: AllybookError | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)


def untold(desk: Desk, list_id: str) -> bool:
    """Return whether an earlier run was cut off before it could report what it did."""
    told = _told(desk, list_id)
    return any(_is_news(act, told) for act in member_acts(desk, list_id))


def begin(desk: Desk, list_id: str) -> None:
    """Let reports begin here, where none was made of a list yet."""
    if noted(desk, _name(list_id)) is None:
        _close(desk, list_id, member_acts(desk, list_id), NEVER)


def report(
    desk: Desk, list_id: str, before: Sequence[Act], stopped: str, error: AllybookError | None
) -> Published:
    """Report all since ``before``, and what a run that was cut off earlier did not live to tell.

    ``before`` are the acts of the list as they were when this run began.
    """
    acts = member_acts(desk, list_id)
    told, known = _told(desk, list_id), {act.act_id: act.outcome for act in before}
    settled = tuple(
        act
        for act in acts
        if act.outcome not in SILENT
        and (_is_news(act, told) or known.get(act.act_id) is not act.outcome)
    )
    waiting = tuple(act for act in acts if is_open(act))
    return Published(list_id, settled, waiting, stopped, error, _renamed(desk, settled))


def note_told(desk: Desk, list_id: str, acts: Sequence[Act]) -> None:
    """Write down that a report of these acts has reached the person; until then it comes again."""
    if list_id and acts:
        _close(desk, list_id, acts, _told(desk, list_id))


def _renamed(desk: Desk, acts: Sequence[Act]) -> dict[str, str]:
    known = desk.cache.accounts([act.user_id for act in acts])
    handles = {act.user_id: known[act.user_id].handle for act in acts if act.user_id in known}
    was = {act.user_id: act.handle.lower() for act in acts}
    return {i: now for i, now in handles.items() if was[i] and now and now.lower() != was[i]}


def _close(desk: Desk, list_id: str, acts: Sequence[Act], least: datetime) -> None:
    moments = [act.sent_at for act in acts if act.sent_at]
    note(desk, _name(list_id), max([least, *moments]))


def _is_news(act: Act, told: datetime) -> bool:
    return act.outcome not in SILENT and act.sent_at is not None and act.sent_at > told


def _told(desk: Desk, list_id: str) -> datetime:
    return noted(desk, _name(list_id)) or NEVER


def _name(list_id: str) -> str:
    return f"told:{list_id}"
