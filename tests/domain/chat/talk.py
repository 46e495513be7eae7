"""A short way to write down a chat for a test."""

import re
from datetime import UTC, datetime, timedelta

from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post

START = datetime(2026, 3, 30, 19, tzinfo=UTC)
IDS = {"host": "1", "jane": "2", "marco": "3", "tess": "4", "guest": "5"}


def say(number: int, by: str, text: str, **more) -> Post:
    """Return post ``number``, said in that minute; who is named is read off the text."""
    handles = re.findall(r"(?<!\w)@(\w+)", text)
    return Post(
        post_id=str(100 + number),
        author_id=IDS.get(by, by),
        created_at=START + timedelta(minutes=number),
        text=text,
        mentions=tuple(Mention(handle, IDS.get(handle.lower())) for handle in handles),
        hashtags=tuple(re.findall(r"(?<!\w)#(\w+)", text)),
        **more,
    )


def accounts(**bios: str) -> dict[str, Account]:
    """Return the people of ``IDS``, some with a bio."""
    return {
        user_id: Account(user_id, handle.title(), handle.title(), bios.get(handle, ""))
        for handle, user_id in IDS.items()
    }
