"""A book: entries are kept for ever, and their fold is what the domain says."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Author, Entry, Field, Kind, Stamp, Status
from allybook.domain.book.fold import aliases, fold, resolve
from allybook.store.books.entries import pack_ally, pack_entry, unpack_ally, unpack_entry
from allybook.store.database.connection import connect
from allybook.store.database.migration import DatabaseKind, Scripts, migrate
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import ANA, an_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.store.books.book import SqliteBook

BEN = Author("Ben", "laptop-2")


@pytest.fixture
def book(profile: Profile) -> SqliteBook:
    return profile.shelf().create("Housing")


def an_alias(number: int, old: str, new: str) -> Entry:
    return an_entry(number, old, {Field.ALIAS: new})


def an_erasure(number: int, ally: str, *others: str) -> Entry:
    add = {"alias": others} if others else {}
    return an_entry(number, ally, erased=True, add=add)


FULL = an_entry(
    7,
    "@saferoof",
    {Field.CATEGORY: "shelter", Field.STATUS: Status.APPROVED},
    add={"tags": ("housing", "ünïcode")},
    drop={"tags": ("food",)},
    note="Met at the chat",
    seen={"category": ("00000000000000000000000001",)},
    undoes="00000000000000000000000002",
)


def test_an_account_is_found_by_its_handle_and_a_hashtag_is_no_account(book: SqliteBook) -> None:
    book.append([an_entry(1, "#saferoof"), an_entry(2, "@nightline")])
    assert (book.called("SafeRoof"), book.called("NightLine")) == ("", "@nightline")
    book.append([an_entry(3, "21", {Field.HANDLE: "SafeRoof"}), an_alias(4, "@nightline", "23")])
    assert (book.called("saferoof"), book.called("nightline")) == ("21", "23")
    assert book.called("nobody") == book.called("") == ""


def test_entries_come_back_as_they_went_in(book):
    assert book.append([FULL, an_entry(3)]) == 2
    assert book.entries() == [an_entry(3), FULL]
    assert book.entry(FULL.entry_id) == FULL
    assert book.entry("nowhere") is None
    assert unpack_entry(pack_entry(FULL)) == FULL


def test_an_entry_is_taken_in_once(book):
    assert book.append([an_entry(1), an_entry(1)]) == 1
    assert book.append([an_entry(1), an_entry(2)]) == 1
    assert book.append([]) == 0
    assert len(book.entries()) == 2


def test_allies_are_folded_and_come_by_handle(book):
    first = an_entry(1, "@zebra", {Field.HANDLE: "Zebra", Field.STATUS: Status.APPROVED})
    second = an_entry(2, "#housing")
    book.append([first, second])
    assert book.allies() == [fold([second]), fold([first])]
    assert book.ally("@zebra").status is Status.APPROVED
    assert book.ally("@nobody") is None


def test_a_fold_with_conflicts_notes_and_flags_comes_back_equal(book):
    entries = [
        an_entry(1, "10", {Field.CATEGORY: "shelter"}, note="One"),
        an_entry(2, "10", {Field.CATEGORY: "food"}, by=BEN, add={"evidence": ("5:6",)}),
    ]
    book.append(entries)
    ally = book.ally("10")
    assert ally == fold(entries)
    assert len(ally.conflicts["category"]) == 2
    assert unpack_ally(pack_ally(ally)) == ally


def test_every_field_of_an_ally_is_kept():
    ally = Ally("10", "x", "10", Kind.PERSON, Status.DECLINED, "c", "r", ("t",), ("h",), ("1:2",))
    assert unpack_ally(pack_ally(ally)) == ally


def test_an_alias_joins_two_records(book):
    book.append([an_entry(1, "@roof", {Field.CATEGORY: "shelter"}), an_entry(2, "10")])
    assert len(book.allies()) == 2
    book.append([an_alias(3, "@roof", "10")])
    (ally,) = book.allies()
    assert (ally.key, ally.category) == ("10", "shelter")
    assert book.ally("@roof") == book.ally("10") == ally
    assert [entry.entry_id for entry in book.entries("@roof")] == [
        entry.entry_id for entry in book.entries("10")
    ]
    book.append([an_entry(4, "@roof", {Field.CATEGORY: "food"}, by=BEN)])
    assert len(book.ally("10").conflicts) == 1


def test_an_alias_may_come_before_what_it_joins(book):
    book.append([an_alias(3, "@roof", "10")])
    book.append([an_entry(1, "@roof", {Field.REASON: "asked"})])
    assert [ally.reason for ally in book.allies()] == ["asked"]


def test_the_latest_stamp_is_never_behind_anything_seen(book):
    book.append([an_entry(5, at=Stamp(50, 3)), an_entry(6, at=Stamp(50, 1))])
    assert book.latest() == Stamp(50, 3)
    book.append([an_entry(7, at=Stamp(49, 9))])
    assert book.latest() == Stamp(50, 3)
    book.append([an_erasure(8, "@saferoof")])
    book.append([an_entry(9, at=Stamp(2 * 10**12))])
    assert book.latest() == Stamp(2 * 10**12)


def test_entries_cannot_be_altered_or_deleted(book):
    book.append([an_entry(1)])
    for sql in ("UPDATE entries SET entry = '{}'", "DELETE FROM entries"):
        with pytest.raises(apsw.ConstraintError), book._connections.write() as connection:
            connection.execute(sql)
    assert book.entries() == [an_entry(1)]


def test_an_erasure_takes_everything_away_from_the_disk(book, tmp_path):
    book.append([an_entry(1, "@roof", note="their-secret"), an_alias(2, "@roof", "10")])
    book.append([an_entry(3, "11")])
    assert book.append([an_erasure(4, "10", "@roof")]) == 1
    assert book.entries() == [an_entry(3, "11"), an_erasure(4, "10", "@roof")]
    assert [ally.key for ally in book.allies()] == ["11"]
    assert book.ally("@roof") is None
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not any(b"their-secret" in file.read_bytes() for file in files)


def test_stale_copies_of_an_erased_ally_are_not_new(book):
    stale = [an_entry(1, "@roof"), an_alias(2, "@roof", "10"), an_entry(3, "10")]
    book.append([an_erasure(4, "10", "@roof")])
    assert book.append(stale) == 0
    assert book.append([an_entry(5, "@roof"), an_entry(6, "11")]) == 1
    assert [ally.key for ally in book.allies()] == ["11"]


def test_a_stale_alias_leads_to_what_else_must_go(book):
    book.append([an_erasure(4, "10"), an_entry(1, "@roof")])
    assert len(book.allies()) == 1
    assert book.append([an_alias(2, "@roof", "10")]) == 0
    assert book.entries() == [an_erasure(4, "10")]
    assert book.append([an_entry(3, "@roof")]) == 0


def test_two_erasure_marks_are_both_kept(book):
    assert book.append([an_erasure(1, "10")]) == 1
    assert book.append([an_erasure(2, "10")]) == 1
    assert book.append([an_erasure(2, "10")]) == 0
    assert len(book.entries()) == 2


def test_folds_taken_away_are_made_again_on_opening(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing")
        book.append([an_entry(1, "@roof"), an_alias(2, "@roof", "10"), an_entry(3, "#home")])
        before = book.allies()
        with book._connections.write() as connection:
            connection.execute("DELETE FROM allies; DELETE FROM records")
        book_id = book.info.book_id
    with Profile(tmp_path, clock) as profile:
        again = profile.shelf().open(book_id)
        assert again.allies() == before
        assert again.ally("@roof") == again.ally("10")


def test_a_book_of_before_with_a_removal_is_folded_anew_when_it_is_opened(tmp_path, clock):
    path = tmp_path / "books" / "b.sqlite3"
    migrate(path, DatabaseKind.BOOK, clock.now(), Scripts(DatabaseKind.BOOK)[:2])
    removal = an_entry(2, "@roof", {Field.STATUS: Status.REMOVED})
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO book (only, book_id, name) VALUES (1, 'b', 'Housing')")
        for one in (an_entry(1, "@roof", {Field.STATUS: Status.APPROVED}), removal):
            row = (one.entry_id, one.ally, one.at.milliseconds, one.at.counter, pack_entry(one))
            connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, 0, 0, ?)", row)
        connection.execute("INSERT INTO allies VALUES ('@roof', 'roof', 'as it was folded then')")
    with Profile(tmp_path, clock) as profile:
        assert [one.entries for one in profile.shelf().open("b").allies()] == [2]


KEYS = ("@roof", "@old", "10", "11", "#home")


@st.composite
def histories(draw: st.DrawFn) -> Sequence[Entry]:
    """Return entries of a few records; each key has at most one alias, erasures name all keys."""
    links = draw(st.dictionaries(st.sampled_from(KEYS), st.sampled_from(KEYS), max_size=3))
    edits = draw(
        st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(("a", "b"))), max_size=8)
    )
    entries = [an_entry(n, key, {Field.CATEGORY: value}) for n, (key, value) in enumerate(edits)]
    entries += [an_alias(20 + n, old, new) for n, (old, new) in enumerate(links.items())]
    marks = draw(st.lists(st.sampled_from(KEYS), max_size=2, unique=True))
    for number, key in enumerate(marks):
        ends = resolve(links, KEYS)
        record = ends[key]
        others = sorted(each for each in {*KEYS} - {record} if ends[each] == record)
        entries.append(an_erasure(40 + number, record, *others))
    return [replace(entry, by=draw(st.sampled_from((ANA, BEN)))) for entry in entries]


def folded(entries: Iterable[Entry]) -> Sequence[Ally]:
    """Return the allies of a set of entries, as the domain alone says."""
    known = tuple(entries)
    ends = resolve(aliases(known), [entry.ally for entry in known])
    records: dict[str, list[Entry]] = {}
    for entry in known:
        records.setdefault(ends[entry.ally], []).append(entry)
    allies = (fold(record) for record in records.values())
    return sorted(filter(None, allies), key=lambda ally: (ally.handle.lower(), ally.key))


@settings(max_examples=60, deadline=None)
@given(data=st.data(), history=histories())
def test_any_order_and_parts_give_what_the_domain_folds(tmp_path_factory, data, history):
    shuffled = data.draw(st.permutations([*history, *history[:3]]))
    cut = data.draw(st.integers(0, len(shuffled)))
    with Profile(tmp_path_factory.mktemp("books"), FixedClock()) as profile:
        book = profile.shelf().create("Housing")
        book.append(shuffled[:cut])
        book.append(shuffled[cut:])
        assert book.allies() == folded(history)
        assert all(book.ally(ally.key) == ally for ally in book.allies())


def test_the_first_rows_and_hashtags_are_those_that_all_begin_with(book: SqliteBook) -> None:
    keys = ["@dora", "@abe", "#winter", "#beds", "#zest", "@cleo"]
    book.append([an_entry(number, key) for number, key in enumerate(keys, 1)])
    assert book.first_rows(2) == book.rows()[:2]
    assert [line.key for line in book.first_hashtags(2)] == ["#beds", "#winter"]
    assert book.first_rows(100) == book.rows()
