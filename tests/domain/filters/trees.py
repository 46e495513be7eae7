"""Random filters and posts that meet often, with odd Unicode among them."""
# ruff: noqa: RUF001 (odd letters are wanted)

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from allybook.domain.errors import FilterError
from allybook.domain.filters.subject import Membership, Subject
from allybook.domain.filters.tree import HAS_WORDS, IS_WORDS, And, Not, On, Or, Term
from allybook.domain.filters.values import TextSpot, read
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Metrics, Post
from allybook.domain.reading.sources import Origin, Source
from tests.structs import builds

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
WORDS = (
    "housing", "Housing", "HOUSING", "crisis", "win", "Straße", "STRASSE", "résumé", "resume",
    "don't", "don’t", "a_b", "rt", "社会福祉", "社会", "がか", "한국어", "สวัสดี", "हिन्दी", "مرحبا",
    "👍🏽", "👍", "🇺🇦🇺🇸", "🇺🇸", "ﷺ", "½", "e\u0301te", "été", "Q1", "1", "OR", "x\u200dy", "İ", "ı",
    "»beds", "beds«", "«beds", "beds»", "‘beds", "beds’", "‚beds", "beds‘",
)  # fmt: skip
TAGS = ("SwHelper", "swhelper", "Café", "cafe", "福祉", "a_b", "2026", "हिन्दी", "สวัสดี")
HANDLES = ("nasw", "NASW", "harbor_row", "a1", "id")
IDS = ("1", "2", "1455023456789012345")
NAMES = (
    "My allies",
    "MY ALLIES",
    "Élan",
    "elan",
    "#Chat",
    "chat",
    "123",
    'say "hi" \\ there',
    "(x)",
    "»x",
    "x«",
    "‘x’",
)
LINKS = (
    "https://www.housing.example/a_b/c?d=1",
    "https://HOUSING.example/",
    "https://notswhelper.example/win",
    "https://ärzte.example/",
    "https://x.example/café",
    "https://приют.рф/दान/a",
)
ADDRESS_PARTS = (
    "housing",
    "https://www.housing.example/",
    ".example/a",
    "/a_b/",
    "win",
    "//",
    "ex",
    "https://ärzte.example/",
    "//arzte.example/",
    "https://x.example/café",
    "//x.example/cafe/",
    "//приют.рф/दान/",
    "дан/दा/",
    "https://x.example/a_(b)",
    "https://x.example/a_(b",
)
LANGS = ("en", "es", "und", "ja", "zh")
COUNTS = ("0", "1", "5", "999999999999999999")
MOMENTS = (
    "2026-03-31",
    "2026-03-31T12:00",
    "2026-03-30T13:00:00+02:00",
    "0001-01-01",
    "9999-12-31",
)
SPANS = ("1m", "1h", "3d", "2w", "999999999w", "0d")

_odd = st.text(max_size=12)
_words = st.sampled_from(WORDS)
_unseen = st.sampled_from(("\u2068beds\u2069", "\u200ebeds", "beds\ufeff", "be\u2060ds"))
_several = st.lists(_words, min_size=1, max_size=3).map(" ".join)
_VALUES = {
    On.WORD: _words | _odd | _unseen,
    On.PHRASE: _several | _odd | _unseen,
    On.HASHTAG: st.sampled_from(TAGS),
    On.MENTION: st.sampled_from(HANDLES),
    On.FROM: st.sampled_from(HANDLES),
    On.AUTHOR: st.sampled_from(IDS),
    On.TO: st.sampled_from(HANDLES),
    On.URL: st.sampled_from(ADDRESS_PARTS) | _odd | _unseen,
    On.LANG: st.sampled_from(LANGS),
    On.IS: st.sampled_from(sorted(IS_WORDS)),
    On.HAS: st.sampled_from(sorted(HAS_WORDS)),
    On.SINCE: st.sampled_from(MOMENTS),
    On.UNTIL: st.sampled_from(MOMENTS),
    On.NEWER: st.sampled_from(SPANS),
    On.OLDER: st.sampled_from(SPANS),
    On.IN: st.sampled_from(NAMES) | _odd | _unseen,
    On.TAG: st.sampled_from(NAMES) | _odd,
    On.CATEGORY: st.sampled_from(NAMES) | _odd,
    On.LIST: st.sampled_from(NAMES) | _odd,
    On.CHAT: st.sampled_from(TAGS),
    On.SOURCE: st.sampled_from((*Origin, *NAMES, *TAGS)).map(str),
    On.NOISE_ABOVE: st.integers(0, 100).map(str),
    On.NOISE_UP_TO: st.integers(0, 100).map(str),
}


def is_readable(term: Term) -> bool:
    """Return whether the parser would take the value."""
    try:
        read(term.on, term.value, TextSpot(0, 0))
    except FilterError:
        return False
    return True


def terms_on(*fields: On) -> st.SearchStrategy[Term]:
    """Return conditions on any of these fields."""
    numbers = st.sampled_from(COUNTS)
    each = [builds(Term, st.just(on), _VALUES.get(on, numbers)) for on in fields]
    return st.one_of(each).filter(is_readable)


terms = terms_on(*On)
trees = st.recursive(
    terms,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, max_size=4).map(tuple).map(And),
        st.lists(parts, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=8,
)

texts = st.lists(_words | st.sampled_from([f"#{tag}" for tag in TAGS]) | _odd, max_size=6).map(
    " ".join
)


def a_subject(seed: int) -> Subject:
    """Return a post with what is around it, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 (samples, no secrets)
    return Subject(
        _a_post(chance),
        _an_author(chance),
        {name: _a_standing(chance) for name in _some(chance, NAMES)},
        frozenset(
            Source(chance.choice(list(Origin)), name) for name in _some(chance, NAMES + TAGS)
        ),
        chance.choice([0, 1, 39, 40, 41, 60, 100]),
        question=chance.choice([True, False]),
        copy=chance.choice([True, False]),
    )


def _some(chance: Random, pool: Sequence[T], most: int = 2) -> tuple[T, ...]:
    return tuple(chance.choice(pool) for _ in range(chance.randint(0, most)))


def _a_post(chance: Random) -> Post:
    mentions = (
        Mention(handle, chance.choice([None, "1", "3"])) for handle in _some(chance, HANDLES)
    )
    return Post(
        post_id=str(chance.randint(1, 2**62)),
        author_id=chance.choice(IDS),
        created_at=NOW - timedelta(seconds=chance.choice([0, 60, 61, 3600, 259_200, 10**8, -5])),
        text=_a_text(chance),
        lang=chance.choice(LANGS),
        reply_to=chance.choice([None, "7"]),
        reply_to_user=chance.choice([None, "1", "3"]),
        quote_of=chance.choice([None, "8"]),
        repost_of=chance.choice([None, None, "9"]),
        hashtags=_some(chance, TAGS),
        mentions=tuple(mentions),
        links=_some(chance, LINKS),
        media=_some(chance, ("photo", "video", "animated_gif")),
        metrics=Metrics(*(chance.choice([0, 1, 4, 5, 6, 10**18]) for _ in range(3))),
    )


def _a_text(chance: Random) -> str:
    """Return words, tags and handles that filters look for, and any other characters."""
    anything = "".join(
        chr(chance.choice([0, 0x250, 0x3000, 0x1F300]) + n) for n in range(3, 90, 29)
    )
    pool = (*WORDS, *(f"#{tag}" for tag in TAGS), *(f"@{handle}" for handle in HANDLES), anything)
    return chance.choice([" ", " ", "", "\n", "…"]).join(_some(chance, pool, 8))


def _an_author(chance: Random) -> Account | None:
    private, verified = chance.choice([True, False]), chance.choice([True, False])
    known = Account("1", chance.choice(HANDLES), private=private, verified=verified)
    return chance.choice([known, known, None])


def _a_standing(chance: Random) -> Membership:
    return Membership(chance.choice(("", *NAMES)), frozenset(_some(chance, NAMES)))


CORPUS = tuple(map(a_subject, range(250)))
subjects = st.sampled_from(CORPUS)
