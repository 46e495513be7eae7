"""Check accounts of whom some are known by name only: their ids are found first, in one quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.domain.check.followback import Answer, CheckFlag, Finding
from allybook.domain.money.pricing import Quote
from allybook.domain.spoken import speak_list, speak_many
from allybook.services.check.answer import LOOK_UPS, answer
from allybook.services.check.foreign import asked_of
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

FLAGS = {Outcome.SUSPENDED: CheckFlag.SUSPENDED, Outcome.GONE: CheckFlag.GONE}


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

    Whom nobody has by that handle comes last, as unknown.
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
    lost, now = lost_handles(desk), desk.clock.now()
    unknown = (_hidden(handle, lost.get(handle.lower()), now) for handle in loose)
    return (*answer(desk, [one for one in asked if one.user_id not in told]), *unknown)


def _hidden(handle: str, no: No | None, now: datetime) -> Finding:
    """Return the answer for a handle by which X showed nobody, or was not asked yet."""
    if no is None:
        return Finding("", handle, Answer.UNKNOWN, frozenset(), "", now, complete=False)
    flags = frozenset({FLAGS[no.why]} if no.why in FLAGS else ())
    return Finding("", handle, Answer.UNKNOWN, flags, LOOK_UPS, no.at, complete=False)


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
