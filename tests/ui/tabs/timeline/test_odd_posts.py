"""Posts as X sends them at times: hashtags that are none, broken links, authors without a name."""

from __future__ import annotations

import pytest

from allybook.domain.changes import Changed
from allybook.domain.filters.show import show
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.timeline.mutes import mutes
from allybook.services.timeline.spare import spared
from tests.ui.tabs.timeline.conftest import LOUD
from tests.ui.tabs.timeline.hands import choose, go_to

NAMELESS = "4099"
WORDS = f"{LOUD} again"


def bring(desk, clock, **facts):
    """Keep one more loud post, the newest of all."""
    post = Post(id_at(clock.now(), sequence=9), NAMELESS, clock.now(), WORDS, lang="en", **facts)
    desk.cache.save_posts([post], Source(Origin.HOME))
    desk.announcer.announce(Changed(posts=True))
    return post


def quiet(tab, calm):
    go_to(tab, "Quiet folder")
    calm(lambda: tab.model.rowCount() == 2)
    choose(tab, WORDS)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"hashtags": ("foo-bar",), "links": ("https://example.org/x",)}, "url:example.org"),
        ({"links": ("http://[bad/", "https://example.org/x")}, "url:example.org"),
        ({"hashtags": ("foo-bar", "AB™", "Win")}, "#win"),
    ],
)
def test_a_post_that_x_sends_oddly_is_kept_by_what_a_filter_can_name(
    desk, clock, open_tab, calm, facts, found
):
    bring(desk, clock, **facts)
    tab = open_tab()
    quiet(tab, calm)
    tab.details.acts.keep.click()
    calm(lambda: tab.model.rowCount() < 2)
    assert list(map(show, spared(desk))) == [found]
    tab.show_filter("beds")
    calm(lambda: tab.model.rowCount() > 2)


@pytest.mark.parametrize("act", ["keep", "spare"])
def test_where_nothing_else_can_be_named_the_author_is_named_by_id(
    desk, clock, open_tab, calm, act
):
    bring(desk, clock, hashtags=("foo-bar",), links=("http://[bad/",))
    tab = open_tab()
    quiet(tab, calm)
    calm(tab.details.acts.mute.isVisible)
    getattr(tab.details.acts, act).click()
    calm(lambda: tab.model.rowCount() < 2)
    [rule] = spared(desk)
    assert show(rule) == f"from:id:{NAMELESS}"
    assert desk.cache.count(rule) == 1


def test_what_an_earlier_allybook_kept_and_nobody_understands_empties_no_view(
    desk, clock, open_tab, calm
):
    desk.settings.write("spared", '["#foo-bar", "#housing"]')
    tab = open_tab()
    assert tab.model.rowCount() > 2
    assert list(map(show, spared(desk)))[-1] == "#housing"


def test_a_loud_author_without_a_name_can_be_muted(desk, clock, open_tab, calm):
    bring(desk, clock)
    tab = open_tab()
    quiet(tab, calm)
    menu = tab.muting.menu()
    first = menu.actions()[0]
    assert first.text() == f"Mute account {NAMELESS}"
    first.menu().actions()[0].trigger()
    calm(lambda: mutes(desk))
    [made] = mutes(desk)
    assert (made.user_id, str(made.words)) == (NAMELESS, f"account {NAMELESS}")
    menu.deleteLater()
