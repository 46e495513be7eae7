"""Since when an answer has been so, as far as the readings that were kept can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.check.followback import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from allybook.domain.check.followback import Finding
    from allybook.services.check.answer import Sides

NOBODY: frozenset[str] = frozenset()


def since(
    findings: Iterable[Finding], readings: Iterable[tuple[datetime, Sides]]
) -> Mapping[str, datetime]:
    """Return, by user id, when an answer was first seen (UTC), where it was another one before.

    ``readings`` are complete ones, newest first; each is let go before the next is taken.
    """
    still = _by_answer(findings)
    first: dict[str, datetime] = {}
    later: datetime | None = None
    for as_of, sides in readings:
        for answer, people in still.items():
            same = _with(answer, people, sides)
            if later is not None:
                first |= dict.fromkeys(people - same, later)
            still[answer] = same
        later = as_of
    return first


def _by_answer(findings: Iterable[Finding]) -> dict[Answer, frozenset[str]]:
    groups: dict[Answer, set[str]] = {}
    for one in findings:
        if one.answer is not Answer.UNKNOWN:
            groups.setdefault(one.answer, set()).add(one.user_id)
    return {answer: frozenset(people) for answer, people in groups.items()}


def _with(answer: Answer, people: frozenset[str], sides: Sides) -> frozenset[str]:
    """Return those of whom a reading gave this answer."""
    followers = sides.followers.user_ids if sides.followers else NOBODY
    following = sides.following.user_ids if sides.following else NOBODY
    fans = people & followers if answer in {Answer.MUTUAL, Answer.FAN} else people - followers
    if answer in {Answer.MUTUAL, Answer.IDOL}:
        return fans & following
    return fans - following
