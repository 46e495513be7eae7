"""What a filter looks at: a post with all that is known around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.domain.reading.sources import Source


class Membership(Struct, frozen=True):
    """What one book says about the author: approved allies only."""

    category: str = ""
    tags: frozenset[str] = frozenset()


class Subject(Struct, frozen=True, gc=False):
    """A post, its author where known, the books that hold the author, and its sources.

    ``books`` maps a book's name to what that book says. ``noise`` is 0 to 100, after the relief
    for allies; ``muted`` says whether it falls under a mute, by itself or by what it passes on.
    ``question`` and ``copy`` are what noise marked: it asks, and is no giveaway; it is nearly the
    same as an older post.
    """

    post: Post
    author: Account | None = None
    books: Mapping[str, Membership] = field(default_factory=dict)
    sources: frozenset[Source] = frozenset()
    noise: int = 0
    muted: bool = False
    question: bool = False
    copy: bool = False
