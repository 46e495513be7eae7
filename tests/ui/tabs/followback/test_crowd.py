"""Everyone on a side: all are counted, allies are shown first, and no more than a table holds."""

import pytest

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Kind, Status
from allybook.domain.check.followback import Answer, Side, Snapshot
from allybook.domain.check.ties import HowMany, Ties
from allybook.services.check.readings import glimpses, together
from allybook.ui.tabs.followback.crowd import MOST, crowd_in, crowd_on
from allybook.ui.tabs.followback.rows import ListedAlly
from allybook.ui.tabs.followback.subtitle import subtitle
from allybook.ui.tabs.followback.survey import side_key, survey

OVER = 60
LATE = str(10**9)


@pytest.fixture
def many(desk, clock):
    """Lay more followers than are shown, of whom we follow fifty; one ally is the newest of all."""

    def lay(number, *, whole=True):
        fans = [str(1_000 + n) for n in range(number - 1)] + [LATE]
        for side, ids, complete in (
            (Side.FOLLOWERS, fans, True),
            (Side.FOLLOWING, fans[:50], whole),
        ):
            snapshot = Snapshot(side, frozenset(ids), complete, "follower pages", clock.now())
            desk.cache.save_snapshot("1", snapshot)
        return desk

    return lay


def members():
    ally = Ally(LATE, "LateComer", LATE, Kind.PERSON, Status.APPROVED)
    return {LATE: ListedAlly(ally, "Our book")}


def test_few_are_all_shown(many):
    crowd = crowd_on(many(10), Side.FOLLOWERS, members())
    assert (len(crowd.asked), crowd.counts, crowd.more) == (10, None, 0)
    assert crowd.asked[-1].was == "LateComer"


def test_of_very_many_all_are_counted_and_allies_are_shown_first(many):
    desk = many(MOST + OVER)
    crowd = crowd_on(desk, Side.FOLLOWERS, members())
    assert (len(crowd.asked), crowd.more) == (MOST, OVER)
    assert crowd.asked[0].user_id == LATE
    assert crowd.counts == {Answer.MUTUAL: 50, Answer.FAN: MOST + OVER - 50, Answer.UNKNOWN: 0}
    assert crowd.ties == Ties(HowMany(50), HowMany(MOST + OVER), HowMany(50))
    (reading,) = together(glimpses(desk))
    assert crowd_in(desk, reading, {}).more == OVER
    assert crowd_in(desk, reading, {}).ties == crowd.ties


def test_where_the_other_side_was_half_read_the_rest_is_unknown(many):
    desk = many(MOST + OVER, whole=False)
    crowd = crowd_on(desk, Side.FOLLOWERS, {})
    assert crowd.counts == {Answer.MUTUAL: 50, Answer.FAN: 0, Answer.UNKNOWN: MOST + OVER - 50}
    least = HowMany(50, exact=False)
    assert crowd.ties == Ties(least, HowMany(MOST + OVER), least)
    (reading,) = together(glimpses(desk))
    assert crowd_in(desk, reading, {}).ties == crowd.ties


def test_the_head_says_how_many_are_shown(many, clock):
    desk = many(MOST + OVER)
    sight = survey(desk, side_key(Side.FOLLOWERS), {})
    assert (len(sight.rows), sum(sight.answers.values())) == (MOST, MOST + OVER)
    assert subtitle(sight, clock.now()).startswith("20,060 followers, ")
    assert subtitle(sight, clock.now()).endswith("; 20,000 of them are shown")
