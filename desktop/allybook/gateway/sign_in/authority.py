"""X's counter for tokens, asked with plain requests as a public client.

Addresses and rules: docs.x.com, "OAuth 2.0 Authorization Code Flow with PKCE"; RFC 6749 (sections
4.1 and 6), RFC 7009 (revoking), RFC 7636 (PKCE).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from requests import ReadTimeout, Session
from requests.structures import CaseInsensitiveDict

from allybook.domain.errors import (
    AllybookError,
    AppRefused,
    Garbled,
    NeedsSignIn,
    NotThere,
    Refused,
)
from allybook.domain.sign_in.credentials import Tokens
from allybook.domain.spoken import speak
from allybook.gateway.decode.complaints import Complaint, complaints_of
from allybook.gateway.decode.item import read_object
from allybook.gateway.failures import unreachable
from allybook.gateway.refusals import Reply, refusal
from allybook.gateway.sign_in.denials import (
    CODE,
    DEAD,
    ENDED,
    EXCHANGE,
    KEPT,
    NOT_REVOKED,
    REFRESH,
    REVOKE,
    UNKNOWN_APP,
    denial,
)
from allybook.gateway.sign_in.grants import read_grant
from allybook.gateway.transport import NowhereElse, Questions, X, XTransport, parse_base
from allybook.gateway.veil import SecretVeil

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from requests import PreparedRequest, Response

    from allybook.domain.sign_in.oauth import Attempt
    from allybook.domain.spoken import Pattern
    from allybook.gateway.sign_in.denials import Denial
    from allybook.ports.surroundings import Clock

X_PAGES = "https://x.com"
CONSENT = "/i/oauth2/authorize"
COUNTER = "/2/oauth2/"
LARGEST = 64 * 1024
"""An answer of X is some hundred bytes long."""
LEFT = "The answer was waited for no longer."
LONGEST = timedelta(seconds=10)
"""What an answer may take from its first word to its last, however slowly it drips."""
GARBLED: Pattern = (
    "X's answer to the sign-in cannot be understood; try again, and if that fails, sign in again. "
    "The books and what was read are kept."
)


@dataclass(frozen=True, slots=True, repr=False)
class _Answer:
    """What came back for a request of ``asked_at`` (UTC)."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    asked_at: datetime

    @property
    def good(self) -> bool:
        """Return whether X did what it was asked."""
        return self.status in range(200, 300)

    @property
    def fields(self) -> Mapping[str, object]:
        """Return the JSON object that it is, or nothing."""
        try:
            return read_object(self.body).fields
        except Garbled:
            return {}

    @property
    def code(self) -> str:
        """Return the word that X has for what is wrong, or nothing."""
        return str(self.fields.get("error", ""))

    def grant(self, before: Tokens) -> Tokens:
        """Return the tokens that it grants to one who held ``before``."""
        if not self.fields:
            raise Garbled(GARBLED)
        return read_grant(self.fields, before, self.asked_at)

    def refusal(self, known: Mapping[str, Denial], *secrets: str) -> AllybookError:
        """Return the error that it is, without the secrets that it may hold."""
        veil = SecretVeil(*secrets)
        told = denial(known, self.status, veil.hide(self.code))
        if told:
            return told
        complaints = complaints_of(self.body, veil.hide)
        if CODE.fullmatch(self.code):
            # The form of this counter (RFC 6749, 5.2); a filter between writes sentences.
            complaints = (*complaints, Complaint(kind=veil.hide(self.code)))
        error = refusal(Reply(self.status, self.headers, complaints, self.asked_at))
        return AppRefused(error.words) if isinstance(error, Refused | NotThere) else error


class XAuthority:
    """Asks X for the first tokens, the next ones, and their end (``ports.Authority``).

    With ``base`` (``--api-base``) everything lies below that address, also the page that asks the
    person, so that a server on loopback can play X's part. ``connect`` and ``read`` bound each
    silence (seconds). Each request has a connection of its own; no redirect is followed, no
    cookie kept, no password of a ``.netrc`` sent. May be shared by threads. ``close`` may be called
    from any of them: whoever waits is let go, and nothing more is sent.

    Errors tell nothing of what was sent. ``Unreachable`` (a time-out, a connection that broke, a
    status of 500 and more, a no that is not in X's form) and ``Garbled`` leave open whether X did
    what it was asked: after ``refresh`` the old pair may be dead, or still the one that is good.
    """

    def __init__(
        self, base: str = "", *, clock: Clock, connect: float = 10.0, read: float = 20.0
    ) -> None:
        self._base = parse_base(base or X).url
        self._page = (self._base if base else X_PAGES) + CONSENT
        self._clock = clock
        self._patience = (connect, read)
        # Silence before the first word, and again before the last.
        self._whole = connect + read + LONGEST.total_seconds() + read
        self._questions = Questions()

    def address(self, attempt: Attempt) -> str:
        """Return where the browser goes to ask the person."""
        words = {
            "response_type": "code",
            "client_id": attempt.client_id,
            "redirect_uri": attempt.redirect,
            "scope": " ".join(attempt.scopes),
            "state": attempt.state,
            "code_challenge": attempt.challenge,
            "code_challenge_method": "S256",
        }
        return f"{self._page}?{urlencode(words, quote_via=quote)}"

    def exchange(self, attempt: Attempt, code: str) -> Tokens:
        """Return the tokens for a code (which lives 30 seconds), with the scopes that X granted.

        Raises ``Refused`` where X does not take the code or the app.
        """
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": attempt.redirect,
            "code_verifier": attempt.verifier,
            "client_id": attempt.client_id,
        }
        answer = self._ask("token", form)
        if not answer.good:
            raise answer.refusal(EXCHANGE, code, attempt.verifier, attempt.state)
        return answer.grant(Tokens("", client_id=attempt.client_id))

    def refresh(self, tokens: Tokens) -> Tokens:
        """Return the next pair; the old refresh token is dead from then on.

        Raises ``NeedsSignIn`` where X takes it no more, ``AppRefused`` where the app is at fault.
        """
        if not tokens.renewable:
            raise NeedsSignIn(speak(ENDED, kept=speak(KEPT)))
        form = {
            "grant_type": "refresh_token",
            "refresh_token": tokens.refresh,
            "client_id": tokens.client_id,
        }
        answer = self._ask("token", form)
        if not answer.good:
            raise answer.refusal(REFRESH, *tokens.secrets)
        return answer.grant(tokens)

    def revoke(self, tokens: Tokens) -> None:
        """Make tokens worthless, the long-lived one first; those that X calls dead are.

        Raises ``Refused`` where X does not confirm it, or cannot be asked.
        """
        if not tokens.client_id:
            raise Refused(UNKNOWN_APP)
        pair = (("refresh_token", tokens.refresh), ("access_token", tokens.access))
        for kind, token in pair:
            if token:
                form = {"token": token, "token_type_hint": kind, "client_id": tokens.client_id}
                _confirm(self._ask("revoke", form), tokens)

    def close(self) -> None:
        """Let go of whoever waits, and send nothing any more."""
        self._questions.close()

    def _ask(self, errand: str, form: dict[str, str]) -> _Answer:
        """Send one form to X's counter, and read the whole answer, until this is closed."""
        try:
            with self._questions.one(self._whole) as asking:
                return asking.ask(lambda: self._post(errand, form))
        except TimeoutError:
            failure = unreachable(ReadTimeout(LEFT))
        except OSError as error:
            failure = unreachable(error)
        # Raised out here: the cause holds the request, and that the secrets.
        raise failure

    def _post(self, errand: str, form: dict[str, str]) -> _Answer:
        now = self._clock.now()
        with (
            self._open_session() as session,
            session.post(
                f"{self._base}{COUNTER}{errand}", form, allow_redirects=False, stream=True
            ) as response,
        ):
            headers = CaseInsensitiveDict(response.headers)
            return _Answer(response.status_code, headers, self._read(response), now)

    def _open_session(self) -> Session:
        session = Session()
        session.headers.update({"User-Agent": "Allybook", "Accept": "application/json"})
        session.auth = _as_it_is
        session.mount("https://", NowhereElse())
        session.mount("http://", NowhereElse())
        connect, read = self._patience
        session.mount(f"{self._base}{COUNTER}", XTransport(self._base, connect=connect, read=read))
        return session

    def _read(self, response: Response) -> bytes:
        until = self._clock.now() + LONGEST
        body = bytearray()
        # One by one: a larger piece would wait for its last byte.
        for byte in response.iter_content(1):
            body += byte
            if len(body) > LARGEST or self._clock.now() > until:
                raise Garbled(GARBLED)
        return bytes(body)


def _confirm(answer: _Answer, tokens: Tokens) -> None:
    """Raise unless X says that a token is worthless now, or was before."""
    if answer.good and answer.fields.get("revoked") is False:
        raise Refused(NOT_REVOKED)
    if not answer.good and answer.code not in DEAD:
        raise answer.refusal(REVOKE, *tokens.secrets)


def _as_it_is(request: PreparedRequest) -> PreparedRequest:
    """Sign nothing; without this, requests would look for a password in ``.netrc``."""
    return request
