"""Near-duplicates as they come in: found, named, never the oldest, whatever the order."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.noise import Mark, NoiseKind
from allybook.domain.noise.near import (
    BANDS,
    ROOM,
    Text,
    are_alike,
    bands_of,
    beside,
    pairs_of,
)
from allybook.services.timeline.view import explain
from allybook.store.posts.sketch import sketch
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import HOME, MORNING, a_post, an_account

TEXT = "Fourteen beds are open tonight on the east side and pets are welcome there"
ONE_WORD = TEXT.replace("tonight", "tomorrow")
TWO_WORDS = ONE_WORD.replace("pets", "dogs")
OTHER = "The council votes on the bus cuts at noon and every seat in the hall is free"


def later(post_id, text=TEXT, *, days=0, hours=0, **facts):
    made = MORNING + timedelta(days=days, hours=hours)
    return a_post(post_id, text, created_at=made, **facts)


def copies(cache):
    with cache._connections.read() as connection:
        return dict(connection.execute("SELECT post_id, original_id FROM near"))


def marked(cache):
    with cache._connections.read() as connection:
        rows = connection.execute("SELECT id FROM posts WHERE reasons & ?", (int(Mark.NEAR),))
        return {key for (key,) in rows}


def test_a_copy_names_the_post_that_was_first(cache):
    cache.save_accounts([an_account(10, "wren")], MORNING)
    cache.save_posts([later(1), later(2, ONE_WORD, hours=1, author_id="11"), later(3, OTHER)], HOME)
    assert copies(cache) == {2: 1}
    reason = explain(cache.rows([2])[2])[0]
    assert reason.words == "Nearly the same as @wren's post of Mar 30"
    assert NoiseKind.NEAR not in {one.kind for one in explain(cache.rows([1])[1])}


def test_only_whom_it_addresses_and_where_it_links_may_differ(cache):
    told = [f"@ana {TEXT} https://t.co/aaa", f"@ben {TEXT} https://t.co/bbb"]
    cache.save_posts(
        [later(number, text, hours=number) for number, text in enumerate(told, 1)], HOME
    )
    assert copies(cache) == {2: 1}


def test_a_repost_is_no_copy_of_its_original(cache):
    reposts = [later(2, TEXT, hours=1, repost_of="1"), later(3, f"RT @wren: {TEXT}", hours=2)]
    cache.save_posts([later(1), *reposts], HOME)
    assert copies(cache) == {}


def test_a_few_words_are_nobodys(cache):
    cache.save_posts(
        [later(1, "Good morning to you all"), later(2, "Good morning to you all")], HOME
    )
    assert copies(cache) == {}


def test_the_oldest_post_may_come_last(cache):
    cache.save_posts([later(3, hours=3)], HOME)
    cache.save_posts([later(2, hours=2)], HOME)
    cache.save_posts([later(1, hours=1)], HOME)
    assert copies(cache) == {3: 1, 2: 1}
    assert marked(cache) == {2, 3}
    assert [cache.rows([key])[key].noise for key in (1, 2, 3)] == [0, 25, 25]


def test_a_copy_of_another_month_is_another_announcement(cache):
    cache.save_posts([later(1), later(2, days=40)], HOME)
    assert copies(cache) == {}


def test_a_copy_across_the_edge_of_a_week(cache):
    told = [" ".join(f"{word}{day}" for word in OTHER.split()) for day in range(8)]
    first = [later(2 * day + 1, text, days=day) for day, text in enumerate(told)]
    cache.save_posts(first, HOME)
    cache.save_posts(
        [later(2 * day + 2, text, days=day, hours=20) for day, text in enumerate(told)], HOME
    )
    assert copies(cache) == {2 * day + 2: 2 * day + 1 for day in range(8)}


def test_a_post_that_comes_again_stays_what_it_was(cache):
    cache.save_posts([later(1), later(2, hours=1)], HOME)
    cache.save_posts([later(2, hours=1), later(1)], HOME)
    assert copies(cache) == {2: 1}
    assert marked(cache) == {2}


def test_a_text_that_changed_is_compared_anew(cache):
    cache.save_posts([later(1), later(2, hours=1)], HOME)
    cache.save_posts([later(2, OTHER, hours=1)], HOME)
    assert copies(cache) == {}
    assert marked(cache) == set()


def test_when_the_first_post_is_erased_the_next_one_is_the_oldest(cache):
    cache.save_posts(
        [later(1), later(2, hours=1, author_id="11"), later(3, hours=2, author_id="12")], HOME
    )
    cache.erase(["10"])
    assert copies(cache) == {3: 2}
    assert marked(cache) == {3}
    cache.save_posts([later(4, hours=3, author_id="13")], HOME)
    assert copies(cache) == {3: 2, 4: 2}


def test_a_band_has_room_for_a_few_posts(cache):
    """Texts of a template share bands; without a limit each would be compared with all before."""
    start = " ".join(f"word{number}" for number in range(9))
    ends = (" ".join(f"end{post}x{number}" for number in range(9)) for post in range(60))
    cache.save_posts([later(key, f"{start} {end}") for key, end in enumerate(ends, 1)], HOME)
    with cache._connections.read() as connection:
        fullest = "SELECT max(posts) FROM (SELECT count(*) AS posts FROM bands GROUP BY band)"
        assert 1 < connection.execute(fullest).get <= ROOM


def test_whoever_is_erased_the_rest_of_a_group_are_copies_of_its_oldest(cache):
    """Of posts that say the same one stands for all; of the others none may be lost with it."""
    posts = [
        later(1, author_id="11"),
        later(2, ONE_WORD, hours=1, author_id="12"),
        later(3, ONE_WORD, hours=2, author_id="13"),
    ]
    cache.save_posts(posts, HOME)
    cache.erase(["12"])
    assert copies(cache) == {3: 1}
    cache.save_posts([later(4, ONE_WORD, hours=3, author_id="14")], HOME)
    assert copies(cache) == {3: 1, 4: 1}
    cache.erase(["11", "13", "14"])
    assert copies(cache) == {}
    assert marked(cache) == set()


def test_who_is_alike_only_with_an_erased_post_is_no_copy(cache):
    words = " ".join(f"word{number}" for number in range(24)).split()
    said = [words[first : first + 16] for first in (0, 3, 6)]
    posts = [
        later(key, " ".join(text), hours=key, author_id=f"1{key}")
        for key, text in enumerate(said, 1)
    ]
    cache.save_posts(posts, HOME)
    met = copies(cache)
    assert met == {2: 1, 3: 1}
    cache.erase(["12"])
    assert copies(cache) == {}
    assert marked(cache) == set()


@pytest.mark.parametrize(
    "days", [(4, 7), (1, 5, 6.5), (6, 8, 10, 13), (0, 3.4, 3.6, 7.1), (1, 2, 12, 15)]
)
def test_the_same_text_over_days_has_the_same_oldest_in_whatever_order(tmp_path, days):
    posts = [later(key, days=day) for key, day in enumerate(days, 1)]
    found = []
    for place, order in enumerate(list(permutations(posts))[::3]):
        with Profile(tmp_path / str(place), FixedClock()) as profile:
            for post in order:
                profile.cache("7001").save_posts([post], HOME)
            found.append(copies(profile.cache("7001")))
    assert found[0]
    assert found == found[:1] * len(found)


def test_what_is_said_once_a_week_is_no_copy(cache):
    cache.save_posts([later(key, days=7 * key) for key in range(1, 6)], HOME)
    assert copies(cache) == {}


def expected(posts):
    """Return the copies by the oldest of each group, by a look at every two posts."""
    texts = [
        Text(round(post.created_at.timestamp()) * 1_000_000, int(post.post_id)) for post in posts
    ]
    pairs = {int(post.post_id): pairs_of(post.text) for post in posts}
    bands = bands_of([(text, pairs[text.post_id]) for text in texts], sketch)
    oldest = dict(zip(texts, texts, strict=True))
    for one, other in product(texts, texts):
        near = not {*bands[one], *beside(bands[one])}.isdisjoint(bands[other])
        if near and are_alike(set(pairs[one.post_id]), set(pairs[other.post_id])):
            ends = oldest[one], oldest[other]
            oldest = {text: min(ends) if end in ends else end for text, end in oldest.items()}
    return {text.post_id: end.post_id for text, end in oldest.items() if text != end}


half_a_day = 12
told = st.lists(
    st.tuples(st.sampled_from((TEXT, ONE_WORD, TWO_WORDS, OTHER)), st.integers(0, 40)),
    min_size=2,
    max_size=9,
)


@settings(max_examples=40, deadline=None)
@given(told=told, order=st.randoms(use_true_random=False))
def test_in_whatever_order_and_in_how_many_parts_they_come_the_copies_are_the_same(
    tmp_path_factory, told, order
):
    posts = [
        later(key, text, hours=halves * half_a_day) for key, (text, halves) in enumerate(told, 1)
    ]
    wanted = expected(posts)
    order.shuffle(posts)
    with Profile(tmp_path_factory.mktemp("profile"), FixedClock()) as profile:
        cache = profile.cache("7001")
        while posts:
            size = order.randint(1, 4)
            cache.save_posts(posts[:size], HOME)
            del posts[:size]
        assert copies(cache) == wanted
        assert marked(cache) == wanted.keys()


def test_ten_thousand_same_texts_take_the_room_of_one(cache):
    posts = [later(key, hours=key / 1_000) for key in range(10_000, 0, -1)]
    for start in range(0, len(posts), 1_000):
        cache.save_posts(posts[start : start + 1_000], HOME)
    assert set(copies(cache).values()) == {1}
    assert len(copies(cache)) == 9_999
    with cache._connections.read() as connection:
        assert connection.execute("SELECT count(*) FROM bands").get == BANDS


def test_what_is_first_found_to_be_a_copy_when_somebody_is_erased_is_marked(cache):
    cache.save_accounts([an_account(10, "wren"), an_account(11, "eve")], MORNING)
    one_word = later(3, ONE_WORD, hours=2, author_id="12")
    cache.save_posts([later(1), later(2, hours=1, author_id="11"), one_word], HOME)
    # As an older version's bands, which new posts do not meet.
    with cache._connections.write() as connection:
        connection.execute("DELETE FROM bands")
    cache.save_posts([later(4, hours=5, author_id="13")], HOME)
    cache.erase(["11"])
    assert "4" in {str(key) for key in copies(cache)}
    assert set(copies(cache)) == marked(cache)
