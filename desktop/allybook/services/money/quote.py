"""Quote what a job will cost, before it starts."""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput, CostsMore
from allybook.domain.money.dollars import in_words, parse_dollars
from allybook.domain.money.pricing import Other, PricedStep, Quote
from allybook.domain.spoken import Spoken, speak
from allybook.services.money.doubts import from_this_month, held_this_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.money.pricing import Dollars
    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Settings
    from allybook.services.desk import Desk

DEFAULT_BUDGET = Decimal(5)
BUDGET = "budget"


def budget(desk: Desk) -> Dollars:
    """Return the dollars that may be spent in a month."""
    if desk.budget is not None:
        return desk.budget()
    return budget_set(desk.settings)


def budget_set(settings: Settings) -> Dollars:
    """Return the budget that was set; none where that cannot be read: then nothing is spent."""
    try:
        return parse_dollars(settings.read(BUDGET, str(DEFAULT_BUDGET)))
    except BadInput:
        return Decimal(0)


def set_budget(desk: Desk, dollars: Dollars) -> None:
    """Allow this many dollars in a month; less than is spent just stops what costs."""
    desk.settings.write(BUDGET, str(dollars))
    desk.announcer.announce(Changed(settings=True))


def spent_this_month(desk: Desk) -> Dollars:
    """Return the dollars spent in the current UTC month, and on days to come."""
    return desk.ledger.spent(*from_this_month(desk))


def left(desk: Desk) -> Dollars:
    """Return what is left of the month's budget, beside what is spent and held; never below 0."""
    return max(Decimal(0), budget(desk) - spent_this_month(desk) - held_this_month(desk))


def fits(desk: Desk, quote: Quote) -> bool:
    """Return whether a job stays within what is left of the budget."""
    return quote.dollars <= left(desk)


UNREAD: Pattern = (
    "The price has changed. It costs {dollars} now; it was {others}. Nothing was read."
)
UNSENT: Pattern = (
    "The price has changed. It costs {dollars} now; it was {others}. Nothing was sent."
)


def hold_to(said: Quote, now: Quote, words: Pattern = UNREAD) -> None:
    """Raise ``CostsMore`` for a job that costs more by now than a person was told.

    What was read today is free until midnight (UTC), and a button may stand there for days.
    """
    if now.dollars > said.dollars:
        raise CostsMore(
            speak(
                words,
                dollars=in_words(now.dollars),
                others=in_words(said.dollars),
            )
        )


def say_less(desk: Desk, wanted: Quote, smaller: Quote) -> Spoken:
    """Return why less is read than was wanted: there is no room for it in the budget."""
    return speak(
        "At most {wanted} is more than the {rest} that is left of this month's budget, so fewer "
        "posts are asked for, for at most {dollars}.",
        wanted=sum_in_words(wanted),
        rest=in_words(left(desk)),
        dollars=sum_in_words(smaller),
    )


def plan_step(
    desk: Desk, endpoint: str, resources: int, words: str, *, page: int = 1, owned: bool = False
) -> PricedStep:
    """Return one step: ``resources`` asked for at ``page`` per request."""
    price = desk.prices.price(endpoint, owned=owned)
    return PricedStep(endpoint, resources, price, ceil(resources / page), words)


def unpaid(desk: Desk, endpoint: str, resources: Sequence[str], *, owned: bool = False) -> int:
    """Return how many of these X would charge for, those read today being free."""
    price = desk.prices.price(endpoint, owned=owned)
    today = desk.clock.now().date()
    return len(resources) - desk.ledger.counted(today, price.charge, resources)


def post_steps(
    desk: Desk, endpoint: str, posts: int, words: str, *, page: int
) -> tuple[PricedStep, ...]:
    """Return the steps of reading posts: them, and at worst all that X sends along and charges."""
    along = (
        PricedStep(
            beside,
            posts * each,
            desk.prices.price(beside),
            0,
            speak("{what}: what comes along", what=words),
        )
        for beside, each in desk.along().items()
        if posts
    )
    return (plan_step(desk, endpoint, posts, words, page=page), *along)


class Way(Struct, frozen=True):
    """One way to an answer: what doing it is called (“looking up 300 accounts”), and its quote."""

    words: str
    quote: Quote


def cheapest(*ways: Way) -> Way:
    """Return the cheapest way, whose quote tells the others; the first one wins a tie.

    Its ``because`` says what the next best would cost.
    """
    return beside(min(ways, key=lambda way: by_price(way.quote)), ways)


def by_price(quote: Quote) -> tuple[bool, Dollars]:
    """Return what quotes are put in order by: a price that nobody knows to its end comes last."""
    return not quote.bounded, quote.dollars


def sum_in_words(quote: Quote | Other) -> str:
    """Return the dollars as words; where nobody knows how much there is, that they are a start."""
    dollars = in_words(quote.dollars)
    return dollars if quote.bounded else speak("{dollars} to begin with", dollars=dollars)


def beside(way: Way, ways: Sequence[Way]) -> Way:
    """Return a way whose quote tells the other ways there are, cheapest first."""
    rest = sorted((one for one in ways if one is not way), key=lambda one: by_price(one.quote))
    others = tuple(Other(one.words, one.quote.dollars, one.quote.bounded) for one in rest)
    because = way.quote.because
    if others:
        because = speak(
            "{because:open}; {other} would cost {dollars}.",
            because=because if isinstance(because, Spoken) else speak(because),
            other=others[0].words,
            dollars=sum_in_words(others[0]),
        )
    return replace(way, quote=replace(way.quote, because=because, others=others))
