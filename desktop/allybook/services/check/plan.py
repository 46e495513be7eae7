"""Plan a follow-back check: every way that answers, each with its price, and the cheapest of them.

What is at hand costs nothing: what was read earlier on the same UTC day, and an X archive of the
last week. Else pages of one or both sides are read (cheap for who owns the developer app), or each
account is looked up, or the members of an X List that has them all.
"""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.check.followback import Side
from allybook.domain.errors import BadInput
from allybook.domain.filters.times import day_of
from allybook.domain.money.endpoints import ACCOUNTS
from allybook.domain.money.pricing import PricedStep, Quote
from allybook.domain.spoken import speak, speak_list, speak_many
from allybook.services.check.answer import LOOK_UPS, newest_sides
from allybook.services.jobs.paging import BATCH
from allybook.services.lists.pull import members_now, quote_pull
from allybook.services.money.quote import Way, beside, by_price, hold_to, sum_in_words, unpaid
from allybook.services.sign_in.who import is_known_today, quote_me

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime, tzinfo

    from allybook.domain.check.followback import Snapshot
    from allybook.domain.spoken import Pattern, Plural, Spoken
    from allybook.services.check.answer import Asked
    from allybook.services.desk import Desk

PAGES = "follower pages"
LIST = "list members"
AT_HAND = "at hand"
PAGE = 1000
ARCHIVE_SERVES = timedelta(days=7)
"""How long an archive answers for today: X takes a day or more to make one."""


WAYS = {"at-hand": AT_HAND, "pages": PAGES, "look-ups": LOOK_UPS, "list": LIST}
"""The ways as a person names them at the command line."""


class CheckPlan(Struct, frozen=True):
    """One way and its price, with what it reads.

    ``way`` is one of the words above, or ``look-up``; ``words`` say what doing it is called.
    ``sides`` are read page by page, ``ids`` looked up; ``list_id`` is the list whose members are
    read. ``handles`` are found first: nobody has told their user ids. ``why`` is what speaks for
    this way alone.
    """

    way: str
    quote: Quote
    sides: tuple[Side, ...] = ()
    ids: tuple[str, ...] = ()
    list_id: str = ""
    words: str = ""
    handles: tuple[str, ...] = ()
    why: str = ""


def plan_check(desk: Desk, asked: Sequence[Asked] | None, *, anew: bool = False) -> CheckPlan:
    """Choose the cheapest way that answers about ``asked`` (None: everyone on either side).

    With ``anew``, what is at hand is not enough: X is asked, whatever is known.
    """
    return cheapest_first(_plans(desk, asked, anew=anew))[0]


def plan_ways(
    desk: Desk, asked: Sequence[Asked] | None, *, anew: bool = False
) -> tuple[CheckPlan, ...]:
    """Return every way that answers about ``asked``, cheapest first; each tells the others.

    Unless ``anew``, they begin with what costs nothing now, and X can be asked all the same.
    """
    return cheapest_first(ways_there_are(desk, asked, anew=anew))


def ways_there_are(
    desk: Desk, asked: Sequence[Asked] | None, *, anew: bool = False
) -> Iterator[CheckPlan]:
    """Yield the same ways in no order, each as if there were no other."""
    found: dict[tuple[str, str], CheckPlan] = {}
    for again in (True,) if anew else (False, True):
        for plan in _plans(desk, asked, anew=again):
            found.setdefault((plan.way, plan.list_id), plan)
    yield from found.values()


def choose_way(ways: Sequence[CheckPlan], name: str) -> CheckPlan:
    """Return the way of that name, the cheapest where there is no name.

    ``BadInput`` where that way does not answer here.
    """
    chosen = next((plan for plan in ways if not name or plan.way == WAYS.get(name)), None)
    if chosen is None:
        names = {way: name for name, way in WAYS.items()}
        there = ", ".join(f"{names[one.way]} ({sum_in_words(one.quote)})" for one in ways)
        raise BadInput(
            speak(
                "This check cannot be done by “{name}”; its ways are: {there}. Nothing was asked.",
                name=name,
                there=there,
            )
        )
    return chosen


def cheapest_first(plans: Iterable[CheckPlan]) -> tuple[CheckPlan, ...]:
    """Return the plans by their price, each once; each quote tells the others."""
    found: dict[str, CheckPlan] = {}
    for plan in plans:
        found.setdefault(plan.words, plan)
    kept = sorted(found.values(), key=lambda plan: by_price(plan.quote))
    ways = [Way(plan.words, plan.quote) for plan in kept]
    return tuple(
        replace(plan, quote=beside(way, ways).quote) for plan, way in zip(kept, ways, strict=True)
    )


def _plans(desk: Desk, asked: Sequence[Asked] | None, *, anew: bool) -> Iterator[CheckPlan]:
    plans = [_plan_pages(desk, {} if anew else _at_hand(desk))]
    if asked is not None:
        plans.append(_plan_look_ups(desk, asked, anew=anew))
        plans += _plan_members(desk, asked)
    return (replace(one, words=_words(desk, one), why=one.quote.because) for one in plans)


def _words(desk: Desk, plan: CheckPlan) -> str:
    """Return what doing it is called."""
    if plan.way == AT_HAND:
        return speak("asking for nothing")
    if plan.way == LIST:
        name = next((one.name for one in desk.cache.lists() if one.list_id == plan.list_id), "")
        return speak("reading the members of the list “{name}”", name=name)
    if plan.way == LOOK_UPS:
        return speak_many(len(plan.ids), "looking up {n} account", "looking up {n} accounts")
    return speak("reading all {sides}", sides=_both(plan.sides))


def _both(sides: Sequence[Side]) -> Spoken:
    return speak_list([speak(_SIDES[side]) for side in sides], speak(" and "))


_SIDES: Mapping[Side, Pattern] = {
    Side.FOLLOWING: "following",
    Side.FOLLOWERS: "followers",
}
_KNOWN_FIRST: Mapping[Side, Pattern] = {
    Side.FOLLOWING: "The following are known {since}",
    Side.FOLLOWERS: "The followers are known {since}",
}
_KNOWN: Mapping[Side, Pattern] = {
    Side.FOLLOWING: "the following are known {since}",
    Side.FOLLOWERS: "the followers are known {since}",
}


def _at_hand(desk: Desk) -> Mapping[Side, Snapshot]:
    """Return the readings that need not be paid for again: of today, or a recent archive."""
    now = desk.clock.now()
    found: dict[Side, Snapshot] = {}
    for side, reading in _newest(desk).items():
        serves = now - reading.as_of <= ARCHIVE_SERVES and reading.source != PAGES
        if reading.complete and (serves or _is_today(desk, reading.as_of)):
            found[side] = reading
    return found


def _newest(desk: Desk) -> dict[Side, Snapshot]:
    sides = newest_sides(desk)
    both = {Side.FOLLOWING: sides.following, Side.FOLLOWERS: sides.followers}
    return {side: reading for side, reading in both.items() if reading}


def _is_today(desk: Desk, moment: datetime) -> bool:
    return moment.date() == desk.clock.now().date()


def _plan_pages(desk: Desk, at_hand: Mapping[Side, Snapshot]) -> CheckPlan:
    sides = tuple(side for side in (Side.FOLLOWING, Side.FOLLOWERS) if side not in at_hand)
    zone = desk.clock.zone
    known = [speak(_KNOWN[side], since=_since(at_hand[side], zone)) for side in at_hand]
    if not sides:
        first, *others = at_hand
        told = speak(_KNOWN_FIRST[first], since=_since(at_hand[first], zone))
        known = [told, *(speak(_KNOWN[side], since=_since(at_hand[side], zone)) for side in others)]
        because = speak("{known}, which costs nothing.", known=speak_list(known, "; "))
        return CheckPlan(AT_HAND, Quote("check", (), because))
    steps = side_steps(desk, sides)
    reading = speak("Reading the {sides} once answers for everyone", sides=_both(sides))
    if desk.owns_app:
        reading = speak("{reading}, at the owner's price", reading=reading)
    bounded = all(people_on(desk, side) is not None for side in sides)
    if not bounded:
        known.append(speak("how many there are is not known until X has told it"))
    because = speak("{sentence}.", sentence=speak_list([reading, *known], "; "))
    exact = _is_exact(desk, sides)
    quote = Quote("check", (*quote_me(desk), *steps), because, exact=exact, bounded=bounded)
    return CheckPlan(PAGES, quote, sides)


def _since(reading: Snapshot, zone: tzinfo) -> str:
    if reading.source == PAGES:
        return speak("from today, {moment:%H:%M} UTC", moment=reading.as_of)
    return speak("from the archive of {day.day} {day:%B %Y}", day=day_of(reading.as_of, zone))


def _is_exact(desk: Desk, sides: tuple[Side, ...]) -> bool:
    """Return whether a price is exact: X told the numbers today, and nobody can be on both sides.

    Who follows us and is followed is charged once; how many those are is known only afterwards.
    """
    counts = [people_on(desk, side) for side in sides]
    return is_known_today(desk) and None not in counts and sum(map(bool, counts)) <= 1


def people_on(desk: Desk, side: Side) -> int | None:
    """Return how many are on a side by what X told, or by what it showed beyond that."""
    me = desk.me()
    told = (me.followers if side is Side.FOLLOWERS else me.following) if me else None
    if me is None or told is None:
        return None
    newest = next((one for one in desk.cache.glimpses(me.user_id) if one.side is side), None)
    # A reading that was cut short though it holds all whom X told of: its number is too low.
    beyond = newest is not None and not newest.complete and newest.people > told
    return newest.people + PAGE if newest and beyond else told


def side_steps(desk: Desk, sides: Sequence[Side]) -> tuple[PricedStep, ...]:
    """Return the readings of these sides, by how many X told of last."""
    return tuple(_side_step(desk, side) for side in sides)


def hold_sides(desk: Desk, sides: Sequence[Side], said: Quote) -> None:
    """Raise ``CostsMore`` where X tells of more on these sides than the price was said for.

    How many there are is known from the day that the own account was read, which may be long ago.
    """
    now = side_steps(desk, sides)
    readings = {step.endpoint for step in now}
    told = tuple(step for step in said.steps if step.endpoint in readings)
    if said.bounded:
        hold_to(replace(said, steps=told), replace(said, steps=now), GROWN)


GROWN: Pattern = (
    "X tells of more followers or following than were known. Reading them costs {dollars} now; it "
    "was {others}. None of them was read."
)


def _side_step(desk: Desk, side: Side) -> PricedStep:
    """Return the reading of one side; who is on it by a reading of today and paid for is free.

    Who was on it longer ago may have left, or be on one side only, and others pay in their place.
    """
    endpoint = f"GET /2/users/:id/{side}"
    known = _read_today(desk, side)
    free = len(known) - unpaid(desk, endpoint, sorted(known), owned=desk.owns_app)
    count = people_on(desk, side)
    people = PAGE if count is None else count
    words = speak_many(people, *(_FIRST if count is None else _COUNTED)[side])
    if free:
        words = speak("{people}, {n} of them free", people=words, n=free)
    price = desk.prices.price(endpoint, owned=desk.owns_app)
    return PricedStep(endpoint, max(0, people - free), price, max(1, ceil(people / PAGE)), words)


_FIRST: Mapping[Side, Plural] = {
    Side.FOLLOWING: ("the first {n} following", "the first {n} following"),
    Side.FOLLOWERS: ("the first {n} follower", "the first {n} followers"),
}
_COUNTED: Mapping[Side, Plural] = {
    Side.FOLLOWING: ("{n} following", "{n} following"),
    Side.FOLLOWERS: ("{n} follower", "{n} followers"),
}


def _read_today(desk: Desk, side: Side) -> frozenset[str]:
    """Return who is on a side by what was read of it today, where anybody was paid for at all."""
    today = desk.clock.now().date()
    if not desk.ledger.spent(today, today):
        return frozenset()
    sides = newest_sides(desk)
    whole = sides.followers if side is Side.FOLLOWERS else sides.following
    read = [*([whole] if whole else []), *(one for one in sides.parts if one.side is side)]
    return frozenset[str]().union(*(one.user_ids for one in read if _is_today(desk, one.as_of)))


def _plan_look_ups(desk: Desk, asked: Sequence[Asked], *, anew: bool) -> CheckPlan:
    """Plan looking up those of whom X did not tell today; who was read today is free."""
    ids = tuple(dict.fromkeys(one.user_id for one in asked))
    told = {} if anew else desk.cache.looked_up_at(ids)
    wanted = tuple(i for i in ids if i not in told or not _is_today(desk, told[i]))
    if not wanted:
        because = speak_many(
            len(ids),
            "X told today about this account, so nothing is asked of it.",
            "X told today about all {n} accounts, so nothing is asked of it.",
        )
        return CheckPlan(AT_HAND, Quote("check", (), because))
    people = unpaid(desk, ACCOUNTS, wanted)
    price = desk.prices.price(ACCOUNTS)
    words = speak_many(
        len(wanted), "{n} look-up, read today and free", "{n} look-ups, read today and free"
    )
    if people:
        words = speak_many(people, "{n} look-up", "{n} look-ups")
    step = PricedStep(ACCOUNTS, people, price, ceil(len(wanted) / BATCH), words)
    because = speak_many(
        len(wanted),
        "Looking up {n} account tells how it stands to you.",
        "Looking up {n} accounts tells how each of them stands to you.",
    )
    return CheckPlan(LOOK_UPS, Quote("check", (step,), because), ids=wanted)


def _plan_members(desk: Desk, asked: Sequence[Asked]) -> Iterator[CheckPlan]:
    """Yield reading the members of each list that has all of them, as far as is known."""
    wanted = {one.user_id for one in asked}
    for x_list in desk.cache.lists():
        read = desk.cache.members(x_list.list_id)
        if not (wanted and read and read.complete):
            continue
        if not wanted <= members_now(desk, x_list.list_id):
            continue
        because = speak(
            "The list “{name}” has them all, and its members tell who follows you.",
            name=x_list.name,
        )
        quote = replace(quote_pull(desk, x_list.list_id), job="check", because=because)
        yield CheckPlan(LIST, quote, list_id=x_list.list_id)
