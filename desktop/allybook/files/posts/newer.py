"""Posts and accounts in X's newer shape (API v2), as twarc writes them down.

Both vocabularies are read: that of X's specification up to 2.166 (``tweet``) and since (``post``).
``flattened`` twarc files hold whole objects where X's answers hold ids: ``author``, ``media`` and
the posts that are referred to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from allybook.domain.expressions import expression
from allybook.domain.people.accounts import Account, Connection
from allybook.domain.posts import Mention, Metrics, Post, time_of
from allybook.files.complaints import Unfit
from allybook.files.moments import read_moment
from allybook.files.posts.older import Count, read_id, unescape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

_OWN_MEDIA = expression(r"/status/[0-9]+/(?:photo|video)/[0-9]+$")
_DIGITS = 19
_CONNECTIONS = {connection.value: connection for connection in Connection}


class Counts(Struct, gc=False):
    """The public counts of a post or of an account."""

    reply_count: Count = 0
    retweet_count: Count = 0
    repost_count: Count = 0
    like_count: Count = 0
    quote_count: Count = 0
    impression_count: Count | None = None
    followers_count: Count | None = None
    following_count: Count | None = None
    tweet_count: Count | None = None
    post_count: Count | None = None
    listed_count: Count | None = None


class Tag(Struct, gc=False):
    """One hashtag, without #."""

    tag: str = ""


class Named(Struct, gc=False):
    """One account that a post names."""

    username: str = ""
    id: str | None = None


class Link(Struct, gc=False):
    """One address; with a ``media_key`` it is X's own link to a picture."""

    url: str = ""
    expanded_url: str | None = None
    media_key: str | None = None


class Entities(Struct, gc=False):
    """What X found in a text; in an account (which has other parts) nothing of it is read."""

    hashtags: list[Tag] | None = None
    mentions: list[Named] | None = None
    urls: list[Link] | None = None


class Note(Struct, gc=False):
    """The full text of a long post."""

    text: str = ""
    entities: Entities | None = None


class Reference(Struct, gc=False):
    """Another post: ``replied_to``, ``quoted``, ``retweeted`` or ``reposted``."""

    type: str = ""
    id: str | None = None


class Medium(Struct, gc=False):
    """One picture or film."""

    media_key: str = ""
    type: str = ""


class Attachments(Struct, gc=False):
    """What hangs on a post: ``media`` only where it was flattened."""

    media_keys: list[str] | None = None
    media: list[Medium] | None = None


class User(Struct, gc=False):
    """One account."""

    id: str = ""
    username: str = ""
    name: str = ""
    description: str | None = None
    protected: bool = False
    verified: bool = False
    created_at: str = ""
    public_metrics: Counts | None = None
    most_recent_tweet_id: str | None = None
    most_recent_post_id: str | None = None
    connection_status: list[str] | None = None


class Item(User, gc=False):
    """One post or, where it has a ``username``, one account."""

    text: str | None = None
    author_id: str | None = None
    author: User | None = None
    lang: str | None = None
    conversation_id: str | None = None
    in_reply_to_user_id: str | None = None
    note_tweet: Note | None = None
    note_post: Note | None = None
    entities: Entities | None = None
    referenced_tweets: list[Reference] | None = None
    referenced_posts: list[Reference] | None = None
    attachments: Attachments | None = None


# Most posts lack most parts: what stands for a part that is not there is made once.
NOBODY, NOTHING, NO_METRICS = User(), Entities(), Metrics()
Others = tuple[str | None, str | None, str | None]
NO_OTHERS: Others = (None, None, None)


def is_id(text: str) -> bool:
    """Return whether a text is an id of X, as ``USER_ID`` says it too, and later."""
    if not (text.isdigit() and text.isascii()):
        return False
    return "1" <= text < "9" if len(text) == _DIGITS else text >= "1" and len(text) < _DIGITS


_is_author = lru_cache(maxsize=4_096)(is_id)
"""Says the same of who wrote a post: in most files the same few have written much."""


def to_account(user: User) -> Account:
    """Return the account; ``Unfit`` where its id or handle is missing."""
    counts = user.public_metrics or Counts()
    latest = user.most_recent_tweet_id or user.most_recent_post_id
    if not user.username:
        raise Unfit("the account has no handle")
    return Account(
        user_id=read_id(user.id, "an account"),
        handle=user.username,
        name=unescape(user.name),
        bio=unescape(user.description or ""),
        private=user.protected,
        verified=user.verified,
        followers=counts.followers_count,
        following=counts.following_count,
        posts=counts.tweet_count if counts.tweet_count is not None else counts.post_count,
        listed=counts.listed_count,
        created_at=read_moment(user.created_at),
        latest_post_id=latest if latest and is_id(latest) else None,
        connections=_connections(user.connection_status),
    )


def _connections(words: list[str] | None) -> frozenset[Connection] | None:
    """Return the relations, or None: twarc does not ask for them unless it is told to."""
    if words is None:
        return None
    return frozenset(_CONNECTIONS[word] for word in words if word in _CONNECTIONS)


def to_post(item: Item, kinds: Mapping[str, str]) -> Post:
    """Return the post; ``Unfit`` where its id, author, text or date is missing.

    ``kinds`` gives the kind of each medium that came along, by its key.
    """
    post_id = item.id if is_id(item.id) else read_id(item.id, "a post")
    author_id = item.author_id or (item.author or NOBODY).id
    if not _is_author(author_id):
        read_id(author_id, "the author")
    text, found = item.text, item.entities
    note = item.note_tweet or item.note_post
    if note is not None:
        text, found = note.text or text, note.entities or found
    created_at = read_moment(item.created_at) or time_of(post_id)
    if text is None or created_at is None:
        raise Unfit("the post has no text" if text is None else "the post has no date")
    if "&" in text:
        text = unescape(text)
    if found is None:
        found = _shown_by(text)
    references = item.referenced_tweets or item.referenced_posts
    reply_to, quote_of, repost_of = _others(references) if references else NO_OTHERS
    return Post(
        post_id,
        author_id,
        created_at,
        text,
        item.lang or "und",
        item.conversation_id,
        reply_to,
        item.in_reply_to_user_id,
        quote_of,
        repost_of,
        _hashtags(found.hashtags) if found.hashtags else (),
        _mentions(found.mentions) if found.mentions else (),
        _links(found.urls) if found.urls else (),
        _media(item.attachments, kinds) if item.attachments else (),
        _metrics(item.public_metrics),
    )


def _shown_by(text: str) -> Entities:
    """Return what a text shows by itself: X gives its parts to those only who ask for them."""
    if "#" not in text and "@" not in text and "://" not in text:
        return NOTHING
    # Most files have the parts: nobody else waits for what finds them.
    from allybook.files.posts.in_text import look_into  # noqa: PLC0415

    shown = look_into(text)
    return Entities(
        [Tag(tag) for tag in shown.hashtags],
        [Named(handle) for handle in shown.handles],
        [Link(address) for address in shown.links],
    )


def _others(references: Sequence[Reference]) -> Others:
    """Return what a post replies to, what it quotes and what it passes on."""
    replied = quoted = retweeted = reposted = None
    for other in references:
        match other.type if other.id and other.id.isdecimal() else "no id":
            case "replied_to":
                replied = other.id
            case "quoted":
                quoted = other.id
            case "retweeted":
                retweeted = other.id
            case "reposted":
                reposted = other.id
    return replied, quoted, retweeted or reposted


def _hashtags(tags: Sequence[Tag]) -> tuple[str, ...]:
    return _once([tag.tag for tag in tags if tag.tag])


def _mentions(named: Sequence[Named]) -> tuple[Mention, ...]:
    return _once([Mention(one.username, one.id) for one in named if one.username])


def _links(urls: Sequence[Link]) -> tuple[str, ...]:
    """Return the full addresses, without X's own links to pictures and films."""
    outward = [link.expanded_url or link.url for link in urls if not link.media_key]
    return _once([one for one in outward if one and not _is_own_medium(one)])


def _is_own_medium(link: str) -> bool:
    return "/status/" in link and _OWN_MEDIA.search(link) is not None


def _once(parts: list[T]) -> tuple[T, ...]:
    """Return each part once; most posts have one of a kind at most."""
    return tuple(parts) if len(parts) < 2 else tuple(dict.fromkeys(parts))  # noqa: PLR2004


def _media(hung: Attachments, kinds: Mapping[str, str]) -> tuple[str, ...]:
    if hung.media:
        return tuple([medium.type or "photo" for medium in hung.media])
    return tuple([kinds.get(key, "photo") for key in hung.media_keys or ()])


def _metrics(counts: Counts | None) -> Metrics:
    if counts is None:
        return NO_METRICS
    return Metrics(
        counts.reply_count,
        counts.retweet_count or counts.repost_count,
        counts.like_count,
        counts.quote_count,
        counts.impression_count,
    )
