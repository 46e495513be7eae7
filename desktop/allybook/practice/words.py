"""The two vocabularies of X's API: tweet words (2.166) and post words (2.167).

Source: X's own specifications of both versions; the change is dated 2026-08-07.
"""

from __future__ import annotations

from msgspec import Struct

_POST = (
    "article attachments card_uri community_id context_annotations conversation_id created_at "
    "display_text_range edit_controls entities geo id lang matched_media_notes media_metadata "
    "non_public_metrics note_request_suggestions organic_metrics paid_partnership "
    "possibly_sensitive promoted_metrics public_metrics reply_settings scopes source "
    "suggested_source_links suggested_source_links_with_counts text withheld"
)
_USER = (
    "confirmed_email connection_status created_at description entities id is_identity_verified "
    "location name parody profile_banner_url profile_image_url protected public_metrics "
    "receives_your_dm subscription subscription_type url username verified "
    "verified_followers_count verified_type withheld"
)
_LIST = "created_at description follower_count id member_count name private"
_POST_EXPANSIONS = (
    "article.cover_media article.media_entities attachments.media_keys "
    "attachments.media_source_tweet attachments.poll_ids author_id entities.mentions.username "
    "geo.place_id in_reply_to_user_id"
)


class Words(Struct, frozen=True):
    """One vocabulary: the names that differ, and what may be asked for in it.

    ``created`` is the HTTP status of a new list.
    """

    version: str
    fields: str
    created: int
    post: str
    problems: str
    history: str
    references: str
    referenced: str
    includes: str
    latest: str
    pinned: str
    reposts: str
    posts: str
    total: str
    post_fields: frozenset[str]
    user_fields: frozenset[str]
    list_fields: frozenset[str]
    post_expansions: frozenset[str]
    user_expansions: frozenset[str]


def _set(*texts: str) -> frozenset[str]:
    return frozenset(" ".join(texts).split())


TWEET_WORDS = Words(
    version="2.166",
    fields="tweet.fields",
    created=200,
    post="tweet",
    problems="https://api.twitter.com/2/problems/",
    history="edit_history_tweet_ids",
    references="referenced_tweets",
    referenced="referenced_tweets.id",
    includes="tweets",
    latest="most_recent_tweet_id",
    pinned="pinned_tweet_id",
    reposts="retweet_count",
    posts="tweet_count",
    total="total_tweet_count",
    post_fields=_set(
        _POST, "author_id edit_history_tweet_ids in_reply_to_user_id note_tweet referenced_tweets"
    ),
    user_fields=_set(_USER, "affiliation most_recent_tweet_id pinned_tweet_id"),
    list_fields=_set(_LIST, "owner_id"),
    post_expansions=_set(
        _POST_EXPANSIONS,
        "edit_history_tweet_ids entities.note.mentions.username referenced_tweets.id "
        "referenced_tweets.id.attachments.media_keys referenced_tweets.id.author_id",
    ),
    user_expansions=_set("affiliation.user_id most_recent_tweet_id pinned_tweet_id"),
)
POST_WORDS = Words(
    version="2.167",
    fields="post.fields",
    created=201,
    post="post",
    problems="https://api.x.com/2/problems/",
    history="edit_history_post_ids",
    references="referenced_posts",
    referenced="referenced_posts",
    includes="posts",
    latest="most_recent_post_id",
    pinned="pinned_post_id",
    reposts="repost_count",
    posts="post_count",
    total="total_post_count",
    post_fields=_set(_POST, "article_title note_post"),
    user_fields=_set(_USER, "subscribes_to_you"),
    list_fields=_set(_LIST),
    post_expansions=_set(_POST_EXPANSIONS, "edit_history_post_ids referenced_posts username"),
    user_expansions=_set("affiliation most_recent_post_id pinned_post_id"),
)
LIST_EXPANSIONS = _set("owner_id")
