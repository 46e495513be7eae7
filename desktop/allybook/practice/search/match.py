"""Tell whether a post matches a query."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from allybook.practice.search.query import AnyOf, Clause

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from allybook.domain.posts import Post
    from allybook.practice.search.query import Query
    from allybook.practice.world import World

TOKENS = re.compile(r"[^\W_]+")
_CHINESE = {"zh-cn": "zh", "zh-tw": "zh"}
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def plain(text: str) -> str:
    """Return a text without case and accents: X's pages promise this, and no more.

    So sharp s is not ``ss``, and a joined letter is not the letters that it joins.
    """
    parts = unicodedata.normalize("NFD", text.lower().replace("ς", "\N{GREEK SMALL LETTER SIGMA}"))
    kept = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", kept)


class Matcher:
    """Matches posts of one world. A repost is matched by the words of what it passes on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tests: Mapping[str, Callable[[str, Post, Post], bool]] = {
            "word": _has_phrase,
            "phrase": _has_phrase,
            "hashtag": _has_hashtag,
            "mention": _has_mention,
            "cashtag": _never,
            "url": _has_url,
            "lang": _in_language,
            "is": self._is,
            "has": _has,
            "list": self._by_member,
            "from": self._from,
            "to": self._to,
            "retweets_of": self._repost_from,
        }

    def matches(self, query: Query, post: Post) -> bool:
        """Return whether ``post`` matches ``query``."""
        if isinstance(query, Clause):
            return self._holds(query, post) is not query.negated
        results = (self.matches(part, post) for part in query.parts)
        return any(results) if isinstance(query, AnyOf) else all(results)

    def _holds(self, clause: Clause, post: Post) -> bool:
        content = (self._world.post(post.repost_of) if post.repost_of else None) or post
        test = self._tests.get(clause.operator)
        if test is None:
            return _linked(clause, post)
        return test(clause.value, post, content)

    def _is(self, value: str, post: Post, content: Post) -> bool:
        author = self._world.person(post.author_id)
        return {
            "retweet": post.repost_of is not None,
            "reply": post.reply_to is not None,
            "quote": content.quote_of is not None,
            "verified": author is not None and author.character.verified != "none",
            "nullcast": False,
        }[value.lower()]

    def _by_member(self, value: str, post: Post, _content: Post) -> bool:
        roster = self._world.rosters.get(value)
        return roster is not None and post.author_id in roster.members

    def _from(self, value: str, post: Post, _content: Post) -> bool:
        return post.author_id == self._id_of(value)

    def _to(self, value: str, post: Post, _content: Post) -> bool:
        return post.reply_to_user is not None and post.reply_to_user == self._id_of(value)

    def _repost_from(self, value: str, post: Post, content: Post) -> bool:
        return content is not post and content.author_id == self._id_of(value)

    def _id_of(self, value: str) -> str | None:
        """Return the id behind a handle (or the id itself)."""
        person = self._world.person_by_handle(value.lstrip("@"))
        return person.user_id if person else value


def _has_phrase(value: str, _post: Post, content: Post) -> bool:
    """Return whether the words of ``value`` stand together, with the signs between them."""
    return _stands_in(value, content.text)


def _stands_in(value: str, text: str) -> bool:
    wanted, searched = plain(value), plain(text)
    tokens = TOKENS.findall(wanted)
    has_signs = not set(wanted) <= {" ", *"".join(tokens)}
    if (has_signs or CJK.search(wanted)) and wanted not in searched:
        return False
    if not tokens or CJK.search(wanted):
        return True
    return f" {' '.join(tokens)} " in f" {' '.join(TOKENS.findall(searched))} "


def _has_hashtag(value: str, _post: Post, content: Post) -> bool:
    return plain(value) in {plain(tag) for tag in content.hashtags}


def _has_mention(value: str, post: Post, content: Post) -> bool:
    named = {mention.handle.lower() for mention in (*post.mentions, *content.mentions)}
    return value.lower() in named


def _has_url(value: str, _post: Post, content: Post) -> bool:
    return any(_stands_in(value, link) for link in content.links)


def _in_language(value: str, _post: Post, content: Post) -> bool:
    """Return whether a post is in a language; X's page has two codes for Chinese, posts a third."""
    code = value.lower()
    return content.lang.lower() == _CHINESE.get(code, code) and code != "zh"


def _has(value: str, post: Post, content: Post) -> bool:
    """Return whether there is such a thing; pictures and quotes are links, too, as X counts."""
    return {
        "hashtags": bool(content.hashtags),
        "links": bool(content.links or content.media or content.quote_of),
        "mentions": bool(post.mentions or content.mentions),
        "media": bool(content.media),
        "media_link": bool(content.media),
        "images": "photo" in content.media,
        "videos": "video" in content.media,
        "video_link": "video" in content.media,
    }.get(value.lower(), False)


def _never(_value: str, _post: Post, _content: Post) -> bool:
    return False


def _linked(clause: Clause, post: Post) -> bool:
    """Return whether a post is tied to another as the clause says."""
    tied = {
        "in_reply_to_tweet_id": post.reply_to,
        "retweets_of_tweet_id": post.repost_of,
        "quotes_of_tweet_id": post.quote_of,
        "conversation_id": post.conversation_id,
    }
    return tied[clause.operator] == clause.value
