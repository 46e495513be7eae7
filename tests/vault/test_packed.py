"""Credentials as text: the same after the way there and back, and silent when damaged."""

import json
import traceback
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from allybook.domain.errors import StorageError
from allybook.vault.packed import pack, unpack
from tests.vault.samples import KEYS, TOKENS, credentials


@given(credentials)
def test_credentials_come_back_as_they_were(one):
    assert unpack(pack(one)) == one


def test_when_x_gave_a_pair_comes_back_and_is_missing_in_what_earlier_versions_wrote():
    given = replace(TOKENS, given_at=TOKENS.expires_at)
    assert unpack(pack(given)).given_at == given.given_at
    row = json.loads(pack(given))
    del row["given_at"]
    assert unpack(json.dumps(row)) == given
    assert unpack(json.dumps(row)).given_at is None


def test_the_windows_keyring_has_room_for_what_x_gives():
    # 2,560 bytes of UTF-16; X's tokens have about 100 letters.
    usual = type(TOKENS)("a" * 150, "r" * 150, TOKENS.expires_at, "c" * 60, TOKENS.scopes)
    assert len(pack(usual)) < 1280
    assert len(pack(KEYS)) < 1280


@st.composite
def damaged(draw):
    """A packed text with a part gone, a letter changed, or something added."""
    text = pack(draw(credentials | st.sampled_from((TOKENS, KEYS))))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text[:start] + draw(st.text(max_size=3)) + text[end:]


@given(damaged() | st.text(max_size=200))
def test_damaged_text_is_one_sentence_that_shows_none_of_it(text):
    assume(not readable(text))
    with pytest.raises(StorageError, match="sign in again") as refused:
        unpack(text)
    said = "".join(traceback.format_exception(refused.value))
    for part in parts(text):
        assert part not in said
    # The decoder's error holds the text; it must not be kept by this one.
    assert refused.value.__context__ is None


def readable(text):
    """Return whether damage made another good text of it (a letter inside a token, say)."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and row.get("kind") in {"keys", "tokens"} and len(row) > 4


def parts(text):
    """Return what of a text could be a secret: pieces that no sentence has by chance."""
    return [text[at : at + 12] for at in range(0, len(text) - 12, 6) if "planted" in text]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{}",
        "null",
        '"planted"',
        '{"kind": "planted"}',
        '{"kind": ["keys"]}',
        pack(KEYS).replace('"planted-token"', "7"),
        pack(TOKENS).replace("+00:00", ""),
        pack(TOKENS).replace("2026", "year"),
    ],
    ids=lambda text: text[:40],
)
def test_each_kind_of_damage_is_said(text):
    with pytest.raises(StorageError, match="sign in again"):
        unpack(text)
