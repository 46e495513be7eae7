# ruff: noqa: RUF001 (odd letters are wanted)
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from allybook.domain.posts import Mention, Post
from allybook.practice.search.match import Matcher
from allybook.practice.search.query import parse_query

NOW = datetime(2026, 3, 31, tzinfo=UTC)


@pytest.fixture
def post(world):
    shelter = world.person_by_handle("QuaybridgeNight")
    return Post(
        "99",
        shelter.user_id,
        NOW,
        "Coca-Cola für Café guests, thank you @AshgroveTenants #SwHelper",
        lang="de",
        hashtags=("SwHelper",),
        mentions=(Mention("AshgroveTenants", "1"),),
        links=("https://quaybridgenight.example/beds",),
    )


@pytest.fixture
def holds(world, post):
    matcher = Matcher(world)
    return lambda query, **changes: matcher.matches(parse_query(query), replace(post, **changes))


@pytest.mark.parametrize(
    "text",
    [
        "cola",
        "COLA",
        "cafe",
        '"coca cola"',
        '"coca-cola"',
        "#swhelper",
        "@ashgrovetenants",
        "from:quaybridgenight",
        "cola lang:de",
        "cola has:links has:mentions has:hashtags",
        "url:beds",
        'url:"quaybridgenight.example"',
        "cola -tea",
        "tea OR cola",
        "(tea OR cola) -has:media",
    ],
)
def test_what_matches(holds, text):
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "col",
        "#SwHelpers",
        "@ashgrove",
        "from:AshgroveTenants",
        "cola lang:en",
        "cola has:media",
        "url:bed",
        '"cola guests"',
        "$cola",
        "cola is:reply",
        "cola -has:links",
    ],
)
def test_what_does_not_match(holds, text):
    assert not holds(text)


def test_no_more_than_case_and_accents_is_the_same_to_x(holds):
    assert holds("STRAẞE", text="Auf der Straße")
    assert not holds("strasse", text="Auf der Straße")
    assert not holds("office", text="our oﬃce")
    assert not holds("hello", text="ｈｅｌｌｏ")
    assert holds("ΟΔΟΣ", text="οδος")


def test_signs_in_quotation_marks_are_looked_for(holds):
    assert holds('"coca cola"', text="Coca, Cola")
    assert not holds('"coca-cola"', text="Coca Cola")
    assert not holds('"thanks @nasw"', text="thanks nasw")
    assert holds("b", text="a_b")


def test_chinese_has_the_codes_of_the_page(holds):
    assert holds("cola lang:zh-CN", lang="zh")
    assert holds("cola lang:zh-TW", lang="zh")
    assert not holds("cola lang:zh", lang="zh")


def test_scripts_without_spaces_match_within(holds):
    assert holds("学校", text="今日は学校とおばあちゃんの間で")
    assert holds("🍵", text="三人でお茶を飲みました🍵")


def test_pictures_and_quotes_are_links_to_x(holds):
    assert holds("cola has:links", links=(), media=("photo",))
    assert holds("cola has:images", media=("photo",))
    assert holds("cola has:links is:quote", links=(), quote_of="5")


def test_ties_to_other_posts(holds, world):
    tenants = world.person_by_handle("AshgroveTenants").user_id
    assert holds("to:AshgroveTenants is:reply", reply_to="7", reply_to_user=tenants)
    assert holds("in_reply_to_tweet_id:7", reply_to="7")
    assert holds("quotes_of_tweet_id:8", quote_of="8")
    assert holds("conversation_id:9", conversation_id="9")


def test_a_repost_is_found_by_what_it_passes_on(world, stage):
    matcher = Matcher(world)
    passed_on = (post for post in world.posts(stage.anchor) if post.repost_of)
    tagged = next(one for one in passed_on if "SwHelper" in world.post(one.repost_of).hashtags)
    # X finds a repost by its original's words, also where its own text was cut.
    cut = replace(tagged, text=tagged.text[:20], hashtags=())
    author = world.person(world.post(cut.repost_of).author_id).handle
    assert matcher.matches(parse_query("#SwHelper is:retweet"), cut)
    assert matcher.matches(parse_query(f"retweets_of:{author}"), cut)
    assert matcher.matches(parse_query(f"retweets_of_tweet_id:{cut.repost_of}"), cut)
    assert not matcher.matches(parse_query("#SwHelper -is:retweet"), cut)


def test_members_of_a_list(world, post):
    matcher = Matcher(world)
    roster = next(one for one in world.rosters.owned_by(world.me.user_id) if not one.private)
    assert matcher.matches(parse_query(f"list:{roster.list_id}"), post)
    assert not matcher.matches(parse_query("list:1"), post)
