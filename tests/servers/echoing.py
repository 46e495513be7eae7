"""An X that repeats what it was sent in its refusals, and gives one new pair of tokens."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from urllib.parse import parse_qs

from tests.servers.serving import serving

TOKEN_PATH = "/2/oauth2/token"  # noqa: S105 (an address)


class EchoingServer(ThreadingHTTPServer):
    """``given`` are the tokens it gives next; ``seen`` the secrets that came, as they came."""

    daemon_threads = False

    def __init__(self, *given):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.given = list(given)
        self.seen = []
        self.came = Event()
        self.waits = Event()
        self.waits.set()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_):
        """Say nothing: who asks may have been ended."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.server.seen.append(f"{self.headers.get('Authorization', '')} {body}")
        self.server.came.set()
        self.server.waits.wait(30)
        if self.path == TOKEN_PATH and "refresh_token" in parse_qs(body) and self.server.given:
            return self._give(200, {"token_type": "bearer", "expires_in": 7200} | self._pair())
        echo = f"You sent {self.server.seen[-1]} and {dict(self.headers)}"
        problem = {"title": echo, "detail": echo, "type": "about:blank", "errors": [echo]}
        return self._give(401, problem)

    do_GET = do_DELETE = do_POST  # noqa: N815 (named by http.server)

    def _pair(self):
        access, refresh = self.server.given.pop(0)
        return {"access_token": access, "refresh_token": refresh}

    def _give(self, status, answer):
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words):
        """Keep the tests' output clean."""


@contextmanager
def echoing_server(*given):
    server = EchoingServer(*given)
    with serving(server, server.waits.set):
        yield server
