"""CSV of any origin, in and out."""

import csv
import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import UnreadableFile
from allybook.domain.formulas import defuse, restore
from allybook.domain.people.accounts import Account
from allybook.domain.posts import UNKNOWN_POST, Mention
from allybook.files.out.csv_out import write_csv
from allybook.files.tables.cells import Table, sample_rows
from allybook.files.tables.quotation import MOST_LINES, Lines
from tests.files.reading import Reading

CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
) | st.sampled_from(
    ["=1+1", "'=1", "''@a", "+1", "-", "@NestLine", "\t", "\r", "\r\n", "'", '"', ",", "＝1", " =1"]  # noqa: RUF001
)
WICKED = st.text(st.sampled_from("=+-@＝'\",;\t\r\n ab"), max_size=12)  # noqa: RUF001
"""What many a spreadsheet takes for more than it is."""
TAGS_HEAD = (
    "id_str,from_user,text,created_at,time,geo_coordinates,user_lang,in_reply_to_user_id_str,"
    "in_reply_to_screen_name,from_user_id_str,in_reply_to_status_id_str,source,profile_image_url,"
    "user_followers_count,user_friends_count,user_location,status_url,entities_str"
)
ENTITIES = (
    '"{""hashtags"":[{""text"":""SwHelper"",""indices"":[3,12]}],""symbols"":[],'
    '""user_mentions"":[{""screen_name"":""OakDesk"",""id"":77,""id_str"":""77""}],'
    '""urls"":[{""url"":""https://t.co/x"",""expanded_url"":""https://nestline.example/a""}]}"'
)


@pytest.fixture
def write(tmp_path):
    def write_text(text, encoding="utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write_text


def test_tags_gives_posts_with_their_authors(write):
    row = (
        "1626918223349149697,NestLine,A1 #SwHelper &amp; @OakDesk,Sat Feb 18 12:33:11 +0000 2023,"
        '18/02/2023 12:33:11,,en,77,OakDesk,11,1626918223349149000,"<a href="""">Web</a>",'
        f"http://pbs.example/a.jpg,42,43,Springfield,http://twitter.com/NestLine/statuses/1,{ENTITIES}"
    )
    read = Reading(write(f"{TAGS_HEAD}\n{row}\n"))
    assert read.kind == "csv"
    (post,) = read.posts
    assert post.text == "A1 #SwHelper & @OakDesk"
    assert (post.author_id, post.reply_to, post.reply_to_user) == (
        "11",
        "1626918223349149000",
        "77",
    )
    assert post.created_at.isoformat() == "2023-02-18T12:33:11+00:00"
    assert post.hashtags == ("SwHelper",)
    assert post.mentions == (Mention("OakDesk", "77"),)
    assert post.links == ("https://nestline.example/a",)
    assert read.accounts == [Account("11", "NestLine", followers=42, following=43)]


def test_tags_rows_without_entities_are_read_from_their_text(write):
    row = "7,NestLine,RT @OakDesk: #SwHelper Hello,Sat Feb 18 12:33:11 +0000 2023,,,,,,11,,,,,,,,"
    (post,) = Reading(write(f"{TAGS_HEAD}\n{row}\n")).posts
    assert post.hashtags == ("SwHelper",)
    assert post.mentions == (Mention("OakDesk"),)
    assert post.repost_of == UNKNOWN_POST


def test_ids_that_a_spreadsheet_rounded_are_found_again_or_reported(write):
    date = "Sat Feb 18 12:33:11 +0000 2023"
    address = "http://twitter.com/NestLine/status/1626918223349149697"
    lines = [
        f"1.62692E+18,NestLine,saved,{date},,,,1.6E+18,,11,1.6E+18,,,,,,{address},",
        f"1.62692E+18,NestLine,lost,{date},,,,,,11,,,,,,,,",
        f"9,NestLine,nobody,{date},,,,,,1.5E+18,,,,,,,,",
        "10,NestLine,dateless,,,,,,,11,,,,,,,,",
    ]
    read = Reading(write("\n".join([TAGS_HEAD, *lines])))
    assert [(post.post_id, post.reply_to) for post in read.posts] == [("1626918223349149697", None)]
    assert [line for _, line in read.lines] == [3, 4, 5]


def test_ids_that_a_spreadsheet_rounded_to_zeros_are_known_for_it(write):
    date = "Sat Feb 18 12:33:11 +0000 2023"
    address = "http://twitter.com/NestLine/status/1626918223349149697"
    lines = [
        f"1626918223349150000,NestLine,saved,{date},,,,,,11,,,,,,,{address},",
        f"1626918223349160000,NestLine,lost,{date},,,,,,11,,,,,,,,",
        f"1626918223349170000,NestLine,lost too,{date},,,,,,11,,,,,,,,",
    ]
    read = Reading(write("\n".join([TAGS_HEAD, *lines])))
    assert [post.post_id for post in read.posts] == ["1626918223349149697"]
    assert [line for _, line in read.lines] == [3, 4]
    assert "rounded the id 1.62692E+18" in read.bad[0].why


@pytest.mark.parametrize("end", ["50000", "90000"])
@pytest.mark.parametrize("ids", [("16203123456789{end}", "16203123456788{end}"), ("1.62E+18", "")])
def test_user_ids_that_a_spreadsheet_rounded_name_nobody(write, ids, end):
    first, second = (one.format(end=end) for one in ids)
    read = Reading(write(f"handle,user_id\nNestLine,{first}\nOakDesk,{second}\nElm,12345\n"))
    assert read.handles == ["NestLine", "OakDesk", "Elm"]
    assert [account.user_id for account in read.accounts] == ["12345"]
    assert read.lumps[0].remark.startswith("A spreadsheet has rounded the user ids in “table.csv”")


@pytest.mark.parametrize(
    "ids",
    [("1620312345678950000",), ("1620312345678950000", "1620312345678912345"), ("1230", "50")],
)
def test_ids_that_end_in_zeros_by_chance_are_ids(write, ids):
    read = Reading(write("user_id,note\n" + "".join(f"{one},x\n" for one in ids) + "77,y\n"))
    assert [account.user_id for account in read.accounts] == [*ids, "77"]
    assert not read.lumps[0].remark


def test_posts_without_ids_of_authors_give_at_least_the_handles(write):
    read = Reading(write("id_str,from_user,text\n7,NestLine,A1\n8,OakDesk,A2\n9,nestline,A3\n"))
    assert read.posts == []
    assert read.handles == ["NestLine", "OakDesk"]
    assert read.lumps[0].remark.startswith("Its rows are no posts here, since the id of the author")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators_do_not_matter(write, encoding, separator):
    rows = [
        ["Name", "Twitter handle", "City"],
        ["Nähe", "@NestLine", "Köln"],
        ["Oak", "OakDesk", "é"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows)
    read = Reading(write(text, encoding))
    assert read.kind == "csv"
    assert read.handles == ["NestLine", "OakDesk"]
    assert read.bad == []


def test_utf_16_without_a_mark_is_read(write):
    assert Reading(write("handle;city\nNestLine;Ulm\n", "utf-16-le")).handles == ["NestLine"]
    assert Reading(write("handle;city\nNestLine;Ulm\n", "utf-16-be")).handles == ["NestLine"]


def test_one_broken_byte_spoils_one_letter(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes("handle,user_id,name\nNestLine,11,Nähe ".encode() + b"\xe4\n")
    assert Reading(path).accounts == [Account("11", "NestLine", "Nähe ä")]


def test_excels_own_first_line_is_no_row(write):
    assert Reading(write("sep=;\nhandle;city\nNestLine;Ulm\n")).handles == ["NestLine"]


@pytest.mark.parametrize(
    "head", ["Handle", "X / Twitter", "Twitter username", "screen_name", "Your Twitter handle?"]
)
def test_the_column_is_found_by_its_heading(write, head):
    read = Reading(write(f"When,{head},City\n2024,nest_line,Ulm\n2025,oak_desk,Bonn\n"))
    assert read.handles == ["nest_line", "oak_desk"]


def test_the_column_is_found_by_what_stands_in_it(write):
    text = "Nest Line,https://x.com/NestLine,Ulm\nOak Desk,@OakDesk,Bonn\nElm,,Trier\n"
    read = Reading(write(text))
    assert read.handles == ["NestLine", "OakDesk"]
    assert read.lines == [("table.csv", 3)]


def test_our_own_table_comes_back(tmp_path):
    path = tmp_path / "allies.csv"
    rows = [
        ["NestLine", "11", "organisation", "housing", "beds food", "approved", "-", "=SUM(A1)"],
        ["OakDesk", "", "person", "", "", "nominated", "", ""],
        ["#SwHelper", "", "hashtag", "", "", "approved", "", ""],
        ["Ethics", "", "hashtag", "", "", "approved", "", ""],
    ]
    head = ["handle", "user_id", "kind", "category", "tags", "status", "reason", "note"]
    write_csv(path, head, rows, excel=",")
    read = Reading(path)
    assert read.handles == ["NestLine", "OakDesk"]
    assert read.hashtags == ["SwHelper", "Ethics"]
    assert read.accounts == [Account("11", "NestLine")]
    assert read.bad == []


def test_ids_alone_are_accounts(write):
    read = Reading(write("user_id,note\n11,a\n12,b\nx,c\n"))
    assert [account.user_id for account in read.accounts] == ["11", "12"]
    assert read.lines == [("table.csv", 4)]


def test_rows_that_name_nobody_are_reported_with_their_line(write):
    read = Reading(
        write('handle,note\nNestLine,"two\nlines"\nnot a handle,x\n,\n"",y\nOakDesk,z\n')
    )
    assert read.handles == ["NestLine", "OakDesk"]
    assert [line for _, line in read.lines] == [4, 6]


def test_a_quote_that_stays_open_does_not_swallow_the_file(write):
    filler = "".join(f"name_{number},x\n" for number in range(30_000))
    read = Reading(write(f'handle,note\nNestLine,"open\n{filler}'))
    assert (read.handles[0], read.handles[-1]) == ("NestLine", "name_29999")
    assert read.lines == []


FOUND = "190000000000000000{number},nestline,{text},2026-11-01T10:00:00Z\n"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        # It never closes, or where the next quoted cell begins, or where a stray mark stands.
        (("a", '"open', "c", "d"), [3]),
        (("a", '"open', "c", '"d, and e"', "f"), [3]),
        (("a", '"open', "c", 'd"', "f"), [3]),
        (("a", '"open', '"open as well', "d"), [3, 4]),
        (("a", "b", '"open'), [4]),
        # These are cells of several lines as spreadsheets write them.
        (("a", '"two\nlines, of, four, parts\n1, rue, x, y"', "c"), []),
        (("a", '"""said"" so\n\n2026-11-01, 1900000000000000001\n"', "c"), []),
        (('"two\nlines"', '"and\ntwo"'), []),
    ],
)
def test_an_open_quote_costs_its_own_row_and_no_other(write, texts, told):
    rows = [FOUND.format(number=number, text=text) for number, text in enumerate(texts)]
    bad = []
    table = Table(write("id,from,text,at\n" + "".join(rows)), ",")
    read = list(table.rows(bad.append))
    assert [record.line for record in bad] == told
    assert len(read) == 1 + len(texts) - len(told)
    assert all(len(cells) == 4 for _, cells in read)


def lines_taken(work):
    """Return what a piece of work gives, and how many lines of a table it takes, again counted."""
    taken, before = [], sys.getprofile()
    wanted = Lines.__next__.__code__
    sys.setprofile(
        lambda frame, event, _what: taken.append(
            event == "call" and getattr(frame, "f_code", None) is wanted
        )
    )
    try:
        given = work()
    finally:
        sys.setprofile(before)
    return given, sum(taken)


LOST_MARKS = ('"@ally{number}","we met\n', '"@ally{number}","we met","\n')


@pytest.mark.parametrize("row", LOST_MARKS)
def test_rows_that_all_lost_a_mark_are_read_in_as_many_lines_as_there_are(write, row):
    for rows in (200, 1600):
        text = "handle,notes\n" + "".join(row.format(number=number) for number in range(rows))
        table, bad = Table(write(text), ","), []
        _, taken = lines_taken(lambda table=table, bad=bad: list(table.rows(bad.append)))
        assert taken < (MOST_LINES + 6) * rows
        assert len(bad) == (0 if "we met\n" in row else rows)
    (sample, taken), head = lines_taken(lambda: sample_rows(text, ",")), text.count("\n")
    assert taken < head + 40 * MOST_LINES
    assert len(sample) <= 25


def test_a_sample_takes_no_more_lines_than_its_rows_need():
    sample, taken = lines_taken(lambda: sample_rows("handle,notes\n" + "@a,b\n" * 5000, ","))
    assert (len(sample), taken) == (25, 25)


@pytest.mark.parametrize(("lost", "told"), [("", []), ("and once more\n", [2])])
def test_a_row_that_lost_its_last_mark_is_kept_and_told_where_its_cell_went_on(write, lost, told):
    text = f'handle,notes\n"@NestLine","we met, once\n{lost}"@OakDesk","good"\n@elm,x\n'
    bad = []
    rows = [list(cells) for _, cells in Table(write(text), ",").rows(bad.append)]
    kept = [row for row in rows[1:] if row != [lost.strip()]]
    assert kept == [["@NestLine", "we met, once"], ["@OakDesk", "good"], ["@elm", "x"]]
    assert [record.line for record in bad] == told


def test_a_cell_of_many_lines_is_one_cell_in_a_table_that_is_sound(write):
    many = "\n".join(f"line {number}" for number in range(20 * MOST_LINES))
    rows = [
        cells for _, cells in Table(write(f'handle,notes\n@a,"{many}"\n@b,x\n'), ",").rows(print)
    ]
    assert rows[1:] == [["@a", many], ["@b", "x"]]


def test_a_cell_that_is_too_long_is_told_and_the_next_row_is_read(write):
    read = Reading(write(f"handle,note\nNestLine,{'x' * 140_000}\nOakDesk,y\n"))
    assert read.handles == ["OakDesk"]
    assert [record.why for record in read.bad] == ["a cell is longer than 131,072 letters"]


def test_a_table_without_anyone_is_one_clear_error(write):
    with pytest.raises(UnreadableFile, match="No row"):
        Reading(write("handle,note\n,x\nnot this one,y\n"))


@given(CELLS | WICKED, st.sampled_from([",", ";", "\t"]))
def test_defusing_loses_nothing(cell, between):
    assert restore(defuse(cell, between), between) == cell
    assert not defuse(cell, between).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(WICKED, min_size=2, max_size=3), st.sampled_from(["", ",", ";"]))
def test_no_reader_finds_a_formula_whatever_sign_it_parts_cells_by(tmp_path_factory, row, excel):
    """A German Excel reads a file with commas by semicolons, and one in London the other way."""
    path = tmp_path_factory.mktemp("t") / "t.csv"
    write_csv(path, ["a"] * len(row), [row, row], excel=excel)
    text = path.read_bytes().decode("utf-8-sig")
    for between in (",", ";", "\t"):
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=between):
            assert not [cell for cell in cells if cell.lstrip(" ")[:1] in set("=+-@＝")]  # noqa: RUF001


@pytest.mark.parametrize(
    ("excel", "cell", "written"),
    [
        ("", "hi;=1+1", "hi;'=1+1"),
        ("", "hi,=1+1", '"hi,=1+1"'),
        ("", "hi, @oak", '"hi, @oak"'),
        (";", "hi,=1+1", "hi,'=1+1"),
        (";", "hi;=1+1", '"hi;=1+1"'),
    ],
)
def test_what_another_spreadsheet_takes_for_a_formula_is_none(tmp_path, excel, cell, written):
    path = tmp_path / "t.csv"
    write_csv(path, ["a"], [[cell]], excel=excel)
    assert path.read_bytes().decode("utf-8-sig") == f"a\r\n{written}\r\n"
    assert [cells for _, cells in Table(path, excel or ",").rows(print)] == [["a"], [cell]]


@given(
    st.lists(st.lists(CELLS | WICKED, min_size=3, max_size=3), max_size=8),
    st.sampled_from(["", ",", ";"]),
)
def test_a_table_comes_back_as_it_went_out(tmp_path_factory, rows, excel):
    path = tmp_path_factory.mktemp("t") / "t.csv"
    write_csv(path, ["a", "b", "c"], rows, excel=excel)
    bad = []
    assert [list(row) for _, row in Table(path, excel or ",").rows(bad.append)] == [
        ["a", "b", "c"],
        *rows,
    ]
    assert bad == []
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") is bool(excel)
