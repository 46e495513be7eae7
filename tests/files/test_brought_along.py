"""Files as people have them: out of spreadsheets, scripts and other programs."""

import gzip
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import UnreadableFile
from allybook.domain.people.accounts import Account
from allybook.files.tables.sheet_dates import write_moment
from tests.files.reading import Reading

POST = "1900920639436099368"
AT = datetime(2025, 3, 15, 14, 42, 52, tzinfo=UTC)
TEXT = "Beds tonight #housing https://nestline.example/a"
NEWER = [
    {"id": POST, "text": TEXT, "author_id": "11", "created_at": "2025-03-15T14:42:52.000Z"},
    {"id": "7", "text": "Grüße\nan alle", "author_id": "12", "created_at": "2025-03-15T15:00:00Z"},
]


@pytest.fixture
def write(tmp_path):
    def write_file(data, name="file"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write_file


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("id;created_at;author_id;username;text", f"{POST};15.03.2025 15:42;11;NestLine;{TEXT}"),
        (
            "Beitrags-ID;Datum;Benutzername;Benutzer-ID;Text;Gefällt mir",
            f"{POST};15.03.2025 15:42;NestLine;11;{TEXT};5",
        ),
        (
            "ID del tuit;Fecha;Usuario;ID de usuario;Texto;Me gusta",
            f"{POST};15/03/2025 15:42;NestLine;11;{TEXT};5",
        ),
        (
            "created_at,hashtags,favorite_count,id,lang,text,tweet_url,user_id,user_screen_name",
            f"Sat Mar 15 14:42:52 +0000 2025,housing,5,{POST},en,{TEXT},"
            f"https://twitter.com/NestLine/status/{POST},11,NestLine",
        ),
        (
            "id,conversation_id,date,time,user_id,username,name,tweet,language,likes_count,link",
            f"{POST},{POST},2025-03-15,15:42:52,11,NestLine,,{TEXT},en,5,"
            f"https://twitter.com/NestLine/status/{POST}",
        ),
        ("id,created_at,author_id,username,text", f"{POST},3/15/2025 2:42 PM,11,NestLine,{TEXT}"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_posts_are_known_by_what_people_and_programs_call_their_columns(
    write, heading, row, encoding
):
    read = Reading(write(f"{heading}\r\n{row}\r\n".encode(encoding)))
    (post,) = read.posts
    assert (post.post_id, post.author_id, post.text) == (POST, "11", TEXT)
    # The id tells the moment; the clock of the spreadsheet was another one.
    assert post.created_at.replace(microsecond=0) == AT
    assert post.hashtags == ("housing",)
    assert post.links == ("https://nestline.example/a",)
    assert [one.handle for one in read.accounts] == ["NestLine"]


@pytest.mark.parametrize("rounded", ["1.90092E+18", "1,90092E+18", "1.9E18"])
def test_ids_that_a_spreadsheet_rounded_are_refused_with_what_to_do(write, rounded):
    head = "id;created_at;author_id;username;text"
    with pytest.raises(UnreadableFile, match="choose Text for the columns of ids") as refused:
        Reading(write(f"{head}\n{rounded};2025-03-15;11;NestLine;{TEXT}\n", "a.csv"))
    assert str(refused.value).count("a.csv") == 1
    read = Reading(write(f"{head}\n{rounded};;11;Nest;a\n{POST};;11;Nest;b\n5;;{rounded};Oak;c\n"))
    assert [post.text for post in read.posts] == ["b"]
    assert {one.why for one in read.bad} == {f"a spreadsheet has rounded the id {rounded}"}


def test_rounded_ids_are_refused_only_where_nothing_tells_them(write):
    head = "id,author_id,text,tweet_url"
    row = f"1.9E+18,11,{TEXT},https://x.com/NestLine/status/{POST}"
    assert [post.post_id for post in Reading(write(f"{head}\n{row}\n")).posts] == [POST]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("packed", [False, True])
def test_one_array_of_posts_is_read_like_its_lines(write, indent, mark, packed):
    data = mark + json.dumps(NEWER, indent=indent, ensure_ascii=False).encode()
    read = Reading(write(gzip.compress(data) if packed else data))
    assert (read.kind, read.bad) == ("twarc", [])
    assert [(post.post_id, post.text) for post in read.posts] == [
        (POST, TEXT),
        ("7", "Grüße\nan alle"),
    ]


def test_a_byte_order_mark_does_not_cost_the_first_line(write):
    lines = "\n".join(map(json.dumps, NEWER))
    read = Reading(write(f"\ufeff{lines}\n"))
    assert [post.post_id for post in read.posts] == [POST, "7"]
    assert read.bad == []


def test_a_bad_item_of_an_array_costs_itself_only(write):
    read = Reading(write(json.dumps([NEWER[0], {"id": "x", "text": 5}, 7, NEWER[1]])))
    assert [post.post_id for post in read.posts] == [POST, "7"]
    assert [line for _, line in read.lines] == [2, 3]


def test_an_array_that_breaks_off_is_refused_in_one_sentence(write):
    with pytest.raises(UnreadableFile, match="no whole JSON array: line 1") as refused:
        Reading(write(json.dumps(NEWER)[:-9], "posts.json"))
    assert "posts.json" in str(refused.value)


def test_an_array_of_accounts_is_still_a_table(write):
    read = Reading(write(json.dumps([{"handle": "NestLine", "user_id": "11"}])))
    assert read.kind == "json"
    assert read.accounts == [Account("11", "NestLine")]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("1742049772", "2025-03-15T14:42:52+00:00"),
        ("1742049772000", "2025-03-15T14:42:52+00:00"),
        ("1742049772.0", "2025-03-15T14:42:52+00:00"),
        ("22.11.2009 14:05", "2009-11-22T14:05:00+00:00"),
        ("22/11/2009 14:05:09", "2009-11-22T14:05:09+00:00"),
        ("11/22/2009 2:05 PM", "2009-11-22T14:05:00+00:00"),
        ("11/22/2009 12:05 am", "2009-11-22T00:05:00+00:00"),
        ("05/05/2009", "2009-05-05T00:00:00+00:00"),
        ("03/04/2009 10:00", "03/04/2009 10:00"),
        ("2009-11-22 14:05", "2009-11-22 14:05"),
        ("2009-11-22T14:05:00Z", "2009-11-22T14:05:00Z"),
        ("Sat Feb 18 12:33:11 +0000 2023", "Sat Feb 18 12:33:11 +0000 2023"),
        ("20091122", ""),
        ("31.02.2009 10:00", "31.02.2009 10:00"),
        ("0/0/2009", "0/0/2009"),
        ("", ""),
    ],
)
def test_dates_of_spreadsheets_and_scripts(cell, said):
    """The post is older than X's ids that tell the moment."""
    assert write_moment(cell, "7") == said


@pytest.mark.parametrize("cell", ["22.11.2009 14:05", "03/04/2009 10:00", "2009-11-22 14:05", "12"])
def test_what_is_of_no_zone_gives_way_to_the_id(cell):
    assert write_moment(cell, POST) == ""


@given(st.dates(date(1990, 1, 1), date(2099, 1, 1)), st.integers(0, 23), st.integers(0, 59))
def test_a_date_of_a_spreadsheet_is_told_to_its_minute(day, hour, minute):
    told = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    assert write_moment(f"{told:%d.%m.%Y %H:%M}", "7") == told.isoformat()


@given(
    st.text(max_size=30)
    | st.from_regex(r"\d{1,14}[./:-]?\d{0,9}", fullmatch=True)
    | st.from_regex(r"[0-9]{1,2}[./][0-9]{1,2}[./]20[0-9]{2}( [0-9]{2}:[0-9]{2})?", fullmatch=True)
)
def test_no_date_stops_a_file(cell):
    said = write_moment(cell, "7")
    if said not in {"", cell}:
        assert datetime.fromisoformat(said).tzinfo is not None
