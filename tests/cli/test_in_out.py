"""``allybook allies import|export``: tables in and out, and the page to share."""

import json

import pytest

from allybook.cli.imports import CountingTicket, refused, status_of_all
from allybook.domain.errors import BadInput
from tests.files.sheets import write_book


@pytest.fixture
def foreign(tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_text(
        "Twitter Name;Account;Bereich;Remarks\n"
        "Nest Line;@NestLine;housing;called twice\n"
        "Oak Desk;https://x.com/OakDesk?s=20;legal;\n"
        "Nobody;n/a;;\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def filled(allybook):
    facts = ("--category", "housing", "--tag", "beds", "--kind", "organisation")
    allybook("allies", "add", "@NestLine", *facts, "--note", "=1+1, they said\nand more")
    allybook("allies", "add", "@rosa_sw", "--kind", "person")
    allybook("allies", "add", "#SwHelper", "@OakDesk", "--nominate")
    return allybook


def allies(allybook):
    return {one["handle"]: one for one in allybook("allies", "list", "--json").json}


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_table_comes_back_without_loss(filled, tmp_path, form):
    first, again = tmp_path / f"first.{form}", tmp_path / f"again.{form}"
    assert filled("allies", "export", first).out == f"4 allies written to first.{form}\n"
    same = filled("allies", "import", first)
    assert (same.status, same.out) == (0, f"first.{form}: 4 already so\n")
    said = filled("--book", "Other", "allies", "import", first)
    assert (said.status, said.out) == (0, f"first.{form}: 4 new\n")
    assert "The book “Other” was made." in said.err
    filled("--book", "Other", "allies", "export", again)
    if form != "xlsx":
        assert again.read_bytes() == first.read_bytes()
    assert (
        filled("--book", "Other", "allies", "import", first).out == f"first.{form}: 4 already so\n"
    )


def test_the_short_way_in_brings_all_that_a_table_says_too(filled, tmp_path):
    filled("allies", "export", tmp_path / "t.csv")
    filled("--book", "Other", "import", tmp_path / "t.csv")
    listed = filled("--book", "Other", "allies", "list", "--json").json
    assert {one["handle"]: (one["status"], one["tags"]) for one in listed}["NestLine"] == (
        "approved",
        ["beds"],
    )


def test_a_foreign_table_is_guessed_and_shown_first(allybook, foreign):
    said = allybook("allies", "import", foreign, "--preview")
    assert said.status == 1
    assert said.out.splitlines() == [
        "contacts.csv: 2 new, 1 not understood (nothing is written yet)",
        "  Twitter Name = nothing, Account = handle, Bereich = category, Remarks = notes",
        "  line 4: “n/a” is not a handle",
    ]
    assert allies(allybook) == {}


def test_a_person_says_what_the_columns_are(allybook, foreign):
    said = allybook(
        *("allies", "import", foreign, "--map", "Bereich=tags", "--map", "remarks=reason"),
        *("--map", "Twitter Name=notes", "--json"),
    )
    (report,) = said.json
    assert (report["kind"], report["new"], report["skipped"], report["kept"]) == ("csv", 2, 1, 2)
    assert report["columns"]["Bereich"] == "tags"
    assert report["problems"] == [
        {"where": "contacts.csv", "line": 4, "why": "“n/a” is not a handle"}
    ]
    ally = allies(allybook)["NestLine"]
    assert (ally["tags"], ally["category"], ally["status"]) == (["housing"], "", "nominated")
    history = [one["sentence"] for one in allybook("allies", "history", "@NestLine", "--json").json]
    assert "Ana noted: Nest Line" in history


def test_a_table_that_names_nobody_says_how_to_say_who(allybook, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("Fruit,Weight\npear,3\nplum,4\n", encoding="utf-8")
    said = allybook("allies", "import", path, "--map", "Weight=notes")
    assert said.status == 2
    assert "No column of “t.csv” is said to hold handles" in said.err
    assert len(said.err.splitlines()) == 1
    assert allybook("allies", "import", path, "--map", "Fruit=handle").out == "t.csv: 2 new\n"


def test_ids_that_excel_rounded_are_told_and_the_handle_is_used(allybook, tmp_path):
    path = write_book(
        tmp_path / "t.xlsx", [["Twitter", "User ID"], ["@NestLine", 1234567890123456789]]
    )
    said = allybook("allies", "import", path)
    assert said.status == 1
    assert "“1.23457E+18” is a user id that a spreadsheet has rounded" in said.out
    assert allies(allybook)["NestLine"]["user_id"] is None


def test_ids_that_excel_rounded_to_zeros_are_told_and_the_handle_is_used(allybook, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "Twitter,User ID\n@NestLine,1620312345678910000\n@OakDesk,1620312345678920000\n@Elm,77\n",
        encoding="utf-8",
    )
    said = allybook("allies", "import", path)
    assert said.status == 1
    assert "“1620312345678910000” is a user id that a spreadsheet has rounded" in said.out
    assert {name: ally["user_id"] for name, ally in allies(allybook).items()} == {
        "NestLine": None,
        "OakDesk": None,
        "Elm": "77",
    }


def test_tables_and_other_files_are_taken_together(allybook, foreign, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("@a1\n@b2\n", encoding="utf-8")
    said = allybook("allies", "import", names, foreign, tmp_path / "nowhere.csv", "--json")
    assert said.status == 1
    assert [one["file"] for one in said.json] == ["names.txt", "contacts.csv", "nowhere.csv"]
    assert set(allies(allybook)) == {"a1", "b2", "NestLine", "OakDesk"}


def test_who_opted_out_stays_out_and_it_is_said(allybook, foreign):
    allybook("allies", "opt-out", "@nestline")
    said = allybook("allies", "import", foreign)
    assert said.out.splitlines()[0] == (
        "contacts.csv: 1 new, 1 never listed again, 1 not understood"
    )


def test_a_page_with_persons_says_so_before_it_is_written(filled, tmp_path):
    page = tmp_path / "page.html"
    with pytest.raises(BadInput, match="1 person would stand on a page that everyone can read"):
        filled("allies", "export", page)
    assert not page.exists()
    assert filled("--yes", "allies", "export", page).out == "2 allies written to page.html\n"
    assert "rosa_sw" in page.read_text(encoding="utf-8")
    said = filled(
        "allies", "export", page, "--no-persons", "--lang", "Deutsch", "--title", "Unsere"
    )
    assert (said.status, said.out) == (0, "1 ally written to page.html\n")
    assert "Left out: 1 person, as you asked." in said.err
    html = page.read_text(encoding="utf-8")
    assert "rosa_sw" not in html
    assert '<html lang="de">' in html
    assert "<title>Unsere</title>" in html


def test_tags_are_on_a_page_only_where_somebody_asks_for_them(filled, tmp_path):
    page = tmp_path / "page.html"
    filled("allies", "set", "@NestLine", "--tag", "owes us a reply")
    said = filled("--yes", "allies", "export", page)
    assert "that your group gave; --tags shows them" in said.err
    assert "owes us a reply" not in page.read_text(encoding="utf-8")
    said = filled("--yes", "allies", "export", page, "--tags")
    assert "your group gave" not in said.err
    assert "owes us a reply" in page.read_text(encoding="utf-8")


def test_tables_can_be_marked_for_excel_or_hold_ids_alone(filled, tmp_path):
    filled("allies", "export", tmp_path / "t.csv", "--excel")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfhandle,")
    assert filled("allies", "import", tmp_path / "t.csv").out == "t.csv: 4 already so\n"
    # Where numbers have a comma, Excel reads semicolons.
    filled("allies", "export", tmp_path / "s.csv", "--semicolons")
    assert (tmp_path / "s.csv").read_bytes().startswith(b"\xef\xbb\xbfhandle;")
    assert filled("allies", "import", tmp_path / "s.csv").out == "s.csv: 4 already so\n"
    assert filled("allies", "export", tmp_path / "i.csv", "--ids-only").out == (
        "0 allies written to i.csv\n"
    )


def test_who_was_declined_does_not_leave_as_a_name_alone(filled, tmp_path):
    filled("allies", "decline", "@OakDesk", "--reason", "not ours")
    told = filled("allies", "export", tmp_path / "t.txt")
    assert told.out == "3 allies written to t.txt\n"
    assert told.err == "1 declined: not in the file, which cannot say so.\n"
    assert "OakDesk" not in (tmp_path / "t.txt").read_text(encoding="utf-8")
    assert filled("allies", "export", tmp_path / "t.csv").out == "4 allies written to t.csv\n"


@pytest.fixture
def by_id(filled, tmp_path):
    """The same with two whom only their ids tell, one of them of X's first days."""
    path = tmp_path / "ids.csv"
    path.write_text("user_id\n2244994945\n12\n", encoding="utf-8")
    assert filled("allies", "import", path).out == "ids.csv: 2 new\n"
    return filled


def test_who_has_no_handle_is_in_a_text_too_and_comes_back_from_it(by_id, tmp_path):
    path = tmp_path / "t.txt"
    assert by_id("allies", "export", path).out == "6 allies written to t.txt\n"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == [
        *("https://x.com/i/user/12", "https://x.com/i/user/2244994945"),
        *("@NestLine", "@OakDesk", "@rosa_sw", "#SwHelper"),
    ]
    for command in (("import",), ("allies", "import")):
        book = command[0]
        by_id("--book", book, *command, path)
        told = by_id("--book", book, "allies", "list", "--json").json
        assert {one["key"] for one in told} == by_id.keys()


@pytest.mark.parametrize("form", ["txt", "csv", "json", "xlsx"])
def test_ids_alone_are_ids_alone_and_nominate_whom_they_name(by_id, tmp_path, form):
    path = tmp_path / f"i.{form}"
    assert by_id("allies", "export", path, "--ids-only").out == f"2 allies written to i.{form}\n"
    if form == "txt":
        assert path.read_text(encoding="utf-8") == "12\n2244994945\n"
        path.write_text("2244994945\n1620312345678912345\n", encoding="utf-8")
    said = by_id("--book", "Other", "import", path)
    assert said.status == 0
    told = by_id("--book", "Other", "allies", "list", "--json").json
    second = "1620312345678912345" if form == "txt" else "12"
    assert {one["key"] for one in told} == {"2244994945", second}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("contacts.txt", "@elm\n5551234567\n491701234567\n20261123\n"),
        ("members.csv", "account id,amount\n10001,2500\n10002,2600\n"),
        ("dues.csv", "Konto ID;Betrag\n4711123;100000\n4711124;200000\n"),
    ],
)
def test_numbers_that_may_be_of_anything_name_nobody(filled, tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    filled("import", path)
    assert not any(map(str.isdecimal, filled.keys()))


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_the_authors_of_posts_are_not_nominated(filled, tmp_path, form):
    path, before = tmp_path / f"posts.{form}", filled.keys()
    head = ["id_str", "from_user", "text", "created_at", "from_user_id_str"]
    post = ["1626918223349149697", "elm", "Hello", "2026-03-01T10:00:00Z", "1620312345678912345"]
    if form == "xlsx":
        write_book(path, [head, post])
    elif form == "json":
        path.write_text(json.dumps([dict(zip(head, post, strict=True))]), encoding="utf-8")
    else:
        path.write_text(f"{','.join(head)}\n{','.join(post)}\n", encoding="utf-8")
    for words in (("import",), ("allies", "import")):
        assert filled(*words, path).out == f"posts.{form}: 1 kept, 0 skipped\n"
    assert filled.keys() == before


def test_a_page_of_ids_alone_is_refused(filled, tmp_path):
    page = tmp_path / "page.html"
    with pytest.raises(BadInput, match="A web page shows more than user ids"):
        filled("--yes", "allies", "export", page, "--ids-only")
    assert not page.exists()


def test_json_keeps_lists_as_lists(filled, tmp_path):
    filled("allies", "export", tmp_path / "t.json")
    rows = {
        row["handle"]: row for row in json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    }
    assert rows["NestLine"]["tags"] == ["beds"]
    assert rows["NestLine"]["notes"] == ["2026-03-31 Ana: =1+1, they said\n  and more"]
    assert "address" not in rows["NestLine"]
    assert "#SwHelper" in rows


@pytest.mark.parametrize("command", [("import",), ("allies", "import")], ids=" ".join)
def test_one_file_that_is_refused_does_not_hide_that_another_was_kept(allybook, tmp_path, command):
    names, table, none = tmp_path / "names.txt", tmp_path / "t.csv", tmp_path / "nope.csv"
    names.write_text("@a1\n@a2\n", encoding="utf-8")
    table.write_text("handle,category\n@a3,x\n", encoding="utf-8")
    assert allybook(*command, none).status == 2
    assert allybook(*command, names, none).status == 1
    assert allybook(*command, none, table).status == 1
    assert allybook(*command, names, table).status == 0
    assert allybook(*command, none, tmp_path / "neither.csv").status == 2
    assert allybook.keys() == {"@a1", "@a2", "@a3"}


def test_what_was_read_of_a_file_that_was_refused_is_not_done_in_part():
    count = CountingTicket(None)
    count.done = 20
    assert status_of_all([(refused("a.zip", "full", count), 2)]) == 2


def test_names_that_were_left_out_are_not_called_kept(allybook, tmp_path):
    names, table = tmp_path / "names.txt", tmp_path / "t.csv"
    names.write_text("@a1\n@a2\n", encoding="utf-8")
    table.write_text("handle,category\n@a3,x\n", encoding="utf-8")
    said = allybook("import", names, table, "--no-nominate", "--json")
    assert [(one["read"], one["kept"]) for one in said.json] == [(2, 0), (1, 0)]
    assert said.err.splitlines() == [
        "names.txt: 2 names left out, as you asked.",
        "t.csv: 1 name left out, as you asked.",
    ]
    assert allybook("import", names).out == "names.txt: 2 kept, 0 skipped\n"


def test_the_short_way_in_says_who_of_a_table_was_left_out(allybook, tmp_path):
    allybook("allies", "add", "@zoe_hp", "@abe_l", *(f"@old{number}" for number in range(11)))
    allybook("allies", "opt-out", "@zoe_hp")
    allybook("allies", "remove", "@abe_l")
    table = tmp_path / "t.csv"
    table.write_text("handle,category\nzoe_hp,x\nabe_l,x\nnew_one,x\n", encoding="utf-8")
    said = allybook("import", table)
    assert (said.status, said.out) == (1, "t.csv: 1 kept, 0 skipped\n")
    assert said.err.splitlines() == [
        "t.csv: @zoe_hp was not brought in: never listed again.",
        "t.csv: @abe_l was not brought in: removed from this book.",
    ]
    olds = "".join(f"old{number},x\n" for number in range(11))
    allybook("allies", "opt-out", *(f"@old{number}" for number in range(11)))
    table.write_text(f"handle,category\n{olds}", encoding="utf-8")
    told = allybook("import", table).err.splitlines()
    assert len(told) == 11
    assert told[-1] == "t.csv: 1 other was not brought in."


@pytest.mark.parametrize("command", [("import",), ("allies", "import")], ids=" ".join)
def test_who_of_a_text_was_left_out_is_told_as_well(allybook, tmp_path, command):
    address = "https://x.com/i/user/2244994945"
    allybook("allies", "add", "@zoe_hp", "@abe_l", "#Beds", address, "@still_here")
    allybook("allies", "opt-out", "@zoe_hp")
    allybook("allies", "remove", "@abe_l", "#Beds", "2244994945")
    names = tmp_path / "names.txt"
    names.write_text(f"@zoe_hp @abe_l #beds {address} @still_here @new_one\n", encoding="utf-8")
    said = allybook(*command, names)
    assert said.status == 1
    assert said.err.splitlines() == [
        "names.txt: @abe_l was not brought in: removed from this book.",
        "names.txt: #beds was not brought in: removed from this book.",
        "names.txt: 2244994945 was not brought in: removed from this book.",
        "names.txt: @zoe_hp was not brought in: never listed again.",
    ]
    told = {one["key"]: one["status"] for one in allybook("allies", "list", "--json").json}
    assert (told["@abe_l"], told["@new_one"]) == ("removed", "nominated")
    # Who opted out of another book waits there, for somebody to decide.
    assert allybook("--book", "Other", *command, names).status == 0


@pytest.mark.parametrize(
    ("name", "words", "kind"),
    [
        ("t.csv", ("--no-persons",), "web pages"),
        ("t.json", ("--title", "Ours"), "web pages"),
        ("t.txt", ("--lang", "de"), "web pages"),
        ("t.xlsx", ("--part", "2"), "web pages"),
        ("t.csv", ("--tags",), "web pages"),
        ("t.html", ("--excel",), "tables"),
        ("t.html", ("--semicolons",), "tables"),
    ],
)
def test_an_option_of_another_kind_of_file_is_refused(filled, tmp_path, name, words, kind):
    with pytest.raises(BadInput, match=f"^{words[0]} is for {kind} .*Nothing was written"):
        filled("--yes", "allies", "export", tmp_path / name, *words)
    assert not (tmp_path / name).exists()


def test_who_is_told_twice_is_kept_once_and_counted(allybook, tmp_path):
    path = tmp_path / "dup.csv"
    path.write_text("handle,kind\n@ana_k,\n@Ana_K,\n@ben_k,robot\nnonsense here,\n", "utf-8")
    [report] = allybook("allies", "import", path, "--json").json
    assert [report[name] for name in ("read", "kept", "again")] == [4, 2, 1]
    again = allybook("allies", "import", path)
    assert again.out.startswith("dup.csv: 2 already so, 1 told again, 2 not understood\n")
