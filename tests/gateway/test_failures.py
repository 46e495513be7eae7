"""Every way in which X says no, as section 4 of x-api.md lists them, over a real connection."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from allybook.domain.errors import (
    AllybookError,
    AppRefused,
    CreditsGone,
    Garbled,
    ListLocked,
    NeedsSignIn,
    NotThere,
    NotUnderstood,
    RateLimited,
    Refused,
    SpendCapReached,
    TooOld,
    Unreachable,
)
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import XNetwork
from allybook.gateway.transport import XTransport
from allybook.ports.network import Window
from allybook.services.sign_in.keys import HeldKeys
from tests.fakes.clock import NOON
from tests.gateway.conftest import BEARER
from tests.servers.x_server import Reply

TYPES = "https://api.twitter.com/2/problems/"
UNAUTHORISED = {
    "title": "Unauthorized",
    "type": "about:blank",
    "status": 401,
    "detail": "Unauthorized",
}
INVALID = {
    "errors": [{"parameters": {"query": ["("]}, "message": "no viable alternative at input"}],
    "title": "Invalid Request",
    "detail": "One or more parameters to your request was invalid.",
    "type": TYPES + "invalid-request",
}
CREDITS_BEFORE_JULY = {
    "account_id": 12,
    "title": "CreditsDepleted",
    "detail": "Your enrolled account [12] does not have any credits to fulfill this request.",
    "type": TYPES + "credits",
}
CREDITS_SINCE_JULY = {
    "title": "Payment Required",
    "detail": "credits depleted",
    "status": 402,
    "type": "https://api.x.com/2/problems/credits-depleted",
}
CAP_WORDS = (
    "Your account has reached its billing cycle spend cap. API requests will be blocked until "
    "the next cycle begins on 2026-04-15."
)
SPEND_CAP = {
    "title": "SpendCapReached",
    "detail": CAP_WORDS,
    "reset_date": "2026-04-15",
    "type": TYPES + "credits",
}
NOT_ENROLLED = {
    "title": "Client Forbidden",
    "detail": "This request must be made using an approved developer account.",
    "reason": "client-not-enrolled",
    "registration_url": "https://developer.example/",
    "type": TYPES + "client-forbidden",
}
WRONG_SIGN_IN = {
    "title": "Unsupported Authentication",
    "detail": "Authenticating with OAuth 2.0 User Context is forbidden for this endpoint.",
    "type": TYPES + "unsupported-authentication",
}
LOCKED = {"title": "Forbidden", "detail": "You aren't allowed to add members to this list."}
LOCKED_BY_CODE = {"errors": [{"code": 104, "message": "No."}]}
DUPLICATE = {"detail": "You are not allowed to create a Tweet with duplicate content."}
PLAIN_403 = {"title": "Forbidden", "detail": "You are not permitted to perform this action."}
GONE = {"title": "Not Found Error", "detail": "Could not find list with id: [1]."}
HTML = "<!DOCTYPE html><html><title>Worker threw exception</title></html>"

ROWS = [
    (400, INVALID, NotUnderstood, "no viable alternative at input"),
    (401, UNAUTHORISED, NeedsSignIn, "sign in again"),
    (402, CREDITS_BEFORE_JULY, CreditsGone, "credits of your developer account are used up"),
    (402, CREDITS_SINCE_JULY, CreditsGone, "credits of your developer account are used up"),
    (402, HTML, CreditsGone, "credits"),
    (403, SPEND_CAP, SpendCapReached, "until 15 April 2026"),
    (403, NOT_ENROLLED, AppRefused, "enrol it"),
    (403, WRONG_SIGN_IN, AppRefused, "sign in as a person"),
    (403, LOCKED, ListLocked, "add to the list"),
    (403, LOCKED_BY_CODE, ListLocked, "add to the list"),
    (403, DUPLICATE, Refused, "has this very post already"),
    (403, PLAIN_403, Refused, "You are not permitted to perform this action"),
    (400, HTML, Unreachable, "in X's place"),
    (403, HTML, Unreachable, "in X's place"),
    (403, b"", Unreachable, "in X's place"),
    (403, {}, Unreachable, "in X's place"),
    (403, {"error": "blocked by policy"}, Unreachable, "in X's place"),
    (400, {"error": "blocked by policy"}, Unreachable, "in X's place"),
    (403, {"message": "Forbidden"}, Unreachable, "in X's place"),
    (403, {"code": 403, "message": "Blocked by policy"}, Unreachable, "in X's place"),
    (403, {"type": "block", "reason": "policy"}, Unreachable, "in X's place"),
    (403, {"type": "https://filter.example/2/problems/no"}, Unreachable, "in X's place"),
    (403, {"type": "about:blank"}, Refused, "X refused the request."),
    (403, {"type": "https://api.x.com/2/problems/odd"}, Refused, "X refused the request."),
    (400, {"errors": [{"policy": 7}]}, Unreachable, "in X's place"),
    (403, {"errors": [{"code": 0}]}, Refused, "X refused the request."),
    (403, b'{"detail": "No \xe4"}', Refused, "No \ufffd"),
    (404, GONE, NotThere, r"Could not find list with id: \[1\]"),
    (404, {"title": "Not Found"}, NotThere, "does not have what was asked for"),
    (404, b"", Unreachable, "in X's place"),
    (404, HTML, Unreachable, "in X's place"),
    (404, {"message": "no such page"}, Unreachable, "in X's place"),
    (409, {"title": "ConnectionException"}, Refused, "ConnectionException"),
    (418, [], Unreachable, r"status 418\), perhaps a filter"),
    (500, HTML, Unreachable, "status 500"),
    (502, HTML, Unreachable, "status 502"),
    (503, {"title": "Service Unavailable"}, Unreachable, "status 503"),
    (504, b"\xff\xfe", Unreachable, "status 504"),
    (530, b"[]", Unreachable, "status 530"),
    (204, b"", Garbled, "not complete JSON"),
    (200, HTML, Garbled, "not complete JSON"),
    (200, b'{"data": [{"id"', Garbled, "not complete JSON"),
    (200, b"\xef\xbb\xbf{}", Garbled, "not complete JSON"),
    (200, "[" * 50_000, Garbled, "not complete JSON"),
    (200, "[1]", Garbled, "unexpected kind"),
    (200, {"data": "text"}, Garbled, "data is not a list"),
    (200, {"data": [None]}, Garbled, "id is missing"),
]


@pytest.mark.parametrize(("status", "body", "kind", "words"), ROWS)
def test_each_refusal_has_its_error_and_says_what_to_do(network, server, status, body, kind, words):
    server.answer(Reply(body, status))
    with pytest.raises(AllybookError, match=words) as caught:
        network.members("1")
    assert type(caught.value) is kind
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("end", "after"), [("larger than 2036422991839232000", "2036422991839232000"), ("newer", "0")]
)
def test_a_search_that_goes_back_too_far_is_told_how_far_x_goes(network, server, end, after):
    said = "'since_id' must be a tweet id created after 2026-03-24T12:53Z. Please use one " + end
    errors = [{"parameters": {"since_id": ["20"]}, "message": said}]
    server.answer(Reply(INVALID | {"errors": errors}, 400))
    with pytest.raises(TooOld, match="set its clock") as caught:
        network.search("x", window=Window(since_id="20"))
    assert caught.value.after == after


@pytest.mark.parametrize(
    ("changes", "reset_on"),
    [
        ({}, date(2026, 4, 15)),
        ({"reset_date": None}, date(2026, 4, 15)),
        ({"reset_date": "2026-13-45"}, None),
        ({"reset_date": None, "detail": "spend cap"}, None),
        ({"title": "Forbidden"}, date(2026, 4, 15)),
    ],
)
def test_a_spend_cap_says_when_x_goes_on(network, server, changes, reset_on):
    server.answer(Reply({**SPEND_CAP, **changes}, 403))
    with pytest.raises(SpendCapReached) as caught:
        network.members("1")
    assert caught.value.reset_on == reset_on


SOON = NOON + timedelta(minutes=4)
TOMORROW = NOON + timedelta(hours=20)


def window(name, left, reset):
    return {f"{name}-remaining": str(left), f"{name}-reset": str(int(reset.timestamp()))}


@pytest.mark.parametrize(
    ("headers", "body", "reset_at"),
    [
        (window("x-rate-limit", 0, SOON), {"title": "Too Many Requests"}, SOON),
        (window("X-Rate-Limit", 0, SOON), {"errors": [{"code": 88, "message": "Rate"}]}, SOON),
        (
            window("x-rate-limit", 40, SOON) | window("x-user-limit-24hour", 0, TOMORROW),
            HTML,
            TOMORROW,
        ),
        ({}, b"", NOON + timedelta(minutes=15)),
        ({"Retry-After": "90"}, b"", NOON + timedelta(seconds=90)),
        (
            {},
            {"type": TYPES + "usage-capped", "period": "Monthly"},
            datetime(2026, 4, 1, tzinfo=UTC),
        ),
        (
            window("x-rate-limit", 9, SOON),
            {"type": TYPES + "usage-capped", "period": "Daily"},
            datetime(2026, 3, 31, tzinfo=UTC),
        ),
    ],
)
def test_a_limit_says_when_to_go_on(network, server, headers, body, reset_at):
    server.answer(Reply(body, 429, headers))
    with pytest.raises(RateLimited) as caught:
        network.members("1")
    assert caught.value.reset_at == reset_at
    assert f"{reset_at:%d %B %H:%M} UTC" in str(caught.value)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply({"meta": {}}, cut=True), "broke off"),
        (Reply(drop=True), "cannot be reached"),
        (Reply(b"nonsense", headers={"Content-Encoding": "gzip"}), "broke off"),
    ],
)
def test_a_bad_connection_is_unreachable(network, server, reply, words):
    server.answer(reply)
    with pytest.raises(Unreachable, match=words):
        network.members("1")


def test_a_silent_server_is_given_up(connect, server):
    server.answer(Reply(hang=True))
    with pytest.raises(Unreachable, match="did not answer in time"):
        connect(read=0.05).members("1")


def test_a_closed_port_is_unreachable(connect, server):
    network = connect()
    server.stop()
    with pytest.raises(Unreachable, match="check the internet connection"):
        network.members("1")


def test_a_connection_that_is_not_safe_is_not_used(server, meter, clock):
    adapter = XTransport(server.url.replace("http:", "https:"))
    network = XNetwork(HeldKeys(Tokens(BEARER)), adapter=adapter, meter=meter, clock=clock)
    with pytest.raises(Unreachable, match="not safe"):
        network.members("1")
    network.close()
    assert server.seen == []


def test_the_network_goes_on_after_a_failure(network, server):
    server.answer(Reply(HTML, 503), Reply({"meta": {}}))
    with pytest.raises(Unreachable):
        network.members("1")
    assert network.members("1").items == ()


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{BEARER}</p>",
        {"detail": f"Bearer {BEARER} is bad", "errors": [{"message": BEARER}], "title": BEARER},
        {"errors": [{"detail": BEARER, "resource_id": BEARER, "title": "x"}]},
    ],
)
@pytest.mark.parametrize("status", [200, 400, 401, 402, 403, 404, 429, 500])
def test_no_error_shows_the_token_even_if_a_server_echoes_it(network, server, caplog, status, body):
    caplog.set_level("DEBUG")
    server.answer(Reply(body, status, {"x-echo": BEARER, "retry-after": BEARER}))
    with pytest.raises(AllybookError) as caught:
        network.x_list("1")
    shown = f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"
    assert BEARER not in shown
    assert caplog.text == ""


def test_no_problem_shows_the_token(network, server):
    server.answer(Reply({"data": [], "errors": [{"detail": BEARER, "resource_id": "1"}]}))
    assert network.accounts(["1"]).problems[0].detail == "[token]"


def test_what_x_says_is_quoted_on_one_short_plain_line(network, server):
    said = "first\nsecond \u202egnp.exe\x07 " + "a" * 400
    server.answer(Reply({"detail": said}, 403))
    with pytest.raises(Refused) as caught:
        network.x_list("1")
    assert str(caught.value).isprintable()
    assert "first second gnp.exe aaa" in str(caught.value)
    assert len(str(caught.value)) < 300
