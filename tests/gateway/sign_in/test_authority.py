"""X's counter for tokens, played on loopback by a server as strict as X."""

from __future__ import annotations

import logging
import os
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allybook.domain.errors import (
    AllybookError,
    AppRefused,
    BadInput,
    Garbled,
    NeedsSignIn,
    RateLimited,
    Refused,
    Unreachable,
)
from allybook.domain.sign_in.credentials import Tokens
from allybook.domain.sign_in.oauth import SCOPES, read_callback
from allybook.gateway.sign_in.attempt import make_attempt
from allybook.gateway.sign_in.authority import XAuthority
from tests.fakes.clock import NOON
from tests.gateway.leaks import shown
from tests.servers.oauth_server import OAuthServer, denied
from tests.servers.x_server import Reply, XServer

PLANTED = Tokens("planted-access", "planted-refresh", NOON, "northbank-app-1")
CODE = "planted-code"
HTML = "<!DOCTYPE html><title>Over capacity</title>"
GRANT = {"access_token": "a", "refresh_token": "r", "expires_in": 7200, "scope": "users.read"}


@pytest.fixture
def x():
    with OAuthServer() as running:
        yield running


@pytest.fixture
def attempt(x):
    return make_attempt(x.client_id, 8765)


@pytest.fixture
def authority(x, clock):
    return XAuthority(x.url, clock=clock, connect=2.0, read=20.0)


@pytest.fixture
def agree(authority, attempt):
    """Return a function that plays the browser: it returns the code that X sends back."""

    def go():
        answer = requests.get(authority.address(attempt), allow_redirects=False, timeout=20)
        return read_callback(attempt, answer.headers["Location"])

    return go


def test_the_browser_goes_to_x_itself(attempt, clock):
    address = urlsplit(XAuthority(clock=clock).address(attempt))
    assert (address.scheme, address.netloc, address.path) == (
        "https",
        "x.com",
        "/i/oauth2/authorize",
    )
    assert dict(parse_qsl(address.query)) == {
        "response_type": "code",
        "client_id": attempt.client_id,
        "redirect_uri": "http://127.0.0.1:8765/callback",
        "scope": " ".join(SCOPES),
        "state": attempt.state,
        "code_challenge": attempt.challenge,
        "code_challenge_method": "S256",
    }
    assert "+" not in address.query
    assert attempt.verifier not in address.query


def test_a_person_signs_in_renews_and_signs_out(x, authority, attempt, agree):
    first = authority.exchange(attempt, agree())
    assert first.expires_at == NOON + timedelta(hours=2)
    assert first.scopes == frozenset(SCOPES)
    assert first.client_id == x.client_id
    second = authority.refresh(first)
    assert second.access != first.access
    assert second.refresh != first.refresh
    authority.revoke(second)
    assert x.families[0].ended
    assert [form["token_type_hint"] for form in x.asked[2:]] == ["refresh_token", "access_token"]


def test_scopes_are_those_that_x_granted_not_those_asked_for(x, authority, attempt, agree):
    x.grants = "tweet.read users.read"
    tokens = authority.exchange(attempt, agree())
    assert tokens.scopes == {"tweet.read", "users.read"}
    assert not tokens.renewable


def test_a_form_is_that_of_a_public_client(x, authority, attempt, agree):
    authority.exchange(attempt, agree())
    sent = x.seen[-1]
    assert "Authorization" not in sent.headers
    assert sent.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert x.asked[0]["client_id"] == attempt.client_id
    assert x.asked[0]["redirect_uri"] == attempt.redirect


def test_a_code_is_taken_once_and_for_its_own_attempt(x, authority, attempt, agree):
    code = agree()
    with pytest.raises(Refused, match="30 seconds"):
        authority.exchange(make_attempt(x.client_id, 8765), code)
    with pytest.raises(Refused, match="30 seconds"):
        authority.exchange(attempt, code)


def test_a_refresh_token_used_twice_ends_the_sign_in(authority, attempt, agree):
    first = authority.exchange(attempt, agree())
    second = authority.refresh(first)
    for tokens in (first, second):
        with pytest.raises(NeedsSignIn, match="The account and everything in Allybook are kept"):
            authority.refresh(tokens)


def test_tokens_that_cannot_be_renewed_are_not_sent(x, authority):
    with pytest.raises(NeedsSignIn):
        authority.refresh(Tokens("planted-access"))
    with pytest.raises(Refused, match="X was not asked"):
        authority.revoke(Tokens("planted-access"))
    assert x.seen == []


ERRANDS = {
    "exchange": lambda authority, attempt: authority.exchange(attempt, CODE),
    "refresh": lambda authority, attempt: authority.refresh(PLANTED),
    "revoke": lambda authority, attempt: authority.revoke(PLANTED),
}


@pytest.fixture
def go(authority, attempt):
    """Return a function that goes on an errand."""
    return lambda errand: ERRANDS[errand](authority, attempt)


REFUSALS = [
    ("exchange", denied("invalid_grant"), Refused, "30 seconds"),
    ("exchange", denied("invalid_request"), Refused, "30 seconds"),
    ("exchange", denied("invalid_client", 401), AppRefused, "does not know this Client ID"),
    ("exchange", denied("unauthorized_client", 401), AppRefused, "“Native App”"),
    ("exchange", denied("invalid_scope"), AppRefused, r"\(invalid_scope\)"),
    ("refresh", denied("invalid_grant"), NeedsSignIn, "sign in again"),
    ("refresh", denied("invalid_request"), NeedsSignIn, "sign in again"),
    ("refresh", denied("invalid_client", 401), NeedsSignIn, "the developer app"),
    ("refresh", denied("unauthorized_client", 401), AppRefused, "“Native App”"),
    ("refresh", Reply({"title": "Unauthorized"}, 401), NeedsSignIn, "outage at X"),
    ("refresh", Reply({"title": "Unauthorized"}, 429), RateLimited, "pause"),
    ("refresh", Reply({**GRANT, "access_token": None}), Garbled, "no token"),
    ("refresh", denied("invalid_request", 503), Unreachable, "status 503"),
    ("revoke", denied("unauthorized_client", 401), Refused, "Connected apps"),
    ("revoke", Reply({"revoked": False}), Refused, "Connected apps"),
]
BROKEN = [
    (Reply(HTML, 500), Unreachable, "status 500"),
    (Reply(HTML, 502), Unreachable, "status 502"),
    (Reply(drop=True), Unreachable, "cannot be reached"),
    (Reply(GRANT, cut=True), Unreachable, "broke off"),
    (Reply(b"", 302, {"Location": "https://x.example/"}), Unreachable, "sign-in page"),
    (Reply(HTML, 403), Unreachable, "in X's place"),
    (Reply({"title": "Not Found", "detail": "No such page"}, 404), AppRefused, "No such page"),
    (Reply(b"", 400), Unreachable, "in X's place"),
    (Reply({}, 400), Unreachable, "in X's place"),
    (Reply({"error": "Blocked by policy 7"}, 403), Unreachable, "in X's place"),
    (Reply({"errors": [{"code": 104, "message": "No."}]}, 403), AppRefused, "."),
]
UNREADABLE = [
    Reply(HTML),
    Reply('{"access_token": "planted-ne'),
    Reply("[]"),
    Reply(b""),
    Reply("[" * 60_000),
    Reply({**GRANT, "more": "x" * 70_000}),
]


@pytest.mark.parametrize(
    ("errand", "reply", "kind", "words"),
    REFUSALS + [(errand, *broken) for errand in ERRANDS for broken in BROKEN],
)
def test_each_no_has_its_error_and_says_what_to_do(go, x, errand, reply, kind, words):
    x.answer(reply)
    with pytest.raises(AllybookError, match=words) as caught:
        go(errand)
    assert type(caught.value) is kind
    assert str(caught.value).endswith(".")
    assert len(x.seen) == 1


@pytest.mark.parametrize("errand", ["exchange", "refresh"])
@pytest.mark.parametrize("reply", UNREADABLE)
def test_what_cannot_be_read_is_garbled(x, authority, attempt, errand, reply):
    x.answer(reply)
    with pytest.raises(Garbled):
        ERRANDS[errand](authority, attempt)


def test_a_silent_counter_is_given_up(x, attempt, clock):
    x.answer(Reply(hang=True))
    with pytest.raises(Unreachable, match="did not answer in time"):
        XAuthority(x.url, clock=clock, read=0.05).exchange(attempt, CODE)


def test_an_answer_that_drips_is_given_up(x, attempt, clock):
    class Slow:
        """Ten seconds pass whenever somebody looks."""

        def now(self):
            clock.advance(seconds=10)
            return clock.now()

    x.answer(Reply(GRANT))
    with pytest.raises(Garbled):
        XAuthority(x.url, clock=Slow()).exchange(attempt, CODE)


@pytest.mark.parametrize("code", ["invalid_request", "invalid_token", "invalid_grant"])
def test_tokens_that_x_calls_dead_are_revoked(x, authority, code):
    x.answer(denied(code), denied(code))
    authority.revoke(PLANTED)
    assert len(x.seen) == 2


def test_an_answer_without_words_confirms_that_tokens_are_revoked(x, authority):
    x.answer(Reply(b""), Reply({"revoked": True}))
    authority.revoke(PLANTED)
    assert len(x.seen) == 2


@pytest.mark.parametrize("base", ["http://x.example", "api.x.com", "https://me:word@x.example"])
def test_no_stranger_stands_in_for_the_counter(base, clock):
    with pytest.raises(BadInput, match="cannot stand in for X"):
        XAuthority(base, clock=clock)


def test_the_counter_lies_below_the_path_of_the_server(x, attempt, clock):
    authority = XAuthority(f"{x.url}/fake/", clock=clock)
    x.answer(Reply(GRANT))
    assert authority.exchange(attempt, CODE).access == "a"
    assert x.seen[0].path == "/fake/2/oauth2/token"
    assert authority.address(attempt).startswith(f"{x.url}/fake/i/oauth2/authorize?")


def test_no_cookie_is_kept(x, authority):
    x.answer(*[Reply(GRANT, headers={"Set-Cookie": "guest=1; Path=/"})] * 2)
    authority.refresh(PLANTED)
    authority.refresh(PLANTED)
    assert "Cookie" not in x.seen[1].headers


def test_x_itself_is_asked_through_the_proxy_of_the_environment(clock, monkeypatch):
    with XServer() as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        with pytest.raises(Unreachable) as caught:
            XAuthority(clock=clock).refresh(PLANTED)
    assert "planted" not in shown(caught.value)


def test_no_password_of_a_netrc_is_sent(x, authority, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("default login planted password planted\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", os.fspath(netrc))
    x.answer(Reply(GRANT))
    authority.refresh(PLANTED)
    assert "Authorization" not in x.seen[0].headers


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just([])
FIELDS = st.dictionaries(
    st.sampled_from(["error", "detail", "revoked", *GRANT]), LEAVES | st.sampled_from([CODE, "[]"])
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(ERRANDS)),
    FIELDS | st.binary(max_size=20),
    st.sampled_from([200, 201, 204, 302, 400, 401, 403, 404, 429, 500]),
)
def test_any_answer_gives_tokens_or_an_error_that_can_be_shown(go, x, errand, body, status):
    x.script.clear()
    x.answer(*[Reply(body, status)] * 2)
    found, error = tried(lambda: go(errand))
    if error is not None:
        assert found is None
        assert str(error).isprintable()
    elif errand == "revoke":
        assert found is None
    else:
        assert found.access == body["access_token"]
    if errand == "exchange":
        assert CODE not in str(error)


def tried(ask):
    try:
        return ask(), None
    except AllybookError as error:
        return None, error


ECHO = f"{CODE} {' '.join(PLANTED.secrets)}"
LEAKY = [
    Reply({"error": ECHO, "detail": ECHO, "title": ECHO, "errors": [{"message": ECHO}]}, status)
    for status in (200, 400, 401, 403, 404, 429, 500)
]


def test_a_secret_that_looks_like_a_code_is_not_taken_for_one(x, authority):
    tokens = Tokens("planted", "planted_too", NOON, x.client_id)
    x.answer(denied("planted_too"), denied("planted"))
    for ask in (authority.refresh, authority.revoke):
        _none, error = tried(lambda ask=ask: ask(tokens))
        assert isinstance(error, Refused)
        assert "planted" not in str(error)


@pytest.mark.parametrize("errand", ERRANDS)
@pytest.mark.parametrize("reply", [*LEAKY, *UNREADABLE, *(one[0] for one in BROKEN)])
def test_no_secret_is_in_errors_logs_or_what_objects_say_of_themselves(
    authority, attempt, x, caplog, errand, reply
):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="urllib3")
    x.answer(reply, Reply(drop=True))
    _tokens, error = tried(lambda: ERRANDS[errand](authority, attempt))
    said = shown(error) if error else ""
    said += caplog.text + repr(authority) + repr(attempt) + repr(PLANTED)
    own = (CODE, attempt.verifier, attempt.state) if errand == "exchange" else PLANTED.secrets
    assert not [one for one in own if one in said]
