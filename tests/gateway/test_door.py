"""What the door does with a refused token, over real connections."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier, Lock

import pytest
import requests

from allybook.domain.errors import (
    AllybookError,
    Fate,
    Garbled,
    NeedsSignIn,
    StorageError,
    Unreachable,
)
from allybook.domain.sign_in.credentials import Keys, Tokens
from allybook.gateway.client import XNetwork
from allybook.gateway.door import Door
from allybook.gateway.gauge import Gauge
from allybook.gateway.transport import XTransport
from allybook.services.sign_in.keys import HeldKeys
from tests.fakes.meter import RecordingMeter
from tests.gateway import samples
from tests.gateway.leaks import shown
from tests.servers.oauth1_counter import Counter
from tests.servers.x_server import Reply

OLD, NEW = Tokens("planted-old-access", "planted-old-refresh"), Tokens("planted-new-access")
KEYS = Keys("planted-consumer", "planted-app-secret", "42-planted", "planted-own-secret")
LIST = Reply({"data": samples.OLD_LIST})
NO = Reply({"title": "Unauthorized", "status": 401, "detail": "Unauthorized"}, 401)


class Purse:
    """A keyholder that has one pair more; ``fails`` is what renewing raises."""

    def __init__(self, held, better=None, fails=None):
        self.held, self.better, self.fails = held, better, fails
        self.asked, self.renewed = 0, []
        self._lock = Lock()

    def credentials(self):
        self.asked += 1
        return self.held

    def renew(self, refused):
        with self._lock:
            self.renewed.append(refused)
            if self.fails:
                raise self.fails
            if self.better is not None and refused == self.held:
                self.held = self.better
            return self.held if self.held != refused else None


@pytest.fixture
def connect_with(server, meter, clock):
    with ExitStack() as opened:

        def open_network(keys, *, path=""):
            adapter = XTransport(server.url + path, connect=2.0, read=20.0)
            network = XNetwork(keys, adapter=adapter, meter=meter, clock=clock)
            opened.callback(network.close)
            return network

        yield open_network


def bearers(server):
    return [one.headers["Authorization"].removeprefix("Bearer ") for one in server.seen]


def test_keys_are_asked_for_before_each_request_and_not_earlier(connect_with, server):
    purse = Purse(OLD)
    network = connect_with(purse)
    assert purse.asked == 0
    server.answer(LIST, LIST)
    network.x_list("1")
    purse.held = NEW
    network.x_list("1")
    assert bearers(server) == [OLD.access, NEW.access]


def test_a_refused_token_is_renewed_and_the_same_request_sent_once_more(connect_with, server):
    server.answer(NO, Reply({"data": {"is_member": True}}))
    purse = Purse(OLD, NEW)
    assert connect_with(purse, path="/fake").add_member("84839422", "2244994945")
    assert purse.renewed == [OLD]
    assert bearers(server) == [OLD.access, NEW.access]
    first, second = ((one.method, one.target, one.body) for one in server.seen)
    assert first == second
    assert first[1] == "/fake/2/lists/84839422/members"


@pytest.mark.parametrize("better", [None, NEW])
def test_what_stays_refused_is_told_as_perhaps_an_outage_and_kept(connect_with, server, better):
    server.answer(NO, NO, LIST)
    purse = Purse(OLD, better)
    with pytest.raises(NeedsSignIn) as caught:
        connect_with(purse).x_list("1")
    said = str(caught.value)
    for words in ("outage at X", "account is kept", "try again later", "sign in again"):
        assert words in said
    assert len(server.seen) == (2 if better else 1)
    assert len(purse.renewed) == 1


def test_renewing_that_gives_the_same_token_back_is_no_reason_to_ask_again(connect_with, server):
    class Stubborn(Purse):
        def renew(self, refused):
            self.renewed.append(refused)
            return refused

    server.answer(NO, LIST)
    with pytest.raises(NeedsSignIn):
        connect_with(Stubborn(OLD)).x_list("1")
    assert len(server.seen) == 1


@pytest.mark.parametrize("error", [NeedsSignIn("a"), Unreachable("b"), StorageError("c")])
def test_why_renewing_failed_is_what_the_person_hears(connect_with, server, error):
    server.answer(NO)
    with pytest.raises(type(error)) as caught:
        connect_with(Purse(OLD, fails=error)).x_list("1")
    assert str(caught.value) == str(error)


def test_only_a_401_renews(connect_with, server):
    purse = Purse(OLD, NEW)
    network = connect_with(purse)
    for status in (400, 402, 403, 404, 429, 500, 503):
        server.answer(Reply({}, status))
        with pytest.raises(AllybookError):
            network.x_list("1")
    assert purse.renewed == []


def test_four_keys_sign_what_really_goes_out_and_are_not_renewed(connect_with, server):
    purse, counter = Purse(KEYS, NEW), Counter(KEYS)
    network = connect_with(purse, path="/fake")
    server.answer(Reply({"meta": {}}), Reply({"data": {"is_member": True}}), NO)
    network.search('"action alert" #a OR (é & 100%) +b')
    network.add_member("84839422", "2244994945")
    with pytest.raises(NeedsSignIn):
        network.x_list("1")
    for one in server.seen:
        assert counter.accepts(one.method, server.url + one.target, one.headers)
    assert [one.path for one in server.seen][:1] == ["/fake/2/tweets/search/recent"]
    assert purse.renewed == []


class Open:
    """Limits that were never met (``ports.Limits``)."""

    def until(self, _endpoint, _now):
        return None

    def note(self, told):
        pass


def test_a_signature_fits_what_goes_out_behind_a_gauge_too(server, clock):
    door = Door(HeldKeys(KEYS), Gauge(XTransport(f"{server.url}/fake"), Open(), clock), clock)
    server.answer(LIST)
    door.send(requests.Request("GET", "https://api.twitter.com/2/lists/1?a=b").prepare())
    door.close()
    [one] = server.seen
    assert one.target == "/fake/2/lists/1?a=b"
    assert Counter(KEYS).accepts("GET", server.url + one.target, one.headers)


def test_a_refused_request_is_metered_once(connect_with, server, meter):
    server.answer(NO, LIST)
    connect_with(Purse(OLD, NEW)).x_list("84839422")
    assert len(meter.allowed) == 1
    assert len(meter.counted) == 1


def test_two_refused_at_once_renew_once_each_at_most_and_both_go_on(server, clock):
    together = Barrier(2, timeout=20)

    class Together(Purse):
        def renew(self, refused):
            together.wait()
            return super().renew(refused)

    server.answer(NO, NO, LIST, LIST)
    purse = Together(OLD, NEW)
    door = Door(purse, XTransport(server.url, connect=2.0, read=20.0), clock)
    request = requests.Request("GET", "https://api.twitter.com/2/lists/1").prepare()
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: door.send(request), range(2)))
    door.close()
    assert [answer.status_code for answer in answers] == [200, 200]
    assert purse.renewed == [OLD, OLD]
    assert sorted(bearers(server)) == [NEW.access] * 2 + [OLD.access] * 2
    assert "Authorization" not in request.headers


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 429, 500])
@pytest.mark.parametrize(("held", "better"), [(OLD, NEW), (KEYS, None)])
def test_no_old_or_new_secret_is_shown_even_if_x_echoes_it(
    connect_with, server, caplog, status, held, better
):
    caplog.set_level("DEBUG")
    secrets = [*held.secrets, *(better.secrets if better else ())]
    echo = " ".join(secrets)
    server.answer(NO, Reply({"detail": echo, "errors": [{"message": echo}]}, status))
    network = connect_with(Purse(held, better))
    for _ in range(1 if better else 2):
        with pytest.raises(AllybookError) as caught:
            network.x_list("1")
    assert not [one for one in secrets if one in shown(caught.value) + caplog.text]
    assert not [one for one in secrets if one in repr(network)]


@pytest.mark.parametrize("reply", [Reply(drop=True), Reply({}, cut=True)])
@pytest.mark.parametrize("held", [OLD, KEYS])
def test_no_secret_hangs_on_a_connection_that_broke(connect_with, server, reply, held):
    server.answer(reply)
    with pytest.raises(Unreachable) as caught:
        connect_with(Purse(held)).x_list("1")
    assert "planted" not in shown(caught.value)


def test_credentials_that_cannot_be_any_never_leave(connect_with, server):
    with pytest.raises(NeedsSignIn, match="Nothing was sent"):
        connect_with(HeldKeys(Tokens("two words"))).x_list("1")
    assert server.seen == []


def test_a_network_is_made_without_unlocking_anything(clock):
    purse = Purse(OLD)
    network = XNetwork(
        purse, adapter=XTransport("http://127.0.0.1:9"), meter=RecordingMeter(), clock=clock
    )
    network.close()
    assert purse.asked == 0


TROUBLE = [Unreachable("busy"), Garbled("odd"), StorageError("shut"), NeedsSignIn("out")]


@pytest.mark.parametrize("error", TROUBLE, ids=repr)
def test_trouble_with_the_tokens_means_that_nothing_was_sent(connect_with, server, error):
    class Shut(Purse):
        def credentials(self):
            raise error

    server.answer(NO)
    for purse in (Purse(OLD, fails=error), Shut(OLD)):
        with pytest.raises(type(error)) as caught:
            connect_with(purse).x_list("1")
        assert (caught.value, caught.value.fate) == (error, Fate.NOT_SENT)
        error.fate = None
    assert len(server.seen) == 1
