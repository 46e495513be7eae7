"""Whom the acts in the Activity panel are about, and how one is made."""

from datetime import timedelta

from allybook.domain.acts.outbox import ENDPOINTS, Act, Deed, Outcome
from allybook.domain.people.accounts import Account
from allybook.domain.spoken import speak

JUNO = Account("21", "junohale", "Juno Hale")
ROOF = Account("22", "SafeRoof", "Safe Roof Network")
LIST = "500"
HOUR = timedelta(hours=1)
CREDITS = speak(
    "The credits of your developer account are used up; buy more at console.x.com, then ask again "
    "(a refused request costs nothing). {safe}",
    safe="",
)


def act(desk, key, user_id, hours=5, outcome=Outcome.ADDED, deed=Deed.ADD_MEMBER, **more):
    at = desk.clock.now() - hours * HOUR
    book = desk.book().info.book_id
    handle = "handle" if user_id else "Swhelper allies"
    price = desk.prices.price(ENDPOINTS[deed]).dollars if outcome else None
    desk.outbox.put([Act(key, deed, book, LIST, user_id, handle, at, price=price, **more)])
    if outcome:
        desk.outbox.settle(key, outcome, at)
