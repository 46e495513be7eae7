"""Streaks of self-promotion: the third post in a day by which one author promotes one page.

A page is the address that a post links to, or the author's own name; replies and reposts promote
nothing. It is not the whole site: who shares three articles of one newspaper in a day, or three
forms of one provider, promotes none of them. How large an account is plays no part.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.noise.scoring import find_own_name, is_repost

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from allybook.domain.posts import Post

LONG = 3
OWN_NAME = "@"
X_SITES = frozenset({"x.com", "twitter.com", "t.co"})
_DAY = timedelta(days=1)
_TRACKED = expression(r"(?<=[?&])utm_\w+=[^&]*&?")
Promoted = tuple["datetime", int]
"""When a post promoted a page, and its id."""


class Streaks:
    """Who promoted which page when, among posts that are all told before any is asked for."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[str, Promoted, tuple[str, ...], str]] = {}
        self._authors: dict[str, list[str]] = {}
        self._pages: dict[str, dict[str, list[Promoted]]] = {}

    def add(self, posts: Iterable[Post]) -> None:
        """Note what posts promote; of a post that comes again, what it promotes now."""
        for post in posts:
            # Most of a file has no page to promote, and each of it comes by here.
            if (post.links or post.mentions) and can_promote(post):
                own_name = find_own_name(post) if post.mentions else ""
                if post.links or own_name:
                    one = post.created_at, int(post.post_id)
                    self._told[post.post_id] = post.author_id, one, post.links, own_name
                    continue
            self._told.pop(post.post_id, None)

    def holds(self, post: Post) -> bool:
        """Return whether a post is at least the third in a day."""
        if not self._authors:
            for key, (author, *_) in self._told.items():
                self._authors.setdefault(author, []).append(key)
        author = post.author_id
        if len(self._authors.get(author, ())) < LONG or not can_promote(post):
            return False
        if author not in self._pages:
            self._pages[author] = self._order(author)
        one = post.created_at, int(post.post_id)
        return any(_ends(self._pages[author][page], one) for page in pages_of(post))

    def _order(self, author: str) -> dict[str, list[Promoted]]:
        """Return when an author promoted which page, the oldest post first."""
        pages: dict[str, list[Promoted]] = {}
        for key in self._authors[author]:
            _, one, links, own_name = self._told[key]
            for page in _pages(links, own_name):
                pages.setdefault(page, []).append(one)
        return {page: sorted(promoted) for page, promoted in pages.items()}


def _ends(promoted: Sequence[Promoted], one: Promoted) -> bool:
    """Return whether two others were there within the day before one."""
    first = bisect_right(promoted, one) - LONG
    return first >= 0 and one[0] - promoted[first][0] < _DAY


def can_promote(post: Post) -> bool:
    """Return whether a post may promote something: replies and reposts never do."""
    return bool(post.links or post.mentions) and post.reply_to is None and not is_repost(post)


def pages_of(post: Post) -> set[str]:
    """Return the pages that a post promotes, unless it is a reply or repost.

    Those are addresses outside X, and ``@`` for its author's name.
    """
    return _pages(post.links, find_own_name(post) if post.mentions else "")


def _pages(links: Iterable[str], own_name: str) -> set[str]:
    pages = {page for link in links if (page := _page(link))}
    return pages | {OWN_NAME} if own_name else pages


def _page(link: str) -> str:
    """Return an address as it is compared, with its host first; ``""`` for none, and within X.

    How it was found (``utm_source``) and a place on the page make no other one of it.
    """
    place = link.partition("://")[2]
    if "#" in place or "utm_" in place:
        place = _TRACKED.sub("", place.partition("#")[0]).rstrip("?&")
    host, _, path = place.partition("/")
    if "?" in host or "@" in host or ":" in host:
        host, sign, query = host.partition("?")
        host = host.rpartition("@")[2].partition(":")[0]
        path = f"{sign}{query}/{path}" if sign else path
    host = host.lower().removeprefix("www.")
    return f"{host}/{path}" if host and host not in X_SITES else ""
