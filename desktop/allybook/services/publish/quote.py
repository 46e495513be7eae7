"""Quote what publishing costs and how long it takes: over several days where there is much."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.acts.outbox import ENDPOINTS, Deed
from allybook.domain.errors import BadInput
from allybook.domain.money.endpoints import ACCOUNTS, BY_HANDLE, MEMBERS, OWNED_LISTS
from allybook.domain.money.pricing import PricedStep, Quote
from allybook.domain.spoken import speak, speak_list, speak_many
from allybook.services.money.quote import Way, beside, plan_step, unpaid
from allybook.services.publish.pace import sent_of_late

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.acts.pace import Pace
    from allybook.domain.spoken import Pattern, Plural
    from allybook.services.desk import Desk

BATCH = 100
NEWEST, WHOLE = "newest", "whole"
"""How the list is looked at afterwards: at its newest members, or at all of them."""
WORDS: Mapping[str, Pattern] = {
    NEWEST: "looking at the newest members only",
    WHOLE: "reading the whole list afterwards",
}
BECAUSE: Pattern = "Each change is one request: X forbids adding in bulk, so they go out slowly."


class Work(Struct, frozen=True):
    """What is to be done: the ids to add and to remove, and how many are to be found first.

    ``members`` are on the list by all that is known; ``known`` says whether that is all of them.
    ``unproven`` says that something is to be looked up, whatever else is done. A ``new`` list that
    X may have made already is looked for among the ``owned`` ones first. ``unread`` are those of
    the adds whose profile is read first. ``doubted`` says that X may have done some of it already.
    ``whole`` says that all of the list is read afterwards; it may have ``grown`` by so many.
    """

    members: frozenset[str]
    adds: tuple[str, ...]
    removes: tuple[str, ...]
    unfound: int = 0
    new: bool = False
    known: bool = True
    unproven: bool = False
    owned: int = 0
    unread: tuple[str, ...] = ()
    doubted: bool = False
    whole: bool = False
    grown: int = 0

    @property
    def sure(self) -> bool:
        """Return whether nobody has to be looked for on the whole list first."""
        return self.known and not self.unproven

    @property
    def changes(self) -> int:
        """Return how many acts it is at most."""
        return len(self.adds) + len(self.removes) + self.unfound


class LookWay(Struct, frozen=True):
    """One way to look whether the list is as it should be, and what all of the work costs so."""

    name: str
    quote: Quote


def look_ways(desk: Desk, work: Work, pace: Pace) -> tuple[tuple[int, ...], tuple[LookWay, ...]]:
    """Return how many changes go out on each day, and the ways to look, the cheapest first.

    There is one where the whole list has to be read in any case, or is nobody but who is added.
    """
    quote, days = quote_work(desk, work, pace)
    if _whole_anyway(work, days):
        return days, (LookWay(WHOLE, quote),)
    most = replace(work, whole=True)
    everyone, _ = quote_work(desk, most, pace)
    if _people(work, days) == _people(most, days):
        return days, (LookWay(NEWEST, quote),)
    ways = (Way(speak(WORDS[NEWEST]), quote), Way(speak(WORDS[WHOLE]), everyone))
    told = tuple(beside(way, ways).quote for way in ways)
    return days, (LookWay(NEWEST, told[0]), LookWay(WHOLE, told[1]))


def choose_way(ways: Sequence[LookWay], name: str) -> LookWay:
    """Return the way of a name, or the cheapest for none; ``BadInput`` where there is no such.

    Where both read the same, or nothing at all, either name will do: a plan that is made anew
    after something was paid for must not refuse what was wanted.
    """
    found = next((way for way in ways if name in ("", way.name)), None)
    if found is None and name in WORDS and (name == WHOLE or not ways[0].quote.requests):
        found = replace(ways[0], name=name)
    if found is None:
        known = " or ".join(way.name for way in ways)
        raise BadInput(
            speak(
                "There is no way “{name}” here: say {known}. Nothing was sent.",
                name=name,
                known=known,
            )
        )
    return found


def _people(work: Work, days: tuple[int, ...]) -> list[int]:
    """Return how many members are looked at on each day."""
    return [people for people, _whole in _looks(work, days)]


def _whole_anyway(work: Work, days: tuple[int, ...]) -> bool:
    return not work.changes or any(whole for _people, whole in _looks(work, days))


def quote_work(desk: Desk, work: Work, pace: Pace) -> tuple[Quote, tuple[int, ...]]:
    """Return the quote, and how many changes go out on each day, today first."""
    if not (work.changes or work.unproven):
        return Quote("list", (), BECAUSE), ()
    days = pace.days(work.changes, len(sent_of_late(desk)))
    looks = _looks(work, days)
    free = _free(desk, work, looks) if days[0] or not work.changes else 0
    late = _ends_late(desk, pace, days[0])
    counted = 0 if late else free
    adding, removing = len(work.adds) + work.unfound, len(work.removes)
    steps = (
        plan_step(desk, BY_HANDLE, work.unfound, speak_many(work.unfound, *_TO_FIND), page=BATCH),
        _reading_step(desk, work.unread),
        _owned_step(desk, work.owned),
        plan_step(desk, ENDPOINTS[Deed.CREATE_LIST], int(work.new), speak("A new list")),
        plan_step(desk, ENDPOINTS[Deed.ADD_MEMBER], adding, speak_many(adding, *_ADDS)),
        plan_step(desk, ENDPOINTS[Deed.REMOVE_MEMBER], removing, speak_many(removing, *_REMOVES)),
        _check_step(desk, looks, counted),
    )
    doubts = work.unfound or work.owned or work.unread or work.doubted or work.grown
    exact = work.known and not doubts and free == counted
    minutes = pace.minutes(days)
    needed = tuple(step for step in steps if step.requests)
    quote = Quote("list", needed, BECAUSE, minutes=minutes, exact=exact, bounded=work.known)
    return replace(quote, day=desk.clock.now().date() if counted else None), days


def _ends_late(desk: Desk, pace: Pace, changes: int) -> bool:
    """Return whether what is read today may cost again when so many changes are out.

    X counts by UTC days, and a run is slow on purpose.
    """
    now = desk.clock.now()
    return (now + changes * pace.apart(1)).date() != now.date()


_TO_FIND: Plural = ("{n} account to find", "{n} accounts to find")
_TO_READ: Plural = ("{n} profile to read first", "{n} profiles to read first")
_ADDS: Plural = ("{n} add", "{n} adds")
_REMOVES: Plural = ("{n} remove", "{n} removes")
_MEMBERS: Plural = ("{n} member read", "{n} members read")
_FREE: Plural = ("{n} read today is free", "{n} were read today and are free")


def _reading_step(desk: Desk, unread: tuple[str, ...]) -> PricedStep:
    """Return the reading of profiles that nobody here knows; those read today are free today."""
    words = speak_many(len(unread), *_TO_READ)
    requests = ceil(len(unread) / BATCH)
    return PricedStep(
        ACCOUNTS, unpaid(desk, ACCOUNTS, unread), desk.prices.price(ACCOUNTS), requests, words
    )


def _owned_step(desk: Desk, owned: int) -> PricedStep:
    words = speak("Look whether X made the list already")
    return plan_step(desk, OWNED_LISTS, owned, words, page=BATCH, owned=desk.owns_app)


def _check_step(desk: Desk, looks: tuple[tuple[int, bool], ...], free: int) -> PricedStep:
    """Return the looking on each day: at whom it added, or at the whole list where that must be.

    Whoever was read today is ``free`` today.
    """
    everyone = sum(people for people, _whole in looks)
    members = speak_many(everyone - free, *_MEMBERS)
    words = speak("Check afterwards: {members}", members=members)
    if len(looks) > 1:
        words = speak("Check on each of {n} days: {members}", n=len(looks), members=members)
    if free:
        words = speak_list((words, speak_many(free, *_FREE)))
    requests = sum(max(1, ceil(people / BATCH)) for people, _whole in looks)
    return PricedStep(MEMBERS, everyone - free, desk.prices.price(MEMBERS), requests, words)


def _looks(work: Work, days: tuple[int, ...]) -> tuple[tuple[int, bool], ...]:
    """Return how many members are read on each day of work, and whether that is the whole list."""
    if not work.changes:
        return ((len(work.members) + work.grown, True),)
    looks: list[tuple[int, bool]] = []
    sent, left = 0, len(work.removes)
    for day in filter(None, days):
        # Removes go out before adds.
        removed, sent = min(day, left), sent + day
        left -= removed
        size = len(work.members) - min(sent, len(work.removes)) + max(0, sent - len(work.removes))
        whole = work.whole or bool(removed) or day > BATCH or (not looks and not work.sure)
        looks.append((size + work.grown if whole else day, whole))
    return tuple(looks)


def _free(desk: Desk, work: Work, looks: tuple[tuple[int, bool], ...]) -> int:
    """Return how many of those read today were read today before."""
    people, whole = looks[0]
    listed = work.members - frozenset(work.removes) if whole else frozenset()
    # Whose profile is read first is read today as well.
    fresh = frozenset(work.unread) if _is_one_charge(desk) else frozenset()
    today = (listed | frozenset(work.adds)) - fresh
    return min(people, len(fresh) + len(today) - unpaid(desk, MEMBERS, tuple(today)))


def _is_one_charge(desk: Desk) -> bool:
    return desk.prices.price(ACCOUNTS).charge == desk.prices.price(MEMBERS).charge
