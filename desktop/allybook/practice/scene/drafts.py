"""Things said, before they have ids: the common form of everyday posts, noise and chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


REPOST_LENGTH = 140
"""X cuts the text of a repost here and ends it with an ellipsis."""


class Draft(Struct, frozen=True):
    """One post to be. ``reply_to``, ``quote_of`` and ``repost_of`` are keys of earlier drafts.

    ``warmth`` is how much notice it gets, 1 being usual. ``media`` are X's words.
    """

    key: str
    at: datetime
    by: str
    text: str = ""
    lang: str = "en"
    reply_to: str = ""
    quote_of: str = ""
    repost_of: str = ""
    media: tuple[str, ...] = ()
    warmth: float = 1.0


def fits_repost(draft: Draft) -> bool:
    """Return whether a repost would show all of a post, its hashtags included.

    X cuts longer ones, and then finds them by words that nobody sees; here people pass on what
    fits, so that what X counts for a hashtag and what the cache knows by it are the same posts.
    """
    return len(f"RT @{draft.by}: {draft.text}") <= REPOST_LENGTH
