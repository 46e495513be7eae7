"""What every desk stands on: the folder, the clock, the prices, who writes."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.app.late import late
from allybook.app.zone import ComputerZone
from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak
from allybook.services.sign_in.accounts import ME, known_account
from allybook.services.timepiece import Timepiece

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.cli.words import Options
    from allybook.domain.book.entry import Author, Stamp
    from allybook.domain.money.pricing import PriceTable
    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Clock
    from allybook.store.profile import Profile

_HOMELESS: Pattern = (
    "This computer does not say where your folder is: give --profile a folder, or set HOME. "
    "Nothing was done."
)
_TURNLESS: Pattern = (
    "This computer does not say where your folder is, in which accounts take turns: set HOME. "
    "Nothing was done."
)
OWN_PRICES = "prices.toml"
"""What a person lays over the prices that Allybook comes with, in the folder of the profile."""


class Ground(Struct, frozen=True):
    """What a desk stands on; ``me`` is the id of the account, which may own the developer app.

    ``timepiece`` is the clock where X puts it right: the practice network has a day of its own.
    """

    folder: Path
    clock: Clock
    prices: PriceTable
    me: str | None = None
    owns_app: bool = False
    timepiece: Timepiece | None = None


class SystemClock:
    """The time of this computer, and where it stands."""

    zone = ComputerZone()

    def now(self) -> datetime:
        """Return the present moment (UTC)."""
        return datetime.now(UTC)


class LocalScribe:
    """Signs entries with the person's name, as this computer knows it if need be, and device."""

    def __init__(self, person: str = "", device: str = "") -> None:
        self._person = person
        self._device = device

    def author(self) -> Author:
        """Return who is writing, on which device."""
        import platform

        from allybook.domain.book.entry import Author

        device = self._device or platform.node()
        return Author(self._person or _user_name() or device, device)

    def entry_id(self, at: Stamp) -> str:
        """Return a new id, ordered by ``at`` and random within it."""
        import secrets

        from allybook.domain.book.ids import entry_id

        return entry_id(at, secrets.randbits(64))


def _user_name() -> str:
    """Return what this computer calls the person, or nothing: a container may know a number only.

    Python raises ``OSError`` for that since 3.13, and before whatever it came upon
    (docs.python.org, ``getpass.getuser``).
    """
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def resource_folder() -> Path:
    """Return where the plain files are: inside the wheel, or beside a checkout."""
    inside = Path(__file__).parents[1] / "resources"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "resources"


def find_ground(options: Options) -> Ground:
    """Return the ground of a profile; ``BadInput`` where its own prices cannot be used."""
    folder = options.profile or _own_folder()
    clock = Timepiece(SystemClock())
    return Ground(folder, clock, _find_prices(folder, options.vocabulary), timepiece=clock)


def _find_prices(folder: Path, vocabulary: str) -> PriceTable:
    """Return the prices, in the words that this run asks in, where it names any.

    Those that Allybook comes with are read when the first is wanted; what a person wrote is read at
    once, so that a mistake is told before anything else.
    """
    own = folder / OWN_PRICES
    if own.is_file():
        return _read_prices(vocabulary, _read_own(own))
    return late(partial(_read_prices, vocabulary))


def _read_prices(vocabulary: str, overrides: str = "") -> PriceTable:
    from allybook.domain.money.price_table import parse

    shipped = (resource_folder() / "prices.toml").read_text(encoding="utf-8")
    prices = parse(shipped, overrides)
    return replace(prices, vocabulary=vocabulary) if vocabulary else prices


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return own_place(user_data_path, _HOMELESS)


def own_place(find: Callable[..., Path], unless: Pattern = _TURNLESS) -> Path:
    """Return a folder of ours, as ``platformdirs`` finds it; ``BadInput`` where it finds no home.

    A container may run as a number that has neither a name nor a home. ``unless`` says what to do.
    """
    try:
        return find("Allybook", appauthor=False)
    except RuntimeError as error:
        raise BadInput(speak(unless)) from error


def _read_own(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise BadInput(
            speak(
                "{path} cannot be read as text (UTF-8): save it as such, or move it away. "
                "Nothing was sent to X.",
                path=path,
            )
        ) from error


def know_account(ground: Ground, options: Options, profile: Profile, account: str) -> Ground:
    """Return the ground with an account of this profile, as far as it is known from before.

    What X told of this computer's clock is known from before as well.
    """
    settings = profile.settings()
    if ground.timepiece:
        ground.timepiece.go_by(settings)
    known = known_account(settings, account)
    owns_app = options.owns_app or bool(known and known.owns_app)
    me = known.user_id if known else settings.read(ME)
    return replace(ground, me=me or None, owns_app=owns_app)
