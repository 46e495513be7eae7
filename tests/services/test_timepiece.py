"""The clock goes by X's answers, whatever is set on this computer, and says so once."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import StorageError
from allybook.services.timepiece import SETTING, SLACK, Timepiece
from tests.fakes.clock import NOON, FixedClock

SECOND = timedelta(seconds=1)


class Memory:
    """Settings in memory; a disk that is ``full`` takes none."""

    def __init__(self, text="", *, full=False):
        self.kept = {SETTING: text}
        self.full = full

    def read(self, name, default=""):
        return self.kept.get(name, default)

    def write(self, name, value):
        if self.full:
            raise StorageError("The disk is full.")
        self.kept[name] = value


@pytest.fixture
def here():
    return FixedClock()


def begun(here, settings):
    clock = Timepiece(here)
    clock.go_by(settings)
    return clock


@pytest.mark.parametrize("wrong", [timedelta(hours=2), timedelta(days=-30), timedelta(minutes=1)])
def test_what_x_told_is_the_time_from_then_on(here, wrong):
    clock = Timepiece(here)
    assert clock.now() == clock.here() == NOON
    clock.hear(NOON - wrong, NOON)
    assert abs(clock.now() - (NOON - wrong)) <= SECOND
    here.advance(seconds=60)
    assert abs(clock.now() - (NOON - wrong + timedelta(minutes=1))) <= SECOND
    assert clock.zone == here.zone


def test_a_clock_that_is_about_right_is_left_as_it_is(here):
    clock = Timepiece(here)
    clock.hear(NOON - timedelta(seconds=20), NOON)
    assert clock.now() == NOON


def test_an_answer_that_took_long_tells_no_more_than_it_can(here):
    clock = Timepiece(here)
    here.advance(seconds=25)
    # It was written at some moment of these 25 seconds.
    clock.hear(NOON, NOON)
    assert clock.now() == here.now()


def test_a_clock_that_was_put_right_is_followed(here):
    clock = Timepiece(here)
    clock.hear(NOON - timedelta(hours=2), NOON)
    here.advance(seconds=-7200)
    clock.hear(here.now(), here.now())
    assert clock.now() == here.now()


def test_what_was_set_while_x_answered_is_left_to_the_next_answer(here):
    clock = Timepiece(here)
    here.advance(seconds=-7200)
    clock.hear(NOON, NOON)
    assert clock.now() == here.now()


@given(st.integers(-(10**8), 10**8), st.integers(0, 60), st.integers(0, 60))
def test_once_heard_it_is_never_further_off_than_an_answer_takes(wrong, going, coming):
    here = FixedClock()
    clock = Timepiece(here)
    asked = here.now()
    here.advance(seconds=going)
    told = here.now() + timedelta(seconds=wrong)
    here.advance(seconds=coming)
    clock.hear(told, asked)
    truth = here.now() + timedelta(seconds=wrong)
    assert abs(clock.now() - truth) <= SLACK + timedelta(seconds=going + coming + 1)


def test_the_next_start_begins_with_it_and_tells_nobody_again(here):
    settings = Memory()
    first = begun(here, settings)
    first.hear(NOON - timedelta(hours=2), NOON)
    assert settings.kept[SETTING] == "-7200"
    second = begun(here, settings)
    assert second.now() == NOON - timedelta(hours=2)
    second.hear(NOON - timedelta(hours=2), NOON)
    assert (bool(first.remark()), second.remark()) == (True, "")


@pytest.mark.parametrize(
    "text",
    ["", "soon", "-", "1.5", "--3", "999999999999", "-999999999999", "-1600000000", "9" * 5000],
)
def test_nonsense_that_was_kept_is_not_believed(here, text):
    assert begun(here, Memory(text)).now() == NOON


@pytest.mark.parametrize("year", [1, 1970, 2005, 2101, 9999])
def test_a_year_that_x_has_not_is_not_believed(here, year):
    settings = Memory()
    clock = begun(here, settings)
    clock.hear(NOON.replace(year=year), NOON)
    assert (clock.now(), clock.remark(), settings.kept[SETTING]) == (NOON, "", "")


def test_a_computer_that_begins_in_1970_is_put_right():
    here = FixedClock(NOON.replace(year=1970))
    settings = Memory()
    begun(here, settings).hear(NOON, here.now())
    assert begun(here, settings).now() == NOON


def test_a_disk_that_is_full_costs_no_answer(here, caplog):
    clock = begun(here, Memory(full=True))
    clock.hear(NOON - timedelta(hours=2), NOON)
    assert clock.now() == NOON - timedelta(hours=2)
    assert "could not be kept" in caplog.text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (timedelta(hours=2), "This computer's clock is 2 hours fast."),
        (timedelta(hours=-2), "This computer's clock is 2 hours slow."),
        (timedelta(minutes=7), "This computer's clock is 7 minutes fast."),
        (timedelta(minutes=-89), "This computer's clock is 89 minutes slow."),
        (timedelta(days=30), "This computer's clock is 30 days fast."),
        (timedelta(days=-2), "This computer's clock is 2 days slow."),
    ],
)
def test_it_is_told_in_plain_words(here, wrong, said):
    clock = Timepiece(here)
    assert clock.remark() == ""
    clock.hear(NOON - wrong, NOON)
    assert clock.remark().startswith(f"{said} ")


def test_a_few_minutes_are_nobody_s_business(here):
    clock = Timepiece(here)
    clock.hear(NOON - timedelta(minutes=4), NOON)
    assert (clock.now(), clock.remark()) == (NOON - timedelta(minutes=4), "")


def test_what_a_full_disk_did_not_keep_is_kept_with_the_next_answer(here):
    settings = Memory(full=True)
    clock = begun(here, settings)
    clock.hear(NOON - timedelta(hours=2), NOON)
    assert settings.kept[SETTING] == ""
    settings.full = False
    clock.hear(NOON - timedelta(hours=2), NOON)
    assert settings.kept[SETTING] == "-7200"
