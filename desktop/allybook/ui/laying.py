"""Lay the sums of all posts anew, so that views are quick again; they are right meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.services.timeline.noise import catch_up
from allybook.ui.jobs import write_down

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs


def lay_sums(jobs: Jobs, owner: QObject, desk: Desk) -> None:
    """Finish what a new version, the last session or a choice left to do about noise.

    Views announce themselves. Where it fails, the log says so, and it is done another time.
    """
    jobs.write(owner, lambda ticket: catch_up(desk, ticket), done=_rest, failed=write_down)


def _rest(_parts: int) -> None:
    """Say nothing: it shows by itself."""
