"""Sift a file: put its posts through a filter without keeping any of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import UnreadableFile
from allybook.domain.filters.match import matcher
from allybook.domain.filters.subject import Membership, Subject
from allybook.domain.filters.tree import And
from allybook.domain.noise import Verdict
from allybook.domain.noise.scoring import mark_form, mark_wording
from allybook.domain.reading.sources import ARCHIVE, Origin, Source
from allybook.domain.spoken import speak
from allybook.ports.cache import Row
from allybook.services.desk import read_each
from allybook.services.timeline.around import ALONE, COPY, NEAR, REPOST, NotedPosts
from allybook.services.timeline.calm import Calm, is_loud, with_marks
from allybook.services.timeline.noise import judgement
from allybook.services.timeline.spare import heard_of, spared
from allybook.services.timeline.view import subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from allybook.domain.filters.tree import Node
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.ports.files import BadRecord, Importer
    from allybook.services.desk import Desk
    from allybook.services.timeline.around import More
    from allybook.services.timeline.calm import Outlook

    Standings = dict[str, dict[str, Membership]]
    Form = tuple[int, More, str, bool, bool]

NOWHERE: dict[str, Membership] = {}
"""What the books say of whom none of them holds."""


class Stands(Struct, frozen=True):
    """What the books say of authors: by id, and by handle where a book knows no id."""

    by_id: Standings = field(default_factory=dict)
    by_handle: Standings = field(default_factory=dict)

    def of(self, post: Post, author: Account | None) -> Mapping[str, Membership]:
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
    Its noise is what it would be in a cache that holds these posts alone.
    ``bad`` is called for each record that cannot be used; ``UnreadableFile`` where none can be.
    """
    sieve = _pour(desk, path, chosen, bad)
    return list(islice(sieve.rows(), most or None))


def count(desk: Desk, path: Path, chosen: Node, bad: Callable[[BadRecord], None]) -> int:
    """Return how many posts of a file a filter keeps; ``bad`` and errors are those of ``sift``."""
    return _pour(desk, path, chosen, bad, told=False).count()


def spared_test(desk: Desk, path: Path) -> Callable[[Row], bool]:
    """Return what tells whether a post of a file is never quiet, also by where it is from."""
    filters = spared(desk)
    if not filters:
        return lambda _row: False
    stands = _read_books(desk)
    sources = frozenset({_source_of(desk.importers.recognise(path), path)})
    keeps = matcher(heard_of(filters), desk.clock.now().astimezone(desk.clock.zone))

    def is_spared(row: Row) -> bool:
        """Return whether it keeps a post out of the quiet folder."""
        books = stands.of(row.post, row.author)
        return keeps(replace(subject_of(row), books=books, sources=sources))

    return is_spared


def _source_of(importer: Importer, path: Path) -> Source:
    return Source(Origin.OWN if importer.kind == ARCHIVE else Origin.FILE, path.name)


def _pour(
    desk: Desk, path: Path, chosen: Node, bad: Callable[[BadRecord], None], *, told: bool = True
) -> _Sieve:
    """Return a sieve through which a file went; with ``told`` off, what is kept is only counted."""
    importer = desk.importers.recognise(path)
    source = _source_of(importer, path)
    sieve, lumps, posts = _Sieve(chosen, desk, source, told=told), 0, 0
    for lump in importer.lumps(bad):
        sieve.authors.update((account.user_id, account) for account in lump.accounts)
        sieve.take(lump.posts, lumps)
        lumps, posts = lumps + 1, posts + len(lump.posts)
    if lumps and not posts and source.origin is Origin.FILE:
        raise UnreadableFile(
            speak(
                "“{name}” holds names and no posts that can be filtered: each needs its id (or "
                "address), its text and the id of its author. “allybook import” takes the names.",
                name=path.name,
            )
        )
    return sieve


SURE: Outlook = {None: True}
UNSURE: Outlook = {None: None}


class _Held(NamedTuple):
    """A post that the filter keeps for sure, or may keep, and what that hangs on."""

    subject: Subject
    outlook: Outlook = SURE


class _Sieve:
    """Takes posts one by one, and keeps those that a filter keeps.

    Noise is what takes longest to find out: only posts are asked for it that hold all else. Their
    wording is looked at when all have come, where the answer hangs on it and somebody wants to
    know; likewise what posts around them make of it, which is noted unless nobody asks.
    """

    def __init__(self, chosen: Node, desk: Desk, source: Source, *, told: bool) -> None:
        now = desk.clock.now().astimezone(desk.clock.zone)
        parts = chosen.parts if isinstance(chosen, And) else (chosen,)
        loud = tuple(part for part in parts if is_loud(part))
        calm = tuple(part for part in parts if not is_loud(part))
        self._holds_else = matcher(And(calm), now)
        self._asks_noise = bool(loud)
        self._notes = told or self._asks_noise
        self._calm = Calm(And(loud), now)
        self._stands = _read_books(desk)
        self._sources = frozenset({source})
        self._judgement = judgement(desk)
        self._around = NotedPosts(desk, self._judgement.mutes, now)
        self._foreign: dict[str, bool] = {}
        self._outlooks: dict[Form, Outlook] = {}
        self._held: dict[int, _Held] = {}
        self.authors: dict[str, Account] = {}

    def take(self, posts: Sequence[Post], lump: int) -> None:
        """Keep the posts of a lump or not, in place of what was kept of them before."""
        if self._notes:
            self._around.add(posts, self.authors, lump)
        authors, of, sources = self.authors.get, self._stands.of, self._sources
        for post in posts:
            author = authors(post.author_id)
            subject = Subject(post, author, of(post, author), sources)
            held = self._weigh(subject) if self._holds_else(subject) else None
            if held:
                self._held[int(post.post_id)] = held
            elif self._held:
                self._held.pop(int(post.post_id), None)

    def count(self) -> int:
        """Return how many posts are kept, now that all have come."""
        kept = 0
        for held in self._held.values():
            answer, wording = _foresee(held)
            if answer is None:
                answer = self._holds(held.subject, self._judge(held.subject, wording))
            kept += answer
        return kept

    def rows(self) -> Iterator[Row]:
        """Yield what is kept as rows, newest first, now that all posts have come."""
        for post_id in sorted(self._held, reverse=True):
            held = self._held[post_id]
            answer, wording = _foresee(held)
            if answer is not False:
                verdict = self._judge(held.subject, wording)
                if answer or self._holds(held.subject, verdict):
                    yield self._row(held.subject, self._with_copy(held.subject, verdict))

    def _weigh(self, subject: Subject) -> _Held | None:
        """Return a post that is calm enough, or may be, as far as its form tells."""
        if not self._asks_noise:
            return _Held(subject)
        if self._judgement.mutes and self._around.may_be_muted(subject.post):
            return _Held(subject, UNSURE)
        outlook = self._look_out(subject)
        return None if outlook[None] is False else _Held(subject, outlook)

    def _look_out(self, subject: Subject) -> Outlook:
        """Return the answers for a post by its form; few forms differ in what hangs on them."""
        post, around = subject.post, self._around
        form = mark_form(post)
        more = around.may_come(post, form)
        marks = form + around.chat(post) if post.hashtags else form
        muted = bool(self._judgement.mutes) and around.mute(post, subject.author) is not None
        key = marks, more, post.lang, bool(subject.books), muted
        outlook = self._outlooks.get(key)
        if outlook is None:
            outlook = self._calm.look_out(subject, self._lay(subject, marks), more)
            if not self._calm.asks_more:
                self._outlooks[key] = outlook
        return outlook

    def _judge(self, subject: Subject, wording: int | None) -> Verdict:
        """Return the verdict on a post but for what it is a copy of.

        ``wording`` is the mark that its words bring, where they were looked at.
        """
        post, around = subject.post, self._around
        words = mark_wording(post.text) if wording is None else wording
        marks = mark_form(post) + words + around.chat(post) + around.streak(post)
        return self._lay(subject, marks)

    def _holds(self, subject: Subject, known: Verdict) -> bool:
        """Return whether a post is calm enough, whatever that takes to find out."""
        foreseen = self._calm.foresee(subject, known, ALONE if known.marks & REPOST else COPY)
        if foreseen is not None:
            return foreseen
        return self._calm.test(subject, self._with_copy(subject, known))

    def _with_copy(self, subject: Subject, verdict: Verdict) -> Verdict:
        """Return the whole verdict on a post."""
        near = self._around.near(subject.post, self.authors)
        return replace(with_marks(verdict, NEAR), near=near) if near else verdict

    def _row(self, subject: Subject, verdict: Verdict) -> Row:
        tags = {tag for standing in subject.books.values() for tag in standing.tags}
        words = tuple(sorted(tags))
        return Row(subject.post, subject.author, verdict.ally, verdict.noise, words, verdict)

    def _lay(self, subject: Subject, marks: int) -> Verdict:
        """Return marks with all that the person lays over them, as far as posts have come."""
        told, post = self._judgement, subject.post
        mute = self._around.mute(post, subject.author) if told.mutes else None
        lang = post.lang
        if lang not in self._foreign:
            self._foreign[lang] = told.is_foreign(lang.lower())
        return Verdict(marks, bool(subject.books), self._foreign[lang], mute, None, told)


def _foresee(held: _Held) -> tuple[bool | None, int | None]:
    """Return the answer for a post by what it says itself, or None where others decide.

    And the mark that its words bring, if they were looked at.
    """
    answer = held.outlook[None]
    if answer is not None:
        return answer, None
    wording = mark_wording(held.subject.post.text)
    return held.outlook.get(wording), wording


def _read_books(desk: Desk) -> Stands:
    stands = Stands()
    for info, allies in read_each(desk, lambda book: book.allies()):
        for ally in allies:
            if ally.status is Status.APPROVED and ally.kind is not Kind.HASHTAG:
                place = stands.by_id if ally.user_id else stands.by_handle
                key = ally.user_id or ally.handle.lower()
                standing = Membership(ally.category, frozenset(ally.tags))
                place.setdefault(key, {})[info.name] = standing
    return stands
