from datetime import UTC, datetime, timedelta

from allybook.ui.ticket import Ticket, pause_of

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Bell:
    """Counts how often it is rung."""

    def __init__(self):
        self.rung = 0

    def ring(self):
        self.rung += 1


def a_ticket():
    bell = Bell()
    return Ticket(bell.ring, lambda: NOON), bell


def test_reports_that_nobody_has_read_are_replaced_and_announced_once():
    ticket, bell = a_ticket()
    assert ticket.read() == (0, 0)
    for done in range(1, 4):
        ticket.report(done, 9)
    assert bell.rung == 1
    assert ticket.read() == (3, 9)
    ticket.report(4, 9)
    assert bell.rung == 2


def test_a_pause_ends_by_a_clock_that_nobody_sets():
    ticket, bell = a_ticket()
    ticket.waiting(NOON + timedelta(minutes=15), "X asks for it")
    first = pause_of(ticket)
    ticket.waiting(NOON + timedelta(minutes=16), "X asks for it")
    second = pause_of(ticket)
    assert (first.until, first.why) == (NOON + timedelta(minutes=15), "X asks for it")
    assert 60 <= second.ends - first.ends < 120
    assert bell.rung == 1


def test_no_pause_is_told_where_none_is_made_and_where_there_is_no_job():
    ticket, bell = a_ticket()
    assert pause_of(None) is None
    ticket.waiting(NOON + timedelta(minutes=15))
    ticket.read()
    ticket.waiting(None)
    assert pause_of(ticket) is None
    assert bell.rung == 2


def test_a_ticket_says_that_it_was_asked_to_stop():
    ticket, _bell = a_ticket()
    assert not ticket.cancelled()
    ticket.cancel()
    assert ticket.cancelled()
