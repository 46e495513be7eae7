"""The lines of a book, and what is written from what is read."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.book.entry import Author, Field, Stamp, Status
from allybook.domain.book.fold import fold
from allybook.domain.book.line import line_of
from allybook.domain.errors import BadInput
from allybook.store.database.connection import connect
from allybook.store.database.migration import DatabaseKind, Scripts, migrate
from allybook.store.profile import Profile
from tests.domain.book.histories import HISTORIES, everything
from tests.fakes.clock import NOON, FixedClock
from tests.programs import PATIENCE, ending, next_line
from tests.store.books.test_book import an_alias, an_erasure, histories
from tests.store.samples import an_entry

if TYPE_CHECKING:
    from allybook.store.books.book import SqliteBook

BEN = Author("Ben", "laptop-2")
EDITORS = 2
EDITS = 30
EDITOR = """
import sys
from pathlib import Path
from msgspec.structs import force_setattr
from allybook.domain.book.entry import Author
from allybook.domain.book.ids import entry_id
from allybook.services.books import edit
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import CountingScribe, make_desk

home, name, edits = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])


class Scribe(CountingScribe):
    def entry_id(self, at):
        self._written += 1
        return entry_id(at, self._written * 16 + int(name))


with Profile(home, FixedClock()) as profile:
    desk = make_desk(profile, FixedClock(), None)
    force_setattr(desk, "scribe", Scribe())
    book = desk.book()
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(edits):
        edit.set_fields(desk, book, ["@roof"], {"category": f"{name}-{number}"})
        edit.add_tags(desk, book, ["@roof"], [f"{name}-{number}"])
"""


@pytest.fixture
def book(profile: Profile) -> SqliteBook:
    return profile.shelf().create("Housing")


def told(book: SqliteBook):
    """Return the lines that the allies and their entries give."""
    return [line_of(ally, book.entries(ally.key)) for ally in book.allies()]


def test_a_line_tells_what_a_table_shows(book):
    book.append(
        [
            an_entry(1, "@roof", {Field.HANDLE: "Roof", Field.NOMINATED_BY: "Cleo"}),
            an_entry(2, "@roof", {Field.CATEGORY: "Übernacht"}, note="Met at the chat"),
            an_entry(
                3,
                "@roof",
                {Field.CATEGORY: "food", Field.STATUS: Status.NOMINATED},
                by=BEN,
                add={"tags": ("beds",), "evidence": ("5:6", "on_list:7")},
            ),
        ]
    )
    (line,) = book.rows()
    assert (line.handle, line.category, line.tags) == ("Roof", "food", ("beds",))
    assert line.conflicts == (("category", 2),)
    assert line.nominated_by == ("Cleo", "Ben")
    assert (line.namings, line.notes, line.entries) == (1, ("Met at the chat",), 3)
    assert line.words == "roof\nfood\nbeds\nmet at the chat"


def test_lines_of_some_keys_follow_aliases_and_come_once(book):
    book.append([an_entry(1, "@roof"), an_entry(2, "10"), an_alias(3, "@roof", "10")])
    book.append([an_entry(4, "11")])
    assert [line.key for line in book.lines(["@roof", "10", "@nobody"])] == ["10"]
    assert book.lines([]) == []
    book.append([an_erasure(5, "10", "@roof")])
    assert book.lines(["@roof", "10"]) == []
    assert [line.key for line in book.rows()] == ["11"]


def test_entries_of_several_keys_come_at_once(book):
    book.append([an_entry(1, "@roof"), an_entry(2, "10"), an_alias(3, "@roof", "10")])
    found = book.entries_of(["10", "@nobody", "@roof"])
    assert list(found) == ["10", "@nobody", "@roof"]
    assert list(found["10"]) == list(found["@roof"]) == list(book.entries("10"))
    assert list(found["@nobody"]) == []


def test_what_is_made_is_kept_and_what_fails_leaves_the_book_as_it_was(book):
    book.append([an_entry(1, "10"), an_entry(2, "11")])

    def make(known, last):
        assert {key: len(those) for key, those in known.items()} == {"10": 1, "11": 1}
        assert last == an_entry(2).at
        return [an_entry(3, "10", {Field.CATEGORY: "shelter"})]

    assert [entry.entry_id for entry in book.amend(["10", "11"], make)] == [an_entry(3).entry_id]
    assert book.ally("10").category == "shelter"

    def fail(_known, _last):
        raise BadInput("No.")

    before = book.entries()
    with pytest.raises(BadInput):
        book.amend(["10"], fail)
    assert book.entries() == before


def test_whoever_was_erased_is_not_written_about(book):
    book.append([an_erasure(1, "10")])
    assert book.amend(["10"], lambda _known, _last: [an_entry(2, "10")]) == []
    assert book.rows() == []


def test_an_old_book_gets_its_lines_on_opening(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        book = profile.shelf().create("Housing")
        book.append([an_entry(1, "@roof"), an_entry(2, "11"), an_alias(3, "@roof", "10")])
        before, book_id = book.allies(), book.info.book_id
    file = tmp_path / "books" / f"{book_id}.sqlite3"
    connection = connect(file)
    entries = connection.execute("SELECT * FROM entries").fetchall()
    connection.close()
    old = tmp_path / "old.sqlite3"
    migrate(old, DatabaseKind.BOOK, NOON, Scripts(DatabaseKind.BOOK)[:1])
    connection = connect(old)
    connection.execute("INSERT INTO book VALUES (1, ?, 'Housing', 9, 0)", (book_id,))
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", entries)
    connection.execute("INSERT INTO allies VALUES ('11', 'x', '{}')")
    connection.close()
    file.unlink()
    old.rename(file)
    with Profile(tmp_path, clock) as profile:
        again = profile.shelf().open(book_id)
        assert again.allies() == before
        assert again.rows() == told(again)
        assert again.latest() == Stamp(9)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), history=histories())
def test_rows_are_always_what_the_allies_give(tmp_path_factory, data, history):
    cut = data.draw(st.integers(0, len(history)))
    with Profile(tmp_path_factory.mktemp("books"), FixedClock()) as profile:
        book = profile.shelf().create("Housing")
        for part in (history[:cut], history[cut:]):
            book.append(part)
            assert book.rows() == told(book)
            assert book.lines([line.key for line in book.rows()]) == book.rows()


@settings(max_examples=40, deadline=None)
@given(laptops=HISTORIES)
def test_amending_gives_what_appending_gives(tmp_path_factory, laptops):
    entries = sorted(everything(laptops), key=lambda entry: entry.entry_id)
    with Profile(tmp_path_factory.mktemp("books"), FixedClock()) as profile:
        appended, amended = (profile.shelf().create(name) for name in "AB")
        for entry in entries:
            new = appended.append([entry])
            kept = amended.amend([entry.ally], lambda _known, _last, one=entry: [one])
            assert len(kept) >= new
        assert amended.entries() == appended.entries()
        assert amended.allies() == appended.allies()
        assert amended.rows() == appended.rows() == told(appended)


def begin_editor(folder, number):
    words = [sys.executable, "-c", EDITOR, str(folder), str(number), str(EDITS)]
    pipe = subprocess.PIPE
    return ending(subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True))


def test_two_processes_never_contradict_each_other(tmp_path):
    with Profile(tmp_path, FixedClock()) as profile:
        book = profile.shelf().create("My allies")
        book.append([an_entry(1, "@roof", {Field.HANDLE: "Roof"})])
    with ExitStack() as stack:
        editors = [stack.enter_context(begin_editor(tmp_path, one)) for one in range(EDITORS)]
        assert [next_line(editor) for editor in editors] == ["ready\n"] * EDITORS
        for editor in editors:
            editor.stdin.write("go\n")
            editor.stdin.flush()
        assert [editor.communicate(timeout=PATIENCE)[0] for editor in editors] == [""] * EDITORS
    assert [editor.returncode for editor in editors] == [0] * EDITORS
    with Profile(tmp_path, FixedClock()) as profile:
        book = profile.shelf().open(profile.shelf().books()[0].book_id)
        entries = book.entries("@roof")
        (ally,) = book.allies()
    assert len(entries) == 1 + EDITORS * EDITS * 2
    assert ally.conflicts == {}
    assert len(ally.tags) == EDITORS * EDITS
    stamps = [entry.at for entry in entries]
    assert len(set(stamps)) == len(stamps)
    assert ally == fold(entries)
    # Each change of the category names the one before it, whoever wrote that.
    changes = [entry for entry in entries if Field.CATEGORY in entry.set]
    for before, after in pairwise(changes):
        assert after.seen[Field.CATEGORY] == (before.entry_id,)
