"""Acts that fail: what was written can be taken back, what was not undone tried again."""

import pytest
from msgspec.structs import replace

from allybook.domain.book.entry import Status
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import StorageError
from allybook.services.books import edit
from allybook.services.books.several import discard_book
from allybook.services.people.nominate import nominate_handles
from allybook.ui.tabs.allies.acts import Acts


@pytest.fixture
def book(bare):
    book = bare.book()
    nominate_handles(bare, book, ["elm", "oak", "fir"])
    return book


@pytest.fixture
def shelf(bare):
    return StuckShelf(bare.shelf)


@pytest.fixture
def acts(bare, book, shelf, jobs):
    return Acts(replace(bare, shelf=shelf), jobs)


@pytest.fixture
def errors(acts):
    errors = []
    acts.failed.connect(errors.append)
    return errors


@pytest.fixture
def do(acts, book, jobs, qtbot):
    """Return a function that does an act to the end."""

    def run(words, work):
        with qtbot.waitSignal(acts.rested):
            acts.do(words, book.info.book_id, work)

    return run


@pytest.fixture
def take_back(acts, qtbot):
    def run():
        with qtbot.waitSignal(acts.rested):
            acts.take_back()

    return run


def tag(word):
    return lambda desk, book, on: edit.add_tags(desk, book, ["@elm"], [word], on)


def approve(desk, book, on):
    return edit.approve(desk, book, ["@elm", "@oak", "@fir"], on)


class StuckShelf:
    """A shelf whose books cannot be opened while it is stuck."""

    def __init__(self, shelf):
        self._shelf = shelf
        self.stuck = False

    def __getattr__(self, name):
        return getattr(self._shelf, name)

    def open(self, book_id):
        if self.stuck:
            raise StorageError("Another program holds the book; try it again. Nothing is lost.")
        return self._shelf.open(book_id)


def test_an_undo_that_failed_is_tried_again_and_no_older_act_goes(
    acts, shelf, book, errors, do, take_back
):
    do("first", tag("one"))
    do("second", tag("two"))
    shelf.stuck = True
    take_back()
    shelf.stuck = False
    assert [type(one) for one in errors] == [StorageError]
    assert (acts.last, set(book.ally("@elm").tags)) == ("second", {"one", "two"})
    take_back()
    assert (acts.last, book.ally("@elm").tags) == ("first", ("one",))


def test_what_came_of_an_act_on_many_is_taken_back_as_one(acts, bare, book, errors, do, take_back):
    edit.opt_out(bare, book, ["@oak"])
    do("approving 3", approve)
    assert [type(one) for one in errors] == [PartlyDone]
    assert str(errors[0]).startswith("2 of 3 are done. @oak has opted out")
    assert acts.last == "approving 3"
    take_back()
    assert [book.ally(key).status for key in ("@elm", "@fir")] == [Status.NOMINATED] * 2
    assert acts.last == ""


def test_an_act_on_a_book_in_the_trash_does_not_stand_in_the_way(
    acts, bare, book, errors, do, take_back
):
    do("tagging", tag("one"))
    discard_book(bare, book.info.book_id)
    take_back()
    assert len(errors) == 1
    assert acts.last == ""


def test_whom_somebody_approved_since_stays_and_is_told(acts, bare, book, do, take_back):
    told = []
    acts.stayed.connect(told.append)
    do("adding 2", lambda desk, book, on: nominate_handles(desk, book, ["yew", "ash"]))
    edit.approve(bare, book, ["@yew"])
    take_back()
    assert [book.ally(key).status for key in ("@yew", "@ash")] == [
        Status.APPROVED,
        Status.REMOVED,
    ]
    assert told == ["1 ally that came by it stays: somebody decided about it since."]
