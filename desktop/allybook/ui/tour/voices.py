"""Posts in many scripts and of odd shapes, by invented people: nothing of them may be cut."""

from __future__ import annotations

import json
import tomllib
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.people.accounts import Account
from allybook.domain.posts import Metrics, Post, id_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

FIRST_ID = 1_790_000_000_000_000_001
APART = timedelta(seconds=15)
MOST = 98_765_432


class Voice(Struct, frozen=True):
    """One author and the one post."""

    user_id: str
    name: str
    handle: str
    lang: str
    text: str

    def account(self) -> Account:
        """Return who writes it."""
        return Account(self.user_id, self.handle, self.name)


def read_voices(resources: Path) -> tuple[Voice, ...]:
    """Read them; the order of the file is that of the list, from the top."""
    file = resources / "practice" / "voices.toml"
    told = tomllib.loads(file.read_text(encoding="utf-8"))["voice"]
    return tuple(Voice(str(FIRST_ID + place), **one) for place, one in enumerate(told))


def posts(voices: Sequence[Voice], now: datetime) -> tuple[Post, ...]:
    """Return the posts, the newest just made; the further down, the more it is liked."""
    return tuple(
        Post(
            id_at(now - APART * place),
            voice.user_id,
            now - APART * place,
            voice.text,
            lang=voice.lang,
            hashtags=("SwHelper",),
            metrics=Metrics(replies=3**place, reposts=2 * 4**place, likes=min(7**place, MOST)),
        )
        for place, voice in enumerate(voices)
    )


def twarc_lines(voices: Sequence[Voice], now: datetime) -> str:
    """Return the same as a file of twarc (JSON, one page a line)."""
    pages = []
    for voice, post in zip(voices, posts(voices, now), strict=True):
        told = {
            "id": post.post_id,
            "text": post.text,
            "author_id": post.author_id,
            "created_at": post.created_at.isoformat(timespec="milliseconds"),
            "lang": post.lang,
        }
        user = {"id": voice.user_id, "username": voice.handle, "name": voice.name}
        pages.append(json.dumps({"data": [told], "includes": {"users": [user]}}))
    return "".join(f"{page}\n" for page in pages)
