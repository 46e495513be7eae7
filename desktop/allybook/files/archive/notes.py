"""Long posts: an archive keeps their first words with the posts and their full text apart.

``note-tweet.js`` has ids of its own, so a text is given back to its post by the words that both
begin with and, where several do, by the moment.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.posts import Mention, Post, time_of
from allybook.files.complaints import Unfit
from allybook.files.moments import read_moment
from allybook.files.posts.older import Hashtag, read_id, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

START = 40
"""By how many letters a text is looked up, before all of it is compared."""
SHORT = 130
"""A post that ends before is not cut off: 280 by X's count are 140 letters at least."""
TOGETHER = timedelta(minutes=1)
MOST_LETTERS = 32 * 1024 * 1024

_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*(?:https://t\.co/\w+\s*)*\Z")
_GREETED = re.compile(r"\A(?:@\w+\s+)+")


class _Named(Struct, gc=False):
    screen_name: str = field(name="screenName", default="")


class _Address(Struct, gc=False):
    expanded: str = field(name="expandedUrl", default="")


class _Core(Struct, gc=False):
    text: str
    hashtags: list[Hashtag] = []
    mentions: list[_Named] = []
    urls: list[_Address] = []


class _Facts(Struct, gc=False):
    note_id: str = field(name="noteTweetId")
    core: _Core
    created_at: str = field(name="createdAt", default="")


class _Element(Struct, gc=False):
    note: _Facts = field(name="noteTweet")


_NOTES = msgspec.json.Decoder(list[_Element])


def read_notes(data: bytes) -> Sequence[Post]:
    """Return the texts in elements ``{"noteTweet": {"noteTweetId", "core": {"text"}}}``.

    They come as posts of nobody, with the note's own id.
    """
    return [_to_post(row.note) for row in _NOTES.decode(data)]


def _to_post(note: _Facts) -> Post:
    note_id = read_id(note.note_id, "a long post")
    created_at = read_moment(note.created_at) or time_of(note_id)
    if created_at is None:
        raise Unfit(f"the date “{note.created_at}” of the long post is not understood")
    return Post(
        note_id,
        "",
        created_at,
        unescape(note.core.text),
        hashtags=tuple(tag.text for tag in note.core.hashtags),
        mentions=tuple(Mention(named.screen_name) for named in note.core.mentions),
        links=tuple(address.expanded for address in note.core.urls),
    )


class Notes:
    """The long texts of one archive, until their posts come by."""

    def __init__(self) -> None:
        self._by_start: dict[str, list[Post]] = {}
        self._letters = 0

    def keep(self, note: Post) -> bool:
        """Keep a text for its post; return whether there was room."""
        self._letters += len(note.text)
        if self._letters > MOST_LETTERS:
            return False
        self._by_start.setdefault(_opening(note.text), []).append(note)
        return True

    def lengthen(self, post: Post) -> Post:
        """Return the post with its full text, or as it is where no text is kept for it."""
        same_start = self._by_start.get(_opening(post.text)) if self._by_start else None
        fitting = [note for note in same_start or () if _continues(note, post)]
        if not (same_start and fitting):
            return post
        note = min(fitting, key=lambda one: abs(one.created_at - post.created_at))
        same_start.remove(note)
        return replace(
            post,
            text=note.text,
            hashtags=tuple(dict.fromkeys(post.hashtags + note.hashtags)),
            mentions=post.mentions + _unnamed(note, post),
            links=tuple(dict.fromkeys(post.links + note.links)),
        )

    def alone(self, author_id: str) -> Iterator[Post]:
        """Yield the texts whose posts did not come by, under their own ids."""
        for notes in self._by_start.values():
            yield from (replace(note, author_id=author_id) for note in notes)


def _opening(text: str) -> str:
    return _words(text)[:START]


def _words(text: str) -> str:
    return " ".join(_GREETED.sub("", text).split())


def _continues(note: Post, post: Post) -> bool:
    """Return whether a note is the rest of a post, and not another post that begins alike."""
    cut = _CUT.sub("", post.text)
    shortened = len(cut) >= SHORT or "…" in post.text[len(cut) :]
    together = abs(note.created_at - post.created_at) <= TOGETHER
    return (shortened or together) and _words(note.text).startswith(_words(cut))


def _unnamed(note: Post, post: Post) -> tuple[Mention, ...]:
    known = {mention.handle.lower() for mention in post.mentions}
    return tuple(mention for mention in note.mentions if mention.handle.lower() not in known)
