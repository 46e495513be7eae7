"""The practice network on loopback, met by faults at the requests that a schedule names."""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests
from msgspec.structs import replace

from allybook.app.practice import read_scenario
from allybook.practice.adapter import PracticeAdapter
from allybook.practice.answers import Answer
from allybook.practice.bill import Bill
from allybook.practice.room import Rules
from allybook.practice.routes import find_route
from allybook.practice.scene.stage import Stage
from allybook.practice.world import World
from tests.fakes.desk import PRICES
from tests.servers.faulty.faults import FAULTS, LIE, PARTIAL, Act, Asked
from tests.servers.faulty.truth import Truth
from tests.servers.faulty.wire import Way, Wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from allybook.ports.surroundings import Clock
    from tests.servers.faulty.faults import Fault

NEW_WORDS = "new words"
LONGEST_HANG = 3.0
"""Seconds after which the server itself lets go of a request that it left hanging."""
DRIPS = 6


@cache
def stage_at(anchor: datetime) -> Stage:
    """Return the practice network's stage on a day (UTC); it never changes, so one serves all."""
    scenario = read_scenario()
    return Stage.build(scenario.setting.seed, anchor, scenario)


def is_third(one: str) -> bool:
    """Return whether an id is one of every third."""
    return int(one) % 3 == 0


class FaultyX:
    """What X is and does: a world, its bill, its truth, and a schedule of faults.

    ``schedule`` names faults by the number of the request, from 1; emptied, all goes well.
    ``asked`` are the requests as they came, ``met`` the faults that really happened. A partial page
    does not show whom (or which list) ``hidden`` tells by the id. ``watch`` is
    called with the number of a request before it is carried out, after, and once it is answered.
    """

    def __init__(
        self,
        clock: Clock,
        anchor: datetime,
        schedule: Mapping[int, str] | None = None,
        *,
        pace: float = 0.0,
        hidden: Callable[[str], bool] = is_third,
        watch: Callable[[int, str], None] = lambda _number, _point: None,
    ) -> None:
        self.clock = clock
        self.world = World(stage_at(anchor))
        self.truth = Truth()
        self.bill = Bill(PRICES)
        self.schedule = dict(schedule or {})
        self.asked: list[str] = []
        self.met: list[str] = []
        self.watch = watch
        self.released = Event()
        self._lock = Lock()
        rules = Rules(strict_pace_seconds=pace)
        ways = {
            "": rules,
            NEW_WORDS: replace(rules, new_words=True),
            PARTIAL: replace(rules, unshown=hidden),
        }
        self._adapters = {
            way: PracticeAdapter(
                self.world,
                clock,
                self.bill,
                journal=self.truth,  # type: ignore[arg-type]
                rules=one,
            )
            for way, one in ways.items()
        }

    def answer(self, request: requests.PreparedRequest) -> tuple[int, Wire]:
        """Return the number of a request and what comes of it, met by a fault or not."""
        asked = Asked(request.method or "", urlsplit(request.url or "").path, self.clock.now())
        with self._lock:
            self.asked.append(f"{asked.method} {asked.path}")
            number = len(self.asked)
            self.watch(number, "before")
            name = self.schedule.get(number, "")
            fault = FAULTS.get(name)
            if fault and fault.meets(asked):
                wire = self._meet(name, fault, asked, request)
            else:
                wire = self._do(request, name if name == NEW_WORDS else "")
            self.watch(number, "after")
        return number, wire

    def _meet(
        self, name: str, fault: Fault, asked: Asked, request: requests.PreparedRequest
    ) -> Wire:
        self.met.append(f"{len(self.asked)}: {name} at {asked.method} {asked.path}")
        before = self.bill.dollars
        wire = Wire()
        if fault.act is Act.DONE:
            wire = self._do(request, name if name == PARTIAL else "")
        elif fault.act is Act.CHARGED:
            self._charge(asked)
        if not fault.told:
            self.truth.unheard += self.bill.dollars - before
        if fault.personal and (asked.adds or asked.removes):
            self.truth.refused.add(_whom(asked, request))
        if name == LIE:
            self.truth.lies.add(_whom(asked, request))
        return fault.spoil(wire, asked)

    def _do(self, request: requests.PreparedRequest, way: str = "") -> Wire:
        answer = self._adapters[way].send(request)
        refused = answer.status_code == 403 or "errors" in answer.json()
        asked = Asked(request.method or "", urlsplit(request.url or "").path, self.clock.now())
        if refused and asked.adds:
            self.truth.refused.add(_whom(asked, request))
        return Wire(answer.status_code, answer.content, dict(answer.headers))

    def _charge(self, asked: Asked) -> None:
        found = find_route(asked.method, asked.path)
        assert found is not None
        said = Answer({"data": {}})
        day = asked.now.date()
        self.truth.append(self.bill.charge(found[0].name, said, day, owned=False))


def _whom(asked: Asked, request: requests.PreparedRequest) -> str:
    if asked.removes:
        return asked.path.rpartition("/")[2]
    return str(json.loads(request.body or b"{}").get("user_id", ""))


class _Http(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, x: FaultyX) -> None:
        self.x = x
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that gives up, or is killed, is part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 2.0  # A client that is killed, or forgets its connection, keeps no thread waiting.
    server: _Http

    def do_GET(self) -> None:
        x = self.server.x
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        sent = {"Authorization": self.headers.get("Authorization", "")}
        address = f"https://api.x.com{self.path}"
        request = requests.Request(self.command, address, headers=sent, data=body or None)
        number, wire = x.answer(request.prepare())
        self.close_connection = wire.way is not Way.WHOLE
        self._deliver(wire)
        x.watch(number, "answered")

    do_POST = do_DELETE = do_GET  # noqa: N815 (named by http.server)

    def _deliver(self, wire: Wire) -> None:
        if wire.way is Way.DROPPED:
            return
        if wire.way is Way.HUNG:
            self.server.x.released.wait(LONGEST_HANG)
            return
        for part in _parts(wire):
            self.wfile.write(part)
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def _parts(wire: Wire) -> Sequence[bytes]:
    octets = wire.octets()
    size = -(-len(octets) // DRIPS) if wire.way is Way.DRIPPED else len(octets)
    return [octets[start : start + size] for start in range(0, len(octets), size)]


@contextmanager
def serve(x: FaultyX) -> Iterator[str]:
    """Yield the address of an X on loopback; close its port afterwards."""
    http = _Http(x)
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.005})
    thread.start()
    try:
        yield f"http://127.0.0.1:{http.server_address[1]}"
    finally:
        x.released.set()
        http.shutdown()
        thread.join(LONGEST_HANG)
        with suppress(OSError):
            http.server_close()
