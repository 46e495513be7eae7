"""What is known of a post that comes again, perhaps from a poorer source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.expressions import expression, without_end
from allybook.domain.posts import UNKNOWN_POST, Metrics

if TYPE_CHECKING:
    from allybook.domain.posts import Mention, Post

NO_METRICS = Metrics()
NO_LANG = "und"
CUT = expression(r"…(?:\s+https://t\.co/\w+)?")
"""How a text ends that a file breaks off; archives put X's link to the rest behind it."""


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


def merge_file(known: Post, again: Post) -> Post:
    """Return the post as it is now that a file tells of it, which may be old or cut short.

    Files come in any order, and do not say what they leave out: so of each count the higher stays,
    and of a text that breaks off what was known of the rest.
    """
    now = replace(merge(known, again), metrics=_higher(known.metrics, again.metrics))
    if not _is_beginning(again.text, known.text):
        return now
    return replace(
        now,
        text=known.text,
        hashtags=known.hashtags or again.hashtags,
        mentions=known.mentions or again.mentions,
        links=known.links or again.links,
    )


def merge_adopted(known: Post, again: Post) -> Post:
    """Return a post with what was known of it before its reader signed in.

    That came from files: what the account knows stays, as if it had been told after them.
    """
    return merge_file(again, known)


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


def _higher(known: Metrics, again: Metrics) -> Metrics:
    """Return the higher of each count."""
    views = [one.impressions for one in (known, again) if one.impressions is not None]
    return Metrics(
        max(known.replies, again.replies),
        max(known.reposts, again.reposts),
        max(known.likes, again.likes),
        max(known.quotes, again.quotes),
        max(views, default=None),
    )


def _is_beginning(text: str, whole: str) -> bool:
    """Return whether a text breaks off, and ``whole`` begins with it and says more."""
    beginning = without_end(CUT, text)
    is_cut = len(beginning) < len(text)
    return is_cut and whole.startswith(beginning) and len(whole) > len(beginning)
