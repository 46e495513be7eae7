from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
import requests
import tweepy

from allybook.domain.errors import BadInput, Fate, Refused, Unreachable
from allybook.gateway.transport import NowhereElse, X, XTransport, parse_base, really_goes
from tests.gateway import samples
from tests.gateway.conftest import BEARER
from tests.servers.x_server import Reply, XServer

TRIES = 40


@pytest.mark.parametrize(
    ("text", "url", "loopback"),
    [
        (X, "https://api.x.com", False),
        ("https://x.example/v2/", "https://x.example/v2", False),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080", True),
        ("http://127.8.9.10", "http://127.8.9.10", True),
        ("http://[::1]:9/a/b", "http://[::1]:9/a/b", True),
        ("http://localhost:9", "http://localhost:9", True),
        ("https://127.0.0.1:9", "https://127.0.0.1:9", True),
    ],
)
def test_an_address_for_x_is_https_or_this_machine(text, url, loopback):
    base = parse_base(text)
    assert (base.url, base.loopback) == (url, loopback)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "api.x.com",
        "http://api.x.com",
        "http://10.0.0.1",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://127.0.0.1@example.org",
        "https://me:secret@x.example",
        "https://x.example/?a=1",
        "https://x.example/#a",
        "https://x.example:99999",
        "https://x.example:0",
        "https://[::1",
        "https://x.example\\@evil.example",
        "https://x.exa mple",
        "http://127.0.0.1\\.evil.example",
        "http://127.0.0.1\n:80",
        "ftp://x.example",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_no_other_address_stands_in_for_x(text):
    with pytest.raises(BadInput, match="cannot stand in for X"):
        parse_base(text)


def test_a_prefix_goes_before_the_path(connect, server):
    server.answer(Reply({"data": samples.OLD_LIST}))
    connect(path="/fake-x/").x_list("84839422")
    assert server.seen[0].path == "/fake-x/2/lists/84839422"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("same_host", [True, False])
def test_a_redirect_is_never_followed(network, server, status, same_host):
    with XServer() as stranger:
        place = (server if same_host else stranger).url + "/2/lists/1"
        server.answer(Reply(b"", status, {"Location": place}), Reply({"data": samples.OLD_LIST}))
        with pytest.raises(Unreachable, match="sign-in page of this network"):
            network.x_list("1")
        assert stranger.seen == []
    assert len(server.seen) == 1


def test_nothing_but_x_is_reachable_from_the_session(server):
    with requests.Session() as session:
        session.mount("http://", NowhereElse())
        with pytest.raises(Refused, match="another address"):
            session.get(server.url)
    assert server.seen == []


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/",
        "http://127.0.0.1:90/2/lists/1",
        "http://127.0.0.1:9@x.example/",
        "https://api.twitter.com.x.example/",
        "",
    ],
)
def test_the_transport_itself_carries_nothing_to_another_address(url):
    transport = XTransport("http://127.0.0.1:9")
    with pytest.raises(Refused, match="another address"):
        transport.address(url)


def test_what_goes_to_x_goes_to_the_server_that_stands_in_for_it():
    transport = XTransport("http://127.0.0.1:9/fake")
    home = "http://127.0.0.1:9/fake/2/lists/1?a=b"
    assert transport.address("https://api.twitter.com/2/lists/1?a=b") == home
    assert transport.address(home) == home
    assert really_goes(NowhereElse(), home) == home


def test_proxies_are_not_used_for_this_machine(server):
    server.answer(Reply({"data": samples.OLD_LIST}))
    with requests.Session() as session, XServer() as proxy:
        session.mount("https://api.twitter.com/", XTransport(server.url))
        ways = {"http": proxy.url, "https": proxy.url}
        assert session.get("https://api.twitter.com/2/lists/1", proxies=ways).ok
        assert proxy.seen == []


def test_proxies_are_used_for_x_itself():
    with requests.Session() as session, XServer() as proxy:
        session.mount("https://api.twitter.com/", XTransport())
        with pytest.raises(requests.exceptions.ProxyError):
            session.get("https://api.twitter.com/2/lists/1", proxies={"https": proxy.url})


def test_cookies_are_not_sent_back(network, server):
    answer = Reply({"data": samples.OLD_LIST}, headers={"Set-Cookie": "guest=1; Path=/"})
    server.answer(answer, answer)
    network.x_list("1")
    network.x_list("1")
    assert "Cookie" not in server.seen[1].headers


def test_tweepy_itself_never_holds_the_token(network):
    held = [value for value in vars(network).values() if isinstance(value, tweepy.Client)]
    assert len(held) == 1
    assert BEARER not in repr(vars(held[0]))


@pytest.mark.parametrize("part", ["header", "body"])
def test_an_answer_that_drips_is_left(connect, server, part):
    server.answer(Reply(drip=part), *[Reply({"data": samples.OLD_LIST})] * TRIES)
    network = connect(whole=0.5)
    with pytest.raises(Unreachable) as left:
        network.x_list("1")
    # X may have done what was asked, whatever it was.
    assert left.value.fate is Fate.UNKNOWN
    assert ask_until_answered(network, "84839422").list_id == "84839422"


def ask_until_answered(network, list_id):
    """Ask for a list again and again: a good answer too may last longer on a busy computer."""
    for _ in range(TRIES - 1):
        with suppress(Unreachable):
            return network.x_list(list_id)
    return network.x_list(list_id)


@pytest.mark.parametrize("silence", [Reply(hang=True), Reply(drip="header"), Reply(drip="body")])
def test_who_closes_it_lets_go_of_who_waits_and_sends_nothing_more(connect, server, silence):
    server.answer(silence)
    network = connect(read=50.0, whole=50.0)
    with ThreadPoolExecutor(1) as threads:
        waits = threads.submit(network.x_list, "1")
        assert server.came.wait(20)
        network.close()
        left = waits.exception(20)
    assert isinstance(left, Unreachable)
    assert left.fate is Fate.UNKNOWN
    with pytest.raises(Unreachable, match="closing") as refused:
        network.x_list("1")
    assert (refused.value.fate, refused.value.passing) == (Fate.NOT_SENT, False)
    assert len(server.seen) == 1
