"""Sift a file: put its posts through a filter without keeping any of them."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.book.entry import Kind, Status
from allybook.domain.filters.match import matcher
from allybook.domain.filters.subject import Standing, Subject
from allybook.domain.filters.tree import And, Not, On, Term
from allybook.domain.mutes import Heard, find_mute
from allybook.domain.noise import Verdict, mark
from allybook.domain.sources import Origin, Source
from allybook.ports import Row
from allybook.services.import_file import ARCHIVE
from allybook.services.noise import judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from allybook.domain.accounts import Account
    from allybook.domain.filters.tree import Node
    from allybook.domain.posts import Post
    from allybook.ports import BadRecord
    from allybook.services.desk import Desk

MUTED = Term(On.IS, "muted")
NOT_YET = 0, False
"""A post's noise and whether it is muted, before anybody has looked."""
Standings = dict[str, dict[str, Standing]]


class Stands(Struct, frozen=True):
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
    origin = Origin.OWN if importer.kind == ARCHIVE else Origin.FILE
    sieve = _Sieve(chosen, desk, Source(origin, path.name))
    for lump in importer.lumps(bad):
        sieve.authors.update((account.user_id, account) for account in lump.accounts)
        for post in lump.posts:
            sieve.take(post)
    order = nlargest(most, sieve.kept) if most else sorted(sieve.kept, reverse=True)
    return [sieve.row(post_id) for post_id in order]


class _Sieve:
    """Takes posts one by one, and keeps those that a filter keeps.

    Noise is what takes longest to find out: only posts are asked for it that hold all else.
    """

    def __init__(self, chosen: Node, desk: Desk, source: Source) -> None:
        self._now = desk.clock.now()
        parts = chosen.parts if isinstance(chosen, And) else (chosen,)
        loud = tuple(part for part in parts if _is_loud(part))
        calm = tuple(part for part in parts if not _is_loud(part))
        self._holds_else = matcher(And(calm), self._now)
        self._is_calm = matcher(And(loud), self._now)
        self._stands = _read_books(desk)
        self._sources = frozenset({source})
        self._judgement = judgement(desk)
        self.authors: dict[str, Account] = {}
        self.kept: dict[int, tuple[Subject, Verdict]] = {}

    def take(self, post: Post) -> None:
        """Keep a post or not, in place of what was kept of it before."""
        author = self.authors.get(post.author_id)
        books = self._stands.of(post, author)
        key = int(post.post_id)
        if self._holds_else(Subject(post, author, books, self._sources, *NOT_YET)):
            verdict = self._judge(post, author, ally=bool(books))
            is_muted = verdict.mute is not None
            subject = Subject(post, author, books, self._sources, verdict.noise, is_muted)
            if self._is_calm(subject):
                self.kept[key] = subject, verdict
                return
        self.kept.pop(key, None)

    def row(self, post_id: int) -> Row:
        """Return what was kept as a row."""
        subject, verdict = self.kept[post_id]
        tags = {tag for standing in subject.books.values() for tag in standing.tags}
        words = tuple(sorted(tags))
        return Row(subject.post, subject.author, verdict.ally, verdict.noise, words, verdict)

    def _judge(self, post: Post, author: Account | None, *, ally: bool) -> Verdict:
        """Return the verdict on a post as far as its file tells; other posts play no part."""
        told = self._judgement
        mute = find_mute(told.mutes, Heard(post, author), self._now) if told.mutes else None
        foreign = told.is_foreign(post.lang.lower())
        return Verdict(mark(post), ally, foreign, mute, None, told)


def _is_loud(node: Node) -> bool:
    """Return whether a part of a filter asks for noise or mutes."""
    if isinstance(node, Term):
        return node.on in {On.NOISE_ABOVE, On.NOISE_UP_TO} or node == MUTED
    return any(map(_is_loud, (node.part,) if isinstance(node, Not) else node.parts))


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
