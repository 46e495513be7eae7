"""What an act or a tick came to, in words and an icon; and why it cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage
from allybook.domain.acts.ticks import Tick, TickDeed, TickState
from allybook.services.publish.take_back import Against
from allybook.ui.models.signs import Sign
from allybook.ui.wording import quoted, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.publish.activity import Happening

WAITING = "hourglass"
REFUSED = ("circle-x", "warn")


def sign_of(one: Happening, list_name: str) -> Sign:
    """Return what became of it; ``list_name`` is that of the list it is about."""
    if isinstance(one, Tick):
        return _tick_sign(one)
    words, icon, role = _act_words(one)
    name = list_name or translate("activity", "a list")
    return Sign(words.replace("%1", quoted(name) if list_name else name), icon, role)


def _act_words(act: Act) -> tuple[str, str, str]:
    adding = act.deed is Deed.ADD_MEMBER
    if act.stage is Stage.WAITING:
        words = translate("activity", "Waits to be added to %1")
        return words if adding else translate("activity", "Waits to be taken off %1"), WAITING, ""
    if act.stage is Stage.SENDING or act.outcome is None:
        words = translate("activity", "Sent to X, which did not answer: it is looked up first")
        return words, "circle-dashed", "warn"
    if act.outcome in _DONE:
        return _DONE[act.outcome]()
    why = _why_words(act.outcome)
    words = translate("activity", "Not added to %1: %2")
    words = words if adding else translate("activity", "Not taken off %1: %2")
    return words.replace("%2", why), *REFUSED


_DONE: dict[Outcome, Callable[[], tuple[str, str, str]]] = {
    Outcome.ADDED: lambda: (translate("activity", "Added to %1"), "list-checks", "accent_text"),
    Outcome.REMOVED: lambda: (translate("activity", "Taken off %1"), "user-round-x", "text_2"),
    Outcome.ALREADY_THERE: lambda: (
        translate("activity", "Was on %1 already"),
        "circle-check",
        "text_2",
    ),
    Outcome.NOT_THERE: lambda: (
        translate("activity", "Was not on %1 any more"),
        "circle-check",
        "text_2",
    ),
    Outcome.DROPPED: lambda: (translate("activity", "Dropped before it was sent"), "x", "text_3"),
    Outcome.CREATED: lambda: (translate("activity", "New list on X"), "plus", "accent_text"),
    Outcome.DELETED: lambda: (translate("activity", "List deleted on X"), "x", "text_2"),
}


def _why_words(outcome: Outcome) -> str:
    """Return why X did not do something; a new kind of answer is said as it is called."""
    known = _WHY.get(outcome)
    return known() if known else outcome.value.replace("_", " ")


_WHY: dict[Outcome, Callable[[], str]] = {
    Outcome.PRIVATE: lambda: translate("activity", "private"),
    Outcome.BLOCKS_YOU: lambda: translate("activity", "blocks you"),
    Outcome.SUSPENDED: lambda: translate("activity", "suspended by X"),
    Outcome.GONE: lambda: translate("activity", "has left X"),
    Outcome.LIST_FULL: lambda: translate("activity", "the list is full"),
    Outcome.REFUSED: lambda: translate("activity", "X refused"),
    Outcome.NO_LISTS: lambda: translate("activity", "asks for no lists"),
    Outcome.OPTED_OUT: lambda: translate("activity", "opted out"),
    Outcome.NOT_SHOWN: lambda: translate("activity", "X did not show the profile"),
}


def _tick_sign(tick: Tick) -> Sign:
    if tick.state is TickState.SKIPPED:
        words = translate("activity", "On the tick list, skipped: %1")
        return Sign(words.replace("%1", _TO_DO[tick.deed]()), "circle", "text_3")
    if tick.state is TickState.DONE:
        words = translate("activity", "%1 by hand, as you said").replace("%1", _DID[tick.deed]())
        return Sign(words, "check", "text_2")
    if tick.state is TickState.OPENED:
        words = translate("activity", "Opened on X, not ticked off yet: %1")
        return Sign(words.replace("%1", _TO_DO[tick.deed]()), "external-link", "text_2")
    words = translate("activity", "On your tick list: %1")
    return Sign(words.replace("%1", _TO_DO[tick.deed]()), WAITING, "text_2")


_TO_DO: dict[TickDeed, Callable[[], str]] = {
    TickDeed.FOLLOW: lambda: translate("activity", "follow"),
    TickDeed.UNFOLLOW: lambda: translate("activity", "unfollow"),
    TickDeed.LIKE: lambda: translate("activity", "like a post"),
    TickDeed.REPLY: lambda: translate("activity", "answer a post"),
    TickDeed.POST: lambda: translate("activity", "send a post"),
}
_DID: dict[TickDeed, Callable[[], str]] = {
    TickDeed.FOLLOW: lambda: translate("activity", "Followed"),
    TickDeed.UNFOLLOW: lambda: translate("activity", "Unfollowed"),
    TickDeed.LIKE: lambda: translate("activity", "Post liked"),
    TickDeed.REPLY: lambda: translate("activity", "Post answered"),
    TickDeed.POST: lambda: translate("activity", "Post sent"),
}


def against_words(why: Against) -> str:
    """Return why an act cannot be taken back, in a sentence."""
    return _AGAINST[why]()


_AGAINST: dict[Against, Callable[[], str]] = {
    Against.WAITS: lambda: translate("activity", "It waits for its turn; nothing is on X yet."),
    Against.IN_DOUBT: lambda: translate(
        "activity",
        "X was asked and did not answer. The next publishing looks it up before it sends anything.",
    ),
    Against.NOT_DONE: lambda: translate(
        "activity", "Nothing came of it on X, so there is nothing to take back."
    ),
    Against.TAKEN_BACK: lambda: translate("activity", "It is taken back, or about to be."),
    Against.OVERTAKEN: lambda: translate(
        "activity", "Something newer was done about this account; take that back instead."
    ),
    Against.FOR_GOOD: lambda: translate(
        "activity", "A deleted list cannot come back; publish the book to make a new one."
    ),
    Against.LIST_GONE: lambda: translate(
        "activity", "The list is gone, so this cannot be taken back."
    ),
    Against.NOT_WANTED: lambda: translate(
        "activity", "They want to be on no list, so nobody puts them back."
    ),
    Against.NOT_IN_BOOK: lambda: translate(
        "activity", "The book does not have them any more, so nobody puts them back."
    ),
}
