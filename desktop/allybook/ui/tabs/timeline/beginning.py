"""What stands where no post was ever read: what this is for, and three ways to the first posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.services.reading.refresh import quote_refresh
from allybook.ui.no_account import practise_or_connect
from allybook.ui.tabs.timeline.nothing import CHAT, FILE, HOME
from allybook.ui.widgets.empty import Emptiness, EmptyState, StartWay
from allybook.ui.wording import dollars, translate

if TYPE_CHECKING:
    from allybook.services.desk import Desk
    from allybook.ui.theme.look import Look


def beginning(desk: Desk, look: Look) -> EmptyState:
    """Return the page that offers them; it tells the key of the way that is chosen."""
    first = _read_home(desk) if desk.line.signed_in else practise_or_connect()
    return EmptyState(look, _ways(first))


def _read_home(desk: Desk) -> StartWay:
    price = dollars(quote_refresh(desk).dollars)
    return StartWay(
        HOME,
        "newspaper",
        translate("timeline", "Read your home timeline, %1").replace("%1", price),
        translate("timeline", "The newest posts from X, at most for this price"),
        asks=True,
    )


def _ways(first: StartWay) -> Emptiness:
    """Return what there is to say, and the ways to the first posts."""
    words = translate("timeline", "The noise stays out, and each post says why it is here.")
    return Emptiness(
        translate("timeline", "What are your allies saying?"),
        words,
        (
            first,
            StartWay(
                CHAT,
                "messages-square",
                translate("timeline", "Capture a hashtag chat"),
                translate("timeline", "Everything that was said under one hashtag this week"),
            ),
            StartWay(
                FILE,
                "folder-open",
                translate("timeline", "Import a file"),
                translate("timeline", "Your X archive, twarc or a table: free, and offline"),
            ),
        ),
        drawing=("message-circle", "newspaper", "heart"),
    )
