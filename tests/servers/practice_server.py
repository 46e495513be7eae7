"""The practice network behind a real port on loopback: an X that the gateway reaches by HTTP."""

from contextlib import contextmanager
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic

import requests

from allybook.app.ground import resource_folder
from allybook.app.practice import read_scenario
from allybook.domain.money.price_table import parse
from allybook.practice.adapter import PracticeAdapter
from allybook.practice.bill import Bill
from allybook.practice.clock import PracticeClock
from allybook.practice.room import Rules
from allybook.practice.world import World
from tests.servers.serving import serving


class PracticeServer(ThreadingHTTPServer):
    """Answers like X; ``asked`` are the requests it got, ``bill`` what it would charge."""

    daemon_threads = False

    def __init__(self, rules=None):
        super().__init__(("127.0.0.1", 0), _Handler)
        scenario = read_scenario()
        prices = parse((resource_folder() / "prices.toml").read_text(encoding="utf-8"))
        self.clock = PracticeClock(scenario.setting.anchor, monotonic)
        self.bill = Bill(prices)
        world = World.build(scenario.setting.seed, scenario.setting.anchor, scenario)
        self.adapter = PracticeAdapter(world, self.clock, self.bill, rules=rules or Rules())
        self.asked = []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._pass_on()

    do_POST = do_DELETE = do_GET  # noqa: N815 (http.server's names)

    def _pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append((self.command, self.path))
        request = requests.Request(
            self.command,
            f"https://api.x.com{self.path}",
            headers={"Authorization": self.headers.get("Authorization", "")},
            data=body or None,
        ).prepare()
        answer = self.server.adapter.send(request)
        self.send_response(answer.status_code)
        for name, value in answer.headers.items():
            if name != "date":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    def date_time_string(self, timestamp=None):
        """Tell the practice network's time."""
        return format_datetime(self.server.clock.now(), usegmt=True)

    def log_message(self, *_words):
        """Keep the tests' output clean."""


@contextmanager
def practice_server(rules=None):
    server = PracticeServer(rules)
    with serving(server):
        yield server
