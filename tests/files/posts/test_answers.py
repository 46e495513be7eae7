"""What ``allybook posts --json`` tells is read back, whatever stands in the posts."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.cli.out import Out
from allybook.domain.errors import UnreadableFile
from allybook.domain.people.accounts import Account
from allybook.domain.posts import UNKNOWN_POST, Mention, Post
from tests.cases import cases
from tests.files.reading import Reading

POST_ID = "1626918223349149697"
MOMENT = datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC)


def told(**more):
    """Return a post as it is told; its author has a short id, and a handle that nobody knows."""
    return {
        "id": POST_ID,
        "author": None,
        "author_id": "31",
        "created_at": "2023-02-18T12:33:11Z",
        "text": "Beds are open",
        "noise": 10,
        "shown": True,
        "reasons": ["link only +10"],
        **more,
    }


def printed(posts):
    out = Out(io.StringIO(), io.StringIO())
    out.json(posts)
    return out.answers.getvalue()


def compact(posts):
    return json.dumps(posts, separators=(",", ":"))


def by_line(posts):
    return "".join(f"{json.dumps(one)}\n" for one in posts)


def read(tmp_path, text):
    path = tmp_path / "posts.json"
    path.write_text(text, encoding="utf-8")
    return Reading(path)


@pytest.mark.parametrize("write", [printed, compact, by_line])
@pytest.mark.parametrize("authors", [(None, "ana_k"), ("ana_k", None), ("ana_k", "ana_k")])
def test_posts_come_back_be_their_authors_named_or_not(tmp_path, write, authors):
    posts = [told(id=f"{POST_ID[:-1]}{n}", author=who) for n, who in enumerate(authors)]
    reading = read(tmp_path, write(posts))
    assert (reading.kind, reading.bad) == ("allybook", [])
    assert [one.post_id for one in reading.posts] == [one["id"] for one in posts]
    assert reading.accounts == [Account("31", "ana_k")]


def test_what_is_in_a_post_is_read_from_its_text(tmp_path):
    text = "RT @OakDesk: R&amp;D &lt;3 #SwHelper https://nestline.example/a"
    reading = read(tmp_path, printed([told(text=text, author="ana_k")]))
    assert reading.accounts == [Account("31", "ana_k")]
    assert reading.posts == [
        Post(
            POST_ID,
            "31",
            MOMENT,
            text,
            repost_of=UNKNOWN_POST,
            hashtags=("SwHelper",),
            mentions=(Mention("OakDesk"),),
            links=("https://nestline.example/a",),
        )
    ]


ODD = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["\r", "\0", '"reasons": []', '"id_str"', "snscrape", "&amp;lt;", "[", '{"id": "1"}', "\u2028"]
)


@cases(100)
@given(texts=st.lists(ODD, min_size=1, max_size=5), write=st.sampled_from([printed, by_line]))
def test_a_text_comes_back_letter_for_letter(tmp_path_factory, texts, write):
    posts = [told(text=text, id=str(number)) for number, text in enumerate(texts, 1)]
    reading = read(tmp_path_factory.mktemp("posts"), write(posts))
    assert [post.text for post in reading.posts] == texts
    assert reading.bad == []


def test_one_that_is_damaged_is_told_and_spoils_no_other(tmp_path):
    lacking = [told(author_id=None), told(text=None), told(id="x"), told(id="7", created_at="soon")]
    reading = read(tmp_path, printed([told(author=5), *lacking, told()]))
    assert [post.post_id for post in reading.posts] == [POST_ID]
    assert [bad.line for bad in reading.bad] == [1, 2, 3, 4, 5]


def test_where_none_can_be_used_that_is_said(tmp_path):
    with pytest.raises(UnreadableFile):
        read(tmp_path, printed([told(author_id=None)]))


def test_posts_of_twarc_stay_so_whatever_words_are_in_them(tmp_path):
    post = {
        "id": POST_ID,
        "author_id": "31",
        "created_at": "2023-02-18T12:33:11.000Z",
        "text": 'They said "reasons": none #reasons',
        "entities": {"hashtags": [{"start": 1, "end": 2, "tag": "reasons"}]},
        "author": {"id": "31", "username": "reasons", "name": "Ana"},
    }
    for text in (compact([post]), json.dumps([post], indent=1), by_line([post])):
        reading = read(tmp_path, text)
        assert (reading.kind, len(reading.posts), reading.bad) == ("twarc", 1, [])
        assert reading.accounts[0].handle == "reasons"


@pytest.mark.parametrize("text", ["[]", "[]\n", "[\n]\n", "\ufeff [ ]\r\n"])
def test_an_answer_that_tells_of_nothing_is_read_as_such(tmp_path, text):
    reading = read(tmp_path, text)
    assert (reading.lumps, reading.bad) == ([], [])
