"""Somebody brings a long list of what they never want to read: thousands of mutes."""

from allybook.domain.filters.parse import parse
from allybook.services.timeline.mutes import mute_each, mutes
from allybook.services.timeline.noise import JUDGED
from allybook.ui.models.roles import Role

MANY = [f"neverheard{number}" for number in range(3000)]


def posts(tab):
    rows = (tab.model.index(row, 0) for row in range(tab.model.rowCount()))
    return [int(row.data(Role.ROW).row.post.post_id) for row in rows]


def test_thousands_of_mutes_hide_what_they_are_about_and_the_rest_stays(desk, timeline, settled):
    before = posts(timeline)
    word = "housing"
    about = set(desk.cache.order(parse(word)))
    assert 0 < len(about & set(before)) < len(before)
    mute_each(desk, [*MANY, word])
    desk.announcer.announce(JUDGED)
    settled(lambda: timeline.sight.whole and about.isdisjoint(posts(timeline)))
    assert set(posts(timeline)) == set(before) - set(desk.cache.order(parse("is:muted")))
    assert {row.verdict.mute.value for row in desk.cache.rows(tuple(about)).values()} == {word}
    assert len(mutes(desk)) == len(MANY) + 1
