"""Accounts: me, by id, by handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.practice.answers import Answer, problems_only
from allybook.practice.ask import HANDLE, NUMBER
from allybook.practice.includes import Along
from allybook.practice.room import absent
from allybook.practice.shape import shape_post, shape_user

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.practice.ask import Ask
    from allybook.practice.room import Room
    from allybook.practice.scene.people import Figure
    from allybook.practice.wire import Json, Value


def show_me(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/me``."""
    return _one(room, ask, room.world.me)


def show_by_id(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/:id``."""
    person = room.world.person(ask.names["id"])
    if person is None or not person.active:
        return problems_only([absent(ask, person, ask.names["id"], "id")])
    return _one(room, ask, person)


def show_by_handle(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/by/username/:username``."""
    handle = ask.names["username"]
    person = room.world.person_by_handle(handle)
    if person is None or not person.active:
        return problems_only([absent(ask, person, handle, "username")])
    return _one(room, ask, person)


def show_ids(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users``: those that are there, and a problem for each other one."""
    found = [(value, room.world.person(value)) for value in ask.many("ids", NUMBER)]
    return _several(room, ask, found, "ids")


def show_handles(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/by``: handles as they are now; a former one is not found."""
    handles = ask.many("usernames", HANDLE)
    found = [(value, room.world.person_by_handle(value)) for value in handles]
    return _several(room, ask, found, "usernames")


def users_answer(room: Room, ask: Ask, people: Sequence[Figure]) -> Answer:
    """Return accounts in the fields asked for, with what comes along."""
    along = gather_latest(room, ask, people)
    body: Json = {}
    if people:
        body["data"] = [_shape(room, ask, person) for person in people]
    if along.includes():
        body["includes"] = along.includes()
    return Answer(body, tuple(one.user_id for one in people), posts=tuple(along.posts))


def gather_latest(room: Room, ask: Ask, people: Iterable[Figure]) -> Along:
    """Gather the newest posts of accounts, where they are asked for."""
    along = Along(room.world, ask)
    if ask.words.latest in ask.user_expansions():
        for person in people:
            post = room.world.post(room.world.newest(person, ask.now) or "0")
            if post:
                along.posts[post.post_id] = shape_post(
                    room.world, post, ask.post_fields(), ask.words
                )
    return along


def _shape(room: Room, ask: Ask, person: Figure) -> Json:
    fields = ask.user_fields() | (ask.user_expansions() & {ask.words.latest})
    return shape_user(room.world, person, fields, ask.words, ask.now)


def _one(room: Room, ask: Ask, person: Figure) -> Answer:
    answer = users_answer(room, ask, [person])
    body = answer.body | {"data": _shape(room, ask, person)}
    return Answer(body, answer.resources, posts=answer.posts)


def _several(
    room: Room, ask: Ask, found: Sequence[tuple[str, Figure | None]], parameter: str
) -> Answer:
    there = [person for _, person in found if person and person.active]
    problems: list[Value] = [
        absent(ask, person, value, parameter)
        for value, person in found
        if person is None or not person.active
    ]
    answer = users_answer(room, ask, there)
    body = answer.body | ({"errors": problems} if problems else {})
    return Answer(body, answer.resources, posts=answer.posts)
