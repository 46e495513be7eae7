"""Things said, before they have ids: the common form of everyday posts, noise and chats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Draft:
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
