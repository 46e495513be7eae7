"""Small make-believe worlds and filters, for comparing the store with the reference matcher."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Kind, Status
from allybook.domain.filters.subject import Membership, Subject
from allybook.domain.filters.times import midnight
from allybook.domain.filters.tree import HAS_WORDS, IS_WORDS, And, Node, Not, On, Or, Term
from allybook.domain.filters.words import tag_word
from allybook.domain.lists import XList
from allybook.domain.mutes import MUTES, Heard, Mute, MuteKind, table_of, write_mutes
from allybook.domain.noise import DEFAULT_WEIGHTS, Judgement, Mark, NoiseKind, Verdict, mark
from allybook.domain.noise.languages import ALL, LANGUAGES
from allybook.domain.noise.scoring import is_repost
from allybook.domain.noise.streaks import LONG, pages_of
from allybook.domain.noise.weights import WEIGHTS, held, write_weights
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Metrics, Post
from allybook.domain.reading.echoes import echoed
from allybook.domain.reading.sources import Origin, Source
from tests.fakes.zones import ZONES
from tests.structs import builds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from allybook.store.cache import SqliteCache

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)
WORDS = (
    *("home", "Home", "HOMES", "for", "all", "a", "ß", "SS", "Ünï", "e\u0301té", "İstanbul", "ﬁn"),
    *(
        "日本",
        "日本語",
        "ไทย",
        "👍🏽",
        "👩‍👩‍👧",
        "🇩🇪",
        "x_y",
        "_",
        "#Home",
        "@Ana",
        "a*",
        '"a"',
        "NOT",
    ),
    *(
        "AND",
        "NEAR",
        "a:b",
        "(",
        "-",
        "'",
        "\x00",
        "\u200b",
        "''--",
        "½",
        "x\ny",
        "^a",
        "+",
        "http",
    ),
)
USERS = ("10", "11", "12", "13", "9223372036854775807")
HANDLES = ("ana", "Ana", "BEN", "ben_", "c3", "home")
NAMES = ("Home", "home ", "#home", "Über", "uber", "500", "日本", "")
LISTS = ("500", "501", "502")

words = st.sampled_from(WORDS)
texts = st.lists(words, max_size=8).map(" ".join) | st.lists(words, max_size=6).map("".join)
odd_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = ("2026-03-29", "2026-03-30", "2026-03-29T18:00", "2026-03-29T18:00Z", "soon")
# As filters write them, and larger than any that they can write.
AMOUNTS = st.integers(0, 4) | st.sampled_from((10**9, 10**18 - 1, 10**18))
handles = st.sampled_from(HANDLES)
names = st.sampled_from(NAMES)
moments = st.builds(
    lambda steps: NOW - timedelta(hours=6) * steps + timedelta(microseconds=steps % 3),
    st.integers(-4, 40),
) | st.sampled_from(
    [
        midnight(date(2026, 3, day), zone) + timedelta(microseconds=before)
        for zone in ZONES
        for day in (29, 30)
        for before in (-1, 0)
    ]
)
links = st.sampled_from(
    (
        "https://example.org/Home",
        "http://x.example/a?b=É",
        "home",
        "",
        "https://x.com/Ana/status/2",
        "https://twitter.com/ben_/status/2?s=20",
    )
)
SAME = "fourteen beds are open tonight on the east side and pets are welcome there "
starts = st.sampled_from(
    (
        *("",) * 4,
        "RT @Ana: ",
        "RT @ben_: ",
        "RT ",
        "Q3: ",
        "Does anyone know ",
        "why? ",
        "enter to win? ",
        SAME,
        SAME,
    )
)


@st.composite
def posts(draw: st.DrawFn) -> Sequence[Post]:
    ids = draw(st.lists(st.integers(1, 40) | st.just(2**63 - 1), unique=True, max_size=5))
    return [
        Post(
            str(post_id),
            draw(st.sampled_from(USERS)),
            draw(moments),
            draw(starts) + draw(texts | odd_texts),
            lang=draw(st.sampled_from(("en", "EN", "de", "und", ""))),
            reply_to=draw(st.sampled_from((None, "1"))),
            reply_to_user=draw(st.sampled_from((None, *USERS))),
            quote_of=draw(st.sampled_from((None, "2"))),
            repost_of=draw(st.sampled_from((None, None, "0", "3"))),
            hashtags=tuple(draw(st.lists(words | names, max_size=2))),
            mentions=tuple(
                draw(
                    st.lists(
                        builds(Mention, handles, st.none() | st.sampled_from(USERS)), max_size=2
                    )
                )
            ),
            links=tuple(draw(st.lists(links | odd_texts, max_size=2))),
            media=tuple(draw(st.lists(st.sampled_from(("photo", "video", "animated_gif")))))[:2],
            metrics=Metrics(*draw(st.tuples(*[AMOUNTS] * 3))),
        )
        for post_id in ids
    ]


@st.composite
def accounts(draw: st.DrawFn) -> Sequence[Account]:
    whose = draw(st.lists(st.sampled_from(USERS), unique=True))
    free = {handle.lower(): handle for handle in draw(st.permutations(HANDLES))}
    return [
        Account(
            user_id,
            draw(st.sampled_from(("", handle))),
            "A name",
            private=draw(st.booleans()),
            verified=draw(st.booleans()),
            followers=1,
        )
        for user_id, handle in zip(whose, free.values(), strict=False)
    ]


@st.composite
def rosters(draw: st.DrawFn) -> Mapping[str, Sequence[Ally]]:
    return {
        book: draw(
            st.lists(
                st.builds(
                    _ally,
                    st.none() | st.sampled_from(USERS),
                    handles,
                    st.sampled_from((Status.APPROVED, Status.APPROVED, Status.NOMINATED)),
                    names,
                    st.frozensets(names, max_size=2),
                ),
                max_size=3,
                unique_by=(
                    lambda ally: ally.user_id or ally.handle,
                    lambda ally: ally.handle.lower(),
                ),
            )
        )
        for book in draw(st.lists(names, max_size=2, unique=True))
    }


def _ally(
    user_id: str | None, handle: str, status: Status, category: str, tags: frozenset[str]
) -> Ally:
    return Ally(
        user_id or f"@{handle.lower()}",
        handle,
        user_id,
        Kind.PERSON,
        status,
        category,
        tags=tuple(sorted(tags)),
    )


phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
mutes = (
    builds(Mute, st.sampled_from((MuteKind.WORD, MuteKind.HASHTAG)), words)
    | builds(Mute, st.just(MuteKind.PHRASE), phrases)
    | builds(
        Mute,
        st.just(MuteKind.AUTHOR),
        handles,
        st.just(NOW + timedelta(hours=1)) | st.none(),
        st.none() | st.sampled_from(USERS),
    )
)
weights = st.dictionaries(st.sampled_from(NoiseKind), st.integers(-110, 110)).map(
    lambda told: DEFAULT_WEIGHTS | {kind: held(kind, points) for kind, points in told.items()}
)
judgements = st.just(Judgement()) | builds(
    Judgement,
    weights,
    st.sampled_from(((), ("en",), ("de", "en"), ("fr",))),
    st.lists(mutes, max_size=3).map(tuple),
)


class Laying(Enum):
    """When a judgement came: before the posts, after them, or after them and its sums are laid."""

    BEFORE = auto()
    AFTER = auto()
    ANEW = auto()


@dataclass(frozen=True, slots=True)
class World:
    """Everything that filters may ask about."""

    posts: Mapping[Source, Sequence[Post]]
    accounts: Sequence[Account]
    rosters: Mapping[str, Sequence[Ally]]
    lists: Sequence[XList]
    members: Mapping[str, Sequence[str]]
    judgement: Judgement = field(default_factory=Judgement)
    laying: Laying = Laying.BEFORE

    def fill(self, cache: SqliteCache) -> None:
        settle(cache, self.judgement if self.laying is Laying.BEFORE else Judgement())
        cache.save_accounts(self.accounts, NOW)
        for source, posts_there in self.posts.items():
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
            for post_id, post in self._everything().items()
        }

    def _everything(self) -> Mapping[str, Post]:
        return {post.post_id: post for there in self.posts.values() for post in there}

    def _author(self, post: Post) -> Account | None:
        return next((one for one in self.accounts if one.user_id == post.author_id), None)

    def _marks(self, post: Post) -> int:
        """Return the marks of a post and of what stands around it, near-duplicates aside."""
        chats = {tag_word(one.name) for one in self.posts if one.origin is Origin.CHAT}
        is_of_chat = any(tag_word(tag) and tag_word(tag) in chats for tag in post.hashtags)
        streak = any(
            sum(
                is_before(one, post) for one in self._everything().values() if page in promoted(one)
            )
            >= LONG
            for page in promoted(post)
        )
        return mark(post) | is_of_chat * Mark.CHAT | streak * Mark.STREAK

    def _mute(self, post: Post) -> Mute | None:
        everything = self._everything()
        brought = [everything[one] for one in echoed(post) if one in everything]
        if post.repost_of is not None:
            further = [each for one in brought for each in echoed(one)]
            brought += [everything[one] for one in further if one in everything]
        originals = tuple((one, self._author(one)) for one in brought)
        heard = Heard(post, self._author(post), originals)
        return table_of(self.judgement.mutes).find(heard)

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
        found = {source for source, there in self.posts.items() if post in there}
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


@st.composite
def worlds(draw: st.DrawFn) -> World:
    all_posts = draw(posts())
    sources = draw(
        st.lists(
            builds(Source, st.sampled_from(Origin), names | st.sampled_from(LISTS)),
            min_size=1,
            max_size=3,
            unique=True,
        )
    )
    shares = st.lists(st.sampled_from(all_posts), unique=True) if all_posts else st.just([])
    by_source = {source: draw(shares) for source in sources}
    by_source[sources[0]] = all_posts
    return World(
        by_source,
        draw(accounts()),
        draw(rosters()),
        [XList(key, draw(names)) for key in draw(st.lists(st.sampled_from(LISTS), unique=True))],
        draw(st.dictionaries(st.sampled_from(LISTS), st.lists(st.sampled_from(USERS)), max_size=2)),
        draw(judgements),
        draw(st.sampled_from(Laying)),
    )


VALUES: Mapping[On, st.SearchStrategy[str]] = {
    **dict.fromkeys((On.WORD, On.PHRASE, On.HASHTAG, On.MENTION), texts | odd_texts | words),
    **dict.fromkeys((On.FROM, On.TO), handles | odd_texts),
    On.AUTHOR: st.sampled_from((*USERS, "007", "0", "", "odd", "²", "9" * 19, "9" * 40)),
    On.URL: st.sampled_from(("home", "É?", "example", "org/H", "%", "_", "")) | odd_texts,
    On.LANG: st.sampled_from(("en", "En", "de", "fr", "")),
    On.IS: st.sampled_from((*sorted(IS_WORDS), "odd")),
    On.HAS: st.sampled_from((*sorted(HAS_WORDS), "odd")),
    **dict.fromkeys((On.SINCE, On.UNTIL), st.sampled_from(DAYS)),
    **dict.fromkeys((On.NEWER, On.OLDER), st.sampled_from(("6h", "12h", "2d", "1w", "0m", "odd"))),
    **dict.fromkeys((On.IN, On.TAG, On.CATEGORY, On.CHAT), names | odd_texts),
    On.LIST: names | st.sampled_from(LISTS),
    On.SOURCE: names | st.sampled_from((*map(str, Origin), *LISTS)),
    **dict.fromkeys(
        (On.NOISE_ABOVE, On.NOISE_UP_TO),
        st.integers(0, 110).map(str) | st.sampled_from(("odd", "", "9" * 19)),
    ),
}
COUNTS = st.integers(0, 5).map(str) | st.sampled_from(("odd", "", "9" * 18))

terms: st.SearchStrategy[Node] = st.sampled_from(On).flatmap(
    lambda on: builds(Term, st.just(on), VALUES.get(on, COUNTS))
)
filters: st.SearchStrategy[Node] = st.recursive(
    terms,
    lambda parts: (
        parts.map(Not)
        | st.lists(parts, max_size=4).map(lambda some: And(tuple(some)))
        | st.lists(parts, max_size=4).map(lambda some: Or(tuple(some)))
    ),
    max_leaves=8,
)
