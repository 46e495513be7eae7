"""The accounts of the practice world, with ids and counts of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.posts import id_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.practice.chance import Chance
    from allybook.practice.scene.scenario import Character

FIRST_TIMED_YEAR = 2016
"""From about this year on X gave accounts ids that carry their time; before, small numbers."""
RANGES = {
    "organisation": ((180, 9_000), (90, 1_400), (700, 16_000)),
    "person": ((40, 4_200), (60, 1_900), (120, 22_000)),
    "noise": ((20, 61_000), (400, 9_000), (3_000, 90_000)),
}
"""Followers, following and posts, least and most, by kind."""


class Counts(Struct, frozen=True):
    """What an account's public counts say."""

    followers: int
    following: int
    posts: int
    listed: int
    likes: int


class Figure(Struct, frozen=True):
    """One account of the practice world."""

    user_id: str
    character: Character
    created_at: datetime
    counts: Counts

    @property
    def handle(self) -> str:
        """Return the handle as it is now."""
        return self.character.handle

    @property
    def active(self) -> bool:
        """Return whether the account is there at all."""
        return self.character.fate == "active"

    @property
    def site(self) -> str:
        """Return the made-up web site of the account."""
        return f"{self.handle.lower().replace('_', '-').strip('-')}.example"


def settle_people(people: Iterable[Character], chance: Chance) -> tuple[Figure, ...]:
    """Give each character an id, a birthday and counts."""
    return tuple(_settle(character, chance) for character in people)


def _settle(character: Character, chance: Chance) -> Figure:
    handle = character.handle
    day = chance.below(365 * 86_400, "birthday", handle)
    created = datetime(character.joined, 1, 1, tzinfo=UTC) + timedelta(seconds=day)
    return Figure(
        _user_id(character, created, chance), character, created, _counts(character, chance)
    )


def _user_id(character: Character, created: datetime, chance: Chance) -> str:
    if character.joined >= FIRST_TIMED_YEAR:
        return id_at(created, sequence=chance.below(4_096, "id", character.handle))
    first = 70_000_000 + (character.joined - 2009) * 500_000_000
    return str(first + chance.below(480_000_000, "id", character.handle))


def _counts(character: Character, chance: Chance) -> Counts:
    """Draw counts, small ones likelier than large ones."""

    def draw(least: int, most: int, what: str) -> int:
        """Draw one count between two bounds."""
        steep: float = chance.number(what, character.handle) ** 2.6
        return least + round((most - least) * steep)

    followers, following, posts = RANGES[character.kind]
    reach = character.followers or draw(*followers, "followers")
    return Counts(
        followers=reach,
        following=draw(*following, "following"),
        posts=draw(*posts, "posts"),
        listed=reach // (22 + chance.below(40, "listed", character.handle)),
        likes=draw(50, 14_000, "likes"),
    )
