from collections import Counter
from datetime import timedelta

import pytest
from twitter_text import parse_tweet

from allybook.domain.posts import time_of
from allybook.practice.scene.stage import Stage
from allybook.practice.world import World


@pytest.fixture
def posts(world, stage):
    return world.posts(stage.anchor)


def tagged(world, post):
    content = world.post(post.repost_of) if post.repost_of else post
    return "swhelper" in {tag.lower() for tag in content.hashtags}


def chat_posts(world, scenario, posts):
    start = scenario.setting.anchor - timedelta(minutes=scenario.chat.minutes_before)
    end = start + timedelta(minutes=scenario.chat.length + 3)
    return [post for post in posts if start <= post.created_at < end and tagged(world, post)]


def test_the_same_seed_gives_the_same_world(scenario, stage):
    setting = scenario.setting
    again = Stage.build(setting.seed, setting.anchor, scenario)
    assert again.posts == stage.posts
    assert again.people == stage.people


def test_another_anchor_moves_everything(scenario, stage):
    later = stage.anchor + timedelta(days=40)
    moved = Stage.build(scenario.setting.seed, later, scenario)
    assert max(post.created_at for post in moved.posts) <= later
    assert min(later - post.created_at for post in moved.posts) < timedelta(minutes=30)
    assert len(moved.posts) == pytest.approx(len(stage.posts), rel=0.02)


def test_ids_carry_their_time(posts):
    for post in posts:
        assert timedelta(0) <= time_of(post.post_id) - post.created_at < timedelta(seconds=1)
    assert len({post.post_id for post in posts}) == len(posts)


def test_there_is_as_much_as_a_timeline_needs(world, stage, posts):
    week = stage.anchor - timedelta(days=7)
    home = world.posts(stage.anchor, authors=world.home_authors())
    found = [
        post
        for post in posts
        if post.created_at >= week and world.open_to_all(world.person(post.author_id))
    ]
    reachable = {post.post_id for post in home} | {post.post_id for post in found}
    assert 1_300 <= len(reachable) <= 1_700
    assert sum(post.repost_of is not None for post in posts) > 200
    assert sum(post.reply_to is not None for post in posts) > 100
    assert sum(post.quote_of is not None for post in posts) > 40
    assert sum(bool(post.media) for post in posts) > 60
    assert len({post.lang for post in posts}) >= 9


def test_the_chat_is_as_large_as_told(world, scenario, posts):
    chat = chat_posts(world, scenario, posts)
    own = [post for post in chat if not post.repost_of]
    people = {
        post.author_id for post in own if world.person(post.author_id).character.kind != "noise"
    }
    assert 380 <= len(chat) <= 430
    assert len(chat) - len(own) >= 40
    assert len(people) == 60


def test_a_line_that_begins_with_a_handle_answers_its_owner(world, scenario, posts):
    goose = next(post for post in posts if "goose knows what it did" in post.text)
    parent = world.post(goose.reply_to)
    assert world.person(parent.author_id).handle == "yusufcb"
    assert goose.conversation_id == parent.conversation_id


def test_the_host_is_answered_by_reply_and_by_quote(world, scenario, posts):
    question = next(post for post in posts if post.text.startswith("Q3 The heart"))
    assert any(post.reply_to == question.post_id for post in posts)
    assert any(post.quote_of == question.post_id for post in posts)


def test_follow_edges_mix(world):
    mine = {one.user_id for one in world.edges.following(world.me)}
    fans = {one.user_id for one in world.edges.followers(world.me)}
    assert 55 <= len(mine) <= 65
    assert 70 <= len(fans) <= 80
    assert len(mine & fans) > 30
    assert len(mine - fans) > 10
    assert len(fans - mine) > 20


def test_our_counts_agree_with_our_edges(world):
    counts = world.counts(world.me)
    assert counts.followers == len(world.edges.followers(world.me))
    assert counts.following == len(world.edges.following(world.me))


def test_nobody_gone_private_or_blocking_is_read(world, posts):
    authors = {world.person(post.author_id).handle for post in posts}
    assert not authors & {"OldWeirCarers", "ZephyrStClinic", "ismenecarrow", "wilmastroud"}
    assert "RowanbridgeCo" in authors
    assert not world.open_to_all(world.person_by_handle("RowanbridgeCo"))


def test_quiet_accounts_are_quiet(world, stage):
    for one in world.people:
        if one.character.quiet_days:
            newest = time_of(world.newest(one, stage.anchor))
            assert stage.anchor - newest > timedelta(days=180)


def test_nothing_is_seen_before_its_time(world, scenario, stage):
    half = stage.anchor - timedelta(minutes=scenario.chat.minutes_before - 30)
    early = world.posts(half)
    assert max(post.created_at for post in early) <= half
    assert 100 < len(chat_posts(world, scenario, early)) < 250


def test_counts_of_posts_hold_what_happened(world, posts):
    reposts = Counter(post.repost_of for post in posts if post.repost_of)
    replies = Counter(post.reply_to for post in posts if post.reply_to)
    for post in posts:
        if not post.repost_of:
            assert post.metrics.reposts >= reposts[post.post_id]
            assert post.metrics.replies >= replies[post.post_id]


def test_a_repost_is_cut_as_x_cuts_it(world, posts):
    passed_on = [post for post in posts if post.repost_of]
    assert all(post.text.startswith("RT @") and len(post.text) <= 140 for post in passed_on)
    assert any(post.text.endswith("…") for post in passed_on)
    assert len({(post.author_id, post.repost_of) for post in passed_on}) == len(passed_on)


def test_former_handles_lead_to_the_same_account(world, posts):
    van = world.person_by_handle("PatchworkVan")
    assert world.person_by_handle("PatchAdviceBus") is None
    ids = {
        mention.user_id
        for post in posts
        for mention in post.mentions
        if mention.handle == "PatchAdviceBus"
    }
    assert ids == {van.user_id}


def test_posts_fit_a_post(posts):
    for post in posts[::9]:
        own = post.text.removeprefix("@") if not post.reply_to else post.text.split(" ", 1)[1]
        assert parse_tweet(own).weightedLength <= 280, post.text


def test_two_worlds_on_a_stage_share_no_lists(stage):
    first, second = World(stage), World(stage)
    roster = first.rosters.owned_by(first.me.user_id)[0]
    roster.add("1")
    assert "1" not in second.rosters.get(roster.list_id).members
