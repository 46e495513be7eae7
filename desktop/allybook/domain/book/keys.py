"""Record keys: what makes two entries speak of the same ally.

The X user id as text where it is known, else ``@`` and the lower-cased handle; ``#`` and the
lower-cased tag for a hashtag. Handles change hands, ids do not.
"""

from __future__ import annotations

import re
import unicodedata

from allybook.domain.errors import BadInput
from allybook.domain.hashtags import is_tag
from allybook.domain.people.accounts import HANDLE, USER_ID
from allybook.domain.spoken import speak

PROFILE = re.compile(r"(?:https?://)?(?:www\.|mobile\.)?(?:twitter|x)\.com/@?(\w+)/?(?:[?#].*)?")
AT_SIGNS = "@\uff20"
HASH_SIGNS = "#\uff03"


def account_key(user_id: str | None, handle: str) -> str:
    """Return the key of an account: by id where it is known, else by handle (with or without @)."""
    if user_id:
        if USER_ID.fullmatch(user_id) is None:
            raise BadInput(
                speak(
                    "{user_id!r} is not a user id of X: those are up to 19 digits.", user_id=user_id
                )
            )
        return user_id
    bare = handle.strip().lstrip(AT_SIGNS)
    if HANDLE.fullmatch(bare) is None:
        raise BadInput(
            speak(
                "{handle!r} is not a handle: those have up to 15 letters A to Z, digits and _.",
                handle=handle,
            )
        )
    return f"@{bare.lower()}"


def hashtag_key(tag: str) -> str:
    """Return the key of a hashtag, written with or without #, in any case."""
    bare = unicodedata.normalize("NFC", tag.strip()).lstrip(HASH_SIGNS)
    if not is_tag(bare):
        raise BadInput(
            speak(
                "{tag!r} is not a hashtag: those are letters, digits and _, with no space.", tag=tag
            )
        )
    return f"#{bare.lower()}"


def read_key(text: str) -> str:
    """Return the key that a person means by ``@name``, ``name``, ``#tag``, an id or a profile link.

    Digits alone are an id; a handle made of digits needs its @.
    """
    typed = text.strip()
    if typed.startswith(tuple(HASH_SIGNS)):
        return hashtag_key(typed)
    if USER_ID.fullmatch(typed):
        return typed
    link = PROFILE.fullmatch(typed)
    return account_key(None, link[1] if link else typed)


def is_key(text: str) -> bool:
    """Return whether ``text`` is a record key, exactly as entries carry it."""
    if text.startswith("@"):
        return HANDLE.fullmatch(text[1:]) is not None and text == text.lower()
    if text.startswith("#"):
        return is_tag(text[1:]) and text == text.lower()
    return USER_ID.fullmatch(text) is not None


def is_hashtag(key: str) -> bool:
    """Return whether a record key is that of a hashtag."""
    return key.startswith("#")


def user_id_in(key: str) -> str | None:
    """Return the user id that a record key is, or None for a handle or a hashtag."""
    return key if USER_ID.fullmatch(key) else None
