"""Files as tables of allies: what they are, and what their columns seem to be."""

import json

import pytest

from allybook.domain.book.columns import Column
from allybook.domain.errors import UnreadableFile
from allybook.files.tables.find_table import find_table
from tests.files.sheets import write_book

H, ID, K, C, T, S, N, ORG = (
    *(Column.HANDLE, Column.USER_ID, Column.KIND, Column.CATEGORY, Column.TAGS),
    *(Column.STATUS, Column.NOTES),
    Column.ORGANISATION,
)


@pytest.fixture
def table(tmp_path):
    def make(text, *, forced=False, encoding="utf-8"):
        path = tmp_path / "a table"
        path.write_bytes(text.encode(encoding))
        return find_table(path, forced=forced)

    return make


def rows_of(found):
    bad = []
    return [list(cells) for _, cells in found.rows(bad.append)], bad


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("handle,user_id,tags\na1,1,x\n", (H, ID, T)),
        ("Organisation;Twitter;Notizen\nNest;@NestLine;x\n", (ORG, H, N)),
        ("Verein;Name;Twitter\nNest;Rosa;@NestLine\n", (None, None, H)),
        ("Organisation;Notiz\n@NestLine;x\n@OakDesk;y\n", (H, N)),
        ("Organisation,Twitter\nVerein,@NestLine\nGruppe,@OakDesk\n", (K, H)),
        ("organisation,@NestLine\nperson,@OakDesk\n", (K, H)),
        ("Nombre\tUsuario\tCategoría\nNest\tNestLine\tvivienda\n", (None, H, C)),
        ("Nom,Pseudo,Mots-clés,Remarques\nNest,NestLine,a,b\n", (None, H, T, N)),
        ("Org,Contact,What\nNest,@NestLine,beds\nOak,@OakDesk,legal\n", (None, H, None)),
        ("Nest,@NestLine,organisation\nOak,@OakDesk,person\n", (None, H, K)),
        ("Twitter Name,Twitter handle\nNest Line,NestLine\nOak Desk,OakDesk\n", (None, H)),
        ("id,handle\n1234567,a1\n", (ID, H)),
        ("@a1,1234567890123456789,#beds #youth\n@b2,2234567890123456789,#x\n", (H, ID, T)),
        ("@a1,5550123456\n@b2,5550123457\n", (H, None)),
        ("handle\na1\nb2\n", (H,)),
        ("status,handle,note,remarks\napproved,a1,x,y\n", (S, H, N, N)),
        ("Account,Twitter\n4711,NestLine\n4712,OakDesk\n", (None, H)),
    ],
)
def test_columns_are_guessed_by_heading_and_by_content(table, text, guess):
    found = table(text)
    assert found.guess == guess
    assert len(found.headings) == len(guess)
    assert all(len(row) == len(guess) for row in found.sample)


@pytest.mark.parametrize(
    "text",
    [
        "@a1\n@b2\n",
        "Dear all, thanks to @a1, @b2 and the others.\nSee you, Rosa\n",
        "id,text\n1234567890123456789,hello\n",
        "Fruit,Weight\npear,3\n",
        '{"id": "1"}\n',
        '[\n {"id": "1", "text": "a"}\n]',
        "",
        "\x00\x01\x02binary",
        "<!doctype html><p>@a1, @b2",
    ],
)
def test_what_is_no_table_of_allies_is_none(table, text):
    assert table(text) is None


def test_a_table_with_a_note_in_brackets_above_it_is_no_json(table):
    found = table("[Internal] our allies,,\nhandle,category,notes\n@ana,housing,x\n@ben,food,y\n")
    assert (found.kind, found.guess) == ("csv", (H, C, N))
    assert rows_of(found)[0] == [["@ana", "housing", "x"], ["@ben", "food", "y"]]


def test_a_table_of_posts_is_none(table):
    assert table("id_str,from_user,text,from_user_id_str\n1,a1,hello,11\n") is None
    posts = '[{"id_str": "1", "from_user": "a1", "text": "hello", "from_user_id_str": "11"}]'
    assert table(posts) is None
    assert table(posts, forced=True).headings[1] == "from_user"


@pytest.mark.parametrize(
    "text",
    [
        "tweet_id,username,text,created_at\n1641500000000000001,ana,hi @ben,2023-03-30\n",
        "id_str,from_user,text\n1641500000000000001,ana,hi\n",
        '"Tweet id","Tweet permalink","Tweet text"\n'
        "1641500000000000001,https://twitter.com/ana_m/status/1641500000000000001,hi\n",
        '"tweet_id","in_reply_to_status_id","timestamp","text"\n'
        '"1641500000000000001","1641500000000000000","2014-03-30","@ben hi"\n',
        "id,author,created_at,text,noise\n1641500000000000001,ana,2023-03-30,hi,0\n",
    ],
)
def test_a_table_of_posts_without_ids_of_their_authors_is_none(table, text):
    assert table(text) is None
    # Nor are posts taken for people where somebody says that it is one all the same.
    assert ID not in table(text, forced=True).guess


def test_ids_of_posts_are_no_users_where_the_posts_are_not_told(table):
    found = table("tweet_id,username\n1641500000000000001,ana\n1641500000000000002,ben\n")
    assert found.guess == (None, H)
    assert table("conversation_id,n\n1641500000000000001,2\n1641500000000000002,3\n") is None


def test_any_table_can_be_taken_for_one(table):
    found = table("Fruit;Weight\npear;3\n", forced=True)
    assert (found.headings, found.guess) == (("Fruit", "Weight"), (None, None))
    assert rows_of(found) == ([["pear", "3"]], [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_and_encoding(table, separator, encoding):
    text = f"Kategorie{separator}Konto\nMütter{separator}@NestLine\n"
    found = table(text, encoding=encoding)
    assert found.guess == (C, H)
    assert rows_of(found)[0] == [["Mütter", "@NestLine"]]


def test_rows_come_with_their_lines_and_short_rows_too(table):
    found = table('handle,notes\na1,"two\nlines"\nb2\n')
    assert list(found.rows(lambda bad: None)) == [(2, ["a1", "two\nlines"]), (4, ["b2"])]
    assert found.sample == (("a1", "two\nlines"), ("b2", ""))


def test_json_of_our_own_is_a_table(tmp_path):
    path = tmp_path / "allies.json"
    path.write_text(
        json.dumps(
            [
                {"handle": "a1", "tags": ["x, y", "z"], "notes": ["one", "two"], "more": {"a": 1}},
                {"handle": "b2", "user_id": None, "tags": []},
                "no object",
            ]
        ),
        encoding="utf-8",
    )
    found = find_table(path)
    assert found.kind == "json"
    assert found.guess[:3] == (H, T, N)
    rows, bad = rows_of(found)
    assert rows[0][:3] == ["a1", '"x, y", z', "one\ntwo"]
    assert [(one.line, one.why) for one in bad] == [(3, "it is no object with names and values")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[{"handle": "a1"}', 1),
        ("[[[[", 1),
        ('[{"handle": "a1"}] and more', 1),
        ('[{"handle": "a1"},\n {torn', 2),
        ('[{"handle": "a1"},\n\n', 3),
    ],
)
def test_broken_json_is_one_sentence_that_says_the_line(tmp_path, text, line):
    path = tmp_path / "allies.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile) as no:
        find_table(path)
    assert str(no.value) == (
        f"“allies.json” is no whole JSON array: line {line} cannot be read; nothing was read."
    )


def test_a_workbook_is_a_table(tmp_path):
    path = write_book(tmp_path / "t.xlsx", [[], ["Twitter", "Kategorie"], ["@a1", "Wohnen"]])
    found = find_table(path)
    assert (found.kind, found.guess, found.headings) == ("xlsx", (H, C), ("Twitter", "Kategorie"))
    assert rows_of(found)[0] == [["@a1", "Wohnen"]]


def test_a_folder_is_no_table(tmp_path):
    assert find_table(tmp_path) is None
