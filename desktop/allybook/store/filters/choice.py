"""A choice of posts: where they are found, and what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.store.database.condition import Condition

if TYPE_CHECKING:
    from allybook.store.filters.days import Day

ALL_POSTS = "posts"


class Choice(Struct, frozen=True):
    """Where the posts that a filter keeps are found, in the order of ``key``, and what they are.

    ``lead`` is the column of another table that leads to them, newest first, or ``""``; ``posts``
    is where they lie themselves, under that name, or ``""`` where nothing is asked of them.
    ``since`` (included) and ``until`` (not included) are moments between which all of them were
    made, or None; ``by_author`` says that they are all by people who can be told beforehand,
    ``by_list`` that they are all on a list of posts which knows the stretch of ids.
    """

    where: Condition
    lead: str = ""
    posts: str = ALL_POSTS
    since: int | None = None
    until: int | None = None
    by_author: bool = False
    by_list: bool = False

    @property
    def key(self) -> str:
        """Return the column that has their ids in order."""
        return self.lead or "posts.id"

    @property
    def tables(self) -> str:
        """Return the tables that a statement about them reads."""
        table = self.lead.partition(".")[0]
        if not (table and self.posts):
            return table or self.posts
        return f"{table} CROSS JOIN {self.posts} ON posts.id = {self.lead}"

    def by_id(self) -> Choice:
        """Return the same choice to be looked for post by post, whoever wrote them."""
        return replace(self, posts="posts NOT INDEXED", by_author=False) if self.by_author else self

    def among(self, posts: str) -> Choice:
        """Return what of it lies elsewhere than all posts do."""
        return replace(self, posts=posts, by_author=False, by_list=False)

    def on_day(self, day: Day) -> Choice:
        """Return what of it was made on a day."""
        within = "posts.created_at >= ? AND posts.created_at < ?"
        edges = day.since, day.until
        where = Condition(f"{self.where.sql} AND {within}", (*self.where.bindings, *edges))
        return replace(self, where=where, since=day.since, until=day.until)


class Sway(Struct, frozen=True):
    """What mutes change of a choice: by how much each muted post counts more or less, of which."""

    more: Condition
    less: Condition
    choice: Choice

    def on_day(self, day: Day) -> Sway:
        """Return what of it concerns posts of a day."""
        return replace(self, choice=self.choice.on_day(day))
