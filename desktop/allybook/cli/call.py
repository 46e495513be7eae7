"""One command as it was called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import argparse

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk


class Call(Struct, frozen=True):
    """What a command works on, what was said to it, and where its answer goes."""

    desk: Desk
    words: argparse.Namespace
    options: Options
    out: Out
    ticket: Ticket
