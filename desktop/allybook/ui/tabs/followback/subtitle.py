"""What the head says below its title: whom one sees, and how far the answers are complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.tabs.followback.places import pair_words, reading_words, whom_words
from allybook.ui.tabs.followback.sentences import state_words
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.ui.tabs.followback.survey import Sight


def subtitle(sight: Sight, now: datetime) -> str:
    """Return whom a place shows, and from when; ``now`` is in the person's zone.

    Of very many it says how many have a row.
    """
    words = _words(sight, now)
    if not sight.more:
        return words
    shown = translate("followback", "%1; %2 of them are shown")
    return shown.replace("%1", words).replace("%2", count(len(sight.rows)))


def _words(sight: Sight, now: datetime) -> str:
    reading, pair = sight.map.reading(sight.place), sight.map.pair(sight.place)
    number = len(sight.rows) + sight.more
    if pair is not None:
        words = translate("followback", "%1 accounts changed, %2")
        if number == 1:
            words = translate("followback", "1 account changed, %2")
        words = words.replace("%1", count(number))
        return words.replace("%2", pair_words(pair, now))
    if reading is not None:
        words = translate("followback", "%1 accounts, as they were read: %2")
        if number == 1:
            words = translate("followback", "1 account, as it was read: %2")
        return words.replace("%1", count(number)).replace("%2", reading_words(reading, now))
    if number:
        state = state_words(tuple(sight.findings.values()), now)
        return f"{whom_words(sight.place, number)}, {state}"
    if sight.ever_read:
        return whom_words(sight.place, number)
    return translate("followback", "Not checked yet")
