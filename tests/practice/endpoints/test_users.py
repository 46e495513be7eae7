import pytest

ALL = {"user.fields": "connection_status,description,protected,public_metrics,verified"}


def test_only_the_usual_fields_come_unasked(line):
    data = line.body("/2/users/me")["data"]
    assert data == {"id": line.me, "name": "Tollgate Commons", "username": "TollgateCommons"}


def test_our_metrics_are_what_the_pages_give(line):
    metrics = line.body("/2/users/me", **{"user.fields": "public_metrics"})["data"][
        "public_metrics"
    ]
    followers = line.all(f"/2/users/{line.me}/followers", max_results=20)
    following = line.all(f"/2/users/{line.me}/following", max_results=20)
    assert metrics["followers_count"] == len(followers) == len({one["id"] for one in followers})
    assert metrics["following_count"] == len(following)


@pytest.mark.parametrize(
    ("handle", "status"),
    [
        ("QuaybridgeNight", ["following", "followed_by"]),
        ("SaltmarshRest", ["following"]),
        ("SixpenceDebt", ["followed_by"]),
        ("wilmastroud", ["followed_by", "follow_request_sent"]),
        ("TeaselThread", None),
    ],
)
def test_how_we_stand_to_others(line, handle, status):
    data = line.body(f"/2/users/by/username/{handle}", **ALL)["data"]
    assert data.get("connection_status") == status


def test_those_not_shown_are_told_apart(line):
    asked = "quaybridgenight,OldWeirCarers,ZephyrStClinic,PatchAdviceBus,wilmastroud"
    body = line.body("/2/users/by", usernames=asked, **ALL)
    assert [one["username"] for one in body["data"]] == ["QuaybridgeNight", "wilmastroud"]
    assert body["data"][1]["protected"] is True
    problems = {one["value"]: (one["title"], one["detail"]) for one in body["errors"]}
    assert problems["OldWeirCarers"][0] == "Not Found Error"
    assert problems["ZephyrStClinic"][0] == "Forbidden"
    assert "suspended" in problems["ZephyrStClinic"][1]
    assert problems["PatchAdviceBus"][0] == "Not Found Error"


def test_ids_outlive_a_rename(line):
    van = line.id_of("PatchworkVan")
    gone = line.world.person_by_handle("OldWeirCarers").user_id
    body = line.body("/2/users", ids=f"{van},{gone},12345")
    assert [one["username"] for one in body["data"]] == ["PatchworkVan"]
    assert [one["value"] for one in body["errors"]] == [gone, "12345"]


def test_a_single_account_that_is_gone_is_errors_only(line):
    body = line.body("/2/users/by/username/ZephyrStClinic")
    assert set(body) == {"errors"}
    assert line.body("/2/users/12345")["errors"][0]["resource_id"] == "12345"


def test_the_newest_post_comes_along(line):
    asked = {"user.fields": "most_recent_tweet_id", "expansions": "most_recent_tweet_id"}
    body = line.body("/2/users/me", **asked)
    newest = body["data"]["most_recent_tweet_id"]
    assert [post["id"] for post in body["includes"]["tweets"]] == [newest]
    locked = line.body("/2/users/by/username/wilmastroud", **asked)
    assert "most_recent_tweet_id" not in locked["data"]


def test_followers_of_somebody_private_are_not_shown(line):
    body = line.body(f"/2/users/{line.id_of('wilmastroud')}/followers")
    assert body["errors"][0]["title"] == "Authorization Error"


def test_other_people_have_followers_too(line):
    imogen = line.id_of("imogen_cr")
    followers = line.all(f"/2/users/{imogen}/followers", max_results=100)
    assert line.me in {one["id"] for one in followers}


def test_pages_are_as_long_as_asked(line):
    path = f"/2/users/{line.me}/followers"
    assert [len(page) for page in line.pages(path, max_results=50)] == [50, 25]
    assert line.body(path)["meta"] == {"result_count": 75}
