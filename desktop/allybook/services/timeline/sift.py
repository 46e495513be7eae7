"""Sift a file: put its posts through a filter without keeping any of them."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.filters.match import matcher
from allybook.domain.filters.subject import Standing, Subject
from allybook.domain.filters.tree import And, On, Term, terms_of
from allybook.domain.mutes import Heard, find_mute
from allybook.domain.noise import Verdict, mark
from allybook.domain.noise.scoring import WORDINGS, mark_form, mark_wording
from allybook.domain.sources import ARCHIVE, Origin, Source
from allybook.ports import Row
from allybook.services.timeline.noise import judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from allybook.domain.accounts import Account
    from allybook.domain.filters.tree import Node
    from allybook.domain.posts import Post
    from allybook.ports import BadRecord
    from allybook.services.desk import Desk

MUTED = Term(On.IS, "muted")
NOISES = frozenset({On.NOISE_ABOVE, On.NOISE_UP_TO})
Standings = dict[str, dict[str, Standing]]
Key = tuple[int, bool, bool, bool]
NOWHERE: dict[str, Standing] = {}
"""What the books say of whom none of them holds."""


class Stands(Struct, frozen=True):
    """What the books say of authors: by id, and by handle where a book knows no id."""

    by_id: Standings = field(default_factory=dict)
    by_handle: Standings = field(default_factory=dict)

    def of(self, post: Post, author: Account | None) -> Mapping[str, Standing]:
        """Return what each book that holds the author of a post says."""
        sure = self.by_id.get(post.author_id, NOWHERE)
        if not self.by_handle or author is None:
            return sure
        named = self.by_handle.get(author.handle.lower(), NOWHERE)
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

    Noise is what takes longest to find out: only posts are asked for it that hold all else. Their
    wording is looked at where the answer hangs on it, and again of those that are told.
    """

    def __init__(self, chosen: Node, desk: Desk, source: Source) -> None:
        self._now = desk.clock.now()
        parts = chosen.parts if isinstance(chosen, And) else (chosen,)
        loud = tuple(part for part in parts if _is_loud(part))
        calm = tuple(part for part in parts if not _is_loud(part))
        self._holds_else = matcher(And(calm), self._now)
        self._asks_noise = bool(loud)
        self._is_calm = _Calm(And(loud), self._now)
        self._stands = _read_books(desk)
        self._sources = frozenset({source})
        self._judgement = judgement(desk)
        self._foreign: dict[str, bool] = {}
        self.authors: dict[str, Account] = {}
        self.kept: dict[int, tuple[Subject, Verdict | None]] = {}

    def take(self, post: Post) -> None:
        """Keep a post or not, in place of what was kept of it before."""
        author = self.authors.get(post.author_id)
        subject = Subject(post, author, self._stands.of(post, author), self._sources)
        if self._holds_else(subject):
            holds, verdict = self._weigh(subject) if self._asks_noise else (True, None)
            if holds:
                self.kept[int(post.post_id)] = subject, verdict
                return
        if self.kept:
            self.kept.pop(int(post.post_id), None)

    def row(self, post_id: int) -> Row:
        """Return what was kept as a row."""
        subject, judged = self.kept[post_id]
        verdict = judged or self._judge(subject, mark(subject.post))
        tags = {tag for standing in subject.books.values() for tag in standing.tags}
        words = tuple(sorted(tags))
        return Row(subject.post, subject.author, verdict.ally, verdict.noise, words, verdict)

    def _weigh(self, subject: Subject) -> tuple[bool, Verdict | None]:
        """Return whether a post is calm enough, and the verdict where that hung on its wording."""
        form = self._judge(subject, mark_form(subject.post))
        foreseen = self._is_calm.foresee(subject, form)
        if foreseen is not None:
            return foreseen, None
        verdict = replace(form, marks=form.marks + mark_wording(subject.post.text))
        return self._is_calm.test(subject, verdict), verdict

    def _judge(self, subject: Subject, marks: int) -> Verdict:
        """Return the verdict on a post as far as its file tells; other posts play no part."""
        told, post = self._judgement, subject.post
        heard = Heard(post, subject.author) if told.mutes else None
        mute = find_mute(told.mutes, heard, self._now) if heard else None
        lang = post.lang
        if lang not in self._foreign:
            self._foreign[lang] = told.is_foreign(lang.lower())
        return Verdict(marks, bool(subject.books), self._foreign[lang], mute, None, told)


class _Calm:
    """Whether a post is as calm, or as loud, as the loud parts of a filter want it.

    Few verdicts differ: where nothing but noise and mutes is asked for, each is tested once.
    """

    def __init__(self, loud: And, now: datetime) -> None:
        self._holds = matcher(loud, now)
        self._asks_more = any(not _asks_noise(term) for term in terms_of(loud))
        self._tested: dict[Key, bool] = {}
        self._foreseen: dict[Key, bool | None] = {}

    def foresee(self, subject: Subject, form: Verdict) -> bool | None:
        """Return the answer for a post by the marks of its form, or None where more decides."""
        if self._asks_more:
            return None
        key = _key(form)
        if key not in self._foreseen:
            verdicts = (replace(form, marks=form.marks + wording) for wording in WORDINGS)
            answers = {self.test(subject, verdict) for verdict in verdicts}
            self._foreseen[key] = answers.pop() if len(answers) == 1 else None
        return self._foreseen[key]

    def test(self, subject: Subject, verdict: Verdict) -> bool:
        """Return whether the loud parts hold for a post with this verdict."""
        if self._asks_more:
            return self._put(subject, verdict)
        key = _key(verdict)
        if key not in self._tested:
            self._tested[key] = self._put(subject, verdict)
        return self._tested[key]

    def _put(self, subject: Subject, verdict: Verdict) -> bool:
        noise, is_muted = verdict.noise, verdict.mute is not None
        return self._holds(replace(subject, noise=noise, muted=is_muted))


def _key(verdict: Verdict) -> Key:
    """Return what noise hangs on."""
    return verdict.marks, verdict.ally, verdict.foreign, verdict.mute is not None


def _is_loud(part: Node) -> bool:
    """Return whether a part of a filter asks for noise or mutes."""
    return any(map(_asks_noise, terms_of(part)))


def _asks_noise(term: Term) -> bool:
    return term.on in NOISES or term == MUTED


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
