"""One answer on its way over the wire, and the ways in which it may get lost there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON = "application/json; charset=utf-8"


class Way(Enum):
    """How an answer travels."""

    WHOLE = auto()
    DROPPED = auto()
    """The connection closes without a word."""
    CUT = auto()
    """More bytes are announced than come."""
    HUNG = auto()
    """Nothing comes for longer than anybody waits."""
    DRIPPED = auto()
    """It comes whole, a few bytes at a time."""


@dataclass(frozen=True, slots=True)
class Wire:
    """An answer: what it says, and how it travels."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    way: Way = Way.WHOLE

    @classmethod
    def json(cls, value: object, status: int = 200, **headers: str) -> Wire:
        """Return an answer in JSON; underscores in the names of headers stand for dashes."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        return cls(status, json.dumps(value).encode(), {"content-type": JSON, **named})

    def on(self, way: Way) -> Wire:
        """Return the same answer, travelling otherwise."""
        return replace(self, way=way)

    def saying(self, body: bytes, kind: str = JSON) -> Wire:
        """Return the same answer with another body."""
        return replace(self, body=body, headers={**self.headers, "content-type": kind})

    def octets(self) -> bytes:
        """Return the whole answer as HTTP has it."""
        length = len(self.body) + (80 if self.way is Way.CUT else 0)
        head = {**self.headers, "content-length": str(length)}
        lines = [f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}"]
        lines += [f"{name}: {text}" for name, text in head.items()]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + self.body
