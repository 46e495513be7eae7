"""Publish a book: create the list, queue what is wanted, send it slowly, look whether it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.acts.outbox import Deed
from allybook.domain.changes import Changed
from allybook.domain.errors import (
    AllybookError,
    Cancelled,
    CreditsGone,
    Fate,
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
from allybook.domain.spoken import speak, speak_list
from allybook.services.lists.pull import grown, keep_told, look, members_now, read_members
from allybook.services.lists.reconcile import in_doubt, to_prove, unproven
from allybook.services.publish.creation import create
from allybook.services.publish.draining import STOPPED, Drain, End
from allybook.services.publish.lock import hold_lock
from allybook.services.publish.pace import note_sent, pace_of, sent_of_late
from allybook.services.publish.profiles import must_want, read_first
from allybook.services.publish.queue import forget, is_open, lay, member_acts, next_act
from allybook.services.publish.quote import BATCH, WHOLE
from allybook.services.publish.report import Published, begin, report, untold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from allybook.domain.acts.pace import Pace
    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
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
UNSEEN: Pattern = (
    "Stopped as you asked, before anybody looked whether the list shows what was sent. Publish "
    "again to look; what waits stays in the outbox."
)
NAMELESS: Pattern = (
    "The list has an account on it that X does not name, so nobody knows whether it shows all that "
    "was sent. What waits stays in the outbox; publish again later to look once more."
)
FURTHER: Pattern = (
    "The list does not show yet all that was sent, and it was read no further than the price told "
    "was for. Publish again to read on; its price is told first."
)
ENDLESS: Pattern = (
    "X's pages of this list have no end, so nobody knows who is on it. What waits stays in the "
    "outbox; publish again later."
)
OVERNIGHT: Pattern = (
    "A new day has begun for X's prices (midnight UTC), so what was free when the price was told "
    "costs again, and nobody looked yet whether the list shows what was sent. Publish again to "
    "look; its price is told first."
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

    def prepare() -> _Laid:
        """Read the list, or make it, and lay what is to be sent."""
        read_first(desk, known, plan.adds, ticket, plan.unread)
        list_id = known or desk.cache.mirror(plan.book_id)
        if not list_id:
            must_want(desk, plan.adds)
            list_id = create(desk, plan, private=private).list_id
        return _Laid(list_id, lay(desk, plan, list_id), plan.way == WHOLE, plan.quote.day)

    return _run(desk, known, prepare, pace or pace_of(desk), ticket)


class _Laid(Struct, frozen=True):
    """What one run does with a list: the ``acts`` that it may send, by id, and how it looks then.

    With ``whole``, all of the list is read to see that it is so. ``day`` is the UTC day of which
    something is free in its price.
    """

    list_id: str
    acts: frozenset[str]
    whole: bool
    day: date | None


def _has_work(desk: Desk, list_id: str | None) -> bool:
    """Return whether there is anything left to send, to look up, or to tell."""
    if not list_id:
        return False
    waits = any(map(is_open, member_acts(desk, list_id)))
    return waits or unproven(desk, list_id) or untold(desk, list_id)


def _run(
    desk: Desk,
    list_id: str,
    prepare: Callable[[], _Laid],
    pace: Pace,
    ticket: Ticket,
) -> Published:
    """Do the work of one run; ``prepare`` lays it, and may make the list first."""
    before = member_acts(desk, list_id)
    try:
        with desk.jobs.named("list"), desk.outbox.turn():
            # The clock may have been ahead when these were written.
            note_sent(desk)
            hold_lock(desk)
            laid = prepare()
            list_id = laid.list_id
            begin(desk, list_id)
            end = _go(desk, laid, pace, ticket)
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


def _go(desk: Desk, laid: _Laid, pace: Pace, ticket: Ticket) -> End:
    """Send and look by turns, until nothing waits or something ends it."""
    list_id, glance = laid.list_id, _glance(desk, laid, pace)
    first = _look_first(desk, list_id, ticket, glance)
    if first.error or first.asked or (first.stopped and glance.is_over(desk)):
        return first
    for _ in range(PASSES):
        end = Drain(desk, list_id, laid.acts, pace, ticket).run()
        keep_told(desk, list_id)
        if end.asked or _is_pointless(end.error):
            return end
        looked = _look(desk, list_id, ticket, glance) if unproven(desk, list_id) else End()
        if looked.stopped or looked.error:
            return _both(end, looked)
        if end.stopped or not _is_silence(end.error):
            return end
        if next_act(desk, list_id, laid.acts) is None:
            return End()
    return End(UNANSWERED)


class _Glance(Struct, frozen=True):
    """How far a list is read, as was quoted: to ``most`` members (None: to its end).

    With ``newest``, only those who were added; with ``whole``, never only those. Where the price
    counted on what is free on a ``day`` (UTC), it is read on no other.
    """

    most: int | None
    newest: bool
    whole: bool
    day: date | None

    def is_over(self, desk: Desk) -> bool:
        """Return whether the day has ended on which something was free."""
        return self.day not in {None, desk.clock.now().date()}


def _glance(desk: Desk, laid: _Laid, pace: Pace) -> _Glance:
    """Return how far a run that begins now may read the list: as far as its day's share was told.

    Whoever X was asked to take off counts as well: it may have kept them.
    """
    list_id = laid.list_id
    acts = [act for act in member_acts(desk, list_id) if is_open(act) and act.act_id in laid.acts]
    off = {act.user_id for act in acts if act.deed is not Deed.ADD_MEMBER}
    asked = {act.user_id for act in to_prove(desk, list_id)}
    there = members_now(desk, list_id) | asked | off
    new = {act.user_id for act in acts} - there
    # Removes go out before adds; what is not sent today is looked at on another day.
    today = pace.days(len(acts), len(sent_of_late(desk)))[0]
    everyone = len(there) + min(len(new), max(0, today - len(off)))
    unknown = _is_unknown(desk, list_id)
    most = None if unknown else everyone + grown(desk, list_id)
    wide = laid.whole or unknown or unproven(desk, list_id) or today > BATCH
    return _Glance(most, newest=not (wide or off), whole=laid.whole, day=laid.day)


def _look_first(desk: Desk, list_id: str, ticket: Ticket, glance: _Glance) -> End:
    """Look at the list before anything is sent, where that is not known well enough."""
    if not (in_doubt(desk, list_id) or _is_unknown(desk, list_id)):
        return End()
    looked = _look(desk, list_id, ticket, replace(glance, whole=False))
    return End(STOPPED, asked=True) if looked.asked else looked


def _both(sent: End, looked: End) -> End:
    """Return how a run ended whose look ended early as well: what was asked for first is told."""
    error = None if _is_silence(sent.error) else sent.error
    ended = sent.stopped or (error.words if error else "")
    told = [words for words in (ended, looked.stopped) if words]
    return End(speak_list(told, " "), looked.error or error, asked=looked.asked)


def _look(desk: Desk, list_id: str, ticket: Ticket, glance: _Glance) -> End:
    """Look whether it is so: whoever is in doubt is settled by that; say what prevented it.

    A member whose id cannot be read holds nobody else up: what the list shows is settled.
    """
    if glance.is_over(desk):
        return End(speak(OVERNIGHT))
    try:
        if glance.whole:
            reading = read_members(desk, list_id, ticket, glance.most)
        else:
            reading = look(desk, list_id, ticket, glance.most, newest=glance.newest)
    except Cancelled:
        return End(speak(UNSEEN), asked=True)
    except AllybookError as error:
        return End(error=error)
    if reading.complete:
        return End()
    if ticket.cancelled():
        return End(speak(UNSEEN), asked=True)
    return _say_why(desk, list_id, reading, glance)


def _say_why(desk: Desk, list_id: str, reading: Reading, glance: _Glance) -> End:
    """Return what is said of a look that did not reach the end of the list."""
    cut = glance.newest or (glance.most is not None and reading.charged >= glance.most)
    if not (reading.nameless or cut):
        return End(error=Garbled(ENDLESS))
    if not unproven(desk, list_id):
        return End()
    return End(speak(NAMELESS) if reading.nameless else speak(FURTHER))


def _is_unknown(desk: Desk, list_id: str) -> bool:
    """Return whether somebody may be on the list already, and nobody has looked."""
    read = desk.cache.members(list_id)
    return read is None or not read.complete


def _is_pointless(error: AllybookError | None) -> bool:
    """Return whether another question would come to nothing as well: nothing leaves this computer.

    What X did not answer, though it came there, is looked up.
    """
    if error is None:
        return False
    offline = isinstance(error, Offline) and not isinstance(error, Unreachable)
    return offline or error.fate is Fate.NOT_SENT or isinstance(error, POINTLESS)


def _is_silence(error: AllybookError | None) -> bool:
    """Return whether X only failed to answer, for some, which has been looked up since."""
    return error is None or isinstance(error, Unreachable | Garbled)


def _word(desk: Desk, list_id: str, end: End) -> End:
    """Return an end in the words of the list: where X has it no more, it is forgotten here too."""
    if not isinstance(end.error, NotThere) or not end.error.is_about(list_id):
        return end
    forget(desk, list_id)
    return End(error=NotThere(LIST_GONE))
