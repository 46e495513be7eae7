"""The composition root: the only module that knows every part and puts them together.

What only some starts need (a window, commands, the network, files) is loaded on the way there.
"""

from __future__ import annotations

import getpass
import logging
import os
import platform
import secrets
import sys
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from allybook.cli.out import Out
from allybook.cli.words import Options, goes_to_x, read_words
from allybook.domain.book.entry import Author
from allybook.domain.book.ids import entry_id
from allybook.domain.errors import AllybookError, BadInput, StorageError
from allybook.domain.money import parse_dollars
from allybook.domain.price_table import parse as parse_prices
from allybook.files.export import FileExporter
from allybook.services.announce import Changes
from allybook.services.desk import Desk
from allybook.services.line import Line
from allybook.services.metering import BudgetMeter
from allybook.services.quote import BUDGET, DEFAULT_BUDGET
from allybook.services.sign_in import sign_in
from allybook.store.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from allybook.domain.book.entry import Stamp
    from allybook.domain.pricing import Dollars, PriceTable
    from allybook.gateway.client import XNetwork
    from allybook.ports import Clock, Importer
    from allybook.practice.bill import Bill
    from allybook.practice.scene.scenario import Scenario
    from allybook.vault.keychain import SessionVault

PRACTICE_PACE = 0.2
PRACTICE_DAILY = 1000
PRACTICE_REST = timedelta(minutes=1)
"""The practice network is in no hurry to lock anybody out, and its day is always the same."""
PRACTICE_BUDGET = "10"
"""Make-believe dollars a month, enough for the whole of the main job twice."""
ACCOUNT = "account"
LOCAL = "local"
OWNS_APP = "owns_app"
YES = "yes"


class SystemClock:
    """The time of this computer."""

    def now(self) -> datetime:
        """Return the present moment (UTC)."""
        return datetime.now(UTC)


class LocalScribe:
    """Signs entries with the person's name and this device."""

    def __init__(self, person: str, device: str) -> None:
        self._author = Author(person, device)

    def author(self) -> Author:
        """Return who is writing, on which device."""
        return self._author

    def entry_id(self, at: Stamp) -> str:
        """Return a new id, ordered by ``at`` and random within it."""
        return entry_id(at, secrets.randbits(64))


class LateImporters:
    """Finds importers; what reads files is loaded for the first of them."""

    def recognise(self, path: Path) -> Importer:
        """Return the importer for a file or folder, or raise ``UnreadableFile``."""
        from allybook.files.recognise import FileImporters

        return FileImporters().recognise(path)


def resource_folder() -> Path:
    """Return where the plain files are: inside the wheel, or beside a checkout."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "resources"


def main(arguments: Sequence[str]) -> int:
    """Do what the words say: a command, the tour, or the window. Return the exit status."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    if isinstance(sys.stdout, TextIOWrapper):
        # Scripts read UTF-8 wherever they run; a file's name may hold what no encoding has.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    out = Out(sys.stdout, sys.stderr)
    try:
        status = _obey(arguments, out)
    except AllybookError as error:
        out.remark(str(error))
        status = error.exit_status
    except BrokenPipeError:
        # Whoever read the answer has read enough (a pager, head).
        status = 1
    except KeyboardInterrupt:
        out.remark("Stopped as you asked; what was done so far is kept.")
        status = 1
    _let_go()
    return status


def _obey(arguments: Sequence[str], out: Out) -> int:
    options, words = read_words(list(arguments))
    if not words.command:
        return _open_window(options)
    if words.command == "tour":
        return _tour(words.out, out, every_state=words.every_state)
    from allybook.cli.run import run

    with open_desk(options, goes=goes_to_x(words)) as desk:
        status = run(desk, words, options, out)
    out.flush()
    return status


def _let_go() -> None:
    """Drop the answer that nobody takes any more, which Python would try to print again."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_window(options: Options) -> int:
    """Open the window; a door that was chosen opens the next one, over another desk."""
    from allybook.ui.session import Session
    from allybook.vault.keychain import SessionVault

    session, kept = Session(resource_folder()), SessionVault()
    while True:
        with ExitStack() as stack:
            desk = lay_desk(options, stack, kept=kept)
            status, wish = session.run(desk, partial(_connect, options, kept))
        if wish is None:
            return status
        options = replace(options, practice=wish.practice, token_stdin=False)


def _connect(options: Options, kept: SessionVault, token: str, owns_app: bool) -> str:  # noqa: FBT001 (a signal's argument)
    """Ask X whose token it is, and keep it in the keyring; return why that was not possible."""
    from allybook.vault.keychain import Keychain

    own = replace(options, practice=False, owns_app=owns_app)
    with ExitStack() as stack:
        ground = _ground(own)
        profile = stack.enter_context(Profile(ground.folder, ground.clock))
        meter, _changes = _meter(own, ground, profile)
        network = _reach_x(own.api_base, token, _know(ground, own, profile), meter)
        stack.callback(network.close)
        with meter.named("sign-in"):
            me = network.me()
        settings = profile.settings()
        settings.write("me", me.user_id)
        settings.write(ACCOUNT, me.user_id)
        settings.write(OWNS_APP, YES if owns_app else "")
        profile.adopt(LOCAL, me.user_id)
        profile.cache(me.user_id).save_accounts((me,), ground.clock.now())
    kept.save(me.user_id, token)
    try:
        Keychain().save(me.user_id, token)
    except StorageError as error:
        return str(error)
    return ""


def _tour(folder: Path, out: Out, *, every_state: bool) -> int:
    """Play the main job on the practice network, in a profile that is thrown away."""
    if sys.platform == "linux" and not (os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from allybook.ui.tour.play import play

    with TemporaryDirectory() as profile:
        options = Options(profile=Path(profile), practice=True)
        desk = partial(open_desk, options)
        summary = play(desk, resource_folder(), folder, every_state=every_state)
    out.json(summary)
    return 0


@contextmanager
def open_desk(options: Options, *, goes: bool = False) -> Iterator[Desk]:
    """Lay out a desk for one account of one profile; close everything afterwards."""
    with ExitStack() as stack:
        yield lay_desk(options, stack, goes=goes)


def lay_desk(
    options: Options, stack: ExitStack, *, goes: bool = False, kept: SessionVault | None = None
) -> Desk:
    """Return a desk whose parts close with ``stack``.

    Where a command ``goes`` to X with a token of its own, X is asked first whose token it is.
    ``kept`` has the tokens that no keyring took.
    """
    ground = _ground(options)
    if options.practice:
        return _lay_practice(options, stack, ground)
    from allybook.vault.keychain import Keychain

    profile = stack.enter_context(Profile(ground.folder, ground.clock))
    account = profile.settings().read(ACCOUNT, LOCAL)
    held = kept.load(account) if kept else None
    # Who has no account never has to unlock a keyring.
    stored = held or (Keychain().load(account) if account != LOCAL else None)
    token = _read_token() if options.token_stdin else stored
    desk = _lay(options, stack, ground, profile, token)
    return _settle_in(desk, profile) if goes and options.token_stdin and desk.line.up else desk


def _ground(options: Options) -> _Ground:
    prices = parse_prices((resource_folder() / "prices.toml").read_text(encoding="utf-8"))
    folder = options.profile or user_data_path("Allybook", appauthor=False)
    return _Ground(folder, SystemClock(), prices)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a desk stands on; ``me`` is the id of the account, which may own the developer app."""

    folder: Path
    clock: Clock
    prices: PriceTable
    me: str | None = None
    owns_app: bool = False


def _know(ground: _Ground, options: Options, profile: Profile) -> _Ground:
    """Return the ground with the account of this profile, as far as it is known from before."""
    settings = profile.settings()
    owns_app = options.owns_app or settings.read(OWNS_APP) == YES
    return replace(ground, me=settings.read("me") or None, owns_app=owns_app)


def _lay_practice(options: Options, stack: ExitStack, real: _Ground) -> Desk:
    from allybook.practice.bill import Bill
    from allybook.practice.clock import PracticeClock, read_anchor

    clock = PracticeClock(read_anchor(_practice_text("scenario.toml")), time.monotonic)
    ground = _Ground(real.folder / "practice", clock, real.prices)
    profile = stack.enter_context(Profile(ground.folder, clock))
    meter, changes = _meter(options, ground, profile)
    if not profile.settings().read(BUDGET):
        profile.settings().write(BUDGET, PRACTICE_BUDGET)
    ground = _know(ground, replace(options, owns_app=True), profile)
    bill = Bill(real.prices)
    line = _line(stack, partial(_reach_practice, ground, bill, meter), options)

    def billed() -> Dollars:
        # What earlier sessions cost is in the journal, which the network reads.
        line.reach()
        return bill.dollars

    desk = _desk(ground, profile, "practice", meter, changes, line)
    desk = replace(desk, pace=PRACTICE_PACE, daily=PRACTICE_DAILY, rest=PRACTICE_REST)
    return replace(desk, owns_app=True, billed=billed)


def _reach_practice(ground: _Ground, bill: Bill, meter: BudgetMeter) -> XNetwork:
    """Build the make-believe X, which takes about as long as opening the window."""
    from allybook.gateway.client import Terms, XNetwork
    from allybook.practice.adapter import PracticeAdapter
    from allybook.practice.journal import Journal
    from allybook.practice.world import World

    scenario = _scenario()
    world = World.build(scenario.setting.seed, scenario.setting.anchor, scenario)
    journal = Journal(ground.folder / "journal.jsonl")
    adapter = PracticeAdapter(world, ground.clock, bill, journal=journal)
    terms = Terms(ground.owns_app, bill_expansions=ground.prices.bill_expansions, me=ground.me)
    return XNetwork("practice", adapter=adapter, meter=meter, clock=ground.clock, terms=terms)


def _lay(
    options: Options, stack: ExitStack, ground: _Ground, profile: Profile, token: str | None
) -> Desk:
    meter, changes = _meter(options, ground, profile)
    ground = _know(ground, options, profile)
    line = Line(up=not options.offline)
    if token:
        line = _line(stack, partial(_reach_x, options.api_base, token, ground, meter), options)
    if token and (options.token_stdin or options.api_base):
        # What was just typed is looked at at once, whether or not X will be asked.
        line.reach()
    account = profile.settings().read(ACCOUNT, LOCAL)
    desk = _desk(ground, profile, account, meter, changes, line)
    return replace(desk, owns_app=ground.owns_app)


def _reach_x(base: str, token: str, ground: _Ground, meter: BudgetMeter) -> XNetwork:
    from allybook.gateway.client import Terms, XNetwork
    from allybook.gateway.transport import XTransport

    adapter = XTransport(base) if base else XTransport()
    terms = Terms(ground.owns_app, bill_expansions=ground.prices.bill_expansions, me=ground.me)
    return XNetwork(token, adapter=adapter, meter=meter, clock=ground.clock, terms=terms)


def _line(stack: ExitStack, reach: Callable[[], XNetwork], options: Options) -> Line:
    """Return the line, whose network is closed with ``stack`` if it is ever reached."""

    def reach_once() -> XNetwork:
        return stack.enter_context(closing(reach()))

    return Line(reach=reach_once, up=not options.offline)


def _settle_in(desk: Desk, profile: Profile) -> Desk:
    """Ask X whose token this is, and lay out that account's own cache and outbox."""
    me = sign_in(desk)
    if desk.settings.read(ACCOUNT, LOCAL) == LOCAL:
        profile.adopt(LOCAL, me.user_id)
    desk.settings.write(ACCOUNT, me.user_id)
    cache, outbox = profile.cache(me.user_id), profile.outbox(me.user_id)
    cache.save_accounts((me,), desk.clock.now())
    return replace(desk, cache=cache, outbox=outbox)


def _desk(
    ground: _Ground,
    profile: Profile,
    account: str,
    meter: BudgetMeter,
    changes: Changes,
    line: Line,
) -> Desk:
    settings = profile.settings()
    return Desk(
        clock=ground.clock,
        cache=profile.cache(account),
        shelf=profile.shelf(),
        outbox=profile.outbox(account),
        ledger=profile.ledger(),
        settings=settings,
        prices=ground.prices,
        announcer=changes,
        scribe=LocalScribe(settings.read("person") or getpass.getuser(), platform.node()),
        jobs=meter,
        importers=LateImporters(),
        exporter=FileExporter(),
        line=line,
        wait=time.sleep,
        budget=meter.budget,
    )


def _meter(options: Options, ground: _Ground, profile: Profile) -> tuple[BudgetMeter, Changes]:
    changes, settings = Changes(), profile.settings()
    given = parse_dollars(options.budget) if options.budget else None

    def budget() -> Dollars:
        return given if given is not None else Decimal(settings.read(BUDGET, str(DEFAULT_BUDGET)))

    return BudgetMeter(profile.ledger(), ground.prices, ground.clock, budget, changes), changes


def _read_token() -> str:
    token = sys.stdin.readline().strip()
    if not token:
        raise BadInput("--token-stdin was said, and standard input holds no token.")
    return token


def _scenario() -> Scenario:
    from allybook.practice.scene.scenario import FILES, Scenario

    return Scenario.read({name: _practice_text(name) for name in FILES})


def _practice_text(name: str) -> str:
    return (resource_folder() / "practice" / name).read_text(encoding="utf-8")
