"""What X said to one account: the cache as the services see it.

What keeps, marks and erases posts is loaded when it is first asked for: a window that opens reads.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.reading.sources import Origin
from allybook.store.accounts import accounts as account_table
from allybook.store.accounts.completion import complete
from allybook.store.accounts.faces import count_named, read_faces, read_first_faces
from allybook.store.accounts.falls import read_falls
from allybook.store.accounts.roster import lay_allies, lay_roster, read_marks
from allybook.store.database import marks
from allybook.store.database.ids import known_numbers
from allybook.store.filters import counts, ends, view
from allybook.store.filters.compiled import Compiled
from allybook.store.filters.muted import is_aside, lay_aside
from allybook.store.filters.tally import read_tally
from allybook.store.posts import reading
from allybook.store.posts.judging import find_laid, is_laying
from allybook.store.readings.kept import KeptReadings

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    import apsw

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine
    from allybook.domain.check.follow_events import Fall
    from allybook.domain.filters.tree import Node
    from allybook.domain.people.accounts import Account, Face, Problem
    from allybook.domain.posts import Post
    from allybook.domain.reading.sources import Source
    from allybook.ports.cache import Row, Tally
    from allybook.ports.surroundings import Clock
    from allybook.store.database.connection import Connections
    from allybook.store.filters.choice import Choice
    from allybook.store.posts.judging import Judge, Judged


class SqliteCache(KeptReadings):
    """The cache of one account: its posts and people, and what was read of followers and lists."""

    def __init__(
        self,
        connections: Connections,
        outbox: Callable[[], Connections],
        clock: Clock,
        judge: Judge,
    ) -> None:
        super().__init__(connections, outbox)
        self._clock = clock
        self._judge = judge
        self._choices = Compiled()

    def save_accounts(self, accounts: Sequence[Account], seen_at: datetime) -> None:
        """Keep accounts; a fact that is None overwrites none; old handles stay known."""
        with self._connections.write() as connection:
            account_table.save_accounts(connection, accounts, seen_at)

    def save_problems(self, problems: Sequence[Problem], seen_at: datetime) -> None:
        """Keep that accounts (by id) are suspended or gone."""
        with self._connections.write() as connection:
            account_table.save_problems(connection, problems, seen_at)

    def save_posts(
        self, posts: Sequence[Post], source: Source, *, accounts: Sequence[Account] = ()
    ) -> int:
        """Keep posts (with noise and search words) under ``source``; return how many were new.

        Accounts that come along with a file are as old as its newest post.
        """
        from allybook.store.posts.posts import save_posts
        from allybook.store.posts.rows import newest_moment

        seen_at = self._clock.now()
        if source.origin is Origin.FILE:
            seen_at = newest_moment(posts) or seen_at
        with self._connections.write() as connection:
            account_table.save_accounts(connection, accounts, seen_at)
            judgement = self._judge.judgement()
            return save_posts(connection, posts, source, judgement)

    def adopt_posts(self, posts: Sequence[Post], source: Source) -> None:
        """Take over posts of another cache: what is known here stays, and none is unread."""
        from allybook.store.posts.posts import adopt_posts

        with self._connections.write() as connection:
            adopt_posts(connection, posts, source, self._judge.judgement())

    def account(self, user_id: str) -> Account | None:
        """Return one account."""
        return self.accounts([user_id]).get(user_id)

    def accounts(self, user_ids: Sequence[str]) -> Mapping[str, Account]:
        """Return the known ones of these, by id."""
        with self._connections.read() as connection:
            return account_table.read_accounts(connection, user_ids)

    def faces(self, user_ids: Sequence[str]) -> Mapping[str, Face]:
        """Return the known ones of these by id, without the rest of their profiles."""
        with self._connections.read() as connection:
            return read_faces(connection, user_ids)

    def first_faces(self, limit: int) -> Sequence[Face]:
        """Return the accounts that come first by name, or by handle where they have no name."""
        with self._connections.read() as connection:
            return read_first_faces(connection, limit)

    def count_named(self) -> int:
        """Return how many accounts have a name here."""
        with self._connections.read() as connection:
            return count_named(connection)

    def accounts_by_handle(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Return the known ones of these, by lower-cased handle as it is now."""
        with self._connections.read() as connection:
            return account_table.read_accounts_by_handle(connection, handles)

    def old_handles(self, user_id: str) -> Sequence[str]:
        """Return the handles that an account had before, newest first."""
        with self._connections.read() as connection:
            return account_table.read_old_handles(connection, user_id)

    def former_holders(self, handles: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """Return who had these handles and has them no more: ids, by lower-cased handle."""
        with self._connections.read() as connection:
            return account_table.read_former_holders(connection, handles)

    def latest_posts(self, user_ids: Sequence[str]) -> Mapping[str, str]:
        """Return the newest cached post id of each author that has one."""
        with self._connections.read() as connection:
            return reading.read_latest(connection, user_ids)

    def looked_up_at(self, user_ids: Sequence[str]) -> Mapping[str, datetime]:
        """Return when X last told how these stand to us (UTC), for those of whom it did."""
        with self._connections.read() as connection:
            return account_table.read_look_ups(connection, user_ids)

    def falls(self, user_ids: Sequence[str]) -> Mapping[str, Sequence[Fall]]:
        """Return when X hid those of these that it ever hid, oldest first."""
        with self._connections.read() as connection:
            return read_falls(connection, user_ids)

    def post(self, post_id: str) -> Post | None:
        """Return one post."""
        with self._connections.read() as connection:
            found = reading.read_posts(connection, known_numbers([post_id]))
        return next(iter(found.values()), None)

    def rows(self, post_ids: Sequence[int]) -> Mapping[int, Row]:
        """Return these posts as rows, for the part of a view that is visible."""
        with self._connections.read() as connection:
            return view.read_rows(
                connection, post_ids, self._judge.judgement_of(connection), self._now()
            )

    def order(self, chosen: Node, *, limit: int | None = None) -> array[int]:
        """Return the ids of the posts that a filter keeps, newest first."""
        with self._connections.read() as connection:
            judged = self._judged(connection, at_once=limit is not None)
            return view.read_order(connection, self._compiled(chosen, judged), limit)

    def ends(self, chosen: Node) -> tuple[datetime, datetime] | None:
        """Return when the first and the last post that a filter keeps were made (UTC)."""
        with self._connections.read() as connection:
            return ends.read_ends(connection, self._compiled(chosen, self._judged(connection)))

    def has_astray(self) -> bool:
        """Return whether any post tells another time than its id does."""
        with self._connections.read() as connection:
            return ends.has_astray(connection)

    def count(self, chosen: Node) -> int:
        """Return how many posts a filter keeps."""
        with self._connections.read() as connection:
            judged = self._judged(connection)
            return counts.count(connection, chosen, self._now(), judged)

    def days(self, chosen: Node) -> Sequence[tuple[date, int]]:
        """Return how many posts a filter keeps on each day that has any, oldest first."""
        with self._connections.read() as connection:
            judged = self._judged(connection)
            return counts.count_days(connection, chosen, self._now(), judged)

    def tally(self, chosen: Node) -> Sequence[Tally]:
        """Return what the noise of the posts that a filter keeps rests on, counted."""
        with self._connections.read() as connection:
            judged = self._judged(connection)
            return read_tally(connection, self._compiled(chosen, judged), judged)

    def begin_laying(self) -> int | None:
        """Return where to begin to lay the sums of noise anew, or None where they are laid."""
        judgement = self._judge.judgement()
        with self._connections.read() as connection:
            if find_laid(connection, judgement).laid:
                return None
        from allybook.store.posts.sums import first_unlaid

        with self._connections.write() as connection:
            return first_unlaid(connection, judgement)

    def lay_sums(self, low: int) -> int | None:
        """Lay the sums of the posts from an id on, as noise is judged now; return where to go on.

        None where all are laid, or where it is judged by something else again meanwhile.
        """
        from allybook.store.posts.sums import lay_sums

        judgement = self._judge.judgement()
        with self._connections.write() as connection:
            if not is_laying(connection, judgement):
                return None
            return lay_sums(connection, judgement, low)

    def mark_anew(self) -> bool:
        """Mark some of the posts that an older version kept, or cut their words anew.

        Return whether there may be more.
        """
        with self._connections.read() as connection:
            unmarked = reading.has_unmarked(connection)
            is_cut = reading.cut_up_to(connection) == reading.WHOLE
        if not unmarked and (is_cut or self._connections.frozen()):
            return False
        from allybook.store.posts.posts import mark_anew
        from allybook.store.posts.recut import cut_anew

        with self._connections.write() as connection:
            return mark_anew(connection) if unmarked else cut_anew(connection)

    def complete(self, start: str, limit: int) -> Sequence[str]:
        """Return handles (``@an``) or hashtags (``#sw``) that begin so, as known of all posts."""
        with self._connections.read() as connection:
            return complete(connection, start, limit)

    def posts(self, source: Source) -> Sequence[Post]:
        """Return all posts of one source, oldest first."""
        with self._connections.read() as connection:
            return reading.read_source(connection, source)

    def sources(self) -> Sequence[tuple[Source, int]]:
        """Return the sources and how many posts each has."""
        with self._connections.read() as connection:
            return reading.count_sources(connection)

    def known_sources(self) -> Sequence[Source]:
        """Return the sources at once: their posts are not counted."""
        with self._connections.read() as connection:
            return reading.read_sources(connection)

    def drop_sources(self, is_gone: Callable[[Source], bool]) -> None:
        """Drop the sources of which ``is_gone`` says so; their posts stay."""
        from allybook.store.posts.posts import drop_sources

        with self._connections.write() as connection:
            drop_sources(connection, is_gone)

    def newest(self, source: Source) -> str | None:
        """Return the newest post id of a source."""
        with self._connections.read() as connection:
            return reading.read_newest(connection, source)

    def lay_roster(self, book: str, allies: Sequence[Ally | AllyLine], *, mark: str = "") -> None:
        """Tell the filters who is an ally: approved allies of the book named ``book``."""
        with self._connections.write() as connection:
            lay_roster(connection, book, allies, mark)

    def lay_allies(
        self, book: str, keys: Collection[str], allies: Sequence[Ally | AllyLine], *, mark: str
    ) -> None:
        """Tell the filters what became of a few allies of a book."""
        with self._connections.write() as connection:
            lay_allies(connection, book, keys, allies, mark)

    def roster_marks(self) -> Mapping[str, str]:
        """Return by name the mark that came with what was laid last of each book, if one did."""
        with self._connections.read() as connection:
            return read_marks(connection)

    def erase(self, user_ids: Sequence[str]) -> int:
        """Erase all that X said about accounts, from the disk too; return how many posts went."""
        from allybook.store.posts import erasure

        ids, mirrors = known_numbers(user_ids), self.mirrors()
        with self._connections.write() as connection:
            posts = erasure.erase_accounts(connection, ids, mirrors)
        erasure.scrub(self._connections)
        return posts

    def empty(self) -> None:
        """Erase all that X said, from the disk too."""
        from allybook.store.database.migration import DatabaseKind, Scripts
        from allybook.store.posts import erasure

        with self._connections.write() as connection:
            erasure.empty(connection, Scripts(DatabaseKind.CACHE))
        erasure.scrub(self._connections)

    def stop_reading(self, threads: Iterable[int]) -> None:
        """Break off what these threads (by their ids) are reading; they hear ``Cancelled``."""
        self._connections.stop_reading(threads)

    def version(self) -> int:
        """Return a number that differs from before where another thread or program has written."""
        return self._connections.version()

    def mark(self, name: str) -> str:
        """Return how far something was read, or nothing."""
        return marks.read_mark(self._connections, name)

    def set_mark(self, name: str, value: str) -> None:
        """Note how far something was read; it goes when the cache goes."""
        marks.write_mark(self._connections, name, value)

    def drop_marks(self, is_gone: Callable[[str], bool]) -> None:
        """Drop the marks of whose names ``is_gone`` says so."""
        marks.drop_marks(self._connections, is_gone)

    def change_mark(self, name: str, change: Callable[[str], str]) -> None:
        """Note what ``change`` makes of a mark, or of nothing, in one transaction."""
        marks.change_mark(self._connections, name, change)

    def turn(self, name: str, beside: Iterable[str] = ()) -> AbstractContextManager[None]:
        """Hold the right to read what has a name; ``BeingRead`` where another reads it."""
        from allybook.store.readings.turn import read_turn

        return read_turn(self._connections.path.parent, name, beside)

    def _judged(self, connection: apsw.Connection, *, at_once: bool = False) -> Judged:
        """Return by what noise is judged, with the muted posts laid aside.

        Where an answer is wanted ``at_once``, they are only where they were laid before.
        """
        judged = find_laid(connection, self._judge.judgement_of(connection))
        mutes = judged.judgement.mutes
        if not mutes or (at_once and not is_aside(connection, mutes)):
            return judged
        lay_aside(connection, mutes)
        return replace(judged, aside=True)

    def _compiled(self, chosen: Node, judged: Judged) -> Choice:
        return self._choices.choose(chosen, self._now(), judged)

    def _now(self) -> datetime:
        """Return the moment, in the zone whose days filters mean."""
        return self._clock.now().astimezone(self._clock.zone)
