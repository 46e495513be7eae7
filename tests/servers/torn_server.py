"""A server on loopback that speaks TLS, and breaks it: in the handshake, or once X was asked."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from threading import Thread
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

BEGUN = b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"data":'
NO_RECORD = b"\x17\x03\x03\x00\x20" + b"x" * 32
"""Looks like encrypted words, and was encrypted by nobody."""
PATIENCE = 20


class TornServer:
    """Takes one connection after the other; ``seen`` are the bodies that came whole.

    ``tears`` before it says anything, in the ``handshake``, in the ``tunnel`` of a proxy that it
    plays, at the ``answer``, or ``within`` that.
    """

    def __init__(self, folder: Path, tears: str) -> None:
        self.certificate = folder / "server.pem"
        self.seen: list[bytes] = []
        self._tears = tears
        self._context = _speaker(self.certificate)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._thread = Thread(target=self._serve)

    @property
    def port(self) -> int:
        """Return the port."""
        return int(self._door.getsockname()[1])

    def _serve(self) -> None:
        while True:
            caller, _ = self._door.accept()
            caller.settimeout(PATIENCE)
            with caller, suppress(OSError):
                if not self._meet(caller):
                    return

    def _meet(self, caller: socket.socket) -> bool:
        """Serve one who called; return whether there may be others."""
        if caller.recv(1, socket.MSG_PEEK) == b"":
            return False
        if self._tears == "tunnel":
            caller.recv(65_536)
            caller.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        elif self._tears != "handshake":
            self._listen(caller)
        return True

    def _listen(self, caller: socket.socket) -> None:
        safe = self._context.wrap_socket(caller, server_side=True)
        heard = b""
        while not heard.endswith(b"}"):
            heard += safe.recv(65_536)
        self.seen.append(heard.partition(b"\r\n\r\n")[2])
        if self._tears == "within":
            safe.sendall(BEGUN)
        with socket.socket(fileno=safe.detach()) as bare:
            bare.sendall(NO_RECORD)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        # Who calls and says nothing is the last.
        socket.create_connection(self._door.getsockname()).close()
        self._thread.join(PATIENCE)
        self._door.close()


def _speaker(path: Path) -> ssl.SSLContext:
    """Return a context with a key and a certificate of its own, which are laid in a file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(here, critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    hidden = serialization.NoEncryption()
    own = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, hidden)
    path.write_bytes(own + signed.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
