"""The one door to X: signs on the way out, and lets only good answers in.

It wraps whatever carries the requests (the network, the practice network), so that tweepy never
sees a failure: tweepy's exceptions stumble over bodies that are not as expected, and its log would
show the token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from requests.structures import CaseInsensitiveDict

from allybook.domain.errors import before_sending
from allybook.domain.sign_in.credentials import Keys
from allybook.gateway.around import Around
from allybook.gateway.decode.complaints import complaints_of
from allybook.gateway.failures import unreachable
from allybook.gateway.refusals import Reply, refusal
from allybook.gateway.signing import HEADER, signature
from allybook.gateway.veil import SecretVeil

if TYPE_CHECKING:
    from requests import PreparedRequest, Response
    from requests.adapters import BaseAdapter

    from allybook.domain.sign_in.credentials import Credentials
    from allybook.gateway.around import Carry
    from allybook.ports.sign_in import Keyholder
    from allybook.ports.surroundings import Clock

UNAUTHORISED = 401


class Door(Around):
    """Sends what is signed; raises the domain's errors, never those of requests or tweepy.

    Asks ``keys`` for credentials before each request. What X refuses for its token (401) was not
    done, so it is sent once more where there is a better token, and never a third time. Nothing is
    thrown away here. May be shared by threads.
    """

    def __init__(self, keys: Keyholder, inner: BaseAdapter, clock: Clock) -> None:
        super().__init__(inner)
        self._keys = keys
        self._clock = clock
        self._veil = SecretVeil()

    def pass_on(self, request: PreparedRequest, carry: Carry) -> Response:
        """Send and read the whole answer; ``Unreachable`` or X's refusal instead of a bad one."""
        with before_sending():
            credentials = self._keys.credentials()
        response = self._pass(request, credentials, carry)
        if response.status_code == UNAUTHORISED and (better := self._better(credentials)):
            response = self._pass(request, better, carry)
        return self._let_in(response)

    def hide(self, text: str) -> str:
        """Return text without anything that was ever signed with."""
        return self._veil.hide(text)

    def _pass(self, request: PreparedRequest, credentials: Credentials, carry: Carry) -> Response:
        """Return the answer, read to its end, to a request signed with ``credentials``."""
        self._veil.cover(*credentials.secrets)
        signed = self._sign(request, credentials)
        try:
            with carry(signed) as response:
                response.content  # noqa: B018 (reads it while what breaks can still be told)
        except OSError as error:
            # All errors of requests, and a missing file of certificates.
            raise unreachable(error) from error
        finally:
            # Answers and errors hold on to their request; no secret leaves with them.
            signed.headers.pop(HEADER, None)
        return response

    def _sign(self, request: PreparedRequest, credentials: Credentials) -> PreparedRequest:
        """Return a copy, since whoever carries a request may change it on the way."""
        copy = request.copy()
        method, address = request.method or "", self.address(request.url or "")
        copy.headers[HEADER] = signature(method, address, credentials, self._clock.now())
        return copy

    def _better(self, refused: Credentials) -> Credentials | None:
        """Return other credentials than those that X refused; the four keys have no others."""
        if isinstance(refused, Keys):
            return None
        with before_sending():
            found = self._keys.renew(refused)
        return None if found == refused else found

    def _let_in(self, response: Response) -> Response:
        """Return a good answer, or raise X's refusal."""
        if response.status_code not in range(200, 300):
            headers = CaseInsensitiveDict(response.headers)
            complaints = complaints_of(response.content, self.hide)
            raise refusal(Reply(response.status_code, headers, complaints, self._clock.now()))
        return response
