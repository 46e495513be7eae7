"""Small choices of a profile: text by name."""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import RLock

    from allybook.store.database.connection import Connections, State

KEEP = "INSERT OR REPLACE INTO settings VALUES (?, ?)"
Choices = dict[str, str | None]
"""What was chosen, by name; None for nothing."""


class _Known(local):
    """The choices that a thread has looked up since the file changed last."""

    state: State | None = None
    choices: Choices

    def now(self, state: State) -> Choices:
        """Return those that hold in a state; what is being written may yet be taken back."""
        if state[-1]:
            return {}
        if state != self.state:
            self.state, self.choices = state, {}
        return self.choices


class SqliteSettings:
    """The settings in the profile's own database."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._known = _Known()

    def read(self, name: str, default: str = "") -> str:
        """Return a choice; it is looked up again when the file has changed."""
        known = self._known.now(self._connections.state())
        if name not in known:
            known[name] = self._look_up(name)
        value = known[name]
        return default if value is None else value

    def _look_up(self, name: str) -> str | None:
        with self._connections.read() as connection:
            value: str | None = connection.execute(
                "SELECT value FROM settings WHERE name = ?", (name,)
            ).get
        return value

    def write(self, name: str, value: str) -> None:
        """Keep a choice."""
        with self._connections.write() as connection:
            connection.execute(KEEP, (name, value))

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Keep what ``change`` makes of a choice, or of nothing; nobody writes in between."""
        with self._connections.write() as connection:
            before = self._look_up(name) or ""
            after = change(before)
            if after != before:
                connection.execute(KEEP, (name, after))

    def version(self) -> int:
        """Return a number that differs from before where another thread or program has written."""
        return self._connections.version()

    def scrub(self) -> None:
        """Take off the disk what was overwritten, also where a copy was laid before a change."""
        self._connections.tidy()
        self._connections.drop_copies()


class FleetingSettings(SqliteSettings):
    """Settings that hold until the program ends where nothing can be written.

    They are laid down as soon as something can be, and a disk may fill at any moment. So the window
    goes on: how wide a pane is, say, is no reason to stop. ``held`` are those of all who ask the
    same profile, and ``turns`` lets them change these one after the other.
    """

    def __init__(self, connections: Connections, held: dict[str, str], turns: RLock) -> None:
        super().__init__(connections)
        self._held, self._turns = held, turns

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""
        return self._held[name] if name in self._held else super().read(name, default)

    def write(self, name: str, value: str) -> None:
        """Keep a choice, and with it those that could not be kept before."""
        with self._turns:
            before = dict(self._held)
            self._held[name] = value
            try:
                self.lay_held()
            except StorageError:
                self._held.clear()
                self._held.update(before)
                raise

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Keep what ``change`` makes of a choice, and with it those that could not be kept."""
        with self._turns:
            self.lay_held()
            if not self._held and self._connections.frozen() is None:
                try:
                    super().change(name, change)
                except StorageError:
                    if self._connections.frozen() is None:
                        raise
                else:
                    return
            self._held[name] = change(self.read(name))

    def lay_held(self) -> None:
        """Keep those that wait, as soon as anything can be written."""
        with self._turns:
            for waiting in tuple(self._held):
                if self._connections.frozen() is not None:
                    return
                try:
                    super().write(waiting, self._held[waiting])
                except StorageError:
                    # It holds until the disk takes it; what else is wrong has to be told.
                    if self._connections.frozen() is None:
                        raise
                    return
                del self._held[waiting]
