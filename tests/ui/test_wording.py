from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.money.dollars import in_words
from allybook.ui import wording
from tests.fakes.zones import ZONES

EASTERN = timezone(timedelta(hours=-4), "EDT")
NOW = datetime(2026, 3, 31, 15, 0, tzinfo=EASTERN)

ENDS = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))

days = st.dates(date(2008, 1, 1), date(2030, 1, 1))
moments = st.builds(datetime.combine, days, st.times(), st.just(UTC))


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "$0.00"),
        ("0.24", "$0.24"),
        ("0.2", "$0.20"),
        ("0.005", "$0.005"),
        ("0.015", "$0.015"),
        ("3.18", "$3.18"),
        ("3.184", "$3.184"),
        ("1.0004", "$1.00"),
        ("1234.5", "$1,234.50"),
        ("-0.5", "\u2212$0.50"),
        ("0.0001", "under $0.001"),
    ],
)
def test_a_sum_shows_cents_and_a_third_figure_only_where_it_counts(amount, text):
    assert wording.dollars(Decimal(amount)) == text


def test_the_price_of_one_thing_always_has_three_figures():
    assert wording.unit_price(Decimal("0.01")) == "$0.010"


@given(st.decimals(Decimal("0.001"), Decimal("99999.999"), places=3))
def test_no_sum_is_rounded_and_all_say_it_alike(amount):
    said = wording.dollars(amount).replace(",", "")
    assert Decimal(said.removeprefix("$")) == amount
    assert said == in_words(amount)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1284, "1.2k"), (1999, "1.9k"), (2000, "2k"), (12840, "12k")],
)
def test_narrow_columns_get_short_counts(number, text):
    assert wording.short_count(number) == text


@given(st.integers(0, 10**8))
def test_a_short_count_never_says_more_than_there_is(number):
    text = wording.short_count(number)
    factor = {"k": 1_000, "M": 1_000_000}.get(text[-1], 1)
    assert len(text) <= 4
    assert Decimal(text.rstrip("kM")) * factor <= number


def test_whole_numbers_have_their_thousands_apart():
    assert wording.count(1284) == "1,284"
    assert wording.people(1284) == "1,284 people"


def test_one_is_said_in_the_singular():
    assert (wording.people(1), wording.people(3)) == ("1 person", "3 people")
    assert (wording.posts(1), wording.posts(5)) == ("1 post", "5 posts")
    assert (wording.answers(1), wording.answers(31)) == ("1 answer", "31 answers")


def test_points_carry_their_sign_and_shares_their_per_cent():
    assert (wording.signed(30), wording.signed(-10)) == ("+30", "\u221210")
    assert (wording.share(23, 50), wording.share(1, 0)) == ("46 %", "0 %")


@pytest.mark.parametrize(
    ("age", "text"),
    [
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=12), "12 min"),
        (timedelta(minutes=60), "1 h"),
        (timedelta(hours=14), "14 h"),
        (timedelta(hours=16), "yesterday"),
        (timedelta(days=2), "Mar 29"),
        (timedelta(days=500), "Nov 16, 2024"),
        (timedelta(days=-2), "Apr 2"),
    ],
)
def test_the_age_of_a_post(age, text):
    assert wording.ago(NOW - age, NOW) == text


def test_an_hour_after_midnight_a_late_post_is_still_hours_old():
    now = NOW.replace(hour=1)
    assert wording.ago(now - timedelta(hours=2), now) == "2 h"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days"),
        (6, "6 days"),
        (19, "Mar 12"),
        (90, "Dec 2025"),
    ],
)
def test_the_day_of_a_last_post(days, text):
    assert wording.last_seen(NOW - timedelta(days=days), NOW) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 3, 27, tzinfo=UTC), "Mar 26"),
        (datetime(2025, 12, 5, tzinfo=UTC), "Dec 2025"),
        (datetime(2024, 12, 5, tzinfo=UTC), "2024"),
    ],
)
def test_since_when_is_coarser_the_longer_ago(moment, text):
    assert wording.began(moment, NOW) == text


def test_moments_are_told_in_the_zone_of_now():
    moment = datetime(2026, 3, 31, 0, 20, tzinfo=UTC)
    assert wording.clock(moment, NOW) == "8:20 PM"
    assert wording.short_clock(moment, NOW) == "8:20"
    assert wording.moment_of(moment, NOW) == "Mon 8:20 PM"
    assert wording.moment_of(moment - timedelta(days=30), NOW) == "Feb 28, 8:20 PM"
    assert wording.exactly(moment, NOW) == "Mon, Mar 30, 2026, 8:20:00 PM EDT"


@given(
    st.datetimes(timezones=st.just(UTC)) | st.sampled_from(ENDS),
    st.sampled_from(ZONES),
)
def test_every_moment_can_be_told_wherever_one_is(moment, zone):
    now = NOW.astimezone(zone)
    for tell in (
        wording.ago,
        wording.last_seen,
        wording.began,
        wording.clock,
        wording.short_clock,
        wording.moment_of,
        wording.exactly,
    ):
        assert tell(moment, now)


def test_days_by_name():
    day = date(2026, 3, 31)
    assert (wording.month_and_day(day), wording.weekday(day)) == ("Mar 31", "Tue, Mar 31")


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(seconds=30), "under a minute"),
        (timedelta(seconds=70), "about a minute"),
        (timedelta(minutes=12), "about 12 minutes"),
        (timedelta(minutes=89), "about 89 minutes"),
        (timedelta(minutes=91), "about 2 hours"),
        (timedelta(hours=36), "about 36 hours"),
        (timedelta(days=3), "about 3 days"),
    ],
)
def test_how_long_something_takes(length, text):
    assert wording.duration(length) == text


@given(moments, moments)
def test_every_moment_has_words(moment, now):
    assert wording.ago(moment, now)
    assert wording.last_seen(moment, now)
    assert wording.moment_of(moment, now)


def test_a_day_is_said_in_full_to_who_hears_it():
    assert wording.long_day(date(2026, 3, 31)) in {
        "Tuesday, March 31, 2026",
        "Tuesday, 31 March 2026",
    }


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "There is no “a; b:”; did you mean “is:ally”?",
            ("There is no “a; b:”.", "Did you mean “is:ally”?"),
        ),
        ("“beds; now” is not a number.", ("“beds; now” is not a number.", "")),
        (
            "No field “Bob” x; y”; did you mean “is:ally”?",
            ("No field “Bob” x; y”.", "Did you mean “is:ally”?"),
        ),
        ("No field “a; “b”; did you mean “c”?", ("No field “a; “b”.", "Did you mean “c”?")),
        ("Kein „Bob“ x; y“; meinten Sie „c“?", ("Kein „Bob“ x; y“.", "Meinten Sie „c“?")),
        ("Es gibt kein „a; b:“; meinten Sie „c“?", ("Es gibt kein „a; b:“.", "Meinten Sie „c“?")),
    ],
)
def test_what_a_person_wrote_is_never_cut(sentence, parts):
    assert wording.cut(sentence, "; ") == parts
    assert wording.halves(sentence) == parts


def test_a_name_with_a_stop_or_a_colon_stays_whole():
    assert wording.halves("The book “Beds. Now: here” is full. Choose another one.") == (
        "The book “Beds. Now: here” is full.",
        "Choose another one.",
    )
    assert wording.halves("“St. Mary: kitchen” is gone") == ("“St. Mary: kitchen” is gone", "")


@given(st.decimals(Decimal(0), Decimal(5), places=9))
def test_an_estimate_is_never_less_than_the_sum_and_less_than_a_cent_more(amount):
    said = wording.about_dollars(amount).removeprefix("$")
    assert amount <= Decimal(said) < amount + Decimal("0.01")
