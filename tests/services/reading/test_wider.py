"""A narrower question asks X only for what no wider one brought, and misses nothing by that."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.parse import parse
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.capture import capture
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.noted import noted
from allybook.services.reading.sources import plan_source, read_source
from allybook.store.profile import Profile
from tests.cases import cases
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.fakes.network import MemoryNetwork

WIDE, NARROW = "#beds", "#beds is:reply"
DAY = 86_400
PARTLY_TOLD = [f"{WIDE} {more}" for more in ("from:ana", "to:ana", "is:verified", "OR nights")]
SEARCH = Source(Origin.SEARCH)


def posts(clock, count, *, every=timedelta(minutes=10)):
    """Return posts of a hashtag, newest first; every third is a reply."""
    moments = [clock.now() - number * every for number in range(1, count + 1)]
    return [
        Post(
            id_at(moment, sequence=5),
            "31",
            moment,
            "#beds",
            hashtags=("beds",),
            reply_to="7" if number % 3 == 0 else None,
        )
        for number, moment in enumerate(moments)
    ]


def lay(network, found):
    """Let X have these posts, and find of them what each question is about."""
    replies = [post for post in found if post.reply_to]
    network.found_by = {WIDE: found, f"{WIDE} -is:retweet": found, NARROW: replies}


def search(desk, text, most=500):
    return read_source(desk, plan_source(desk, SEARCH, parse(text), most), Patience())


@pytest.fixture
def found(network, clock):
    found = posts(clock, 120)
    lay(network, found)
    return found


def test_what_a_wider_question_brought_is_not_asked_for(desk, network, clock, found):
    search(desk, WIDE)
    clock.advance(seconds=DAY)
    assert search(desk, NARROW).items == 0
    lay(network, [*posts(clock, 6), *found])
    assert search(desk, NARROW).items == 2
    assert search(desk, NARROW).items == 0
    assert desk.cache.count(parse(NARROW)) == 42


def test_a_time_that_was_read_by_a_wider_question_costs_nothing(desk, clock, found):
    text = f"{NARROW} newer:20h older:2h"
    assert plan_source(desk, SEARCH, parse(text)).quote.dollars > 0
    search(desk, WIDE)
    quote = plan_source(desk, SEARCH, parse(text)).quote
    assert (quote.dollars, quote.because) == (0, "All of it was read before.")


def test_what_the_wider_question_left_out_is_asked_for(desk, clock, found):
    search(desk, WIDE, most=30)
    clock.advance(seconds=DAY)
    assert search(desk, NARROW).items == 30
    assert desk.cache.count(parse(NARROW)) == 40


def test_a_narrower_question_tells_nothing_of_a_wider_one(desk, clock, found):
    search(desk, NARROW)
    clock.advance(seconds=DAY)
    assert search(desk, WIDE).items == 120


def test_a_chat_covers_the_searches_within_it(desk, clock, found):
    capture(desk, "beds", Patience())
    clock.advance(seconds=DAY)
    assert search(desk, f"{NARROW} -is:repost").items == 0


@pytest.mark.parametrize("text", PARTLY_TOLD)
def test_what_posts_do_not_tell_themselves_is_asked_for(desk, network, clock, found, text):
    search(desk, WIDE)
    clock.advance(seconds=DAY)
    plan = plan_source(desk, SEARCH, parse(text))
    network.found_by = dict.fromkeys(plan.queries, found)
    assert read_source(desk, plan, Patience()).items == len(found)


def test_what_a_wider_question_reads_is_no_gap_of_the_narrower_one(desk, clock, found):
    search(desk, NARROW, most=10)
    (gap,) = gaps(desk)
    capture(desk, "beds", Patience())
    # The chat is asked for without reposts, which is no wider question.
    assert gaps(desk) == (gap,)
    search(desk, f"{WIDE} newer:10h")
    (rest,) = gaps(desk)
    assert (rest.query, rest.older) == (NARROW, gap.older)
    assert int(rest.newer) == int(id_at(clock.now() - timedelta(hours=10)))
    search(desk, WIDE)
    assert gaps(desk) == ()


def test_what_x_gave_no_more_when_the_wider_question_was_read_stays_noted(desk, clock, found):
    search(desk, NARROW, most=10)
    (gap,) = gaps(desk)
    clock.advance(seconds=3 * DAY)
    search(desk, WIDE)
    (lost,) = noted(desk)
    assert (lost.query, lost.older) == (NARROW, gap.older)
    assert lost.newer == id_at(clock.now() - timedelta(days=7))
    assert gaps(desk) == ()


def test_what_a_wider_question_left_out_as_well_stays_a_gap(desk, network, clock, found):
    search(desk, NARROW, most=10)
    (before,) = gaps(desk)
    search(desk, WIDE, most=90)
    rest, own = sorted(gaps(desk), key=lambda gap: gap.query, reverse=True)
    assert (rest.query, own.query) == (NARROW, WIDE)
    assert int(rest.newer) == int(own.newer) < int(before.newer)
    fill_gap(desk, own, Patience())
    assert gaps(desk) == ()


ACTS = st.tuples(
    st.sampled_from(["wide", "narrow", "chat", "later", "fill"]), st.sampled_from([10, 30, 70, 500])
)


def read_all(desk, text):
    """Read all that X gives for a question, until it says that there is no more."""
    for _time in range(3):
        search(desk, text)
        for gap in gaps(desk):
            if gap.query == text:
                fill_gap(desk, gap, Patience())


def read_some(desk, act, most):
    """Read at most so many posts in one of the ways."""
    if act == "chat":
        capture(desk, "beds", Patience(), most=most)
    elif act == "fill":
        for gap in gaps(desk)[-1:]:
            fill_gap(desk, gap, Patience())
    else:
        search(desk, {"wide": WIDE, "narrow": NARROW}[act], most)


@given(st.lists(ACTS, max_size=7), st.booleans())
@cases(40)
def test_nothing_that_x_would_give_is_missed_or_paid_twice(acts, whole):
    clock, network = FixedClock(), MemoryNetwork()
    with TemporaryDirectory() as folder, Profile(Path(folder), clock) as profile:
        desk = make_desk(profile, clock, network)
        found = posts(clock, 90)
        lay(network, found)
        for act, number in acts:
            if act == "later":
                clock.advance(seconds=number * 360)
                found = [*posts(clock, number // 10, every=timedelta(seconds=30)), *found]
                lay(network, found)
            else:
                read_some(desk, act, number)
        if whole:
            read_all(desk, WIDE)
            # Nothing more is told of the narrower question, and nothing is asked.
            assert NARROW not in {gap.query for gap in gaps(desk)}
            assert search(desk, NARROW).items == 0
        read_all(desk, NARROW)
        replies = {post.post_id for post in found if post.reply_to}
        here = {str(post) for post in desk.cache.order(parse(NARROW))}
        assert here == replies
