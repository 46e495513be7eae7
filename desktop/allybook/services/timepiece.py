"""A clock that goes by X: this computer's, put right by what X's answers tell.

X says with each answer what time it is there. What lies in the last hour, what a post's id says of
its age, on which day X charges: all of that is told by X's clock, whatever is set on this computer.
"""

from __future__ import annotations

from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from allybook.domain.spoken import Plural, Spoken
    from allybook.ports.surroundings import Clock, Settings

SETTING = "x_ahead"
"""Under what name it is kept by how many seconds X is ahead of this computer."""
YEARS = range(2006, 2101)
"""The years that X has, or may come to have while this program runs: no other is believed."""
SECOND = timedelta(seconds=1)
"""X tells whole seconds, those that are over."""
SLACK = timedelta(seconds=30)
"""So much no clock is put right by: what was read is noted two minutes less than it was asked."""
TELLING = timedelta(minutes=5)
"""From what on a person is told that their clock is wrong."""
DIGITS = 12
"""Of so many digits are the seconds of all years that a clock here may tell."""
MINUTES, HOURS = timedelta(minutes=90), timedelta(hours=47, minutes=30)
"""Up to what a difference is told in minutes, and in hours; beyond that in days."""


class Timepiece:
    """The time by X's clock, as far as an answer told it; before that, this computer's (``here``).

    How far they are apart is kept (``go_by``), so that the next start begins with it; the next
    answer tells whether it is still so. May be shared by threads.
    """

    def __init__(self, here: Clock) -> None:
        self._here = here
        self._ahead = self._kept = timedelta()
        self._settings: Settings | None = None
        self._found = False
        self._lock = Lock()

    @property
    def zone(self) -> tzinfo:
        """Return the time zone."""
        return self._here.zone

    def now(self) -> datetime:
        """Return the present moment (UTC)."""
        return self._here.now() + self._ahead

    def here(self) -> datetime:
        """Return what this computer takes for the present moment (UTC)."""
        return self._here.now()

    def go_by(self, settings: Settings) -> None:
        """Begin with what was kept of earlier answers, and keep what the next ones tell."""
        self._settings = settings
        ahead = _read(settings.read(SETTING))
        likely = _is_likely(self.here(), ahead)
        self._ahead = self._kept = ahead if likely else timedelta()

    def hear(self, told: datetime, asked: datetime) -> None:
        """Take what X told (UTC, whole seconds) in answer to what was ``asked`` by this computer.

        X said so at some moment since, which is all that is known where the answer was slow. A year
        that X cannot have is not believed.
        """
        if told.year not in YEARS:
            return
        least, most = told - self.here() - SLACK, told + SECOND - asked + SLACK
        if least > most:
            # This computer's clock was set meanwhile; the next answer tells.
            return
        with self._lock:
            if least <= timedelta() <= most:
                self._ahead = timedelta()
            elif not least <= self._ahead <= most:
                self._ahead = timedelta(seconds=round((least + most).total_seconds() / 2))
            self._found = self._found or abs(self._ahead - self._kept) >= TELLING
            self._keep()

    def remark(self) -> str:
        """Return the sentence that the clock here is wrong, if that was found out by now."""
        return _told(-self._ahead) if self._found and abs(self._ahead) >= TELLING else ""

    def _keep(self) -> None:
        if self._settings is None or abs(self._ahead - self._kept) <= SLACK:
            return
        try:
            self._settings.write(SETTING, str(int(self._ahead.total_seconds())))
            self._kept = self._ahead
        except StorageError as error:
            # The answer is paid for: it must not be lost for this.
            import logging  # noqa: PLC0415 (most starts have nothing to tell)

            log = logging.getLogger(__name__)
            log.warning("X's time could not be kept: %s", error)


def _read(text: str) -> timedelta:
    """Return the difference that was kept; none where the text is none, or of no use to anybody."""
    digits = text.removeprefix("-")
    if not digits.isdecimal() or len(digits) > DIGITS:
        return timedelta()
    return timedelta(seconds=int(text))


def _is_likely(here: datetime, ahead: timedelta) -> bool:
    """Return whether it may be that late at X."""
    try:
        return (here + ahead).year in YEARS
    except OverflowError:
        return False


def _told(fast: timedelta) -> Spoken:
    """Return how wrong a clock is, and what that means."""
    from allybook.domain.spoken import speak  # noqa: PLC0415 (most clocks are right)

    return speak(
        "{told} What X gives and charges goes by X's clock all the same; set this one right, so "
        "that other programs do too.",
        told=_how_wrong(fast),
    )


def _how_wrong(fast: timedelta) -> Spoken:
    from allybook.domain.spoken import speak_many  # noqa: PLC0415 (as above)

    apart = abs(fast)
    unit = _MINUTE if apart < MINUTES else _HOUR if apart < HOURS else _DAY
    words = _FAST if fast > timedelta() else _SLOW
    return speak_many(round(apart / unit), *words[unit])


_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_FAST: Mapping[timedelta, Plural] = {
    _MINUTE: (
        "This computer's clock is {n} minute fast.",
        "This computer's clock is {n} minutes fast.",
    ),
    _HOUR: ("This computer's clock is {n} hour fast.", "This computer's clock is {n} hours fast."),
    _DAY: ("This computer's clock is {n} day fast.", "This computer's clock is {n} days fast."),
}
_SLOW: Mapping[timedelta, Plural] = {
    _MINUTE: (
        "This computer's clock is {n} minute slow.",
        "This computer's clock is {n} minutes slow.",
    ),
    _HOUR: ("This computer's clock is {n} hour slow.", "This computer's clock is {n} hours slow."),
    _DAY: ("This computer's clock is {n} day slow.", "This computer's clock is {n} days slow."),
}
