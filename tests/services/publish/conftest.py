"""A book of three approved allies, and a network that knows them."""

import pytest

from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.report import note_told
from allybook.services.publish.run import publish as publish_untold

NAMES = ("HarborRow", "WrenStreet", "MapleMain")


@pytest.fixture
def book(desk, network):
    people = [Account(str(n), name, name) for n, name in enumerate(NAMES, start=11)]
    network.people = {one.user_id: one for one in people}
    desk.settings.write("me", network.me_.user_id)
    desk.cache.save_accounts(people, desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, NAMES)
    approve(desk, book, ["11", "12", "13"])
    return book


def outcomes(done):
    return {act.user_id: act.outcome for act in done.acts}


def publish(desk, plan, ticket, **how):
    """Publish, and let the report reach the person."""
    done = publish_untold(desk, plan, ticket, **how)
    note_told(desk, done.list_id, done.acts)
    return done
