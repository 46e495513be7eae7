"""The requests that Allybook makes, each as a value: nothing here touches the network.

Paths, parameters and page sizes by X's specifications 2.166 and 2.167, which agree on them.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.errors import BadInput
from allybook.domain.lists import DESCRIPTION_LIMIT, NAME_LIMIT
from allybook.domain.money.reservations import act_mark
from allybook.domain.people.accounts import HANDLE, USER_ID
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from allybook.domain.check.followback import Side
    from allybook.gateway.vocabulary import Wanted
    from allybook.ports.network import Window

Params = dict[str, str | int]
Body = dict[str, str | bool]

BATCH = 100
FOLLOWS = range(1, 1_001)
PAGE = range(1, 101)
FOUND = range(10, 101)
QUERY_LIMIT = 512
MARK = 32
FIXED = ("until_id", "pagination_token", "next_token")
"""Parameters that say where a page begins: its posts are the same later on."""


class Call(Struct, frozen=True):
    """One request to X.

    ``endpoint`` is its template (``GET /2/users/:id/followers``), ``path`` the ids in it; at most
    ``worst`` resources called ``kind`` come back, and ``along`` others with them (by the endpoint
    that they are charged as). ``about`` is what is charged where the answer names no id, ``ids``
    what is asked for by id.
    """

    endpoint: str
    kind: str
    path: Mapping[str, str] = field(default_factory=dict)
    params: Params = field(default_factory=dict)
    body: Body | None = None
    worst: int = 1
    along: Mapping[str, int] = field(default_factory=dict)
    about: str = ""
    ids: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """Return the HTTP method."""
        return self.endpoint.partition(" ")[0]

    @property
    def route(self) -> str:
        """Return the path with its ids."""
        steps = self.endpoint.partition(" ")[2].split("/")
        return "/".join(self.path[step[1:]] if step.startswith(":") else step for step in steps)

    def mark(self, speaker: str) -> str:
        """Return what tells this request of an account from others.

        An act is marked in plain words, by its list and account (a new list by its name); a read
        by a digest, since what was searched for is nobody's business.
        """
        if self.method != "GET":
            asked = self.path.get("id") or str((self.body or {}).get("name", ""))
            return act_mark(self.endpoint, asked, self.about)
        asked = f"{speaker} {self.route} {sorted(self.params.items())}"
        return sha256(asked.encode("utf-8")).hexdigest()[:MARK]

    @property
    def moves(self) -> bool:
        """Return whether the same request brings others later: the newest posts there are."""
        return self.kind == "post" and not any(name in self.params for name in FIXED)

    @property
    def account(self) -> str | None:
        """Return the account whose things are asked for, where the path names one."""
        return self.path["id"] if "/users/:id/" in self.endpoint else None


def me(wanted: Wanted) -> Call:
    """Ask who is signed in."""
    return Call("GET /2/users/me", "account", params={**wanted.params})


def accounts(user_ids: Sequence[str], wanted: Wanted) -> Call:
    """Ask for at most 100 accounts by id."""
    call = _batch("GET /2/users", "ids", _all(USER_ID, user_ids), wanted)
    return replace(call, ids=tuple(user_ids))


def accounts_by_handle(handles: Sequence[str], wanted: Wanted) -> Call:
    """Ask for at most 100 accounts by handle, with or without @."""
    bare = _all(HANDLE, [handle.removeprefix("@") for handle in handles])
    return _batch("GET /2/users/by", "usernames", bare, wanted)


def follows(side: Side, user_id: str, wanted: Wanted, size: int, page: str | None) -> Call:
    """Ask for a page of an account's followers or following."""
    endpoint = f"GET /2/users/:id/{side.value}"
    return _page(endpoint, user_id, _Sheet("account", wanted, _within(size, FOLLOWS), page))


def owned_lists(user_id: str, wanted: Wanted, page: str | None) -> Call:
    """Ask for a page of the lists that an account owns."""
    return _page("GET /2/users/:id/owned_lists", user_id, _Sheet("list", wanted, BATCH, page))


def x_list(list_id: str, wanted: Wanted) -> Call:
    """Ask for a list."""
    path = {"id": _id(list_id)}
    return Call("GET /2/lists/:id", "list", path, {**wanted.params}, ids=(list_id,))


def members(list_id: str, wanted: Wanted, size: int, page: str | None) -> Call:
    """Ask for a page of a list's members."""
    sheet = _Sheet("account", wanted, _within(size, PAGE), page)
    return _page("GET /2/lists/:id/members", list_id, sheet)


def list_posts(list_id: str, wanted: Wanted, size: int, page: str | None) -> Call:
    """Ask for a page of a list's posts; X offers no way to ask for new ones only."""
    sheet = _Sheet("post", wanted, _within(size, PAGE), page)
    return _page("GET /2/lists/:id/tweets", list_id, sheet)


def between(since_id: str | None, until_id: str | None) -> dict[str, str]:
    """Return two posts as parameters: what is asked for lies between them."""
    ends = {"since_id": since_id, "until_id": until_id}
    return {name: _id(end) for name, end in ends.items() if end}


def home(
    user_id: str, wanted: Wanted, size: int, page: str | None, when: Mapping[str, str]
) -> Call:
    """Ask for a page of the home timeline; ``when`` is what it lies ``between``."""
    sheet = _Sheet("post", wanted, _within(size, PAGE), page, when)
    return _page("GET /2/users/:id/timelines/reverse_chronological", user_id, sheet)


def search(
    query: str, wanted: Wanted, size: int, page: str | None, when: Mapping[str, str]
) -> Call:
    """Ask for a page of the last seven days' posts; ``when`` is a ``span``."""
    most = _within(size, FOUND)
    params: Params = {"query": _query(query), "max_results": most, **when, **wanted.params}
    if page:
        params["next_token"] = page
    endpoint = "GET /2/tweets/search/recent"
    return Call(endpoint, "post", params=params, worst=most, along=_times(most, wanted))


def count(query: str, when: Mapping[str, str]) -> Call:
    """Ask how many posts a search would give; by day, which makes the shortest answer."""
    params: Params = {"query": _query(query), "granularity": "day", **when}
    return Call("GET /2/tweets/counts/recent", "count", params=params)


def create_list(name: str, description: str, *, private: bool) -> Call:
    """Ask for a new list."""
    if not 0 < len(name) <= NAME_LIMIT or len(description) > DESCRIPTION_LIMIT:
        raise BadInput(
            speak(
                "A list on X has a name of 1 to {name_limit} characters and at most "
                "{description_limit} of description; make “{name}” fit. Nothing was sent.",
                name_limit=NAME_LIMIT,
                description_limit=DESCRIPTION_LIMIT,
                name=name,
            )
        )
    body: Body = {"name": name, "description": description, "private": private}
    return Call("POST /2/lists", "list", body=body)


def delete_list(list_id: str) -> Call:
    """Ask for the end of a list."""
    return Call("DELETE /2/lists/:id", "deletion", {"id": _id(list_id)}, about=list_id)


def add_member(list_id: str, user_id: str) -> Call:
    """Ask for one account more on a list."""
    return Call(
        "POST /2/lists/:id/members",
        "membership",
        {"id": _id(list_id)},
        body={"user_id": _id(user_id)},
        about=user_id,
    )


def remove_member(list_id: str, user_id: str) -> Call:
    """Ask for one account less on a list."""
    path = {"id": _id(list_id), "user_id": _id(user_id)}
    return Call("DELETE /2/lists/:id/members/:user_id", "membership", path, about=user_id)


def span(window: Window | None) -> dict[str, str]:
    """Return a window as parameters: X is asked for all where there is none."""
    return between(window.since_id, window.until_id) if window else {}


class _Sheet(Struct, frozen=True):
    """What a page holds: at most ``size`` things of a kind, from a place on."""

    kind: str
    wanted: Wanted
    size: int
    page: str | None
    since: Mapping[str, str] = field(default_factory=dict)


def _page(endpoint: str, owner: str, sheet: _Sheet) -> Call:
    params: Params = {"max_results": sheet.size, **sheet.since, **sheet.wanted.params}
    if sheet.page:
        params["pagination_token"] = sheet.page
    along = _times(sheet.size, sheet.wanted)
    return Call(endpoint, sheet.kind, {"id": _id(owner)}, params, worst=sheet.size, along=along)


def _batch(endpoint: str, name: str, words: Sequence[str], wanted: Wanted) -> Call:
    params: Params = {name: ",".join(words), **wanted.params}
    return Call(endpoint, "account", params=params, worst=len(words))


def _times(count: int, wanted: Wanted) -> dict[str, int]:
    return {endpoint: count * each for endpoint, each in wanted.along.items()}


def _all(form: re.Pattern[str], words: Sequence[str]) -> Sequence[str]:
    if not 0 < len(words) <= BATCH:
        raise BadInput(
            speak(
                "X is asked for 1 to {batch} accounts at once, not {n}.", batch=BATCH, n=len(words)
            )
        )
    for word in words:
        if not form.fullmatch(word):
            raise BadInput(
                speak("“{word}” is no id or handle of X; correct it. Nothing was sent.", word=word)
            )
    return words


def _id(word: str) -> str:
    """Return an id; nothing else may become part of a path."""
    return _all(USER_ID, [word])[0]


def _query(query: str) -> str:
    if not query.strip() or len(query) > QUERY_LIMIT:
        raise BadInput(
            speak(
                "A search on X has 1 to {query_limit} characters, this one {n}; shorten it. "
                "Nothing was sent.",
                query_limit=QUERY_LIMIT,
                n=len(query),
            )
        )
    return query


def _within(size: int, allowed: range) -> int:
    """Return the page size nearest to ``size`` that X allows."""
    return min(max(size, allowed[0]), allowed[-1])
