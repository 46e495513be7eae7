"""The tree that every filter is, whatever it is compiled to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class On(StrEnum):
    """What a term looks at. The value is the word that people type before the colon."""

    WORD = "word"
    PHRASE = "phrase"
    HASHTAG = "hashtag"
    MENTION = "mention"
    FROM = "from"
    AUTHOR = "from:id"
    TO = "to"
    URL = "url"
    LANG = "lang"
    IS = "is"
    HAS = "has"
    MIN_LIKES = "min_likes"
    MIN_REPOSTS = "min_reposts"
    MIN_REPLIES = "min_replies"
    MAX_LIKES = "max_likes"
    MAX_REPOSTS = "max_reposts"
    MAX_REPLIES = "max_replies"
    SINCE = "since"
    UNTIL = "until"
    NEWER = "newer"
    OLDER = "older"
    IN = "in"
    TAG = "tag"
    CATEGORY = "category"
    LIST = "list"
    CHAT = "chat"
    SOURCE = "source"
    NOISE_ABOVE = "noise>"
    NOISE_UP_TO = "noise<="


IS_WORDS = frozenset(
    {"repost", "quote", "reply", "question", "copy", "verified", "ally", "private", "muted"}
)
HAS_WORDS = frozenset({"links", "media", "hashtags", "mentions", "images", "video"})


class Term(Struct, frozen=True):
    """One condition. ``value`` is as typed, without quotes, #, @ or the field's word.

    Counts and noise are whole numbers; ``since`` and ``until`` are ``YYYY-MM-DD`` (midnight where
    the person lives) or an ISO time; ``newer`` and ``older`` are a number with ``m h d w`` (from
    now).
    """

    on: On
    value: str


class Not(Struct, frozen=True):
    """Everything that the part does not keep."""

    part: Node


class And(Struct, frozen=True):
    """What all parts keep; no parts at all keep everything."""

    parts: tuple[Node, ...]


class Or(Struct, frozen=True):
    """What any part keeps."""

    parts: tuple[Node, ...]


Node = Term | Not | And | Or

EVERYTHING = And(())


def terms_of(node: Node) -> Iterator[Term]:
    """Yield all conditions of a filter, whatever they are joined by."""
    if isinstance(node, Term):
        yield node
        return
    for part in (node.part,) if isinstance(node, Not) else node.parts:
        yield from terms_of(part)


def changed(node: Node, change: Callable[[Term], Term]) -> Node:
    """Return a filter with each of its conditions changed, joined as before."""
    if isinstance(node, Term):
        return change(node)
    if isinstance(node, Not):
        return Not(changed(node.part, change))
    return type(node)(tuple(changed(part, change) for part in node.parts))
