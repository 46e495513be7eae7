"""Check accounts of whom some are known by name only: their ids are found first, in one quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.domain.check.followback import Answer, CheckFlag, Finding, Unsaid
from allybook.domain.money.pricing import Quote
from allybook.domain.spoken import speak_list, speak_many
from allybook.services.check.answer import LOOK_UPS, answer
from allybook.services.check.foreign import asked_of, set_apart
from allybook.services.check.plan import CheckPlan, cheapest_first, plan_ways, ways_there_are
from allybook.services.check.run import check
from allybook.services.people.find import look_up, quote_find
from allybook.services.people.lost_handles import lost_handles

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.ports.surroundings import Ticket
    from allybook.services.check.foreign import Names
    from allybook.services.desk import Desk
    from allybook.services.people.ask_again import No


def plan_names(desk: Desk, names: Names, *, anew: bool = False) -> tuple[CheckPlan, ...]:
    """Return every way to check these, cheapest first; each finds the unknown ids first.

    Whoever is found by handle is paid for that day: looking them up by id adds nothing.
    """
    asked, loose = asked_of(desk, names)
    if not anew:
        lost = lost_handles(desk)
        loose = tuple(handle for handle in loose if handle.lower() not in lost)
    finding = quote_find(desk, loose)
    if not finding.requests and (asked or not names.handles):
        return plan_ways(desk, asked, anew=anew)
    if not asked:
        words = speak_many(len(loose), "asking for {n} handle", "asking for {n} handles")
        quote = replace(finding, job="check")
        return (CheckPlan(LOOK_UPS, quote, words=words, handles=loose, why=quote.because),)
    ways = ways_there_are(desk, asked, anew=anew)
    return cheapest_first(_after(plan, finding, loose) for plan in ways)


def check_names(desk: Desk, names: Names, plan: CheckPlan, ticket: Ticket) -> tuple[Finding, ...]:
    """Find who is known by name only, then check everyone as planned; nothing goes into a book.

    Whom nobody has by that handle comes last, as unknown, with those whose handle changed hands.
    """
    asked, _ = asked_of(desk, names)
    look_up(desk, plan.handles, ticket)
    told = check(desk, asked, plan, ticket) if asked else ()
    return (*told, *_found(desk, names, {one.user_id for one in asked}))


def answer_names(desk: Desk, names: Names) -> tuple[Finding, ...]:
    """Answer from what was read before, at no cost."""
    asked, _ = asked_of(desk, names)
    return (*answer(desk, asked), *_found(desk, names, {one.user_id for one in asked}))


def _found(desk: Desk, names: Names, told: set[str]) -> tuple[Finding, ...]:
    """Answer for those whose ids were found meanwhile, and for those whom nobody knows."""
    asked, loose = asked_of(desk, names)
    lost, now, apart = lost_handles(desk), desk.clock.now(), set_apart(desk, names)
    unknown = [_hidden(handle, lost.get(handle.lower()), now) for handle in loose]
    passed_on = [handle for handle in names.handles if handle.lower() in apart]
    unknown += [_open(handle, now, Unsaid.CHANGED_HANDS) for handle in passed_on]
    return (*answer(desk, [one for one in asked if one.user_id not in told]), *unknown)


def _hidden(handle: str, no: No | None, now: datetime) -> Finding:
    """Return the answer for a handle by which X showed nobody, or was not asked yet.

    That nobody has it does not tell that who had it is gone: they may have another one.
    """
    if no is None:
        return Finding("", handle, Answer.UNKNOWN, frozenset(), "", now, complete=False)
    nobody = no.why is Outcome.GONE
    found = _open(handle, no.at, Unsaid.NOBODY if nobody else Unsaid.UNTOLD)
    suspended = no.why is Outcome.SUSPENDED
    return replace(found, flags=frozenset({CheckFlag.SUSPENDED})) if suspended else found


def _open(handle: str, at: datetime, unsaid: Unsaid) -> Finding:
    unknown, none = Answer.UNKNOWN, frozenset[CheckFlag]()
    return Finding("", handle, unknown, none, LOOK_UPS, at, complete=False, unsaid=unsaid)


def _after(plan: CheckPlan, finding: Quote, loose: tuple[str, ...]) -> CheckPlan:
    """Return a plan that first finds who is known by name only."""
    because = speak_list((finding.because, plan.quote.because), " ")
    quote = Quote("check", (*finding.steps, *plan.quote.steps), because, exact=False)
    quote = replace(quote, bounded=plan.quote.bounded)
    words = speak_many(
        len(loose),
        "asking for {n} handle and {others}",
        "asking for {n} handles and {others}",
        others=plan.words,
    )
    return replace(plan, quote=quote, words=words, handles=loose, why=because)
