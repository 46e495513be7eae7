"""Tells what went wrong before a connection stood: then nothing of a request has left.

urllib3 gives one name to a handshake that fails and to a connection that breaks when X has the
request already (``SSLError``); the first costs nothing, after the second nobody knows.
"""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, SSLError

if TYPE_CHECKING:
    from urllib3 import PoolManager


class HandshakeError(ssl.SSLError):
    """The other side's certificate or encryption was not accepted."""


class _Connection(HTTPSConnection):
    def connect(self) -> None:
        """Connect; whatever fails here has a name of its own."""
        try:
            super().connect()
        except (ssl.SSLError, SSLError) as error:
            raise HandshakeError(str(error)) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, str(error)) from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error


class _Pool(HTTPSConnectionPool):
    ConnectionCls = _Connection


def tell_apart(manager: PoolManager) -> None:
    """Let the connections of a pool tell it; those through SOCKS stay as they are."""
    classes = manager.pool_classes_by_scheme
    if classes["https"] is HTTPSConnectionPool:
        manager.pool_classes_by_scheme = {**classes, "https": _Pool}


def is_unsafe(cause: object) -> bool:
    """Return whether no request went out since no safe connection came about."""
    return isinstance(cause, SSLError) and isinstance(next(iter(cause.args), None), HandshakeError)
