from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
import requests

from allybook.practice.room import Rules
from tests.practice.conftest import HOST


def test_without_a_bearer_nothing_is_told(line):
    answer = line.session.get(f"{HOST}/2/users/me", headers={"Authorization": None})
    assert answer.status_code == 401
    assert answer.json()["title"] == "Unauthorized"
    assert line.bill.dollars == 0


def test_both_of_x_s_hosts_answer(line):
    old = line.session.get(f"{HOST}/2/users/me")
    new = line.session.get("https://api.x.com/2/users/me")
    assert old.json() == new.json()


def test_other_hosts_cannot_be_reached(line):
    with pytest.raises(requests.ConnectionError):
        line.session.get("https://elsewhere.example/2/users/me")


@pytest.mark.parametrize("path", ["/2/users", "/2/nothing", "/2/users/abc/followers", "/"])
def test_unknown_paths(line, path):
    assert line.post(path, {}).status_code == 404


def test_rate_limits_are_told_and_kept(line, clock):
    path = f"/2/users/{line.me}/owned_lists"
    first = line.get(path)
    assert first.headers["x-rate-limit-limit"] == "15"
    assert first.headers["x-rate-limit-remaining"] == "14"
    for _ in range(14):
        line.get(path)
    refused = line.get(path)
    assert refused.status_code == 429
    assert refused.headers["x-rate-limit-remaining"] == "0"
    assert refused.json()["title"] == "Too Many Requests"
    reset = int(refused.headers["x-rate-limit-reset"])
    clock.advance(seconds=reset - clock.now().timestamp())
    assert line.get(path).status_code == 200


def test_the_bill_is_what_x_would_charge(line):
    followers = f"/2/users/{line.me}/followers"
    line.all(followers, max_results=100)
    assert line.bill.dollars == Decimal("0.075")
    line.all(followers, max_results=100)
    assert line.bill.dollars == Decimal("0.075")
    line.body("/2/tweets/counts/recent", query="#SwHelper")
    assert line.bill.dollars == Decimal("0.080")
    line.post("/2/lists", {"name": "x"})
    assert line.bill.dollars == Decimal("0.090")
    line.body("/2/users/by", usernames="OldWeirCarers")
    assert line.bill.dollars == Decimal("0.090")
    assert line.bill.unpriced == set()


def test_the_next_utc_day_costs_again(line, clock):
    path = f"/2/users/{line.me}/following"
    line.all(path, max_results=100)
    once = line.bill.dollars
    clock.advance(seconds=86_400)
    line.all(path, max_results=100)
    assert line.bill.dollars == 2 * once


def test_reading_ourselves_is_dear_without_the_app(open_line):
    line = open_line(rules=Rules(owns_app=False))
    line.all(f"/2/users/{line.me}/followers", max_results=100)
    assert line.bill.dollars == Decimal("0.750")


def test_others_followers_are_never_owned(line):
    line.body(f"/2/users/{line.id_of('imogen_cr')}/followers", max_results=1)
    assert line.bill.dollars == Decimal("0.010")


def test_expansions_are_charged(line):
    asked = {"query": "from:imogen_cr", "max_results": 10, "expansions": "author_id"}
    posts = line.body("/2/tweets/search/recent", **asked)["data"]
    assert line.bill.dollars == Decimal("0.005") * len(posts) + Decimal("0.010")


def test_latency_is_waited_before_each_answer(open_line):
    waits = []
    line = open_line(rules=Rules(latency=0.25), sleep=waits.append)
    line.get("/2/users/me")
    line.get("/2/nothing")
    assert waits == [0.25, 0.25]


def test_latency_may_differ_each_time(open_line):
    waits = []
    line = open_line(rules=Rules(latency=iter([0.1, 0.0, 0.3]).__next__), sleep=waits.append)
    for _ in range(3):
        line.get("/2/users/me")
    assert waits == [0.1, 0.3]


def test_several_threads_may_ask_at_once(line):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: line.adapter_answer(), range(40)))
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.headers["x-rate-limit-remaining"] for answer in answers} == {
        str(75 - number) for number in range(1, 41)
    }


def test_new_words_where_they_are_asked_for(line):
    asked = {"query": "#SwHelper", "post.fields": "public_metrics", "expansions": "author_id"}
    body = line.body("/2/tweets/search/recent", **asked)
    post = body["data"][0]
    assert "repost_count" in post["public_metrics"]
    assert post["edit_history_post_ids"] == [post["id"]]
    assert {user["id"] for user in body["includes"]["users"]} >= {post["author_id"]}


def test_new_words_have_fewer_fields(line):
    asked = {"query": "#SwHelper", "post.fields": "author_id"}
    assert line.get("/2/tweets/search/recent", **asked).status_code == 400
    plain = line.body("/2/tweets/search/recent", query="#SwHelper", **{"post.fields": "text"})
    assert "author_id" not in plain["data"][0]


def test_new_words_everywhere_when_told_so(open_line):
    line = open_line(rules=Rules(new_words=True))
    me = line.body("/2/users/me", **{"user.fields": "public_metrics"})["data"]
    assert "post_count" in me["public_metrics"]
    total = line.body("/2/tweets/counts/recent", query="#SwHelper")["meta"]
    assert set(total) == {"total_post_count"}
    assert line.post("/2/lists", {"name": "x"}).status_code == 201
