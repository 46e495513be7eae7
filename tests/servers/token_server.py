"""X's counter for tokens on loopback: each refresh token works once, whoever comes with it.

Processes under test meet here as well: all who come to ``/ready`` go on together, and who comes to
``/pause`` stays until the server ends, or until it is killed.
"""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Barrier, BrokenBarrierError, Event, Lock
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from allybook.domain.errors import NeedsSignIn
from tests.fakes.sign_in import pair
from tests.servers.serving import serving

PATIENCE = 30


class TokenServer(ThreadingHTTPServer):
    """Gives pair after pair; ``asked`` are the refresh tokens that came."""

    daemon_threads = False

    def __init__(self, parties=1):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.live = 0
        self.asked = []
        self.paused = Event()
        self.released = Event()
        self._start = Barrier(parties, timeout=PATIENCE)
        self._lock = Lock()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, path, body):
        return {"/refresh": self._refresh, "/ready": self._ready, "/pause": self._pause}[path](body)

    def _refresh(self, token):
        with self._lock:
            self.asked.append(token)
            good = token == f"refresh-{self.live}"
            # The second use of a token ends the whole sign-in.
            self.live = self.live + 1 if good else None
            return (200, self.live) if good else (400, None)

    def _ready(self, _body):
        try:
            self._start.wait()
        except BrokenBarrierError:
            return 500, None
        return 200, None

    def _pause(self, _body):
        self.paused.set()
        self.released.wait(PATIENCE)
        return 200, None

    def handle_error(self, *_):
        """Say nothing: who asks may have been killed."""


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        status, answer = self.server.answer(self.path, body)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_words):
        """Keep the tests' output clean."""


class RemoteAuthority:
    """Asks the server, as the gateway asks X."""

    def __init__(self, url):
        self._url = url

    def refresh(self, tokens):
        try:
            return pair(self.post("/refresh", tokens.refresh))
        except HTTPError as error:
            error.close()
            raise NeedsSignIn("X does not take this token any more; sign in again.") from error

    def post(self, path, body=""):
        request = Request(self._url + path, body.encode())  # noqa: S310 (loopback)
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return json.load(answer)


@contextmanager
def token_server(parties=1):
    server = TokenServer(parties)
    with serving(server, server.released.set):
        yield server
