"""Keep the manners of follow-back checks among the settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.check.manners import Manners

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk

MANNERS = "manners"
"""The setting that holds them, as JSON."""
NUMBERS = ("grace", "quiet", "influential")
SETS = ("books", "tags", "people")


def read_manners(desk: Desk) -> Manners:
    """Return the manners that were set, or the usual ones."""
    return _read(desk.settings.read(MANNERS))


def set_manners(desk: Desk, manners: Manners) -> None:
    """Keep these manners from now on."""
    _change(desk, lambda _before: manners)


def keep_account(desk: Desk, user_id: str, *, keep: bool) -> None:
    """Put an account on the keep-list by itself, or take it off."""

    def change(manners: Manners) -> Manners:
        """Return the manners with this account on the keep-list, or off it."""
        people = manners.people | {user_id} if keep else manners.people - {user_id}
        return replace(manners, people=people)

    _change(desk, change)


def _change(desk: Desk, change: Callable[[Manners], Manners]) -> None:
    desk.settings.change(MANNERS, lambda text: _write(change(_read(text))))
    desk.announcer.announce(Changed(settings=True, snapshots=True))


def _read(text: str) -> Manners:
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        kept = {}
    known = kept if isinstance(kept, dict) else {}
    usual = Manners()
    return Manners(
        _whole(known.get("grace"), usual.grace),
        _whole(known.get("quiet"), usual.quiet),
        _whole(known.get("influential"), usual.influential),
        *(_words(known.get(name)) for name in SETS),
    )


def _write(manners: Manners) -> str:
    kept = {n: getattr(manners, n) for n in NUMBERS}
    kept |= {n: sorted(getattr(manners, n)) for n in SETS}
    return json.dumps(kept, ensure_ascii=False)


def _whole(kept: object, usual: int) -> int:
    return kept if isinstance(kept, int) else usual


def _words(kept: object) -> frozenset[str]:
    return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()
