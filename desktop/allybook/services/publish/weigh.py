"""Weigh a post as X does: how long it is, and whether it holds links, which cost thirteen times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from twitter_text import extract_urls, parse_tweet

if TYPE_CHECKING:
    from allybook.domain.money.pricing import Dollars
    from allybook.services.desk import Desk

LIMIT = 280
PLAIN, LINKED = "content_create", "content_create_url"


class Weight(Struct, frozen=True):
    """The weighted length of a text (a link counts 23), and what X takes for links in it."""

    length: int
    links: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Return whether everyone may post it: 1 to 280."""
        return 0 < self.length <= LIMIT


def weigh(text: str) -> Weight:
    """Return the weight of a text, by X's published rules (twitter-text, configuration 3)."""
    return Weight(parse_tweet(text).weightedLength, tuple(extract_urls(text)))


def price_by_api(desk: Desk, weight: Weight) -> Dollars:
    """Return what the API would charge for posting it; in the browser it is free."""
    return desk.prices.charges[LINKED if weight.links else PLAIN]
