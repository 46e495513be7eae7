"""Posts as snscrape wrote them (``--jsonl``), with its names of 2021 and of 2023.

Shapes: snscrape 0.4 to 0.7, ``modules/twitter.py``. Its ids are numbers; the address of a post says
its id once more, so that those which another program has rounded are known.
"""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct, field

from allybook.domain.half_letters import decode_whole
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Metrics, Post, time_of
from allybook.files.complaints import UNFIT, Unfit
from allybook.files.moments import read_moment
from allybook.files.posts.older import Count, read_id, unescape

_ADDRESS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status(?:es)?/(\d+)")
_KINDS = {"Photo": "photo", "Video": "video", "Gif": "animated_gif"}
_IDS = int | str | None


class User(Struct, rename="camel"):
    """One account; of whom a post names, little is told."""

    username: str = ""
    id: _IDS = None
    displayname: str | None = None
    raw_description: str | None = None
    description: str | None = None
    protected: bool | None = None
    verified: bool | None = None
    created: str | None = None
    followers_count: Count | None = None
    friends_count: Count | None = None
    statuses_count: Count | None = None
    listed_count: Count | None = None


class Link(Struct):
    """One address."""

    url: str = ""


class Medium(Struct):
    """One picture or film, by the name of its class (``snscrape.modules.twitter.Photo``)."""

    type: str = field(name="_type", default="")


class Other(Struct):
    """A post within a post; one that was deleted has no id."""

    id: _IDS = None


class Scraped(Struct, rename="camel"):
    """One post."""

    url: str = ""
    date: str | int | None = None
    raw_content: str | None = None
    content: str | None = None
    id: _IDS = None
    user: User | None = None
    lang: str | None = None
    conversation_id: _IDS = None
    in_reply_to_tweet_id: _IDS = None
    in_reply_to_user: User | None = None
    quoted_tweet: Other | None = None
    retweeted_tweet: Other | None = None
    hashtags: list[str] | None = None
    mentioned_users: list[User] | None = None
    links: list[Link] | None = None
    outlinks: list[str] | None = None
    media: list[Medium] | None = None
    reply_count: Count | None = None
    retweet_count: Count | None = None
    like_count: Count | None = None
    quote_count: Count | None = None
    view_count: Count | None = None


_SCRAPED = msgspec.json.Decoder(Scraped)


def wrote(line: bytes) -> bool:
    """Return whether a line is such a post."""
    try:
        told = decode_whole(_SCRAPED.decode, line)
    except UNFIT:
        return False
    has_text = told.raw_content is not None or told.content is not None
    return has_text and told.user is not None and _ADDRESS.match(told.url) is not None


def read(line: bytes) -> tuple[Post, tuple[Account, ...]]:
    """Return the post of a line and its author; one of ``UNFIT`` where that cannot be."""
    told = _SCRAPED.decode(line)
    text = told.raw_content if told.raw_content is not None else told.content
    if text is None:
        raise Unfit("the post has no text")
    if told.user is None:
        raise Unfit("the post has no author")
    post_id = _post_id(told)
    created_at = read_moment(told.date if isinstance(told.date, str) else "") or time_of(post_id)
    if created_at is None:
        raise Unfit(f"the date “{told.date}” of the post is not understood")
    author = _to_account(told.user)
    return _to_post(told, post_id, Post(post_id, author.user_id, created_at, text)), (author,)


def _to_post(told: Scraped, post_id: str, start: Post) -> Post:
    """Return the post with all that is told of it."""
    answered = told.in_reply_to_user
    return Post(
        post_id,
        start.author_id,
        start.created_at,
        unescape(start.text),
        told.lang or "und",
        conversation_id=_id(told.conversation_id),
        reply_to=_id(told.in_reply_to_tweet_id),
        reply_to_user=_id(answered.id) if answered else None,
        quote_of=_id(told.quoted_tweet.id) if told.quoted_tweet else None,
        repost_of=_id(told.retweeted_tweet.id) if told.retweeted_tweet else None,
        hashtags=tuple(told.hashtags or ()),
        mentions=tuple(
            Mention(one.username, _id(one.id)) for one in told.mentioned_users or () if one.username
        ),
        links=_links(told),
        media=tuple(_KINDS.get(one.type.rpartition(".")[2], "photo") for one in told.media or ()),
        metrics=Metrics(
            told.reply_count or 0,
            told.retweet_count or 0,
            told.like_count or 0,
            told.quote_count or 0,
            told.view_count,
        ),
    )


def _post_id(told: Scraped) -> str:
    """Return the id of a post; ``Unfit`` where its number is another one than its address says."""
    post_id, address = read_id(told.id, "a post"), _ADDRESS.match(told.url)
    if address and address[1] != post_id:
        raise Unfit(f"another program has rounded its ids ({post_id} is {address[1]})")
    return post_id


def _id(given: _IDS) -> str | None:
    return None if given is None else read_id(given, "another post or account")


def _links(told: Scraped) -> tuple[str, ...]:
    every = [one.url for one in told.links] if told.links else told.outlinks or []
    return tuple(dict.fromkeys(filter(None, every)))


def _to_account(user: User) -> Account:
    if not user.username:
        raise Unfit("the account has no handle")
    bio = user.raw_description if user.raw_description is not None else user.description
    return Account(
        read_id(user.id, "the author"),
        user.username,
        unescape(user.displayname or ""),
        unescape(bio or ""),
        private=bool(user.protected),
        verified=bool(user.verified),
        followers=user.followers_count,
        following=user.friends_count,
        posts=user.statuses_count,
        listed=user.listed_count,
        created_at=read_moment(user.created or ""),
    )
