"""The mark that forgetting leaves: what was remembered before it brings nobody back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.ports.surroundings import Settings
    from allybook.services.desk import Desk

FORGOTTEN = "forgotten"
"""The setting that counts how often somebody was forgotten; it names nobody."""


def forgetting(desk: Desk) -> str:
    """Return the mark of now; it is another one after each forgetting, by whatever program."""
    return desk.settings.read(FORGOTTEN)


def leave_mark(desk: Desk) -> None:
    """Leave another mark, before anything goes: what is brought back until then goes as well."""
    desk.settings.change(FORGOTTEN, lambda text: str(int(text or 0) + 1))


def unless_forgotten(desk: Desk, mark: str) -> Desk:
    """Return a desk that changes choices only while the mark is this one.

    Else each change raises ``BadInput``, in its own transaction.
    """
    return replace(desk, settings=_Guarded(desk.settings, mark))


class _Guarded(Struct, frozen=True):
    """The settings, closed to changes once somebody was forgotten."""

    settings: Settings
    mark: str

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""
        return self.settings.read(name, default)

    def write(self, name: str, value: str) -> None:
        """Keep a choice, as a change of whatever it was."""
        self.change(name, lambda _before: value)

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Keep what ``change`` makes of a choice, where nobody was forgotten since."""

        def guarded(text: str) -> str:
            """Return the new value."""
            if self.settings.read(FORGOTTEN) != self.mark:
                raise BadInput(
                    "Somebody was forgotten since, so this was not taken back. Nothing was changed."
                )
            return change(text)

        self.settings.change(name, guarded)

    def version(self) -> int:
        """Return the number of the settings."""
        return self.settings.version()

    def scrub(self) -> None:
        """Take off the disk what was overwritten."""
        self.settings.scrub()
