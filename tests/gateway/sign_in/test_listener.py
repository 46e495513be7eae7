"""The way back from the browser: real sockets on loopback, callers of every kind."""

from __future__ import annotations

import logging
import re
import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allybook.domain.errors import BadInput, Cancelled, Refused
from allybook.domain.sign_in.oauth import BrowserWords, Meeting, read_callback
from allybook.gateway.sign_in.attempt import make_attempt
from allybook.gateway.sign_in.authority import XAuthority
from allybook.gateway.sign_in.callers import LARGEST, MOST
from allybook.gateway.sign_in.listener import LoopbackListener
from allybook.gateway.sign_in.page import ENGLISH
from tests.servers.free_port import free_port
from tests.servers.oauth_server import OAuthServer

CLIENT_ID = "northbank-app-1"
PATIENCE = 20.0


class Slip:
    """A ticket that a test can tear up."""

    def __init__(self):
        self._torn = Event()

    def tear(self):
        self._torn.set()

    def cancelled(self):
        return self._torn.is_set()

    def report(self, _done, _total):
        raise AssertionError("Waiting has no progress.")

    def waiting(self, _until, _why=""):
        raise AssertionError("The window counts by itself.")


class Waiting:
    """A listener that waits in a thread, and those who call it."""

    def __init__(self, clock, words=ENGLISH):
        self.listener = LoopbackListener(free_port(), clock=clock, words=words)
        self.port = self.listener.port
        self.attempt = make_attempt(CLIENT_ID, self.port)
        self.slip = Slip()
        self._pool = ThreadPoolExecutor(1)
        self._answer = self._pool.submit(self.listener.wait, self.attempt, self.slip)

    @property
    def good(self):
        return f"{self.attempt.redirect}?state={self.attempt.state}&code=planted-code"

    def get(self, address, method="GET", **options):
        return requests.request(method, address, timeout=PATIENCE, **options)

    def call(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def say(self, octets):
        """Return what is answered to ``octets``."""
        with self.call() as line:
            line.sendall(octets)
            return b"".join(iter(lambda: line.recv(4096), b""))

    def answer(self):
        return self._answer.result(PATIENCE)

    def stop(self):
        self.listener.close()
        self._pool.shutdown()


@pytest.fixture
def waiting(clock):
    one = Waiting(clock)
    yield one
    one.stop()


def status(answer):
    return int(answer.split(b" ", 2)[1])


def test_the_browser_that_x_sent_is_thanked_and_the_port_closed(waiting):
    shown = waiting.get(waiting.good)
    assert shown.status_code == 200
    assert "close this tab and go back to Allybook" in shown.text
    assert waiting.answer() == waiting.good
    assert read_callback(waiting.attempt, waiting.answer()) == "planted-code"
    with pytest.raises(ConnectionRefusedError):
        waiting.call()


def test_a_person_who_said_no_is_told_so_kindly(waiting):
    address = f"{waiting.attempt.redirect}?error=access_denied&state={waiting.attempt.state}"
    shown = waiting.get(address)
    assert shown.status_code == 200
    assert "nothing was changed" in shown.text
    assert waiting.answer() == address


def test_the_page_speaks_the_language_of_the_window(clock):
    words = {one: (f"Titel <{one}>", f"Satz & {one}") for one in Meeting}
    waiting = Waiting(clock, BrowserWords("de", words))
    said = waiting.get(waiting.good).text
    waiting.stop()
    assert '<html lang="de">' in said
    assert "<h1>Titel &lt;connected&gt;</h1>" in said
    assert "Satz &amp; connected" in said


def test_a_page_runs_nothing_keeps_nothing_and_holds_nothing_of_the_address(waiting):
    wrong = waiting.get(f"{waiting.attempt.redirect}?state=<script>&code=planted-code")
    right = waiting.get(waiting.good)
    for shown in (wrong, right):
        assert shown.headers["Cache-Control"] == "no-store"
        assert shown.headers["Referrer-Policy"] == "no-referrer"
        policy = shown.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert not re.search(r"<script|planted|https?:|src=|\son\w+=", shown.text)
    assert "Server" not in right.headers


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/favicon.ico", 404),
        ("GET", "/", 404),
        ("GET", "/callback/?{}", 404),
        ("GET", "/callbacks?{}", 404),
        ("GET", "//callback?{}", 404),
        ("GET", "/callback", 400),
        ("GET", "/callback?state=other&code=1", 400),
        ("GET", "/callback?{}&state=other", 400),
        ("GET", "/callback?state={0.attempt.state}", 400),
        ("HEAD", "/callback?{}", 405),
        ("POST", "/callback?{}", 405),
        ("OPTIONS", "/callback?{}", 405),
        ("GET", "http://127.0.0.1/callback?{}", 400),
    ],
)
def test_nobody_else_is_counted(waiting, method, path, expected):
    query = waiting.good.partition("?")[2]
    target = path.replace("{}", query).format(waiting)
    head = f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{waiting.port}\r\n\r\n"
    answer = waiting.say(head.encode())
    assert status(answer) == expected
    assert b"close this tab" in answer
    assert waiting.get(waiting.good).ok
    assert waiting.answer() == waiting.good


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        ["evil.example"],
        ["127.0.0.1"],
        ["localhost:{port}"],
        ["127.0.0.1:{port}", "evil.example"],
        ["127.0.0.1:{port}.evil.example"],
    ],
)
def test_a_page_under_another_name_is_refused(waiting, hosts):
    lines = "".join(f"Host: {host.format(port=waiting.port)}\r\n" for host in hosts)
    target = waiting.good.partition(str(waiting.port))[2]
    assert status(waiting.say(f"GET {target} HTTP/1.1\r\n{lines}\r\n".encode())) == 400
    assert waiting.get(waiting.good).ok


@pytest.mark.parametrize(
    "octets",
    [
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00 hello in TLS \r\n\r\n",
        b"GET /callback\r\n\r\n",
        b"GET /call\xffback HTTP/1.1\r\n\r\n",
        b"GET  / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/2.0\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(waiting, octets):
    assert status(waiting.say(octets)) == 400
    assert waiting.get(waiting.good).ok


def test_who_says_too_much_is_not_heard_out(waiting):
    # It hangs up on what it will not read.
    with waiting.call() as line, pytest.raises((BrokenPipeError, ConnectionResetError)):
        line.sendall(b"x" * LARGEST * 1000)
    assert waiting.get(waiting.good).ok


def test_silent_and_slow_callers_hold_nobody_up(waiting):
    silent = [waiting.call() for _ in range(MOST + 8)]
    slow = waiting.call()
    slow.sendall(b"GET /callback?state=")
    # They are still on the line when the good one is answered.
    assert waiting.get(waiting.good).ok
    assert waiting.answer() == waiting.good
    for one in (*silent, slow):
        one.close()


def test_there_are_never_more_callers_than_one_computer_needs(waiting):
    first = waiting.call()
    others = [waiting.call() for _ in range(MOST)]
    assert first.recv(1) == b""
    assert waiting.get(waiting.good).ok
    for one in (first, *others):
        one.close()


def test_a_request_may_come_in_pieces(waiting):
    head = f"GET {waiting.good.partition(str(waiting.port))[2]} HTTP/1.1\r\nHost: 127.0.0.1"
    with waiting.call() as line:
        for piece in (head[:9], head[9:], f":{waiting.port}\r", "\n\r", "\n"):
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.sendall(piece.encode())
        assert status(line.recv(4096)) == 200
    assert waiting.answer() == waiting.good


def test_only_this_computer_is_listened_to(waiting):
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", waiting.port), timeout=0.5).close()
    assert waiting.get(waiting.good).ok


def test_a_person_who_stops_waits_no_longer(waiting):
    waiting.slip.tear()
    # The clock stands still: the five minutes never end.
    with pytest.raises(Cancelled, match="nothing was changed"):
        waiting.answer()


def test_nobody_is_waited_for_longer_than_five_minutes(waiting, clock):
    clock.advance(seconds=299)
    assert waiting.get(waiting.attempt.redirect).status_code == 400
    clock.advance(seconds=1)
    with pytest.raises(Refused, match="within five minutes"):
        waiting.answer()
    with pytest.raises(ConnectionRefusedError):
        waiting.call()


def test_the_five_minutes_begin_when_the_port_opens(clock):
    listener = LoopbackListener(0, clock=clock)
    clock.advance(seconds=300)
    with pytest.raises(Refused, match="within five minutes"):
        listener.wait(make_attempt(CLIENT_ID, listener.port), Slip())


def test_giving_up_frees_the_port_at_once_for_the_next_attempt(waiting, clock):
    waiting.get(waiting.attempt.redirect)
    waiting.listener.close()
    again = LoopbackListener(waiting.port, clock=clock)
    again.close()
    again.close()
    with pytest.raises(Cancelled):
        waiting.answer()
    with pytest.raises(Cancelled):
        again.wait(waiting.attempt, Slip())


def test_the_port_is_open_before_anybody_waits_and_one_in_use_is_said(clock):
    listener = LoopbackListener(0, clock=clock)
    # The system takes the browser's call, whoever comes to the door later.
    socket.create_connection(("127.0.0.1", listener.port), timeout=PATIENCE).close()
    with pytest.raises(BadInput, match=rf"Port {listener.port} .* another port .* console\.x"):
        LoopbackListener(listener.port, clock=clock)
    listener.close()


def test_the_address_is_never_logged(waiting, caplog):
    caplog.set_level(logging.DEBUG, logger="allybook")
    caplog.set_level(logging.WARNING, logger="urllib3")
    caplog.set_level(logging.DEBUG)
    waiting.get(waiting.good)
    assert "planted-code" not in caplog.text + repr(waiting.listener)
    assert waiting.attempt.state not in caplog.text


def test_a_whole_sign_in_goes_through_the_browser(waiting, clock):
    with OAuthServer(CLIENT_ID) as x:
        authority = XAuthority(x.url, clock=clock)
        assert waiting.get(authority.address(waiting.attempt)).ok
        code = read_callback(waiting.attempt, waiting.answer())
        assert authority.exchange(waiting.attempt, code).renewable


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.from_regex(rb"GET /callback\?[ -~]{0,60} HTTP/1.1\r\n"))
def test_no_stranger_stops_the_waiting(waiting, octets):
    answer = waiting.say(octets + b"\r\n\r\n")
    assert status(answer) in (400, 404, 405)
