from __future__ import annotations

from datetime import UTC, datetime

import pytest

from allybook.domain.errors import Garbled
from allybook.domain.posts import Mention, Metrics, Post, id_at
from allybook.gateway.decode.item import called
from allybook.gateway.decode.posts import media_kinds, post_of
from tests.gateway import samples

SNOWFLAKE = id_at(datetime(2026, 3, 30, 19, tzinfo=UTC))
LEAST = {"id": SNOWFLAKE, "author_id": "5", "text": "Hello"}


def read(fields, media=()):
    return post_of(called("post", fields), media_kinds(called("medium", each) for each in media))


@pytest.mark.parametrize("sample", [samples.OLD_POST, samples.NEW_POST])
def test_a_full_post(sample):
    assert read(sample) == Post(
        post_id=samples.POST_ID,
        author_id=samples.ALLY,
        created_at=datetime(2026, 3, 30, 19, 0, 5, tzinfo=UTC),
        text="#SwHelper @HarbourShelter A &lt; B https://t.co/aaaaaaaaaa",
        lang="en",
        conversation_id=samples.POST_ID,
        reply_to="1899999999999999990",
        reply_to_user=samples.ME,
        quote_of="1899999999999999991",
        hashtags=("SwHelper",),
        mentions=(Mention("HarbourShelter", samples.ALLY),),
        links=("https://harbour.example/beds?a=1&b=2",),
        media=("animated_gif",),
        metrics=Metrics(replies=1, reposts=2, likes=3, quotes=4, impressions=99),
    )


def test_a_post_with_the_least_that_x_may_say():
    found = read(LEAST)
    assert (found.created_at, found.lang) == (datetime(2026, 3, 30, 19, tzinfo=UTC), "und")
    assert found.metrics == Metrics()


def test_nothing_said_is_like_nothing_there():
    empty = dict.fromkeys(samples.OLD_POST.keys() | samples.NEW_POST.keys() | {"note_tweet"})
    assert read({**empty, **LEAST}) == read(LEAST)
    assert read({**LEAST, "entities": {"hashtags": None, "urls": None}}) == read(LEAST)


@pytest.mark.parametrize("word", ["retweeted", "reposted"])
def test_a_repost_knows_its_original(word):
    assert read({**LEAST, "referenced_posts": [{"type": word, "id": 7}]}).repost_of == "7"


@pytest.mark.parametrize("word", ["note_tweet", "note_post"])
def test_a_long_text_wins_with_all_that_it_names(word):
    note = {
        "text": "long &gt; short",
        "entities": {"hashtags": [{"tag": "Late"}, {"tag": "late"}, {"tag": "Late"}]},
    }
    found = read({**LEAST, "entities": samples.ENTITIES, word: note})
    assert (found.text, found.hashtags, found.mentions) == ("long > short", ("Late", "late"), ())
    assert found.media == ("animated_gif",)


def test_a_long_text_without_entities_keeps_those_of_the_short_one():
    found = read({**LEAST, "entities": samples.ENTITIES, "note_tweet": {"text": "long"}})
    assert (found.text, found.hashtags) == ("long", ("SwHelper",))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("a &amp; b", "a & b"), ("&amp;amp;", "&amp;"), ("&amp;lt;", "&lt;"), ("&copy=1", "&copy=1")],
)
def test_text_is_unescaped_exactly_once(written, meant):
    assert read({**LEAST, "text": written}).text == meant


@pytest.mark.parametrize(
    ("key", "kind"),
    [("3_1", "photo"), ("7_1", "video"), ("13_1", "video"), ("16_1", "animated_gif")],
)
def test_the_kind_of_a_medium_stands_in_its_key(key, kind):
    assert read({**LEAST, "attachments": {"media_keys": [key]}}).media == (kind,)


def test_a_medium_that_came_along_says_its_kind_itself():
    fields = {**LEAST, "attachments": {"media_keys": ["99_1", "3_2"]}}
    assert read(fields, [{"media_key": "99_1", "type": "video"}]).media == ("video", "photo")


@pytest.mark.parametrize(
    ("address", "key", "media", "links"),
    [
        ("https://x.com/a/status/1/video/1", "99_1", ("video",), ()),
        ("https://x.com/a/status/1/video/1", None, ("video",), ()),
        ("https://x.com/a/status/1/somehow/1", "99_1", ("photo",), ()),
        ("https://x.com/a/status/1", None, (), ("https://x.com/a/status/1",)),
        ("javascript:alert(1)", None, (), ()),
        (None, None, (), ("https://t.co/short",)),
    ],
)
def test_links_to_media_are_media_and_other_links_are_links(address, key, media, links):
    url = {"url": "https://t.co/short", "expanded_url": address, "media_key": key}
    found = read({**LEAST, "entities": {"urls": [url, url]}})
    assert (found.media, found.links) == (media, links)


def test_a_mention_may_lack_its_id_but_not_its_name():
    mentions = [{"username": "quay"}, {"id": "5"}, {"username": "quay"}]
    assert read({**LEAST, "entities": {"mentions": mentions}}).mentions == (Mention("quay"),)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"id": None}, "a post without a usable id cannot be used: id is missing"),
        ({"id": "12a"}, "a post without a usable id cannot be used: id is not an id"),
        ({"id": "1" * 20}, "id is not an id"),
        ({"id": "9" * 19}, "id is not an id"),
        ({"id": True}, "id is not an id"),
        ({"id": "٣"}, "id is not an id"),
        ({"author_id": None}, f"the post {SNOWFLAKE} cannot be used: author_id is missing"),
        ({"author_id": -5}, "author_id is not an id"),
        ({"id": "20", "created_at": None}, "the post 20 cannot be used: created_at is missing"),
        ({"created_at": "2026-03-30"}, "created_at is not a time"),
        ({"created_at": "0001-01-01T00:00:00+14:00"}, "created_at is not a time"),
        ({"created_at": 5}, "created_at is not a time"),
        ({"text": 5}, "text is not text"),
        ({"public_metrics": {"like_count": "many"}}, "like_count is not a whole number"),
        ({"public_metrics": {"like_count": True}}, "like_count is not a whole number"),
        ({"public_metrics": {"like_count": -5}}, "like_count is not a count"),
        ({"public_metrics": {"like_count": 2**63}}, "like_count is not a count"),
        ({"public_metrics": []}, "public_metrics is not an object"),
        ({"entities": {"hashtags": ["Late"]}}, "hashtags is not a list as expected"),
        ({"referenced_tweets": {}}, "referenced_tweets is not a list as expected"),
    ],
)
def test_what_is_broken_is_named(broken, words):
    with pytest.raises(Garbled, match=words):
        read({**LEAST, **broken})
