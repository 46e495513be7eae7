"""One JSON object of an answer, read with care.

Each reading takes several names, because X has old and new words for the same thing (``tweet`` and
``post``); the first that holds something counts. What is missing or null is None or empty; what is
of the wrong kind raises ``Garbled`` with the name of what was broken.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from allybook.domain.errors import Garbled
from allybook.domain.half_letters import decode_whole
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.spoken import Pattern

ID = re.compile(r"[0-9]{1,18}|[0-8][0-9]{18}")
"""Those above carry a time after 2078, and do not fit into a database."""
MOST = 2**63 - 1
NOTHING_READ: Pattern = "Nothing was changed; try again later."


class Item(Struct, frozen=True):
    """A JSON object and what to call it in a sentence (``the post 20``)."""

    name: str
    fields: Mapping[str, object]

    def value(self, *names: str) -> object:
        """Return the first value that is there, or None."""
        return next((v for name in names if (v := self.fields.get(name)) is not None), None)

    def text(self, *names: str) -> str:
        """Return a text, or an empty one."""
        value = self.value(*names)
        if value is not None and not isinstance(value, str):
            raise self.broken(names[0], "is not text")
        return value or ""

    def number(self, *names: str) -> int | None:
        """Return a count: a whole number, and none below nothing."""
        value = self.value(*names)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.broken(names[0], "is not a whole number")
        if not 0 <= value <= MOST:
            raise self.broken(names[0], "is not a count")
        return value

    def flag(self, *names: str) -> bool:
        """Return yes or no; no where X did not say."""
        return self.choice(*names) or False

    def choice(self, *names: str) -> bool | None:
        """Return yes or no."""
        value = self.value(*names)
        if value is not None and not isinstance(value, bool):
            raise self.broken(names[0], "is neither true nor false")
        return value

    def id(self, *names: str) -> str | None:
        """Return an id as text: 1 to 19 digits, written by X as text or as a number."""
        value = self.value(*names)
        if value is None:
            return None
        if isinstance(value, str | int) and ID.fullmatch(str(value)):
            return str(value)
        raise self.broken(names[0], "is not an id")

    @property
    def told_id(self) -> str:
        """Return the id of the thing itself, empty where it cannot be read."""
        own = self.value("id")
        return str(own) if isinstance(own, str | int) and ID.fullmatch(str(own)) else ""

    def own_id(self) -> str:
        """Return the id of the thing itself, which has to be there."""
        own = self.id("id")
        if own is None:
            raise self.broken("id", "is missing")
        return own

    def moment(self, *names: str) -> datetime | None:
        """Return a moment (UTC), written as ISO 8601 with its offset."""
        value = self.value(*names)
        if value is None:
            return None
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
            if moment is not None and moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        raise self.broken(names[0], "is not a time")

    def part(self, *names: str) -> Item:
        """Return an object inside this one, or an empty one."""
        value = self.value(*names)
        if value is not None and not isinstance(value, dict):
            raise self.broken(names[0], "is not an object")
        return Item(self.name, value or {})

    def parts(self, *names: str) -> tuple[Item, ...]:
        """Return the objects of a list inside this one."""
        return tuple(Item(self.name, each) for each in self._list(dict, *names))

    def words(self, *names: str) -> tuple[str, ...]:
        """Return the texts of a list inside this one."""
        return tuple(str(each) for each in self._list(str, *names))

    def _list(self, kind: type, *names: str) -> list[dict[str, object]]:
        value = self.value(*names)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, kind) for each in value):
            raise self.broken(names[0], "is not a list as expected")
        return value

    def broken(self, field: str, why: str) -> Garbled:
        """Return the error for a field that cannot be used."""
        return Garbled(
            speak(
                "X's answer about {name} cannot be used: {field} {why}. {nothing_read}",
                name=self.name,
                field=field,
                why=why,
                nothing_read=speak(NOTHING_READ),
            ),
            speak("{name}: {field} {why}", name=self.name, field=field, why=why),
        )


def called(kind: str, fields: Mapping[str, object]) -> Item:
    """Return an item named by its kind and id (``the account 12``)."""
    own = Item(kind, fields).told_id
    return Item(f"the {kind} {own}" if own else f"a {kind} without a usable id", fields)


def read_object(body: bytes) -> Item:
    """Return the JSON object that a body holds, or raise ``Garbled``.

    A half of a letter, as X cuts an emoji now and then, spoils that letter and nothing else; so
    does a byte that belongs to none.
    """
    try:
        value = decode_whole(_decode, body)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Garbled(
            speak(
                "X's answer is not complete JSON. {nothing_read}", nothing_read=speak(NOTHING_READ)
            )
        ) from error
    if not isinstance(value, dict):
        raise Garbled(
            speak(
                "X's answer is JSON of an unexpected kind. {nothing_read}",
                nothing_read=speak(NOTHING_READ),
            )
        )
    return Item("your request", value)


def _decode(body: bytes) -> object:
    try:
        return msgspec.json.decode(body)
    except UnicodeDecodeError:
        return msgspec.json.decode(body.decode("utf-8", "replace").encode())


def plain(text: str) -> str:
    """Return text as its author typed it: X escapes &, < and > (once) in what people write."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
