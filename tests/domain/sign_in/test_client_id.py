from __future__ import annotations

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.sign_in.client_id import Pasted, recognise


def packed(inside):
    return urlsafe_b64encode(inside.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (packed("3S9GpLW-wBjRqy3MKy8N:1:ci"), Pasted.CLIENT_ID),
        (f"  {packed('eYWgzRZPjlGIoUdy8Ef1:1:ci')}\n", Pasted.CLIENT_ID),
        (f"4398792-{packed('YzjUtbk7Q0cItFHk:1:ci')}", Pasted.CLIENT_ID),
        ("a-short-id-of-tests", Pasted.CLIENT_ID),
        ("", Pasted.NOTHING),
        ("  ", Pasted.NOTHING),
        ("Client ID: abc", Pasted.SENTENCE),
        ("ana@northbank.example", Pasted.EMAIL),
        ("@NorthbankCircle", Pasted.HANDLE),
        ("https://console.x.com/apps/1", Pasted.ADDRESS),
        ("console.x.com/apps", Pasted.ADDRESS),
        ("30761234", Pasted.NUMBER),
        ("A" * 22 + "CgttwEA%3DJfAQ", Pasted.APP_TOKEN),
        (packed("Q" * 60 + ":1713453:1:1:at:1"), Pasted.TOKEN),
        (packed("Q" * 60 + ":1713453:1:0:rt:1"), Pasted.TOKEN),
        ("1590665202881683456-" + "x" * 30, Pasted.TOKEN),
        ("k" * 24 + "7", Pasted.KEY),
        ("s3_-" * 12 + "ab", Pasted.SECRET),
        ("abc", Pasted.UNKNOWN),
        ("not%an+id%of=any", Pasted.UNKNOWN),
    ],
)
def test_what_was_pasted_is_recognised(text, kind):
    assert recognise(text) is kind


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=80))
def test_any_text_is_something(text):
    assert recognise(text) in Pasted


@given(st.from_regex(r"[A-Za-z0-9_-]{20}", fullmatch=True))
def test_every_id_that_x_would_give_passes(inside):
    assert recognise(packed(f"{inside}:1:ci")) is Pasted.CLIENT_ID
