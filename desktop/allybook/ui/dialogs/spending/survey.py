"""What there is to say of a month's money, read from the ledger in one go."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.money.months import month_of
from allybook.services.money.doubts import doubts, held_this_month, may_close
from allybook.services.money.quote import budget, left, spent_this_month
from allybook.ui.charts.spending import DaySum, SpendingGroup
from allybook.ui.wording import count, posts, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from allybook.domain.money.pricing import Dollars, Spending
    from allybook.domain.money.reservations import Doubt
    from allybook.services.desk import Desk

GROUPS = {
    "post": SpendingGroup.POSTS,
    "user": SpendingGroup.ACCOUNTS,
    "owned": SpendingGroup.ACCOUNTS,
}
COUNTING, CHAT = "count #", "chat #"


class JobSum(Struct, frozen=True):
    """What one kind of job cost in the month: its name, what it read or did, dollars."""

    name: str
    what: str
    dollars: Dollars


class Month(Struct, frozen=True):
    """A month's money as it stands now, in dollars.

    ``doubts`` come with whether a person may decide about them yet. ``fixed`` says that the budget
    was said for this run only, so that another cannot be set. ``ends`` is the month's last day.
    """

    spent: Dollars
    held: Dollars
    left: Dollars
    budget: Dollars
    fixed: bool
    days: tuple[DaySum, ...]
    jobs: tuple[JobSum, ...]
    doubts: tuple[tuple[Doubt, bool], ...]
    ends: date
    priced: date


def survey(desk: Desk) -> Month:
    """Read the current UTC month from the ledger; quick enough for the window's thread."""
    first, last = month_of(desk.clock.now().date())
    lines = desk.ledger.lines(first, last)
    return Month(
        spent=spent_this_month(desk),
        held=held_this_month(desk),
        left=left(desk),
        budget=budget(desk),
        fixed=desk.budget is not None,
        days=_days(lines, first, last),
        jobs=_jobs(lines),
        doubts=tuple((doubt, may_close(desk, doubt)) for doubt in doubts(desk)),
        ends=last,
        priced=desk.prices.dated,
    )


def name_job(job: str) -> str:
    """Return what a job of the ledger is called in the window."""
    if job.startswith((CHAT, COUNTING)):
        return translate("spending", "Chat #%1").replace("%1", job.partition("#")[2])
    known = {
        "refresh": translate("spending", "Home timeline"),
        "automatic refresh": translate("spending", "Refreshing by itself"),
        "list posts": translate("spending", "Posts of lists"),
        "book posts": translate("spending", "Posts of books"),
        "search posts": translate("spending", "Searches"),
        "gap": translate("spending", "Gaps that were filled"),
        "check": translate("spending", "Follow-back checks"),
        "list": translate("spending", "The X List and its members"),
        "names": translate("spending", "Names of accounts"),
        "sign-in": translate("spending", "Signing in"),
        "other": translate("spending", "Other"),
    }
    return known.get(job, job)


def name_things(things: Counter[SpendingGroup]) -> str:
    """Return what was read or done: ``312 posts, 1 request``."""
    said = {
        SpendingGroup.POSTS: posts(things[SpendingGroup.POSTS]),
        SpendingGroup.ACCOUNTS: accounts(things[SpendingGroup.ACCOUNTS]),
        SpendingGroup.REST: requests(things[SpendingGroup.REST]),
    }
    return ", ".join(words for group, words in said.items() if things[group])


def accounts(number: int) -> str:
    """Return ``1 account``, ``1,200 accounts``."""
    if number == 1:
        return translate("spending", "1 account")
    return translate("spending", "%1 accounts").replace("%1", count(number))


def requests(number: int) -> str:
    """Return ``1 request``, ``33 requests``: what is charged by the list, count or change."""
    if number == 1:
        return translate("spending", "1 request")
    return translate("spending", "%1 requests").replace("%1", count(number))


def _days(lines: Sequence[Spending], first: date, last: date) -> tuple[DaySum, ...]:
    sums: dict[date, dict[SpendingGroup, Decimal]] = defaultdict(dict)
    for line in lines:
        group = GROUPS.get(line.charge, SpendingGroup.REST)
        sums[line.day][group] = sums[line.day].get(group, Decimal(0)) + line.dollars
    length = (last - first).days + 1
    days = (first + timedelta(days=number) for number in range(length))
    return tuple(DaySum(day, sums.get(day, {})) for day in days)


def _jobs(lines: Sequence[Spending]) -> tuple[JobSum, ...]:
    """Return the jobs that cost something, the dearest first."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    things: dict[str, Counter[SpendingGroup]] = defaultdict(Counter)
    for line in lines:
        name = name_job(line.job)
        sums[name] += line.dollars
        things[name][GROUPS.get(line.charge, SpendingGroup.REST)] += line.resources
    rows = [JobSum(name, name_things(things[name]), cost) for name, cost in sums.items() if cost]
    return tuple(sorted(rows, key=lambda row: (-row.dollars, row.name)))
