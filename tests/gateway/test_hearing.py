"""X tells its time with every answer, and whoever listens hears it before the answer is read."""

from datetime import UTC, datetime, timedelta

import pytest
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter

from allybook.gateway.hearing import TimeHearing, told_time
from allybook.services.timepiece import Timepiece
from tests.fakes.clock import NOON, FixedClock

DATE = "Mon, 30 Mar 2026 10:00:00 GMT"
TOLD = datetime(2026, 3, 30, 10, tzinfo=UTC)


class Answers(BaseAdapter):
    """Answers with what it was given."""

    def __init__(self, status, **headers):
        super().__init__()
        self._status, self._headers = status, headers
        self.closed = False

    def send(self, request, *words, **more):
        response = Response()
        response.status_code = self._status
        response.headers.update(self._headers)
        return response

    def address(self, url):
        return f"elsewhere:{url}"

    def close(self):
        self.closed = True


@pytest.mark.parametrize("status", [200, 400, 401, 429, 503])
def test_every_answer_tells_the_time_refusals_too(status):
    clock = Timepiece(FixedClock())
    answer = TimeHearing(Answers(status, Date=DATE), clock).send(PreparedRequest())
    assert answer.status_code == status
    assert abs(clock.now() - TOLD) <= timedelta(seconds=1)


@pytest.mark.parametrize("headers", [{}, {"Date": ""}, {"date": "soon"}, {"DATE": "99 X 1"}])
def test_an_answer_without_a_time_leaves_the_clock(headers):
    clock = Timepiece(FixedClock())
    TimeHearing(Answers(200, **headers), clock).send(PreparedRequest())
    assert clock.now() == NOON


@pytest.mark.parametrize("year", [1, 1970, 2005, 2101, 9999])
def test_a_year_that_x_has_not_costs_no_answer(year):
    clock = Timepiece(FixedClock())
    answers = Answers(200, Date=f"Fri, 31 Dec {year:04} 23:59:59 GMT")
    assert TimeHearing(answers, clock).send(PreparedRequest()).status_code == 200
    assert (clock.now(), clock.remark()) == (NOON, "")


def test_it_stands_between_others_unseen():
    inner = Answers(200)
    hearing = TimeHearing(inner, Timepiece(FixedClock()))
    assert hearing.address("https://api.x.com/2") == "elsewhere:https://api.x.com/2"
    hearing.close()
    assert inner.closed


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (DATE, TOLD),
        ("Mon, 30 Mar 2026 10:00:00 -0000", TOLD),
        ("Mon, 30 Mar 2026 12:00:00 +0200", TOLD),
        ("Mon, 30 Mar 99999999 10:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),
        ("Sat, 01 Jan 0001 00:00:00 +1400", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_it_is_meant(text, moment):
    assert told_time({"date": text}) == moment
