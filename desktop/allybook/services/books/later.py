"""Nominations that a person put off: they come back by themselves after a while."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.services.desk import Desk

NAME = "later:"
AWHILE = timedelta(days=1)


def put_off(desk: Desk, book_id: str, keys: Iterable[str]) -> None:
    """Put nominations of a book off for a day; nothing is written into the book."""
    new = dict.fromkeys(keys, desk.clock.now() + AWHILE)

    def add(text: str) -> str:
        """Return who waits from now on."""
        waiting = {**_read(desk, text), **new}
        return json.dumps({key: moment.isoformat() for key, moment in waiting.items()})

    desk.settings.change(f"{NAME}{book_id}", add)
    desk.announcer.announce(Changed(settings=True))


def put_off_until(desk: Desk, book_id: str) -> Mapping[str, datetime]:
    """Return, by record key, until when (UTC) nominations are put off; those due are left out."""
    return _read(desk, desk.settings.read(f"{NAME}{book_id}"))


def _read(desk: Desk, text: str) -> dict[str, datetime]:
    told = json.loads(text or "{}")
    moments = {key: datetime.fromisoformat(moment) for key, moment in told.items()}
    return {key: moment for key, moment in moments.items() if moment > desk.clock.now()}
