"""What a person wishes in the timeline while posts wait, in the quiet folder, and in vain."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.changes import Changed
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.mutes import MuteKind, Spell
from allybook.services.money.quote import spent_this_month
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.spare import spare
from allybook.ui.models.roles import SENTENCE, Role
from tests.stories.test_timeline import CHAT, go_to


@pytest.fixture
def write(qtbot, timeline, settled):
    """Return a function that types a filter and waits until it is shown."""

    def take(text, then):
        timeline.bar.field.setFocus()
        qtbot.keyClicks(timeline.bar.field, text)
        qtbot.keyClick(timeline.bar.field, Qt.Key.Key_Return)
        settled(lambda: show(timeline.sight.wish.chosen) == then and timeline.sight.whole)

    return take


@pytest.fixture
def twelve(desk, timeline, settled):
    """Twelve new posts wait above the list."""
    newest = desk.cache.post(str(timeline.model.order()[0]))
    fresh = [replace(newest, post_id=str(int(newest.post_id) + n)) for n in range(1, 13)]
    desk.cache.save_posts(fresh, CHAT)
    desk.announcer.announce(Changed(posts=True))
    settled(lambda: timeline.count() == 12)


def rows(timeline):
    return [timeline.model.index(row, 0) for row in range(timeline.model.rowCount())]


def handles(timeline):
    return [index.data(Role.ROW).handle for index in rows(timeline)]


def test_a_mute_is_seen_at_once_though_new_posts_wait(desk, timeline, settled, twelve):
    top = handles(timeline)[0]
    author = next(one for one in handles(timeline)[5:] if one and one != top)
    mute(desk, MuteKind.AUTHOR, author.removeprefix("@"), Spell.WEEK)
    settled(lambda: author not in handles(timeline))
    assert timeline.count() == 12


def test_other_reasons_are_seen_at_once_though_new_posts_wait(desk, timeline, settled, twelve):
    timeline.strip.new.click()
    timeline.strip.with_quiet.click()
    settled(lambda: timeline.sight.whole and timeline.sight.wish.with_quiet)
    newest = desk.cache.post(str(timeline.model.order()[0]))
    desk.cache.save_posts([replace(newest, post_id=str(int(newest.post_id) + 1))], CHAT)
    desk.announcer.announce(Changed(posts=True))
    settled(lambda: timeline.count() == 1)
    hidden = next(one for one in rows(timeline) if " hidden: " in one.data(SENTENCE)).row()
    order = list(timeline.model.order())
    spare(desk, parse(f"from:{handles(timeline)[hidden].removeprefix('@')}"))
    settled(lambda: "kept: you keep" in timeline.model.index(hidden, 0).data(SENTENCE))
    assert (list(timeline.model.order()), timeline.count()) == (order, 1)


def test_a_filter_in_the_quiet_folder_stays_in_it(timeline, settled, write):
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.header.title.text() == "Quiet folder" and timeline.sight.whole)
    every = timeline.model.rowCount()
    write("giveaway", "giveaway")
    assert 0 < timeline.model.rowCount() <= every
    assert all(" hidden: " in one.data(SENTENCE) for one in rows(timeline))
    assert timeline.header.title.text() == "Quiet folder: posts with “giveaway”"
    assert timeline.places.current() == "quiet"


def test_the_quiet_folder_speaks_of_quiet_posts_alone(timeline, settled):
    assert timeline.refresh_button.isVisible()
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.header.title.text() == "Quiet folder" and timeline.sight.whole)
    number = timeline.model.rowCount()
    assert timeline.header.subtitle.text().startswith(f"{number} posts, each with its reason, Mar")
    bars = timeline.histogram.buckets()
    assert (sum(one.kept for one in bars), sum(one.quiet for one in bars)) == (0, number)
    assert "kept" not in timeline.histogram.accessibleDescription()
    shown = (timeline.strip.kept, timeline.strip.with_quiet, timeline.refresh_button)
    assert [part.isVisible() for part in shown] == [False, False, False]
    assert timeline.strip.quiet.isVisible()
    go_to(timeline, "Everything")
    settled(lambda: timeline.header.title.text() == "Everything" and timeline.sight.whole)
    settled(lambda: all(part.isVisible() for part in shown))


def test_a_day_stays_marked_as_long_as_it_narrows(timeline, settled, write):
    bars = timeline.histogram
    settled(bars.buckets)
    number = max(range(len(bars.buckets())), key=lambda one: bars.buckets()[one].kept)
    day = bars.buckets()[number].first
    bars._choose(number)
    settled(lambda: timeline.sight.whole and timeline.sight.wish.days)
    write("-webinar", "-webinar")
    assert bars._selected == timeline.sight.wish.days == (day, day)
    assert {one.data(Role.ROW).row.post.created_at.date() for one in rows(timeline)} == {day}
    timeline.show_filter("webinar")
    settled(lambda: show(timeline.sight.wish.chosen) == "webinar" and timeline.sight.whole)
    assert bars._selected is None
    assert timeline.sight.wish.days is None


def test_a_filter_that_finds_nothing_says_why_and_what_to_do(qtbot, timeline, settled, write):
    timeline.show_filter("#swhelper tag:zebra min_likes:9000")
    settled(timeline.nothing.isVisible)
    assert not timeline.view.isVisible()
    assert timeline.nothing.title.text() == "Nothing matches"
    assert timeline.nothing.sentence.text() == "No ally in your books has the tag “zebra”."
    ways = timeline.nothing.ways
    assert ways["less"].accessibleName() == "Take away “9000+ likes”"
    assert "search" not in ways
    qtbot.mouseClick(ways["less"], Qt.MouseButton.LeftButton)
    settled(lambda: show(timeline.sight.wish.chosen) == "#swhelper tag:zebra")
    settled(timeline.nothing.isVisible)
    qtbot.mouseClick(timeline.nothing.ways["less"], Qt.MouseButton.LeftButton)
    settled(lambda: timeline.model.rowCount() > 0)
    assert (timeline.nothing.isVisible(), timeline.view.isVisible()) == (False, True)


def test_what_is_quiet_is_offered_where_nothing_else_matches(qtbot, timeline, settled):
    timeline.show_filter('"air fryer"')
    settled(lambda: "quiet" in timeline.nothing.ways and timeline.nothing.isVisible())
    number = timeline.sight.quiet
    quiet = timeline.nothing.ways["quiet"]
    words = "1 post" if number == 1 else f"{number} posts"
    assert quiet.accessibleName() == f"Show {words} of the quiet folder"
    qtbot.mouseClick(quiet, Qt.MouseButton.LeftButton)
    settled(lambda: timeline.model.rowCount() == number)
    assert timeline.view.isVisible()
    assert timeline.strip.with_quiet.isChecked()


def test_where_nothing_matches_x_can_be_searched_for_the_price_that_is_said(
    qtbot, desk, timeline, settled
):
    timeline.show_filter("min_likes:9000 beds")
    settled(lambda: "search" in timeline.nothing.ways and timeline.nothing.isVisible())
    search = timeline.nothing.ways["search"]
    assert search.accessibleName() == timeline.search_button.text()
    said = Decimal(search.accessibleName().partition("$")[2])
    before = spent_this_month(desk)
    qtbot.mouseClick(search, Qt.MouseButton.LeftButton)
    settled(lambda: spent_this_month(desk) > before)
    assert spent_this_month(desk) - before <= said


def test_a_narrowed_day_shows_the_way_back(qtbot, timeline, settled):
    bars, back = timeline.histogram, timeline.strip.all_days
    settled(bars.buckets)
    assert not back.isVisible()
    bars.press(max(range(len(bars.buckets())), key=lambda one: bars.buckets()[one].kept))
    settled(lambda: timeline.sight.whole and timeline.sight.wish.days)
    assert back.isVisible()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    settled(lambda: timeline.sight.whole and timeline.sight.wish.days is None)
    assert (bars._selected, back.isVisible()) == (None, False)


def test_a_long_filter_is_counted_where_its_sentence_has_no_room(timeline, settled):
    text = "#swhelper -is:repost lang:en max_likes:500"
    timeline.show_filter(text)
    settled(lambda: show(timeline.sight.wish.chosen) == text and timeline.sight.whole)
    assert timeline.header.title.short == "Posts with 4 conditions"
    assert timeline.header.title.text().startswith("Posts with #swhelper, without reposts")
    timeline.show_filter("#swhelper")
    settled(lambda: show(timeline.sight.wish.chosen) == "#swhelper" and timeline.sight.whole)
    assert timeline.header.title.short == ""


def test_where_nothing_is_there_is_no_legend(timeline, settled):
    strip = timeline.strip
    settled(lambda: strip.kept.isVisible() and strip.quiet.isVisible())
    timeline.show_filter("#swhelper lighthouse")
    settled(timeline.nothing.isVisible)
    assert (strip.kept.isVisible(), strip.quiet.isVisible()) == (False, False)
    timeline.show_filter("#swhelper")
    settled(lambda: strip.kept.isVisible() and strip.quiet.isVisible())
