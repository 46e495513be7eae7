"""Publish a book: create the list, queue what is wanted, send it slowly, look whether it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.errors import (
    AllybookError,
    Cancelled,
    CreditsGone,
    Garbled,
    NeedsSignIn,
    NotThere,
    Offline,
    OverBudget,
    RateLimited,
    SpendCapReached,
    StorageError,
    Unreachable,
)
from allybook.services.lists.pull import look, read_members
from allybook.services.lists.reconcile import in_doubt, unproven
from allybook.services.publish.creation import create
from allybook.services.publish.draining import STOPPED, Drain, End
from allybook.services.publish.lock import hold_lock
from allybook.services.publish.pace import note_sent, pace_of
from allybook.services.publish.profiles import must_want, read_first
from allybook.services.publish.queue import forget, is_open, lay, member_acts, next_act
from allybook.services.publish.quote import WHOLE
from allybook.services.publish.report import Published, begin, report, untold

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.acts.pace import Pace
    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan

PASSES = 3
"""How often what X did not answer is looked up and sent again in one run."""
POINTLESS = (
    CreditsGone,
    NeedsSignIn,
    NotThere,
    OverBudget,
    RateLimited,
    SpendCapReached,
    StorageError,
)
"""Errors after which another question to X would come to nothing."""
UNANSWERED: Pattern = (
    "X did not answer about some of them; none of these is on the list, and they wait in the "
    "outbox for another try."
)
LIST_GONE: Pattern = (
    "The list of this book is no longer on X; publishing again makes a new one. The book is as it "
    "was."
)


def publish(
    desk: Desk,
    plan: ListPlan,
    ticket: Ticket,
    *,
    private: bool = True,
    pace: Pace | None = None,
) -> Published:
    """Do what a plan says, and read the list back to see that it is so.

    Where there is nothing to do, nothing is asked of X and no list is made. Whatever ends it comes
    back in the report, errors too; what was not sent waits. ``pace`` is that of this run, where it
    is another than the one chosen.
    """
    # The book may have got its list since the plan was made.
    known = plan.list_id or desk.cache.mirror(plan.book_id) or ""
    if not (plan.adds or plan.removes or _has_work(desk, known)):
        return Published(known)

    def prepare() -> str:
        """Read the list, or make it, and lay what is to be sent; return its id."""
        read_first(desk, known, plan.adds, ticket, plan.unread)
        list_id = known or desk.cache.mirror(plan.book_id)
        if not list_id:
            must_want(desk, plan.adds)
            list_id = create(desk, plan, private=private).list_id
        lay(desk, plan, list_id)
        return list_id

    whole = plan.way == WHOLE
    return _run(desk, known, prepare, pace or pace_of(desk), ticket, whole=whole)


def _has_work(desk: Desk, list_id: str | None) -> bool:
    """Return whether there is anything left to send, to look up, or to tell."""
    if not list_id:
        return False
    waits = any(map(is_open, member_acts(desk, list_id)))
    return waits or unproven(desk, list_id) or untold(desk, list_id)


def _run(
    desk: Desk,
    list_id: str,
    prepare: Callable[[], str],
    pace: Pace,
    ticket: Ticket,
    *,
    whole: bool = False,
) -> Published:
    """Do the work of one run; ``prepare`` returns the id of the list, which it may make first.

    With ``whole``, all of the list is read to see that it is so.
    """
    before = member_acts(desk, list_id)
    try:
        with desk.jobs.named("list"), desk.outbox.turn():
            # The clock may have been ahead when these were written.
            note_sent(desk)
            hold_lock(desk)
            list_id = prepare()
            begin(desk, list_id)
            end = _go(desk, list_id, pace, ticket, whole=whole)
    except Cancelled:
        end = End(STOPPED, asked=True)
    except AllybookError as error:
        end = End(error=error)
    end = _word(desk, list_id, end) if list_id else end
    desk.announcer.announce(Changed(outbox=True, lists=True))
    stopped = end.stopped or (end.error.words if end.error else "")
    if not list_id:
        return Published("", stopped=stopped, error=end.error)
    return report(desk, list_id, before, stopped, end.error)


def _go(desk: Desk, list_id: str, pace: Pace, ticket: Ticket, *, whole: bool) -> End:
    """Send and look by turns, until nothing waits or something ends it."""
    if in_doubt(desk, list_id) or _is_unknown(desk, list_id):
        looked = _look(desk, list_id, ticket)
        if looked.error or looked.asked:
            return looked
    for _ in range(PASSES):
        end = Drain(desk, list_id, pace, ticket).run()
        if end.asked or isinstance(end.error, POINTLESS) or _is_offline(end.error):
            return end
        looked = _look(desk, list_id, ticket, whole=whole) if unproven(desk, list_id) else End()
        if looked.error or looked.asked:
            return End(end.stopped, looked.error, asked=looked.asked)
        if end.stopped or not _is_silence(end.error):
            return end
        if next_act(desk, list_id) is None:
            return End()
    return End(UNANSWERED)


def _look(desk: Desk, list_id: str, ticket: Ticket, *, whole: bool = False) -> End:
    """Look whether it is so: whoever is in doubt is settled by that; say what prevented it."""
    try:
        reading = (read_members if whole else look)(desk, list_id, ticket)
    except Cancelled:
        return End(STOPPED, asked=True)
    except AllybookError as error:
        return End(error=error)
    return End() if reading.complete else End(STOPPED, asked=True)


def _is_unknown(desk: Desk, list_id: str) -> bool:
    """Return whether somebody may be on the list already, and nobody has looked."""
    read = desk.cache.members(list_id)
    return read is None or not read.complete


def _is_offline(error: AllybookError | None) -> bool:
    return isinstance(error, Offline) and not isinstance(error, Unreachable)


def _is_silence(error: AllybookError | None) -> bool:
    """Return whether X only failed to answer, for some, which has been looked up since."""
    return error is None or isinstance(error, Unreachable | Garbled)


def _word(desk: Desk, list_id: str, end: End) -> End:
    """Return an end in the words of the list: where X has it no more, it is forgotten here too."""
    if not isinstance(end.error, NotThere) or list_id not in str(end.error):
        return end
    forget(desk, list_id)
    return End(error=NotThere(LIST_GONE))
