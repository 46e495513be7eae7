"""Posts of Tweepy, snscrape and twitter-cli: whole, damaged, in lines and in one array."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.errors import UnreadableFile
from allybook.domain.people.accounts import Account
from allybook.domain.posts import UNKNOWN_POST, Mention, Metrics, Post
from allybook.files.posts.records import program_of
from tests.cases import cases
from tests.files.reading import Reading

POST_ID = "1626918223349149697"
MOMENT = datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC)
OLD_MOMENT = "Sat Feb 18 12:33:11 +0000 2023"
TEXT = "A1 &lt;3 #SwHelper @OakDesk https://t.co/x"
ANA = {
    "id": 11,
    "id_str": "11",
    "screen_name": "NestLine",
    "name": "Nest &amp; Line",
    "description": "Beds",
    "protected": True,
    "verified": False,
    "followers_count": 5,
    "friends_count": 6,
    "statuses_count": 8,
    "listed_count": 7,
    "created_at": "Thu Jun 23 13:04:14 +0000 2011",
    "profile_image_url": None,
}
ENTITIES = {
    "hashtags": [{"text": "SwHelper", "indices": [6, 15]}],
    "user_mentions": [{"screen_name": "OakDesk", "id": 77, "id_str": "77"}],
    "urls": [{"url": "https://t.co/x", "expanded_url": "https://nestline.example/a"}],
    "symbols": [],
}
AUTHOR = Account(
    "11",
    "NestLine",
    "Nest & Line",
    "Beds",
    private=True,
    followers=5,
    following=6,
    posts=8,
    listed=7,
    created_at=datetime(2011, 6, 23, 13, 4, 14, tzinfo=UTC),
)
EXPECTED = Post(
    POST_ID,
    "11",
    MOMENT,
    "A1 <3 #SwHelper @OakDesk https://t.co/x",
    "en",
    reply_to="5",
    reply_to_user="77",
    quote_of="6",
    hashtags=("SwHelper",),
    mentions=(Mention("OakDesk", "77"),),
    links=("https://nestline.example/a",),
    media=("photo", "video"),
    metrics=Metrics(1, 2, 3, 4),
)


def status(post_id=POST_ID, **more):
    """Return a post as ``Status._json`` has it; its number is rounded, as programs do that."""
    return {
        "created_at": OLD_MOMENT,
        "id": int(float(post_id)),
        "id_str": post_id,
        "full_text": TEXT,
        "truncated": False,
        "entities": ENTITIES,
        "extended_entities": {"media": [{"type": "photo"}, {"type": "video"}]},
        "user": ANA,
        "in_reply_to_status_id_str": "5",
        "in_reply_to_user_id_str": "77",
        "in_reply_to_screen_name": "OakDesk",
        "is_quote_status": True,
        "quoted_status_id_str": "6",
        "reply_count": 1,
        "retweet_count": 2,
        "favorite_count": 3,
        "quote_count": 4,
        "lang": "en",
        "geo": None,
        **more,
    }


def scraped(**more):
    """Return a post as snscrape has it."""
    kind = "snscrape.modules.twitter."
    user = {
        "_type": f"{kind}User",
        "username": "NestLine",
        "id": 11,
        "displayname": "Nest &amp; Line",
        "rawDescription": "Beds",
        "protected": True,
        "verified": False,
        "followersCount": 5,
        "friendsCount": 6,
        "statusesCount": 8,
        "listedCount": 7,
        "created": "2011-06-23T13:04:14+00:00",
    }
    return {
        "_type": f"{kind}Tweet",
        "url": f"https://twitter.com/NestLine/status/{POST_ID}",
        "date": "2023-02-18T12:33:11+00:00",
        "rawContent": TEXT,
        "renderedContent": "A1 <3 #SwHelper @OakDesk nestline.example/a",
        "id": int(POST_ID),
        "user": user,
        "replyCount": 1,
        "retweetCount": 2,
        "likeCount": 3,
        "quoteCount": 4,
        "viewCount": None,
        "conversationId": 5,
        "lang": "en",
        "links": [{"text": "nestline.example/a", "url": "https://nestline.example/a"}],
        "media": [{"_type": f"{kind}Photo"}, {"_type": f"{kind}Video", "duration": 3.5}],
        "retweetedTweet": None,
        "quotedTweet": {"_type": f"{kind}Tweet", "id": 6},
        "inReplyToTweetId": 5,
        "inReplyToUser": {"_type": f"{kind}User", "username": "OakDesk", "id": 77},
        "mentionedUsers": [{"_type": f"{kind}User", "username": "OakDesk", "id": 77}],
        "hashtags": ["SwHelper"],
        **more,
    }


def exported(**more):
    """Return a post as twitter-cli has it."""
    return {
        "id": POST_ID,
        "text": TEXT,
        "author": {
            "id": "11",
            "name": "Nest &amp; Line",
            "screenName": "NestLine",
            "profileImageUrl": "",
            "verified": False,
        },
        "metrics": {
            "likes": 3,
            "retweets": 2,
            "replies": 1,
            "quotes": 4,
            "views": 0,
            "bookmarks": 9,
        },
        "createdAt": OLD_MOMENT,
        "createdAtLocal": "2023-02-18 13:33",
        "createdAtISO": "2023-02-18T12:33:11+00:00",
        "media": [{"type": "photo", "url": "", "width": None, "height": 3}, {"type": "video"}],
        "urls": ["https://nestline.example/a"],
        "isRetweet": False,
        "retweetedBy": None,
        "lang": "en",
        "score": None,
        "quotedTweet": {"id": "6", "text": "B", "author": {"screenName": "Wren", "name": "W"}},
        **more,
    }


WHOLE = {"tweepy": status, "snscrape": scraped, "twitter-cli": exported}
TOLD = {
    "tweepy": (EXPECTED, AUTHOR),
    "snscrape": (replace(EXPECTED, conversation_id="5"), AUTHOR),
    "twitter-cli": (
        replace(EXPECTED, reply_to=None, reply_to_user=None, mentions=(Mention("OakDesk"),)),
        Account("11", "NestLine", "Nest & Line"),
    ),
}


@pytest.fixture
def written(tmp_path):
    """Return what writes records to a file and reads it."""

    def read(text, name="posts.jsonl"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Reading(file)

    return read


def in_lines(*records):
    return "".join(f"{json.dumps(one)}\n" for one in records)


def in_array(*records):
    return json.dumps(records, indent=1)


def packed(*records):
    return gzip.compress(in_lines(*records).encode())


def page_of(*records):
    """Return a page of X's older search, as programs wrote down its whole answer."""
    return {"statuses": records, "search_metadata": {"count": len(records), "query": "%23a"}}


def turned(page):
    """Return a page that begins with what X told of the search."""
    return dict(reversed(page.items()))


@pytest.mark.parametrize("turn", [dict, turned])
@pytest.mark.parametrize("indent", [None, 1])
def test_a_page_of_the_older_search_is_read(written, turn, indent):
    posts = [status("1626918223349149697"), status("1626918223349149698")]
    reading = written(json.dumps(turn(page_of(*posts)), indent=indent))
    assert [post.post_id for post in reading.posts] == [
        "1626918223349149697",
        "1626918223349149698",
    ]
    assert reading.posts[0] == EXPECTED
    assert set(reading.accounts) == {AUTHOR}
    assert reading.bad == []


@pytest.mark.parametrize("pack", [str.encode, lambda text: gzip.compress(text.encode())])
def test_pages_one_on_each_line_are_read_and_a_broken_one_costs_no_other(written, pack):
    pages = in_lines(page_of(status()), page_of(), page_of(status("1626918223349149698")))
    reading = written(pack(pages + '{"statuses": [{"id_str"\n' + in_lines(page_of(status("99")))))
    assert [int(post.post_id) % 100 for post in reading.posts] == [97, 98, 99]
    assert len(reading.bad) == 1


@pytest.mark.parametrize("shape", [in_lines, in_array, packed])
@pytest.mark.parametrize("kind", WHOLE)
def test_a_post_with_its_author_is_read(written, kind, shape):
    read = written(shape(WHOLE[kind]()))
    assert (read.posts, read.accounts) == ([TOLD[kind][0]], [TOLD[kind][1]])
    assert (read.kind, read.bad, read.made_at) == (kind, [], None)


def test_a_repost_tells_what_it_passes_on(written):
    original = status("1626900000000000007", user={**ANA, "id_str": "12", "screen_name": "Wren"})
    read = written(in_lines(status(full_text="RT @Wren: A1", retweeted_status=original)))
    assert [(post.repost_of, post.quote_of) for post in read.posts] == [
        ("1626900000000000007", None)
    ]
    passed_on = {"id": 1626900000000000007}
    [post] = written(in_lines(scraped(retweetedTweet=passed_on, quotedTweet=None))).posts
    assert (post.repost_of, post.quote_of) == ("1626900000000000007", None)


@pytest.mark.parametrize("indent", [None, 2])
def test_what_twitter_cli_prints_is_read_as_what_it_writes(written, indent):
    page = {"ok": True, "schema_version": "1", "data": [exported(), exported(id="7")]}
    read = written(json.dumps(page, indent=indent))
    assert (read.kind, read.bad) == ("twitter-cli", [])
    assert [post.post_id for post in read.posts] == [POST_ID, "7"]
    with pytest.raises(UnreadableFile):
        written(json.dumps({"ok": False, "error": {"code": "not_found"}}, indent=indent))


def test_of_a_repost_twitter_cli_writes_the_original(written):
    """Who passed it on stands beside it; an original that X did not give is told by its words."""
    [post] = written(in_lines(exported(isRetweet=True, retweetedBy="Wren"))).posts
    assert (post.author_id, post.repost_of) == ("11", None)
    [post] = written(in_lines(exported(isRetweet=True, text="RT @Wren: A1 #beds"))).posts
    assert (post.repost_of, post.hashtags) == (UNKNOWN_POST, ("beds",))


def quoting(post_id):
    return status(quoted_status_id_str=None, quoted_status={"id_str": post_id})


@pytest.mark.parametrize(("given", "quote"), [("6", "6"), ("", None), (None, None)])
def test_a_post_quotes_the_post_within_it_where_that_has_an_id(written, given, quote):
    [post] = written(in_lines(quoting(given))).posts
    assert post.quote_of == quote


@pytest.mark.parametrize("given", ["abc", "9" * 30])
def test_the_id_of_a_quote_is_looked_at(written, given):
    read = written(in_lines(quoting(given), status("7")))
    assert [post.post_id for post in read.posts] == ["7"]
    assert "the quote" in read.bad[0].why


def test_a_long_post_is_whole(written):
    long = {"full_text": "all of it #Beds", "entities": {"hashtags": [{"text": "Beds"}]}}
    told = status(text="all of…", full_text=None, entities={}, extended_tweet=long)
    [post] = written(in_lines(told)).posts
    assert (post.text, post.hashtags) == ("all of it #Beds", ("Beds",))


def test_names_of_older_versions_of_snscrape_are_read(written):
    older = scraped(content="Beds", outlinks=["https://nestline.example/b"])
    for gone in ("rawContent", "links", "quotedTweet", "mentionedUsers"):
        del older[gone]
    [post] = written(in_lines(older)).posts
    assert (post.text, post.links) == ("Beds", ("https://nestline.example/b",))


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (scraped(id=int(float(POST_ID))), "rounded its ids"),
        (scraped(id=1.626918223349149697e18), "another kind"),
        (scraped(user={"username": "NestLine", "id": None}), "id of the author"),
        (scraped(rawContent=None), "no text"),
        (status(id_str=None), "no id as text"),
        (status(user=None), "no author"),
        (status(user={**ANA, "screen_name": ""}), "no handle"),
        (status(full_text=None), "no text"),
        (status(post_id="7", created_at="soon"), "“soon”"),
        (status(favorite_count=2**70), "another kind"),
        (exported(author={"id": "11", "name": "Nest"}), "no author"),
        (exported(author={"screenName": "NestLine"}), "id of the author"),
        (exported(text=None), "no text"),
        (exported(id="7", createdAt="soon", createdAtISO=""), "“soon”"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_told(written, record, why):
    whole = scraped() if "url" in record else exported() if "urls" in record else status()
    read = written(in_lines(whole, record, {}, whole))
    assert len(read.posts) == 2
    assert [line for _, line in read.lines] == [2, 3]
    assert why in read.bad[0].why


def test_a_file_of_rounded_ids_is_refused(written):
    with pytest.raises(UnreadableFile, match="no post or account"):
        written(in_lines(*[scraped(id=int(float(POST_ID)))] * 3))


def test_an_array_of_something_else_is_no_file_of_posts(written):
    with pytest.raises(UnreadableFile, match="JSON of another kind"):
        written('{"id_str": "5", "of": "something else"}\n')
    with pytest.raises(UnreadableFile):
        written('[{"id_str": "5"}, {"id_str"')


def test_twarc_is_still_twarc():
    line = {"id": "5", "author_id": "2", "text": '"id_str" snscrape "rawContent"'}
    assert program_of(json.dumps(line).encode()) is None


def a_part():
    return st.none() | st.integers(-5, 2**70) | st.text(max_size=8) | st.just([]) | st.just({})


@given(st.sampled_from(sorted(WHOLE)), st.data())
@cases(200)
def test_whatever_is_missing_or_odd_costs_one_record_at_most(kind, data):
    record = WHOLE[kind]()
    for name in data.draw(st.lists(st.sampled_from(sorted(record)), max_size=3)):
        record[name] = data.draw(a_part())
    line = json.dumps(record).encode()
    program = program_of(json.dumps(WHOLE[kind]()).encode())
    handles = []
    with suppress(ValueError):
        post, accounts = program.read(line)
        handles = [one.handle for one in accounts]
        assert post.post_id.isdigit()
    assert handles in ([], ["NestLine"])
