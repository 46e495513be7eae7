from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import AllybookError, BadInput, Refused
from allybook.domain.sign_in.oauth import Attempt, read_callback
from allybook.gateway.sign_in.attempt import make_attempt

CLIENT_ID = "Tm9ydGhiYW5rQ2lyY2xlOjE6Y2k"


def test_an_attempt_has_secrets_of_its_own_that_x_and_the_rfc_take():
    made = [make_attempt(f" {CLIENT_ID}\n", 8765) for _ in range(50)]
    assert made[0].client_id == CLIENT_ID
    assert made[0].redirect == "http://127.0.0.1:8765/callback"
    assert len({one.state for one in made} | {one.verifier for one in made}) == 100
    for one in made:
        assert re.fullmatch(r"[A-Za-z0-9._~-]{43,500}", one.state)
        assert re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", one.verifier)
        assert one.verifier not in repr(one)
        assert one.state not in repr(one)


def test_the_challenge_is_that_of_the_rfc():
    # RFC 7636, appendix B.
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    attempt = Attempt("app", "http://127.0.0.1:8765/callback", "state", verifier)
    assert attempt.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize(
    "text", ["", "short", "two words here", "a" * 101, "line\nbreak-in-it", "\u00fcml\u00e4ut-id"]
)
def test_what_cannot_be_a_client_id_is_not_sent_and_not_shown(text):
    with pytest.raises(BadInput, match="This is not the Client ID") as caught:
        make_attempt(text, 8765)
    assert not text or text not in str(caught.value)


@pytest.mark.parametrize("port", [-1, 0, 80, 1023, 65536])
def test_what_cannot_be_a_port_is_said(port):
    with pytest.raises(BadInput, match="1024 to 65535"):
        make_attempt(CLIENT_ID, port)


VISIBLE = st.from_regex(r"[!-~]{43,80}", fullmatch=True)


@given(VISIBLE, VISIBLE, st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=3))
def test_only_the_own_state_opens_a_callback(state, code, others):
    attempt = make_attempt(CLIENT_ID, 8765, draw=lambda _: state)
    others = [pair for pair in others if pair[0] not in ("state", "code", "error")]
    address = f"{attempt.redirect}?{urlencode([*others, ('state', state), ('code', code)])}"
    assert read_callback(attempt, f"  {address}\n") == code
    with pytest.raises(BadInput):
        read_callback(make_attempt(CLIENT_ID, 8765, draw=lambda _: state + "x"), address)
    with pytest.raises(BadInput):
        read_callback(attempt, f"{address}&{urlencode({'state': state})}")


@given(st.text(max_size=200))
def test_any_text_that_is_pasted_gives_a_code_or_an_error_that_can_be_shown(text):
    attempt = make_attempt(CLIENT_ID, 8765)
    with pytest.raises(AllybookError):
        read_callback(attempt, text)
    with pytest.raises(BadInput):
        read_callback(attempt, f"{attempt.redirect}?state=%FF%FE&code=1")


def test_a_no_of_the_person_and_of_x_are_told_apart():
    attempt = make_attempt(CLIENT_ID, 8765)
    place = f"{attempt.redirect}?state={attempt.state}"
    with pytest.raises(Refused, match="You said no on X"):
        read_callback(attempt, f"{place}&error=access_denied")
    with pytest.raises(Refused, match="invalid_scope"):
        read_callback(attempt, f"{place}&error=invalid_scope")
