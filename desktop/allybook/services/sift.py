"""Sift a file: put its posts through a filter without keeping any of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import nlargest
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.domain.filters.match import matcher
from allybook.domain.filters.subject import Standing, Subject
from allybook.domain.noise import clamp, score
from allybook.domain.sources import Origin, Source
from allybook.ports import Row
from allybook.services.import_file import ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from allybook.domain.accounts import Account
    from allybook.domain.filters.tree import Node
    from allybook.domain.posts import Post
    from allybook.ports import BadRecord
    from allybook.services.desk import Desk

Standings = dict[str, dict[str, Standing]]


@dataclass(frozen=True, slots=True)
class Stands:
    """What the books say of authors: by id, and by handle where a book knows no id."""

    by_id: Standings = field(default_factory=dict)
    by_handle: Standings = field(default_factory=dict)

    def of(self, post: Post, author: Account | None) -> Mapping[str, Standing]:
        """Return what each book that holds the author of a post says."""
        sure = self.by_id.get(post.author_id, {})
        named = self.by_handle.get(author.handle.lower(), {}) if author else {}
        return {**named, **sure} if named else sure


def sift(
    desk: Desk, path: Path, chosen: Node, bad: Callable[[BadRecord], None], *, most: int = 0
) -> list[Row]:
    """Return the posts of a file that a filter keeps, newest first, with their noise.

    All at once, or the ``most`` newest. A post that the file tells twice is taken as told last.
    ``bad`` is called for each record that cannot be used; ``UnreadableFile`` where none can be.
    """
    importer = desk.importers.recognise(path)
    keeps, stands = matcher(chosen, desk.clock.now()), _read_books(desk)
    origin = Origin.OWN if importer.kind == ARCHIVE else Origin.FILE
    sources = frozenset({Source(origin, path.name)})
    authors: dict[str, Account] = {}
    kept: dict[int, Row] = {}
    for lump in importer.lumps(bad):
        authors.update((account.user_id, account) for account in lump.accounts)
        for post in lump.posts:
            author = authors.get(post.author_id)
            books = stands.of(post, author)
            noise = clamp(score(post, author), ally=bool(books))
            if keeps(Subject(post, author, books, sources, noise)):
                tags = sorted({tag for standing in books.values() for tag in standing.tags})
                kept[int(post.post_id)] = Row(post, author, bool(books), noise, tuple(tags))
            else:
                kept.pop(int(post.post_id), None)
    order = nlargest(most, kept) if most else sorted(kept, reverse=True)
    return [kept[post_id] for post_id in order]


def _read_books(desk: Desk) -> Stands:
    stands = Stands()
    for info in desk.shelf.books():
        for ally in desk.shelf.open(info.book_id).allies():
            if ally.status is Status.APPROVED and ally.kind is not Kind.HASHTAG:
                place = stands.by_id if ally.user_id else stands.by_handle
                key = ally.user_id or ally.handle.lower()
                standing = Standing(ally.category, frozenset(ally.tags))
                place.setdefault(key, {})[info.name] = standing
    return stands
