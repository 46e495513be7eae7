"""What make-believe worlds are made of: posts, accounts, allies and mutes, drawn at random."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Kind, Status
from allybook.domain.filters.times import midnight
from allybook.domain.mutes import Mute, MuteKind
from allybook.domain.noise import DEFAULT_WEIGHTS, Judgement, NoiseKind
from allybook.domain.noise.streaks import LONG
from allybook.domain.noise.weights import held
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Metrics, Post, id_at
from tests.fakes.zones import ZONES
from tests.structs import builds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
# As filters write them, and larger than any that they can write.
AMOUNTS = st.integers(0, 4) | st.sampled_from((10**9, 10**18 - 1, 10**18))
handles = st.sampled_from(HANDLES)
names = st.sampled_from(NAMES)


def _steps_back(first: int, last: int) -> st.SearchStrategy[datetime]:
    """Return a strategy for moments six hours apart, or a trifle more."""
    return st.builds(
        lambda steps, more: NOW - timedelta(hours=6) * steps + timedelta(microseconds=more),
        st.integers(first, last),
        st.integers(0, 2),
    )


busy_moments = _steps_back(0, 6)
moments = _steps_back(-4, 40) | st.sampled_from(
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
PAGES = ("https://example.org/Home", "https://www.shop.example/a?b")
START, END = datetime.min.replace(tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
edges = st.sampled_from((START, END, END.replace(hour=11), datetime(1970, 1, 1, tzinfo=UTC)))
SAME = "fourteen beds are open tonight on the east side and pets are welcome there "
starts = st.sampled_from(
    (
        *("",) * 4,
        "RT @Ana: ",
        "RT @ben_: ",
        "RT ",
        "@Ana ",
        "@c3 ",
        "Q3: ",
        "Does anyone know ",
        "why? ",
        "enter to win? ",
        SAME,
        SAME,
    )
)


post_texts = st.builds(lambda start, text: start + text, starts, texts | odd_texts)
langs = st.sampled_from(("en", "EN", "de", "und", ""))
several_tags = st.lists(words | names, max_size=2).map(tuple)
several_mentions = st.lists(
    builds(Mention, handles, st.none() | st.sampled_from(USERS)), max_size=2
).map(tuple)
several_links = st.lists(links | odd_texts, max_size=2).map(tuple)
several_media = st.lists(st.sampled_from(("photo", "video", "animated_gif")), max_size=2).map(tuple)
metrics = builds(Metrics, *[AMOUNTS] * 3)

# X's ids carry their time, to within a second of what a post says of itself; those of odd files
# tell nothing, and one is the highest that there is.
drifts = st.sampled_from((0, 0, 0, 0, 657, -999, 999, 1000, -1000, 1001, -1001, 2000))
astray = st.integers(1, 40) | st.just(2**63 - 1)


def _told(when: st.SearchStrategy[datetime]) -> st.SearchStrategy[tuple[int, datetime]]:
    """Return a strategy for the id of a post with the moment that it tells."""
    in_order = st.builds(
        lambda at, drift, more: (int(id_at(at + timedelta(milliseconds=drift))) + more, at),
        when,
        drifts,
        st.sampled_from((0, 1, 2**22 - 1)),
    )
    return in_order | st.tuples(astray, when | edges)


MOST = 12
"""So many posts at most are in a world: enough for streaks, and for days with several."""
promoters = st.tuples(st.sampled_from(USERS), st.sampled_from(PAGES))


@st.composite
def posts(draw: st.DrawFn, least: int = 0) -> Sequence[Post]:
    """Draw posts of whoever; now and then all are by one author, for one page."""
    one = draw(st.none() | st.none() | promoters)
    fewest, when = (max(LONG, least), busy_moments) if one else (least, moments)
    told = draw(st.lists(_told(when), unique_by=itemgetter(0), min_size=fewest, max_size=MOST))
    made = [draw(_post(str(post_id), at, one)) for post_id, at in told]
    say_the_same = draw(st.integers(0, 3)) if len(made) > 1 else 0
    same = [replace(post, text=SAME, repost_of=None) for post in made[:say_the_same]]
    return [*same, *made[say_the_same:]]


@st.composite
def _post(
    draw: st.DrawFn, post_id: str, created_at: datetime, promoter: tuple[str, str] | None
) -> Post:
    some_links = draw(several_links)
    author, *page = promoter or (draw(st.sampled_from(USERS)),)
    # Who promotes a page mostly answers nobody, and passes nothing on.
    seldom = (None,) * (4 if promoter else 1)
    return Post(
        post_id,
        author,
        created_at,
        draw(post_texts),
        lang=draw(langs),
        reply_to=draw(st.sampled_from((*seldom, "1"))),
        reply_to_user=draw(st.sampled_from((None, *USERS))),
        quote_of=draw(st.sampled_from((None, "2"))),
        repost_of=draw(st.sampled_from((*seldom, *seldom, "0", "3"))),
        hashtags=draw(several_tags),
        mentions=draw(several_mentions),
        links=(*page, *some_links),
        media=draw(several_media),
        metrics=draw(metrics),
    )


@st.composite
def other_forms(draw: st.DrawFn, post: Post) -> Post:
    """Draw the form in which a post comes another time, out of a poorer or a richer source."""
    changes = st.fixed_dictionaries(
        {},
        optional={
            "created_at": moments_near(post.created_at),
            "text": post_texts | st.just(post.text[: len(post.text) // 2]),
            "lang": langs,
            "reply_to": st.sampled_from((None, "1")),
            "quote_of": st.sampled_from((None, "2")),
            "repost_of": st.sampled_from((None, "0", "3")),
            "hashtags": several_tags,
            "mentions": several_mentions,
            "links": several_links,
            "media": several_media,
            "metrics": metrics,
        },
    )
    return replace(post, **draw(changes))


def moments_near(moment: datetime) -> st.SearchStrategy[datetime]:
    """Return a strategy for a moment as others round it, or as another clock tells it."""
    near = [moment.replace(microsecond=told) for told in (0, 657_000, moment.microsecond)]
    shifts = st.sampled_from((0, -1, 1)) if START < moment < END else st.just(0)
    return st.builds(lambda at, hours: at + timedelta(hours=hours), st.sampled_from(near), shifts)


@st.composite
def accounts(draw: st.DrawFn) -> Sequence[Account]:
    whose = draw(st.lists(st.sampled_from(USERS), unique=True, min_size=2))
    free = {handle.lower(): handle for handle in draw(st.permutations(HANDLES))}
    return [
        Account(
            user_id,
            draw(st.sampled_from(("", handle, handle))),
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
                    st.sampled_from((None, *USERS)),
                    handles,
                    st.sampled_from((Status.APPROVED, Status.APPROVED, Status.NOMINATED)),
                    names,
                    st.frozensets(names, max_size=2),
                ),
                min_size=1,
                max_size=4,
                unique_by=(
                    lambda ally: ally.user_id or ally.handle,
                    lambda ally: ally.handle.lower(),
                ),
            )
        )
        for book in draw(st.lists(names, max_size=2, min_size=1, unique=True))
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
