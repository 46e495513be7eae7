"""What somebody pays for is what the filter keeps, and what was not read is told as such."""

from datetime import date

from allybook.domain.filters.parse import parse
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.gaps import gaps
from allybook.services.reading.sources import plan_source, read_source
from tests.fakes.desk import Patience

SEARCH = Source(Origin.SEARCH)


def ready(tab, text):
    """Return whether a search for a filter is offered."""
    return (
        tab.sight.whole and tab.sight.wish.chosen == parse(text) and tab.search_button.isEnabled()
    )


def test_a_cut_search_is_a_gap_for_whoever_asks_in_the_same_words(desk, timeline, settled):
    read_source(desk, plan_source(desk, SEARCH, parse("the"), 20), Patience())
    (gap,) = gaps(desk)
    text = "the -noise>99"
    timeline.show_filter(text)
    settled(lambda: ready(timeline, text))
    before = spent_this_month(desk)
    timeline.search_button.click()
    settled(timeline.note.isVisible)
    assert spent_this_month(desk) == before
    assert timeline.sight.gaps == (gap,)
    assert len(timeline.model.gap_rows()) == 1
    kept = timeline.sight.kept
    timeline.left_out.fill(gap)
    settled(lambda: gaps(desk) != (gap,) and timeline.sight.whole)
    assert timeline.sight.kept > kept


def test_a_search_in_the_words_of_a_chat_pays_for_nothing_that_is_here(desk, timeline, settled):
    """The chat was captured before the window was opened."""
    text = "#swhelper -is:repost"
    timeline.show_filter(text)
    settled(lambda: ready(timeline, text))
    charged = len(desk.ledger.lines(date.min, date.max)), spent_this_month(desk)
    kept = timeline.sight.kept
    timeline.search_button.click()
    settled(timeline.note.isVisible)
    assert (len(desk.ledger.lines(date.min, date.max)), spent_this_month(desk)) == charged
    assert (timeline.sight.kept, timeline.sight.gaps) == (kept, ())


def test_only_the_time_of_a_filter_is_paid_for(desk, timeline, settled):
    text = "housing newer:1d"
    timeline.show_filter(text)
    settled(lambda: ready(timeline, text))
    assert "X is asked only for the time that the filter names." in timeline.search_button.toolTip()
    timeline.search_button.click()
    settled(lambda: SEARCH.origin in {one.origin for one in desk.cache.known_sources()})
    (source,) = (one for one in desk.cache.known_sources() if one.origin is Origin.SEARCH)
    read = desk.cache.posts(source)
    assert read
    assert desk.cache.count(parse("source:search newer:1d")) == len(read)
