"""A safe connection that breaks: before anything was sent, or when X has the request already."""

from __future__ import annotations

import json
from contextlib import contextmanager

import pytest
import requests

from allybook.domain.errors import Fate, Unreachable
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import XNetwork
from allybook.gateway.failures import unreachable
from allybook.gateway.transport import XTransport
from allybook.services.sign_in.keys import HeldKeys
from tests.gateway.conftest import BEARER

pytest.importorskip("cryptography", reason="makes the certificate of a server; there on Linux")

from tests.servers.torn_server import TornServer


class Trusting(XTransport):
    """Believes one certificate more."""

    def __init__(self, url, certificate):
        super().__init__(url, connect=20.0, read=20.0)
        self._certificate = str(certificate)

    def send(self, request, **ways):
        return super().send(request, **ways | {"verify": self._certificate})


@contextmanager
def torn(folder, meter, clock, tears, *, trusted=True):
    """Give a network, and the server that breaks its connections."""
    with TornServer(folder, tears) as server:
        url = f"https://127.0.0.1:{server.port}"
        adapter = Trusting(url, server.certificate) if trusted else XTransport(url)
        keys = HeldKeys(Tokens(BEARER))
        network = XNetwork(keys, adapter=adapter, meter=meter, clock=clock)
        try:
            yield network, server
        finally:
            network.close()


@pytest.mark.parametrize("tears", ["answer", "within"])
def test_what_breaks_after_the_request_may_be_done(tmp_path, meter, clock, tears):
    with torn(tmp_path, meter, clock, tears) as (network, server):
        with pytest.raises(Unreachable) as broken:
            network.create_list("Allies", "", private=True)
        assert [json.loads(body)["name"] for body in server.seen] == ["Allies"]
    error = broken.value
    assert (error.fate, error.passing) == (Fate.UNKNOWN, True)
    assert error.words == "X's answer broke off; try again. Nothing here was lost."
    assert meter.broken == [error]


def test_over_a_certificate_that_is_not_accepted_nothing_is_sent(tmp_path, meter, clock):
    with torn(tmp_path, meter, clock, "answer", trusted=False) as (network, server):
        with pytest.raises(Unreachable, match="so nothing was sent") as refused:
            network.create_list("Allies", "", private=True)
        assert server.seen == []
    assert (refused.value.fate, refused.value.passing) == (Fate.NOT_SENT, False)


def test_a_handshake_that_breaks_off_sends_nothing(tmp_path, meter, clock):
    with (
        torn(tmp_path, meter, clock, "handshake") as (network, _),
        pytest.raises(Unreachable) as broken,
    ):
        network.create_list("Allies", "", private=True)
    assert broken.value.fate is Fate.NOT_SENT


def test_a_handshake_through_a_proxy_sends_nothing_either(tmp_path):
    request = requests.Request("POST", "https://api.twitter.com/2/lists", json={}).prepare()
    with TornServer(tmp_path, "tunnel") as proxy:
        adapter = XTransport("https://x.invalid")
        ways = {"https": f"http://127.0.0.1:{proxy.port}"}
        with pytest.raises(requests.ConnectionError) as broken:
            adapter.send(request, proxies=ways)
        adapter.close()
    assert unreachable(broken.value).fate is Fate.NOT_SENT
