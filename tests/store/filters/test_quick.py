"""Counts without a look at each post: they are what is listed, and they are quick."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.filters.match import matches
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term
from allybook.domain.mutes import Mute, MuteKind
from allybook.domain.noise import Judgement
from allybook.domain.noise.kinds import DEFAULT_WEIGHTS, NoiseKind
from allybook.services.timeline.view import QUIET_ABOVE, divide
from allybook.store.filters.muted import lay_aside
from allybook.store.filters.quick import NOISY, find_quick, find_words, split_unwanted
from allybook.store.filters.sql import compile_choice
from allybook.store.filters.terms import BITS
from allybook.store.posts.judging import Judged
from allybook.store.profile import Profile
from tests.benchmarks import crowd
from tests.cases import cases
from tests.fakes.clock import FixedClock
from tests.store.filters.test_sql import near_in, refill
from tests.store.pieces import NOW, words
from tests.store.samples import HOME, a_post
from tests.store.worlds import settle, worlds

LIMITS = ("0", "39", "40", "41", "60", "99", "100")
PLAIN = Judged()
MUTES = Judgement(mutes=(Mute(MuteKind.WORD, "housing"), Mute(MuteKind.AUTHOR, crowd.handle(3))))
LIGHT = replace(MUTES, weights={**DEFAULT_WEIGHTS, NoiseKind.MUTED: 20})
"""What is muted is no noise by itself, only together with something else."""

kinds = st.sampled_from(list(BITS))
texts = st.builds(Term, st.sampled_from((On.WORD, On.HASHTAG)), words)
langs = st.builds(Term, st.just(On.LANG), st.sampled_from(("en", "DE", "und", "")))
noises = st.builds(Term, st.sampled_from((On.NOISE_UP_TO, On.NOISE_ABOVE)), st.sampled_from(LIMITS))
spared = st.tuples(noises, kinds | texts | st.just(Term(On.FROM, "ana")) | noises).map(Or)
parts = st.one_of(kinds, kinds.map(Not), texts, texts.map(Not), langs, noises, spared)
quick_filters = st.lists(parts, max_size=4).map(lambda some: And(tuple(some)))


@pytest.fixture(scope="module")
def shared():
    with TemporaryDirectory() as folder, Profile(Path(folder), FixedClock(NOW)) as profile:
        yield profile.cache("7001")


@cases(25)
@given(world=worlds(), chosen=st.lists(quick_filters, min_size=8, max_size=16))
def test_counts_are_those_of_the_reference(shared, world, chosen):
    refill(shared, world)
    subjects = world.subjects(near_in(shared))
    for node in chosen:
        kept = sum(matches(node, subject, NOW) for subject in subjects.values())
        assert shared.count(node) == kept, node


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    with Profile(tmp_path_factory.mktemp("crowd"), FixedClock()) as profile:
        cache = profile.cache(crowd.ACCOUNT)
        crowd.settle(cache)
        for source, posts in crowd.lumps(6_000):
            cache.save_posts(posts, source)
        yield cache


EVERYDAY = (
    "",
    "-is:repost",
    "is:reply -is:repost",
    "lang:en -has:links",
    "lang:en",
    "housing",
    "#swhelper -is:repost",
    "housing -giveaway",
    '("call today" OR shelter) -is:repost noise<=60',
    "noise<=20",
    "min_likes:5 has:links",
    "chat:swhelper noise<=60",
    "url:housing.example",
    "url:housing.example -is:repost",
    "from:housing0 housing",
    "-giveaway -win is:verified",
    "-giveaway",
    "-giveaway -win -is:repost",
    '-"call today" lang:en has:links noise<=60',
)


AUTHOR = (parse(f"from:{crowd.handle(3)}"),)
SPARED = [(), AUTHOR, (*AUTHOR, parse("shelter -is:repost"))]


@pytest.mark.parametrize("judgement", [Judgement(), MUTES, LIGHT], ids=["plain", "muted", "light"])
@pytest.mark.parametrize("spared", SPARED, ids=["none", "an author", "words"])
@pytest.mark.parametrize("text", EVERYDAY)
def test_both_halves_of_a_filter_count_what_they_list(crowded, text, spared, judgement):
    settle(crowded, judgement)
    halves = divide(parse(text), spared)
    for node in (halves.kept, halves.quiet, halves.everything):
        assert crowded.count(node) == len(crowded.order(node))
    assert crowded.count(halves.kept) + crowded.count(halves.quiet) == crowded.count(
        halves.everything
    )


def plan(cache, choice):
    sql = f"EXPLAIN QUERY PLAN SELECT count(*) FROM {choice.tables} WHERE {choice.where.sql}"  # noqa: S608 (our own)
    with cache._connections.read() as connection:
        rows = connection.execute(sql.replace("?1", "0").replace("?2", "9"), choice.where.bindings)
        return "\n".join(step for *_, step in rows)


@pytest.mark.parametrize("text", ["housing", "#swhelper -is:repost", "lang:en -has:links", ""])
def test_what_is_left_out_is_read_in_its_index_alone(crowded, text):
    quick = find_quick(divide(parse(text)).kept, NOW, PLAIN)
    assert quick
    steps = plan(crowded, quick.left_out or quick.all)
    assert "posts USING COVERING INDEX posts_left_out" in steps


@pytest.mark.parametrize("text", ["", "-is:repost", "lang:en -has:links"])
def test_who_is_never_hidden_is_looked_for_among_the_noisy_alone(crowded, text):
    """Otherwise one rule would have every post looked at, in each view."""
    plain, quick = (find_quick(divide(parse(text), some).kept, NOW, PLAIN) for some in SPARED[:2])
    assert quick
    assert quick.all == plain.all
    assert "posts USING COVERING INDEX posts_left_out" in plan(crowded, quick.left_out)


def test_a_limit_the_other_way_round_spares_nobody():
    assert find_quick(parse("noise>40 OR from:ana"), NOW, PLAIN) is None


def test_posts_of_a_kind_lie_together(crowded):
    quick = find_quick(parse("lang:en is:reply"), NOW, PLAIN)
    assert quick
    assert "posts_by_traits (traits=? AND lang=?)" in plan(crowded, quick.all)
    assert quick.left_out is None


def test_noise_below_that_of_the_index_is_looked_at(crowded):
    assert find_quick(parse(f"housing noise<={NOISY - 1}"), NOW, PLAIN) is None
    assert find_quick(parse(f"housing noise>{NOISY - 1}"), NOW, PLAIN) is None
    assert NOISY == QUIET_ABOVE


def test_what_is_muted_is_asked_for_with_the_words(crowded):
    kept = divide(parse("housing -is:repost")).kept
    aside = Judged(MUTES, aside=True)
    found = find_words(kept, NOW, aside)
    assert found
    with crowded._connections.read() as connection:
        lay_aside(connection, MUTES.mutes)
        asked = f"EXPLAIN QUERY PLAN SELECT count(*) FROM {found.tables} WHERE {found.where.sql}"  # noqa: S608 (our own)
        steps = "\n".join(step for *_, step in connection.execute(asked, found.where.bindings))
    assert "posts USING INTEGER PRIMARY KEY" in steps
    assert steps.count("post_words") == 1
    assert find_words(kept, NOW, replace(aside, aside=False)) is None
    assert find_words(divide(parse("min_likes:5 housing")).kept, NOW, aside) is None


def test_unwanted_words_are_counted_by_themselves():
    split = split_unwanted(parse("-giveaway -is:repost -win"), NOW, PLAIN)
    assert split == (And((parse("-is:repost"),)), parse("(giveaway OR win) -is:repost"))


@pytest.mark.parametrize("text", ["-is:repost", "housing -giveaway", "from:ana -giveaway"])
def test_unwanted_words_of_few_posts_are_asked_of_each(text):
    assert split_unwanted(parse(text), NOW, PLAIN) is None


def test_sums_of_another_judgement_are_not_compared():
    assert find_quick(parse("housing noise<=60"), NOW, Judged(laid=False)) is None


def test_a_post_with_two_such_links_is_found_once(cache):
    links = ("https://a.example/beds", "https://b.example/beds")
    cache.save_posts([a_post(1, links=links), a_post(2, links=links[:1]), a_post(3)], HOME)
    for node in (Term(On.URL, "beds"), And((Term(On.URL, "beds"), Not(Term(On.IS, "repost"))))):
        assert list(cache.order(node)) == list(cache.order(node, limit=9)) == [2, 1]
        assert cache.count(node) == 2
        assert sum(posts for _, posts in cache.days(node)) == 2


def test_links_lead_to_the_newest_posts_first(cache):
    choice = compile_choice(Term(On.URL, "beds"), NOW)
    assert choice.key == "links.post_id"
    steps = plan(cache, choice)
    assert "SEARCH posts USING INTEGER PRIMARY KEY" in steps


HALF = Term(On.WORD, "\ud83d")
NEVER_OR_ALWAYS = (
    Term(On.NOISE_ABOVE, "100"),
    And((Term(On.LANG, "\ud83d"), Term(On.NOISE_ABOVE, "40"))),
    And((Or((HALF, HALF)), Not(Term(On.IS, "repost")), Term(On.NOISE_ABOVE, "40"))),
    And((Not(Term(On.IS, "repost")), Term(On.NOISE_UP_TO, "100"))),
)


@pytest.mark.parametrize("node", NEVER_OR_ALWAYS, ids=ascii)
def test_what_keeps_nothing_or_everything_is_counted_too(crowded, node):
    assert crowded.count(node) == len(crowded.order(node))


def test_everything_is_counted_without_a_condition(cache):
    cache.save_posts([a_post(1), a_post(2)], HOME)
    assert cache.count(EVERYTHING) == 2
