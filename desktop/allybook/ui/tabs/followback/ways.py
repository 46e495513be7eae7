"""The ways of a check as the quote dialog says them: each with its price and its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.services.money.doubts import held_this_month
from allybook.services.money.quote import budget, spent_this_month
from allybook.ui.dialogs.quote_view import PriceLine, QuoteView, WayView
from allybook.ui.prices import charge_of
from allybook.ui.wording import in_words, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.services.check.plan import CheckPlan
    from allybook.services.desk import Desk


def ways_view(desk: Desk, ways: Sequence[CheckPlan], whom: str) -> QuoteView:
    """Return the ways to check ``whom``, the cheapest chosen; a way is named by its place."""
    shown = tuple(_way(place, plan) for place, plan in enumerate(ways))
    sentence = translate(
        "followback",
        "%1. All ways answer the same; the cheapest is chosen. Nothing changes on X, and nobody "
        "is told.",
    )
    return QuoteView(
        title=translate("followback", "Check who follows back"),
        sentence=sentence.replace("%1", whom),
        verb=translate("followback", "Check"),
        lines=shown[0].lines,
        spent=spent_this_month(desk),
        budget=budget(desk),
        held=held_this_month(desk),
        icon="refresh-cw",
        charge=shown[0].charge,
        ways=shown,
    )


def _way(place: int, plan: CheckPlan) -> WayView:
    said = in_words(plan.words)
    lines = tuple(PriceLine(in_words(step.words), step.dollars) for step in plan.quote.steps)
    words = f"{said[:1].upper()}{said[1:]}"
    return WayView(str(place), words, in_words(plan.why), lines, charge_of(plan.quote))
