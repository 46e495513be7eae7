"""What of the practice world never changes: accounts, follow edges, posts, and how lists begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.practice.chance import Chance
from allybook.practice.scene.chat import Chat
from allybook.practice.scene.edges import Edges
from allybook.practice.scene.everyday import Everyday
from allybook.practice.scene.filling import Filling
from allybook.practice.scene.noise import Noise
from allybook.practice.scene.people import settle_people
from allybook.practice.scene.posting import Press

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from allybook.domain.posts import Post
    from allybook.practice.scene.drafts import Draft
    from allybook.practice.scene.people import Figure
    from allybook.practice.scene.scenario import ListSeed, Scenario


class Stage(Struct, frozen=True):
    """A scenario brought to life at ``anchor`` (UTC): nothing on it is younger."""

    anchor: datetime
    me: Figure
    people: tuple[Figure, ...]
    edges: Edges
    posts: tuple[Post, ...]
    lists: tuple[ListSeed, ...]

    @classmethod
    def build(cls, seed: int, anchor: datetime, scenario: Scenario) -> Stage:
        """Build it: the same seed, anchor and scenario always give the same."""
        chance = Chance(seed)
        setting = replace(scenario.setting, anchor=anchor)
        people = settle_people(setting.people, chance)
        known = {one.handle.lower(): one for one in people}
        former = {one.character.was.lower(): one for one in people if one.character.was}
        filling = Filling(scenario.words.slots, people, chance)
        drafts = [
            *Everyday(setting, scenario.words, filling, chance).write(people),
            *Noise(setting, scenario.words, filling, chance).write(known),
            *Chat(scenario.chat, anchor, chance).write(people),
        ]
        posts = Press(former | known, chance).publish(_once(drafts))
        me = known[setting.me.lower()]
        return cls(anchor, me, people, Edges(me, people, chance), posts, setting.lists)


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts without second reposts of the same post by the same account."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for draft in drafts:
        mark = (draft.by, draft.repost_of)
        if draft.repost_of and mark in seen:
            continue
        seen.add(mark)
        kept.append(draft)
    return kept
