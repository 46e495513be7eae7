"""A successful answer, taken apart: what was asked for, what came along, what X complains about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.gateway.decode.complaints import Complaint, complaints_in
from allybook.gateway.decode.item import Item, called, read_object

if TYPE_CHECKING:
    from allybook.domain.people.accounts import Problem
    from allybook.gateway.decode.complaints import Hide


class XAnswer(Struct, frozen=True):
    """An answer with status 200 to 299.

    ``items`` are the objects asked for; ``users``, ``posts`` and ``media`` came along
    (``includes``). ``bare`` says that it holds neither data nor a count: at best complaints.
    """

    items: tuple[Item, ...]
    meta: Item
    bare: bool
    users: tuple[Item, ...] = ()
    posts: tuple[Item, ...] = ()
    media: tuple[Item, ...] = ()
    complaints: tuple[Complaint, ...] = ()

    @property
    def next_page(self) -> str | None:
        """Return where the next page begins; None on the last."""
        return self.meta.text("next_token") or None

    def untold(self, field: str) -> frozenset[str]:
        """Return of whom X does not tell a field, in small letters; an empty word is for all."""
        return frozenset(one.resource.lower() for one in self.complaints if one.field == field)

    def problems(self, *kinds: str) -> tuple[Problem, ...]:
        """Return the complaints about single resources of these kinds (``user`` ...).

        What of which X only leaves a field out is none of them: it is shown.
        """
        return tuple(
            one.problem()
            for one in self.complaints
            if one.resource and not one.field and one.resource_type in ("", *kinds)
        )


def read_answer(body: bytes, kind: str, hide: Hide) -> XAnswer:
    """Take an answer about things called ``kind`` (``account``) apart, or raise ``Garbled``."""
    whole = read_object(body)
    came_along = whole.part("includes")
    return XAnswer(
        items=_items(whole, kind),
        meta=whole.part("meta"),
        bare=whole.value("data") is None and whole.value("meta") is None,
        users=_named(came_along.parts("users"), "account"),
        posts=_named((*came_along.parts("tweets"), *came_along.parts("posts")), "post"),
        media=came_along.parts("media"),
        complaints=complaints_in(whole.value("errors"), hide),
    )


def _items(whole: Item, kind: str) -> tuple[Item, ...]:
    """Return the objects in ``data``, which is one object or a list of them."""
    data = whole.value("data")
    if isinstance(data, dict):
        return (called(kind, data),)
    if isinstance(data, list):
        # What is no object has no id, and is found broken like any other that has none.
        return tuple(called(kind, each if isinstance(each, dict) else {}) for each in data)
    return _named(whole.parts("data"), kind)


def _named(items: tuple[Item, ...], kind: str) -> tuple[Item, ...]:
    return tuple(called(kind, item.fields) for item in items)
