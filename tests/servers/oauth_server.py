"""X's consent page and its counter for tokens on loopback: strict where X is strict.

Codes work once and for the app, address and verifier that they were made for; refresh tokens work
once, and a second use ends the whole sign-in; a client that shows a password is refused (x-api.md,
4.3). What the script of ``XServer`` holds is answered first, to play faults.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode

from tests.servers.x_server import Reply, XServer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.servers.x_server import Seen

ACCOUNT = {"id": "2244994945", "name": "Northbank Circle", "username": "NorthbankCircle"}
UNAUTHORISED = Reply({"title": "Unauthorized", "status": 401, "detail": "Unauthorized"}, 401)


def denied(code: str, status: int = 400) -> Reply:
    """Return X's no."""
    said = "Value passed for the token was invalid."
    return Reply({"error": code, "error_description": said}, status)


@dataclass
class Family:
    """All the tokens that came of one consent; only the newest are good."""

    client_id: str
    scopes: str
    access: str = ""
    refresh: str = ""
    old: set[str] = field(default_factory=set)
    ended: bool = False


class OAuthServer(XServer):
    """Plays X for one app and one person; ``grants`` are the scopes that the person agrees to."""

    def __init__(self, client_id: str = "northbank-app-1", grants: str | None = None) -> None:
        super().__init__()
        self.client_id = client_id
        self.grants = grants
        self.says_no = False
        self.families: list[Family] = []
        self.asked: list[Mapping[str, str]] = []
        self._codes: dict[str, Mapping[str, str]] = {}
        self._numbers = count(1)

    def reply(self, seen: Seen) -> Reply:
        """Answer as X would, once the script is used up."""
        if self.script:
            return super().reply(seen)
        if seen.path == "/i/oauth2/authorize":
            return self._consent(seen.query)
        if seen.path.startswith("/2/oauth2/"):
            return self._at_the_counter(seen)
        bearers = {f"Bearer {one.access}" for one in self.families if not one.ended}
        good = seen.headers.get("Authorization") in bearers
        return Reply({"data": ACCOUNT}) if good else UNAUTHORISED

    def _consent(self, query: Mapping[str, str]) -> Reply:
        answer = {"state": query["state"]}
        if self.says_no:
            answer["error"] = "access_denied"
        else:
            answer["code"] = f"secret-code-{next(self._numbers)}"
            self._codes[answer["code"]] = query
        return Reply(b"", 302, {"Location": f"{query['redirect_uri']}?{urlencode(answer)}"})

    def _at_the_counter(self, seen: Seen) -> Reply:
        form = {name: values[0] for name, values in parse_qs(seen.body.decode()).items()}
        self.asked.append(form)
        if "Authorization" in seen.headers or form.get("client_id") != self.client_id:
            return denied("unauthorized_client", 401)
        if seen.path.endswith("/revoke"):
            return self._revoke(form["token"])
        kinds = {"authorization_code": self._exchange, "refresh_token": self._refresh}
        return kinds[form["grant_type"]](form)

    def _exchange(self, form: Mapping[str, str]) -> Reply:
        asked = self._codes.pop(form["code"], {})
        digest = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest())
        fits = (
            asked.get("code_challenge") == digest.decode().rstrip("=")
            and asked.get("code_challenge_method") == "S256"
            and asked.get("client_id") == form["client_id"]
            and asked.get("redirect_uri") == form["redirect_uri"]
        )
        if not fits:
            return denied("invalid_request")
        self.families.append(Family(self.client_id, self.grants or asked["scope"]))
        return self._next_pair(self.families[-1])

    def _refresh(self, form: Mapping[str, str]) -> Reply:
        token = form["refresh_token"]
        for family in self.families:
            family.ended |= token in family.old
            if token == family.refresh and not family.ended:
                return self._next_pair(family)
        return denied("invalid_request")

    def _next_pair(self, family: Family) -> Reply:
        number = next(self._numbers)
        family.old |= {family.refresh} - {""}
        family.access = f"secret-access-{number}"
        family.refresh = f"secret-refresh-{number}" if "offline.access" in family.scopes else ""
        answer = {
            "token_type": "bearer",
            "expires_in": 7200,
            "access_token": family.access,
            "scope": family.scopes,
        }
        return Reply({**answer, "refresh_token": family.refresh} if family.refresh else answer)

    def _revoke(self, token: str) -> Reply:
        for family in self.families:
            if token in (family.access, family.refresh) and not family.ended:
                family.ended = True
                return Reply({"revoked": True})
        return denied("invalid_request")
