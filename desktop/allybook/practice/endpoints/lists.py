"""X Lists: reading them, creating one, adding and removing members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.lists import DESCRIPTION_LIMIT, MEMBER_LIMIT, NAME_LIMIT
from allybook.practice.answers import Answer, problems_only
from allybook.practice.ask import NUMBER
from allybook.practice.endpoints.follows import people_page
from allybook.practice.endpoints.timelines import posts_page
from allybook.practice.problems import NO_ADDING, Refusal, Wanted, bad_request, plain
from allybook.practice.room import absent, unavailable
from allybook.practice.roster import ListDeleted, ListMade, MemberAdded, MemberRemoved, Roster
from allybook.practice.shape import shape_list, shape_user

if TYPE_CHECKING:
    from allybook.practice.ask import Ask
    from allybook.practice.room import Room
    from allybook.practice.scene.people import Figure
    from allybook.practice.wire import Json


def show_owned(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/:id/owned_lists``; private ones only to their owner."""
    user_id = ask.names["id"]
    size = ask.size(1, 100, 100)
    person = room.world.person(user_id)
    if person is None or not person.active:
        return problems_only([absent(ask, person, user_id, "id")])
    mine = person is room.world.me
    rosters = [one for one in room.world.rosters.owned_by(user_id) if mine or not one.private]
    sheet = ask.page([(int(one.list_id), one) for one in reversed(rosters)], size)
    named = [one for one in _ids(*sheet.items) if room.rules.unshown(one)]
    shown = [one for one in sheet.items if one.list_id not in named]
    meta: Json = {"result_count": len(shown)}
    if sheet.next_token:
        meta["next_token"] = sheet.next_token
    body: Json = {"meta": meta} | unavailable(ask, named, "list")
    if shown:
        body["data"] = [_shape(room, ask, one) for one in shown]
    return _with_owner(room, ask, Answer(body, _ids(*shown), owned=mine), person)


def show_list(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/lists/:id``."""
    roster = _seen(room, ask)
    if roster is None:
        return problems_only([_not_found(ask)])
    answer = Answer({"data": _shape(room, ask, roster)}, _ids(roster))
    return _with_owner(room, ask, answer, room.world.person(roster.owner_id))


def show_members(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/lists/:id/members``, the latest first; those gone are left out."""
    size = ask.size(1, 100, 100)
    roster = _seen(room, ask)
    if roster is None:
        return problems_only([_not_found(ask)])
    people = [(order, room.world.person(key)) for key, order in roster.members.items()]
    rows = [(order, one) for order, one in people if one and one.active]
    rows.sort(key=lambda row: row[0], reverse=True)
    return people_page(room, ask, rows, size)


def show_posts(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/lists/:id/tweets``, the newest first."""
    size = ask.size(1, 100, 100)
    roster = _seen(room, ask)
    if roster is None:
        return problems_only([_not_found(ask)])
    posts = room.world.posts(ask.now, authors=roster.members)
    return posts_page(room, ask, posts, size, ends=False)


def create_list(room: Room, ask: Ask) -> Answer:
    """Answer ``POST /2/lists``."""
    said = ask.said()
    name = _text(ask, "name", least=1, most=NAME_LIMIT)
    description = _text(ask, "description", least=0, most=DESCRIPTION_LIMIT)
    private = said.get("private", False)
    if not isinstance(private, bool):
        raise bad_request(ask.words, "private", str(private), "$.private: boolean expected")
    list_id = room.world.rosters.new_id(ask.now)
    act = ListMade(list_id, name, description, private, ask.now.replace(microsecond=0))
    made: Json = {"data": {"id": list_id, "name": name}}
    return Answer(made, (list_id,), act=act, status=ask.words.created)


def delete_list(room: Room, ask: Ask) -> Answer:
    """Answer ``DELETE /2/lists/:id``."""
    roster = _ours(room, ask)
    act = ListDeleted(roster.list_id)
    return Answer({"data": {"deleted": True}}, (roster.list_id,), act=act)


def add_member(room: Room, ask: Ask) -> Answer:
    """Answer ``POST /2/lists/:id/members``: one account, or the refusals of x-api.md 4.2."""
    roster = _ours(room, ask)
    user_id = _text(ask, "user_id", least=1, most=19)
    if not NUMBER.fullmatch(user_id):
        raise bad_request(ask.words, "user_id", user_id, "$.user_id: does not match an id")
    person = room.world.person(user_id)
    if person is None or not person.active:
        return problems_only([absent(ask, person, user_id, "user_id")])
    full = len(roster.members) >= MEMBER_LIMIT and user_id not in roster.members
    if full or not room.world.readable(person) or not room.may_add(ask.now):
        raise plain(403, "Forbidden", NO_ADDING)
    return Answer(
        {"data": {"is_member": True}}, (user_id,), act=MemberAdded(roster.list_id, user_id)
    )


def remove_member(room: Room, ask: Ask) -> Answer:
    """Answer ``DELETE /2/lists/:id/members/:user_id``."""
    roster = _ours(room, ask)
    user_id = ask.names["user_id"]
    act = MemberRemoved(roster.list_id, user_id) if user_id in roster.members else None
    return Answer({"data": {"is_member": False}}, (user_id,), act=act)


def _seen(room: Room, ask: Ask) -> Roster | None:
    """Return the list asked for, if it is there and not another's private one."""
    roster = room.world.rosters.get(ask.names["id"])
    if roster and roster.private and roster.owner_id != room.world.me.user_id:
        return None
    return roster


def _ours(room: Room, ask: Ask) -> Roster:
    roster = _seen(room, ask)
    if roster is None:
        raise Refusal(404, _not_found(ask) | {"status": 404})
    if roster.owner_id != room.world.me.user_id:
        raise plain(403, "Forbidden", NO_ADDING)
    return roster


def _not_found(ask: Ask) -> Json:
    return Wanted(ask.words, ask.names["id"], "id", "list").gone()


def _shape(room: Room, ask: Ask, roster: Roster) -> Json:
    people = [room.world.person(key) for key in roster.members]
    there = sum(1 for one in people if one and one.active)
    return shape_list(roster, there, ask.list_fields() | ask.list_expansions())


def _with_owner(room: Room, ask: Ask, answer: Answer, owner: Figure | None) -> Answer:
    if owner is None or not answer.resources or "owner_id" not in ask.list_expansions():
        return answer
    shaped = shape_user(room.world, owner, ask.user_fields(), ask.words, ask.now)
    body = answer.body | {"includes": {"users": [shaped]}}
    return replace(answer, body=body, users=(owner.user_id,))


def _ids(*rosters: Roster) -> tuple[str, ...]:
    return tuple(one.list_id for one in rosters)


def _text(ask: Ask, name: str, *, least: int, most: int) -> str:
    """Return a text of the body whose length is within bounds."""
    value = ask.said().get(name, "")
    if not isinstance(value, str) or not least <= len(value) <= most:
        said = f"$.{name}: must be a string of {least} to {most} characters"
        raise bad_request(ask.words, name, str(value), said)
    return value
