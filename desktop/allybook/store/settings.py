"""Small choices of a profile: text by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import local
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import BadInput, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from threading import RLock

    from allybook.store.database.connection import Connections, State

KEEP = "INSERT OR REPLACE INTO settings VALUES (?, ?)"
Choices = dict[str, str | None]
"""What was chosen, by name; None for nothing."""
Change = Callable[[str], str]
"""Makes the new value of a choice from the old one, and does nothing else."""


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

    def change(self, name: str, change: Change) -> None:
        """Keep what ``change`` makes of a choice, or of nothing; nobody writes in between."""
        self.change_all({name: change})

    def change_all(self, changes: Mapping[str, Change]) -> None:
        """Change several choices, all of them or none; nobody writes in between."""
        with self._connections.write() as connection:
            for name, change in changes.items():
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


class _Whole(Struct, frozen=True):
    """A change that replaces a choice, whatever it was."""

    value: str

    def __call__(self, _before: str) -> str:
        """Return the value."""
        return self.value


class Held:
    """The changes that wait for a disk, by the name of the choice, in the order they came.

    Not the values: another program may change the same choice meanwhile, and keeps its change.
    """

    def __init__(self) -> None:
        self._changes: dict[str, tuple[Change, ...]] = {}
        self._made: dict[str, tuple[str, tuple[Change, ...], str]] = {}

    def __bool__(self) -> bool:
        return bool(self._changes)

    def names(self) -> tuple[str, ...]:
        """Return the choices that wait."""
        return tuple(self._changes)

    def changes(self, name: str) -> tuple[Change, ...]:
        """Return what waits for a choice; it is another tuple whenever something came or went."""
        return self._changes.get(name, ())

    def put(self, name: str, changes: tuple[Change, ...]) -> None:
        """Let these changes wait for a choice, in place of those that did; none for none."""
        self._made.pop(name, None)
        if changes:
            self._changes[name] = changes
        else:
            self._changes.pop(name, None)

    def make(self, name: str, before: str) -> str:
        """Return what the changes make of a choice; it is made anew when something differs."""
        changes, made = self.changes(name), self._made.get(name)
        if made is None or made[:2] != (before, changes):
            made = before, changes, make(changes, before)
            self._made[name] = made
        return made[-1]


def make(changes: Iterable[Change], before: str) -> str:
    """Return what changes make of a choice, one after the other.

    One that cannot be made any more, after what another program did meanwhile, is left out.
    """
    for change in changes:
        try:
            before = change(before)
        except BadInput as error:
            import logging  # noqa: PLC0415 (few disks are full)

            log = logging.getLogger(__name__)
            log.warning("What was chosen while the disk was full is not kept: %s", error)
    return before


class FleetingSettings(SqliteSettings):
    """Settings that hold until the program ends where nothing can be written.

    They are laid down as soon as something can be, and a disk may fill at any moment. So the window
    goes on: how wide a pane is, say, is no reason to stop. ``held`` are the changes of all who ask
    the same profile, and ``turns`` lets them be made one after the other.
    """

    def __init__(self, connections: Connections, held: Held, turns: RLock) -> None:
        super().__init__(connections)
        self._held, self._turns = held, turns

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""
        while changes := self._held.changes(name):
            value = self._held.make(name, super().read(name))
            # Nobody is waited for who is just laying them down.
            if changes is self._held.changes(name):
                return value
        return super().read(name, default)

    def write(self, name: str, value: str) -> None:
        """Keep a choice, and with it those that could not be kept before."""
        with self._turns:
            before = self._held.changes(name)
            self._held.put(name, whole := (_Whole(value),))
            try:
                self.lay_held()
            except StorageError:
                # What was laid down before another choice failed does not wait any more.
                if self._held.changes(name) is whole:
                    self._held.put(name, before)
                raise

    def change_all(self, changes: Mapping[str, Change]) -> None:
        """Change several choices, and keep with them those that could not be kept before."""
        with self._turns:
            self.lay_held()
            if not self._held and self._connections.frozen() is None:
                try:
                    super().change_all(changes)
                except StorageError:
                    if self._connections.frozen() is None:
                        raise
                else:
                    return
            before = {name: self.read(name) for name in changes}
            # None of them waits where one cannot be made.
            other = [name for name in changes if changes[name](before[name]) != before[name]]
            for name in other:
                self._held.put(name, (*self._held.changes(name), changes[name]))

    def lay_held(self) -> None:
        """Keep those that wait, as soon as anything can be written."""
        with self._turns:
            for name in self._held.names():
                if self._connections.frozen() is not None:
                    return
                try:
                    self._lay(name, self._held.changes(name))
                except StorageError:
                    # It holds until the disk takes it; what else is wrong has to be told.
                    if self._connections.frozen() is None:
                        raise
                    return
                self._held.put(name, ())

    def _lay(self, name: str, changes: Sequence[Change]) -> None:
        if isinstance(changes[0], _Whole):
            super().write(name, make(changes, ""))
        else:
            super().change_all({name: partial(make, changes)})
