"""Renew an account's tokens before they end, so that no pair is used up before the next is kept.

A refresh token works once, and X takes the second use of one for theft and ends the whole sign-in
(x-api.md, 4.3). So one at a time renews, looks first what another one kept meanwhile, and keeps the
new pair before anything uses it. Between X's answer and the keyring there remains a moment in which
a crash loses the pair: then the old one is tried once, and the person signs in again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.errors import NeedsSignIn, StorageError
from allybook.domain.sign_in.credentials import Tokens

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.sign_in.credentials import Credentials
    from allybook.domain.spoken import Pattern
    from allybook.ports.sign_in import Authority, Turns, Vault
    from allybook.ports.surroundings import Clock

QUIET = timedelta(minutes=15)
"""How long a pair that X refused is not shown to it again, and how long X is not asked for another
one after it gave one, whichever program that was: X has had bad hours."""
SIGNED_OUT: Pattern = (
    "The keyring of this computer does not open, or has no sign-in for this account: see that it "
    "runs, or sign in again. Nothing else is lost."
)


class RenewedKeys:
    """Gives the gateway the credentials of one account, renewed in time (``ports.Keyholder``).

    ``session`` has what no keyring took, and nothing else: of what only this program knows, nobody
    else can use up the refresh token. All calls may wait for the keyring, for another process and
    for X; any thread may make them.
    """

    def __init__(
        self,
        account: str,
        vault: Vault,
        session: Vault | None,
        authority: Authority,
        turns: Turns,
        clock: Clock,
    ) -> None:
        self._account = account
        self._vault = vault
        self._session = session
        self._authority = authority
        self._turns = turns
        self._clock = clock
        self._held: Credentials | None = None
        self._unkept: Credentials | None = None
        self._refused: tuple[Credentials, datetime, str] | None = None
        self._remark = ""

    def __repr__(self) -> str:
        return f"RenewedKeys({self._account!r})"

    @property
    def remark(self) -> str:
        """Return why the sign-in ends with the program (the keyring's sentence), or nothing."""
        return self._remark

    def credentials(self) -> Credentials:
        """Return credentials that are good now; those that are about to end are renewed first.

        Raises ``NeedsSignIn`` where nobody is signed in or X takes the pair no more,
        ``StorageError`` where the keyring stays shut, ``Unreachable`` where X does: what was kept
        stays as it is.
        """
        held = self._held or self._find()
        if self._ends(held):
            held = self.renew(held) or held
        self._held = held
        return held

    def renew(self, refused: Credentials) -> Credentials | None:
        """Return what another one renewed meanwhile, or else X's next pair, once that is kept.

        None for credentials that X cannot renew; raises as ``credentials`` does.
        """
        if self._is_new(refused) and not self._ends(refused):
            return None
        with self._turns.of(self._account):
            better = self._better(refused)
        if better is not None:
            self._held = better
        return better

    def _is_new(self, refused: Credentials) -> bool:
        """Return whether X gave these just now: then it is X that is ill, not the pair."""
        given = refused.given_at if isinstance(refused, Tokens) else None
        return given is not None and abs(self._clock.now() - given) < QUIET

    def _better(self, refused: Credentials) -> Credentials | None:
        kept = self._find()
        if kept != refused and not self._ends(kept):
            return kept
        if not (isinstance(kept, Tokens) and kept.renewable):
            return None
        renewed = replace(self._ask(kept), given_at=self._clock.now())
        self._keep(renewed)
        return renewed

    def _ask(self, tokens: Tokens) -> Tokens:
        """Return X's next pair; ask once only about one that X refuses, and say the same again."""
        now = self._clock.now()
        if self._refused and self._refused[0] == tokens and now < self._refused[1]:
            raise NeedsSignIn(self._refused[2])
        try:
            return self._authority.refresh(tokens)
        except NeedsSignIn as error:
            self._refused = (tokens, now + QUIET, error.words)
            raise

    def _keep(self, renewed: Tokens) -> None:
        """Keep a pair in the keyring, or say why not and let the session go on with it."""
        try:
            self._vault.save(self._account, renewed)
        except StorageError as error:
            self._remark = error.words
            self._keep_here(renewed)
        else:
            self._remark = ""
            self._keep_here(None)

    def _keep_here(self, credentials: Credentials | None) -> None:
        if self._session is None:
            self._unkept = credentials
        elif credentials is None:
            self._session.forget(self._account)
        else:
            self._session.save(self._account, credentials)

    def _find(self) -> Credentials:
        """Return what the session keeps, unless the keyring has a pair that ends later.

        What no keyring took came after what the keyring has. Only of two pairs that both tell when
        they end, that of the keyring can be seen to be the newer one: another program kept it.
        """
        here = self._session.load(self._account) if self._session is not None else self._unkept
        try:
            kept = self._vault.load(self._account)
        except StorageError:
            if here is None:
                raise
            return here
        found = kept if here is None or _ends_later(kept, here) else here
        if found is None:
            raise NeedsSignIn(SIGNED_OUT)
        return found

    def _ends(self, credentials: Credentials) -> bool:
        if not (isinstance(credentials, Tokens) and credentials.renewable):
            return False
        return credentials.stale(self._clock.now())


def _ends_later(one: Credentials | None, other: Credentials) -> bool:
    """Return whether both are known to end, and one of them later."""
    ends, before = _ending(one), _ending(other)
    return ends is not None and before is not None and ends > before


def _ending(credentials: Credentials | None) -> datetime | None:
    """Return when tokens end, where X told it."""
    return credentials.expires_at if isinstance(credentials, Tokens) else None
