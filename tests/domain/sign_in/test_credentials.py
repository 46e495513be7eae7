"""Credentials show themselves to nobody: no repr, no dump, no copy in a file, no traceback."""

import copy
import json
import logging
import pickle
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, replace
from traceback import TracebackException

import pytest

from allybook.domain.sign_in.credentials import Keys, Tokens
from tests.vault.samples import KEYS, SECRETS, TOKENS

BOTH = pytest.mark.parametrize("credentials", [TOKENS, KEYS], ids=repr)


def shows(text):
    return [secret for secret in SECRETS if secret in text]


@dataclass(frozen=True)
class Holder:
    held: Tokens | Keys


@BOTH
def test_no_words_about_credentials_have_a_secret_in_them(credentials):
    forms = (repr, str, format, ascii, lambda one: f"{one!r} {one}", lambda one: repr(Holder(one)))
    assert not shows(" ".join(form(credentials) for form in forms))
    assert not shows(repr(credentials.secrets))
    assert not shows(repr([credentials, {credentials: credentials}]))


@BOTH
@pytest.mark.parametrize("dump", [asdict, astuple, pickle.dumps, copy.deepcopy])
def test_credentials_cannot_be_dumped(credentials, dump):
    for whole in (credentials, Holder(credentials)):
        with pytest.raises(TypeError, match="not copied") as refused:
            dump(whole)
        assert not shows(str(refused.value))


@BOTH
def test_a_traceback_with_all_its_locals_shows_none(credentials):
    def fail(one):
        parts = one.secrets  # noqa: F841 (a local that a crash report would show)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as failed:
        fail(credentials)
    told = TracebackException.from_exception(failed.value, capture_locals=True)
    assert not shows("".join(told.format()))


def test_a_log_shows_none(caplog):
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").debug("%s %r %s", TOKENS, KEYS, [TOKENS.access])
    assert caplog.text
    assert not shows(caplog.text)


def test_secrets_are_plain_text_where_they_are_sent_and_kept():
    assert f"Bearer {TOKENS.access}" == "Bearer planted-access"
    assert json.dumps(TOKENS.refresh) == '"planted-refresh"'
    assert TOKENS.access == "planted-access"
    assert replace(TOKENS, refresh="") == Tokens(
        "planted-access", "", TOKENS.expires_at, "the-app", TOKENS.scopes
    )
    with pytest.raises(FrozenInstanceError):
        TOKENS.access = "another"
