"""The mark that forgetting leaves: what was remembered before it brings nobody back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.errors import BadInput
from allybook.services.jobs.settings_via import SettingsVia

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def guard(_name: str, change: Callable[[str], str], text: str) -> str:
        """Return the new value, where nobody was forgotten since."""
        if desk.settings.read(FORGOTTEN) != mark:
            raise BadInput(
                "Somebody was forgotten since, so this was not taken back. Nothing was changed."
            )
        return change(text)

    return replace(desk, settings=SettingsVia(desk.settings, guard))
