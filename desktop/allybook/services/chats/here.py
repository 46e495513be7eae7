"""The chats that are here: captured from X, or opened from what a file brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.reading.sources import Origin
from allybook.services.reading.capture import chat_source, posts_of_chat

if TYPE_CHECKING:
    from allybook.services.desk import Desk

OPENED = "chats"
"""The setting that remembers hashtags which were opened without being captured."""


def known_chats(desk: Desk) -> tuple[str, ...]:
    """Return the tags of the chats: captured ones, then those only opened."""
    captured = (one.name for one in desk.cache.known_sources() if one.origin is Origin.CHAT)
    return tuple(dict.fromkeys([*captured, *desk.settings.read(OPENED).split()]))


def is_here(desk: Desk, hashtag: str) -> bool:
    """Return whether a chat was captured, or opened with posts that came otherwise."""
    source = chat_source(hashtag)
    if source in desk.cache.known_sources():
        return True
    return source.name in known_chats(desk) and bool(
        desk.cache.count(posts_of_chat(source.name, None))
    )


def remember(desk: Desk, hashtag: str) -> str:
    """Keep a hashtag among the chats and return it folded; ``BadInput`` if it is none."""
    tag = chat_source(hashtag).name
    if tag not in known_chats(desk):
        desk.settings.change(OPENED, lambda text: " ".join(dict.fromkeys([*text.split(), tag])))
    return tag
