"""Tables into a book: what is shown first, what is written, and what never is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import force_setattr

from allybook.domain.book.bring import RowFate
from allybook.domain.book.columns import Column
from allybook.domain.book.entry import Status
from allybook.domain.errors import BadInput, Cancelled
from allybook.domain.people.accounts import Account
from allybook.services.books import edit
from allybook.services.books.bring_in import Raw, bring_in, preview, read_table
from allybook.services.books.edit import decline
from allybook.services.books.export import count_declined, export_allies
from allybook.services.people.nominate import nominate_handles
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import CountingScribe, Patience, make_desk

MAPPED = (Column.HANDLE, Column.USER_ID, Column.STATUS, Column.TAGS, Column.NOTES)
ODD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
WORDS = ODD | st.sampled_from(
    [
        "=1+1",
        "@a",
        "'x",
        'say "hi"',
        "a,b;c",
        "ابن",
        "שלום",
        "🧡👩🏽",
        "two\nlines",
        "-",
        "\t",
        "#x",
    ]
)
ALLY = st.fixed_dictionaries(
    {
        "category": WORDS,
        "tags": st.lists(WORDS, max_size=3),
        "notes": st.lists(WORDS, max_size=3),
        "reason": WORDS,
        "act": st.sampled_from(["approve", "decline", "nominate", "remove", "opt_out"]),
        "kind": st.sampled_from(["organisation", "person", "hashtag"]),
    }
)


@pytest.fixture
def desk(tmp_path):
    with Profile(tmp_path / "profile", FixedClock()) as profile:
        yield make_desk(profile, FixedClock(), None)


@pytest.fixture
def book(desk):
    return desk.book()


def raw(*rows):
    return Raw("t.csv", tuple(enumerate(rows, 2)))


def bring(desk, book, *rows, mapped=MAPPED):
    shown = preview(desk, book, raw(*rows), mapped, Patience())
    return shown, bring_in(desk, book, shown, Patience())


def test_a_preview_tells_everyone_apart_and_writes_nothing(desk, book):
    nominate_handles(desk, book, ["there", "known", "gone", "out"])
    edit.approve(desk, book, ["@there"])
    edit.remove(desk, book, ["@gone"])
    edit.opt_out(desk, book, ["@out"])
    before = book.entries()
    shown = preview(
        desk,
        book,
        raw(
            ("@new", "", "approved", "x", ""),
            ("@there", "", "approved", "", ""),
            ("@known", "", "approved", "", ""),
            ("@gone", "", "", "", ""),
            ("@out", "", "approved", "", ""),
            ("???", "", "", "", ""),
            ("@new", "", "", "y", ""),
            ("@last", "1.2E+18", "", "", ""),
        ),
        MAPPED,
        Patience(),
    )
    told = {fate: [one.key for one in shown.of(fate)] for fate in RowFate}
    assert told == {
        RowFate.NEW: ["@new", "@last"],
        RowFate.SAME: ["@there"],
        RowFate.CHANGED: ["@known"],
        RowFate.LEFT: ["@gone"],
        RowFate.OUT: ["@out"],
    }
    assert [(bad.line, bad.where) for bad in shown.problems] == [(7, "t.csv"), (9, "t.csv")]
    assert shown.of(RowFate.NEW)[0].row.tags == ("x", "y")
    assert book.entries() == before


def test_what_was_shown_is_written_as_one_entry_each(desk, book):
    row = ("@new", "42", "approved", "x, y", "called")
    shown, written = bring(desk, book, row, ("@other", "", "", "", ""))
    assert len(written) == len(shown.wanted) == 2
    assert {entry.by.person for entry in written} == {"Ana"}
    ally = book.ally("42")
    assert (ally.handle, ally.status, ally.tags) == ("new", Status.APPROVED, ("x", "y"))
    assert book.ally("@other").status is Status.NOMINATED
    _, again = bring(desk, book, row, ("@other", "", "", "", ""))
    assert again == ()


def test_who_opted_out_or_was_erased_stays_out_under_any_key(desk, book):
    nominate_handles(desk, book, ["asked", "erased"])
    edit.opt_out(desk, book, ["@asked"])
    edit.opt_out(desk, book, ["77"])
    edit.write(desk, book, {"@erased": edit.edit.erase})
    desk.cache.save_accounts([Account("77", "renamed")], desk.clock.now())
    shown, written = bring(
        desk,
        book,
        ("@ASKED", "", "approved", "", ""),
        ("@erased", "", "approved", "", ""),
        ("@renamed", "", "approved", "", ""),
        ("@other_name", "77", "approved", "", ""),
    )
    assert len(shown.of(RowFate.OUT)) == 3
    assert written == ()


def test_an_id_in_the_table_is_learnt_and_another_one_is_doubted(desk, book):
    nominate_handles(desk, book, ["a1"])
    bring(desk, book, ("@a1", "42", "", "", ""))
    assert book.ally("@a1").user_id == "42"
    shown, written = bring(desk, book, ("@a1", "43", "approved", "", ""))
    assert [bad.why for bad in shown.problems] == ["@a1 is 42 in this book and 43 in the table"]
    assert written == ()


@pytest.mark.parametrize("known", [(), ("ana",)])
@pytest.mark.parametrize("order", [1, -1])
def test_rows_about_one_handle_are_one_ally_if_only_one_of_them_has_an_id(desk, book, known, order):
    nominate_handles(desk, book, known)
    rows = [("ana", "", "", "one", ""), ("Ana", "123456789", "", "two", "")]
    bring(desk, book, *rows[::order])
    (ally,) = book.allies()
    assert (ally.handle.lower(), ally.user_id) == ("ana", "123456789")
    assert sorted(ally.tags) == ["one", "two"]


def test_a_handle_that_a_table_gives_two_ids_is_nobody_s_for_certain(desk, book):
    rows = [("ana", number, "", number, "") for number in ("", "123456789", "987654321")]
    bring(desk, book, *rows)
    assert {ally.key for ally in book.allies()} == {"@ana", "123456789", "987654321"}


LOST = "“never by phone” stands under no heading and is left out"


@pytest.mark.parametrize(
    ("lines", "line", "lost"),
    [
        (["handle,category,notes", "ana_k,housing,Call on Monday, never by phone"], 2, LOST),
        (["handle,notes", 'ana_k,"he said \\"hi\\", loud"'], 2, '“loud"” stands under no heading'),
        # Further down than what was looked at to tell the columns.
        (["handle", *[f"ana{n}" for n in range(99)], "bo,never by phone"], 101, LOST),
        (["@ana_k,x", *[f"@ana{n},x" for n in range(99)], "@bo,x,never by phone"], 101, LOST),
    ],
)
def test_cells_beyond_the_headings_are_told(desk, book, tmp_path, lines, line, lost):
    path = tmp_path / "t.csv"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    table = desk.importers.open_table(path, forced=True)
    shown = preview(desk, book, read_table(table, Patience()), table.guess, Patience())
    (problem,) = shown.problems
    assert problem.line == line
    assert str(problem.why).startswith(lost)


def test_a_column_without_a_heading_that_is_said_to_be_something_is_read(desk, book, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("handle,,\nana_k,,Call on Monday\n", encoding="utf-8")
    table = desk.importers.open_table(path, forced=True)
    mapped = (Column.HANDLE, None, Column.NOTES)
    shown = preview(desk, book, read_table(table, Patience()), mapped, Patience())
    assert shown.problems == ()
    assert [one.row.notes for one in shown.arrivals] == [("Call on Monday",)]


def test_the_kind_comes_from_the_account_where_the_table_is_silent(desk, book):
    desk.cache.save_accounts([Account("5", "nest", "Nest Shelter Network")], desk.clock.now())
    bring(desk, book, ("@nest", "", "", "", ""), ("@rosa", "", "", "", ""))
    assert book.ally("@nest").kind == "organisation"
    assert book.ally("@nest").user_id is None
    assert book.ally("@rosa").kind == "person"


def test_an_organisation_is_told_by_its_column_or_handle_and_its_name_is_kept(desk, book):
    mapped = (Column.ORGANISATION, Column.HANDLE, Column.KIND, Column.NOTES)
    rows = (
        ("Haus Eins", "@HausEins", "", "met them"),
        ("", "@NestNetwork", "", ""),
        ("Haus Drei", "@rosa", "person", ""),
        ("Haus Vier", "#wohnen", "", ""),
    )
    bring(desk, book, *rows, mapped=mapped)
    kinds = {ally.handle: ally.kind.value for ally in book.allies()}
    assert kinds == {
        "HausEins": "organisation",
        "NestNetwork": "organisation",
        "rosa": "person",
        "wohnen": "hashtag",
    }
    (note,) = book.ally("@hauseins").notes
    assert "Haus Eins" in note.text
    assert "met them" in note.text
    shown, written = bring(desk, book, *rows, mapped=mapped)
    assert shown.wanted == written == ()


def test_a_table_in_which_no_column_names_anybody_is_refused(desk, book):
    with pytest.raises(BadInput, match="No column of “t\\.csv” is said to hold handles"):
        bring(desk, book, ("@a1",), mapped=(Column.NOTES,))


def test_a_stop_before_writing_writes_nothing(desk, book, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "handle\n" + "".join(f"name_{number}\n" for number in range(6_000)), encoding="utf-8"
    )
    table = desk.importers.open_table(path)
    with pytest.raises(Cancelled, match="nothing was written"):
        read_table(table, Patience(stop_after=0))
    whole = read_table(table, Patience())
    with pytest.raises(Cancelled):
        preview(desk, book, whole, table.guess, Patience(stop_after=0))
    assert (
        bring_in(desk, book, preview(desk, book, whole, table.guess, Patience()), Patience(0)) == ()
    )
    assert book.allies() == []


def _fill(desk, book, allies):
    for number, told in enumerate(allies):
        name = f"Name_{number}"
        if told["kind"] == "hashtag":
            nominate_handles(desk, book, [], [name])
            key = f"#{name.lower()}"
        else:
            nominate_handles(desk, book, [name])
            key = f"@{name.lower()}"
            edit.set_fields(desk, book, [key], {"kind": told["kind"]})
        edit.set_fields(desk, book, [key], {"category": told["category"]})
        edit.add_tags(desk, book, [key], told["tags"])
        for text in told["notes"]:
            edit.add_note(desk, book, [key], text)
        deeds = {
            "approve": lambda key=key: edit.approve(desk, book, [key]),
            "decline": lambda key=key, why=told["reason"]: edit.decline(desk, book, [key], why),
            "remove": lambda key=key: edit.remove(desk, book, [key]),
            "opt_out": lambda key=key: edit.opt_out(desk, book, [key]),
            "nominate": lambda: None,
        }
        deeds[told["act"]]()


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ALLY, min_size=1, max_size=4))
def test_a_book_comes_back_equal_and_into_itself_it_changes_nothing(tmp_path_factory, form, allies):
    home = tmp_path_factory.mktemp("r")
    first, again = home / f"first.{form}", home / f"again.{form}"
    with Profile(home / "p", FixedClock()) as profile:
        desk = make_desk(profile, FixedClock(), None)
        full = desk.shelf.create("full")
        _fill(desk, full, allies)
        count = export_allies(desk, full, first)
        table = desk.importers.open_table(first)
        if table is None:
            assert count == 0
            return
        whole = read_table(table, Patience())
        assert preview(desk, full, whole, table.guess, Patience()).wanted == ()
        empty = desk.shelf.create("empty")
        shown = preview(desk, empty, whole, table.guess, Patience())
        assert shown.problems == ()
        ben = make_desk(profile, FixedClock(), None)
        force_setattr(ben, "scribe", CountingScribe("Ben"))
        bring_in(ben, empty, shown, Patience())
        assert export_allies(desk, empty, again) == count
    if form == "xlsx":
        rows = [list(desk.importers.open_table(path).rows(list)) for path in (first, again)]
        assert rows[0] == rows[1]
    else:
        assert again.read_bytes() == first.read_bytes()


def test_what_people_wrote_first_is_told_by_name(desk, book, tmp_path):
    shown, _ = bring(desk, book, ("@a1", "Ben"), mapped=(Column.HANDLE, Column.NOMINATED_BY))
    nominate_handles(desk, book, ["b2"])
    export_allies(desk, book, tmp_path / "t.csv")
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == (
        "handle,user_id,kind,category,tags,status,reason,notes,nominated_by,last_changed"
    )
    assert lines[1].split(",")[0::8] == ["a1", "Ben"]
    assert lines[2].split(",")[0::8] == ["b2", "Ana"]
    assert len(shown.wanted) == 1


def test_ids_alone_can_be_passed_on(desk, book, tmp_path):
    bring(desk, book, ("@a1", "42", "", "", ""), ("@b2", "", "", "", ""))
    assert export_allies(desk, book, tmp_path / "t.csv", ids_only=True) == 1
    assert (tmp_path / "t.csv").read_text(encoding="utf-8").split() == ["user_id", "42"]


def test_a_csv_can_be_marked_for_excel(desk, book, tmp_path):
    bring(desk, book, ("@a1", "42", "", "", ""))
    export_allies(desk, book, tmp_path / "t.csv", excel=",")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("name", "ids_only"), [("t.txt", False), ("t.txt", True), ("t.csv", True), ("T.TXT", False)]
)
def test_who_was_declined_does_not_leave_as_one_of_the_group(desk, book, tmp_path, name, ids_only):
    bring(desk, book, ("@a1", "42", "", "", ""), ("@bad_one", "43", "", "", ""))
    decline(desk, book, ["43"], "not ours")
    path = tmp_path / name
    assert export_allies(desk, book, path, ids_only=ids_only) == 1
    assert count_declined(desk, book, path, ids_only=ids_only) == 1
    text = path.read_text(encoding="utf-8")
    assert "bad_one" not in text
    assert "43" not in text
    table = tmp_path / "table.csv"
    assert export_allies(desk, book, table) == 2
    assert count_declined(desk, book, table) == 0
