"""How many we follow and how many follow us: never more than is known, and never fewer."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.check.followback import Answer, Finding, classify
from allybook.domain.check.ties import HowMany, Ties, count_ties

NOW = datetime(2026, 3, 31, tzinfo=UTC)
HALF = st.sampled_from([True, False, None])


def found(pair):
    following, followed_by = pair
    answer = classify(followed_by=followed_by, following=following)
    known = {"following": following, "followed_by": followed_by}
    halves = known if answer is Answer.UNKNOWN else {}
    return Finding("21", "", answer, frozenset(), "", NOW, complete=True, **halves)


def test_of_a_cut_reading_the_whole_side_is_told_exactly():
    read = [found((True, True))] * 20 + [found((True, None))] * 80
    least = HowMany(20, exact=False)
    assert count_ties(read) == Ties(HowMany(100), least, least)


def test_of_nobody_there_is_nothing_to_doubt():
    assert count_ties([]) == Ties()


@given(st.lists(st.tuples(HALF, HALF)), st.data())
def test_whatever_the_unknown_ones_are_the_numbers_hold(halves, data):
    ties = count_ties([found(pair) for pair in halves])
    truth = [
        tuple(data.draw(st.booleans()) if half is None else half for half in pair)
        for pair in halves
    ]
    real = (
        sum(following for following, _ in truth),
        sum(followed_by for _, followed_by in truth),
        sum(all(pair) for pair in truth),
    )
    for told, number in zip((ties.following, ties.followed_by, ties.both), real, strict=True):
        assert told.number == number if told.exact else told.number <= number
    assert ties.following.exact is all(following is not None for following, _ in halves)
