"""Whose posts a post brings along: those that it passes on or quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from allybook.domain.posts import Post

_PASSED_ON = expression(r"RT @(\w{1,15})", re.ASCII)
_STATUS = expression(r"https?://(?:\w+\.)?(?:twitter|x)\.com/(\w{1,15})/status/", re.ASCII)


def echoed(post: Post) -> tuple[str, ...]:
    """Return the ids of the posts that a post passes on or quotes."""
    return tuple(filter(None, (post.repost_of, post.quote_of)))


def echoed_handles(post: Post) -> frozenset[str]:
    """Return the lower-cased handles of those whose posts this one passes on or quotes.

    A repost begins with ``RT @handle``; a quote links to the post, whose address has the handle.
    """
    names = set()
    passed_on = _PASSED_ON.match(post.text)
    if passed_on:
        names.add(passed_on[1].lower())
    if post.quote_of is not None:
        found = (_STATUS.match(link) for link in post.links if post.quote_of in link)
        names.update(one[1].lower() for one in found if one)
    return frozenset(names)
