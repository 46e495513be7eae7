"""Say a quote on a button: its price, or why it cannot be paid now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.money import in_words
from allybook.services.quote import fits
from allybook.ui.widgets.price import Charge, Tag

if TYPE_CHECKING:
    from allybook.domain.pricing import Quote
    from allybook.services.desk import Desk


def tag_of(desk: Desk, quote: Quote, *, aside: bool = False) -> Tag:
    """Return what stands on the button; ``aside`` says the price behind a comma."""
    plan = "\n".join([f"{one.words}: {in_words(one.dollars)}" for one in quote.steps])
    plan = f"{plan}\n{quote.because}".strip()
    for other in quote.others[1:]:
        # The next best one is in the sentence above.
        plan += f"\n{other.words[:1].upper()}{other.words[1:]}: {in_words(other.dollars)}"
    return Tag(_charge(desk, quote, aside=aside), quote.dollars, plan)


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
