"""Near-duplicates as they come in: found, named, never the oldest, whatever the order."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.noise import Mark, NoiseKind
from allybook.domain.noise.near import ROOM
from allybook.services.timeline.view import explain
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import HOME, MORNING, a_post, an_account

TEXT = "Fourteen beds are open tonight on the east side and pets are welcome there"
ONE_WORD = TEXT.replace("tonight", "tomorrow")
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
    assert reason.words == "Nearly the same as @wren's post of 30 Mar"
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


told = st.lists(
    st.tuples(st.sampled_from((TEXT, ONE_WORD, OTHER)), st.integers(0, 200)),
    min_size=2,
    max_size=8,
)


@settings(max_examples=8, deadline=None)
@given(told=told, order=st.randoms(use_true_random=False))
def test_in_whatever_order_they_come_the_oldest_is_never_a_copy(tmp_path_factory, told, order):
    posts = [later(key, text, hours=hours) for key, (text, hours) in enumerate(told, 1)]
    by_id = {int(post.post_id): post for post in posts}
    order.shuffle(posts)
    with Profile(tmp_path_factory.mktemp("profile"), FixedClock()) as profile:
        cache = profile.cache("7001")
        for post in posts:
            cache.save_posts([post], HOME)
        found = copies(cache)
        assert marked(cache) == found.keys()
    for copy, original in found.items():
        assert original not in found
        age = by_id[original].created_at, original
        assert age < (by_id[copy].created_at, copy)
