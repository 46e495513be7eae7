"""Windows of X's limits: when they close an endpoint, and what of them is worth keeping."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.money.limits import LENGTHS, SLACK, Allowance, Scope, closed_until, is_news
from tests.fakes.clock import NOON
from tests.structs import builds

SOON = NOON + timedelta(minutes=4)
OPEN = Allowance("GET /2/users", Scope.USER_15, 300, 7, SOON, NOON)
SHUT = replace(OPEN, remaining=0)
spans = st.timedeltas(timedelta(days=-3), timedelta(days=3)) | st.sampled_from(
    [timedelta(minutes=number) for number in (-5, 0, 5, 15, 180)]
)
allowances = builds(
    Allowance,
    st.just("GET /2/users"),
    st.sampled_from(Scope),
    st.integers(0, 900),
    st.integers(0, 2),
    spans.map(lambda span: NOON + span),
    spans.map(lambda span: NOON + span),
)


def test_the_last_of_the_closed_windows_decides():
    day = replace(SHUT, scope=Scope.USER_24H, reset_at=NOON + timedelta(hours=20))
    assert closed_until([OPEN], NOON) is None
    assert closed_until([SHUT, OPEN], NOON) == SOON
    assert closed_until([day, SHUT], NOON) == day.reset_at
    assert closed_until([SHUT], SOON) is None


def test_a_clock_that_was_set_back_opens_what_it_cannot_know():
    assert closed_until([SHUT], NOON - timedelta(hours=1)) is None


@given(st.lists(allowances, max_size=6), spans)
def test_nothing_is_closed_longer_than_its_window_can_be(windows, span):
    now = NOON + span
    until = closed_until(windows, now)
    assert until is None or now < until <= now + max(LENGTHS.values()) + SLACK


@given(allowances)
def test_a_short_window_never_closes_an_endpoint_for_a_day(window):
    until = closed_until([replace(window, scope=Scope.USER_15)], window.noted_at)
    assert until is None or until <= window.noted_at + timedelta(minutes=16)


def test_what_is_left_within_an_open_window_is_no_news():
    later = replace(OPEN, remaining=3, noted_at=NOON + timedelta(seconds=9))
    assert is_news(None, OPEN)
    assert not is_news(OPEN, later)
    assert not is_news(OPEN, replace(later, reset_at=SOON + timedelta(seconds=9)))
    assert is_news(OPEN, replace(later, remaining=0))
    assert is_news(SHUT, later)
    assert is_news(OPEN, replace(later, limit=900))
    assert is_news(OPEN, replace(OPEN, noted_at=SOON, reset_at=SOON + timedelta(minutes=15)))


@given(allowances, allowances)
def test_what_is_not_kept_would_close_nothing_else(known, told):
    """Where an answer is not kept, what was kept before says the same about closed doors."""
    if not is_news(known, told):
        now = told.noted_at
        assert closed_until([known], now) == closed_until([told], now)
