"""Whole jobs over a real connection to an X that limits, breaks off, hangs and comes back."""

import dataclasses
import os
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.check.followback import Side
from allybook.domain.errors import CreditsGone, Garbled, RateLimited, SpendCapReached, Unreachable
from allybook.domain.money.limits import WaitsFor
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.around import Around
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.gauge import Gauge
from allybook.gateway.transport import XTransport
from allybook.services.check.run import read_sides
from allybook.services.line import Line
from allybook.services.people.resolve import resolve
from allybook.services.reading.capture import capture, chat_source
from allybook.services.sign_in.keys import HeldKeys
from allybook.store.profile import Profile
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.programs import deadline, ending
from tests.servers.x_server import Reply, XServer

HTML = "<!DOCTYPE html><html><title>503 Service Unavailable</title></html>"
TOO_MANY = {"title": "Too Many Requests", "detail": "Too Many Requests", "status": 429}
ME = {"data": {"id": "1", "username": "NorthbankCircle", "name": "Northbank Circle"}}
CREDITS = {"title": "Payment Required", "detail": "credits depleted", "status": 402}
SPEND_CAP = {"title": "SpendCapReached", "detail": "", "reset_date": "2026-04-15"}
NO_NEWS = Reply({"meta": {"result_count": 0}})
FIRST = 2_038_000_000_000_000_000


class SoonTired(Around):
    """Waits for the first answer as long as ever, and hardly for the others: none of them comes."""

    def __init__(self, url):
        super().__init__(XTransport(url))
        self._tired = XTransport(url, read=0.2)
        self._heard = False

    def pass_on(self, request, carry):
        if self._heard:
            return self._tired.send(request)
        self._heard = True
        return carry(request)

    def close(self):
        self._tired.close()
        super().close()


@pytest.fixture
def server():
    with XServer() as running:
        yield running


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def open_desk(tmp_path, server, clock):
    """Return a function that opens the same profile over the server, as a new start does."""
    with ExitStack() as opened:

        def start(carrier=XTransport):
            profile = opened.enter_context(Profile(tmp_path / "profile", clock))
            desk = make_desk(profile, clock, None)
            gauge = Gauge(carrier(server.url), profile.limits("1"), clock)
            keys = HeldKeys(Tokens("token"))
            terms = Terms(me="1")
            network = XNetwork(keys, adapter=gauge, meter=desk.jobs, clock=clock, terms=terms)
            opened.callback(network.close)
            return replace(desk, line=Line(network))

        yield start


@pytest.fixture
def desk(open_desk):
    return open_desk()


def limit(name, left, reset):
    return {f"{name}-remaining": str(left), f"{name}-reset": str(int(reset.timestamp()))}


def page(number, *, last=False):
    """Return a page of two posts with the hashtag."""
    posts = [
        {
            "id": str(FIRST - 10 * number - n),
            "author_id": "7",
            "text": "A1 #SwHelper",
            "created_at": "2026-03-30T11:00:00.000Z",
        }
        for n in range(2)
    ]
    meta = {"result_count": 2} | ({} if last else {"next_token": f"page{number + 1}"})
    return Reply({"data": posts, "meta": meta})


def kept(desk):
    return len(desk.cache.posts(chat_source("swhelper")))


def test_a_capture_gets_through_a_bad_quarter_of_an_hour(desk, server, clock, ticket):
    soon = NOON + timedelta(minutes=9)
    server.answer(
        page(1),
        Reply(TOO_MANY, 429, limit("x-rate-limit", 0, soon)),
        Reply(HTML, 503, {"Retry-After": "90"}),
        Reply({"data": []}, cut=True),
        Reply(drop=True),
        page(2),
        Reply('{"data": [{"id": "1', headers=limit("x-rate-limit", 9, soon)),
        page(3, last=True),
    )
    reading = capture(desk, "swhelper", ticket)
    assert (reading.items, reading.complete) == (6, True)
    assert kept(desk) == 6
    tokens = [seen.query.get("next_token") for seen in server.seen]
    assert tokens == [None, *["page2"] * 5, *["page3"] * 2]
    assert clock.now() > soon + timedelta(seconds=90)
    whys = [why for until, why in ticket.pauses if until]
    assert whys == [WaitsFor.LIMIT, *[WaitsFor.TROUBLE] * 4]
    assert ticket.pauses[-1] == (None, "")


def test_a_server_that_says_nothing_is_asked_again_and_given_up(open_desk, server, ticket):
    server.answer(page(1), *[Reply(hang=True)] * 4)
    desk = open_desk(SoonTired)
    with pytest.raises(Unreachable, match="in time"):
        capture(desk, "swhelper", ticket)
    assert server.has_seen(5)
    assert len(server.seen) == 5
    assert kept(desk) == 2


def test_a_limit_of_the_day_ends_the_job_and_outlives_the_program(
    desk, open_desk, server, clock, ticket
):
    tomorrow = NOON + timedelta(hours=20)
    day = limit("x-app-limit-24hour", 0, tomorrow) | limit(
        "x-rate-limit", 120, NOON + timedelta(minutes=3)
    )
    server.answer(page(1), Reply(TOO_MANY, 429, day))
    with pytest.raises(RateLimited, match="31 March 08:00 UTC") as caught:
        capture(desk, "swhelper", ticket)
    assert caught.value.reset_at == tomorrow
    assert ticket.pauses == []
    assert kept(desk) == 2
    later = open_desk()
    with pytest.raises(RateLimited, match="31 March 08:00 UTC"):
        capture(later, "swhelper", ticket)
    assert len(server.seen) == 2
    clock.advance(seconds=20 * 3600)
    # Nothing is newer, and what was left out is asked for where the first capture ended.
    server.answer(NO_NEWS, page(2, last=True))
    assert capture(later, "swhelper", ticket).complete
    assert kept(later) == 4


def test_a_closed_window_is_waited_for_without_knocking(desk, open_desk, server, clock, ticket):
    soon = NOON + timedelta(minutes=5)
    done = page(1, last=True)
    server.answer(dataclasses.replace(done, headers=limit("x-rate-limit", 0, soon)))
    capture(desk, "swhelper", ticket)
    assert ticket.pauses == []
    server.answer(page(2, last=True))
    assert capture(open_desk(), "swhelper", ticket).complete
    assert [seen.path for seen in server.seen] == ["/2/tweets/search/recent"] * 2
    assert clock.now() > soon


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (Reply(CREDITS, 402), CreditsGone, "buy more at console.x.com, then ask again"),
        (Reply(SPEND_CAP, 403), SpendCapReached, "until 15 April 2026"),
    ],
)
def test_money_at_its_end_ends_the_job_and_the_next_one_asks_anew(
    desk, server, ticket, reply, kind, words
):
    server.answer(page(1), reply, NO_NEWS, page(2, last=True))
    with pytest.raises(kind, match=words):
        capture(desk, "swhelper", ticket)
    assert (len(server.seen), ticket.pauses) == (2, [])
    # Credits can be bought at any moment, and a person who asks again has a reason.
    assert capture(desk, "swhelper", ticket).complete
    assert kept(desk) == 4


def test_a_check_that_was_cut_off_says_so_and_keeps_what_it_read(desk, server, ticket):
    people = [{"id": str(n), "username": f"account{n}", "name": f"Account {n}"} for n in (5, 6)]
    whole = Reply({"data": people, "meta": {"result_count": 2}})
    heard = []
    desk.announcer.listen(heard.append)
    server.answer(Reply(ME), whole, *[Reply("{", headers={})] * 2)
    with pytest.raises(Garbled):
        read_sides(desk, ticket)
    (following,) = desk.cache.snapshots("1", Side.FOLLOWING)
    assert (following.user_ids, following.complete) == ({"5", "6"}, True)
    assert any(changed.snapshots for changed in heard)


def test_names_are_asked_for_batch_by_batch_through_a_pause(desk, server, ticket):
    wait = Reply(TOO_MANY, 429, {"retry-after": "30"})
    one = Reply({"data": [{"id": "5", "username": "account5", "name": "Account 5"}]})
    server.answer(one, wait, one)
    assert resolve(desk, [str(number) for number in range(1, 151)], ticket) == 2
    assert ticket.reports == [(100, 150), (150, 150)]
    sizes = [seen.query["ids"].count(",") + 1 for seen in server.seen]
    assert sizes == [100, 50, 50]


@pytest.fixture
def ticket():
    return Patience()


@contextmanager
def heard():
    """Let programs hear Ctrl-C that are begun meanwhile: what runs behind a shell ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_in_a_pause_stops_cleanly_and_keeps_what_was_read(tmp_path, server):
    soon = datetime.now(UTC) + timedelta(minutes=9)
    count = Reply({"data": [], "meta": {"total_tweet_count": 4}})
    wait = Reply(TOO_MANY, 429, limit("x-rate-limit", 0, soon))
    server.answer(Reply(ME), count, page(1), wait)
    words = [sys.executable, "-m", "allybook", "--profile", str(tmp_path)]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with heard():
        begun = subprocess.Popen(
            [*words, "--api-base", server.url, "--token-stdin", "chat", "swhelper"],
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            **pipes,
        )
    with ending(begun) as running, deadline(running):
        running.stdin.write("token\n")
        running.stdin.close()
        said = []
        while not any("X asks to wait until" in line for line in said):
            line = running.stderr.readline()
            assert line, said
            said.append(line)
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
        assert running.wait(20) == 1
    assert "Stopped as you asked; what was done so far is kept." in rest
    assert "Traceback" not in rest
    posts = subprocess.run(
        [*words, "--offline", "posts", "", "--count"], capture_output=True, text=True, check=True
    )
    assert posts.stdout == "2\n"
