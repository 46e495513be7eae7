"""Serve on loopback while something is tried."""

from contextlib import contextmanager
from threading import Thread

POLL_SECONDS = 0.02


@contextmanager
def serving(server, let_go=lambda: None, poll_seconds=POLL_SECONDS):
    """Give the server, which runs meanwhile; ``let_go`` ends what still waits in it."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": poll_seconds})
    thread.start()
    try:
        yield server
    finally:
        let_go()
        server.shutdown()
        thread.join(20)
        server.server_close()
