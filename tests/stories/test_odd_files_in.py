"""Files of other programs and of people, as they come: what is read of them, and who is named."""

import json

import pytest

from tests.stories.command import allybook

POST_ID = "1641500000000000001"


def write(path, *lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_chat_whose_posts_came_without_their_parts_is_found(tmp_path):
    bare = {"id": POST_ID, "text": "Hello #SwHelper @OakDesk", "author_id": "31"}
    path, profile = write(tmp_path / "bare.jsonl", json.dumps({"data": [bare]})), tmp_path / "p"
    assert allybook("import", path, profile=profile).status == 0
    for words in ("#swhelper", "@oakdesk"):
        assert allybook("posts", words, "--count", profile=profile).out == "1\n"
    assert allybook("chat", "swhelper", "--json", profile=profile).json["posts"] == 1


def test_what_twitter_cli_exported_comes_in_whole(tmp_path):
    """Handles, counts and hashtags: nothing has to be asked of X for money that stands there."""
    author = {"id": "31", "name": "Ana", "screenName": "Ana_m", "verified": False}
    post = {
        "id": POST_ID,
        "text": "Beds are open #swhelper",
        "author": author,
        "metrics": {"likes": 5, "retweets": 1, "replies": 0, "quotes": 0, "views": 10},
        "createdAt": "Thu Mar 30 18:02:00 +0000 2023",
        "media": [],
        "urls": ["https://nestline.example/a"],
        "isRetweet": False,
        "lang": "en",
    }
    array, lines, profile = tmp_path / "out.json", tmp_path / "out.jsonl", tmp_path / "p"
    array.write_text(json.dumps([post], indent=2), encoding="utf-8")
    write(lines, json.dumps({**post, "id": "1641500000000000009"}))
    ended = allybook("import", array, lines, "--json", profile=profile)
    assert [one["kind"] for one in ended.json] == ["twitter-cli", "twitter-cli"]
    for words in ("from:ana_m", "min_likes:5", "#swhelper", "has:links"):
        assert allybook("posts", words, "--count", profile=profile).out == "2\n", words


POSTS_OF_TWO = (
    "tweet_id,username,text,created_at",
    "1641500000000000001,Ana_m,hello @OakDesk,2023-03-30",
    "1641500000000000002,Ana_m,again,2023-03-30",
    "1641500000000000003,ben_k,yes,2023-03-30",
)


def test_posts_without_ids_of_their_authors_name_these_and_no_ids_of_posts(tmp_path):
    path, profile = write(tmp_path / "posts.csv", *POSTS_OF_TWO), tmp_path / "p"
    ended = allybook("import", path, profile=profile)
    assert (ended.status, ended.out) == (0, "posts.csv: 2 kept, 0 skipped\n")
    allies = allybook("allies", "list", "--json", profile=profile).json
    assert {one["key"] for one in allies} == {"@ana_m", "@ben_k"}


def test_posts_of_nobody_are_refused_and_nobody_in_their_texts_is_named(tmp_path):
    head, first = "tweet_id,timestamp,text", "1641500000000000001,2014-03-30,@OakDesk hello"
    path, profile = write(tmp_path / "tweets.csv", head, first), tmp_path / "p"
    ended = allybook("import", path, profile=profile)
    assert ended.status == 2
    told = "The posts in “tweets.csv” do not say who wrote them, so nothing was read: give a table"
    assert told in ended.err
    assert allybook("allies", "list", "--json", profile=profile).json == []


CHAT = (
    "12.03.26, 18:01 - Ana: schaut mal, @OakDesk sucht Leute fuer Samstag",
    "12.03.26, 18:02 - Ben: bin dabei",
    "12.03.26, 18:03 - Ben: um wie viel Uhr?",
    "Danke",
    "12.03.26, 18:05 - Ana: super, bis dann",
    "Gruss",
)


def test_ids_and_counts_as_spreadsheets_write_them_are_read(tmp_path):
    head = "id_str,from_user,text,created_at,from_user_id_str,favorite_count,retweet_count"
    rows = (
        '"=""1641500000000000001""",Ana_m,hello,2023-03-30,\'31,"1,234",12.0',
        "1641500000000000002,Ana_m,again,2023-03-30,31.0,1.2K,3",
    )
    path, profile = write(tmp_path / "TAGS.csv", head, *rows), tmp_path / "p"
    ended = allybook("import", path, profile=profile)
    assert (ended.status, ended.out) == (0, "TAGS.csv: 2 kept, 0 skipped\n")
    told = "Some counts are no numbers and were left out: “1.2K” under “favorite_count”.\n"
    assert ended.err == f"TAGS.csv: {told}"
    for words, number in (("min_likes:1234", 1), ("min_retweets:12", 1), ("from:ana_m", 2)):
        count = allybook("posts", words, "--count", profile=profile).out
        assert count == f"{number}\n", words


@pytest.mark.parametrize("cell", ["123456.0", '"=""123456"""', "'123456"])
def test_user_ids_as_spreadsheets_write_them_are_read(tmp_path, cell):
    alone = write(tmp_path / "ids.csv", "user_id", cell, "777777")
    beside = write(tmp_path / "both.csv", "user_id,handle", f"{cell},Ana_m")
    profile = tmp_path / "p"
    for path in (alone, beside):
        assert allybook("import", path, profile=profile).status == 0
    allies = allybook("allies", "list", "--json", profile=profile).json
    assert {one["key"] for one in allies} == {"123456", "777777"}


def test_words_of_greeting_in_a_chat_are_nobody(tmp_path):
    profile, path = tmp_path / "p", write(tmp_path / "chat.txt", *CHAT)
    allybook("import", path, profile=profile)
    allies = allybook("allies", "list", "--json", profile=profile).json
    assert [one["key"] for one in allies] == ["@oakdesk"]
    # A letter that names nobody is not read at all; a list of bare names is.
    letter = write(tmp_path / "letter.txt", "Thanks to all of you", "for the evening", "Gruss")
    assert allybook("import", letter, profile=profile).status == 2
    names = write(tmp_path / "names.txt", "Our partners so far", "NestLine", "Tollgate_C")
    assert allybook("import", names, profile=profile).status == 1
    allies = allybook("allies", "list", "--json", profile=profile).json
    assert {one["key"] for one in allies} == {"@oakdesk", "@nestline", "@tollgate_c"}


def test_a_line_with_a_number_that_nobody_has_costs_itself_alone(tmp_path):
    """It had ended the import of the lines behind it, and told to try the file again."""
    good = {"id": POST_ID, "text": "Hello", "author_id": "31", "public_metrics": {"like_count": 5}}
    posts = [{**good, "id": f"164150000000000000{number}"} for number in range(4)]
    posts[1]["public_metrics"] = {"like_count": -(2**64)}
    posts[2]["author"] = {"id": "31", "username": "Ana_m", "most_recent_tweet_id": "abc"}
    path, profile = write(tmp_path / "odd.jsonl", *map(json.dumps, posts)), tmp_path / "p"
    ended = allybook("import", path, "--json", profile=profile)
    [told] = ended.json
    assert (told["kept"], told["skipped"]) == (3, 1)
    assert "like_count" in json.dumps(told["problems"])
    assert allybook("posts", "from:ana_m", "--count", profile=profile).out == "3\n"
