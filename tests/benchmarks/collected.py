"""The crowd's posts as files: as twarc collects them, and as the peer that filters keeps them."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from tests.benchmarks import crowd

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post

    Record = dict[str, Any]

PAGE = 100
IMAGES = "https://images.example"


def write_pages(path: Path, size: int) -> None:
    """Write posts as twarc 2 does: a page of X's answers on each line."""
    people = {account.user_id: account for account in crowd.people()}
    with path.open("w", encoding="utf-8") as file:
        for page in _pages(size):
            file.write(f"{json.dumps(_page(page, people))}\n")


def write_export(path: Path, size: int) -> None:
    """Write posts as twitter-cli exports them: one list, in its own words."""
    people = {account.user_id: account for account in crowd.people()}
    posts = [_exported(post, people[post.author_id]) for page in _pages(size) for post in page]
    path.write_text(json.dumps(posts, ensure_ascii=False, indent=2), encoding="utf-8")


def _pages(size: int) -> Iterator[Sequence[Post]]:
    """Yield pages of posts, the newest first as X gives them; of a large file, part by part.

    Posts are made oldest first: so many as fit into memory are turned round at a time.
    """
    coming = crowd.posts(size)
    while part := list(islice(coming, 200 * PAGE)):
        part.reverse()
        yield from (part[at : at + PAGE] for at in range(0, len(part), PAGE))


def _page(posts: Sequence[Post], people: dict[str, Account]) -> Record:
    named = {mention.user_id for post in posts for mention in post.mentions}
    present = sorted({post.author_id for post in posts} | {one for one in named if one})
    photos = [post for post in posts if post.media]
    return {
        "data": [_tweet(post) for post in posts],
        "includes": {
            "users": [_user(people[user_id]) for user_id in present],
            "media": [
                {"media_key": f"3_{post.post_id}", "type": "photo", "url": f"{IMAGES}/a.jpg"}
                for post in photos
            ],
        },
        "meta": {"newest_id": posts[0].post_id, "result_count": len(posts)},
        "__twarc": {"version": "2.14.0", "retrieved_at": "2026-03-30T12:00:00+00:00"},
    }


def _tweet(post: Post) -> Record:
    counts = post.metrics
    tweet: Record = {
        "id": post.post_id,
        "author_id": post.author_id,
        "created_at": _iso(post.created_at),
        "text": post.text,
        "lang": post.lang,
        "conversation_id": post.post_id,
        "possibly_sensitive": False,
        "reply_settings": "everyone",
        "edit_history_tweet_ids": [post.post_id],
        "public_metrics": {
            "retweet_count": counts.reposts,
            "reply_count": counts.replies,
            "like_count": counts.likes,
            "quote_count": counts.quotes,
            "bookmark_count": 0,
            "impression_count": 1000,
        },
        "entities": _entities(post),
    }
    references = (("retweeted", post.repost_of), ("replied_to", post.reply_to))
    if any(other for _, other in references):
        tweet["referenced_tweets"] = [
            {"type": kind, "id": other} for kind, other in references if other
        ]
    if post.reply_to_user:
        tweet["in_reply_to_user_id"] = post.reply_to_user
    if post.media:
        tweet["attachments"] = {"media_keys": [f"3_{post.post_id}"]}
    return tweet


def _entities(post: Post) -> Record:
    parts = {
        "hashtags": [{"start": 0, "end": 5, "tag": tag} for tag in post.hashtags],
        "mentions": [
            {"start": 0, "end": 5, "username": one.handle, "id": one.user_id}
            for one in post.mentions
        ],
        "urls": [
            {"start": 0, "end": 23, "url": "https://t.co/a", "expanded_url": link}
            for link in post.links
        ],
    }
    return {name: found for name, found in parts.items() if found}


def _user(account: Account) -> Record:
    return {
        "id": account.user_id,
        "username": account.handle,
        "name": account.name,
        "description": account.bio,
        "protected": account.private,
        "verified": account.verified,
        "profile_image_url": f"{IMAGES}/{account.user_id}.jpg",
        "created_at": "2011-06-23T13:04:14.000Z",
        "public_metrics": {
            "followers_count": account.followers,
            "following_count": 10,
            "tweet_count": 100,
            "listed_count": 2,
        },
    }


def _exported(post: Post, author: Account) -> Record:
    counts = post.metrics
    return {
        "id": post.post_id,
        "text": post.text,
        "author": {
            "id": author.user_id,
            "name": author.name,
            "screenName": author.handle,
            "profileImageUrl": f"{IMAGES}/{author.user_id}.jpg",
            "verified": author.verified,
        },
        "metrics": {
            "likes": counts.likes,
            "retweets": counts.reposts,
            "replies": counts.replies,
            "quotes": counts.quotes,
            "views": 1000,
            "bookmarks": 0,
        },
        "createdAt": f"{post.created_at:%a %b %d %H:%M:%S +0000 %Y}",
        "media": [{"type": kind, "url": f"{IMAGES}/a.jpg"} for kind in post.media],
        "urls": list(post.links),
        "isRetweet": post.repost_of is not None,
        "lang": post.lang,
    }


def _iso(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"
