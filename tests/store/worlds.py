"""Small make-believe worlds, for comparing the store with the reference matcher."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.book.entry import Status
from allybook.domain.filters.subject import Membership, Subject
from allybook.domain.filters.words import tag_word
from allybook.domain.lists import XList
from allybook.domain.muted_authors import MutedAuthors
from allybook.domain.mutes import MUTES, Heard, Mute, MuteKind, table_of, write_mutes
from allybook.domain.noise import Judgement, Mark, Verdict, mark
from allybook.domain.noise.languages import ALL, LANGUAGES
from allybook.domain.noise.scoring import is_repost
from allybook.domain.noise.streaks import LONG, pages_of
from allybook.domain.noise.weights import WEIGHTS, write_weights
from allybook.domain.reading.echoes import echoed
from allybook.domain.reading.sources import Origin, Source
from allybook.store.posts.merge import merge, merge_file
from allybook.store.posts.posts import FILES
from tests.store.pieces import (
    LISTS,
    MOST,
    NOW,
    USERS,
    accounts,
    handles,
    judgements,
    names,
    other_forms,
    posts,
    rosters,
)
from tests.structs import builds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.store.cache import SqliteCache


class Laying(Enum):
    """When a judgement came: before the posts, after them, or after them and its sums are laid."""

    BEFORE = auto()
    AFTER = auto()
    ANEW = auto()


@dataclass(frozen=True)
class World:
    """Everything that filters may ask about.

    ``lots`` are the posts with their sources, in the order in which they come; a post may come in
    two forms.
    """

    lots: Sequence[tuple[Source, Sequence[Post]]]
    accounts: Sequence[Account]
    rosters: Mapping[str, Sequence[Ally]]
    lists: Sequence[XList]
    members: Mapping[str, Sequence[str]]
    judgement: Judgement = field(default_factory=Judgement)
    laying: Laying = Laying.BEFORE

    def fill(self, cache: SqliteCache) -> None:
        settle(cache, self.judgement if self.laying is Laying.BEFORE else Judgement())
        cache.save_accounts(self.accounts, NOW)
        for source, posts_there in self.lots:
            cache.save_posts(posts_there, source)
        for book, allies in self.rosters.items():
            cache.lay_roster(book, allies)
        for x_list in self.lists:
            cache.save_list(x_list)
        for list_id, user_ids in self.members.items():
            cache.save_members(list_id, user_ids, complete=True, as_of=NOW)
        settle(cache, self.judgement)
        low = cache.begin_laying() if self.laying is Laying.ANEW else None
        while low is not None:
            low = cache.lay_sums(low)

    def subjects(self, copies: Collection[int] = ()) -> Mapping[int, Subject]:
        """Return each post as the reference matcher looks at it; some are near-duplicates."""
        return {
            int(post_id): self._subject(post, near=int(post_id) in copies)
            for post_id, post in self._everything.items()
        }

    @cached_property
    def _everything(self) -> Mapping[str, Post]:
        """Return each post as it is known once all have come."""
        known: dict[str, Post] = {}
        for source, post in ((source, post) for source, there in self.lots for post in there):
            before = known.get(post.post_id)
            merged = merge_file if source.origin in FILES else merge
            known[post.post_id] = merged(before, post) if before else post
        return known

    def _author(self, post: Post) -> Account | None:
        return next((one for one in self.accounts if one.user_id == post.author_id), None)

    def _marks(self, post: Post) -> int:
        """Return the marks of a post and of what stands around it, near-duplicates aside."""
        chats = {tag_word(one.name) for one, _ in self.lots if one.origin is Origin.CHAT}
        is_of_chat = any(tag_word(tag) and tag_word(tag) in chats for tag in post.hashtags)
        streak = any(
            sum(is_before(one, post) for one in self._everything.values() if page in promoted(one))
            >= LONG
            for page in promoted(post)
        )
        return mark(post) | is_of_chat * Mark.CHAT | streak * Mark.STREAK

    def _mute(self, post: Post) -> Mute | None:
        everything = self._everything
        brought = [everything[one] for one in echoed(post) if one in everything]
        if post.repost_of is not None:
            further = [each for one in brought for each in echoed(one)]
            brought += [everything[one] for one in further if one in everything]
        originals = tuple((one, self._author(one)) for one in brought)
        heard = Heard(post, self._author(post), originals)
        handles = {one.user_id: one.handle for one in self.accounts if one.handle}
        holders = {handle.lower(): user_id for user_id, handle in handles.items()}
        authors = MutedAuthors.of(self.judgement.mutes, lambda _: handles, lambda _: holders)
        return table_of(authors.spelled_out()).find(heard)

    def _subject(self, post: Post, *, near: bool) -> Subject:
        author = self._author(post)
        books = {
            book: standing
            for book, allies in self.rosters.items()
            if (standing := _standing(allies, post.author_id, author))
        }
        mute = self._mute(post)
        marks = self._marks(post) | near * Mark.NEAR
        foreign = self.judgement.is_foreign(post.lang.lower())
        noise = Verdict(marks, bool(books), foreign, mute, judgement=self.judgement).noise
        sources = frozenset(self._sources(post))
        asks, copies = bool(marks & Mark.QUESTION), bool(marks & Mark.NEAR)
        return Subject(post, author, books, sources, noise, mute is not None, asks, copies)

    def _sources(self, post: Post) -> set[Source]:
        """Return where a post came from; a list by its id, by its name and for its members."""
        found = {
            source
            for source, there in self.lots
            if any(one.post_id == post.post_id for one in there)
        }
        on_lists = {source.name for source in found if source.origin is Origin.LIST}
        on_lists |= {key for key, people in self.members.items() if post.author_id in people}
        named = {x_list.name for x_list in self.lists if x_list.list_id in on_lists}
        return found | {Source(Origin.LIST, name) for name in on_lists | named}


def settle(cache: SqliteCache, judgement: Judgement) -> None:
    """Write what noise is judged by into the settings of a profile."""
    settings = cache._judge._settings
    settings.write(WEIGHTS, write_weights(judgement.weights))
    settings.write(LANGUAGES, " ".join(judgement.languages) or ALL)
    settings.write(MUTES, write_mutes(judgement.mutes))


def promoted(post: Post) -> set[str]:
    """Return what a post promotes, if it can promote anything."""
    is_echo = post.reply_to is not None or is_repost(post)
    return set() if is_echo else pages_of(post)


def is_before(one: Post, other: Post) -> bool:
    """Return whether a post is by the same author, at most a day older, or the same one."""
    if one.author_id != other.author_id or other.created_at - one.created_at >= timedelta(days=1):
        return False
    return (one.created_at, int(one.post_id)) <= (other.created_at, int(other.post_id))


def _standing(allies: Sequence[Ally], user_id: str, author: Account | None) -> Membership | None:
    approved = [ally for ally in allies if ally.status is Status.APPROVED]
    by_id = [ally for ally in approved if ally.user_id == user_id]
    handle = author.handle.lower() if author else ""
    by_handle = [
        ally
        for ally in approved
        if ally.user_id is None and handle and ally.handle.lower() == handle
    ]
    for ally in by_id or by_handle:
        return Membership(ally.category, frozenset(ally.tags))
    return None


LEAST = 4
"""So few posts at least are in a world: filters part none or one from itself."""
places = st.sampled_from((Origin.CHAT, Origin.LIST)) | st.sampled_from(Origin)
any_source = builds(Source, places, names | st.sampled_from(LISTS))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    all_posts = draw(posts(LEAST))
    sources = draw(st.lists(any_source, min_size=2, max_size=4, unique=True))
    comes_again = st.sampled_from(all_posts).flatmap(other_forms)
    forms = [*all_posts, *draw(st.lists(comes_again, max_size=MOST // 2))]
    shares = st.lists(st.sampled_from(forms), max_size=MOST)
    lots = [(source, draw(shares)) for source in (*sources[1:], sources[0])]
    return World(
        [(sources[0], all_posts), *lots],
        draw(accounts()),
        draw(rosters()),
        [XList(key, draw(names)) for key in draw(st.lists(st.sampled_from(LISTS), unique=True))],
        draw(st.dictionaries(st.sampled_from(LISTS), st.lists(st.sampled_from(USERS)), max_size=2)),
        draw(judgements.flatmap(lambda judgement: _muting(judgement, all_posts))),
        draw(st.sampled_from(Laying)),
    )


def _muting(judgement: Judgement, all_posts: Sequence[Post]) -> st.SearchStrategy[Judgement]:
    """Return a strategy for a judgement that often mutes the author of one of these posts."""
    authors = st.sampled_from([post.author_id for post in all_posts])
    one = builds(Mute, st.just(MuteKind.AUTHOR), handles, st.none(), authors)
    muting = one.map(lambda mute: replace(judgement, mutes=(*judgement.mutes, mute)))
    return muting | muting | st.just(judgement)
