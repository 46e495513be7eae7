"""Followers and following, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.practice.answers import Answer, problems_only
from allybook.practice.endpoints.users import users_answer
from allybook.practice.problems import Wanted
from allybook.practice.room import absent, unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.practice.ask import Ask
    from allybook.practice.room import Room
    from allybook.practice.scene.people import Figure
    from allybook.practice.wire import Json


def show_followers(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/:id/followers``, the latest first."""
    return _show(room, ask, room.world.edges.followers)


def show_following(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/:id/following``, the latest first."""
    return _show(room, ask, room.world.edges.following)


def people_page(room: Room, ask: Ask, rows: Sequence[tuple[int, Figure]], size: int) -> Answer:
    """Return one page of accounts with ``meta``, and problems in place of those not shown."""
    sheet = ask.page(rows, size)
    named = [one.user_id for one in sheet.items if room.rules.unshown(one.user_id)]
    shown = [one for one in sheet.items if one.user_id not in named]
    answer = users_answer(room, ask, shown)
    meta: Json = {"result_count": len(shown)}
    if sheet.next_token:
        meta["next_token"] = sheet.next_token
    return replace(answer, body=answer.body | {"meta": meta} | unavailable(ask, named, "user"))


def _show(room: Room, ask: Ask, side: Callable[[Figure], list[Figure]]) -> Answer:
    user_id = ask.names["id"]
    size = ask.size(1, 1000, 100)
    person = room.world.person(user_id)
    if person is None or not person.active:
        return problems_only([absent(ask, person, user_id, "id")])
    if person.character.private and not room.world.readable(person):
        return problems_only([Wanted(ask.words, user_id, "id", "user").forbidden()])
    rows = list(reversed(list(enumerate(side(person), start=1))))
    answer = people_page(room, ask, rows, size)
    return replace(answer, owned=person is room.world.me)
