"""A file through a filter, where posts bear on each other: as if it had been imported."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MUTES, Mute, MuteKind, write_mutes
from allybook.domain.noise.kinds import DEFAULT_WEIGHTS, NoiseKind
from allybook.domain.noise.weights import WEIGHTS, write_weights
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post
from allybook.domain.reading.sources import Origin, Source
from allybook.ports.files import Lump
from allybook.services.timeline.sift import count, sift
from allybook.services.timeline.view import explain, walk
from allybook.store.profile import Profile
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.zones import NEW_YORK

FILE = Source(Origin.FILE, "posts.jsonl")
BEDS = "Fourteen beds are open tonight on the east side and pets are welcome there"
CUTS = "The council votes on the bus cuts at noon and every seat in the hall is free"
GIFT = "Enter to win a gift card for the whole family at the autumn fair downtown"
NEARLY = (
    BEDS,
    BEDS.replace("tonight", "tomorrow"),
    BEDS.replace("Fourteen", "Fifteen").replace("pets", "dogs"),
    BEDS.replace("east side and pets are", "west side where cats were"),
    CUTS,
    f"@ana {CUTS} https://t.co/a",
    CUTS.replace("noon", "nine"),
    GIFT,
    GIFT.replace("autumn", "spring"),
    "Good morning",
    "May I ask who knows of a bed for two tonight near the river or the mill?",
)
FILTERS = tuple(
    map(
        parse,
        (
            "",
            "noise<=40",
            "noise<=20",
            "noise<=44 -is:repost",
            "noise>24",
            "noise>44 has:links",
            "(noise>40 OR is:reply)",
            "-noise<=25",
            "is:muted",
            "-is:muted noise<=30",
            "is:question",
            "-is:question noise<=40",
            "is:copy",
            "-is:copy",
            "is:question OR is:copy has:links",
            "-(is:copy noise>20)",
        ),
    )
)
PEOPLE = tuple(Account(str(100 + one), name) for one, name in enumerate(("ana", "ben", "wren")))


class Pages(Struct, frozen=True):
    """A file of lumps, as its importer and as what finds it."""

    told: tuple[Lump, ...]
    kind: str = "twarc"

    def lumps(self, bad):
        return iter(self.told)

    def recognise(self, path):
        return self


def a_post(key, text=BEDS, *, hours=0, by="100", **facts):
    return Post(str(key), by, NOON + timedelta(hours=hours), text, "en", **facts)


def lay(profile, posts, *, size=1000, **setup):
    """Return a desk that reads a file of these posts, and has them in its cache."""
    lumps = tuple(
        Lump(posts=tuple(posts[at : at + size]), accounts=PEOPLE)
        for at in range(0, len(posts), size)
    )
    desk = make_desk(profile, FixedClock(NOON), None)
    for name, text in setup.items():
        desk.settings.write(name, text)
    for lump in lumps:
        desk.cache.save_posts(lump.posts, FILE, accounts=lump.accounts)
    return replace(desk, importers=Pages(lumps))


def sifted(desk, tmp_path, chosen, **how):
    return sift(desk, tmp_path / FILE.name, chosen, pytest.fail, **how)


def told(rows):
    """Return what a person hears of rows: which posts, how noisy, and why."""
    return [
        (row.post.post_id, row.noise, [(one.kind, one.points, one.words) for one in explain(row)])
        for row in rows
    ]


@pytest.fixture
def profile(tmp_path):
    with Profile(tmp_path / "profile", FixedClock(NOON)) as opened:
        yield opened


def test_a_copy_names_the_post_that_was_first(profile, tmp_path):
    posts = [a_post(2, hours=30, by="101"), a_post(1, hours=1), a_post(3, CUTS, hours=40)]
    desk = lay(profile, posts)
    words = [
        [reason for _, _, reason in why] for _, _, why in told(sifted(desk, tmp_path, parse("")))
    ]
    assert words == [[], ["Nearly the same as @ana's post of Mar 30"], []]
    assert count(desk, tmp_path / "x", parse("noise<=24"), pytest.fail) == 2


def test_the_day_of_what_is_copied_is_that_of_the_person(profile, tmp_path):
    posts = [a_post(1, hours=14), a_post(2, hours=20, by="101")]
    desk = lay(profile, posts)
    there = replace(desk, clock=FixedClock(NOON, NEW_YORK))
    [reason] = (why.words for why in explain(sifted(there, tmp_path, parse(""))[0]))
    assert reason == "Nearly the same as @ana's post of Mar 30"
    with Profile(tmp_path / "there", FixedClock(NOON, NEW_YORK)) as other:
        kept = lay(other, posts)
        [row] = kept.cache.rows([2]).values()
        assert [why.words for why in explain(row)] == [reason]


def test_a_post_that_is_told_again_without_the_muted_word_is_heard(profile, tmp_path):
    loud, calm = f"{BEDS} crypto", f"{BEDS} and warm"
    repost = a_post(2, "RT @ben: Fourteen beds", hours=1, by="102", repost_of="1")
    posts = [a_post(1, loud, by="101"), repost, a_post(1, calm, by="101")]
    desk = lay(profile, posts, mutes=write_mutes([Mute(MuteKind.WORD, "crypto")]))
    assert sifted(desk, tmp_path, parse("is:muted")) == []
    again = replace(desk, importers=Pages((Lump(posts=tuple(posts[::-1]), accounts=PEOPLE),)))
    assert len(sifted(again, tmp_path, parse("is:muted"))) == 2


def test_the_third_post_in_a_day_for_a_page_is_a_streak(profile, tmp_path):
    posts = [
        a_post(
            key,
            f"{key} {CUTS if key % 2 else BEDS}",
            hours=key,
            links=("https://a.example/join",),
        )
        for key in (1, 6, 11, 20, 29, 60)
    ]
    rows = sifted(lay(profile, posts), tmp_path, parse(""))
    streaks = [row.post.post_id for row in rows if row.verdict.marks & 1024]
    assert streaks == ["29", "20", "11"]


def test_to_count_what_hangs_on_no_noise_nothing_around_is_looked_at(profile, tmp_path):
    mutes = write_mutes([Mute(MuteKind.WORD, "crypto")])
    desk = lay(profile, [a_post(1), a_post(2, CUTS), a_post(3, "crypto")], mutes=mutes)
    blind = replace(desk, sketch=pytest.fail)
    assert count(blind, tmp_path / "x", parse("-crypto"), pytest.fail) == 2
    assert count(desk, tmp_path / "x", parse("-is:muted"), pytest.fail) == 2
    assert [row.verdict.mute for row in sifted(desk, tmp_path, parse("crypto"))] == [
        Mute(MuteKind.WORD, "crypto")
    ]


def test_a_chat_that_was_read_makes_its_posts_calmer(profile, tmp_path):
    posts = [a_post(1, f"{BEDS} #SwHelper", hashtags=("SwHelper",)), a_post(2, CUTS)]
    desk = lay(profile, posts)
    desk.cache.save_posts([a_post(9, "Hello")], Source(Origin.CHAT, "#swhelper"))
    kinds = [[kind for kind, _, _ in why] for _, _, why in told(sifted(desk, tmp_path, parse("")))]
    assert kinds == [[], [NoiseKind.CHAT]]


@pytest.mark.parametrize("size", [1, 3], ids=["before it is told", "beside it"])
def test_a_mute_reaches_a_repost_by_what_it_passes_on(profile, tmp_path, size):
    posts = [
        a_post(3, "RT @ben: Fourteen beds", by="102", repost_of="1"),
        a_post(2, "So true", by="102", quote_of="1"),
        a_post(1, f"{BEDS} crypto", by="101"),
    ]
    desk = lay(profile, posts, size=size, mutes=write_mutes([Mute(MuteKind.WORD, "crypto")]))
    rows = sifted(desk, tmp_path, parse("is:muted"))
    assert [row.post.post_id for row in rows] == ["3", "2", "1"]
    assert sifted(desk, tmp_path, parse("-is:muted")) == []


def test_a_post_told_again_is_where_it_was_first(profile, tmp_path):
    posts = [a_post(2, hours=2), a_post(1, hours=1), a_post(2, hours=2), a_post(1, hours=1)]
    desk = lay(profile, posts, size=2)
    rows = sifted(desk, tmp_path, parse(""))
    assert told(rows) == told(walk(desk, desk.cache.order(parse(""))))


def make_posts():
    """Return a strategy for the posts of a file: few texts, authors and pages, some weeks."""
    one = st.fixed_dictionaries(
        {
            "text": st.sampled_from(NEARLY),
            "hours": st.integers(0, 24 * 24),
            "by": st.sampled_from(("100", "101", "102")),
            "links": st.sampled_from(((), ("https://a.example/x",), ("https://b.example",))),
            "kind": st.sampled_from(("", "", "", "reply_to", "repost_of", "quote_of")),
            "other": st.integers(1, 30),
            "hashtags": st.sampled_from(((), (), tuple("abcde"))),
            "is_own": st.booleans(),
        }
    )
    return st.lists(one, min_size=2, max_size=30).map(
        lambda told: [_made(number, facts) for number, facts in enumerate(told, 1)]
    )


def _made(number, facts):
    mention = Mention("ana", facts["by"] if facts["is_own"] else "999")
    return a_post(
        number,
        facts["text"],
        hours=facts["hours"],
        by=facts["by"],
        links=facts["links"],
        hashtags=facts["hashtags"],
        mentions=(mention,),
        **({facts["kind"]: str(facts["other"])} if facts["kind"] else {}),
    )


MUTED = st.sampled_from(
    (
        (),
        (),
        (Mute(MuteKind.WORD, "dogs"), Mute(MuteKind.AUTHOR, "ben", user_id="101")),
        (Mute(MuteKind.AUTHOR, "wren"), Mute(MuteKind.PHRASE, "bus cuts")),
    )
)
WEIGHED = st.fixed_dictionaries(
    {},
    optional={
        kind: st.integers(0, 100)
        for kind in (NoiseKind.NEAR, NoiseKind.STREAK, NoiseKind.GIVEAWAY, NoiseKind.REPOST)
    },
)


@settings(max_examples=20, deadline=None)
@given(
    posts=make_posts(),
    order=st.randoms(use_true_random=False),
    size=st.integers(1, 12),
    mutes=MUTED,
    weights=WEIGHED,
)
def test_a_file_is_judged_as_the_cache_would(tmp_path_factory, posts, order, size, mutes, weights):
    order.shuffle(posts)
    setup = {
        MUTES: write_mutes(mutes),
        WEIGHTS: write_weights({**DEFAULT_WEIGHTS, **weights}),
    }
    path = tmp_path_factory.mktemp("sifted")
    with Profile(path, FixedClock(NOON)) as profile:
        desk = lay(profile, posts, size=size, **setup)
        for chosen in FILTERS:
            asked = list(walk(desk, desk.cache.order(chosen)))
            found = sifted(desk, path, chosen)
            assert told(found) == told(asked)
            assert told(sifted(desk, path, chosen, most=3)) == told(asked[:3])
            assert count(desk, path / FILE.name, chosen, pytest.fail) == len(asked)


def test_a_text_that_everybody_posts_is_looked_at_once_by_each(profile, tmp_path):
    posts = [a_post(key, hours=key / 100) for key in range(5_000, 0, -1)]
    desk = replace(
        make_desk(profile, FixedClock(NOON), None),
        importers=Pages((Lump(posts=tuple(posts), accounts=PEOPLE),)),
    )
    rows = sifted(desk, tmp_path, parse("noise>24"))
    assert {row.verdict.near.post_id for row in rows} == {"1"}
    assert len(rows) == 4_999


def test_where_everything_resembles_everything_the_same_copies_are_missed(tmp_path):
    """A band has room for a few: which are missed hangs on what came before, here as there."""
    start = " ".join(f"word{number}" for number in range(9))
    ends = (" ".join(f"end{post % 40}x{number}" for number in range(4)) for post in range(120))
    posts = [a_post(key, f"{start} {end} only{key}", hours=-key) for key, end in enumerate(ends, 1)]
    with Profile(tmp_path, FixedClock(NOON)) as profile:
        desk = lay(profile, posts, size=25)
        rows = sifted(desk, tmp_path, parse(""))
        assert told(rows) == told(walk(desk, desk.cache.order(parse(""))))
        assert 0 < sum(row.verdict.near is not None for row in rows) < 80
