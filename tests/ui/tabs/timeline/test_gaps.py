"""Gaps in the timeline: told, priced, filled by a press, and only where they are."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from allybook.domain.changes import Changed
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.gaps import gaps
from allybook.services.reading.refresh import HOME, refresh
from tests.fakes.desk import Patience
from tests.ui.tabs.timeline.conftest import LOUD, TAGS
from tests.ui.tabs.timeline.hands import go_to, later, words


def test_a_gap_is_told_with_its_price_and_a_press_reads_it(desk, tab, clock, network, calm):
    assert tab.places.link.isHidden()
    later(clock, network, 90)
    refresh(desk, Patience(), most=30)
    calm(lambda: not tab.places.link.isHidden())
    assert tab.places.foot.text().startswith("About 60 posts between")
    assert tab.places.link.text() == "Fill the gap, $0.30"
    before = spent_this_month(desk)
    tab.places.link.click()
    calm(lambda: gaps(desk) == () or gaps(desk)[0].about < 12)
    assert 0 < spent_this_month(desk) - before <= Decimal("0.30")


def test_a_gap_is_a_row_where_it_is_and_a_press_reads_it(desk, tab, clock, network, calm):
    later(clock, network, 90)
    refresh(desk, Patience(), most=30)
    calm(lambda: tab.count() == 30)
    tab.strip.new.click()
    (row,) = tab.model.gap_rows()
    assert row == 30
    said = tab.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("About 60 posts between")
    assert said.endswith("were not read. Read them, $0.30")
    tab.view.setCurrentIndex(tab.model.index(row, 0))
    calm(tab.details.nothing.isVisible)
    assert tab.details.nothing.text().startswith("About 60 posts")
    before = spent_this_month(desk)
    tab.view.gap_asked.emit(gaps(desk)[0])
    calm(lambda: tab.model.rowCount() > 140)
    assert 0 < spent_this_month(desk) - before <= Decimal("0.30")
    assert len(tab.model.gap_rows()) == len(gaps(desk))


def test_what_a_gap_brings_comes_at_once_though_newer_posts_wait(desk, tab, clock, network, calm):
    later(clock, network, 60)
    refresh(desk, Patience(), most=20)
    calm(lambda: tab.count() == 20)
    tab.strip.new.click()
    top, rows = tab.model.order()[0], tab.model.rowCount()
    later(clock, network, 3)
    refresh(desk, Patience())
    calm(lambda: tab.count() == 3)
    gap = gaps(desk)[0]
    tab.view.gap_asked.emit(gap)
    calm(lambda: tab.model.rowCount() > rows + 20)
    assert tab.model.order()[0] == top
    assert tab.count() == 3
    spent = spent_this_month(desk)
    tab.view.gap_asked.emit(gap)
    calm()
    assert spent_this_month(desk) == spent


@pytest.mark.parametrize("with_quiet", [False, True])
def test_the_numbers_beside_a_list_are_of_what_is_shown_while_newer_posts_wait(
    desk, tab, clock, calm, with_quiet
):
    if with_quiet:
        tab.strip.with_quiet.click()
        calm(lambda: tab.sight.whole and tab.sight.wish.with_quiet)
    before, rows = tab.sight, tab.model.rowCount()

    def post(minutes, number, text, **more):
        """Return a post of another hour; nothing stands around it."""
        moment = clock.now() + timedelta(minutes=minutes)
        return Post(id_at(moment), str(70 + number), moment, text, lang="en", **more)

    older = [post(-500, 1, "The hall is open again"), post(-510, 2, LOUD, hashtags=TAGS)]
    newer = [
        post(1, 3, "Soup at noon, come as you are"),
        post(2, 4, "Who drives to the border clinic today?"),
        *(post(3 + n, 5 + n, f"{LOUD} {n}", hashtags=TAGS) for n in range(3)),
    ]
    desk.cache.save_posts([*older, *newer], HOME)
    desk.announcer.announce(Changed(posts=True))
    calm(lambda: tab.count() == (5 if with_quiet else 2))
    sight = tab.sight
    assert tab.model.rowCount() == rows + (2 if with_quiet else 1)
    assert (sight.kept, sight.quiet) == (before.kept + 1, before.quiet + 1)
    assert sum(day.kept for day in sight.days) == sight.kept
    assert sum(day.quiet for day in sight.days) == sight.quiet
    tab.strip.new.click()
    assert (tab.sight.kept, tab.sight.quiet) == (before.kept + 3, before.quiet + 4)


def test_a_gap_of_another_source_is_not_told_where_it_is_none(desk, tab, clock, network, calm):
    later(clock, network, 90)
    refresh(desk, Patience(), most=20)
    kept = Post(id_at(desk.clock.now()), "31", desk.clock.now(), "From a file")
    desk.cache.save_posts([kept], Source(Origin.FILE, "posts.jsonl"))
    desk.announcer.announce(Changed(posts=True))
    calm(lambda: "posts.jsonl" in words(tab))
    go_to(tab, "posts.jsonl")
    calm(lambda: tab.model.rowCount() == 1)
    assert tab.model.gap_rows() == ()
    go_to(tab, "Quiet folder")
    calm(lambda: tab.header.title.text() == "Quiet folder")
    assert tab.model.gap_rows() == ()
    go_to(tab, "Home timeline")
    calm(tab.model.gap_rows)
    calm(lambda: not tab.places.link.isHidden())


def test_offline_a_gap_is_told_and_not_offered(desk, open_tab, clock, network):
    later(clock, network, 90)
    refresh(desk, Patience(), most=20)
    tab = open_tab(offline=True)
    assert "when online" in tab.places.foot.text()
    assert tab.places.link.isHidden()
