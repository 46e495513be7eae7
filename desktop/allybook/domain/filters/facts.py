"""What a post's own words say, as filters, noise and the search index agree on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.hashtags import TAG

if TYPE_CHECKING:
    from allybook.domain.posts import Post

_ADDRESSED = expression(r"\s*[@＠]([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])")  # noqa: RUF001 (the wide @)
_NOT_OWN = expression(rf"https?://\S+|[@#＠＃]{TAG}")  # noqa: RUF001 (X takes the wide signs too)


def addressee(post: Post) -> str:
    """Return the lower-cased handle of the account that a post answers, or ``""``.

    X names it by id: the handle is that of the mention with this id. Where no mention carries an
    id (archives, CSV), it is the handle that the text begins with.
    """
    if post.reply_to_user is not None:
        for mention in post.mentions:
            if mention.user_id == post.reply_to_user:
                return mention.handle.lower()
        if any(mention.user_id is not None for mention in post.mentions):
            return ""
    # Most posts name nobody, and an import looks into each of them.
    if "@" not in post.text and post.text.isascii():
        return ""
    found = _ADDRESSED.match(post.text)
    return found[1].lower() if found else ""


def own_words(text: str) -> str:
    """Return a text without links, hashtags and mentions."""
    return _NOT_OWN.sub(" ", text)
