"""What each place of the timeline says where it shows nothing: what is so, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.reading.sources import Origin
from allybook.ui.tabs.timeline.places import ICONS, MUTED_KEY, QUIET, view_key
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from allybook.ui.tabs.timeline.look_through import Sight


ASKED = {Origin.HOME, Origin.LIST, Origin.BOOK, Origin.CHAT, Origin.SEARCH}
"""The sources that X is asked for."""


class EmptyPlace(Struct, frozen=True):
    """The sign of what there is nothing of, a title, and a sentence."""

    sign: str
    title: str
    sentence: str


def empty_place(key: str, sight: Sight, before: str = "") -> EmptyPlace | None:
    """Return what a place says that shows nothing; None for what somebody narrowed or made.

    ``before`` is what must be done before X can be asked, and stands where X is to be asked.
    """
    if sight.wish.days is not None:
        return None
    kind, _, rest = key.partition(":")
    origin = rest.partition(":")[0]
    found = _of_source(Origin(origin)) if kind == "source" else _of_view(key)
    if found is None or not sight.quiet or sight.wish.quiet_only:
        asks = kind == "view" or (kind == "source" and Origin(origin) in ASKED)
        if found is None or not (asks and before):
            return found
        return EmptyPlace(found.sign, found.title, f"{found.sentence} {before}")
    waits = translate("NothingFound", "All there is of it waits in the quiet folder.")
    return EmptyPlace(found.sign, found.title, waits)


def may_fill(key: str, sight: Sight) -> bool:
    """Return whether newer posts may fill a place: it is a view that is there from the start."""
    return key.startswith(view_key("")) and empty_place(key, sight) is not None


def _of_view(key: str) -> EmptyPlace | None:
    """Return what a built-in view says, the quiet folder, or what is muted."""
    told = {
        QUIET: (
            "volume-x",
            translate("NothingFound", "Nothing is quiet here"),
            translate(
                "NothingFound", "What is probably noise waits here, each post with its reason."
            ),
        ),
        MUTED_KEY: (
            "bell-off",
            translate("NothingFound", "Nothing is muted here"),
            translate(
                "NothingFound",
                "No post that was read is muted. Press M on a post to mute its author, a hashtag "
                "or words.",
            ),
        ),
        view_key("Everything"): (
            "layers",
            translate("NothingFound", "No posts here yet"),
            translate("NothingFound", "No post was read yet. Refresh to read your home timeline."),
        ),
        view_key("Allies only"): (
            "bookmark",
            translate("NothingFound", "No post by an ally"),
            translate(
                "NothingFound",
                "No post that was read is by an approved ally. Approve people in Allies, or "
                "refresh your book.",
            ),
        ),
        view_key("Action alerts"): (
            "siren",
            translate("NothingFound", "No action alert"),
            translate(
                "NothingFound",
                "No post that was read calls to act. Refresh to read newer posts, or search X.",
            ),
        ),
        view_key("Questions"): (
            "message-circle-question-mark",
            translate("NothingFound", "No question"),
            translate(
                "NothingFound",
                "No post that was read asks something. Refresh to read newer posts.",
            ),
        ),
        view_key("Conversation"): (
            "message-circle",
            translate("NothingFound", "No conversation"),
            translate(
                "NothingFound",
                "No post that was read answers another one. Refresh to read newer posts.",
            ),
        ),
    }
    return EmptyPlace(*told[key]) if key in told else None


def _of_source(origin: Origin) -> EmptyPlace:
    """Return what a source says of which no post is here."""
    sentence = {
        Origin.HOME: translate(
            "NothingFound", "No post of your home timeline was read yet. Refresh to read it."
        ),
        Origin.LIST: translate(
            "NothingFound", "No post of this X List was read yet. Refresh to read it."
        ),
        Origin.BOOK: translate(
            "NothingFound",
            "No post by an approved ally of this book was read yet. Approve people in Allies, then "
            "refresh to read what they post.",
        ),
        Origin.CHAT: translate(
            "NothingFound", "No post of this chat was read yet. Capture it in Chats, or refresh."
        ),
        Origin.SEARCH: translate(
            "NothingFound", "This search found no post so far. Search X to ask once more."
        ),
    }.get(
        origin,
        translate("NothingFound", "There is no post in what was imported. Import another file."),
    )
    return EmptyPlace(ICONS[origin], translate("NothingFound", "No posts here yet"), sentence)
