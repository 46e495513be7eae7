"""The practice network under tweepy's own client, mounted as its session allows."""

import pytest
import tweepy

from tests.practice.conftest import HOST


@pytest.fixture
def client(line):
    client = tweepy.Client("anything", return_type=dict)
    client.session.mount(HOST, line.adapter)
    yield client
    client.session.close()


def test_who_we_are(client, line):
    assert client.get_me(user_auth=False)["data"]["id"] == line.me


def test_pages_of_followers(client, line):
    pages = tweepy.Paginator(client.get_users_followers, line.me, max_results=30)
    assert [page["meta"]["result_count"] for page in pages] == [30, 30, 15]


def test_searching_and_counting_agree(client):
    query = "#SwHelper -is:retweet"
    pages = tweepy.Paginator(client.search_recent_tweets, query, max_results=100)
    found = sum(page["meta"]["result_count"] for page in pages)
    assert client.get_recent_tweets_count(query)["meta"]["total_tweet_count"] == found > 350


def test_home_and_lists(client, line):
    home = client.get_home_timeline(max_results=100, user_auth=False, exclude=["replies"])
    assert home["meta"]["result_count"] == 100
    lists = client.get_owned_lists(line.me)["data"]
    assert client.get_list(lists[0]["id"])["data"]["name"] == lists[0]["name"]
    assert client.get_list_tweets(lists[0]["id"])["meta"]["result_count"] == 100


def test_a_list_is_made_and_filled(client, line):
    made = client.create_list("Allies", private=True, user_auth=False)["data"]["id"]
    person = line.id_of("SixpenceDebt")
    assert client.add_list_member(made, person, user_auth=False)["data"]["is_member"] is True
    assert client.get_list_members(made)["data"][0]["id"] == person
    removed = client.remove_list_member(made, person, user_auth=False)
    assert removed["data"]["is_member"] is False


def test_refusals_are_tweepy_s_errors(client, line):
    with pytest.raises(tweepy.BadRequest, match="standalone"):
        client.search_recent_tweets("has:links")
    made = client.create_list("Allies", user_auth=False)["data"]["id"]
    with pytest.raises(tweepy.Forbidden, match="aren't allowed to add members"):
        client.add_list_member(made, line.id_of("ismenecarrow"), user_auth=False)
    for _ in range(15):
        client.get_owned_lists(line.me)
    with pytest.raises(tweepy.TooManyRequests) as caught:
        client.get_owned_lists(line.me)
    assert caught.value.reset_time > line.clock.now().timestamp()


def test_new_words_pass_through(client):
    params = {"query": "#SwHelper", "post.fields": "public_metrics"}
    found = client.request("GET", "/2/tweets/search/recent", params=params).json()
    assert "repost_count" in found["data"][0]["public_metrics"]
