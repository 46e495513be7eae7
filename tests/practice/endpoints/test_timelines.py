from datetime import timedelta

import pytest

from allybook.practice.wire import stamp

FIELDS = "attachments,author_id,created_at,entities,lang,public_metrics,referenced_tweets"


@pytest.fixture
def home(line):
    path = f"/2/users/{line.me}/timelines/reverse_chronological"
    return lambda **params: line.all(path, max_results=100, **params)


def test_home_is_what_we_follow_and_ourselves(line, home):
    following = {one["id"] for one in line.all(f"/2/users/{line.me}/following", max_results=1000)}
    posts = home(**{"tweet.fields": "author_id,created_at"})
    authors = {post["author_id"] for post in posts}
    assert authors <= following | {line.me}
    assert line.me in authors
    ids = [int(post["id"]) for post in posts]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) > 900


def test_home_of_somebody_else_is_refused(line):
    other = line.id_of("imogen_cr")
    assert line.get(f"/2/users/{other}/timelines/reverse_chronological").status_code == 403


def test_only_what_is_newer(line, home):
    posts = home()
    since = posts[30]["id"]
    assert home(since_id=since) == posts[:30]
    assert home(since_id=posts[0]["id"]) == []
    assert home(until_id=since)[0] == posts[31]


def test_a_stretch_of_time(line, home, stage):
    start, end = stage.anchor - timedelta(days=3), stage.anchor - timedelta(days=2)
    posts = home(start_time=stamp(start), end_time=stamp(end), **{"tweet.fields": "created_at"})
    assert posts
    assert all(stamp(start) <= post["created_at"] < stamp(end) for post in posts)


def test_replies_and_reposts_can_be_left_out(line, home):
    posts = home(exclude="replies,retweets", **{"tweet.fields": "referenced_tweets"})
    kinds = {one["type"] for post in posts for one in post.get("referenced_tweets", [])}
    assert kinds == {"quoted"}


def test_only_the_usual_fields_come_unasked(home):
    assert set(home()[0]) == {"id", "text", "edit_history_tweet_ids"}


def test_authors_by_field_and_by_expansion(line):
    path = f"/2/users/{line.id_of('imogen_cr')}/tweets"
    assert "includes" not in line.body(path, **{"tweet.fields": "author_id"})
    body = line.body(path, expansions="author_id")
    assert [one["username"] for one in body["includes"]["users"]] == ["imogen_cr"]
    assert {post["author_id"] for post in body["data"]} == {line.id_of("imogen_cr")}


def test_what_is_passed_on_comes_along_with_its_author(line):
    path = f"/2/users/{line.id_of('rt_engine_sw')}/tweets"
    asked = "referenced_tweets.id,referenced_tweets.id.author_id"
    body = line.body(path, expansions=asked, max_results=100)
    wanted = {ref["id"] for post in body["data"] for ref in post.get("referenced_tweets", [])}
    assert {post["id"] for post in body["includes"]["tweets"]} == wanted
    authors = {post["author_id"] for post in body["includes"]["tweets"] if "author_id" in post}
    assert authors <= {user["id"] for user in body["includes"]["users"]}


def test_mentions_that_are_gone_are_problems(line):
    path = "/2/tweets/search/recent"
    body = line.body(path, query="@ZephyrStClinic", expansions="entities.mentions.username")
    assert {one["value"] for one in body["errors"]} == {"ZephyrStClinic"}
    assert "suspended" in body["errors"][0]["detail"]
    assert body["data"]


def test_entities_point_into_the_text(home):
    seen = {"urls": 0, "hashtags": 0, "mentions": 0}
    for post in home(**{"tweet.fields": FIELDS}):
        for kind, found in post.get("entities", {}).items():
            for one in found:
                part = post["text"][one["start"] : one["end"]]
                word = one.get("tag") or one.get("username") or one["url"]
                assert part.lstrip("@#") == word
                seen[kind] += 1
    assert all(count > 50 for count in seen.values())


def test_links_are_short_in_the_text_and_whole_beside_it(home):
    urls = [
        url
        for post in home(**{"tweet.fields": "entities"})
        for url in post.get("entities", {}).get("urls", [])
    ]
    assert all(url["url"].startswith("https://t.co/") for url in urls)
    assert any(".example/" in url["expanded_url"] for url in urls)
    assert any("/status/" in url["expanded_url"] for url in urls)
    assert any("media_key" in url for url in urls)


def test_media_come_along(line, home):
    body = line.body(
        f"/2/users/{line.me}/timelines/reverse_chronological",
        max_results=100,
        expansions="attachments.media_keys",
        **{"media.fields": "url,preview_image_url,type"},
    )
    media = body["includes"]["media"]
    keys = {
        key for post in body["data"] for key in post.get("attachments", {}).get("media_keys", [])
    }
    assert {one["media_key"] for one in media} == keys
    assert all(one["type"] in {"photo", "video", "animated_gif"} for one in media)


def test_signs_are_written_as_x_writes_them(line):
    spam = line.body("/2/tweets/search/recent", query="from:megafreebiebarn")["data"]
    assert any("&amp;" in post["text"] for post in spam)


def test_posts_by_id_with_what_is_not_shown(line):
    locked = line.world.person_by_handle("wilmastroud").user_id
    hidden = next(one for one in line.world._posts.values() if one.author_id == locked)
    mine = line.world.newest(line.world.me, line.clock.now())
    body = line.body("/2/tweets", ids=f"{mine},{hidden.post_id},1")
    assert [post["id"] for post in body["data"]] == [mine]
    titles = {one["value"]: one["title"] for one in body["errors"]}
    assert titles == {hidden.post_id: "Authorization Error", "1": "Not Found Error"}


@pytest.mark.parametrize("handle", ["wilmastroud", "ismenecarrow"])
def test_posts_of_those_closed_to_us(line, handle):
    body = line.body(f"/2/users/{line.id_of(handle)}/tweets")
    assert body["errors"][0]["type"].endswith("not-authorized-for-resource")


def test_an_account_without_posts_in_reach_is_an_empty_page(line):
    path = f"/2/users/{line.id_of('YarrowfieldFS')}/tweets"
    assert line.body(path, start_time="2026-03-01T00:00:00Z") == {"meta": {"result_count": 0}}
