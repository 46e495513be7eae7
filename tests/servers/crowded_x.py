"""An X on loopback with a crowd in it: who follows whom, and what reading it costs.

Its bill is kept apart from the program's ledger: what came back, each account once a UTC day, at
the prices of X's own pages (docs.x.com, 2026-08-22).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.transport import XTransport
from allybook.services.line import Line
from allybook.services.sign_in.keys import HeldKeys
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import make_desk
from tests.servers.x_server import Reply, XServer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from allybook.services.desk import Desk
    from allybook.store.profile import Profile
    from tests.fakes.clock import FixedClock
    from tests.servers.x_server import Seen

ME = "1"
USER, OWNED = Decimal("0.010"), Decimal("0.001")
FIRST = "0"
GONE = {"title": "Not Found Error", "detail": "Could not find user with ids: [{0}]."}
SUSPENDED = {"title": "Forbidden", "detail": "User has been suspended: [{0}]."}
PROBLEM = "https://api.twitter.com/2/problems/resource-not-found"


@dataclass
class Crowd:
    """Who there is: ``handles`` by id; ids on either side; who is private, or hidden by X."""

    followers: list[str] = field(default_factory=list)
    following: list[str] = field(default_factory=list)
    handles: dict[str, str] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)
    suspended: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    latest: dict[str, str] = field(default_factory=dict)

    def handle(self, user_id: str) -> str:
        """Return what an account is called now."""
        return self.handles.get(user_id, f"person_{user_id}")

    def shown(self, side: Iterable[str]) -> list[str]:
        """Return those of a side whom X shows."""
        return [key for key in side if key not in self.suspended | self.gone]


class CrowdedX(XServer):
    """Answers about ``crowd``; ``owned`` says that the one who asks owns the developer app.

    After ``cut_after`` pages of followers X gives no more: the connection is closed. Without
    ``tells_ties`` pages do not say how those on them stand to us.
    """

    def __init__(self, clock: FixedClock | None = None, *, owned: bool = False) -> None:
        super().__init__()
        self.crowd = Crowd()
        self.owned = owned
        self.page = 1_000
        self.cut_after: int | None = None
        self.tells_ties = True
        self._clock = clock
        self._paid: set[tuple[date | None, str, str]] = set()
        self.billed = Decimal(0)
        self.me = ME

    def reply(self, seen: Seen) -> Reply:
        """Answer one request, and put what it brings on the bill."""
        match seen.path.strip("/").split("/")[1:]:
            case ["users", "me"]:
                self._charge("user", USER, [self.me])
                return Reply({"data": self._me()})
            case ["users"]:
                return self._people(seen.query["ids"].split(","))
            case ["users", "by"]:
                return self._named(seen.query["usernames"].split(","))
            case ["users", _, "followers"]:
                return self._side(self.crowd.followers, seen.query, fragile=True)
            case ["users", _, "following"]:
                return self._side(self.crowd.following, seen.query)
        return Reply({"title": "Not Found", "type": "about:blank", "status": 404}, 404)

    def _side(self, side: list[str], query: Mapping[str, str], *, fragile: bool = False) -> Reply:
        start = int(query.get("pagination_token", FIRST))
        size = min(self.page, int(query.get("max_results", "100")))
        if fragile and self.cut_after is not None and start >= self.cut_after * size:
            return Reply(drop=True)
        shown = self.crowd.shown(side)
        part = shown[start : start + size]
        meta: dict[str, object] = {"result_count": len(part)}
        if start + size < len(shown):
            meta["next_token"] = str(start + size)
        if self.owned:
            self._charge("owned", OWNED, part)
        else:
            self._charge("user", USER, part)
        people = [self._person(key) for key in part]
        if not self.tells_ties:
            for person in people:
                del person["connection_status"]
        return Reply({"data": people, "meta": meta})

    def _people(self, ids: list[str]) -> Reply:
        shown = self.crowd.shown(ids)
        self._charge("user", USER, shown)
        hidden = [self._hidden(key) for key in ids if key not in shown]
        return Reply(_answer([self._person(key) for key in shown], hidden))

    def _named(self, handles: list[str]) -> Reply:
        ids = {self.crowd.handle(key).lower(): key for key in self.crowd.handles}
        shown = self.crowd.shown(ids[one.lower()] for one in handles if one.lower() in ids)
        self._charge("user", USER, shown)
        there = {self.crowd.handle(key).lower() for key in shown}
        missing = [one for one in handles if one.lower() not in there]
        hidden = [self._hidden(one, "usernames") for one in missing]
        return Reply(_answer([self._person(key) for key in shown], hidden))

    def _hidden(self, key: str, parameter: str = "ids") -> dict[str, str]:
        kind = SUSPENDED if key in self.crowd.suspended else GONE
        told = {"value": key, "resource_id": key, "parameter": parameter, "resource_type": "user"}
        return {**told, "type": PROBLEM, **{name: word.format(key) for name, word in kind.items()}}

    def _me(self) -> dict[str, object]:
        crowd = self.crowd
        counts = {"followers_count": len(crowd.followers), "following_count": len(crowd.following)}
        more = {"tweet_count": 10, "listed_count": 1}
        me = self._person(self.me)
        return {**me, "username": "us_here", "public_metrics": {**counts, **more}}

    def _person(self, key: str) -> dict[str, object]:
        crowd = self.crowd
        ties = {"followed_by": key in crowd.followers, "following": key in crowd.following}
        person: dict[str, object] = {
            "id": key,
            "username": crowd.handle(key),
            "name": f"Person {key}",
            "protected": key in crowd.private,
            "connection_status": [tie for tie, holds in ties.items() if holds],
        }
        if key in crowd.latest:
            person["most_recent_tweet_id"] = crowd.latest[key]
        return person

    def _charge(self, kind: str, dollars: Decimal, keys: Iterable[str]) -> None:
        day = self._clock.now().date() if self._clock else None
        for key in keys:
            if (day, kind, key) not in self._paid:
                self._paid.add((day, kind, key))
                self.billed += dollars


def _answer(people: list[dict[str, object]], hidden: list[dict[str, str]]) -> dict[str, object]:
    told: dict[str, object] = {"data": people} if people else {}
    return told | ({"errors": hidden} if hidden else {})


@contextmanager
def desk_at(x: CrowdedX, profile: Profile, clock: FixedClock) -> Iterator[Desk]:
    """Give a desk that is signed in there by HTTP; whether it owns the app, ``x.owned`` says."""
    desk = make_desk(profile, clock, None)
    network = XNetwork(
        HeldKeys(Tokens("bearer")),
        adapter=XTransport(x.url, connect=2.0, read=20.0),
        meter=desk.jobs,
        clock=clock,
        terms=Terms(x.owned, me="1"),
    )
    desk = replace(desk, line=Line(network), owns_app=x.owned)
    sign_in(desk)
    yield desk
    network.close()
