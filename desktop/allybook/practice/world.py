"""The practice world: a stage, and the lists that acts may change."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.posts import id_at
from allybook.practice.roster import Rosters, seed_rosters
from allybook.practice.scene.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from allybook.domain.posts import Post
    from allybook.practice.scene.people import Counts, Figure
    from allybook.practice.scene.scenario import Scenario


class World:
    """Everything that the practice network knows. Only ``rosters`` ever change."""

    def __init__(self, stage: Stage) -> None:
        self.me = stage.me
        self.people = stage.people
        self.edges = stage.edges
        self._by_id = {one.user_id: one for one in stage.people}
        self._by_handle = {one.handle.lower(): one for one in stage.people}
        self._posts = {int(post.post_id): post for post in stage.posts}
        self._order = sorted(self._posts)
        self._by_author: dict[str, list[int]] = {}
        for key in self._order:
            self._by_author.setdefault(self._posts[key].author_id, []).append(key)
        self._following = {one.user_id for one in stage.edges.following(stage.me)}
        self.rosters = Rosters(
            seed_rosters(stage.lists, self._by_handle, stage.anchor), stage.me.user_id
        )

    @classmethod
    def build(cls, seed: int, anchor: datetime, scenario: Scenario) -> World:
        """Build the world as it is at ``anchor`` (UTC); ``World(stage)`` does so again quickly."""
        return cls(Stage.build(seed, anchor, scenario))

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
