"""How many we follow and how many follow us: of a cut reading, no more than is known for sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.check.followback import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.domain.check.followback import Finding


class HowMany(Struct, frozen=True):
    """A number of accounts; where it is not ``exact``, it may be more, and never fewer."""

    number: int = 0
    exact: bool = True


class Ties(Struct, frozen=True):
    """How many of some accounts we follow, how many follow us, and how many do both."""

    following: HowMany = HowMany()
    followed_by: HowMany = HowMany()
    both: HowMany = HowMany()


def count_ties(findings: Iterable[Finding]) -> Ties:
    """Return how many of these we follow, and how many follow us.

    Of an unknown one, one half may be known: whoever stands on a side that was read counts there.
    """
    halves = [_halves(one) for one in findings]
    following, followed_by = ([pair[place] for pair in halves] for place in (0, 1))
    return Ties(_count(following), _count(followed_by), _count([_both(*pair) for pair in halves]))


def _halves(finding: Finding) -> tuple[bool | None, bool | None]:
    """Return whether we follow an account, and whether it follows us; None is not known."""
    match finding.answer:
        case Answer.UNKNOWN:
            return finding.following, finding.followed_by
        case answer:
            return answer in {Answer.MUTUAL, Answer.IDOL}, answer in {Answer.MUTUAL, Answer.FAN}


def _both(following: bool | None, followed_by: bool | None) -> bool | None:  # noqa: FBT001
    if following is False or followed_by is False:
        return False
    return True if following and followed_by else None


def _count(told: Iterable[bool | None]) -> HowMany:
    known = list(told)
    return HowMany(known.count(True), exact=None not in known)
