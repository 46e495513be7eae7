"""Whoever asks to be forgotten is asked for by no filter, no search and no refresh any more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.terms import VIEWS
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account, purge_all
from allybook.services.reading.allowance import (
    change_read_by_itself,
    read_by_itself,
    set_daily_cap,
)
from allybook.services.reading.auto import refresh_by_itself
from allybook.services.reading.noted import note, noted
from allybook.services.reading.search import plan_search, read_search
from allybook.services.sign_in.who import sign_in
from allybook.services.timeline.spare import spare, spared
from allybook.services.timeline.views import save_view, views
from tests.fakes.desk import Patience
from tests.workshop import practice_desk

WHO = parse("from:KestrelYard")
BOOK = Source(Origin.BOOK, "b1")


@pytest.fixture
def desk(tmp_path):
    with practice_desk(tmp_path / "p") as desk:
        sign_in(desk, Patience())
        read_search(desk, plan_search(desk, WHO, 100), Patience())
        spare(desk, WHO)
        spare(desk, parse("#housing"))
        save_view(desk, "Theirs", "from:KestrelYard housing")
        save_view(desk, "kestrelyard", "kestrelyard -is:repost")
        desk.settings.write(VIEWS, '[["one", "from:KestrelYard"], ["two", "tag:beds"]]')
        change_read_by_itself(desk, lambda _before: ["source:home", "from:KestrelYard"])
        note(desk, lambda _gaps: made_gaps())
        yield desk


def made_gaps():
    asked = ("(from:ben OR from:KestrelYard) -is:retweet", "(from:KestrelYard) -is:retweet")
    search = Source(Origin.SEARCH, "from:KestrelYard")
    return [Gap(BOOK, text, "1", "9", 3) for text in asked] + [Gap(search, asked[1], "1", "9", 3)]


def saved(desk):
    return [one.name for one in views(desk) if one.own]


def left(folder, name):
    """Return which files of the settings and the caches still have a word."""
    files = [*folder.rglob("profile.sqlite3*"), *folder.rglob("cache.sqlite3*")]
    return [one.name for one in files if name in one.read_bytes().lower()]


def test_nothing_asks_for_who_was_forgotten(desk, tmp_path):
    purge_account(desk, find_known(desk, "@KestrelYard"))
    assert list(map(show, spared(desk))) == ["#housing"]
    assert saved(desk) == ["kestrelyard"]
    assert desk.settings.read(VIEWS) == '[["two", "tag:beds"]]'
    assert read_by_itself(desk) == ("source:home",)
    assert not [one for one in desk.cache.known_sources() if one.origin is Origin.SEARCH]
    assert [(gap.source, gap.query) for gap in noted(desk)] == [(BOOK, "from:ben -is:retweet")]
    assert not find_known(desk, "KestrelYard").kept
    assert left(tmp_path, b"from:kestrelyard") == []


def test_no_refresh_by_itself_brings_them_back(desk):
    purge_account(desk, find_known(desk, "@KestrelYard"))
    change_read_by_itself(
        desk, lambda _before: [one for one in read_by_itself(desk) if one != "source:home"]
    )
    set_daily_cap(desk, Decimal("0.25"))
    assert refresh_by_itself(desk, Patience()) is None
    assert desk.cache.accounts_by_handle(["KestrelYard"]) == {}


def test_a_person_may_search_for_them_again_and_finds_them(desk):
    purge_account(desk, find_known(desk, "@KestrelYard"))
    assert read_search(desk, plan_search(desk, WHO, 100), Patience()).items > 0


def test_the_posts_that_a_search_for_them_brought_go_though_x_told_no_name(desk):
    [searched] = [one for one in desk.cache.known_sources() if one.origin is Origin.SEARCH]
    number = len(desk.cache.posts(searched))
    assert number > 0
    assert purge_account(desk, find_known(desk, "@KestrelYard")).posts == number
    assert desk.cache.order(EVERYTHING).tolist() == []


def test_all_filters_for_accounts_go_with_everything(desk, tmp_path):
    purge_all(desk)
    assert list(map(show, spared(desk))) == ["#housing"]
    assert saved(desk) == ["kestrelyard"]
    assert read_by_itself(desk) == ("source:home",)
    assert desk.settings.read(VIEWS).count("KestrelYard") == 1
    assert desk.cache.known_sources() == []


@pytest.mark.parametrize("what", ["spared", "view", "auto", "search"])
def test_who_is_only_in_one_filter_is_known_all_the_same(tmp_path, what):
    with practice_desk(tmp_path / "p") as desk:
        assert not find_known(desk, "oak").kept
        if what == "spared":
            spare(desk, parse("from:oak"))
        elif what == "view":
            save_view(desk, "One", "beds -from:oak")
        elif what == "auto":
            change_read_by_itself(desk, lambda _before: ["from:oak"])
        else:
            desk.cache.save_posts((), Source(Origin.SEARCH, "beds OR from:oak"))
        assert find_known(desk, "oak").kept
        purge_account(desk, find_known(desk, "oak"))
        assert not find_known(desk, "oak").kept


def test_who_is_called_like_a_word_takes_no_other_filter_along(tmp_path):
    with practice_desk(tmp_path / "p") as desk:
        save_view(desk, "housing", "housing #housing lang:en")
        save_view(desk, "Another", "from:housing_hub")
        purge_account(desk, find_known(desk, "@housing"))
        assert saved(desk) == ["housing", "Another"]
