"""What comes along with posts and users when it is asked for: authors, referenced posts, media."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.practice.problems import Wanted
from allybook.practice.room import absent
from allybook.practice.shape import shape_media, shape_post, shape_user

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.domain.posts import Post
    from allybook.practice.ask import Ask
    from allybook.practice.wire import Json, Value
    from allybook.practice.world import World

EXPANDED_FIELDS = {
    "author_id": "author_id",
    "in_reply_to_user_id": "in_reply_to_user_id",
    "attachments.media_keys": "attachments",
    "entities.mentions.username": "entities",
}
"""Which field of a post appears because it is expanded."""


class Along(Struct):
    """Gathers what comes along, each thing once, in the order met."""

    world: World
    ask: Ask
    users: dict[str, Json] = field(default_factory=dict)
    posts: dict[str, Json] = field(default_factory=dict)
    media: dict[str, Json] = field(default_factory=dict)
    problems: list[Json] = field(default_factory=list)

    def add_user(self, user_id: str, parameter: str, value: str = "") -> None:
        """Add an account, or the problem that it is not there (``value`` is what named it)."""
        person = self.world.person(user_id)
        if person is None or not person.active:
            problem = absent(self.ask, person, value or user_id, parameter)
            if problem not in self.problems:
                self.problems.append(problem)
        elif user_id not in self.users:
            fields, words = self.ask.user_fields(), self.ask.words
            self.users[user_id] = shape_user(self.world, person, fields, words, self.ask.now)

    def add_post(self, post: Post, fields: frozenset[str]) -> None:
        """Add a post."""
        self.posts[post.post_id] = shape_post(self.world, post, fields, self.ask.words)

    def add_media(self, post: Post) -> None:
        """Add the media of a post."""
        fields = frozenset(self.ask.query.get("media.fields", "media_key").split(","))
        for shaped in shape_media(post, fields):
            self.media[str(shaped["media_key"])] = shaped

    def includes(self) -> Json:
        """Return the ``includes`` object: empty where nothing came along."""
        found: dict[str, Value] = {
            "users": list(self.users.values()),
            self.ask.words.includes: list(self.posts.values()),
            "media": list(self.media.values()),
        }
        return {name: things for name, things in found.items() if things}


def fields_with_expansions(ask: Ask) -> frozenset[str]:
    """Return the fields of a post, those that its expansions bring included."""
    wanted = set(ask.post_fields())
    expansions = ask.post_expansions()
    wanted |= {field for name, field in EXPANDED_FIELDS.items() if name in expansions}
    if any(name.startswith(ask.words.referenced) for name in expansions):
        wanted.add(ask.words.references)
    return frozenset(wanted)


def gather_along(world: World, ask: Ask, posts: Iterable[Post]) -> Along:
    """Gather what the expansions ask for beside these posts."""
    along = Along(world, ask)
    expansions = ask.post_expansions()
    fields = fields_with_expansions(ask)
    for post in posts:
        if "attachments.media_keys" in expansions:
            along.add_media(post)
        for parameter, user_id, value in _named_users(world, post):
            if parameter in expansions:
                along.add_user(user_id, parameter, value)
        if any(name.startswith(ask.words.referenced) for name in expansions):
            _add_references(along, post, fields)
    return along


def _named_users(world: World, post: Post) -> list[tuple[str, str, str]]:
    """Return the accounts around a post: the expansion, the id, and X's word for who it is."""
    named = [("author_id", post.author_id, post.author_id)]
    if post.reply_to_user:
        named.append(("in_reply_to_user_id", post.reply_to_user, post.reply_to_user))
    mentioned = ((one.handle, world.person_by_handle(one.handle)) for one in post.mentions)
    return named + [
        ("entities.mentions.username", person.user_id, handle)
        for handle, person in mentioned
        if person
    ]


def _add_references(along: Along, post: Post, fields: frozenset[str]) -> None:
    deeper = along.ask.post_expansions()
    for key in filter(None, (post.repost_of, post.quote_of, post.reply_to)):
        origin = along.world.post(key)
        if origin is None or not along.world.visible(origin):
            along.problems.append(_hidden(along, key, known=origin is not None))
            continue
        along.add_post(origin, fields)
        if "referenced_tweets.id.author_id" in deeper:
            along.add_user(origin.author_id, "referenced_tweets.id.author_id")
        if "referenced_tweets.id.attachments.media_keys" in deeper:
            along.add_media(origin)


def _hidden(along: Along, key: str, *, known: bool) -> Json:
    words = along.ask.words
    wanted = Wanted(words, key, words.referenced, words.post, section="includes")
    return wanted.forbidden() if known else wanted.gone()


def shape_posts(world: World, ask: Ask, posts: Sequence[Post]) -> list[Json]:
    """Return posts in the fields asked for."""
    fields = fields_with_expansions(ask)
    return [shape_post(world, post, fields, ask.words) for post in posts]
