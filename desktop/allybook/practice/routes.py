"""Which endpoint answers which path, how often, and which parameters it takes.

Limits are X's per user and fifteen minutes (its page on rate limits, 2026-01). Parameters are those
of X's specifications, 2.166 and 2.167 together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.practice.endpoints import follows, lists, searches, timelines, users

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.practice.answers import Answer
    from allybook.practice.ask import Ask
    from allybook.practice.room import Room

USER = frozenset({"user.fields", "expansions", "tweet.fields", "post.fields"})
POST = USER | {"media.fields", "poll.fields", "place.fields"}
LIST = frozenset({"list.fields", "expansions", "user.fields"})
PAGED = frozenset({"max_results", "pagination_token"})
WITHIN = frozenset({"since_id", "until_id", "start_time", "end_time"})
NONE: frozenset[str] = frozenset()
NAMES = {
    "id": r"(?P<id>[0-9]{1,19})",
    "user_id": r"(?P<user_id>[0-9]{1,19})",
    "username": r"(?P<username>[A-Za-z0-9_]{1,15})",
}


@cache
def _form(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r":(\w+)", lambda found: NAMES[found[1]], path))


class Route(Struct, frozen=True):
    """One endpoint. ``form`` matches its path; ``name`` is how the price table calls it."""

    method: str
    path: str
    answer: Callable[[Room, Ask], Answer]
    limit: int
    parameters: frozenset[str] = NONE

    @property
    def form(self) -> re.Pattern[str]:
        """Return what paths it answers match."""
        return _form(self.path)

    @property
    def name(self) -> str:
        """Return ``GET /2/users/:id``."""
        return f"{self.method} {self.path}"


ROUTES = (
    Route("GET", "/2/users/me", users.show_me, 75, USER),
    Route("GET", "/2/users/by", users.show_handles, 900, USER | {"usernames"}),
    Route("GET", "/2/users", users.show_ids, 900, USER | {"ids"}),
    Route("GET", "/2/users/by/username/:username", users.show_by_handle, 900, USER),
    Route("GET", "/2/users/:id", users.show_by_id, 900, USER),
    Route("GET", "/2/users/:id/followers", follows.show_followers, 300, USER | PAGED),
    Route("GET", "/2/users/:id/following", follows.show_following, 300, USER | PAGED),
    Route("GET", "/2/users/:id/owned_lists", lists.show_owned, 15, LIST | PAGED),
    Route("POST", "/2/lists", lists.create_list, 300),
    Route("GET", "/2/lists/:id", lists.show_list, 75, LIST),
    Route("DELETE", "/2/lists/:id", lists.delete_list, 300),
    Route("GET", "/2/lists/:id/members", lists.show_members, 900, USER | PAGED),
    Route("POST", "/2/lists/:id/members", lists.add_member, 300),
    Route("DELETE", "/2/lists/:id/members/:user_id", lists.remove_member, 300),
    Route("GET", "/2/lists/:id/tweets", lists.show_posts, 900, POST | PAGED),
    Route(
        "GET",
        "/2/users/:id/timelines/reverse_chronological",
        timelines.show_home,
        180,
        POST | PAGED | WITHIN | {"exclude"},
    ),
    Route(
        "GET",
        "/2/users/:id/tweets",
        timelines.show_by_author,
        900,
        POST | PAGED | WITHIN | {"exclude"},
    ),
    Route("GET", "/2/tweets", timelines.show_posts, 5_000, POST | {"ids"}),
    Route(
        "GET",
        "/2/tweets/search/recent",
        searches.search_recent,
        300,
        POST | PAGED | WITHIN | {"query", "next_token", "sort_order"},
    ),
    Route(
        "GET",
        "/2/tweets/counts/recent",
        searches.count_recent,
        300,
        WITHIN | {"query", "granularity", "next_token", "pagination_token", "search_count.fields"},
    ),
)


def find_route(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """Return the endpoint for a request and the names in its path."""
    for route in ROUTES:
        if route.method == method and (found := route.form.fullmatch(path)):
            return route, found.groupdict()
    return None
