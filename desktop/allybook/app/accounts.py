"""Signing in and out, put together of X's counter, the keyring and the profile (``ui.ways``)."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.app.desks import find_turns, make_meter, reach_x
from allybook.app.ground import SystemClock, find_ground, know_account
from allybook.app.late import LateAuthority, LateKeychain
from allybook.domain.errors import AllybookError, BadInput, StorageError, Unreachable
from allybook.domain.sign_in.oauth import Connected, KnownAccount, read_callback
from allybook.services.sign_in.accounts import (
    LOCAL,
    current_account,
    drop_account,
    known_accounts,
    remember_account,
    speak_as,
)
from allybook.store.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.cli.words import Options
    from allybook.domain.money.pricing import Dollars
    from allybook.domain.people.accounts import Account
    from allybook.domain.sign_in.credentials import Credentials, Tokens
    from allybook.domain.sign_in.oauth import Attempt, BrowserWords
    from allybook.domain.spoken import Pattern
    from allybook.gateway.client import XNetwork
    from allybook.gateway.sign_in.listener import LoopbackListener
    from allybook.ports.surroundings import Ticket
    from allybook.vault.session import SessionVault
    from allybook.vault.turns import FileTurns

KEYS_STAY = "The four keys stay good at X until you make new ones at console.x.com."
OVER: Pattern = "This sign-in is over; begin another one. Nothing was changed."


class AccountWays:
    """The accounts of one profile. ``kept`` takes what no keyring keeps, until the program ends.

    ``keychain`` is the one that the desk asks, too, so that both can be let go together.
    """

    def __init__(
        self, options: Options, kept: SessionVault, keychain: LateKeychain | None = None
    ) -> None:
        self._options = replace(options, practice=False)
        self._kept = kept
        self._keychain = keychain or LateKeychain()
        self._authority = self._find_authority()
        self._listeners: dict[str, LoopbackListener] = {}
        self._granted: dict[str, Tokens] = {}
        self._newcomers: dict[str, tuple[Account, bool]] = {}
        self._going: set[XNetwork] = set()
        self._lock = Lock()

    @cached_property
    def _turns(self) -> FileTurns:
        return find_turns()

    def _find_authority(self) -> LateAuthority:
        return LateAuthority(self._options.api_base, SystemClock())

    def accounts(self) -> tuple[KnownAccount, ...]:
        """Return who has signed in on this computer."""
        with self._profile() as profile:
            return known_accounts(profile.settings())

    def begin(
        self, client_id: str, port: int, words: BrowserWords | None = None
    ) -> tuple[Attempt, str]:
        """Start to listen for the browser; return the attempt and the address to open."""
        from allybook.gateway.sign_in.attempt import make_attempt
        from allybook.gateway.sign_in.listener import LoopbackListener
        from allybook.gateway.sign_in.page import ENGLISH

        attempt, clock = make_attempt(client_id, port), find_ground(self._options).clock
        listener = LoopbackListener(port, clock=clock, words=words or ENGLISH)
        with self._lock:
            self._listeners[attempt.state] = listener
        return attempt, self._authority.address(attempt)

    def wait(self, attempt: Attempt, ticket: Ticket) -> str:
        """Return the address that the browser came back with, within five minutes."""
        listener = self._listeners.get(attempt.state)
        if listener is None:
            raise BadInput(OVER)
        return listener.wait(attempt, ticket)

    def finish(self, attempt: Attempt, address: str, *, owns_app: bool) -> Connected:
        """Exchange the answer for tokens, ask X whose they are, and keep them.

        A code can be exchanged once: when asking X fails after that, the next try has the tokens.
        """
        tokens = self._granted.get(attempt.state)
        if tokens is None:
            tokens = self._authority.exchange(attempt, read_callback(attempt, address))
            self._granted[attempt.state] = tokens
        connected = self.connect(tokens, owns_app=owns_app)
        self._granted.pop(attempt.state, None)
        self.give_up(attempt)
        return connected

    def give_up(self, attempt: Attempt) -> None:
        """Stop listening. Tokens that led to nobody are revoked when the program ends."""
        with self._lock:
            listener = self._listeners.pop(attempt.state, None)
        if listener is not None:
            listener.close()

    def let_go(self) -> None:
        """Let no job wait any longer for the keyring, for X, or for its turn: the window closes."""
        self._keychain.let_go()
        # The next window, or who is signed out at the end, asks anew.
        ended, self._authority = self._authority, self._find_authority()
        turns = vars(self).pop("_turns", None)
        with ExitStack() as ending, self._lock:
            for one in (ended, turns, *self._going):
                if one is not None:
                    ending.callback(one.close)

    def close(self) -> None:
        """Stop listening: the program ends. Who came in without being seen is signed out again.

        Who was connected before stays so: they came in anew, and nothing was to end by that.
        """
        with self._lock:
            listeners = list(self._listeners.values())
            self._listeners.clear()
        with ExitStack() as ending:
            for listener in listeners:
                ending.callback(listener.close)
            for tokens in self._granted.values():
                ending.callback(self._revoke, tokens)
            for user_id in self._unseen():
                ending.callback(self.sign_out, user_id)

    def speak_as(self, user_id: str) -> None:
        """Let an account speak from now on, and remember one that has just signed in.

        The first account takes over what was gathered without any.
        """
        newcomer = self._newcomers.get(user_id)
        with self._profile() as profile:
            settings = profile.settings()
            if newcomer is None:
                speak_as(settings, user_id)
                return
            me, owns_app = newcomer
            if current_account(settings) == LOCAL:
                profile.adopt(LOCAL, user_id)
            remember_account(settings, KnownAccount(user_id, me.handle, me.name, owns_app))
            # Until here they can be signed out again when the program ends.
            self._newcomers.pop(user_id, None)
            profile.cache(user_id).save_accounts((me,), find_ground(self._options).clock.now())

    def connect(self, credentials: Credentials, *, owns_app: bool) -> Connected:
        """Ask X whose credentials these are, and keep them; ``speak_as`` lets them speak."""
        from allybook.domain.sign_in.credentials import Tokens

        me, charged = self._ask_who(credentials, owns_app=owns_app)
        self._newcomers[me.user_id] = (me, owns_app)
        remark = self._keep(me.user_id, credentials)
        scopes = credentials.scopes if isinstance(credentials, Tokens) else frozenset[str]()
        # A pasted token and four keys come without a word about what they may do.
        return Connected(me, remark, scopes or None, charged)

    def sign_out(self, user_id: str) -> str:
        """Revoke and wipe; return a remark where X did not confirm that, else nothing.

        Raises ``StorageError`` where the keyring does not let go: then nobody is signed out.
        """
        known = any(one.user_id == user_id for one in self.accounts())
        with self._turns.of(user_id):
            remark = self._revoke(self._kept.load(user_id))
            taken_back = user_id in self._newcomers and known and self._kept.load(user_id)
            if taken_back:
                # Only the session is taken back; the keyring still has the sign-in of before.
                self._kept.forget(user_id)
            else:
                remark = self._wipe(user_id) or remark
        # Who could not be signed out is tried again when the program ends.
        self._newcomers.pop(user_id, None)
        if not taken_back:
            with self._profile() as profile:
                drop_account(profile.settings(), user_id)
        return remark

    def _unseen(self) -> list[str]:
        """Return who came in, was never let speak, and was not connected before."""
        if not self._newcomers:
            return []
        known = {one.user_id for one in self.accounts()}
        return [user_id for user_id in self._newcomers if user_id not in known]

    def _wipe(self, user_id: str) -> str:
        """Revoke and forget what the keyring has; return what stood in the way.

        A keyring that stays shut stops the signing out only of an account that it keeps.
        """
        session = self._kept.load(user_id)
        try:
            remark = self._revoke(self._keychain.load(user_id))
            self._keychain.forget(user_id)
        except StorageError as error:
            if session is None:
                raise
            remark = error.words
        self._kept.forget(user_id)
        return remark

    def _revoke(self, credentials: Credentials | None) -> str:
        if credentials is None:
            return ""
        from allybook.domain.sign_in.credentials import Keys
        from allybook.gateway.sign_in.denials import NOT_REVOKED

        if isinstance(credentials, Keys):
            return KEYS_STAY
        try:
            self._authority.revoke(credentials)
        except Unreachable:
            # There is nothing to try again: what was to be revoked is forgotten here.
            return NOT_REVOKED
        except AllybookError as error:
            return error.words
        return ""

    def _ask_who(self, credentials: Credentials, *, owns_app: bool) -> tuple[Account, Dollars]:
        """Return whose credentials these are, and what X charged for telling."""
        from allybook.services.sign_in.keys import HeldKeys

        options = replace(self._options, owns_app=owns_app)
        ground = find_ground(options)
        with self._profile() as profile, ExitStack() as stack:
            meter, _changes = make_meter(options, ground, profile)
            network = reach_x(
                options.api_base,
                HeldKeys(credentials),
                know_account(ground, options, profile, LOCAL),
                meter,
                # Whose limits these are is not known yet.
                profile.limits(LOCAL),
            )
            stack.enter_context(self._letting_go(network))
            # Of all days: the answer may put the clock right by more than a month.
            spent = profile.ledger().spent(date.min, date.max)
            with meter.named("sign-in"):
                me = network.me()
            charged = profile.ledger().spent(date.min, date.max) - spent
            profile.ledger().hand_over("", me.user_id)
        return me, charged

    @contextmanager
    def _letting_go(self, network: XNetwork) -> Iterator[None]:
        """Close a network after use, or before, when nobody shall wait for it any longer."""
        with self._lock:
            self._going.add(network)
        try:
            yield
        finally:
            with self._lock:
                self._going.discard(network)
            network.close()

    def _keep(self, user_id: str, credentials: Credentials) -> str:
        """Keep credentials; where the keyring does not, keep them in memory and return why."""
        with self._turns.of(user_id):
            try:
                self._keychain.save(user_id, credentials)
            except StorageError as error:
                self._kept.save(user_id, credentials)
                return error.words
            self._kept.forget(user_id)
        return ""

    @contextmanager
    def _profile(self) -> Iterator[Profile]:
        ground = find_ground(self._options)
        with Profile(ground.folder, ground.clock) as profile:
            yield profile
