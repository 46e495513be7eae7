"""What is known of a post that comes again, perhaps from a poorer source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.posts import UNKNOWN_POST, Metrics

if TYPE_CHECKING:
    from allybook.domain.posts import Mention, Post

NO_METRICS = Metrics()
NO_LANG = "und"


def merge(known: Post, again: Post) -> Post:
    """Return the post as it is now: what ``again`` does not tell stays as it was known.

    A spreadsheet that holds a text and a date must not wipe what X told before. Hashtags and links
    belong to the text: with another text, there may be none.
    """
    is_same = again.text == known.text
    return replace(
        again,
        lang=known.lang if again.lang == NO_LANG else again.lang,
        conversation_id=again.conversation_id or known.conversation_id,
        reply_to=again.reply_to or known.reply_to,
        reply_to_user=again.reply_to_user or known.reply_to_user,
        quote_of=again.quote_of or known.quote_of,
        repost_of=_repost_of(known.repost_of, again.repost_of),
        hashtags=again.hashtags or (known.hashtags if is_same else ()),
        mentions=_mentions(known, again),
        links=again.links or (known.links if is_same else ()),
        media=again.media or known.media,
        metrics=_metrics(known.metrics, again.metrics),
    )


def _repost_of(known: str | None, again: str | None) -> str | None:
    return known or again if again in {None, UNKNOWN_POST} else again


def _mentions(known: Post, again: Post) -> tuple[Mention, ...]:
    """Return the mentions with the ids that were known, for handles that come without any."""
    ids = {mention.handle.lower(): mention.user_id for mention in known.mentions if mention.user_id}
    told = {mention.handle.lower() for mention in again.mentions if mention.user_id}
    return tuple(
        mention
        if mention.handle.lower() in told
        else replace(mention, user_id=ids.get(mention.handle.lower()))
        for mention in again.mentions
    )


def _metrics(known: Metrics, again: Metrics) -> Metrics:
    if again == NO_METRICS:
        return known
    if again.impressions is None:
        return replace(again, impressions=known.impressions)
    return again
