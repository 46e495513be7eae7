"""A server, a meter and a network that talks to both."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.transport import XTransport
from allybook.services.sign_in.keys import HeldKeys
from tests.fakes.clock import FixedClock
from tests.fakes.meter import RecordingMeter
from tests.servers.x_server import XServer

BEARER = "bearer-c2VjcmV0-0123456789"


@pytest.fixture
def server():
    with XServer() as running:
        yield running


@pytest.fixture
def meter():
    return RecordingMeter()


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def connect(server, meter, clock):
    """Return a function that makes networks; they are closed before the server is."""
    with ExitStack() as opened:

        def open_network(*, path="", read=20.0, whole=50.0, **terms):
            adapter = XTransport(server.url + path, connect=2.0, read=read, whole=whole)
            network = XNetwork(
                HeldKeys(Tokens(BEARER)),
                adapter=adapter,
                meter=meter,
                clock=clock,
                terms=Terms(**terms),
            )
            opened.callback(network.close)
            return network

        yield open_network


@pytest.fixture
def network(connect):
    return connect()
