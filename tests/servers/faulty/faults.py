"""What goes wrong: each fault by name, what it does to an answer, and what is true afterwards.

Bodies and headers as x-api.md, section 4, has them from X's pages and from people's captures.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from tests.servers.faulty.wire import Way, Wire

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

OLD = "https://api.twitter.com/2/problems/"
NEW = "https://api.x.com/2/problems/"
NO_ADDING = "You aren't allowed to add members to this list."
HTML = b"<!DOCTYPE html><html><head><title>Over capacity</title></head><body>x.com</body></html>"
LIE = "a lie"
PARTIAL = "partial page"
"""Some of a page (``FaultyX.hidden``) are named as problems, and neither shown nor charged."""
PORTAL = b"<html><body>Welcome to the library's wi-fi. Please sign in.</body></html>"


class Act(Enum):
    """What becomes of the request itself."""

    DONE = auto()
    NOT_DONE = auto()
    CHARGED = auto()
    """Not done, and charged all the same: X answered with data."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The request that meets a fault, and when (UTC)."""

    method: str
    path: str
    now: datetime

    @property
    def adds(self) -> bool:
        """Return whether it adds a member to a list."""
        return self.method == "POST" and self.path.endswith("/members")

    @property
    def removes(self) -> bool:
        """Return whether it removes a member from a list."""
        return self.method == "DELETE" and "/members/" in self.path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong.

    ``spoil`` makes what comes of the answer. ``told`` says that the good answer, or one that means
    the same, arrives. ``personal`` says that X says no to the one account in the request.
    ``meets`` are the requests that it can happen to.
    """

    spoil: Callable[[Wire, Asked], Wire]
    act: Act = Act.NOT_DONE
    told: bool = False
    personal: bool = False
    meets: Callable[[Asked], bool] = lambda _asked: True
    slow: bool = False


def lose(way: Way) -> Callable[[Wire, Asked], Wire]:
    """Return what lets an answer travel otherwise."""
    return lambda wire, _asked: wire.on(way)


def say(wire: Wire) -> Callable[[Wire, Asked], Wire]:
    """Return what answers always the same."""
    return lambda _wire, _asked: wire


def _problem(status: int, title: str, detail: str, kind: str, **more: str) -> Wire:
    body = {"title": title, "detail": detail, "status": status, "type": kind, **more}
    return Wire.json(body, status)


def _html(status: int) -> Wire:
    return Wire(status, HTML, {"content-type": "text/html; charset=utf-8", "server": "cloudflare"})


def _seconds(moment: datetime) -> str:
    return str(int(moment.timestamp()))


def _quarter_limit(_wire: Wire, asked: Asked) -> Wire:
    return Wire.json(
        {"title": "Too Many Requests", "detail": "Too Many Requests", "type": "about:blank"},
        429,
        x_rate_limit_limit="300",
        x_rate_limit_remaining="0",
        x_rate_limit_reset=_seconds(asked.now + timedelta(minutes=11)),
    )


def _day_limit(_wire: Wire, asked: Asked) -> Wire:
    return Wire.json(
        {"errors": [{"code": 88, "message": "Rate limit exceeded"}]},
        429,
        x_rate_limit_limit="300",
        x_rate_limit_remaining="297",
        x_rate_limit_reset=_seconds(asked.now + timedelta(minutes=11)),
        x_user_limit_24hour_limit="500",
        x_user_limit_24hour_remaining="0",
        x_user_limit_24hour_reset=_seconds(asked.now + timedelta(hours=17)),
    )


def _spend_cap(_wire: Wire, asked: Asked) -> Wire:
    on = (asked.now + timedelta(days=2)).date().isoformat()
    detail = (
        "Your enrolled account [77] has reached its billing cycle spend cap. API requests will be "
        f"blocked until the next cycle begins on {on}."
    )
    return _problem(403, "SpendCapReached", detail, OLD + "credits", reset_date=on)


def _only_errors(_wire: Wire, asked: Asked) -> Wire:
    if not asked.adds:
        return Wire.json({"errors": [{"code": 130, "message": "Over capacity"}]})
    problem = {
        "value": "0",
        "detail": "Could not find user with user_id: [0].",
        "title": "Not Found Error",
        "resource_type": "user",
        "parameter": "user_id",
        "resource_id": "0",
        "type": OLD + "resource-not-found",
    }
    return Wire.json({"errors": [problem]})


def _truncate(wire: Wire, _asked: Asked) -> Wire:
    return wire.saying(wire.body[: len(wire.body) * 2 // 3])


def _empty(wire: Wire, _asked: Asked) -> Wire:
    return wire.saying(b"")


def _as_html(wire: Wire, _asked: Asked) -> Wire:
    return wire.saying(wire.body, "text/html")


def _strange(wire: Wire, _asked: Asked) -> Wire:
    """Add fields that nobody knows, and say one twice."""
    whole = json.loads(wire.body)
    data = json.dumps(whole.get("data"))
    grown = json.dumps({"edge": {"node": [1, None, "x"]}, **whole, "trace_id": "6f", "meta2": 1e9})
    twice = f'{{"data": {data}, {grown[1:]}' if "data" in whole else grown
    return wire.saying(twice.encode())


def _keep(wire: Wire, _asked: Asked) -> Wire:
    return wire


def _reads_page(asked: Asked) -> bool:
    pages = ("/members", "/followers", "/following", "/owned_lists")
    return asked.method == "GET" and asked.path.endswith(pages)


def _acts(asked: Asked) -> bool:
    return asked.method != "GET"


def _adds(asked: Asked) -> bool:
    return asked.adds


def _changes(asked: Asked) -> bool:
    return asked.adds or asked.removes


def _opposite(_wire: Wire, asked: Asked) -> Wire:
    """Answer with data, and that nothing changed."""
    return Wire.json({"data": {"is_member": asked.removes}})


def _lie(_wire: Wire, asked: Asked) -> Wire:
    return Wire.json({"data": {"is_member": asked.adds}})


LOCKED_WORDS = _problem(403, "Forbidden", NO_ADDING, "about:blank")
LOCKED_CODE = Wire.json({"errors": [{"code": 104, "message": NO_ADDING}]}, 403)
CREDITS_OLD = Wire.json(
    {
        "account_id": 77,
        "title": "CreditsDepleted",
        "detail": "Your enrolled account [77] does not have any credits to fulfill this request.",
        "type": OLD + "credits",
    },
    402,
)
CREDITS_NEW = _problem(402, "Payment Required", "credits depleted", NEW + "credits-depleted")
NOT_ENROLLED = _problem(
    403,
    "Client Forbidden",
    "When authenticating requests to the X API v2 endpoints, you must use keys and tokens from a "
    "developer App that is attached to a Project.",
    OLD + "client-forbidden",
    reason="client-not-enrolled",
    registration_url="https://developer.x.com/en/docs/projects/overview",
)
OWN_ERROR = Wire.json(
    {"errors": [{"title": "Internal Error", "detail": "Sorry.", "type": NEW + "internal-error"}]}
)
UNAUTHORISED = _problem(401, "Unauthorized", "Unauthorized", "about:blank")

FAULTS: Mapping[str, Fault] = {
    "drop before": Fault(lose(Way.DROPPED)),
    "drop after": Fault(lose(Way.DROPPED), Act.DONE),
    "429 quarter": Fault(_quarter_limit),
    "429 day": Fault(_day_limit),
    "402 old": Fault(say(CREDITS_OLD)),
    "402 new": Fault(say(CREDITS_NEW)),
    "403 spend cap": Fault(_spend_cap),
    "403 locked": Fault(say(LOCKED_WORDS), personal=True, meets=_adds),
    "403 code 104": Fault(say(LOCKED_CODE), personal=True, meets=_adds),
    "403 not enrolled": Fault(say(NOT_ENROLLED)),
    "403 of a filter": Fault(say(_html(403))),
    "401": Fault(say(UNAUTHORISED)),
    "500": Fault(say(_html(500))),
    "502": Fault(say(_html(502))),
    "503": Fault(say(_html(503))),
    # A question that fails is not charged (x-api.md 2.3): it is as if it had not been asked.
    "done but 502": Fault(say(_html(502)), Act.DONE, meets=_acts),
    "truncated": Fault(_truncate, Act.DONE),
    "cut": Fault(lose(Way.CUT), Act.DONE),
    "empty": Fault(_empty, Act.DONE),
    "not a member": Fault(_opposite, Act.CHARGED, told=True, personal=True, meets=_changes),
    LIE: Fault(_lie, Act.CHARGED, told=True, personal=True, meets=_changes),
    "only errors": Fault(_only_errors, personal=True),
    "404 bare": Fault(say(Wire(404, b"")), personal=True, meets=_changes),
    "own error": Fault(say(OWN_ERROR), meets=_changes),
    "done but own error": Fault(say(OWN_ERROR), Act.DONE, meets=_changes),
    "hang before": Fault(lose(Way.HUNG), slow=True),
    "hang after": Fault(lose(Way.HUNG), Act.DONE, slow=True),
    "drip": Fault(lose(Way.DRIPPED), Act.DONE, told=True),
    "wrong type": Fault(_as_html, Act.DONE, told=True),
    "portal": Fault(say(Wire(200, PORTAL, {"content-type": "text/html"}))),
    "strange fields": Fault(_strange, Act.DONE, told=True),
    PARTIAL: Fault(_keep, Act.DONE, told=True, meets=_reads_page),
}
"""Every fault by name. “New words” is none: the server answers in either vocabulary."""
