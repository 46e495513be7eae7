"""Say a quote on a button: its price, or why it cannot be paid now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.money.dollars import in_words as in_dollars
from allybook.services.money.quote import fits
from allybook.ui.widgets.price import PriceKind, Tag
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from allybook.domain.money.pricing import Other, PricedStep, Quote
    from allybook.services.desk import Desk


def tag_of(desk: Desk, quote: Quote, *, aside: bool = False) -> Tag:
    """Return what stands on the button; ``aside`` says the price behind a comma."""
    lines = [_line(one) for one in quote.steps]
    # The next best way is in the sentence, the others have lines of their own.
    rest = [_line(one) for one in quote.others[1:]]
    others = [f"{line[:1].upper()}{line[1:]}" for line in rest]
    plan = "\n".join([*lines, in_words(quote.because), *others]).strip()
    return Tag(_charge(desk, quote, aside=aside), quote.dollars, plan)


def _line(one: PricedStep | Other) -> str:
    return f"{in_words(one.words)}: {in_words(in_dollars(one.dollars))}"


def charge_of(quote: Quote) -> PriceKind:
    """Return how well a price is known."""
    if not quote.bounded:
        return PriceKind.FROM
    return PriceKind.EXACT if quote.exact else PriceKind.ABOUT


def _charge(desk: Desk, quote: Quote, *, aside: bool) -> PriceKind:
    if not desk.line.signed_in:
        return PriceKind.NO_ACCOUNT
    if not desk.line.up:
        return PriceKind.OFFLINE
    if not fits(desk, quote):
        return PriceKind.OVER_BUDGET
    if not quote.dollars:
        return PriceKind.FREE
    said = charge_of(quote)
    return PriceKind.ASIDE if aside and said is PriceKind.EXACT else said
