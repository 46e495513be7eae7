"""Gaps between the posts: a large one is offered in parts, one that X gives no more is not."""

import json
from datetime import timedelta

from allybook.domain.posts import id_at
from allybook.services.reading.gaps import gaps
from allybook.services.reading.noted import MARK
from allybook.ui.models.roles import Role


def lay_gap(desk, query, *, days, about):
    """Note a gap in a list that ends so many days ago."""
    newer = desk.clock.now() - timedelta(days=days)
    ends = id_at(newer - timedelta(days=1)), id_at(newer)
    desk.cache.set_mark(MARK, json.dumps([("list", "9001", query, *ends, about)]))


def shown(tab):
    (row,) = tab.model.gap_rows()
    return tab.model.index(row, 0).data(Role.ROW)


def test_a_large_gap_is_offered_in_parts(desk, open_tab):
    lay_gap(desk, "list:9001", days=1, about=16_500)
    desk.settings.write("budget", "100")
    tab = open_tab()
    assert shown(tab).act == "Read 800 of them, $4.00"
    assert tab.places.foot.text().startswith("About 16,500 posts between")
    assert tab.places.link.text() == "Read 800 of them, $4.00"


def test_what_x_gives_no_more_is_told_and_not_offered(desk, open_tab, network):
    lay_gap(desk, "list:9001", days=9, about=40)
    tab = open_tab()
    assert (shown(tab).act, shown(tab).aside) == ("", "X gives them no more")
    assert tab.places.link.isHidden()
    asked = len(network.asked)
    tab.left_out.fill(shown(tab).gap)
    tab.left_out.fill_newest()
    assert (len(network.asked), gaps(desk)) == (asked, ())
