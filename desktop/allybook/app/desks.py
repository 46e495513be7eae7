"""Lay out a desk: the parts of one account of one profile, closed together."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from msgspec.structs import replace

from allybook.app.care import read_lexicon
from allybook.app.ground import LocalScribe, find_ground, know_account, own_place
from allybook.app.home import home_languages
from allybook.app.late import (
    LateAuthority,
    LateExporter,
    LateImporters,
    LateKeychain,
    LateLimits,
    late,
    sketch,
    wake,
    write_query,
)
from allybook.app.practice import PRACTICE_BUDGET, PRACTICE_TERMS, lay_ground, reach_practice
from allybook.app.speaker import Speaker
from allybook.domain.errors import BadInput
from allybook.domain.money.dollars import parse_dollars
from allybook.domain.money.pricing import TWEET
from allybook.domain.spoken import speak
from allybook.services.desk import Desk
from allybook.services.jobs.announce import Changes
from allybook.services.line import Line
from allybook.services.money.metering import BudgetMeter
from allybook.services.money.quote import BUDGET, budget_set
from allybook.services.sign_in.accounts import LOCAL, current_account, known_account, speak_as
from allybook.store.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from allybook.app.ground import Ground
    from allybook.cli.words import Options
    from allybook.domain.money.pricing import Dollars, PriceTable, Quote
    from allybook.domain.sign_in.oauth import KnownAccount
    from allybook.gateway.client import XNetwork
    from allybook.ports.limits import Limits
    from allybook.ports.sign_in import Keyholder
    from allybook.services.sign_in.keys import HeldKeys
    from allybook.services.timepiece import Timepiece
    from allybook.vault.session import SessionVault
    from allybook.vault.turns import FileTurns

NEAR = 0.05
"""The first pause (seconds) after a server on this machine did not answer: nobody is overrun."""


@contextmanager
def open_desk(
    options: Options,
    *,
    goes: Callable[[Desk, Quote], None] | None = None,
) -> Iterator[Desk]:
    """Lay out a desk for one account of one profile; close everything afterwards."""
    with ExitStack() as stack:
        yield _lay_late(options, stack, goes=goes)


def lay_desk(
    options: Options,
    stack: ExitStack,
    *,
    goes: Callable[[Desk, Quote], None] | None = None,
    kept: SessionVault | None = None,
    keychain: LateKeychain | None = None,
) -> Desk:
    """Return a desk with all its files open; they close with ``stack``."""
    desk = _lay_late(options, stack, goes=goes, kept=kept, keychain=keychain, lenient=True)
    wake(desk.ledger, desk.cache, desk.outbox)
    return desk


def _lay_late(
    options: Options,
    stack: ExitStack,
    *,
    goes: Callable[[Desk, Quote], None] | None = None,
    kept: SessionVault | None = None,
    keychain: LateKeychain | None = None,
    lenient: bool = False,
) -> Desk:
    """Return a desk whose files are opened when they are first needed.

    Where a command ``goes`` to X with a token of its own, X is asked first whose token it is;
    ``goes`` says before what that costs, or refuses what is wanted.
    ``kept`` has the credentials that no keyring took, ``keychain`` asks the keyring for the others.
    ``lenient`` settings that cannot be kept hold until the end.
    """
    ground = find_ground(options)
    if options.practice:
        return _lay_practice(options, stack, ground, lenient=lenient)
    profile = stack.enter_context(
        Profile(ground.folder, ground.clock, home_languages(), lenient=lenient)
    )
    waits = stack.enter_context(ExitStack())
    # Asked once: another window may let another account speak at any moment.
    speaker = Speaker(current_account(profile.settings()))
    known = known_account(profile.settings(), speaker.account)
    keys = _find_keys(options, ground, known, kept, keychain or LateKeychain(), waits)
    desk = _lay(options, waits, ground, profile, speaker, keys)
    asks = goes if options.token_stdin and desk.line.up else None
    return _settle_in(desk, profile, speaker, asks) if asks else desk


def make_meter(
    options: Options, ground: Ground, profile: Profile, payer: Callable[[], str] = str
) -> tuple[BudgetMeter, Changes]:
    """Return the meter of a profile, and what its changes are announced with.

    ``payer`` tells the id of the account that asks, where there is one.
    """
    changes, settings = Changes(), profile.settings()
    given = parse_dollars(options.budget) if options.budget else None

    def budget() -> Dollars:
        """Return the dollars of this month: those of this run, or those that were set."""
        return given if given is not None else budget_set(settings)

    clock, here = ground.clock, ground.timepiece.here if ground.timepiece else None
    ledger = late(partial(profile.ledger, payer))
    return BudgetMeter(ledger, ground.prices, clock, budget, changes, here), changes


def reach_x(
    base: str, keys: Keyholder, ground: Ground, meter: BudgetMeter, limits: Limits
) -> XNetwork:
    """Return the way to X, or to the server that stands in for it."""
    from allybook.gateway.client import Terms, XNetwork
    from allybook.gateway.gauge import Gauge
    from allybook.gateway.hearing import TimeHearing
    from allybook.gateway.transport import X, XTransport

    straight = XTransport(base or X)
    carrier = TimeHearing(straight, ground.timepiece) if ground.timepiece else straight
    adapter = Gauge(carrier, limits, ground.clock)
    terms = Terms.of(ground.prices, owns_app=ground.owns_app, me=ground.me)
    return XNetwork(keys, adapter=adapter, meter=meter, clock=ground.clock, terms=terms)


def _find_keys(
    options: Options,
    ground: Ground,
    known: KnownAccount | None,
    kept: SessionVault | None,
    keychain: LateKeychain,
    waits: ExitStack,
) -> Keyholder | None:
    """Return what this account signs with, or None where there is no account.

    The keyring is opened by the first request, not before. ``waits`` closes what keeps one waiting.
    """
    if options.token_stdin:
        return _hold_token()
    if known is None:
        return None
    from allybook.services.sign_in.renew import RenewedKeys

    authority, turns = LateAuthority(options.api_base, ground.clock), find_turns()
    waits.callback(authority.close)
    waits.callback(turns.close)
    return RenewedKeys(known.user_id, keychain, kept, authority, turns, ground.clock)


def find_turns() -> FileTurns:
    """Return where accounts take turns: one place for all profiles, as the keyring is one."""
    from platformdirs import user_state_path

    from allybook.vault.turns import FileTurns

    return FileTurns(own_place(user_state_path) / "turns")


def _lay_practice(options: Options, stack: ExitStack, real: Ground, *, lenient: bool) -> Desk:
    from allybook.practice.bill import Bill

    ground = lay_ground(real)
    profile = stack.enter_context(
        Profile(ground.folder, ground.clock, home_languages(), lenient=lenient)
    )
    meter, changes = make_meter(options, ground, profile)
    if not profile.settings().read(BUDGET) and not profile.frozen():
        profile.settings().change(BUDGET, lambda chosen: chosen or PRACTICE_BUDGET)
    ground = know_account(ground, replace(options, owns_app=True), profile, LOCAL)
    bill = Bill(real.prices)
    waits = stack.enter_context(ExitStack())
    line = _line(waits, partial(reach_practice, ground, bill, meter), options)

    def billed() -> Dollars:
        """Return what the make-believe X has charged so far."""
        # What earlier sessions cost is in the journal, which the network reads.
        line.reach()
        return bill.dollars

    desk = _desk(ground, profile, "practice", meter, changes, line)
    given = meter.budget if options.budget else None
    return replace(desk, **PRACTICE_TERMS, owns_app=True, billed=billed, budget=given)


def _lay(
    options: Options,
    waits: ExitStack,
    ground: Ground,
    profile: Profile,
    speaker: Speaker,
    keys: Keyholder | None,
) -> Desk:
    meter, changes = make_meter(options, ground, profile, speaker.payer)
    ground = know_account(ground, options, profile, speaker.account)
    line = Line(up=not options.offline)
    if keys:
        limits = LateLimits(profile, speaker)
        reach = partial(reach_x, options.api_base, keys, ground, meter, limits)
        line = _line(waits, reach, options)
    desk = _desk(ground, profile, speaker.account, meter, changes, line)
    given = meter.budget if options.budget else None
    desk = replace(desk, account=speaker.payer(), owns_app=ground.owns_app, budget=given)
    desk = replace(desk, ledger=late(partial(profile.ledger, speaker.payer)))
    desk = replace(desk, remark=partial(_remark_of, keys, ground.timepiece))
    return replace(desk, backoff=NEAR) if _is_near(options.api_base) else desk


def _remark_of(keys: Keyholder | None, timepiece: Timepiece | None) -> str:
    """Return what the keys have to say, and what the clock has, where X told of one by now."""
    told = _told_by(keys) if keys else ""
    wrong = timepiece.remark() if timepiece else ""
    return speak("{told} {more}", told=told, more=wrong) if told and wrong else told or wrong


def _told_by(keys: Keyholder) -> str:
    from allybook.services.sign_in.renew import RenewedKeys

    return keys.remark if isinstance(keys, RenewedKeys) else ""


def _is_near(base: str) -> bool:
    """Return whether a server on this machine stands in for X; ``BadInput`` for a bad address."""
    if not base:
        return False
    from allybook.gateway.transport import parse_base

    return parse_base(base).loopback


def _line(waits: ExitStack, reach: Callable[[], XNetwork], options: Options) -> Line:
    """Return the line, whose network is among what ``waits``: closed with it, or when let go."""

    def reach_once() -> XNetwork:
        """Reach X, and see to it that what was reached is closed."""
        return waits.enter_context(closing(reach()))

    return Line(reach=reach_once, let_go=waits.close, up=not options.offline)


def _settle_in(
    desk: Desk, profile: Profile, speaker: Speaker, goes: Callable[[Desk, Quote], None]
) -> Desk:
    """Ask X whose token this is, and lay out that account's own cache and outbox.

    ``BadInput`` where the profile belongs to another account, which signed in to stay.
    """
    settings, current = desk.settings, desk.account or LOCAL
    from allybook.services.sign_in.who import quote_token, sign_in

    # Nobody knows before whether it is the token of who was read today.
    goes(desk, quote_token(desk))
    me = sign_in(desk)
    if current != me.user_id and known_account(settings, current):
        raise BadInput(
            speak(
                "This token is @{handle}'s, and another account is signed in here: give "
                "--profile another folder. Nothing was changed.",
                handle=me.handle,
            )
        )
    if current == LOCAL:
        profile.adopt(LOCAL, me.user_id)
    profile.ledger().hand_over(desk.account, me.user_id)
    speaker.account = me.user_id
    speak_as(settings, me.user_id)
    cache, outbox = profile.cache(me.user_id), profile.outbox(me.user_id)
    cache.save_accounts((me,), desk.clock.now())
    chats = partial(profile.chats, me.user_id)
    return replace(desk, account=me.user_id, cache=cache, outbox=outbox, chats=chats)


def _desk(
    ground: Ground,
    profile: Profile,
    account: str,
    meter: BudgetMeter,
    changes: Changes,
    line: Line,
) -> Desk:
    settings = profile.settings()
    return Desk(
        clock=ground.clock,
        cache=late(partial(profile.cache, account)),
        shelf=profile.shelf(),
        outbox=late(partial(profile.outbox, account)),
        ledger=late(profile.ledger),
        settings=settings,
        prices=ground.prices,
        announcer=changes,
        scribe=LocalScribe(settings.read("person")),
        jobs=meter,
        importers=LateImporters(),
        exporter=LateExporter(),
        line=line,
        wait=time.sleep,
        sketch=sketch,
        holdings=profile.holdings,
        frozen=profile.frozen,
        unkept=profile.unkept,
        lingering=profile.lingering,
        write_query=write_query,
        along=partial(_along, ground.prices),
        care=read_lexicon,
        chats=partial(profile.chats, account),
        home=home_languages(),
    )


def _along(prices: PriceTable) -> Mapping[str, int]:
    """Return what comes along with a post, and costs; nothing does in X's old words."""
    if prices.vocabulary == TWEET or not prices.bill_expansions:
        return {}
    from allybook.gateway.vocabulary import Vocabulary

    return Vocabulary(prices.vocabulary).post.along


def _first_line(told: TextIO | None) -> str:
    """Return the first line of standard input: empty where it is closed, or holds no text."""
    if told and told.isatty():
        return _asked_for()
    if isinstance(told, TextIOWrapper):
        # Some programs begin a text with a mark of its encoding, which is no part of a token.
        told.reconfigure(encoding="utf-8-sig")
    try:
        return told.readline().strip() if told else ""
    except UnicodeDecodeError:
        return ""


def _asked_for() -> str:
    """Return what somebody pastes at a terminal, where nobody else shall read it."""
    from getpass import getpass

    try:
        return getpass("Paste the token, which is not shown, and press Enter: ").strip()
    except EOFError:
        return ""


def _hold_token() -> HeldKeys:
    """Return the token of a pipe, looked at at once, whether or not X will be asked."""
    from allybook.domain.sign_in.credentials import Tokens
    from allybook.gateway.signing import check_credentials
    from allybook.services.sign_in.keys import HeldKeys

    tokens = Tokens(_first_line(sys.stdin))
    if not tokens.access:
        raise BadInput("--token-stdin was said, and standard input holds no token.")
    check_credentials(tokens)
    return HeldKeys(tokens)
