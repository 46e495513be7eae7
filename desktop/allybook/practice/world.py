"""The practice world: accounts, follow edges, posts and lists, the same for the same seed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from allybook.domain.posts import id_at
from allybook.practice.chance import Chance
from allybook.practice.roster import Rosters, seed_rosters
from allybook.practice.scene.chat import Chat
from allybook.practice.scene.edges import Edges
from allybook.practice.scene.everyday import Everyday
from allybook.practice.scene.filling import Filling
from allybook.practice.scene.noise import Noise
from allybook.practice.scene.people import settle_people
from allybook.practice.scene.posting import Press

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from allybook.domain.posts import Post
    from allybook.practice.scene.drafts import Draft
    from allybook.practice.scene.people import Counts, Figure
    from allybook.practice.scene.scenario import Scenario


class World:
    """Everything that the practice network knows. Only ``rosters`` ever change."""

    def __init__(
        self,
        me: Figure,
        people: Sequence[Figure],
        posts: Sequence[Post],
        edges: Edges,
        lists: Rosters,
    ) -> None:
        self.me = me
        self.people = tuple(people)
        self.edges = edges
        self.rosters = lists
        self._by_id = {one.user_id: one for one in people}
        self._by_handle = {one.handle.lower(): one for one in people}
        self._posts = {int(post.post_id): post for post in posts}
        self._order = sorted(self._posts)
        self._by_author: dict[str, list[int]] = {}
        for key in self._order:
            self._by_author.setdefault(self._posts[key].author_id, []).append(key)
        self._following = {one.user_id for one in edges.following(me)}

    @classmethod
    def build(cls, seed: int, anchor: datetime, scenario: Scenario) -> World:
        """Build the world as it is at ``anchor`` (UTC): nothing in it is younger."""
        chance = Chance(seed)
        setting = replace(scenario.setting, anchor=anchor)
        people = settle_people(setting.people, chance)
        known = {one.handle.lower(): one for one in people}
        me = known[setting.me.lower()]
        edges = Edges(me, people, chance)
        filling = Filling(scenario.words.slots, people, chance)
        drafts = [
            *Everyday(setting, scenario.words, filling, chance).write(people),
            *Noise(setting, scenario.words, filling, chance).write(known),
            *Chat(scenario.chat, anchor, chance).write(people),
        ]
        former = {one.character.was.lower(): one for one in people if one.character.was}
        posts = Press(former | known, chance).publish(_once(drafts))
        lists = Rosters(seed_rosters(setting.lists, known, anchor, chance), me.user_id)
        return cls(me, people, posts, edges, lists)

    def person(self, user_id: str) -> Figure | None:
        """Return an account by id, whatever became of it."""
        return self._by_id.get(user_id)

    def person_by_handle(self, handle: str) -> Figure | None:
        """Return an account by the handle that it has now."""
        return self._by_handle.get(handle.lower())

    def readable(self, person: Figure) -> bool:
        """Return whether we may see an account's posts: it is there, and open to us."""
        character = person.character
        if not person.active or character.blocks_us:
            return False
        return not character.private or person is self.me or person.user_id in self._following

    def open_to_all(self, person: Figure) -> bool:
        """Return whether search may show an account's posts."""
        return self.readable(person) and not person.character.private

    def post(self, post_id: str) -> Post | None:
        """Return a post, whoever may see it."""
        return self._posts.get(int(post_id))

    def visible(self, post: Post) -> bool:
        """Return whether we may see a post, and what it passes on."""
        if not self.readable(self._by_id[post.author_id]):
            return False
        if post.repost_of is None:
            return True
        return self.visible(self._posts[int(post.repost_of)])

    def posts(self, now: datetime, *, authors: Iterable[str] | None = None) -> list[Post]:
        """Return the visible posts up to ``now``, oldest first, of all or of some authors."""
        wanted = None if authors is None else set(authors)
        until = bisect_right(self._order, _end_of(now))
        found = (self._posts[key] for key in self._order[:until])
        return [
            post
            for post in found
            if (wanted is None or post.author_id in wanted) and self.visible(post)
        ]

    def newest(self, person: Figure, now: datetime) -> str | None:
        """Return the id of an account's newest post, as far as we may see it."""
        keys = self._by_author.get(person.user_id, [])
        place = bisect_right(keys, _end_of(now))
        return str(keys[place - 1]) if place and self.readable(person) else None

    def counts(self, person: Figure) -> Counts:
        """Return an account's public counts; ours agree with the pages of follows."""
        if person is not self.me:
            return person.counts
        followers, following = self.edges.followers(person), self.edges.following(person)
        return replace(person.counts, followers=len(followers), following=len(following))

    def home_authors(self) -> set[str]:
        """Return whose posts make our home timeline: whom we follow, and ourselves."""
        return self._following | {self.me.user_id}


def _end_of(moment: datetime) -> int:
    """Return the highest id that a post made at ``moment`` can have."""
    return int(id_at(moment)) + (1 << 22) - 1


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
