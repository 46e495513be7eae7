"""The fields of the language, by the words that people type, X's own among them."""

from __future__ import annotations

from allybook.domain.filters.tree import On

_WITHOUT_WORD = {
    On.WORD,
    On.PHRASE,
    On.HASHTAG,
    On.MENTION,
    On.NOISE_ABOVE,
    On.NOISE_UP_TO,
}
FIELDS = {on.value: on for on in On if on not in _WITHOUT_WORD}
"""The fields that are written with a colon, by name."""

ALIASES = {
    "min_faves": On.MIN_LIKES,
    "min_retweets": On.MIN_REPOSTS,
    "max_faves": On.MAX_LIKES,
    "max_retweets": On.MAX_REPOSTS,
    "within_time": On.NEWER,
    "book": On.IN,
    "word": On.WORD,
    "phrase": On.PHRASE,
    "hashtag": On.HASHTAG,
    "mention": On.MENTION,
    "mentions": On.MENTION,
    "status": On.IS,
    "kind": On.IS,
    "author_id": On.AUTHOR,
    "from_id": On.AUTHOR,
    "user_id": On.AUTHOR,
}
"""Other names that people try."""

MEANT = {
    "after": On.SINCE,
    "before": On.UNTIL,
    "author": On.FROM,
    "by": On.FROM,
    "user": On.FROM,
    "text": On.WORD,
    "contains": On.WORD,
    "categories": On.CATEGORY,
    "autor": On.FROM,
    "autorin": On.FROM,
    "von": On.FROM,
    "an": On.TO,
    "sprache": On.LANG,
    "seit": On.SINCE,
    "bis": On.UNTIL,
    "buch": On.IN,
    "kategorie": On.CATEGORY,
    "ist": On.IS,
    "hat": On.HAS,
    "nach": On.SINCE,
    "vor": On.UNTIL,
}
"""What was meant by a word that is none here: it is offered, and not taken unseen."""

FREE = frozenset({On.WORD, On.PHRASE, On.URL, On.IN, On.TAG, On.CATEGORY, On.LIST, On.SOURCE})
"""The fields that take whatever is written: a value tells nothing of which one was meant."""

OF_X = {
    "filter:links": "has:links",
    "filter:media": "has:media",
    "filter:images": "has:images",
    "filter:videos": "has:video",
    "filter:hashtags": "has:hashtags",
    "filter:mentions": "has:mentions",
    "filter:replies": "is:reply",
    "filter:retweets": "is:repost",
    "filter:nativeretweets": "is:repost",
    "filter:quote": "is:quote",
    "filter:verified": "is:verified",
}
"""What the search of X calls otherwise, and what it is here."""

ONLY_AT_X = frozenset(
    {
        *("since_id", "max_id", "since_time", "until_time", "conversation_id"),
        *("in_reply_to_tweet_id", "quoted_tweet_id", "quoted_user_id", "retweets_of"),
        *("retweets_of_tweet_id", "place", "place_country", "near", "geocode"),
        *("point_radius", "bounding_box", "include", "card_name"),
    }
)
"""What only the search of X knows: a word that looks like it would ask for something else."""
