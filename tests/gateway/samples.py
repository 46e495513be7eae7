"""Answers of X with invented people in them, in X's old words and in its new ones."""

from __future__ import annotations

ME = "1200"
ALLY = "34000000000000001"
POST_ID = "1900000000000000001"
LIST_ID = "84839422"

ACCOUNT = {
    "id": ALLY,
    "username": "HarbourShelter",
    "name": "Harbour &amp; Shelter",
    "description": "Beds &lt;tonight&gt;",
    "created_at": "2013-12-14T04:35:55.000Z",
    "protected": False,
    "verified": True,
    "connection_status": ["followed_by", "following"],
}
OLD_ACCOUNT = {
    **ACCOUNT,
    "most_recent_tweet_id": POST_ID,
    "public_metrics": {
        "followers_count": 512,
        "following_count": 64,
        "tweet_count": 2048,
        "listed_count": 8,
    },
}
NEW_ACCOUNT = {
    **ACCOUNT,
    "most_recent_post_id": POST_ID,
    "public_metrics": {
        "followers_count": 512,
        "following_count": 64,
        "post_count": 2048,
        "listed_count": 8,
    },
}

ENTITIES = {
    "hashtags": [{"start": 0, "end": 9, "tag": "SwHelper"}],
    "mentions": [{"start": 10, "end": 25, "username": "HarbourShelter", "id": ALLY}],
    "urls": [
        {
            "start": 30,
            "end": 53,
            "url": "https://t.co/aaaaaaaaaa",
            "expanded_url": "https://harbour.example/beds?a=1&b=2",
            "display_url": "harbour.example/beds",
        },
        {
            "start": 54,
            "end": 77,
            "url": "https://t.co/bbbbbbbbbb",
            "expanded_url": f"https://twitter.com/HarbourShelter/status/{POST_ID}/photo/1",
            "display_url": "pic.twitter.com/bbbbbbbbbb",
            "media_key": "16_1900000000000000009",
        },
    ],
}
POST = {
    "id": POST_ID,
    "author_id": ALLY,
    "text": "#SwHelper @HarbourShelter A &amp;lt; B https://t.co/aaaaaaaaaa",
    "created_at": "2026-03-30T19:00:05.000Z",
    "lang": "en",
    "conversation_id": POST_ID,
    "in_reply_to_user_id": ME,
    "entities": ENTITIES,
    "attachments": {"media_keys": ["16_1900000000000000009"]},
}
COUNTS = {"reply_count": 1, "like_count": 3, "quote_count": 4, "bookmark_count": 0}
OLD_POST = {
    **POST,
    "edit_history_tweet_ids": [POST_ID],
    "public_metrics": {**COUNTS, "retweet_count": 2, "impression_count": 99},
    "referenced_tweets": [
        {"type": "replied_to", "id": "1899999999999999990"},
        {"type": "quoted", "id": "1899999999999999991"},
    ],
}
NEW_POST = {
    **POST,
    "edit_history_post_ids": [POST_ID],
    "public_metrics": {**COUNTS, "repost_count": 2, "impression_count": 99},
    "referenced_posts": [
        {"type": "replied_to", "id": "1899999999999999990"},
        {"type": "quoted", "id": "1899999999999999991"},
    ],
}

X_LIST = {
    "id": LIST_ID,
    "name": "Allies &amp; friends",
    "description": "Who we count on",
    "private": False,
    "member_count": 12,
    "follower_count": 0,
    "created_at": "2026-01-02T03:04:05.000Z",
}
OLD_LIST = {**X_LIST, "owner_id": ME}

NOT_FOUND = {
    "value": "77",
    "detail": "Could not find user with ids: [77].",
    "title": "Not Found Error",
    "resource_type": "user",
    "parameter": "ids",
    "resource_id": "77",
    "type": "https://api.twitter.com/2/problems/resource-not-found",
}
SUSPENDED = {
    "value": "78",
    "detail": "User has been suspended: [78].",
    "title": "Forbidden",
    "resource_type": "user",
    "parameter": "ids",
    "resource_id": "78",
    "type": "https://api.twitter.com/2/problems/resource-not-found",
}
NOT_AUTHORISED = {
    "value": "79",
    "detail": "Sorry, you are not authorized to see the user with ids: [79].",
    "title": "Authorization Error",
    "resource_type": "user",
    "parameter": "ids",
    "resource_id": "79",
    "type": "https://api.x.com/2/problems/not-authorized-for-resource",
}
