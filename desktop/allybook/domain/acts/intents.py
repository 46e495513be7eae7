"""The addresses at which X lets a person do in the browser what the API leaves to X's own app.

Words and parameters as on docs.x.com: x-for-websites/web-intents/overview, and the guides of the
follow and the post button (pages of 2026-08). X recommends ids over handles, which may change. It
documents no intent that unfollows: the profile has that button. Posts are written at
``intent/tweet`` there; ``intent/post`` is seen in the wild and stands in no page of X.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import HANDLE, USER_ID
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    import re

X = "https://x.com"


def follow_address(user_id: str, handle: str = "") -> str:
    """Return where a person can follow an account."""
    return _intent("follow", **_who(user_id, handle))


def profile_address(user_id: str, handle: str = "") -> str:
    """Return where an account shows itself, with the button that follows and unfollows."""
    return _intent("user", **_who(user_id, handle))


def like_address(post_id: str) -> str:
    """Return where a person can like a post."""
    return _intent("like", tweet_id=_id(post_id))


def compose_address(text: str = "", *, in_reply_to: str = "") -> str:
    """Return where a person can write a post, or a reply, that begins with ``text``."""
    words = {"in_reply_to": _id(in_reply_to)} if in_reply_to else {}
    return _intent("tweet", **words, **({"text": text} if text else {}))


def post_address(post_id: str, handle: str = "") -> str:
    """Return where a post stands; X finds it by its id alone where the handle is not known.

    Files bring handles that X would not give, and what is none of X's becomes part of no address.
    """
    who = handle if HANDLE.fullmatch(handle) else "i"
    return f"{X}/{who}/status/{_id(post_id)}"


def _who(user_id: str, handle: str) -> dict[str, str]:
    if user_id:
        return {"user_id": _id(user_id)}
    return {"screen_name": _handle(handle.removeprefix("@"))}


def _id(word: str) -> str:
    return _must_be(USER_ID, word)


def _handle(word: str) -> str:
    return _must_be(HANDLE, word)


def _must_be(form: re.Pattern[str], word: str) -> str:
    """Return a word of this form; nothing else may become part of an address."""
    if form.fullmatch(word) is None:
        raise BadInput(
            speak("“{word}” is no id or handle of X; correct it. Nothing was opened.", word=word)
        )
    return word


def _intent(name: str, **words: str) -> str:
    try:
        return f"{X}/intent/{name}?{urlencode(words, quote_via=quote, safe='')}".rstrip("?")
    except UnicodeEncodeError as error:
        raise BadInput("X does not take a sign in this text; write it anew.") from error
