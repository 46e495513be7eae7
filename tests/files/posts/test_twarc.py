"""twarc's JSONL: pages and flattened, in both vocabularies, whole and damaged."""

import gzip
import json
from datetime import UTC, datetime
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import UnreadableFile
from allybook.domain.people.accounts import USER_ID, Account, Connection
from allybook.domain.posts import Mention, Metrics, Post
from allybook.files.posts.newer import is_id
from allybook.files.sheaf import FEW, FULL
from allybook.store.posts.rows import BATCH
from tests.files.reading import Reading

AT = "2023-02-18T12:33:11.000Z"
MOMENT = datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC)
ANA = {
    "id": "11",
    "username": "NestLine",
    "name": "Nest &amp; Line",
    "description": "Beds",
    "protected": True,
    "verified": False,
    "created_at": "2011-06-23T13:04:14.000Z",
    "public_metrics": {"followers_count": 5, "following_count": 6, "listed_count": 7},
}
METRICS = {"reply_count": 1, "like_count": 3, "quote_count": 4, "impression_count": 90}


def old_post(post_id="1626918223349149697", **more):
    return {
        "id": post_id,
        "author_id": "11",
        "created_at": AT,
        "text": "A1 &lt;3 #SwHelper @OakDesk https://t.co/x",
        "lang": "en",
        "conversation_id": "5",
        "in_reply_to_user_id": "77",
        "entities": {
            "hashtags": [{"start": 6, "end": 15, "tag": "SwHelper"}],
            "mentions": [{"start": 1, "end": 2, "username": "OakDesk", "id": "77"}],
            "urls": [
                {"url": "https://t.co/x", "expanded_url": "https://nestline.example/a"},
                {
                    "url": "https://t.co/y",
                    "expanded_url": "https://x.com/NestLine/status/1/photo/1",
                    "media_key": "3_1",
                },
            ],
        },
        "attachments": {"media_keys": ["3_1", "7_2"]},
        "referenced_tweets": [{"type": "replied_to", "id": "5"}, {"type": "quoted", "id": "6"}],
        "public_metrics": {"retweet_count": 2, **METRICS},
        **more,
    }


def new_post(**more):
    post = old_post(**more)
    post["referenced_posts"] = post.pop("referenced_tweets")
    post["public_metrics"] = {"repost_count": 2, **METRICS}
    return post


EXPECTED = Post(
    "1626918223349149697",
    "11",
    MOMENT,
    "A1 <3 #SwHelper @OakDesk https://t.co/x",
    lang="en",
    conversation_id="5",
    reply_to="5",
    reply_to_user="77",
    quote_of="6",
    hashtags=("SwHelper",),
    mentions=(Mention("OakDesk", "77"),),
    links=("https://nestline.example/a",),
    media=("photo", "video"),
    metrics=Metrics(1, 2, 3, 4, 90),
)
MEDIA = [{"media_key": "3_1", "type": "photo"}, {"media_key": "7_2", "type": "video"}]
AUTHOR = Account(
    "11",
    "NestLine",
    "Nest & Line",
    "Beds",
    private=True,
    followers=5,
    following=6,
    listed=7,
    created_at=datetime(2011, 6, 23, 13, 4, 14, tzinfo=UTC),
)


def page(*posts, **more):
    includes = {"users": [ANA], "media": MEDIA}
    return {"data": list(posts), "includes": includes, "meta": {"result_count": 1}, **more}


def flat(post):
    return {
        **post,
        "author": ANA,
        "attachments": {"media_keys": ["3_1", "7_2"], "media": MEDIA},
        "__twarc": {"url": "https://api.x.com/2", "retrieved_at": "2023-02-19T00:00:00+00:00"},
    }


@pytest.fixture
def write(tmp_path):
    def write_lines(*lines, name="chat.jsonl"):
        path = tmp_path / name
        texts = (one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines)
        path.write_bytes(b"\n".join(texts) + b"\n")
        return path

    return write_lines


@pytest.mark.parametrize("post", [old_post(), new_post()], ids=["tweet", "post"])
@pytest.mark.parametrize("shape", [page, flat], ids=["page", "flat"])
def test_a_post_comes_with_all_that_x_told(write, post, shape):
    read = Reading(write(shape(post)))
    assert read.kind == "twarc"
    assert read.posts == [EXPECTED]
    assert read.accounts == [AUTHOR]
    assert read.bad == []


def test_the_file_tells_when_it_was_made(write):
    assert Reading(write(flat(old_post()))).made_at == datetime(2023, 2, 19, tzinfo=UTC)
    assert Reading(write(page(old_post()))).made_at is None


@pytest.mark.parametrize("word", ["retweeted", "reposted"])
def test_reposts_name_their_original(write, word):
    post = old_post(referenced_tweets=[{"type": word, "id": "8"}])
    assert Reading(write(page(post))).posts[0].repost_of == "8"


@pytest.mark.parametrize("word", ["note_tweet", "note_post"])
def test_long_posts_have_their_full_text(write, word):
    note = {"text": "long &amp; wide #Ethics", "entities": {"hashtags": [{"tag": "Ethics"}]}}
    read = Reading(write(page(old_post(**{word: note}))))
    assert read.posts[0].text == "long & wide #Ethics"
    assert read.posts[0].hashtags == ("Ethics",)


TEXT = "Hello #swhelper &amp; @nasw, https://nasw.example/a?b=1&amp;c=2 ana@nasw.example"


def test_without_its_parts_a_post_has_those_that_its_text_shows(write):
    post = {"id": "1626918223349149697", "text": TEXT, "author_id": "11"}
    [read] = Reading(write({"data": [post]})).posts
    assert read.text == unescape(TEXT)
    assert (read.hashtags, read.mentions) == (("swhelper",), (Mention("nasw"),))
    assert read.links == ("https://nasw.example/a?b=1&c=2",)


@pytest.mark.parametrize("text", [TEXT, "nothing to be found"])
def test_where_x_found_nothing_nothing_is_looked_for(write, text):
    post = {"id": "1626918223349149697", "text": text, "author_id": "11", "entities": {}}
    [read] = Reading(write({"data": [post]})).posts
    assert (read.hashtags, read.mentions, read.links) == ((), (), ())


def test_accounts_are_read_too(write):
    person = {**ANA, "connection_status": ["followed_by", "unheard_of"], "pinned_tweet_id": "1"}
    read = Reading(write({"data": [person], "meta": {}}, {**ANA, "id": "12"}))
    assert [account.user_id for account in read.accounts] == ["11", "12"]
    assert read.accounts[0].connections == frozenset({Connection.FOLLOWED_BY})
    assert read.accounts[1].connections is None
    assert read.posts == []


def test_one_bad_line_in_a_hundred_thousand_costs_one_line(write):
    good = json.dumps({"id": "7", "author_id": "11", "text": "A1", "created_at": AT}).encode()
    read = Reading(write(*[good] * 2, b'{"id": "7", oops', *[good] * 99_997))
    assert len(read.posts) == 99_999
    assert read.lines == [("chat.jsonl", 3)]


def test_bytes_that_are_no_text_are_a_bad_record(write):
    bad = json.dumps(flat(old_post())).encode().replace(b"SwHelper", b"Sw\xffelper")
    unread = json.dumps({**flat(old_post()), "source": "?"}).encode().replace(b'"?"', b'"\xff"')
    read = Reading(write(flat(old_post()), bad, unread, flat(old_post("9"))))
    assert [post.post_id for post in read.posts] == ["1626918223349149697", "9"]
    assert read.lines == [("chat.jsonl", 2), ("chat.jsonl", 3)]


def test_one_bad_post_in_a_page_costs_one_post(write):
    nobody = {**old_post("3"), "author_id": None}
    bad = page(old_post("1"), {"id": "2", "text": 5}, nobody, old_post("4"))
    bad["includes"]["users"].append({"id": "12"})
    read = Reading(write(page(old_post("5")), bad))
    assert [post.post_id for post in read.posts] == ["5", "1", "4"]
    assert read.posts[1].media == ("photo", "video")
    assert read.lines == [("chat.jsonl", 2)] * 3


def test_pages_without_posts_are_neither_good_nor_bad(write):
    empty = {"meta": {"result_count": 0}}
    read = Reading(write(empty, page(old_post()), b"", empty))
    assert len(read.posts) == 1
    assert read.bad == []


def test_what_is_no_post_is_a_bad_record(write):
    refused = {"title": "Unauthorized", "status": 401}
    counts = {"data": [{"start": AT, "end": AT, "tweet_count": 3}]}
    read = Reading(write(page(old_post()), refused, counts))
    assert len(read.posts) == 1
    assert read.lines == [("chat.jsonl", 2), ("chat.jsonl", 3)]


def test_dates_come_from_ids_where_x_did_not_tell_them(write):
    post = {"id": "1626918223349149697", "author_id": "11", "text": "A1"}
    assert Reading(write(post)).posts[0].created_at.year == 2023


def test_packed_files_are_read(tmp_path, write):
    path = tmp_path / "chat.jsonl.gz"
    path.write_bytes(gzip.compress(write(page(old_post()), page(old_post("2"))).read_bytes()))
    assert [post.post_id for post in Reading(path).posts] == ["1626918223349149697", "2"]


def test_a_packed_file_that_breaks_off_gives_what_came_before(tmp_path, write):
    lines = [page(old_post(str(number))) for number in range(1, 4000)]
    path = tmp_path / "chat.jsonl.gz"
    whole = gzip.compress(write(*lines).read_bytes(), 1)
    path.write_bytes(whole[: len(whole) * 9 // 10])
    read = Reading(path)
    assert 2000 < len(read.posts) < 3999
    assert len(read.bad) == 1


def test_a_packed_bomb_stops_early(tmp_path):
    path = tmp_path / "chat.jsonl.gz"
    first = json.dumps(page(old_post())).encode() + b"\n"
    path.write_bytes(gzip.compress(first + (b" " * 1023 + b"\n") * 40_000))
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        Reading(path)


def test_a_line_without_end_is_bounded(write):
    read = Reading(write(page(old_post()), b'{"a": "' + b"x" * (33 << 20), page(old_post("2"))))
    assert len(read.posts) == 2
    assert read.lines == [("chat.jsonl", 2)]


def test_lumps_stay_small_enough_for_one_transaction(write):
    lines = [page(*(old_post(str(1 + n * 50 + k)) for k in range(50))) for n in range(200)]
    read = Reading(write(*lines))
    assert len(read.posts) == 10_000
    assert max(len(lump.posts) for lump in read.lumps) <= FULL + 50 <= BATCH


def test_lumps_become_smaller_towards_the_end_of_a_file(write):
    lines = [page(*(old_post(str(1 + n * 50 + k)) for k in range(50))) for n in range(300)]
    sizes = [len(lump.posts) for lump in Reading(write(*lines)).lumps]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[:2] == [FULL] * 2
    assert FEW < sizes[-3] < sizes[-4] < FULL
    assert sizes[-1] <= sizes[-2] == FEW
    assert sum(sizes) == 15_000


def test_a_packed_file_has_small_lumps_at_most_where_it_seems_to_end(tmp_path, write):
    lines = [page(*(old_post(str(1 + n * 50 + k)) for k in range(50))) for n in range(240)]
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(write(*lines).read_bytes()))
    sizes = [len(lump.posts) for lump in Reading(packed).lumps]
    assert sizes[-2:] == [FULL] * 2
    assert sum(sizes) == 12_000


@pytest.mark.parametrize(
    "odd",
    [
        {"public_metrics": {"like_count": 10**20}},
        {"public_metrics": {"retweet_count": 2**63}},
        {"id": "9" * 19},
        {"author_id": "9" * 19},
    ],
    ids=str,
)
def test_numbers_larger_than_x_has_are_a_bad_record(write, odd):
    read = Reading(write(page(old_post("1") | odd, old_post("2"))))
    assert [post.post_id for post in read.posts] == ["2"]
    assert len(read.bad) == 1


@given(st.from_regex(r"[089]?[0-9٣²]{0,20}x?", fullmatch=True) | st.text())
def test_the_quick_way_to_know_an_id_knows_the_same_ones(text):
    assert is_id(text) is (USER_ID.fullmatch(text) is not None)


HALF = "\\ud83d"
"""The first half of a letter, as JSON names it."""


def test_half_a_letter_spoils_that_letter_and_no_page(write):
    path = write(page(old_post("5"), old_post("6")))
    text = path.read_text("utf-8").replace("A1 ", f"A1 {HALF} \\\\ud83d \\ud83d\\ude00 ", 1)
    path.write_text(text, "utf-8")
    read = Reading(path)
    assert [post.post_id for post in read.posts] == ["5", "6"]
    # One that was escaped itself is plain text, and a whole letter stays one.
    assert read.posts[0].text.startswith("A1 \ufffd \\ud83d \U0001f600 ")
    assert read.bad == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("packed", [False, True])
def test_what_a_shell_of_windows_wrote_in_utf_16_is_read(write, encoding, packed):
    path = write(page(old_post("5", text="Nähe 😀")), page(old_post("6")))
    data = path.read_text("utf-8").replace("\n", "\r\n").encode(encoding)
    path.write_bytes(gzip.compress(data) if packed else data)
    read = Reading(path)
    assert [post.post_id for post in read.posts] == ["5", "6"]
    assert read.posts[0].text == "Nähe 😀"
    assert read.bad == []


def test_nobody_has_the_id_0(write):
    read = Reading(write(page(old_post("0"), old_post("6"), old_post("7", author_id="0"))))
    assert [post.post_id for post in read.posts] == ["6"]
    assert [record.why for record in read.bad] == [
        "the id of a post is missing or damaged",
        "the id of the author is missing or damaged",
    ]


def test_what_is_of_another_kind_is_told_by_its_place(write):
    path = write(page(old_post("5")), {"data": 5}, page({**old_post("6"), "text": 5}))
    assert [record.why for record in Reading(path).bad] == [
        "“data” is of another kind than X writes",
        "“text” is of another kind than X writes",
    ]
