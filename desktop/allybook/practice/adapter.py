"""The practice network as a requests adapter: it answers inside the process, without a port."""

from __future__ import annotations

import io
import json
import threading
import time
from contextlib import contextmanager, nullcontext
from datetime import UTC
from email.utils import format_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import requests
from requests.adapters import BaseAdapter

from allybook.practice.ask import Ask
from allybook.practice.bill import Charge
from allybook.practice.limits import Limits
from allybook.practice.problems import Refusal, bad_request, plain
from allybook.practice.room import Room, Rules
from allybook.practice.routes import find_route
from allybook.practice.words import POST_WORDS, TWEET_WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from allybook.ports.surroundings import Clock
    from allybook.practice.answers import Answer
    from allybook.practice.bill import Bill
    from allybook.practice.journal import Journal
    from allybook.practice.routes import Route
    from allybook.practice.wire import Json
    from allybook.practice.world import World

HOSTS = frozenset({"api.twitter.com", "api.x.com"})


class PracticeAdapter(BaseAdapter):
    """Answers X's requests from a world. Mount it for ``https://api.twitter.com``.

    With a ``journal``, what earlier sessions did is there again, and so is what other programs do
    meanwhile, before each answer. One adapter may serve several
    threads. ``sleep`` is what the latency of ``rules`` is waited with.
    """

    def __init__(
        self,
        world: World,
        clock: Clock,
        bill: Bill,
        *,
        journal: Journal | None = None,
        rules: Rules | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__()
        self._room = Room(world, rules or Rules())
        self._clock = clock
        self._journal = journal
        self._sleep = sleep
        self._limits = Limits()
        self._lock = threading.Lock()
        self.bill = bill
        self._catch_up()

    def send(
        self, request: requests.PreparedRequest, *_rest: object, **_options: object
    ) -> requests.Response:
        """Answer one request as X would."""
        if urlsplit(request.url or "").hostname not in HOSTS:
            raise requests.ConnectionError(f"The practice network is not {request.url}.")
        latency = self._room.rules.latency
        if seconds := latency() if callable(latency) else latency:
            self._sleep(seconds)
        with self._turn():
            status, body, headers = self._answer(request)
        return _respond(request, status, body, headers)

    def close(self) -> None:
        """Do nothing: there is no connection to close."""

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let nobody else act meanwhile, neither thread nor program, and know what they did."""
        with self._lock, self._journal.turn() if self._journal else nullcontext():
            self._catch_up()
            yield

    def _catch_up(self) -> None:
        for event in self._journal.events() if self._journal else ():
            if isinstance(event, Charge):
                self.bill.enter([event])
            else:
                self._room.world.rosters.apply(event)

    def _answer(self, request: requests.PreparedRequest) -> tuple[int, Json, dict[str, str]]:
        # Every answer of X's tells its time.
        headers = {"date": format_datetime(self._clock.now().astimezone(UTC), usegmt=True)}
        try:
            route, ask = self._recognise(request)
            allowance = self._limits.take(route.name, route.limit, ask.now)
            headers |= allowance.headers()
            if not allowance.allowed:
                raise plain(429, "Too Many Requests", "Too Many Requests")
            _check_parameters(route, ask)
            answer = route.answer(self._room, ask)
        except Refusal as refusal:
            return refusal.status, refusal.body, headers
        self._settle(route, ask, answer)
        return answer.status, answer.body, headers

    def _recognise(self, request: requests.PreparedRequest) -> tuple[Route, Ask]:
        if not str(request.headers.get("Authorization", "")).startswith("Bearer "):
            raise plain(401, "Unauthorized", "Unauthorized")
        address = urlsplit(request.url or "")
        found = find_route(request.method or "", address.path)
        if found is None:
            raise plain(404, "Not Found", "Not Found")
        route, names = found
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        body = request.body or b""
        words = self._words(query)
        sent = body.encode() if isinstance(body, str) else body
        return route, Ask(address.path, names, query, sent, words, self._clock.now())

    def _words(self, query: Mapping[str, str]) -> Words:
        new = self._room.rules.new_words or POST_WORDS.fields in query
        return POST_WORDS if new else TWEET_WORDS

    def _settle(self, route: Route, ask: Ask, answer: Answer) -> None:
        """Charge an answer and keep what it changed; the act is on disk before it is told."""
        owned = answer.owned and self._room.rules.owns_app
        charges = self.bill.charge(route.name, answer, ask.now.date(), owned=owned)
        acts = [answer.act] if answer.act else []
        if self._journal:
            self._journal.append([*acts, *charges])
        for act in acts:
            self._room.world.rosters.apply(act)


def _check_parameters(route: Route, ask: Ask) -> None:
    """Refuse parameters that the endpoint does not have."""
    for name, value in ask.query.items():
        if name not in route.parameters:
            known = ",".join(sorted(route.parameters))
            said = f"The query parameter [{name}] is not one of [{known}]"
            raise bad_request(ask.words, name, value, said)


def _respond(
    request: requests.PreparedRequest, status: int, body: Json, headers: Mapping[str, str]
) -> requests.Response:
    response = requests.Response()
    response.status_code = status
    response.reason = HTTPStatus(status).phrase
    response.url = request.url or ""
    response.request = request
    response.encoding = "utf-8"
    kind = "application/problem+json" if status >= HTTPStatus.BAD_REQUEST else "application/json"
    response.headers["content-type"] = f"{kind}; charset=utf-8"
    response.headers.update(headers)
    response.raw = io.BytesIO(json.dumps(body, ensure_ascii=False).encode())
    return response
