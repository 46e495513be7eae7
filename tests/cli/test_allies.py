"""``allybook allies``: each act, its history and its undoing."""

import json

import pytest
from msgspec.structs import replace

from allybook.domain.book.clock import tick
from allybook.domain.book.edit import erase
from allybook.domain.book.entry import Author, Entry
from allybook.domain.book.ids import entry_id
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import write

DIRTY = "https://x.com/Tollgate_C?s=20, @HarborRowSN #SwHelper"


def one(allybook, key):
    return next(ally for ally in allybook("allies", "list", "--json").json if ally["key"] == key)


def test_what_is_added_by_hand_is_approved_at_once_however_it_is_written(allybook):
    said = allybook("allies", "add", DIRTY, "beds_north", "--category", "housing", "--tag", "local")
    assert said.status == 0
    assert set(said.out.splitlines()) == {
        *("@tollgate_c approved", "@harborrowsn approved", "@beds_north approved"),
        "#swhelper approved",
    }
    ally = one(allybook, "@harborrowsn")
    assert set(ally) == {
        *("key", "handle", "user_id", "kind", "category", "tags", "status", "flags", "conflicts")
    }
    assert (ally["handle"], ally["category"], ally["tags"]) == ("HarborRowSN", "housing", ["local"])


def test_a_user_id_alone_is_added_too(allybook):
    allybook("--book", "Other", "allies", "add", "77777")
    allybook("--book", "Other", "allies", "opt-out", "77777")
    said = allybook("--book", "Ours", "allies", "add", "2244994945", "https://x.com/i/user/77777")
    assert said.status == 1
    assert said.out.splitlines() == ["2244994945 approved", "77777 opted out of “Other”"]
    listed = allybook("--book", "Ours", "allies", "list").out.splitlines()
    assert [line.split()[0] for line in listed[1:]] == ["2244994945", "77777"]


def test_adding_leaves_the_decision_open_where_that_is_asked(allybook):
    allybook("allies", "add", "@HarborRowSN", "--nominate")
    assert one(allybook, "@harborrowsn")["status"] == "nominated"


@pytest.mark.parametrize(
    "words", [("add", "@ok", "no handle at all!"), ("add", "#tag", "@ok", "--kind", "person")]
)
def test_what_cannot_be_added_adds_nothing(allybook, words):
    with pytest.raises(BadInput, match="nothing was added"):
        allybook("allies", *words)
    assert allybook.keys() == set()


def test_nobody_is_made_a_hashtag(allybook):
    with pytest.raises(BadInput, match="--kind does not take “hashtag”"):
        allybook("allies", "add", "@ok", "--kind", "hashtag")


@pytest.mark.parametrize(
    ("act", "status"),
    [
        ("approve", "approved"),
        ("decline", "declined"),
        ("remove", "removed"),
        ("opt-out", "opted_out"),
    ],
)
def test_each_decision_is_an_entry_and_is_made_once(allybook, act, status):
    allybook("allies", "add", "@HarborRowSN", "--nominate")
    said = allybook("allies", act, "harborrowsn")
    assert said.out.split()[1] == "@harborrowsn"
    assert one(allybook, "@harborrowsn")["status"] == status
    again = allybook("allies", act, "@HARBORROWSN")
    assert (again.out, again.err) == ("", "Nothing changed: the book says so already.\n")


def test_who_is_known_by_a_number_is_told_by_handle(allybook, tmp_path):
    path = tmp_path / "allies.csv"
    path.write_text("handle,user_id\nKestrelYard,1234567\n", encoding="utf-8")
    allybook("allies", "import", str(path))
    assert one(allybook, "1234567")["status"] == "nominated"
    said = allybook("allies", "approve", "@KestrelYard")
    assert said.out.split()[1:] == ["@KestrelYard"]
    undone = allybook("allies", "undo", said.out.split()[0])
    assert undone.out.split()[1:] == ["@KestrelYard"]


def test_several_names_are_decided_together_or_not_at_all(allybook):
    allybook("allies", "add", "@a1", "@b2", "--nominate")
    with pytest.raises(BadInput, match="@c3 is not in this book"):
        allybook("allies", "approve", "@a1", "@c3")
    assert one(allybook, "@a1")["status"] == "nominated"
    allybook("allies", "approve", "@a1", "@b2")
    listed = allybook("allies", "list", "--json", "--status", "approved").json
    assert [ally["key"] for ally in listed] == ["@a1", "@b2"]


def test_reasons_are_given_where_they_are_kept(allybook):
    allybook("allies", "add", "@a1", "--nominate")
    allybook("allies", "decline", "@a1", "--reason", "sells things")
    told = [step["sentence"] for step in allybook("allies", "history", "@a1", "--json").json]
    assert any("sells things" in sentence for sentence in told)
    with pytest.raises(BadInput, match="--reason"):
        allybook("allies", "opt-out", "@a1", "--reason", "asked by mail")


def test_who_opted_out_does_not_keep_the_others_from_being_changed(allybook):
    allybook("allies", "add", "@a1", "@b2", "@c3")
    allybook("allies", "opt-out", "@b2")
    words = ("--category", "food", "--tag", "news", "--note", "Call first.")
    with pytest.raises(PartlyDone, match=r"2 of 3 are done\. @b2 has opted") as told:
        allybook("allies", "set", "@a1", "@b2", "@c3", *words)
    assert len(told.value.written) == 6
    for key in ("@a1", "@c3"):
        assert (one(allybook, key)["category"], one(allybook, key)["tags"]) == ("food", ["news"])
    assert one(allybook, "@b2")["tags"] == []


@pytest.mark.parametrize("names", [("@out", "@b2"), ("@b2", "@out")])
def test_a_note_reaches_the_others_whoever_is_named_first(allybook, names):
    allybook("allies", "add", "@out", "@b2")
    allybook("allies", "opt-out", "@out")
    with pytest.raises(PartlyDone, match="@out has opted out"):
        allybook("allies", "set", *names, "--note", "Call first.")
    notes = [step["sentence"] for step in allybook("allies", "history", "@b2", "--json").json]
    assert notes[-1] == "Ana noted: Call first."


def test_who_was_erased_does_not_keep_the_others_from_opting_out(allybook):
    allybook("allies", "add", "@a1", "@gone", "@c3")
    write(allybook.desk, allybook.desk.book(), {"@gone": erase})
    with pytest.raises(PartlyDone, match=r"^2 of 3 are done\. They were erased"):
        allybook("allies", "opt-out", "@a1", "@gone", "@c3")
    assert {ally["status"] for ally in allybook("allies", "list", "--json").json} == {"opted_out"}


def test_why_a_table_says_that_somebody_is_wanted_is_kept_when_they_are_approved(
    allybook, tmp_path
):
    table = tmp_path / "allies.csv"
    table.write_text("handle,why\na1,runs the food bank\n", encoding="utf-8")
    allybook("allies", "import", table)
    allybook("allies", "approve", "@a1")
    allybook("allies", "export", tmp_path / "out.json")
    (row,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (row["status"], row["reason"]) == ("approved", "runs the food bank")


def test_who_opted_out_is_never_listed_again(allybook, tmp_path):
    """Known to the book or not: nobody has to be an ally first to be left in peace."""
    allybook("allies", "add", "@a1")
    allybook("allies", "opt-out", "@A1", "@never_here")
    said = allybook("allies", "add", "@a1", "@never_here", "@b2")
    assert said.status == 1
    assert set(said.out.splitlines()) == {
        *("@a1 opted out", "@never_here opted out", "@b2 approved")
    }
    assert "@a1          person  opted out\n" in allybook("allies", "list").out
    with pytest.raises(BadInput, match=r"^@never_here has opted out of this book"):
        allybook("allies", "approve", "@never_here")
    names = tmp_path / "names.txt"
    names.write_text("@a1\n@never_here\n", encoding="utf-8")
    allybook("import", names)
    allybook("allies", "export", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "@b2\n"


def test_fields_and_tags_are_set_and_taken_away(allybook):
    allybook("allies", "add", "@a1")
    facts = ("--category", "housing", "--kind", "organisation", "--tag", "x", "--tag", "y")
    allybook("allies", "set", "@a1", *facts, "--note", "Met at the fair")
    allybook("allies", "set", "@a1", "--untag", "x")
    ally = one(allybook, "@a1")
    assert (ally["category"], ally["kind"], ally["tags"]) == ("housing", "organisation", ["y"])
    sentences = [step["sentence"] for step in allybook("allies", "history", "@a1", "--json").json]
    assert "Ana noted: Met at the fair" in sentences
    assert "Ana set the category to housing" in sentences


def test_a_history_names_entries_that_can_be_undone(allybook):
    allybook("allies", "add", "@a1", "--category", "housing")
    allybook("allies", "set", "@a1", "--category", "shelter")
    steps = allybook("allies", "history", "@a1", "--json").json
    assert all(set(step) == {"entry", "by", "at", "sentence"} for step in steps)
    assert steps[-1]["sentence"] == "Ana changed the category from housing to shelter"
    allybook("allies", "undo", steps[-1]["entry"])
    assert one(allybook, "@a1")["category"] == "housing"
    last = allybook("allies", "history", "a1").out.splitlines()[-1]
    assert last.endswith("(an undo)")
    with pytest.raises(BadInput, match="no entry"):
        allybook("allies", "undo", "nonsense")


def test_what_two_people_wrote_at_once_is_shown_as_both_wrote_it(allybook, desk):
    allybook("allies", "add", "@a1", "--category", "housing")
    assert allybook("allies", "conflicts", "--json").json == []
    book = desk.book()
    at = replace(tick(book.latest(), 0), counter=9)
    ben = Entry(
        entry_id=entry_id(at, 7),
        book=book.info.book_id,
        ally="@a1",
        at=at,
        by=Author("Ben", "tablet"),
        set={"category": "=shelter"},
    )
    book.append([ben])
    [ally] = allybook("allies", "conflicts", "--json").json
    assert ally == one(allybook, "@a1")
    wrote = {version["by"]: version["value"] for version in ally["conflicts"]["category"]}
    assert wrote == {"Ana": "housing", "Ben": "=shelter"}
    line = allybook("allies", "conflicts").out
    assert "Ana wrote housing" in line
    assert "Ben wrote =shelter" in line
    table = allybook("allies", "list", "--csv").out.splitlines()
    assert table[0] == "key,handle,user_id,kind,category,tags,status,flags,conflicts"
    assert table[1].startswith("'@a1,a1,,person,'=shelter,,approved,")
    # A person settles it by writing what holds.
    allybook("allies", "set", "@a1", "--category", "shelter")
    assert allybook("allies", "conflicts").out == ""


def test_allies_are_brought_in_from_a_file_and_taken_out_as_json(allybook, tmp_path):
    (tmp_path / "names.txt").write_text("@a1 and #SwHelper\n", encoding="utf-8")
    said = allybook("allies", "import", tmp_path / "names.txt")
    assert said.out == "names.txt: 2 kept, 0 skipped\n"
    allybook("allies", "export", tmp_path / "out.json")
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [(row["handle"], row["status"]) for row in rows] == [
        ("a1", "nominated"),
        ("#SwHelper", "nominated"),
    ]


def test_a_bad_file_of_allies_stops_no_other(allybook, tmp_path):
    (tmp_path / "x.bin").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "notes.txt").write_text("@a1\n", encoding="utf-8")
    said = allybook("allies", "import", tmp_path / "x.bin", tmp_path / "notes.txt")
    assert (said.status, said.err.partition(":")[0]) == (1, "x.bin")
    assert said.out.splitlines()[-1] == "notes.txt: 1 kept, 0 skipped"
    assert allybook.keys() == {"@a1"}


def test_opting_out_finds_a_renamed_ally(allybook):
    cache, now = allybook.desk.cache, allybook.desk.clock.now()
    cache.save_accounts([Account("12", "ben_l")], now)
    allybook("allies", "add", "@ben_l")
    cache.save_accounts([Account("12", "ben_new")], now)
    allybook("allies", "opt-out", "@ben_new")
    assert allybook.keys() == {"12"}
    assert one(allybook, "12")["status"] == "opted_out"
    plan = allybook("list", "plan", "--json").json
    assert (plan["adds"], plan["unfound"]) == ([], [])


def test_opting_out_an_account_leaves_the_hashtag_of_the_same_name_alone(allybook):
    allybook("allies", "add", "#HelpDesk")
    allybook("allies", "opt-out", "@HelpDesk")
    assert one(allybook, "#helpdesk")["status"] == "approved"
    assert one(allybook, "@helpdesk")["status"] == "opted_out"


@pytest.mark.parametrize("nobody", ["", "  ", "\n"], ids=repr)
def test_to_add_nobody_is_no_answer(allybook, desk, nobody):
    with pytest.raises(BadInput, match="nothing stands there"):
        allybook("allies", "add", nobody)
    assert list(desk.shelf.books()) == []


def test_to_set_nothing_is_no_answer(allybook):
    allybook("allies", "add", "@a1")
    with pytest.raises(BadInput, match="What is to be changed"):
        allybook("allies", "set", "@a1")
