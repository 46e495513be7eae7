"""The X Lists of the practice world, and the acts that change them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.posts import id_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.practice.scene.people import Figure
    from allybook.practice.scene.scenario import ListSeed


class ListMade(Struct, frozen=True):
    """A list was created; ``at`` is UTC."""

    list_id: str
    name: str
    description: str
    private: bool
    at: datetime


class ListDeleted(Struct, frozen=True):
    """A list was deleted."""

    list_id: str


class MemberAdded(Struct, frozen=True):
    """A member was added."""

    list_id: str
    user_id: str


class MemberRemoved(Struct, frozen=True):
    """A member was removed."""

    list_id: str
    user_id: str


Act = ListMade | ListDeleted | MemberAdded | MemberRemoved


class Roster(Struct):
    """One X List. ``members`` maps user ids to the order in which they came."""

    list_id: str
    name: str
    description: str
    private: bool
    owner_id: str
    created_at: datetime
    followers: int = 0
    members: dict[str, int] = field(default_factory=dict)
    joined: int = 0

    def add(self, user_id: str) -> None:
        """Add a member; one who is there stays where they are."""
        if user_id not in self.members:
            self.joined += 1
            self.members[user_id] = self.joined

    def remove(self, user_id: str) -> None:
        """Remove a member, if there."""
        self.members.pop(user_id, None)


class Rosters:
    """All lists, changed by acts only, so that a journal of acts brings them back."""

    def __init__(self, rosters: Sequence[Roster], me: str) -> None:
        self._me = me
        self._rosters = {one.list_id: one for one in rosters}
        self._deleted = 0

    def get(self, list_id: str) -> Roster | None:
        """Return one list."""
        return self._rosters.get(list_id)

    def owned_by(self, user_id: str) -> list[Roster]:
        """Return the lists of an account, the newest last."""
        return sorted(
            (one for one in self._rosters.values() if one.owner_id == user_id),
            key=lambda one: int(one.list_id),
        )

    def new_id(self, at: datetime) -> str:
        """Return an id for a list made at ``at``."""
        return id_at(at, sequence=len(self._rosters) + self._deleted)

    def apply(self, act: Act) -> None:
        """Make an act true; acts on lists that are not there change nothing."""
        match act:
            case ListMade(list_id, name, description, private, at):
                made = Roster(list_id, name, description, private, self._me, at)
                self._rosters.setdefault(list_id, made)
            case ListDeleted(list_id):
                if self._rosters.pop(list_id, None):
                    self._deleted += 1
            case MemberAdded(list_id, user_id):
                if roster := self._rosters.get(list_id):
                    roster.add(user_id)
            case MemberRemoved(list_id, user_id):
                if roster := self._rosters.get(list_id):
                    roster.remove(user_id)


def seed_rosters(
    seeds: Sequence[ListSeed], people: Mapping[str, Figure], anchor: datetime
) -> list[Roster]:
    """Return the lists as they are when practice begins."""
    rosters: list[Roster] = []
    for seed in seeds:
        at = anchor.replace(microsecond=0) - timedelta(days=seed.days_old, minutes=37)
        owner = people[seed.owner.lower()].user_id
        roster = Roster(
            list_id=id_at(at, sequence=len(rosters)),
            name=seed.name,
            description=seed.description,
            private=seed.private,
            owner_id=owner,
            created_at=at,
            followers=seed.followers,
        )
        for handle in seed.members:
            roster.add(people[handle.lower()].user_id)
        rosters.append(roster)
    return rosters
