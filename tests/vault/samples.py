"""Credentials with made-up secrets, and what Hypothesis makes of them."""

from datetime import UTC

from hypothesis import strategies as st

from allybook.domain.sign_in.credentials import Keys, Tokens
from tests.fakes.clock import NOON

TOKENS = Tokens("planted-access", "planted-refresh", NOON, "the-app", frozenset({"list.read"}))
KEYS = Keys("planted-consumer", "planted-cs", "planted-token", "planted-ts")
SECRETS = (*TOKENS.secrets, *KEYS.secrets)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
scopes = st.frozensets(st.from_regex(r"[a-z]+\.[a-z]+", fullmatch=True), max_size=6)
moments = st.none() | st.datetimes(timezones=st.just(UTC))
credentials = st.builds(Tokens, words, words, moments, words, scopes) | st.builds(
    Keys, words, words, words, words
)
