"""What is never hidden: kept by id, understood for ever, and never a reason to see nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.services.timeline.spare import (
    SETTING,
    by_author,
    by_id,
    drop_rules,
    forget_spared,
    like,
    spare,
    spared,
)
from allybook.services.timeline.view import divide
from tests.store.samples import HOME, a_post, an_account

LOUD = "FREE GIVEAWAY follow and retweet to win a gift card #a #b #c #d #e #f #g"
ANA, ZOE = an_account(1, "ana"), an_account(2, "zoe")


@pytest.fixture
def cache(desk):
    tags = tuple("abcdefg")
    posts = [
        a_post(10 + number, f"{LOUD} {word}", author_id=author.user_id, hashtags=tags)
        for number, (author, word) in enumerate([(ANA, "one"), (ZOE, "two")])
    ]
    desk.cache.save_posts(posts, HOME, accounts=[ANA, ZOE])
    return desk.cache


def quiet(desk):
    """Return who wrote what waits in the quiet folder."""
    order = desk.cache.order(divide(EVERYTHING, spared(desk)).quiet)
    return {row.post.author_id for row in desk.cache.rows(order).values()}


def test_who_is_never_hidden_stays_so_under_another_handle(desk, cache, clock):
    assert quiet(desk) == {"1", "2"}
    spare(desk, by_author(ANA))
    assert quiet(desk) == {"2"}
    clock.advance(seconds=60)
    cache.save_accounts([replace(ANA, handle="ana_new")], clock.now())
    assert quiet(desk) == {"2"}
    assert list(map(show, spared(desk))) == ["from:ana_new"]


def test_who_takes_the_handle_is_hidden_all_the_same(desk, cache, clock):
    spare(desk, by_author(ANA))
    clock.advance(seconds=60)
    cache.save_accounts([replace(ZOE, handle="ana")], clock.now())
    assert "2" in quiet(desk)
    cache.save_accounts([replace(ANA, handle="ana_new")], clock.now())
    assert quiet(desk) == {"2"}


def test_nor_does_who_takes_it_while_the_cache_knows_nobody_else(desk, cache, clock):
    spare(desk, by_author(ANA))
    cache.empty()
    cache.save_accounts([replace(ZOE, handle="ana")], clock.now())
    assert list(map(show, spared(desk))) == ["from:id:1"]


def test_an_author_without_a_name_is_spared_by_id_and_named_once_x_told(desk, clock):
    nameless = a_post(10, f"{LOUD} one", author_id="3", hashtags=tuple("abcdefg"))
    desk.cache.save_posts([nameless], HOME)
    assert quiet(desk) == {"3"}
    spare(desk, by_id("3"))
    spare(desk, by_id("3"))
    assert list(map(show, spared(desk))) == ["from:id:3"]
    assert quiet(desk) == set()
    desk.cache.save_accounts([an_account(3, "wren")], clock.now())
    assert list(map(show, spared(desk))) == ["from:wren"]
    forget_spared(desk, Term(On.FROM, "wren"))
    assert quiet(desk) == {"3"}


def test_who_is_known_by_the_handle_alone_is_still_understood(desk, cache):
    desk.settings.write(SETTING, '["from:ana", "#housing"]')
    assert list(map(show, spared(desk))) == ["from:ana", "#housing"]
    assert quiet(desk) == {"2"}


def test_an_author_is_taken_back_under_the_handle_of_now(desk, cache, clock):
    spare(desk, by_author(ANA))
    spare(desk, by_author(ANA))
    clock.advance(seconds=60)
    cache.save_accounts([replace(ANA, handle="ana_new")], clock.now())
    forget_spared(desk, Term(On.FROM, "ana_new"))
    assert spared(desk) == ()
    assert quiet(desk) == {"1", "2"}


@pytest.mark.parametrize("bad", ["#foo-bar", "in:##", "(", "wrong:field"])
def test_a_rule_that_is_no_filter_here_hides_no_post_and_outlasts_other_changes(desk, bad):
    desk.settings.write(SETTING, json.dumps([bad, "#housing"]))
    assert list(map(show, spared(desk))) == ["#housing"]
    spare(desk, Term(On.HASHTAG, "beds"))
    assert json.loads(desk.settings.read(SETTING)) == [bad, "#housing", "#beds"]
    forget_spared(desk, Term(On.HASHTAG, "housing"))
    assert json.loads(desk.settings.read(SETTING)) == [bad, "#beds"]
    drop_rules(desk, lambda rule, _node: rule.text == bad)
    assert json.loads(desk.settings.read(SETTING)) == ["#beds"]


def test_who_is_meant_by_an_id_is_understood_whatever_else_is_written(desk, cache):
    desk.settings.write(SETTING, '[["from:no-handle", "1"]]')
    assert list(map(show, spared(desk))) == ["from:ana"]


def test_a_word_that_an_earlier_allybook_looked_for_is_one_still(desk):
    desk.settings.write(SETTING, '["EGAL UND -(NICHT OR ODER)", ["from:ana", "1"]]')
    assert spared(desk)[0] == parse('EGAL "UND" -("NICHT" OR "ODER")')
    spare(desk, Term(On.HASHTAG, "beds"))
    assert len(spared(desk)) == 3


def test_what_cannot_be_written_as_a_filter_is_refused(desk):
    with pytest.raises(BadInput, match="nothing was changed"):
        spare(desk, Term(On.HASHTAG, "foo-bar"))
    assert spared(desk) == ()


@pytest.mark.parametrize(
    ("tags", "links", "found"),
    [
        (("foo-bar", "Win"), (), "#win"),
        (("AB™",), ("https://example.org/x",), "url:example.org"),
        (("foo-bar",), (), "from:ana"),
        ((), ("http://[bad/",), "from:ana"),
        ((), ("http://[bad/", "https://example.org/x"), "url:example.org"),
        (("one", "Two", "TWO", "three", "four"), (), "#one #two #three"),
    ],
)
def test_posts_like_one_are_found_by_what_a_filter_can_name(tags, links, found):
    assert show(like(a_post(1, hashtags=tags, links=links), ANA)) == found


def test_a_post_with_nothing_that_a_filter_can_name_is_like_no_other():
    odd = {"hashtags": ("foo-bar",), "links": ("http://[bad/",)}
    assert show(like(a_post(1, author_id="5", **odd), None)) == "from:id:5"
    assert like(a_post(1, author_id="", **odd), None) is None


@given(st.lists(st.text(max_size=12), max_size=4), st.lists(st.text(max_size=20), max_size=2))
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_x_calls_a_hashtag_or_a_link_is_spared_or_left_alone(desk, tags, ends):
    links = tuple(f"https://{end}" for end in ends)
    rule = like(a_post(1, hashtags=tuple(tags), links=links), ANA)
    assert rule is not None
    spare(desk, rule)
    assert rule in spared(desk)


@pytest.mark.parametrize(
    ("links", "found"),
    [
        (["https://x.com/ana/status/1"], "from:ana"),
        (["https://mobile.twitter.com/ana/status/1"], "from:ana"),
        (["https://t.co/abc"], "from:ana"),
        (["https://t.co/abc", "https://beds.example/now"], "url:beds.example"),
        (["https://next.com/a", "https://x.com/b"], "url:next.com"),
    ],
)
def test_a_post_that_links_to_x_itself_is_like_others_of_its_author(links, found):
    assert show(like(a_post(1, "Look at this", links=tuple(links)), ANA)) == found


def test_posts_like_a_quote_are_not_all_quotes(desk, cache):
    quotes = [
        a_post(20 + number, LOUD, author_id=author.user_id, links=(f"https://x.com/i/status/{9}",))
        for number, author in enumerate([ANA, ZOE])
    ]
    cache.save_posts(quotes, HOME)
    spare(desk, like(quotes[0], ANA))
    assert quiet(desk) == {"2"}


@pytest.mark.parametrize("text", ["-()", "beds -beds -()"])
def test_what_keeps_no_post_is_not_kept(desk, text):
    with pytest.raises(BadInput, match="keeps no post, so nothing was changed"):
        spare(desk, parse(text))
    assert spared(desk) == ()
