"""What X leaves out: the share that was estimated first is the one that counts."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.services.reading.read_list import plan_list_posts
from allybook.services.reading.saving import ENOUGH, LEAST_FOUND, keep_share, share_found
from allybook.services.reading.search import plan_search, read_search
from tests.store.samples import HOME, a_post

QUERY = "housing"


@pytest.fixture
def query(desk):
    return desk.write_query(parse(f"from:nasw {QUERY}"))


def test_the_share_of_the_first_reading_stays(desk, query):
    keep_share(desk, query, 0.4)
    keep_share(desk, query, 0.9)
    assert share_found(desk, query) == 0.4


def test_where_nothing_is_left_out_nothing_is_kept(desk, query):
    keep_share(desk, query, 1.0)
    assert desk.cache.mark(f"found:{query.text}") == ""


@pytest.mark.parametrize(
    ("every", "found", "share"),
    [
        (ENOUGH, LEAST_FOUND, LEAST_FOUND / ENOUGH),
        (ENOUGH - 1, LEAST_FOUND, 1.0),
        (ENOUGH, LEAST_FOUND - 1, 1.0),
    ],
)
def test_few_posts_tell_of_no_share(desk, every, found, share):
    words = [QUERY if number < found else "beds" for number in range(every)]
    posts = [a_post(100 + number, word) for number, word in enumerate(words)]
    desk.cache.save_posts(posts, HOME)
    query = desk.write_query(parse(QUERY), f"list:{9001}")
    assert share_found(desk, query, parse("")) == share


@pytest.mark.parametrize(
    ("most", "said"),
    [
        (20, "X leaves out about 50 %: $0.05 instead of $0.10"),
        (100, "X leaves out about 90 %: $0.05 instead of $0.50"),
        (300, "X leaves out about 93 %: $0.10 instead of $1.50"),
        (10, None),
    ],
)
def test_what_is_left_out_is_told_as_the_two_prices_say_it(desk, query, most, said):
    keep_share(desk, query, 0.05)
    plan = plan_search(desk, parse(f"from:nasw {QUERY}"), most)
    assert (plan.saving.words() if plan.saving else None) == said
    if plan.saving:
        part = plan.saving.dollars / plan.saving.instead_of
        assert plan.saving.percent == round(100 * (1 - part))


@pytest.mark.parametrize("time", ["", " newer:1d", " older:6d", " newer:2d older:1d"])
def test_of_a_narrower_time_the_saving_is_that_of_the_price_told(desk, time):
    through = parse(f"from:nasw {QUERY}{time}")
    for query in (desk.write_query(through), desk.write_query(through, "list:9001")):
        keep_share(desk, query, 0.05)
    # As many posts as are asked for may lie in any time.
    for plan in (plan_search(desk, through, 100), plan_list_posts(desk, "9001", 100, through)):
        assert plan.window is not None or not time
        assert (plan.saving.dollars, str(plan.saving.instead_of)) == (plan.quote.dollars, "0.500")
        assert plan.quote.because.startswith(plan.saving.words())


def test_of_a_time_that_was_read_before_nothing_is_saved(desk, ticket):
    through = parse(f"from:nasw {QUERY} newer:2d older:1d")
    keep_share(desk, desk.write_query(through), 0.05)
    read_search(desk, plan_search(desk, through, 100), ticket)
    plan = plan_search(desk, through, 100)
    assert (plan.quote.dollars, plan.saving) == (0, None)
