"""Find out who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.money.endpoints import ME
from allybook.domain.money.pricing import Quote
from allybook.domain.spoken import speak
from allybook.services.jobs.patience import patiently
from allybook.services.money.quote import plan_step

if TYPE_CHECKING:
    from allybook.domain.money.pricing import PricedStep
    from allybook.domain.people.accounts import Account
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk


def quote_sign_in(desk: Desk) -> Quote:
    """Quote asking X who is signed in."""
    step = plan_step(desk, ME, 1, speak("Your own account"))
    return Quote("sign-in", (step,), speak("X tells whose token this is."))


def quote_token(desk: Desk) -> Quote:
    """Quote asking X whose token this is, which nobody knows before.

    It is free where that is who was read today, and may be somebody else.
    """
    quote, known = quote_sign_in(desk), desk.me()
    if known is None or not is_known_today(desk):
        return quote
    because = speak(
        "X tells whose token this is. It is free where that is @{handle}, who was read today.",
        handle=known.handle,
    )
    return replace(quote, because=because, exact=False)


def sign_in(desk: Desk, ticket: Ticket | None = None) -> Account:
    """Ask X who is signed in, and remember it for later, offline too.

    Without a ticket nobody would know what is waited for, and X is asked once.
    """
    ask = desk.line.network().me
    with desk.jobs.named("sign-in"):
        me = patiently(desk, ticket, ask) if ticket else ask()
    desk.cache.save_accounts((me,), desk.clock.now())
    if not desk.account:
        desk.settings.write("me", me.user_id)
    desk.announcer.announce(Changed(accounts=True, settings=True))
    return me


def quote_me(desk: Desk) -> tuple[PricedStep, ...]:
    """Return the step of asking who is signed in, where ``me_today`` would ask."""
    return () if desk.asks_first or is_known_today(desk) else quote_sign_in(desk).steps


def after_sign_in(desk: Desk, quote: Quote) -> Quote:
    """Return a quote, and that of its other ways, with asking first whose token this is."""
    asked = quote_token(desk)
    exact = quote.exact and asked.exact
    if asked.steps[0] in quote.steps:
        return replace(quote, exact=exact)
    others = (replace(one, dollars=one.dollars + asked.dollars) for one in quote.others)
    because = speak("{because} Before that, X tells whose token this is.", because=quote.because)
    steps = (*asked.steps, *quote.steps)
    return replace(quote, steps=steps, because=because, exact=exact, others=tuple(others))


def is_known_today(desk: Desk) -> bool:
    """Return whether X told of the own account today."""
    known = desk.me()
    if known is None:
        return False
    charge = desk.prices.price(ME).charge
    return desk.ledger.counted(desk.clock.now().date(), charge, (known.user_id,)) > 0


def me_today(desk: Desk, ticket: Ticket | None = None) -> Account:
    """Return the own account as X shows it today, asking only if it was not read today."""
    known = desk.me()
    return known if known and is_known_today(desk) else sign_in(desk, ticket)
