"""Opting out of one book holds for the others of this computer, whoever brings them in."""

import pytest

from allybook.domain.book.bring import RowFate
from allybook.domain.book.came import Came
from allybook.domain.book.columns import Column
from allybook.domain.book.entry import Status
from allybook.domain.book.operation import Operation
from allybook.domain.book.partly import PartlyDone
from allybook.domain.book.reasons import Concern, ToldConcern
from allybook.domain.errors import BadInput
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.domain.people.handles import read_pieces
from allybook.services.books.algebra import Recipe, origins_of, plan_combining
from allybook.services.books.barring import elsewhere, out_elsewhere
from allybook.services.books.bring_in import Raw, bring_in, preview
from allybook.services.books.edit import approve, opt_out
from allybook.services.books.export import count_opted_out
from allybook.services.books.reasons import Scales
from allybook.services.books.several import create_book, discard_book, restore_book
from allybook.services.people.add_one import add_one
from allybook.services.people.adding import PieceFate, add, sort_out
from allybook.services.people.nominate import nominate_handles
from tests.fakes.desk import Patience

MAPPED = (Column.HANDLE, Column.USER_ID)


@pytest.fixture
def other(desk):
    """Return an empty book beside one that @oak and the account 21, @Fir, opted out of."""
    desk.cache.save_accounts([Account("21", "Fir", "Fir Shelter")], desk.clock.now())
    first = create_book(desk, "My allies")
    opt_out(desk, first, ["@oak"])
    nominate_handles(desk, first, ["Fir"])
    opt_out(desk, first, ["21"])
    return create_book(desk, "Third")


def keys(book):
    return {ally.key for ally in book.allies()}


def test_what_is_pasted_says_which_book_they_opted_out_of(desk, other):
    found = sort_out(desk, other, read_pieces("@oak\n@elm\n@Fir"))
    assert [(line.words, line.fate, line.out_of) for line in found.lines] == [
        ("@oak", PieceFate.OUT, "My allies"),
        ("@elm", PieceFate.NEW, ""),
        ("@Fir", PieceFate.OUT, "My allies"),
    ]
    assert found.out_of == {"My allies": ("@oak", "@Fir")}
    assert [one.key for one in found.addable] == ["@elm"]


def test_who_opted_out_after_the_preview_is_left_out_of_the_act(desk, other):
    shown = sort_out(desk, other, read_pieces("@ash @elm"))
    opt_out(desk, desk.shelf.open(desk.shelf.books()[0].book_id), ["@ash"])
    with pytest.raises(PartlyDone, match=r"1 of 2 are done\. @ash has opted out of “My allies”"):
        add(desk, other, shown.addable)
    assert keys(other) == {"@elm"}
    with pytest.raises(BadInput, match=r"opted out of “My allies”.*Nobody was added"):
        add(desk, other, [shown.addable[0]])


def test_one_press_brings_nobody_in(desk, other):
    assert add_one(desk, other, Account("21", "FirNow")).came is Came.OUT
    assert keys(other) == set()


def test_who_is_named_in_a_chat_waits_in_the_inbox_with_that_as_a_reason(desk, other):
    nominate_handles(desk, other, ["oak"])
    (oak,) = other.allies()
    assert oak.status is Status.NOMINATED
    told = Scales(desk).weigh(other, [oak])[oak.key]
    assert ToldConcern(Concern.OPTED_OUT_BEFORE, "My allies") in told


def test_a_table_does_not_bring_them_in_either(desk, other):
    rows = ((2, ("oak", "")), (3, ("Fir", "")), (4, ("elm", "")), (5, ("", "21")))
    shown = preview(desk, other, Raw("a.csv", rows), MAPPED, Patience())
    out = {(one.row.handle, one.why) for one in shown.of(RowFate.OUT)}
    assert out == {(name, "opted out of “My allies”") for name in ("oak", "Fir", "")}
    opt_out(desk, desk.shelf.open(desk.shelf.books()[0].book_id), ["@elm"])
    assert bring_in(desk, other, shown, Patience()) == ()


def test_a_handle_of_another_account_is_not_barred(desk, other):
    barred = elsewhere(desk, other)
    assert barred.book_of("22", "Fir") == ""
    assert barred.book_of("@fir", "Fir") == "My allies"
    assert out_elsewhere(desk, other, ["FIR", "elm"], ["Oak"]) == {"@FIR": "My allies"}


def test_an_ally_of_this_book_is_still_one_and_the_own_book_speaks_for_itself(desk):
    first, second = create_book(desk, "One"), create_book(desk, "Two")
    nominate_handles(desk, first, ["elm"])
    approve(desk, first, ["@elm"])
    opt_out(desk, second, ["@elm"])
    found = sort_out(desk, first, read_pieces("@elm"))
    assert [(line.fate, line.out_of) for line in found.lines] == [(PieceFate.THERE, "")]
    assert (count_opted_out(desk, first), count_opted_out(desk, second)) == (0, 1)


def test_a_list_on_x_brings_nobody_in_who_opted_out_of_a_book(desk, other):
    desk.cache.save_list(XList("7", "Shelters"))
    desk.cache.save_members("7", ["21", "22"], complete=True, as_of=desk.clock.now())
    plan = plan_combining(desk, Recipe(Operation.UNION, origins_of(desk)[2:], new_name="All"))
    assert ([one.key for one in plan.new], [one.key for one in plan.out]) == (["22"], ["21"])


@pytest.fixture
def thrown_away(desk, other):
    """The same, once the book that they opted out of is in the trash."""
    discard_book(desk, desk.shelf.books()[0].book_id)
    return other


def test_a_book_in_the_trash_still_bars_who_opted_out_of_it(desk, thrown_away):
    found = sort_out(desk, thrown_away, read_pieces("@oak\n@elm\n@Fir"))
    assert found.out_of == {"My allies (in the trash)": ("@oak", "@Fir")}
    assert [one.key for one in found.addable] == ["@elm"]
    assert out_elsewhere(desk, thrown_away, ["oak", "elm"]) == {"@oak": "My allies (in the trash)"}
    nominate_handles(desk, thrown_away, ["oak"])
    told = Scales(desk).weigh(thrown_away, thrown_away.allies())
    barred = ToldConcern(Concern.OPTED_OUT_BEFORE, "My allies (in the trash)")
    assert told["@oak"][0] == barred


def test_a_book_that_came_back_speaks_for_itself_again(desk, thrown_away):
    assert elsewhere(desk, thrown_away).keys
    (gone,) = desk.shelf.discarded()
    restore_book(desk, gone.copy)
    assert set(elsewhere(desk, thrown_away).keys.values()) == {"My allies"}
