"""Filters in SQL agree with the reference matcher on every post."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.match import matches
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.times import day_of
from allybook.domain.filters.tree import EVERYTHING, And, Node, Not, On, Or, Term
from allybook.store.filters.sql import compile_choice, compile_filter
from allybook.store.profile import Profile
from tests.cases import cases
from tests.fakes.clock import FixedClock
from tests.fakes.zones import ZONES
from tests.store.any_filters import filters
from tests.store.meeting import filters_about, seeds
from tests.store.pieces import NOW
from tests.store.samples import CHAT, HOME, a_post, an_account, an_ally
from tests.store.worlds import World, worlds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from allybook.store.cache import SqliteCache

STRETCHES = (
    ("2026-03-24", "2026-03-30"),
    ("2026-03-29T11:59:59.999999", "2026-04-01T12:00:00.000001"),
    ("0001-01-01", "0001-01-02"),
    ("9999-12-20", "9999-12-31T12:00"),
)
"""Stretches of time whose posts are counted day by day, at both ends of all time too."""
MET, FEW = 48, 6
"""So many filters about its posts are asked of each world, and so many of them in every way."""
CLEAR = """
    DELETE FROM post_sources; DELETE FROM sources; DELETE FROM links; DELETE FROM bodies;
    DELETE FROM posts; DELETE FROM accounts; DELETE FROM handles; DELETE FROM roster;
    DELETE FROM echoes; DELETE FROM near; DELETE FROM bands; DELETE FROM promotions;
    DELETE FROM marks; DELETE FROM list_members; DELETE FROM list_readings; DELETE FROM lists;
    INSERT INTO post_words (post_words) VALUES ('delete-all');
"""


@pytest.fixture(scope="module")
def clock():
    return FixedClock(NOW)


@pytest.fixture(scope="module")
def shared(clock):
    with TemporaryDirectory() as folder, Profile(Path(folder), clock) as profile:
        yield profile.cache("7001")


def refill(cache: SqliteCache, world: World) -> None:
    with cache._connections.write() as connection:
        connection.execute(CLEAR)
    world.fill(cache)


def near_in(cache: SqliteCache) -> set[int]:
    """Return which posts the store takes for near-duplicates (``test_near`` is about those)."""
    with cache._connections.read() as connection:
        return {key for (key,) in connection.execute("SELECT post_id FROM near")}


@cases(40)
@given(
    world=worlds(),
    chosen=st.lists(filters, min_size=6, max_size=10),
    seed=seeds,
    when=st.tuples(st.sampled_from(ZONES), st.sampled_from(STRETCHES)),
)
def test_the_store_keeps_what_the_reference_keeps(
    clock,
    shared,
    world: World,
    chosen: Sequence[Node],
    seed: int,
    when: tuple[tzinfo, tuple[str, str]],
):
    zone, stretch = when
    refill(shared, world)
    clock.zone, now = zone, NOW.astimezone(zone)
    subjects = world.subjects(near_in(shared))
    met = filters_about(subjects.values(), seed, MET)
    for node in met:
        kept = {key for key, subject in subjects.items() if matches(node, subject, now)}
        assert list(shared.order(node)) == sorted(kept, reverse=True), node
        assert shared.count(node) == len(kept), node
    for node in (*chosen, *met[:FEW]):
        kept = {key for key, subject in subjects.items() if matches(node, subject, now)}
        newest = sorted(kept, reverse=True)
        assert list(shared.order(node, limit=2)) == newest[:2], node
        assert list(shared.order(node)) == newest, node
        assert shared.count(node) == len(kept)
        within = And((node, Term(On.SINCE, stretch[0]), Term(On.UNTIL, stretch[1])))
        for asked in (node, within):
            days = Counter(
                day_of(subject.post.created_at, zone)
                for subject in subjects.values()
                if matches(asked, subject, now)
            )
            assert list(shared.days(asked)) == sorted(days.items()), asked


@cases(60)
@given(world=worlds())
def test_rows_say_what_the_reference_knows(shared, world: World):
    refill(shared, world)
    subjects = world.subjects(near_in(shared))
    rows = shared.rows(list(subjects))
    assert rows.keys() == subjects.keys()
    for key, subject in subjects.items():
        assert (rows[key].post, rows[key].noise) == (subject.post, subject.noise)
        assert rows[key].ally == bool(subject.books)
        tags = {tag for standing in subject.books.values() for tag in standing.tags}
        assert rows[key].book_tags == tuple(sorted(tags))


PLANS = [
    (Term(On.WORD, "home"), "post_words"),
    (And((Term(On.HASHTAG, "swhelper"), Not(Term(On.IS, "repost")))), "post_words"),
    (Term(On.FROM, "ana"), "posts_by_author"),
    (Term(On.IN, "Housing"), "posts_by_author"),
    (Term(On.CHAT, "swhelper"), "post_sources USING PRIMARY KEY"),
    (Term(On.TAG, "shelter"), "posts_by_author"),
]


EXPLAIN = """
    EXPLAIN QUERY PLAN WITH span AS (VALUES (?1, ?2))
    SELECT posts.id FROM posts WHERE {where}
"""


def plan(cache: SqliteCache, node: Node) -> str:
    where = compile_filter(node, NOW)
    with cache._connections.read() as connection:
        rows = connection.execute(EXPLAIN.format(where=where.sql), (0, 9, *where.bindings))
        return "\n".join(detail for *_, detail in rows)


@pytest.mark.parametrize(("node", "index"), PLANS)
def test_everyday_filters_use_an_index(cache, node, index):
    found = plan(cache, node)
    assert index in found
    assert "SCAN posts" not in found


FIRST = """
    EXPLAIN QUERY PLAN WITH span AS (VALUES (?1, ?2))
    SELECT posts.id FROM {tables} WHERE {where} ORDER BY {key} DESC LIMIT 1
"""


def test_the_index_gives_the_newest_posts_with_a_word_first(cache):
    inner = And((Term(On.WORD, "home"), Not(Term(On.IS, "repost"))))
    choice = compile_choice(And((inner, Term(On.NOISE_UP_TO, "40"))), NOW)
    sql = FIRST.format(tables=choice.tables, where=choice.where.sql, key=choice.key)
    with cache._connections.read() as connection:
        steps = [step for *_, step in connection.execute(sql, (0, 9, *choice.where.bindings))]
    assert steps[0].startswith("SCAN post_words")
    assert not any("TEMP B-TREE" in step for step in steps)


def test_words_that_stand_together_are_one_question(cache):
    node = And((Term(On.WORD, "home"), Term(On.HASHTAG, "a"), Not(Term(On.WORD, "b"))))
    assert compile_filter(node, NOW).bindings == ('("home" AND "#a") NOT ("b")',)


def test_what_people_type_is_never_part_of_the_sql(cache):
    cache.save_posts([a_post()], HOME)
    odd = "x' OR 1=1; DROP TABLE posts; --"
    for on in On:
        cache.count(Term(on, odd))
    assert cache.count(EVERYTHING) == 1


def test_half_an_emoji_in_a_filter_finds_nothing(cache):
    cache.save_posts([a_post()], HOME)
    for on in On:
        assert cache.count(Term(on, "\ud83d")) == 0


def test_a_filter_of_thousands_of_conditions_is_not_too_deep(cache):
    cache.save_accounts([an_account(10, "ana")], NOW)
    cache.save_posts([a_post(1), a_post(2, author_id="11")], HOME)
    names = [Term(On.FROM, name) for name in (*(f"u{i}" for i in range(3000)), "ana")]
    words = [Term(On.WORD, f"w{number}") for number in range(2000)]
    urls = [Term(On.URL, f"u{number}") for number in range(1100)]
    assert cache.count(Or((*names, *words, *urls))) == 1
    assert cache.count(And(tuple(Not(term) for term in (*names, *words, *urls)))) == 1


@pytest.mark.parametrize("on", [On.FROM, On.TO])
def test_many_handles_are_one_question(on):
    handles = Or(tuple(Term(on, f"U{number}") for number in range(300)))
    assert len(compile_filter(handles, NOW).bindings) == 1
    assert len(compile_filter(Or((*handles.parts, Term(on, ""))), NOW).bindings) == 1


def test_deep_brackets_are_understood(cache):
    cache.save_posts([a_post()], HOME)
    deep = reduce(lambda node, _: Not(node), range(200), Term(On.WORD, "home"))
    assert cache.count(deep) == cache.count(Term(On.WORD, "home"))


@pytest.mark.parametrize("levels", [2, 5, 8, 9, 26, 40])
@pytest.mark.parametrize("joined", [(And, Or), (Or, And)], ids=["and or", "or and"])
def test_words_in_brackets_within_brackets_are_asked_for_however_deep(cache, levels, joined):
    outer, inner = joined
    node: Node = Term(On.WORD, "w")
    for number in range(levels):
        choice = inner((node, Term(On.WORD, f"b{number}")))
        node = outer((Term(On.WORD, f"a{number}"), choice))
    every = " ".join(f"a{number}" for number in range(levels))
    last = levels - 1
    found, missed = (f"{every} w", f"a{last} b{last}"), ("w", f"b{last}")
    both = [a_post(n, text) for n, text in enumerate((*found, *missed), 1)]
    cache.save_posts(both, HOME)
    kept = cache.order(node)
    assert sorted(kept) == [
        n for n, post in enumerate(both, 1) if matches(node, Subject(post), NOW)
    ]
    assert set(kept) >= {1, 2}


def test_an_ally_known_by_handle_counts_as_soon_as_the_account_is_known(cache):
    cache.save_posts([a_post()], CHAT)
    cache.lay_roster("Housing", [an_ally("@saferoof", "SafeRoof", tags=("shelter",))])
    assert cache.count(Term(On.IS, "ally")) == 0
    cache.save_accounts([an_account(10, "SafeRoof")], NOW)
    assert cache.count(Term(On.IN, "housing")) == 1
    assert cache.count(Term(On.TAG, "Shelter")) == 1


def test_a_new_roster_takes_the_place_of_the_old_one(cache):
    cache.save_posts([a_post(1), a_post(2, author_id="11")], HOME)
    cache.lay_roster("Housing", [an_ally("10")])
    cache.lay_roster("Food", [an_ally("10")])
    cache.lay_roster("Housing", [an_ally("11")])
    assert list(cache.order(Term(On.IN, "Housing"))) == [2]
    assert list(cache.order(Term(On.IS, "ally"))) == [2, 1]
