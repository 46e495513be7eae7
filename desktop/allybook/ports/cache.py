"""What X said, as the store keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine
    from allybook.domain.check.follow_events import Fall
    from allybook.domain.check.followback import Glimpse, Side, Snapshot
    from allybook.domain.filters.tree import Node
    from allybook.domain.lists import XList
    from allybook.domain.noise.judgement import Verdict
    from allybook.domain.people.accounts import Account, Face, Problem
    from allybook.domain.posts import Post
    from allybook.domain.reading.sources import Source


class Row(Struct, frozen=True, eq=False):
    """One post as a view shows it. ``noise`` is after the relief for allies.

    ``book_tags`` are the author's tags in the books; ``ally`` whether any book lists the author.
    """

    post: Post
    author: Account | None
    ally: bool
    noise: int
    book_tags: tuple[str, ...] = ()
    verdict: Verdict | None = None
    """What the noise rests on, where the cache knows it; equal rows look the same without it."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and self._looks == other._looks

    def __hash__(self) -> int:
        return hash(self._looks)

    @property
    def _looks(self) -> tuple[object, ...]:
        return self.post, self.author, self.ally, self.noise, self.book_tags


class Tally(Struct, frozen=True):
    """How many posts have the same marks, languages, mutes and allies, for the sums of noise."""

    marks: int
    foreign: bool
    ally: bool
    muted: bool
    posts: int


class Members(Struct, frozen=True):
    """The members of a list as read at a moment (UTC)."""

    user_ids: frozenset[str]
    complete: bool
    as_of: datetime


class Cache(Protocol):
    """What X said, per signed-in account; may be thrown away. Every write is one transaction."""

    def save_accounts(self, accounts: Sequence[Account], seen_at: datetime) -> None:
        """Keep accounts; a fact that is None overwrites none; old handles stay known."""

    def save_problems(self, problems: Sequence[Problem], seen_at: datetime) -> None:
        """Keep that accounts (by id) are suspended or gone."""

    def save_posts(
        self, posts: Sequence[Post], source: Source, *, accounts: Sequence[Account] = ()
    ) -> int:
        """Keep posts (with noise and search words) under ``source``; return how many were new."""

    def erase(self, user_ids: Sequence[str]) -> int:
        """Erase all that X said about accounts, from the disk too; return how many posts went."""

    def empty(self) -> None:
        """Erase all that X said, from the disk too."""

    def stop_reading(self, threads: Iterable[int]) -> None:
        """Break off what these threads (by their ids) are reading; they hear ``Cancelled``."""

    def version(self) -> int:
        """Return a number that differs from before where another thread or program has written.

        It is this thread's own number, and costs less than to look up a post.
        """

    def mark(self, name: str) -> str:
        """Return how far something was read, or nothing."""

    def set_mark(self, name: str, value: str) -> None:
        """Note how far something was read; it goes when the cache goes."""

    def drop_marks(self, is_gone: Callable[[str], bool]) -> None:
        """Drop the marks of whose names ``is_gone`` says so."""

    def change_mark(self, name: str, change: Callable[[str], str]) -> None:
        """Note what ``change`` makes of a mark (or of nothing); nobody else writes meanwhile."""

    def turn(self, name: str, beside: Iterable[str] = ()) -> AbstractContextManager[None]:
        """Hold the right to read what has a name, until the end of the block.

        It is held across threads and processes, and a program that dies gives it back. Raises
        ``BeingRead`` where another holds it, or one of those ``beside``, which bring it as well.
        """

    def account(self, user_id: str) -> Account | None:
        """Return one account."""

    def accounts(self, user_ids: Sequence[str]) -> Mapping[str, Account]:
        """Return the known ones of these, by id."""

    def faces(self, user_ids: Sequence[str]) -> Mapping[str, Face]:
        """Return the known ones of these by id, without the rest of their profiles."""

    def first_faces(self, limit: int) -> Sequence[Face]:
        """Return the accounts that come first by name, or by handle where they have no name.

        Names are folded as tables fold them; of equal ones the oldest account comes first.
        """

    def count_named(self) -> int:
        """Return how many accounts have a name here."""

    def accounts_by_handle(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Return the known ones of these, by lower-cased handle as it is now."""

    def old_handles(self, user_id: str) -> Sequence[str]:
        """Return the handles that an account had before, newest first."""

    def former_holders(self, handles: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """Return who had these handles and has them no more: ids, by lower-cased handle."""

    def latest_posts(self, user_ids: Sequence[str]) -> Mapping[str, str]:
        """Return the newest cached post id of each author that has one."""

    def looked_up_at(self, user_ids: Sequence[str]) -> Mapping[str, datetime]:
        """Return when X last told how these stand to us (UTC), for those of whom it did."""

    def falls(self, user_ids: Sequence[str]) -> Mapping[str, Sequence[Fall]]:
        """Return when X hid those of these that it ever hid (suspended, gone), oldest first."""

    def post(self, post_id: str) -> Post | None:
        """Return one post."""

    def rows(self, post_ids: Sequence[int]) -> Mapping[int, Row]:
        """Return these posts as rows, for the part of a view that is visible."""

    def order(self, chosen: Node, *, limit: int | None = None) -> Sequence[int]:
        """Return the ids of the posts that a filter keeps, newest first (an ``array('q')``)."""

    def ends(self, chosen: Node) -> tuple[datetime, datetime] | None:
        """Return when the first and the last post that a filter keeps were made (UTC)."""

    def has_astray(self) -> bool:
        """Return whether any post tells another time than its id does."""

    def count(self, chosen: Node) -> int:
        """Return how many posts a filter keeps."""

    def tally(self, chosen: Node) -> Sequence[Tally]:
        """Return what the noise of the posts that a filter keeps rests on, counted."""

    def begin_laying(self) -> int | None:
        """Return where to begin to lay the sums of noise anew, or None where they are laid."""

    def lay_sums(self, low: int) -> int | None:
        """Lay the sums of the posts from an id on, as noise is judged now; return where to go on.

        None where all are laid, or where it is judged by something else again meanwhile.
        """

    def mark_anew(self) -> bool:
        """Mark some of the posts that an older version kept; return whether there were any."""

    def days(self, chosen: Node) -> Sequence[tuple[date, int]]:
        """Return how many posts a filter keeps on each day that has any, oldest first."""

    def complete(self, start: str, limit: int) -> Sequence[str]:
        """Return handles (``@an``) or hashtags (``#sw``) that begin so, as known of all posts."""

    def posts(self, source: Source) -> Sequence[Post]:
        """Return all posts of one source, oldest first."""

    def sources(self) -> Sequence[tuple[Source, int]]:
        """Return the sources and how many posts each has."""

    def known_sources(self) -> Sequence[Source]:
        """Return the sources at once: their posts are not counted."""

    def drop_sources(self, is_gone: Callable[[Source], bool]) -> None:
        """Drop the sources of which ``is_gone`` says so; their posts stay."""

    def newest(self, source: Source) -> str | None:
        """Return the newest post id of a source."""

    def lay_roster(self, book: str, allies: Sequence[Ally | AllyLine], *, mark: str = "") -> None:
        """Tell the filters who is an ally: approved allies of the book named ``book``.

        ``mark`` says how much of the book that is, for ``roster_marks``.
        """

    def lay_allies(
        self, book: str, keys: Collection[str], allies: Sequence[Ally | AllyLine], *, mark: str
    ) -> None:
        """Tell the filters what became of a few allies, known until now under ``keys``."""

    def roster_marks(self) -> Mapping[str, str]:
        """Return by name the mark that came with what was laid last of each book, if one did."""

    def save_snapshot(self, owner_id: str, snapshot: Snapshot) -> None:
        """Keep one reading of followers or following."""

    def snapshots(self, owner_id: str, side: Side) -> Sequence[Snapshot]:
        """Return the readings of one side, newest first."""

    def glimpses(self, owner_id: str) -> Sequence[Glimpse]:
        """Return all readings of both sides without who is in them, newest first."""

    def snapshot(self, owner_id: str, glimpse: Glimpse) -> Snapshot | None:
        """Return the reading that a glimpse tells of."""

    def people(self, owner_id: str, glimpse: Glimpse) -> array[int]:
        """Return who is in the reading that a glimpse tells of, as numbers in no order.

        A million of them take 8 MB so, and 150 MB as the ids of a ``Snapshot``.
        """

    def save_list(self, x_list: XList) -> None:
        """Keep what X said about a list."""

    def lists(self) -> Sequence[XList]:
        """Return the lists known, by name."""

    def lists_read(self) -> Mapping[str, datetime]:
        """Return when the members of each list were read last (UTC), by the ids of the lists."""

    def save_members(
        self, list_id: str, user_ids: Sequence[str], *, complete: bool, as_of: datetime
    ) -> None:
        """Keep the members of a list as read."""

    def members(self, list_id: str) -> Members | None:
        """Return the members as last read."""

    def mirror(self, book: str) -> str | None:
        """Return the id of the X List that mirrors a book (by book id)."""

    def set_mirror(self, book: str, list_id: str) -> None:
        """Remember which X List mirrors a book."""

    def forget_list(self, list_id: str) -> None:
        """Forget a list that is no more: it mirrors no book, and nobody is on it."""
