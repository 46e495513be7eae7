"""What the columns of tables of posts and accounts are called, by whoever wrote them.

The names that people give the columns of their own lists of allies are in ``domain``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.book.columns import Column, plain
from allybook.domain.book.headings import HEADINGS as BY_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Mapping

BARE_IDS = frozenset({"id", "id_str"})
"""Headings of a user's id in a table of accounts, and of the post's own in one of posts."""


def _others(column: Column, *known: str) -> tuple[str, ...]:
    """Return more names of a column, those that people use; trusted after the known ones."""
    names = {name.replace(" ", "_") for name in BY_PEOPLE[column]} - BARE_IDS
    return (*known, *sorted(names.difference(known)))


HEADINGS: Mapping[str, tuple[str, ...]] = {
    "post_id": (
        *("id_str", "tweet_id", "tweet_id_str", "post_id", "status_id", "tweetid"),
        *("beitrags_id", "tweet_id_beitrag", "id_del_tuit", "id_del_tweet", "id_del_post"),
        *("id_de_la_publicacion", "id_du_tweet", "id_do_tweet"),
    ),
    "text": (
        *("text", "full_text", "tweet_text", "post_text", "tweet", "tweet_content"),
        *("beitragstext", "texto", "texto_del_tuit", "texto_del_post", "texte", "testo", "tekst"),
    ),
    "author_id": (
        *("from_user_id_str", "author_id", "author_id_str", "user_id_str", "from_user_id"),
        *("autor_id", "id_del_autor", "id_de_l_auteur", "id_do_autor"),
    ),
    "created_at": (
        *("created_at", "date", "datum", "fecha", "tweet_created_at", "timestamp", "erstellt_am"),
        *("creado_el", "fecha_de_creacion"),
    ),
    "time": ("time",),
    "lang": ("lang", "language", "sprache", "idioma", "langue", "lingua"),
    "reply_to": ("in_reply_to_status_id_str", "in_reply_to_status_id"),
    "reply_to_user": ("in_reply_to_user_id_str", "in_reply_to_user_id"),
    "post_url": ("status_url", "tweet_url", "post_url", "tweet_permalink", "permalink"),
    "entities": ("entities_str",),
    "likes": (
        *("favorite_count", "like_count", "public_metrics_like_count", "likes_count", "likes"),
        *("gefallt_mir", "gefallt_mir_angaben", "me_gusta"),
    ),
    "reposts": (
        *("retweet_count", "repost_count", "public_metrics_retweet_count", "retweets_count"),
        *("retweets", "reposts"),
    ),
    "followers": ("user_followers_count", "followers_count", "author_followers_count"),
    "following": ("user_friends_count", "friends_count", "following_count"),
    "handle": _others(
        Column.HANDLE,
        *("handle", "twitter_handle", "x_handle", "username", "twitter_username", "x_username"),
        *("screen_name", "twitter_screen_name", "from_user", "author_username", "user_screen_name"),
        *("handles", "usernames", "screenname", "twitter_account", "x_account", "twitter_name"),
        *("twitter", "twitter_x", "x_twitter", "twitter_profile", "twitter_url", "x_url", "author"),
    ),
    "user_id": _others(
        Column.USER_ID,
        *("user_id", "userid", "twitter_id", "x_id", "account_id", "twitter_user_id"),
    ),
    "name": ("name", "display_name", "author_name", "full_name"),
    "kind": ("kind",),
    "id": ("id",),
}
"""Headings of TAGS, twarc-csv, Hydrator, twint and Allybook, and of what people write, as in
spreadsheets in German, Spanish and the like; in the order of trust."""
WEAK = frozenset({"id", "name", "kind", "lang", "time", "text", "created_at", "likes", "reposts"})
"""Columns that alone do not make a table one of accounts or posts."""
IDS_OF_POSTS = frozenset(
    {*HEADINGS["post_id"], *HEADINGS["reply_to"], "conversation_id", "conversation_id_str"}
    | {"quoted_status_id", "quoted_status_id_str", "retweeted_status_id", "retweeted_status_id_str"}
)
"""Headings of numbers that are as long as a user's id, and name nobody."""
LIKE = re.compile(r"(?:twitter|handle|user_?name|screen_?name|\bx\b)(?!\.\w)", re.IGNORECASE)
"""What a heading speaks of that says in more words whose column it is; an address is none."""


def joined(heading: str) -> str:
    """Return a heading as it stands in ``HEADINGS``."""
    return plain(heading).replace(" ", "_")
