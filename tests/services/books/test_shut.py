"""A book that cannot be read hides no other, is told, and is never taken for another one."""

import pytest
from msgspec.structs import replace

from allybook.domain.book.entry import Status
from allybook.domain.book.reasons import Concern
from allybook.domain.check.manners import Manners
from allybook.domain.errors import BookUnclear, Damaged, FileShut, NewerDatabase, StorageError
from allybook.domain.filters.parse import parse
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, opt_out
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.books.reasons import Scales
from allybook.services.books.roster import lay_rosters, look_at_books
from allybook.services.books.several import (
    ally_called,
    book_to_show,
    book_with,
    choose_book,
    create_book,
    current_book,
    discard_book,
)
from allybook.services.check.keep import kept_people
from allybook.services.desk import read_each
from allybook.services.lists.others import ask_about_others
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.unknown import unknown_people
from allybook.services.timeline.unmet import unmet
from allybook.ui.tabs.followback.survey import survey
from allybook.ui.tabs.timeline.offering import offer
from tests.fakes.shut import Shut, ShutShelf

ERRORS = [
    Damaged("It is damaged."),
    NewerDatabase("A newer Allybook wrote it."),
    FileShut("The disk did not take it."),
]


@pytest.fixture
def shelf(desk):
    """A shelf of which books can be shut."""
    return ShutShelf(desk.shelf)


@pytest.fixture
def desk(desk, shelf):
    return replace(desk, shelf=shelf)


@pytest.fixture
def whole(desk):
    """A book that can be read, with somebody approved and somebody who waits."""
    book = create_book(desk, "Zebra")
    nominate_handles(desk, book, ["wren", "oak"])
    approve(desk, book, ["@wren"])
    return book


@pytest.fixture(params=ERRORS, ids=lambda error: type(error).__name__)
def lost(desk, shelf, whole, request):
    """Another book, listed before it, which cannot be read from now on."""
    book = create_book(desk, "Elders")
    nominate_handles(desk, book, ["elm"])
    approve(desk, book, ["@elm"])
    desk.cache.set_mirror(book.info.book_id, "600")
    shelf.shut[book.info.book_id] = request.param
    return book


@pytest.fixture
def told(desk):
    """Why books cannot be read, as it was announced."""
    heard = []
    desk.announcer.listen(lambda changed: heard.extend(changed.shut))
    return heard


READERS = {
    "reasons": lambda desk, book: [*Scales(desk).weigh(book, book.allies())],
    "seeking": lambda desk, _book: [desk.shelf.open(book_with(desk, "@wren")).info.name],
    "mentions": lambda desk, _book: [ally_called(desk, "Wren")],
    "tags": lambda desk, _book: [*unmet(desk, parse("tag:nowhere"))],
    "categories": lambda desk, _book: [*unmet(desk, parse("category:nowhere"))],
    "unknown": lambda desk, _book: unknown_people(desk, parse("is:ally")).named,
    "others": lambda desk, _book: ask_about_others(desk, "600", frozenset(), frozenset()),
    "follow-back": lambda desk, _book: [one.name for one, _ in survey(desk, "", {}).map.books],
    "offers": lambda desk, _book: [one for one in offer(desk) if one.startswith("in:")],
}
READ = {
    "reasons": ["@oak", "@wren"],
    "seeking": ["Zebra"],
    "mentions": ["@wren"],
    "unknown": ("wren",),
    "others": None,
    "follow-back": ["Zebra"],
    "offers": ['in:"Zebra"'],
}


@pytest.mark.parametrize("name", READERS)
def test_who_reads_all_books_goes_on_and_tells_which_cannot_be_read(
    desk, shelf, whole, lost, told, name
):
    read = READERS[name](desk, whole)
    why = shelf.shut[lost.info.book_id]
    assert {*told} == {str(why)}
    if name in READ:
        assert read == READ[name]
    else:
        assert len(read) == 1


def test_who_keeps_by_a_tag_is_not_told_that_nobody_is_kept(desk, whole, lost):
    with pytest.raises(FileShut):
        kept_people(desk, Manners(tags=frozenset({"x"})))
    kept = frozenset({whole.info.book_id})
    assert kept_people(desk, Manners(books=kept)) == {}


def test_before_a_decision_it_is_told_that_nobody_knows_who_opted_out(desk, shelf, whole, lost):
    def reasons():
        told = Scales(desk).weigh(whole, whole.allies())
        return [one.reason for one in told["@oak"]]

    assert reasons() == [Concern.OUT_UNKNOWN, Concern.NO_ID]
    shelf.shut.clear()
    assert reasons() == [Concern.NO_ID]


def test_what_the_filters_know_of_it_stays(desk, whole, lost, told, shelf):
    assert not lay_rosters(desk)
    assert {"Zebra", "Elders"} <= desk.cache.roster_marks().keys()
    assert told == [str(shelf.shut[lost.info.book_id])]
    look_at_books(desk)
    assert len(told) == 2


def test_the_filters_forget_a_book_that_is_gone_once_all_can_be_read(desk, whole, lost, shelf):
    desk.cache.lay_roster("Gone", whole.rows(), mark="1")
    assert not lay_rosters(desk)
    assert "Gone" in desk.cache.roster_marks()
    shelf.shut.clear()
    assert lay_rosters(desk)
    assert "Gone" not in desk.cache.roster_marks()


@pytest.mark.parametrize("asked", ["roster_marks", "lay_roster", "accounts_by_handle"])
def test_a_damaged_cache_passes_for_no_damaged_book(desk, whole, told, asked):
    opt_out(desk, whole, ["@wren"])
    desk.cache.lay_roster("Zebra", (), mark="")
    cache = Shut(desk.cache, Damaged("The cache is damaged."))
    cache.against = frozenset({asked})
    work = link_opt_outs if asked == "accounts_by_handle" else lay_rosters
    with pytest.raises(Damaged, match="The cache is damaged"):
        work(replace(desk, cache=cache))
    assert told == []


def test_who_opted_out_by_handle_is_linked_although_another_book_is_shut(desk, whole, lost, told):
    opt_out(desk, whole, ["@wren"])
    desk.cache.save_accounts([Account("7", "wren")], desk.clock.now())
    assert link_opt_outs(desk) == 1
    assert whole.ally("7").status is Status.OPTED_OUT
    assert told


def test_a_disk_that_is_busy_is_no_book_that_cannot_be_read(desk, shelf, whole, told):
    shelf.shut[whole.info.book_id] = StorageError("Another Allybook is at work on it.")
    with pytest.raises(StorageError, match="at work"):
        [*read_each(desk, lambda book: book.rows())]
    assert told == []


def test_no_act_takes_another_book_for_one_that_cannot_be_read(desk, whole, lost):
    with pytest.raises(BookUnclear, match="No book was chosen, and this may be the one"):
        desk.book()
    assert current_book(desk) == ""
    assert desk.book("Zebra").info == whole.info
    choose_book(desk, whole.info.book_id)
    assert desk.book().info == whole.info
    choose_book(desk, lost.info.book_id)
    with pytest.raises(FileShut):
        desk.book()


def test_looking_shows_another_book_and_chooses_none(desk, shelf, whole, lost):
    assert book_to_show(desk) == whole.info.book_id
    assert desk.settings.read("book") == ""
    shelf.shut[whole.info.book_id] = Damaged("Both are damaged.")
    with pytest.raises(BookUnclear):
        book_to_show(desk)


def test_after_the_current_book_one_that_can_be_read_is_current(desk, whole, lost):
    third = create_book(desk, "Third")
    choose_book(desk, third.info.book_id)
    discard_book(desk, third.info.book_id)
    assert desk.book().info == whole.info


def test_the_first_book_is_made_only_where_there_is_none(desk, shelf, whole, lost):
    shelf.shut[whole.info.book_id] = Damaged("Both are damaged.")
    with pytest.raises(BookUnclear):
        desk.book()
    assert len(shelf.books()) == 2
