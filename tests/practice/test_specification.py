from pathlib import Path

import pytest

from allybook.practice.room import Rules
from allybook.practice.words import POST_WORDS, TWEET_WORDS
from tests.practice.specification import Specification

SHARED = Path(__file__).parents[3] / "shared"
OLD_POST = "expansions=" + ",".join(sorted(TWEET_WORDS.post_expansions))
OLD = "&".join(
    [
        "tweet.fields=" + ",".join(sorted(TWEET_WORDS.post_fields)),
        "user.fields=" + ",".join(sorted(TWEET_WORDS.user_fields)),
    ]
)
NEW_POST = "expansions=" + ",".join(sorted(POST_WORDS.post_expansions))
NEW = "&".join(
    [
        "post.fields=" + ",".join(sorted(POST_WORDS.post_fields)),
        "user.fields=" + ",".join(sorted(POST_WORDS.user_fields)),
    ]
)
OLD_LIST = "expansions=owner_id&list.fields=" + ",".join(sorted(TWEET_WORDS.list_fields))
NEW_LIST = "expansions=owner_id&list.fields=" + ",".join(sorted(POST_WORDS.list_fields))
OLD_USER = "expansions=" + ",".join(sorted(TWEET_WORDS.user_expansions))
NEW_USER = "expansions=" + ",".join(sorted(POST_WORDS.user_expansions))
MEDIA = "media.fields=url,width,height,preview_image_url,type"
NOBODY = "12345"

READS = [
    ("/2/users/me", "", "user"),
    ("/2/users/{id}", "", "user"),
    ("/2/users/{id}/followers", "max_results=20", "user"),
    ("/2/users/{id}/following", "max_results=1000", "user"),
    ("/2/users", "ids={several}", "user"),
    ("/2/users/by", "usernames=imogen_cr,OldWeirCarers,ZephyrStClinic,wilmastroud", "user"),
    ("/2/users/by/username/{username}", "", "user"),
    ("/2/users/{id}/owned_lists", "max_results=1", "list"),
    ("/2/lists/{id}", "", "list"),
    ("/2/lists/{id}/members", "max_results=7", "user"),
    ("/2/lists/{id}/tweets", "max_results=100", "post"),
    ("/2/users/{id}/timelines/reverse_chronological", "max_results=100", "post"),
    ("/2/users/{id}/tweets", "max_results=100", "post"),
    ("/2/tweets", "ids={posts}", "post"),
    ("/2/tweets/search/recent", "query=%23SwHelper&max_results=100", "post"),
    ("/2/tweets/search/recent", "query=%40ZephyrStClinic&max_results=10", "post"),
    ("/2/tweets/counts/recent", "query=%23SwHelper", "none"),
]
ASKED = {
    "2.166": {"user": f"{OLD}&{OLD_USER}", "post": f"{OLD}&{OLD_POST}&{MEDIA}", "list": OLD_LIST},
    "2.167": {"user": f"{NEW}&{NEW_USER}", "post": f"{NEW}&{NEW_POST}&{MEDIA}", "list": NEW_LIST},
}


@pytest.fixture(scope="module", params=["2.166", "2.167"])
def version(request):
    return request.param


@pytest.fixture(scope="module")
def specification(version):
    path = SHARED / f"x-openapi-{version}.json"
    if not path.exists():
        pytest.skip(f"{path} is not here: X's specification lies outside the repository")
    return Specification(path)


@pytest.fixture
def line(open_line, version):
    return open_line(rules=Rules(new_words=version == "2.167"))


@pytest.fixture
def list_id(line):
    return line.body(f"/2/users/{line.me}/owned_lists")["data"][-1]["id"]


def filled(template, line, list_id):
    """Return a path with real ids in it."""
    own = list_id if "/lists/" in template else line.me
    return template.replace("{id}", own).replace("{username}", "imogen_cr")


def many(line):
    """Return ids of accounts and of posts, of those gone and hidden, too."""
    people = ["imogen_cr", "OldWeirCarers", "ZephyrStClinic", "wilmastroud"]
    posts = line.body("/2/tweets/search/recent", query="has:media cat OR #SwHelper")["data"]
    locked = line.id_of("wilmastroud")
    hidden = next(key for key, one in line.world._posts.items() if one.author_id == locked)
    return {
        "several": ",".join([*map(line.id_of, people), NOBODY]),
        "posts": ",".join([*(post["id"] for post in posts), str(hidden), NOBODY]),
    }


@pytest.mark.parametrize("read", READS, ids=str)
def test_reads(line, specification, version, list_id, read):
    template, query, kind = read
    asked = "&".join(filter(None, [query.format(**many(line)), ASKED[version].get(kind)]))
    answer = line.get(f"{filled(template, line, list_id)}?{asked}")
    assert answer.status_code == 200, answer.text
    assert "data" in answer.json()
    assert specification.faults("GET", template, 200, answer.json()) == []


@pytest.mark.parametrize("read", READS, ids=str)
def test_bare_reads(line, specification, list_id, read):
    template, query, _ = read
    answer = line.get(f"{filled(template, line, list_id)}?{query.format(**many(line))}")
    assert specification.faults("GET", template, 200, answer.json()) == []


@pytest.mark.parametrize(
    ("template", "path"),
    [
        ("/2/users/{id}", f"/2/users/{NOBODY}"),
        ("/2/users/by/username/{username}", "/2/users/by/username/ZephyrStClinic"),
        ("/2/users/{id}/followers", f"/2/users/{NOBODY}/followers"),
        ("/2/users/{id}/tweets", f"/2/users/{NOBODY}/tweets"),
        ("/2/users/{id}/owned_lists", f"/2/users/{NOBODY}/owned_lists"),
        ("/2/lists/{id}", f"/2/lists/{NOBODY}"),
        ("/2/lists/{id}/members", f"/2/lists/{NOBODY}/members"),
        ("/2/lists/{id}/tweets", f"/2/lists/{NOBODY}/tweets"),
    ],
)
def test_answers_that_are_problems_only(line, specification, template, path):
    body = line.body(path)
    assert set(body) == {"errors"}
    assert specification.faults("GET", template, 200, body) == []


@pytest.mark.parametrize("template", ["followers", "following", "owned_lists", "members"])
def test_pages_that_name_what_they_do_not_show(open_line, specification, version, template):
    hidden = set()
    rules = Rules(new_words=version == "2.167", unshown=hidden.__contains__)
    line = open_line(rules=rules)
    place = "lists" if template == "members" else "users"
    list_id = line.body(f"/2/users/{line.me}/owned_lists")["data"][-1]["id"]
    path = f"/2/{place}/{list_id if place == 'lists' else line.me}/{template}"
    whole = [one["id"] for one in line.body(path)["data"]]
    hidden.update(whole[:2])
    body = line.body(path)
    assert [one["id"] for one in body.get("data", [])] == whole[2:]
    assert [one["resource_id"] for one in body["errors"]] == whole[:2]
    assert body["meta"]["result_count"] == len(whole[2:])
    assert specification.faults("GET", f"/2/{place}/{{id}}/{template}", 200, body) == []
    # What is not shown is not charged, another day either.
    hidden.update(whole)
    line.clock.advance(seconds=86_400)
    before = line.bill.dollars
    line.body(path)
    assert line.bill.dollars == before


def test_writes(line, specification):
    made = line.post("/2/lists", {"name": "Allies", "description": "d", "private": True})
    assert specification.faults("POST", "/2/lists", made.status_code, made.json()) == []
    members = f"/2/lists/{made.json()['data']['id']}/members"
    for person in ("imogen_cr", "OldWeirCarers", "ZephyrStClinic"):
        user_id = line.world.person_by_handle(person).user_id
        added = line.post(members, {"user_id": user_id})
        faults = specification.faults("POST", "/2/lists/{id}/members", 200, added.json())
        assert (added.status_code, faults) == (200, [])
    removed = line.delete(f"{members}/{line.id_of('imogen_cr')}")
    path = "/2/lists/{id}/members/{user_id}"
    assert specification.faults("DELETE", path, removed.status_code, removed.json()) == []


def test_refusals_that_the_specification_knows(line, specification):
    search = "/2/tweets/search/recent"
    for query in ("query=has:links", "query=x&max_results=5", "query=x&colour=red", ""):
        answer = line.get(f"{search}?{query}")
        assert answer.status_code == 400
        assert specification.faults("GET", search, 400, answer.json()) == []
    answer = line.post(f"/2/lists/{NOBODY}/members", {"user_id": line.me})
    assert answer.status_code == 404
    assert specification.faults("POST", "/2/lists/{id}/members", 404, answer.json()) == []


def test_refusals_without_a_type(line, specification, version):
    """Specification 2.167 has no problem for ``about:blank``, which X goes on answering with."""
    refused = [
        line.session.get(f"https://api.x.com{path}", headers=headers)
        for path, headers in (("/2/users/me", {"Authorization": None}), ("/2/nothing", {}))
    ]
    owned = f"/2/users/{line.me}/owned_lists"
    refused += [answer for answer in [line.get(owned) for _ in range(16)] if not answer.ok]
    made = line.post("/2/lists", {"name": "x"}).json()["data"]["id"]
    blocker = {"user_id": line.id_of("ismenecarrow")}
    refused.append(line.post(f"/2/lists/{made}/members", blocker))
    assert [answer.status_code for answer in refused] == [401, 404, 429, 403]
    for answer in refused:
        assert set(answer.json()) == {"title", "type", "status", "detail"}
        assert answer.headers["content-type"].startswith("application/problem+json")
        if version == "2.166":
            faults = specification.faults("GET", "/2/users/me", answer.status_code, answer.json())
            assert faults == []


def test_tokens_fit_every_endpoint(line):
    token = line.body(f"/2/users/{line.me}/followers", max_results=1)["meta"]["next_token"]
    assert 16 <= len(token) <= 19


def test_the_judge_is_strict(line, specification, version):
    body = line.body("/2/users/me")
    spoilt = {"data": body["data"] | {"shoe_size": 43}}
    assert specification.faults("GET", "/2/users/me", 200, spoilt)
    if version == "2.166":
        assert specification.faults("GET", "/2/users/me", 200, {"data": {"id": "x"}})
