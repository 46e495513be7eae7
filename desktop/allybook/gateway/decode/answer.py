"""A successful answer, taken apart: what was asked for, what came along, what X complains about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.gateway.decode.complaints import Complaint, complaints_in
from allybook.gateway.decode.item import ID, Item, called, read_object

if TYPE_CHECKING:
    from allybook.domain.people.accounts import Problem
    from allybook.gateway.decode.complaints import Hide


class XAnswer(Struct, frozen=True):
    """An answer with status 200 to 299.

    ``items`` are the objects asked for; ``users``, ``posts`` and ``media`` came along
    (``includes``). ``bare`` says that it holds neither data nor a count, or nothing but a complaint
    about the whole. ``kind`` is what was asked for, ``owner`` the id of whose page it is.
    """

    items: tuple[Item, ...]
    meta: Item
    bare: bool
    users: tuple[Item, ...] = ()
    posts: tuple[Item, ...] = ()
    media: tuple[Item, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    owner: str = ""
    kind: str = ""

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

    def unshown(self, *kinds: str) -> tuple[Problem, ...]:
        """Return what X complains of in place of things of these kinds on a page.

        Where it names none of them, or whose page it is, nobody knows which: there is no id. What
        else it names did only not come along.
        """
        shown = {item.told_id for item in self.items}
        return tuple(
            replace(one.problem(), resource=self._named(one))
            for one in self.complaints
            if not _is_along(one, self.kind)
            and (
                _is_general(one, self.owner)
                or (
                    not one.field
                    and one.resource_type in ("", *kinds)
                    and one.resource not in shown
                )
            )
        )

    def _named(self, one: Complaint) -> str:
        """Return the id of what a complaint names on the page, empty where it names none."""
        return one.resource if ID.fullmatch(one.resource) and one.resource != self.owner else ""


def read_answer(body: bytes, kind: str, hide: Hide, owner: str = "") -> XAnswer:
    """Take an answer about things called ``kind`` (``account``) apart, or raise ``Garbled``.

    Of a page, ``owner`` is the id of whose it is.
    """
    whole = read_object(body)
    came_along = whole.part("includes")
    complaints = complaints_in(whole.value("errors"), hide)
    items = _items(whole, kind)
    says_nothing = whole.value("data") is None and whole.value("meta") is None
    failed = any(_is_general(one, owner) and not _is_along(one, kind) for one in complaints)
    return XAnswer(
        items=items,
        meta=whole.part("meta"),
        bare=not items and (says_nothing or failed),
        users=_named(came_along.parts("users"), "account"),
        posts=_named((*came_along.parts("tweets"), *came_along.parts("posts")), "post"),
        media=came_along.parts("media"),
        complaints=complaints,
        owner=owner,
        kind=kind,
    )


def _is_general(one: Complaint, owner: str) -> bool:
    """Return whether a complaint is about the whole answer, and no single thing or field of it."""
    return not one.field and one.resource in ("", owner)


def _is_along(one: Complaint, kind: str) -> bool:
    """Return whether a complaint is about what a post points at, which only did not come along.

    Whose page it is may be among those: somebody answers their own post.
    """
    points = bool(one.resource) and one.parameter not in ("", "id")
    return kind == "post" and points and one.kind != "invalid-request"


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
