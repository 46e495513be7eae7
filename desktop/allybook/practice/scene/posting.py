"""Turn drafts into posts: ids of their time, short links, mentions, counts."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.posts import Mention, Metrics, Post, id_at
from allybook.practice.entities import (
    LINK,
    find_hashtags,
    find_links,
    find_mentions,
    media_link,
    permalink,
    shorten,
)
from allybook.practice.scene.drafts import REPOST_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.practice.chance import Chance
    from allybook.practice.scene.drafts import Draft
    from allybook.practice.scene.people import Figure


class Press:
    """Makes posts of drafts, oldest first, so that each can point to earlier ones.

    ``people`` knows the accounts by handle, former handles included.
    """

    def __init__(self, people: Mapping[str, Figure], chance: Chance) -> None:
        self._people = people
        self._chance = chance
        self._made: dict[str, Post] = {}

    def publish(self, drafts: Iterable[Draft]) -> tuple[Post, ...]:
        """Return the posts by id, with all counts including what followed later."""
        for number, draft in enumerate(sorted(drafts, key=lambda one: (one.at, one.key))):
            self._made[draft.key] = self._make(draft, number)
        return self._counted()

    def _make(self, draft: Draft, number: int) -> Post:
        author = self._people[draft.by.lower()]
        within = timedelta(milliseconds=self._chance.below(1000, "ms", draft.key))
        post_id = id_at(draft.at.replace(microsecond=0) + within, sequence=number)
        post = Post(
            post_id=post_id,
            author_id=author.user_id,
            created_at=draft.at.replace(microsecond=0),
            text="",
            lang=draft.lang,
            conversation_id=post_id,
            media=draft.media,
        )
        if draft.repost_of:
            return self._as_repost(post, self._made[draft.repost_of])
        written = self._written(post, draft, author)
        return replace(written, metrics=self._noticed(draft, author))

    def _as_repost(self, post: Post, original: Post) -> Post:
        author = next(one for one in self._people.values() if one.user_id == original.author_id)
        text = f"RT @{author.handle}: {original.text}"
        if len(text) > REPOST_LENGTH:
            text = text[: REPOST_LENGTH - 1].rstrip() + "…"
        shown = len(list(find_links(text)))
        named = replace(post, text=text, lang=original.lang, repost_of=original.post_id, media=())
        return self._with_names(replace(named, links=original.links[:shown]))

    def _written(self, post: Post, draft: Draft, author: Figure) -> Post:
        links = tuple(LINK.findall(draft.text))
        text = LINK.sub(lambda found: shorten(found[0]), draft.text)
        if draft.reply_to:
            parent = self._made[draft.reply_to]
            post = replace(
                post,
                reply_to=parent.post_id,
                reply_to_user=parent.author_id,
                conversation_id=parent.conversation_id,
            )
        if draft.quote_of:
            quoted = self._made[draft.quote_of]
            post = replace(post, quote_of=quoted.post_id)
            text += " " + shorten(permalink("i", quoted.post_id))
        if draft.media:
            text += " " + shorten(media_link(author.handle, post.post_id, draft.media))
        return self._with_names(replace(post, text=text, links=links))

    def _with_names(self, post: Post) -> Post:
        names = [span.text for span in find_mentions(post.text)]
        people = ((name, self._people.get(name.lower())) for name in names)
        # X gives the id of an account that is there; of others the name remains.
        known = (Mention(name, one.user_id if one.active else None) for name, one in people if one)
        tags = tuple(span.text for span in find_hashtags(post.text))
        return replace(post, hashtags=tags, mentions=tuple(known))

    def _noticed(self, draft: Draft, author: Figure) -> Metrics:
        luck = self._chance.number("luck", draft.key)
        size = author.counts.followers
        likes = round(draft.warmth * size**0.42 * luck**1.7)
        return Metrics(
            reposts=round(
                likes * 0.35 * self._chance.number("spread", draft.key) * draft.warmth**0.5
            ),
            likes=likes,
            impressions=round(size * (0.05 + 0.4 * luck)) + likes * 21,
        )

    def _counted(self) -> tuple[Post, ...]:
        """Add to the drawn counts what really happened; a repost shows its original's reposts."""
        made = self._made.values()
        real = _Real(
            Counter(one.reply_to for one in made if one.reply_to),
            Counter(one.repost_of for one in made if one.repost_of),
            Counter(one.quote_of for one in made if one.quote_of),
        )
        settled = {post.post_id: replace(post, metrics=real.added_to(post)) for post in made}
        for post in settled.values():
            if post.repost_of:
                spread = settled[post.repost_of].metrics.reposts
                settled[post.post_id] = replace(
                    post, metrics=Metrics(reposts=spread, impressions=0)
                )
        return tuple(settled[key] for key in sorted(settled, key=int))


class _Real(Struct, frozen=True):
    """How often each post was answered, reposted and quoted in this world."""

    replies: Counter[str]
    reposts: Counter[str]
    quotes: Counter[str]

    def added_to(self, post: Post) -> Metrics:
        """Return a post's drawn numbers, with what happened to it in this world added."""
        drawn = post.metrics
        key = post.post_id
        return Metrics(
            replies=self.replies[key],
            reposts=drawn.reposts + self.reposts[key],
            likes=drawn.likes + self.reposts[key] + self.replies[key],
            quotes=self.quotes[key],
            impressions=drawn.impressions,
        )
