"""Say a quote on a button: its price, or why it cannot be paid now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.money.dollars import in_words as in_dollars
from allybook.services.money.quote import fits
from allybook.ui.widgets.price import Charge, Tag
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from allybook.domain.money.pricing import Other, Quote, Step
    from allybook.services.desk import Desk


def tag_of(desk: Desk, quote: Quote, *, aside: bool = False) -> Tag:
    """Return what stands on the button; ``aside`` says the price behind a comma."""
    lines = [_line(one) for one in quote.steps]
    # The next best way is in the sentence, the others have lines of their own.
    rest = [_line(one) for one in quote.others[1:]]
    others = [f"{line[:1].upper()}{line[1:]}" for line in rest]
    plan = "\n".join([*lines, in_words(quote.because), *others]).strip()
    return Tag(_charge(desk, quote, aside=aside), quote.dollars, plan)


def _line(one: Step | Other) -> str:
    return f"{in_words(one.words)}: {in_words(in_dollars(one.dollars))}"


def charge_of(quote: Quote) -> Charge:
    """Return how well a price is known."""
    if not quote.bounded:
        return Charge.FROM
    return Charge.EXACT if quote.exact else Charge.ABOUT


def _charge(desk: Desk, quote: Quote, *, aside: bool) -> Charge:
    if not desk.line.up:
        return Charge.OFFLINE
    if not fits(desk, quote):
        return Charge.OVER_BUDGET
    if not quote.dollars:
        return Charge.FREE
    said = charge_of(quote)
    return Charge.ASIDE if aside and said is Charge.EXACT else said
