"""Connections that failed, turned into the errors that people read."""

from __future__ import annotations

from requests.exceptions import (
    ChunkedEncodingError,
    ConnectTimeout,
    ContentDecodingError,
    ProxyError,
    RequestException,
    SSLError,
    Timeout,
)
from urllib3.exceptions import NewConnectionError

from allybook.domain.errors import Fate, Unreachable
from allybook.domain.spoken import speak
from allybook.gateway.handshake import is_unsafe
from allybook.gateway.refusals import SAFE, SAFE_HERE


def unreachable(error: OSError) -> Unreachable:
    """Return the error for a connection that failed."""
    fate = Fate.NOT_SENT if _never_left(error) else Fate.UNKNOWN
    if isinstance(error, SSLError) and fate is Fate.NOT_SENT:
        return Unreachable(
            "The connection to X is not safe (its certificate or encryption was not accepted), so "
            "nothing was sent; ask whoever runs this network.",
            passing=False,
            fate=fate,
        )
    if isinstance(error, Timeout):
        words = speak("X did not answer in time; try again in a few minutes.")
    elif isinstance(error, ChunkedEncodingError | ContentDecodingError | SSLError):
        words = speak("X's answer broke off; try again.")
    else:
        words = speak("X cannot be reached; check the internet connection and try again.")
    safe = speak(SAFE) if fate is Fate.NOT_SENT else speak(SAFE_HERE)
    return Unreachable(speak("{words} {safe}", words=words, safe=safe), fate=fate)


def _never_left(error: OSError) -> bool:
    """Return whether nothing can have come to X: there was no connection, or no safe one."""
    if isinstance(error, ConnectTimeout | ProxyError) or not isinstance(error, RequestException):
        return True
    cause = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(cause, NewConnectionError) or is_unsafe(cause)
