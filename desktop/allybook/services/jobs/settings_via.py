"""The settings for one job, with somebody who has a say in each of its changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from allybook.ports.surroundings import Settings

    Change = Callable[[str], str]
    Via = Callable[[str, Change, str], str]
    Kept = Callable[[str, str, str], None]


def _plainly(_name: str, change: Change, text: str) -> str:
    return change(text)


def _unheard(_name: str, _before: str, _after: str) -> None:
    """Tell nobody."""


class SettingsVia(Struct, frozen=True):
    """The settings, each change of which goes by way of ``via``, inside its transaction.

    ``via`` gets the name of the choice, the change, and the choice as it is; it returns the choice
    as it is to be. ``kept`` hears of each change once it is kept: the name, what was and what is.
    """

    settings: Settings
    via: Via = _plainly
    kept: Kept = _unheard

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""
        return self.settings.read(name, default)

    def write(self, name: str, value: str) -> None:
        """Keep a choice, as a change of whatever it was."""
        self.change(name, lambda _before: value)

    def change(self, name: str, change: Change) -> None:
        """Keep what becomes of a choice by way of ``via``."""
        self.change_all({name: change})

    def change_all(self, changes: Mapping[str, Change]) -> None:
        """Keep what becomes of several choices, all of them or none."""
        made: dict[str, tuple[str, str]] = {}

        def make(name: str, text: str) -> str:
            """Return the new value; a change that is tried again is made anew."""
            after = self.via(name, changes[name], text)
            made[name] = text, after
            return after

        self.settings.change_all({name: partial(make, name) for name in changes})
        for name, (before, after) in made.items():
            self.kept(name, before, after)

    def version(self) -> int:
        """Return the number of the settings."""
        return self.settings.version()

    def scrub(self) -> None:
        """Take off the disk what was overwritten."""
        self.settings.scrub()
