"""Whose posts a post brings along: those that it passes on or quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from allybook.domain.posts import Post

_PASSED_ON = expression(r"RT @(\w{1,15})", re.ASCII)
_STATUS = expression(r"https?://(?:\w+\.)?(?:twitter|x)\.com/(\w{1,15})/status/", re.ASCII)

_QUOTED = expression(r"https?://(?:\w+\.)?(?:twitter|x)\.com/(?:\w+/)+status/(\d+)", re.ASCII)
_SHORTENED = expression(r"https?://t\.co/")


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


def links_beyond(post: Post) -> tuple[str, ...]:
    """Return the links of a quote but for the one to what it quotes, which X itself writes.

    A shortened one does not tell where it leads, so it is taken for that one.
    """
    return tuple(link for link in post.links if not _leads_to_quoted(post, link))


def _leads_to_quoted(post: Post, link: str) -> bool:
    found = _QUOTED.match(link)
    return found[1] == post.quote_of if found else _SHORTENED.match(link) is not None
