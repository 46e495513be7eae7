"""The quiet folder: looked through by any filter; what is kept out of it, or muted all the same."""

import json
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.mutes import MuteKind, Spell
from allybook.domain.posts import Post
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.refresh import refresh
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.spare import spare, spared
from allybook.services.timeline.views import views
from allybook.ui.models.roles import SENTENCE, Role
from tests.fakes.desk import Patience
from tests.stories.test_timeline import go_to


def rows(tab):
    return [tab.model.index(row, 0) for row in range(tab.model.rowCount())]


def posts(tab):
    return [int(row.data(Role.ROW).row.post.post_id) for row in rows(tab)]


def sentences(tab):
    return [row.data(SENTENCE) for row in rows(tab)]


@pytest.fixture
def folder(timeline, settled):
    """The quiet folder, and what is in it."""
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.sight.wish.quiet_only and timeline.sight.whole)
    return list(timeline.sight.order)


@pytest.fixture
def write(qtbot, timeline, settled):
    """Return a function that types a filter into the bar."""

    def take(text):
        timeline.bar.field.setFocus()
        qtbot.keyClicks(timeline.bar.field, text)
        qtbot.keyClick(timeline.bar.field, Qt.Key.Key_Return)
        settled(
            lambda: show(timeline.sight.wish.chosen) == show(parse(text)) and timeline.sight.whole
        )

    return take


@pytest.mark.parametrize("text", ["noise>45", "giveaway OR noise>45", "noise<=60", "noise<=20"])
def test_a_filter_about_noise_looks_through_the_quiet_folder(desk, timeline, folder, write, text):
    write(text)
    wanted = set(desk.cache.order(parse(text)))
    assert posts(timeline) == [one for one in folder if one in wanted]
    assert all(" hidden: " in sentence for sentence in sentences(timeline))
    days = sum(day.kept + day.quiet for day in timeline.sight.days)
    assert days == len(timeline.sight.order)


def test_what_is_muted_is_found_in_the_quiet_folder(desk, timeline, settled, folder, write):
    [handle, *_] = (row.data(Role.ROW).handle for row in rows(timeline))
    mute(desk, MuteKind.AUTHOR, handle.removeprefix("@"))
    settled(lambda: timeline.sight.whole and len(timeline.sight.order) > len(folder))
    write("is:muted")
    assert posts(timeline) == list(desk.cache.order(parse("is:muted"))) != []


@pytest.mark.parametrize(
    "rule", ["chat:swhelper", "-source:home", "category:none OR chat:swhelper"]
)
def test_what_is_kept_by_its_place_says_so_on_its_card(desk, timeline, settled, rule):
    loud = timeline.sight.quiet
    spare(desk, parse(rule))
    settled(lambda: timeline.sight.spared.filters and timeline.sight.whole)
    assert (loud > 0, timeline.sight.quiet) == (True, 0)
    kept = [row for row in rows(timeline) if " kept: you keep " in row.data(SENTENCE)]
    assert len(kept) == loud
    assert not [said for said in sentences(timeline) if " hidden: " in said]
    timeline.view.setCurrentIndex(kept[0])
    settled(timeline.details.acts.hide_again.isVisible)
    assert not timeline.details.acts.keep.isVisible()
    timeline.details.acts.hide_again.click()
    settled(lambda: timeline.sight.quiet == loud and timeline.sight.whole)
    assert spared(desk) == ()


def test_who_is_muted_waits_whatever_is_kept_of_their_hashtag(qtbot, desk, timeline, settled):
    spare(desk, parse("#swhelper"))
    settled(lambda: timeline.sight.spared.filters and timeline.sight.whole)
    shown = next(row.data(Role.ROW) for row in rows(timeline) if row.data(Role.ROW).handle)
    theirs = set(desk.cache.order(parse(f"from:{shown.handle[1:]}")))
    mute(desk, MuteKind.AUTHOR, shown.handle[1:])
    settled(lambda: timeline.sight.whole and not theirs & set(posts(timeline)))
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.sight.wish.quiet_only and timeline.sight.whole)
    assert theirs <= set(posts(timeline))
    timeline.view.setCurrentIndex(rows(timeline)[0])
    settled(timeline.details.acts.unmute.isVisible)
    assert not timeline.details.acts.keep.isVisible()
    timeline.view.setFocus()
    qtbot.keyClick(timeline.view, "S")
    assert timeline.note.isVisible()
    assert list(map(show, spared(desk))) == ["#swhelper"]


def test_an_author_who_is_never_hidden_is_told_when_muted(qtbot, desk, timeline, settled):
    shown = next(row.data(Role.ROW) for row in rows(timeline) if row.data(Role.ROW).handle)
    spare(desk, parse(f"from:{shown.handle[1:]}"))
    timeline.muting.mute_words(shown.handle, Spell.EVER)
    settled(lambda: timeline.note.isVisible() and timeline.sight.whole)
    assert f"{shown.handle} is never hidden" in timeline.note.accessibleName()


def test_a_view_that_is_not_understood_takes_no_other_place_away(desk, stage, read, settled):
    saved = [{"name": "Old", "text": "lang:xx-foo"}, {"name": "Beds", "text": "beds"}]
    desk.settings.write("views", json.dumps(saved))
    post = desk.cache.post(str(desk.cache.order(parse(""))[0]))
    desk.cache.save_posts([post], Source(Origin.SEARCH, "older_than:3"))
    tab = stage.window.timeline()
    settled(lambda: tab.sight.whole and tab._map.spots)
    spots = {one.place.word: one for one in tab._map.spots.values()}
    assert {"Everything", "Old", "Beds", "Quiet folder", "older_than:3"} <= spots.keys()
    assert (spots["Old"].place.faint, spots["Old"].place.tip) != (False, "")
    assert spots["older_than:3"].place.count == "1"
    assert tab.note.isHidden()
    go_to(tab, "Old")
    settled(lambda: tab.header.title.text() == "Old" and tab.sight.whole)
    tab.forget_button.click()
    settled(lambda: "view:Old" not in tab._map.spots)
    assert [one.name for one in views(desk) if one.own] == ["Beds"]


def test_posts_of_before_ids_told_the_time_have_their_days(desk, stage, read, settled):
    days = datetime(2008, 11, 12, 10, tzinfo=UTC), datetime(2015, 5, 17, 10, tzinfo=UTC)
    ids = "1000000001", "600000000000000000"
    posts = [Post(one, "77", at, "an old zebra") for one, at in zip(ids, days, strict=True)]
    desk.cache.save_posts(posts, Source(Origin.FILE, "old.jsonl"))
    tab = stage.window.timeline()
    tab.show_filter("zebra")
    settled(lambda: tab.sight.whole and len(tab.sight.order) == 2)
    assert "2008" in tab.header.subtitle.text()
    assert "2015" in tab.header.subtitle.text()
    tab.show_filter("zebra until:2011-01-01")
    settled(lambda: tab.sight.whole and len(tab.sight.order) == 1)
    assert "2008" in tab.header.subtitle.text()


def test_who_is_loud_is_muted_from_a_repost_of_theirs(desk, timeline, settled):
    refresh(desk, Patience(), most=300)
    timeline.show_filter("is:repost")
    timeline.strip.with_quiet.click()
    settled(lambda: timeline.sight.wish.with_quiet and timeline.sight.whole and rows(timeline))
    shown = rows(timeline)[0].data(Role.ROW)
    timeline.view.setCurrentIndex(rows(timeline)[0])
    settled()
    [first, second, *_] = [one.text().lower() for one in timeline.muting.menu().actions()]
    whose = shown.row.post.text.removeprefix("RT ").partition(":")[0]
    assert first == f"mute {whose}".lower()
    assert second != first


def test_a_search_stands_by_its_sentence(desk, stage, read, settled):
    post = desk.cache.post(str(desk.cache.order(parse("#swhelper"))[0]))
    desk.cache.save_posts([post], Source(Origin.SEARCH, "#swhelper -is:repost newer:2d"))
    tab = stage.window.timeline()
    settled(lambda: tab.sight.whole and tab._map.spots)
    spot = tab._map.spots["source:search:#swhelper -is:repost newer:2d"]
    assert spot.place.word == "#swhelper, no reposts, last 2 days"
    go_to(tab, spot.place.word)
    settled(lambda: show(tab.sight.wish.chosen) == "#swhelper -is:repost newer:2d")
    assert tab.header.title.text() == "Posts with #swhelper, without reposts, from the last 2 days"
