"""What X is asked at, as X's pages and its prices call it (docs.x.com, "API reference")."""

from __future__ import annotations

HOME_POSTS = "GET /2/users/:id/timelines/reverse_chronological"
SEARCH = "GET /2/tweets/search/recent"
COUNT = "GET /2/tweets/counts/recent"
LIST_POSTS = "GET /2/lists/:id/tweets"
MEMBERS = "GET /2/lists/:id/members"
OWNED_LISTS = "GET /2/users/:id/owned_lists"
ACCOUNTS = "GET /2/users"
BY_HANDLE = "GET /2/users/by"
ME = "GET /2/users/me"
