"""Archives of X in all their shapes."""

import json
from datetime import UTC, datetime

import pytest

from allybook.domain.check.followback import Side
from allybook.domain.errors import UnreadableFile
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.domain.posts import UNKNOWN_POST, Mention, Metrics, Post
from tests.files.archives import (
    ACCOUNT,
    OWNER_ID,
    PROFILE,
    followers,
    following,
    manifest,
    note,
    script,
    tweet,
    write_folder,
    write_zip,
)
from tests.files.reading import Reading

FULL = {
    "account.js": ACCOUNT,
    "profile.js": PROFILE,
    "follower.js": followers("11", "12"),
    "following.js": following("12", "13"),
    "tweets.js": [{"tweet": tweet("1626918223349149697")}],
    "lists-created.js": [
        {"userListInfo": {"url": "https://twitter.com/NestLine/lists/1696117177802211514"}}
    ],
}


@pytest.fixture(params=["zip", "zip with prefix", "folder", "data folder"])
def place(request, tmp_path):
    def write(files):
        match request.param:
            case "zip":
                return write_zip(tmp_path / "a.zip", files)
            case "zip with prefix":
                return write_zip(tmp_path / "a.zip", files, "twitter-2024-05-06-abc/")
            case "folder":
                return write_folder(tmp_path / "a", files)
        return write_folder(tmp_path / "a", files) / "data"

    return write


def test_every_part_is_read(place):
    read = Reading(place(FULL))
    assert read.kind == "x-archive"
    assert read.owner == Account(
        OWNER_ID,
        "NestLine",
        "Nest Line",
        "Beds & breakfast",
        created_at=datetime(2011, 6, 23, 13, 4, 14, tzinfo=UTC),
    )
    assert read.follows(Side.FOLLOWERS) == ["11", "12"]
    assert read.follows(Side.FOLLOWING) == ["12", "13"]
    assert [post.post_id for post in read.posts] == ["1626918223349149697"]
    assert read.lists == [XList("1696117177802211514", "", owner_id=OWNER_ID)]
    assert read.bad == []


def test_the_manifest_says_when_and_which_files(tmp_path):
    named = manifest(
        follower=["follower.js", "follower-part1.js"], listsCreated=["lists-created.js"]
    )
    files = {
        **FULL,
        "manifest.js": named,
        "follower-part1.js": followers("14"),
        "follower-part2.js": followers("99"),
    }
    read = Reading(write_zip(tmp_path / "a.zip", files))
    assert read.made_at == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert read.follows(Side.FOLLOWERS) == ["11", "12", "14"]
    assert read.follows(Side.FOLLOWING) == ["12", "13"]
    assert len(read.lists) == 1


def test_parts_are_read_in_the_order_of_their_numbers(tmp_path):
    files = {"account.js": ACCOUNT, "tweets.js": [{"tweet": tweet("1")}]}
    files |= {f"tweets-part{n}.js": [{"tweet": tweet(str(n + 1))}] for n in (10, 2, 1)}
    read = Reading(write_folder(tmp_path / "a", files))
    assert [post.post_id for post in read.posts] == ["1", "2", "3", "11"]


def test_older_archives_have_other_names_and_no_wrapper(tmp_path):
    files = {"account.js": ACCOUNT, "tweet.js": [tweet("1")], "tweet-part1.js": [tweet("2")]}
    files["lists-created.js"] = [
        {
            "userListInfo": {
                "urls": [
                    "https://twitter.com/NestLine/lists/1696117177802211514",
                    "https://twitter.com/NestLine/lists/housing-allies",
                ]
            }
        }
    ]
    read = Reading(write_zip(tmp_path / "a.zip", files))
    assert [post.post_id for post in read.posts] == ["1", "2"]
    assert [one.list_id for one in read.lists] == ["1696117177802211514"]
    assert ["housing-allies" in record.why for record in read.bad] == [True]


def test_a_post_comes_with_all_that_the_archive_tells(tmp_path):
    told = tweet(
        "1626918223349149697",
        "@OakDesk A1 #SwHelper &lt;3 &amp; https://t.co/x",
        in_reply_to_status_id_str="1626918223349149000",
        in_reply_to_user_id_str="77",
        entities={
            "hashtags": [{"text": "SwHelper", "indices": ["12", "21"]}],
            "user_mentions": [{"name": "Oak", "screen_name": "OakDesk", "id_str": "77"}],
            "urls": [{"url": "https://t.co/x", "expanded_url": "https://nestline.example/a"}],
            "media": [{"type": "photo"}],
        },
        extended_entities={"media": [{"type": "photo"}, {"type": "video"}]},
    )
    files = {"account.js": ACCOUNT, "tweets.js": [{"tweet": told}]}
    read = Reading(write_zip(tmp_path / "a.zip", files))
    assert read.posts == [
        Post(
            "1626918223349149697",
            OWNER_ID,
            datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC),
            "@OakDesk A1 #SwHelper <3 & https://t.co/x",
            lang="en",
            reply_to="1626918223349149000",
            reply_to_user="77",
            hashtags=("SwHelper",),
            mentions=(Mention("OakDesk", "77"),),
            links=("https://nestline.example/a",),
            media=("photo", "video"),
            metrics=Metrics(reposts=1, likes=3),
        )
    ]


def test_reposts_are_told_from_posts_even_where_the_original_is_not_named(tmp_path):
    pictured = {"media": [{"type": "photo", "source_status_id_str": "55"}]}
    tweets = [
        {"tweet": tweet("1", "RT @OakDesk: a bed")},
        {"tweet": tweet("2", "RT @OakDesk: a picture", entities=pictured)},
        {"tweet": tweet("3", "no RT @OakDesk")},
    ]
    read = Reading(write_zip(tmp_path / "a.zip", {"account.js": ACCOUNT, "tweets.js": tweets}))
    assert [post.repost_of for post in read.posts] == [UNKNOWN_POST, "55", None]


def test_long_posts_get_their_full_text_back(tmp_path):
    long = "A3: " + "beds and breakfast for everyone, " * 12
    files = {
        "account.js": ACCOUNT,
        "tweets.js": [
            {"tweet": tweet("1", f"{long[:270]}… https://t.co/abc")},
            {"tweet": tweet("2", f"@OakDesk {long[:270]}", created_at="2023-03-01T00:00:00Z")},
            {"tweet": tweet("3", "A3: beds and breakfast for everyone, my friend")},
        ],
        "note-tweet.js": [
            note("901", long + "&amp; first."),
            note("902", long + "second.", "2023-03-01T00:00:01.000Z"),
            note("903", "Nobody knows my post."),
        ],
    }
    read = Reading(write_zip(tmp_path / "a.zip", files))
    texts = {post.post_id: post.text for post in read.posts}
    assert texts["1"] == long + "& first."
    assert texts["2"] == long + "second."
    assert texts["3"] == "A3: beds and breakfast for everyone, my friend"
    assert texts["903"] == "Nobody knows my post."
    assert set(texts) == {"1", "2", "3", "903"}


def test_the_mail_address_is_kept_nowhere(tmp_path):
    read = Reading(write_zip(tmp_path / "a.zip", FULL))
    assert "ana@nestline.example" not in repr(read.lumps)


def test_nobody_on_a_side_is_something_else_than_nothing_about_it(tmp_path):
    read = Reading(write_zip(tmp_path / "a.zip", {"account.js": ACCOUNT, "follower.js": []}))
    assert read.follows(Side.FOLLOWERS) == []
    assert read.follows(Side.FOLLOWING) is None


def test_a_part_that_lies_in_another_zip_is_reported(tmp_path):
    named = manifest(follower=["follower.js", "follower-part1.js"])
    files = {"manifest.js": named, "account.js": ACCOUNT, "follower.js": followers("11")}
    read = Reading(write_zip(tmp_path / "a.zip", files))
    assert read.follows(Side.FOLLOWERS) == ["11"]
    assert read.lines == [("data/follower-part1.js", 0)]


def test_a_damaged_manifest_does_not_matter(tmp_path):
    files = {**FULL, "manifest.js": b"window.__THAR_CONFIG = { nonsense"}
    read = Reading(write_zip(tmp_path / "a.zip", files))
    assert read.follows(Side.FOLLOWERS) == ["11", "12"]
    assert read.made_at is None
    assert read.lines == [("data/manifest.js", 1)]


def test_a_manifest_cannot_name_files_outside(tmp_path):
    secret = tmp_path / "follower-secret.js"
    secret.write_bytes(script("follower.js", followers("666")))
    named = manifest(follower=["../../follower-secret.js", "../follower-secret.js"])
    files = {"manifest.js": named, "account.js": ACCOUNT, "follower.js": followers("11")}
    read = Reading(write_folder(tmp_path / "a", files))
    assert read.follows(Side.FOLLOWERS) is None
    assert [where for where, _ in read.lines] == ["data/follower-secret.js"]


def test_bad_records_are_counted_with_their_lines_and_the_good_ones_kept(tmp_path):
    data = script("follower.js", followers("11", "12", "13", "14"))
    data = data.replace(b'"12",', b'"12" oops').replace(b'"13"', b'"1 3"')
    read = Reading(write_zip(tmp_path / "a.zip", {"account.js": ACCOUNT, "follower.js": data}))
    assert read.follows(Side.FOLLOWERS) == ["11", "14"]
    assert read.lines == [("data/follower.js", 8), ("data/follower.js", 14)]


def test_posts_of_nobody_are_not_guessed_at(tmp_path):
    files = {"follower.js": followers("11"), "tweets.js": [{"tweet": tweet("1")}]}
    read = Reading(write_zip(tmp_path / "a.zip", files))
    assert read.posts == []
    assert read.lines == [("data/tweets.js", 0)]


def test_an_archive_with_nothing_readable_is_one_clear_error(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"account.js": b"gone", "follower.js": b"\0\0"})
    with pytest.raises(UnreadableFile, match="nothing in it can be read"):
        Reading(path)


@pytest.mark.parametrize(
    "write",
    [
        lambda value: b"\xef\xbb\xbfwindow.YTD.follower.part0 = " + json.dumps(value).encode(),
        lambda value: json.dumps(value).encode(),
        lambda value: b"window.YTD.follower.part0 = %b ;\r\n" % json.dumps(value).encode(),
        lambda value: script("follower.js", value).replace(b"\n", b"\r\n"),
        lambda value: (
            script("follower.js", value).replace(b"[\n  {", b"[ {").replace(b"},\n  {", b"}, {")
        ),
        lambda value: b"window.YTD.follower.part0=" + json.dumps(value, indent=0).encode(),
    ],
)
def test_layouts_do_not_matter(tmp_path, write):
    value = followers(*map(str, range(1, 40)))
    read = Reading(
        write_zip(tmp_path / "a.zip", {"account.js": ACCOUNT, "follower.js": write(value)})
    )
    assert read.follows(Side.FOLLOWERS) == [str(number) for number in range(1, 40)]
    assert read.bad == []
