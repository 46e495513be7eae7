from datetime import timedelta

import pytest

from allybook.practice.wire import stamp

SEARCH = "/2/tweets/search/recent"
COUNT = "/2/tweets/counts/recent"


def test_the_chat_is_found_page_by_page(line):
    posts = line.all(SEARCH, query="#SwHelper", max_results=100)
    assert 400 < len(posts) < 500
    assert len({post["id"] for post in posts}) == len(posts)
    assert line.body(COUNT, query="#swhelper")["meta"] == {"total_tweet_count": len(posts)}


def test_next_token_is_the_other_name_of_a_page(line):
    first = line.body(SEARCH, query="#SwHelper")
    token = first["meta"]["next_token"]
    by_one = line.body(SEARCH, query="#SwHelper", next_token=token)
    assert by_one == line.body(SEARCH, query="#SwHelper", pagination_token=token)
    assert len(by_one["data"]) == 10


def test_a_token_of_another_query_is_refused(line):
    token = line.body(SEARCH, query="#SwHelper")["meta"]["next_token"]
    assert line.get(SEARCH, query="#SwHelper lang:en", next_token=token).status_code == 400


def test_only_the_last_seven_days(line, stage):
    posts = line.all(
        SEARCH, query="kettle OR soup", max_results=100, **{"tweet.fields": "created_at"}
    )
    assert min(post["created_at"] for post in posts) >= stamp(stage.anchor - timedelta(days=7))


def test_nothing_private_and_nobody_who_blocks_us(line):
    for handle in ("RowanbridgeCo", "wilmastroud", "ismenecarrow", "OldWeirCarers"):
        assert line.body(SEARCH, query=f"from:{handle}") == {"meta": {"result_count": 0}}


def test_narrowing_pays_for_less(line):
    every = len(line.all(SEARCH, query="#SwHelper", max_results=100))
    own = len(line.all(SEARCH, query="#SwHelper -is:retweet", max_results=100))
    calm = len(line.all(SEARCH, query="#SwHelper -is:retweet -has:links", max_results=100))
    assert calm < own < every


def test_a_list_by_its_id(line):
    lists = line.body(f"/2/users/{line.me}/owned_lists")["data"]
    shelters = next(one["id"] for one in lists if one["name"] == "Shelter partners")
    posts = line.all(
        SEARCH, query=f"list:{shelters}", max_results=100, **{"tweet.fields": "author_id"}
    )
    members = {one["id"] for one in line.all(f"/2/lists/{shelters}/members")}
    assert {post["author_id"] for post in posts} <= members
    assert posts


def test_since_and_until(line, stage):
    posts = line.all(SEARCH, query="#SwHelper", max_results=100)
    middle = posts[200]["id"]
    assert line.all(SEARCH, query="#SwHelper", max_results=100, since_id=middle) == posts[:200]
    assert line.all(SEARCH, query="#SwHelper", max_results=100, until_id=middle) == posts[201:]


@pytest.mark.parametrize("granularity", ["minute", "hour", "day"])
def test_counts_add_up(line, granularity):
    body = line.body(COUNT, query="#SwHelper", granularity=granularity)
    assert sum(one["tweet_count"] for one in body["data"]) == body["meta"]["total_tweet_count"]
    assert all(one["start"] < one["end"] for one in body["data"])


def test_counts_of_the_chat_hour(line, scenario, stage):
    start = stage.anchor - timedelta(minutes=scenario.chat.minutes_before)
    window = {"start_time": stamp(start), "end_time": stamp(start + timedelta(hours=1))}
    body = line.body(COUNT, query="#SwHelper", granularity="hour", **window)
    assert [one["tweet_count"] for one in body["data"]] == [body["meta"]["total_tweet_count"]]
    assert 380 <= body["meta"]["total_tweet_count"] <= 430


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"query": ""},
        {"query": "has:links"},
        {"query": "x" * 513},
        {"query": "x", "max_results": 9},
        {"query": "x", "max_results": 101},
        {"query": "x", "start_time": "2026-03-20T00:00:00Z"},
        {"query": "x", "start_time": "yesterday"},
        {"query": "x", "end_time": "2026-03-31T12:52:55Z"},
        {"query": "x", "start_time": "2026-03-30T00:00:00Z", "end_time": "2026-03-29T00:00:00Z"},
        {"query": "x", "since_id": "abc"},
        {"query": "x", "since_id": "2036000000000000000"},
        {"query": "x", "since_id": "2038500000000000000", "end_time": "2026-03-31T00:00:00Z"},
        {"query": "x", "until_id": "2038500000000000000", "start_time": "2026-03-30T00:00:00Z"},
        {"query": "x", "next_token": "0000000000000000000"},
        {"query": "x", "tweet.fields": "colour"},
        {"query": "x", "expansions": "referenced_posts"},
        {"query": "x", "min_likes": "4"},
    ],
)
def test_what_is_refused(line, params):
    answer = line.get(SEARCH, **params)
    assert answer.status_code == 400
    assert answer.json()["title"] == "Invalid Request"
    assert line.bill.dollars == 0


@pytest.mark.parametrize("path", [SEARCH, COUNT])
def test_x_says_after_which_post_it_searches(line, path):
    answer = line.get(path, query="x", since_id="2036000000000000000").json()
    (error,) = answer["errors"]
    assert error["parameters"] == {"since_id": ["2036000000000000000"]}
    assert "must be a tweet id created after 2026-03-24T12:53Z" in error["message"]
    after = error["message"].split()[-1]
    assert line.get(path, query="x", since_id=after).status_code == 200
    assert line.get(path, query="x", since_id=int(after) - 1).status_code == 400


def test_a_query_of_the_full_length_is_taken(line):
    assert line.get(SEARCH, query="x" * 512).status_code == 200


def test_an_unknown_granularity_is_refused(line):
    assert line.get(COUNT, query="x", granularity="week").status_code == 400
