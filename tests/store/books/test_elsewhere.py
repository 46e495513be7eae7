"""Two programs on one shelf: what one of them puts away or names anew, the other one knows."""

import sys
from contextlib import closing, suppress
from functools import partial
from threading import Event, Thread

import apsw
import pytest

from allybook.domain.errors import BadInput, BookGone, StorageError
from allybook.ports.books import BookInfo
from allybook.store.books.shelf import SqliteShelf
from allybook.store.books.trash import Trash, alone_with, book_gone
from allybook.store.profile import Profile
from tests.store.samples import an_entry


@pytest.fixture
def shelves(tmp_path, clock):
    """The shelves of two programs, and a book that both have open, with one entry."""
    with Profile(tmp_path, clock) as here, Profile(tmp_path, clock) as there:
        book = here.shelf().create("Housing", "0af3")
        book.append([an_entry(1)])
        assert there.shelf().open("0af3").entries() == [an_entry(1)]
        yield here.shelf(), there.shelf()


@pytest.fixture
def let_go(shelves):
    """On Windows nobody can delete what another program has open."""
    if sys.platform == "win32":
        pytest.skip("an open file cannot be deleted on Windows")


def test_who_has_a_book_open_writes_into_the_one_that_came_back(shelves, let_go):
    here, there = shelves
    held = there.open("0af3")
    here.restore(here.discard("0af3").copy)
    assert held.append([an_entry(2)]) == 1
    assert there.open("0af3").append([an_entry(3)]) == 1
    assert here.open("0af3").entries() == [an_entry(1), an_entry(2), an_entry(3)]
    assert held.entries() == here.open("0af3").entries()


def test_every_thread_knows_what_a_book_that_is_gone_was_called_last(shelves, let_go):
    here, there = shelves
    held = there.open("0af3")
    here.rename("0af3", "Homes")
    assert held.info.name == "Homes"
    here.discard("0af3")
    told = []

    def write():
        with pytest.raises(BookGone) as gone:
            held.append([an_entry(2)])
        told.append(str(gone.value))

    # It never had the file open, and cannot read what it says any more.
    thread = Thread(target=write, daemon=True)
    thread.start()
    thread.join(30)
    assert told == ["The book “Homes” was put in the trash in another window; nothing was changed."]


def test_a_book_that_comes_back_while_its_name_is_read_holds_nobody_up(shelves, let_go):
    _here, there = shelves
    held = there.open("0af3")
    file = held._connections
    place, looked = file.place, []

    def gone_at_first():
        looked.append(place())
        return looked[-1] if len(looked) > 1 else None

    file.place = gone_at_first
    told = []

    def write():
        with pytest.raises(BookGone) as gone:
            file.now()
        told.append(str(gone.value))

    thread = Thread(target=write, daemon=True)
    thread.start()
    thread.join(30)
    assert told == [
        "The book “Housing” was put in the trash in another window; nothing was changed."
    ]
    assert held.append([an_entry(2)]) == 1


def test_a_book_that_another_program_put_away_takes_nothing_more(shelves, let_go, tmp_path):
    here, there = shelves
    held = there.open("0af3")
    gone = here.discard("0af3")
    for act in (
        lambda: held.append([an_entry(2)]),
        lambda: held.amend(["1"], lambda _known, _latest: [an_entry(2)]),
        lambda: there.open("0af3"),
        lambda: there.rename("0af3", "Homes"),
        lambda: there.discard("0af3"),
    ):
        with pytest.raises(BookGone, match="“Housing” was put in the trash in another window"):
            act()
    assert there.books() == []
    # What is in sight stays there until it is read anew, also for those who read it only now.
    assert held.entries() == [an_entry(1)]
    thread = Thread(target=lambda: _look(held), daemon=True)
    thread.start()
    thread.join(20)
    assert [path.name for path in (tmp_path / "books").glob("*.sqlite3*")] == []
    here.restore(gone.copy)
    assert there.books() == [BookInfo("0af3", "Housing")]
    assert there.open("0af3").append([an_entry(2)]) == 1
    assert here.open("0af3").entries() == [an_entry(1), an_entry(2)]


def _look(held):
    with suppress(StorageError):
        held.entries()


def test_who_waits_to_write_while_a_book_is_put_away_is_told(shelves, let_go):
    here, there = shelves
    there.open("0af3")
    lost = []
    for round_ in range(4):
        book, stop = there.open("0af3"), []

        def write(book=book, stop=stop, first=100 * round_ + 10):
            kept = []
            with suppress(BookGone):
                while len(kept) < 90 and not stop:
                    book.append([an_entry(first + len(kept))])
                    kept.append(an_entry(first + len(kept)))
            stop.append(kept)

        writer = Thread(target=write, daemon=True)
        writer.start()
        gone = here.discard("0af3")
        writer.join(20)
        here.restore(gone.copy)
        here_now = {entry.entry_id for entry in here.open("0af3").entries()}
        lost += [one for one in stop[0] if one.entry_id not in here_now]
    assert lost == []


def test_a_book_that_two_programs_put_away_at_once_is_in_the_trash_once_and_whole(
    shelves, let_go, tmp_path
):
    here, there = shelves
    kept = []

    class Late(Trash):
        """A trash that another program is quicker to fill."""

        def sweep(self):
            while not kept:
                kept.append(here.discard("0af3"))

    there._trash = Late(tmp_path / "books" / "trash")
    with pytest.raises(BookGone, match="“Housing” was put in the trash in another window"):
        there.discard("0af3")
    assert (kept, here.discarded(), here.books()) == ([kept[0]], kept, [])
    assert here.restore(kept[0].copy) == BookInfo("0af3", "Housing")
    assert there.open("0af3").entries() == [an_entry(1)]


@pytest.mark.parametrize("comes_back", [False, True])
def test_who_awaits_the_turn_to_put_a_book_away_finds_it_gone(
    shelves, let_go, tmp_path, comes_back
):
    here, _there = shelves
    path = tmp_path / "books" / "0af3.sqlite3"

    def held_by_another(_connection):
        gone = here.discard("0af3")
        if comes_back:
            here.restore(gone.copy)

    went_on = []
    with (
        pytest.raises(BookGone),
        alone_with(path, held_by_another, partial(book_gone, "Housing")),
    ):
        went_on.append(True)
    assert (went_on, path.exists()) == ([], comes_back)


def test_a_copy_in_the_trash_is_never_replaced(shelves, let_go, tmp_path):
    here, _there = shelves
    path = tmp_path / "books" / "0af3.sqlite3"
    whole = path.read_bytes()
    first = here.discard("0af3")
    # As after a kill between laying the copy and deleting the book.
    path.write_bytes(whole)
    second = here.discard("0af3")
    assert [one.copy for one in here.discarded()] == [second.copy, first.copy]
    with here.trashed(first.copy) as older, here.trashed(second.copy) as newer:
        assert older.info == newer.info == BookInfo("0af3", "Housing")


def test_a_copy_that_another_program_took_out_meanwhile_is_not_made_anew(shelves, let_go, tmp_path):
    here, there = shelves
    copy = here.discard("0af3").copy

    class Late(Trash):
        """A trash that another program empties meanwhile."""

        def books(self):
            found = super().books()
            if found:
                here.restore(copy)
            return found

    there._trash = Late(tmp_path / "books" / "trash")
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(BadInput, match="in the trash; nothing was changed"):
        there._trash.put_back(copy, tmp_path / "elsewhere")
    assert here.open("0af3").entries() == [an_entry(1)]
    assert list((tmp_path / "books" / "trash").iterdir()) == []


def test_putting_a_book_away_holds_up_nobody_who_asks_for_versions(shelves, tmp_path):
    here, _there = shelves
    here.create("Food", "0bf4")
    entered, leave, told = Event(), Event(), []

    class Slow(Trash):
        """A trash that takes a book only when it is let."""

        def take(self, *given):
            entered.set()
            assert leave.wait(60)
            return super().take(*given)

    here._trash = Slow(tmp_path / "books" / "trash")
    taking = Thread(target=lambda: told.append(here.discard("0af3")), daemon=True)
    asking = Thread(target=lambda: told.append(set(here.versions())), daemon=True)
    other = Thread(target=lambda: told.append(here.open("0bf4").info), daemon=True)
    taking.start()
    assert entered.wait(60)
    for thread in (asking, other):
        thread.start()
        thread.join(20)
    assert told == [{"0bf4"}, BookInfo("0bf4", "Food")]
    leave.set()
    taking.join(60)
    assert told[2:] == here.discarded()


def test_opening_a_book_holds_up_nobody_who_asks_for_versions(tmp_path, clock):
    entered, leave, told = Event(), Event(), []

    class Slow(SqliteShelf):
        """A shelf where a book is brought to this version only when it is let."""

        def _open_file(self, book_id):
            entered.set()
            assert leave.wait(60)
            return super()._open_file(book_id)

    with Profile(tmp_path, clock) as profile:
        profile.shelf().create("Housing", "0af3")
    with closing(Slow(tmp_path / "books", clock)) as shelf:
        opening = Thread(target=lambda: shelf.open("0af3"), daemon=True)
        asking = Thread(target=lambda: told.append(shelf.versions()), daemon=True)
        opening.start()
        assert entered.wait(60)
        asking.start()
        asking.join(20)
        assert told == [{}]
        leave.set()
        opening.join(60)
        assert set(shelf.versions()) == {"0af3"}


def test_an_older_book_that_came_back_is_brought_to_this_version(shelves, let_go, tmp_path):
    here, there = shelves
    held = there.open("0af3")
    gone = here.discard("0af3")
    with closing(apsw.Connection(str(tmp_path / "books" / "trash" / gone.copy))) as connection:
        connection.execute("DELETE FROM lines; DELETE FROM allies; DELETE FROM records")
    # Restored by a program that does not open it.
    here.restore(gone.copy)
    held.append([an_entry(2)])
    assert {line.key for line in held.rows()} == {an_entry(1).ally, an_entry(2).ally}


def test_a_name_that_another_program_gave_is_the_name(shelves):
    here, there = shelves
    held = there.open("0af3")
    here.rename("0af3", "Homes")
    assert held.info == BookInfo("0af3", "Homes")
    assert there.books() == [BookInfo("0af3", "Homes")]


def test_versions_tell_which_open_book_another_program_wrote(shelves):
    here, there = shelves
    there.create("Food", "0bf4")
    before = there.versions()
    assert set(before) == {"0af3", "0bf4"}
    assert there.versions() == before
    here.open("0af3").append([an_entry(2)])
    after = there.versions()
    assert (after["0bf4"], after["0af3"] != before["0af3"]) == (before["0bf4"], True)


def test_versions_tell_that_a_book_was_put_away_and_came_back(shelves, let_go):
    here, there = shelves
    seen = [there.versions()["0af3"]]
    gone = here.discard("0af3")
    seen.append(there.versions()["0af3"])
    here.restore(gone.copy)
    there.open("0af3").info  # noqa: B018 (this opens it anew)
    seen.append(there.versions()["0af3"])
    assert len(set(seen)) == len(seen)


def test_no_book_is_opened_only_to_be_watched(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        profile.shelf().create("Housing", "0af3")
    with Profile(tmp_path, clock) as profile:
        assert profile.shelf().versions() == {}
