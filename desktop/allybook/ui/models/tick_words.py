"""The ticks in words: what is to be done, about whom, and what was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.ticks import TickDeed, TickState
from allybook.ui import wording
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from allybook.domain.acts.ticks import Tick
    from allybook.domain.people.accounts import Account

LONGEST = 40
LONGEST_QUOTE = 90


def deed_words(deed: TickDeed) -> str:
    """Return what is to be done on X, as an order to oneself."""
    return _DEEDS[deed]()


_DEEDS: dict[TickDeed, Callable[[], str]] = {
    TickDeed.FOLLOW: lambda: translate("ticks", "Follow."),
    TickDeed.UNFOLLOW: lambda: translate("ticks", "Unfollow, on their profile."),
    TickDeed.LIKE: lambda: translate("ticks", "Like this post."),
    TickDeed.REPLY: lambda: translate("ticks", "Answer this post."),
    TickDeed.POST: lambda: translate("ticks", "Send this post."),
}


def about_words(tick: Tick, known: Mapping[str, Account]) -> str:
    """Return whom or what a tick is about: a name, a handle, or the first words of a post."""
    account = known.get(tick.user_id)
    handle = (account.handle if account else "") or tick.handle
    if account and account.name:
        return account.name
    if handle:
        return f"@{handle}"
    if tick.text:
        return shortened(tick.text, LONGEST)
    return translate("ticks", "account %1").replace("%1", tick.user_id or tick.post_id)


def quoted(text: str) -> str:
    """Return the beginning of a post in quotation marks."""
    return wording.quoted(shortened(text, LONGEST_QUOTE))


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, with dots at its end where it was cut."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def settled_words(tick: Tick, known: Mapping[str, Account]) -> str:
    """Return what was said of a tick: ``Juno Halvorsen-Pike: followed``."""
    told = translate("ticks", "skipped") if tick.state is TickState.SKIPPED else _DONE[tick.deed]()
    words = translate("ticks", "%1: %2", "a name and what was done")
    return words.replace("%2", told).replace("%1", about_words(tick, known))


_DONE: dict[TickDeed, Callable[[], str]] = {
    TickDeed.FOLLOW: lambda: translate("ticks", "followed"),
    TickDeed.UNFOLLOW: lambda: translate("ticks", "unfollowed"),
    TickDeed.LIKE: lambda: translate("ticks", "liked"),
    TickDeed.REPLY: lambda: translate("ticks", "answered"),
    TickDeed.POST: lambda: translate("ticks", "posted"),
}
