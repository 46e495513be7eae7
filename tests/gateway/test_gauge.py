"""The gauge: what headers tell, what is not asked, and what an answer survives."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from requests.adapters import BaseAdapter

from allybook.domain.errors import Fate, RateLimited, Unreachable
from allybook.domain.money.limits import Scope
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import XNetwork
from allybook.gateway.gauge import Gauge, endpoint_of
from allybook.gateway.limits import FARTHEST, read_allowances
from allybook.gateway.transport import XTransport
from allybook.services.sign_in.keys import HeldKeys
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.desk import PRICES
from tests.fakes.limits import MemoryLimits
from tests.servers.x_server import Reply

NAMES = {
    Scope.USER_15: "x-rate-limit",
    Scope.USER_24H: "x-user-limit-24hour",
    Scope.APP_24H: "x-app-limit-24hour",
}
MEMBERS = "GET /2/lists/:id/members"
SOON = NOON + timedelta(minutes=4)
TOMORROW = NOON + timedelta(hours=20)
EMPTY = {"data": [], "meta": {"result_count": 0}}


def window(name, left, reset, limit=15):
    end = str(int(reset.timestamp()))
    return {f"{name}-limit": str(limit), f"{name}-remaining": str(left), f"{name}-reset": end}


@pytest.fixture
def limits():
    return MemoryLimits()


@pytest.fixture
def gauged(server, meter, clock, limits):
    with ExitStack() as opened:
        gauge = Gauge(XTransport(server.url, connect=2.0, read=20.0), limits, clock)
        network = XNetwork(HeldKeys(Tokens("t")), adapter=gauge, meter=meter, clock=clock)
        opened.callback(network.close)
        yield network


@pytest.mark.parametrize("endpoint", sorted(PRICES.endpoints))
def test_every_endpoint_is_known_again_by_its_address(endpoint):
    method, path = endpoint.split(" ")
    url = f"https://api.twitter.com{path}".replace(":id", "123").replace(":user_id", "2244994945")
    assert endpoint_of(method, f"{url}?max_results=100&pagination_token=7140") == endpoint


@pytest.mark.parametrize(
    ("scope", "end"), [(Scope.USER_15, SOON), (Scope.USER_24H, TOMORROW), (Scope.APP_24H, TOMORROW)]
)
def test_a_window_used_up_by_a_good_answer_is_not_knocked_at(
    gauged, server, clock, limits, scope, end
):
    server.answer(Reply(EMPTY, headers=window(NAMES[scope].title(), 0, end)), Reply(EMPTY))
    gauged.members("1")
    with pytest.raises(RateLimited, match="pause until") as caught:
        gauged.members("2")
    assert (caught.value.reset_at, caught.value.fate) == (end, Fate.NOT_SENT)
    assert len(server.seen) == 1
    clock.advance(seconds=(end - NOON).total_seconds())
    gauged.members("2")
    assert len(server.seen) == 2


def test_another_endpoint_is_asked_all_the_same(gauged, server):
    server.answer(Reply(EMPTY, headers=window("x-rate-limit", 0, SOON)), Reply(EMPTY))
    gauged.members("1")
    gauged.list_posts("1")
    assert len(server.seen) == 2


def test_failures_tell_too(gauged, server, limits):
    server.answer(Reply("<html>", 503, headers=window("x-rate-limit", 0, SOON)))
    with pytest.raises(Unreachable):
        gauged.members("1")
    assert limits.until(MEMBERS, NOON) == SOON


@pytest.mark.parametrize(
    ("headers", "until"),
    [
        (window("x-rate-limit", 0, SOON), SOON),
        (window("x-rate-limit", 9, SOON) | window("x-app-limit-24hour", 0, TOMORROW), TOMORROW),
        ({"Retry-After": "60"}, NOON + timedelta(minutes=1)),
        (window("x-rate-limit", 9, SOON) | {"retry-after": "60"}, NOON + timedelta(minutes=1)),
        ({"x-rate-limit-reset": str(int(SOON.timestamp()))}, SOON),
        (window("x-rate-limit", 9, SOON), None),
        ({}, None),
    ],
)
def test_a_refusal_is_remembered_as_far_as_x_says_until_when(
    gauged, server, limits, headers, until
):
    server.answer(Reply({"title": "Too Many Requests"}, 429, headers))
    with pytest.raises(RateLimited):
        gauged.members("1")
    assert limits.until(MEMBERS, NOON) == until


def test_a_full_disk_costs_no_answer(server, meter, clock, caplog):
    gauge = Gauge(XTransport(server.url), MemoryLimits(broken=True), clock)
    network = XNetwork(HeldKeys(Tokens("t")), adapter=gauge, meter=meter, clock=clock)
    server.answer(Reply(EMPTY, headers=window("x-rate-limit", 0, SOON)))
    assert network.members("1").items == ()
    assert "could not be kept" in caplog.text
    network.close()


class Echo(BaseAdapter):
    """Answers with the headers that it was given."""

    def __init__(self, headers, status=200):
        super().__init__()
        self.headers, self.status, self.asked = headers, status, 0

    def send(self, _request, *_rest, **_options):
        self.asked += 1
        response = requests.Response()
        response.status_code = self.status
        # A plain dict, as an adapter that is not requests' own may have it.
        response.headers = self.headers
        return response

    def close(self):
        """Nothing was opened."""


names = st.sampled_from(
    [f"{n}-{part}" for n in NAMES.values() for part in ("limit", "remaining", "reset")]
).flatmap(lambda name: st.sampled_from([name, name.title(), name.upper()]))
values = st.text(max_size=12) | st.integers(-5, 10**13).map(str) | st.just("0")
ends = st.integers(-900, 200_000).map(lambda s: str(int(NOON.timestamp()) + s))


@given(
    st.dictionaries(names | st.just("Retry-After"), values | ends),
    st.sampled_from([200, 429, 500]),
)
def test_any_headers_are_survived_and_never_close_an_endpoint_for_long(headers, status):
    limits, clock = MemoryLimits(), FixedClock()
    echo = Echo(headers, status)
    gauge = Gauge(echo, limits, clock)
    request = requests.Request("GET", "https://api.twitter.com/2/lists/1/members").prepare()
    assert gauge.send(request).status_code == status
    until = limits.until(MEMBERS, NOON)
    if until is None:
        gauge.send(request)
        assert echo.asked == 2
    else:
        assert NOON < until <= NOON + timedelta(days=1, minutes=1)
        with pytest.raises(RateLimited):
            gauge.send(request)
        assert echo.asked == 1


@given(
    st.sampled_from(Scope),
    st.integers(0, 900),
    st.integers(0, 900),
    st.integers(1, int(FARTHEST.total_seconds())),
)
def test_headers_are_read_as_they_were_written(scope, limit, left, seconds):
    headers = window(NAMES[scope], left, NOON + timedelta(seconds=seconds), limit)
    (told,) = read_allowances(MEMBERS, headers, NOON)
    assert (told.scope, told.limit, told.remaining) == (scope, limit, left)
    assert told.reset_at == NOON + timedelta(seconds=seconds)
