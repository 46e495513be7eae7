"""Everyone on a side or in a reading: all are counted, as many as a table can hold are shown."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.check.followback import Answer, Side
from allybook.domain.check.ties import HowMany, Ties
from allybook.services.check.answer import Asked
from allybook.services.check.everyone import read_everyone, read_together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.services.check.everyone import Everyone
    from allybook.services.check.readings import CheckReading
    from allybook.services.desk import Desk
    from allybook.ui.tabs.followback.rows import ListedAlly

MOST = 20_000
"""Rows that are shown at most; nobody reads more, and a million would take minutes and 2 GB."""


class Crowd(Struct, frozen=True):
    """Whom to show, allies first and then the oldest accounts; ``more`` are only counted.

    ``counts`` and ``ties`` are those of everyone, by the readings alone; None where all are shown.
    """

    asked: tuple[Asked, ...]
    counts: Mapping[Answer, int] | None = None
    more: int = 0
    ties: Ties | None = None


def crowd_on(desk: Desk, side: Side, members: Mapping[str, ListedAlly]) -> Crowd:
    """Return everyone on one side, by the newest reading of it."""
    everyone = read_everyone(desk)
    people = everyone.followers if side is Side.FOLLOWERS else everyone.following
    if len(people) <= MOST:
        return _choose(frozenset(people), members)
    counts = _counts_on(everyone, side)
    whole = HowMany(len(people))
    both = HowMany(counts[Answer.MUTUAL], exact=not counts[Answer.UNKNOWN])
    ties = Ties(both, whole, both) if side is Side.FOLLOWERS else Ties(whole, both, both)
    return _choose(frozenset(people), members, counts, ties)


def crowd_in(desk: Desk, reading: CheckReading, members: Mapping[str, ListedAlly]) -> Crowd:
    """Return everyone in one reading."""
    everyone = read_together(desk, {part.side: part for part in reading.parts})
    people = frozenset(everyone.followers).union(everyone.following)
    if len(people) <= MOST:
        return _choose(people, members)
    counts = everyone.counts()
    following = HowMany(len(everyone.following), exact=everyone.is_whole(Side.FOLLOWING))
    followers = HowMany(len(everyone.followers), exact=everyone.is_whole(Side.FOLLOWERS))
    both = HowMany(counts[Answer.MUTUAL], exact=following.exact and followers.exact)
    return _choose(people, members, counts, Ties(following, followers, both))


def _choose(
    people: frozenset[int],
    members: Mapping[str, ListedAlly],
    counts: Mapping[Answer, int] | None = None,
    ties: Ties | None = None,
) -> Crowd:
    allies = people.intersection(int(key) for key in members)
    others = people - allies
    shown = [*sorted(allies), *nsmallest(MOST - len(allies), others)] if counts else sorted(people)
    asked = tuple(
        Asked(str(key), members[str(key)].ally.handle if key in allies else "") for key in shown
    )
    return Crowd(asked, counts, len(people) - len(shown), ties)


def _counts_on(everyone: Everyone, side: Side) -> Mapping[Answer, int]:
    counts = everyone.counts()
    alone = Answer.FAN if side is Side.FOLLOWERS else Answer.IDOL
    people = everyone.followers if side is Side.FOLLOWERS else everyone.following
    told = {Answer.MUTUAL: counts[Answer.MUTUAL], alone: counts[alone]}
    # Of whom the other side was not read to its end, nobody can tell.
    return {**told, Answer.UNKNOWN: len(people) - sum(told.values())}
