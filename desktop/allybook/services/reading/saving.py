"""Estimate what X leaves out of a reading, and what is saved by that."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.tree import EVERYTHING, And
from allybook.domain.money.dollars import in_words
from allybook.domain.money.pricing import Other
from allybook.domain.spoken import speak, speak_list

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.money.pricing import Dollars, Quote
    from allybook.domain.spoken import Spoken
    from allybook.ports.network import XQuery
    from allybook.services.desk import Desk

ENOUGH = 50
"""Fewer cached posts than this tell nothing."""
LEAST_FOUND = 10
"""Nor do so few that X finds: authors without names here, say, have none that the filter knows."""
STEP = 10
"""Posts are asked for by the ten: X finds no fewer at once."""
LEAST_TOLD = 5
MOST_TOLD = 99
"""Per cent; less is not worth a word, and more would say that X finds nothing."""


class Saving(Struct, frozen=True):
    """What is left out, in per cent, and the price with and without that."""

    percent: int
    dollars: Dollars
    instead_of: Dollars

    def words(self) -> Spoken:
        """Return it as a sentence without its full stop."""
        return speak(
            "X leaves out about {percent} %: {dollars} instead of {others}",
            percent=self.percent,
            dollars=in_words(self.dollars),
            others=in_words(self.instead_of),
        )


def share_found(desk: Desk, query: XQuery, within: Node = EVERYTHING) -> float:
    """Return which share of what is looked through X finds (0 to 1), by the posts in the cache.

    Only posts that X would look through tell of it, and only enough of them: 1 where there are too
    few. The share of the first reading stays: later ones have fewer posts that were left out to go
    by.
    """
    known = desk.cache.mark(_mark(query))
    if known:
        return float(known)
    looked_through = And((within, query.found))
    every = desk.cache.count(looked_through)
    if every < ENOUGH:
        return 1.0
    found = desk.cache.count(And((looked_through, query.sifted)))
    return found / every if found >= LEAST_FOUND else 1.0


def keep_share(desk: Desk, query: XQuery, share: float) -> None:
    """Remember the share that a query was first estimated to find."""
    if share < 1 and not desk.cache.mark(_mark(query)):
        desk.cache.set_mark(_mark(query), f"{share:.3f}")


def part_of(most: int, share: float) -> int:
    """Return how many posts reach as far, sifted, as ``most`` posts do whole."""
    return min(most, max(STEP, ceil(most * share / STEP) * STEP))


def tell_saving(whole: Quote, sifted: Quote) -> tuple[Quote, Saving | None]:
    """Return a quote that says what reading without X's sifting would cost, and the saving.

    The per cent are those of the two prices: more posts are asked for than the share that X finds.
    """
    if sifted.dollars >= whole.dollars:
        return sifted, None
    percent = min(round(100 * (1 - sifted.dollars / whole.dollars)), MOST_TOLD)
    if percent < LEAST_TOLD:
        return sifted, None
    saving = Saving(percent, sifted.dollars, whole.dollars)
    other = Other(speak("reading what X would leave out as well"), whole.dollars)
    because = speak_list((saving.words(), sifted.because), ". ")
    return replace(sifted, because=because, others=(*sifted.others, other)), saving


def _mark(query: XQuery) -> str:
    return f"found:{query.text}"
