"""What connecting costs, and what reading costs afterwards; said on the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.money.endpoints import ACCOUNTS, LIST_POSTS
from allybook.services.money.quote import DEFAULT_BUDGET, budget, fits
from allybook.services.sign_in.who import quote_sign_in
from allybook.ui.widgets.price import PriceKind, Tag
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from allybook.domain.money.pricing import Dollars
    from allybook.services.desk import Desk

FOLLOWERS = "GET /2/users/:id/followers"


class SignInPrices(Struct, frozen=True):
    """Prices in dollars: of a post and an account read, and of a follower.

    ``own_follower`` is for those who own the app; ``budget`` is a month's; ``asking`` says what it
    costs to ask X who one is.
    """

    post: Dollars
    account: Dollars
    follower: Dollars
    own_follower: Dollars
    budget: Dollars
    asking: Tag


def terms_of(desk: Desk, *, practice: bool = False) -> SignInPrices:
    """Return the terms; the budget of the practice network is none of X's."""
    prices = desk.prices
    return SignInPrices(
        post=prices.price(LIST_POSTS).dollars,
        account=prices.price(ACCOUNTS).dollars,
        follower=prices.price(FOLLOWERS).dollars,
        own_follower=prices.price(FOLLOWERS, owned=True).dollars,
        budget=DEFAULT_BUDGET if practice else budget(desk),
        asking=_tag_of_asking(desk, practice=practice),
    )


def _tag_of_asking(desk: Desk, *, practice: bool) -> Tag:
    quote = quote_sign_in(desk)
    charge = PriceKind.EXACT if quote.dollars else PriceKind.FREE
    # Who has no account yet is not offline, and what was spent in practice was never spent.
    if not practice and desk.line.signed_in and not desk.line.up:
        charge = PriceKind.OFFLINE
    elif not practice and not fits(desk, quote):
        charge = PriceKind.OVER_BUDGET
    return Tag(charge, quote.dollars, in_words(quote.because))
