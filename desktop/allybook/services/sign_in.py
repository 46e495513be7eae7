"""Find out who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.pricing import Quote
from allybook.services.quote import plan_step

if TYPE_CHECKING:
    from allybook.domain.accounts import Account
    from allybook.services.desk import Desk

ENDPOINT = "GET /2/users/me"


def quote_sign_in(desk: Desk) -> Quote:
    """Quote asking X who is signed in."""
    step = plan_step(desk, ENDPOINT, 1, "Your own account")
    return Quote("sign-in", (step,), "X tells whose token this is.")


def sign_in(desk: Desk) -> Account:
    """Ask X who is signed in, and remember it for later, offline too."""
    with desk.jobs.named("sign-in"):
        me = desk.line.network().me()
    desk.cache.save_accounts((me,), desk.clock.now())
    desk.settings.write("me", me.user_id)
    desk.announcer.announce(Changed(accounts=True, settings=True))
    return me


def me_today(desk: Desk) -> Account:
    """Return the own account as X shows it today, asking only if it was not read today."""
    known = desk.me()
    if known is not None:
        charge = desk.prices.price(ENDPOINT).charge
        if desk.ledger.counted(desk.clock.now().date(), charge, (known.user_id,)):
            return known
    return sign_in(desk)
