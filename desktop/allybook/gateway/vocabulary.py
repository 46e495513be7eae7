"""What is asked of X, in its old words (tweet) or its new ones (post).

X renamed its words in specification 2.167 (2026-08-07) without saying which it answers to; the old
ones are the default, and answers are read in both. What is no field any more in the new words
comes as an expansion, which costs: accounts and posts that come along are charged.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

USERS = "GET /2/users"
POSTS = "GET /2/tweets"


class Wanted(Struct, frozen=True):
    """Parameters that ask for the fields of a thing.

    ``along`` says how many accounts and posts (by the endpoint they are charged as) can come along
    with each thing.
    """

    params: Mapping[str, str]
    along: Mapping[str, int] = field(default_factory=dict)


ACCOUNT_FIELDS = (
    "connection_status,created_at,description,id,name,protected,public_metrics,username,verified"
)
LIST_FIELDS = "created_at,description,follower_count,id,member_count,name,private"


class Vocabulary(Enum):
    """The words that X is asked in."""

    TWEET = "tweet"
    POST = "post"

    @property
    def account(self) -> Wanted:
        """Return how to ask for an account (its newest post would cost a post in new words)."""
        newest = ",most_recent_tweet_id" if self is Vocabulary.TWEET else ""
        return Wanted({"user.fields": ACCOUNT_FIELDS + newest})

    @property
    def x_list(self) -> Wanted:
        """Return how to ask for a list (its owner would cost an account in new words)."""
        owner = ",owner_id" if self is Vocabulary.TWEET else ""
        return Wanted({"list.fields": LIST_FIELDS + owner})

    @property
    def post(self) -> Wanted:
        """Return how to ask for a post."""
        if self is Vocabulary.TWEET:
            return Wanted(
                {
                    "tweet.fields": "attachments,author_id,conversation_id,created_at,entities,id,"
                    "in_reply_to_user_id,lang,note_tweet,public_metrics,referenced_tweets,text"
                }
            )
        return Wanted(
            {
                "post.fields": "attachments,conversation_id,created_at,entities,id,lang,note_post,"
                "public_metrics,text",
                "expansions": "author_id,in_reply_to_user_id,referenced_posts",
                **self.account.params,
            },
            along={USERS: 2, POSTS: 2},
        )
