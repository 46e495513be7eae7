"""Midnight (UTC), when what was paid for before costs again: between a price and its reading."""

from allybook.domain.money.reservations import Part
from allybook.services.line import Line

DAY = 86_400
ACCOUNTS = "GET /2/users"


class MidnightLine(Line):
    """A line that, once it is ``armed``, is asked for its network as the next day begins."""

    def __init__(self, network, clock):
        super().__init__(network)
        self._clock = clock
        self.armed = False

    def network(self):
        if self.armed:
            self.armed = False
            self._clock.advance(seconds=DAY)
        return super().network()


def pay_for_a_name(desk, user_id):
    """Pay for the profile of somebody of whom the cache knows nothing."""
    with desk.jobs.request("names", [Part(ACCOUNTS, 1)]) as slip:
        slip.bring([Part(ACCOUNTS, ids=(user_id,))])
