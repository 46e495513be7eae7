"""Combining books and X Lists: planned first, one act, and taken back as one."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from allybook.domain.book.edit import Nominee, erase
from allybook.domain.book.entry import Author, Kind, Status
from allybook.domain.book.operation import Operation
from allybook.domain.errors import BadInput
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.services.books.algebra import Recipe, RollKey, combine, origins_of, plan_combining
from allybook.services.books.deeds import remembered, take_back
from allybook.services.books.edit import (
    add_note,
    add_tags,
    append,
    approve,
    decline,
    opt_out,
    remove,
    set_fields,
    write,
)
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate, nominate_handles
from allybook.store.profile import Profile
from tests.fakes.desk import make_desk

UNION, INTERSECTION, DIFFERENCE = Operation


@pytest.fixture
def fill(desk):
    """Return a function that makes a book with these approved handles."""

    def make(name, *handles):
        book = create_book(desk, name)
        nominate_handles(desk, book, handles)
        approve(desk, book, [ally.key for ally in book.allies()])
        return book

    return make


def origin(book):
    return RollKey(book.info.book_id, book.info.name)


def recipe(operation, *books, into=None, **more):
    place = {"book_id": into.info.book_id} if into else {"new_name": "All"}
    return Recipe(operation, tuple(map(origin, books)), **place, **more)


def approved(book):
    return {ally.handle for ally in book.allies() if ally.status is Status.APPROVED}


def handles(members):
    return [member.handle for member in members]


def test_a_union_makes_a_new_book_and_writes_one_entry_for_each(desk, fill):
    one, two = fill("One", "elm", "oak"), fill("Two", "Oak", "fir")
    add_tags(desk, two, ["@oak", "@fir"], ["night"])
    asked = recipe(UNION, one, two)
    plan = plan_combining(desk, asked)
    assert (handles(plan.new), plan.repeats) == (["elm", "oak", "fir"], 1)
    assert len(desk.shelf.books()) == 2
    done, deed = combine(desk, asked, "a union")
    book = desk.book("All")
    assert approved(book) == {"elm", "oak", "fir"}
    assert (len(book.entries()), deed.entries, done.new) == (3, 3, plan.new)
    assert book.ally("@oak").tags == ("night",)


@pytest.mark.parametrize(
    ("operation", "expected"),
    [(INTERSECTION, {"oak"}), (DIFFERENCE, {"elm"}), (UNION, {"elm", "oak", "fir"})],
)
def test_each_operation(desk, fill, operation, expected):
    combine(desk, recipe(operation, fill("One", "elm", "oak"), fill("Two", "oak", "fir")), "")
    assert approved(desk.book("All")) == expected


def test_who_opted_out_of_or_was_erased_from_any_of_them_stays_out(desk, fill):
    one, two = fill("One", "elm", "oak", "yew"), fill("Two", "fir")
    target = fill("All allies", "ash")
    opt_out(desk, two, ["@oak"])
    opt_out(desk, target, ["@elm"])
    write(desk, two, {"@fir": erase})
    nominate_handles(desk, one, ["fir"])
    approve(desk, one, ["@fir"])
    plan, _ = combine(desk, recipe(UNION, one, two, into=target), "")
    assert set(handles(plan.out)) == {"oak", "elm", "fir"}
    assert approved(target) == {"ash", "yew"}


def test_who_was_declined_or_removed_is_named_with_the_reason(desk, fill):
    one, target = fill("One", "elm", "oak", "fir"), fill("Target", "elm", "oak")
    decline(desk, target, ["@elm"], "no")
    remove(desk, target, ["@oak"])
    plan, _ = combine(desk, recipe(UNION, one, into=target), "")
    assert [(m.handle, why) for m, why in plan.left] == [
        ("elm", "declined in this book"),
        ("oak", "removed from this book"),
    ]
    assert approved(target) == {"fir"}
    assert target.ally("@elm").status is Status.DECLINED


def test_the_act_is_taken_back_as_one_after_a_restart(tmp_path, desk, clock, fill):
    one, target = fill("One", "elm", "oak"), fill("Target", "oak", "fir")
    add_tags(desk, one, ["@oak"], ["night"])
    before = {ally.key: (ally.status, ally.tags) for ally in target.allies()}
    combine(desk, recipe(UNION, one, into=target), "union of 1 book")
    with Profile(tmp_path / "profile", clock) as again:
        later = make_desk(again, clock, None)
        (deed,) = remembered(later)
        assert deed.words == "union of 1 book"
        take_back(later, deed)
        book = later.book("Target")
        now = {ally.key: (ally.status, ally.tags) for ally in book.allies()}
        assert now == before | {"@elm": (Status.REMOVED, ())}
        assert remembered(later) == ()
        plan, _ = combine(later, recipe(UNION, one, into=book), "again")
        assert approved(book) == {"elm", "oak", "fir"}
        assert not plan.left


def test_moving_takes_them_out_of_where_they_were_and_back_with_one_undo(desk, fill):
    one, two, target = fill("One", "elm", "oak"), fill("Two", "oak"), fill("Target", "fir")
    decline(desk, target, [], "")
    asked = recipe(UNION, one, two, into=target, move=True, only=frozenset({"@oak"}))
    plan, deed = combine(desk, asked, "moving 1")
    assert (handles(plan.new), approved(one), approved(two)) == (["oak"], {"elm"}, set())
    assert approved(target) == {"fir", "oak"}
    take_back(desk, deed)
    assert (approved(one), approved(two), approved(target)) == ({"elm", "oak"}, {"oak"}, {"fir"})


def test_who_does_not_come_in_does_not_leave(desk, fill):
    one, target = fill("One", "ash", "elm", "oak"), fill("Target", "ash", "elm")
    decline(desk, target, ["@ash"], "no")
    opt_out(desk, target, ["@oak"])
    remove(desk, target, ["@elm"])
    plan, _ = combine(desk, recipe(UNION, one, into=target, move=True), "")
    assert approved(one) == {"ash", "elm", "oak"}
    assert (plan.incoming, plan.same) == ((), ())


def test_who_comes_in_leaves_each_source_under_whatever_key_it_knows_them(desk, fill):
    by_handle, by_id = fill("Handle", "oak"), fill("Id")
    nominate(desk, by_id, [Nominee("21", "Oak", Kind.PERSON)])
    approve(desk, by_id, ["21"])
    asked = recipe(UNION, by_handle, by_id, move=True)
    plan, deed = combine(desk, asked, "moving")
    assert list(plan.leaving.values()) == [("@oak",), ("21",)]
    assert approved(desk.book("All")) == {"oak"}
    assert approved(by_handle) | approved(by_id) == set()
    take_back(desk, deed)
    assert (approved(by_handle), approved(by_id)) == ({"oak"}, {"Oak"})


def test_an_older_note_that_came_along_does_not_take_out_who_was_there(desk, clock, fill):
    one = fill("One", "elm", "fir")
    add_note(desk, one, ["@elm"], "Called.")
    clock.advance(seconds=3600)
    target = fill("Target", "elm")
    _, deed = combine(desk, recipe(UNION, one, into=target, move=True), "moving 2")
    take_back(desk, deed)
    assert (approved(one), approved(target)) == ({"elm", "fir"}, {"elm"})
    assert (target.ally("@elm").notes, target.ally("@fir").status) == ((), Status.REMOVED)


def test_a_list_on_x_is_a_source_as_it_was_read_last(desk, fill):
    now = datetime(2026, 3, 30, tzinfo=UTC)
    desk.cache.save_accounts([Account("21", "Elm", "Elm Shelter")], now)
    desk.cache.save_list(XList("7", "Shelters"))
    desk.cache.save_list(XList("8", "Never read"))
    desk.cache.save_members("7", ["21", "22"], complete=True, as_of=now)
    known = origins_of(desk)
    assert [(one.name, one.as_of) for one in known] == [("Shelters", now)]
    combine(desk, Recipe(UNION, known, new_name="All"), "")
    book = desk.book("All")
    assert {ally.key: ally.kind.value for ally in book.allies()} == {
        "21": "organisation",
        "22": "person",
    }
    mine = fill("Mine", "elm", "oak")
    both = Recipe(INTERSECTION, (origin(mine), *known), new_name="Both")
    assert [member.user_id for member in plan_combining(desk, both).new] == ["21"]


def test_a_handle_in_the_target_goes_on_under_the_id_that_comes(desk, fill):
    target = fill("Target", "Elm")
    desk.cache.save_accounts([Account("21", "Elm")], desk.clock.now())
    one = fill("One", "Elm")
    plan, deed = combine(desk, recipe(UNION, one, into=target), "")
    assert handles(plan.changed) == ["Elm"]
    assert [ally.key for ally in target.allies()] == ["21"]
    take_back(desk, deed)
    assert [ally.key for ally in target.allies()] == ["@elm"]


def test_bad_recipes_are_refused(desk, fill):
    one = fill("One", "elm")
    for asked in (
        Recipe(UNION, (), new_name="All"),
        Recipe(UNION, (origin(one),)),
        recipe(DIFFERENCE, one, move=True),
        Recipe(UNION, (RollKey("9", "X", is_list=True),), new_name="A"),
    ):
        with pytest.raises(BadInput):
            combine(desk, asked, "")
    with pytest.raises(BadInput, match="There is a book"):
        combine(desk, Recipe(UNION, (origin(one),), new_name="one"), "")


def test_nothing_to_do_is_said(desk, fill):
    one, target = fill("One", "elm"), fill("Target", "elm")
    plan, deed = combine(desk, recipe(UNION, one, into=target), "")
    assert (plan.does_nothing, deed) == (True, None)


def test_opting_out_goes_along_into_a_new_book_and_stays_when_the_act_is_taken_back(desk, fill):
    desk.cache.save_accounts([Account("21", "Fir")], desk.clock.now())
    one = fill("One", "elm", "oak", "fir")
    opt_out(desk, one, ["@oak"])
    opt_out(desk, one, ["21"])
    plan, deed = combine(desk, recipe(UNION, one), "a union")
    book = desk.book("All")
    assert sorted(handles(plan.barring.new)) == ["Fir", "oak"]
    assert not plan.out
    take_back(desk, deed)
    assert {(a.key, a.handle, a.status.value) for a in book.allies()} == {
        ("@elm", "elm", "removed"),
        ("@oak", "oak", "opted_out"),
        ("21", "Fir", "opted_out"),
    }
    nominate_handles(desk, book, ["oak"])
    assert book.ally("@oak").status is Status.OPTED_OUT


def test_who_is_listed_in_the_target_is_named_and_then_opted_out_there(desk, fill):
    one, target = fill("One", "elm", "oak"), fill("Target", "oak")
    opt_out(desk, one, ["@oak"])
    asked = recipe(UNION, one, into=target)
    assert handles(plan_combining(desk, asked).barring.ended) == ["oak"]
    assert target.ally("@oak").status is Status.APPROVED
    combine(desk, asked, "")
    assert target.ally("@oak").status is Status.OPTED_OUT
    again, deed = combine(desk, asked, "")
    assert (again.does_nothing, deed) == (True, None)


def test_who_was_erased_from_a_source_is_known_to_the_target_by_the_mark_only(desk, fill):
    one = fill("One", "elm", "oak")
    write(desk, one, {"@oak": erase})
    plan, _ = combine(desk, recipe(UNION, one), "")
    book = desk.book("All")
    assert (plan.barring.erased, tuple(book.erased())) == (("@oak",), ("@oak",))
    assert book.ally("@oak") is None
    assert [entry.set for entry in book.entries() if entry.erased] == [{}]


def test_who_moves_takes_notes_reason_evidence_and_nominator_along(desk, fill):
    theirs, one, target = create_book(desk, "Theirs"), create_book(desk, "One"), fill("To", "fir")
    nominate_handles(desk, theirs, ["elm"])
    add_note(desk, theirs, ["@elm"], "Called in May.")
    add_note(desk, theirs, ["@elm"], "Beds for six.")
    bea = Author("Bea", "bea")
    own = [replace(entry, book=one.info.book_id, by=bea) for entry in theirs.entries()]
    append(desk, one, own)
    approve(desk, one, ["@elm"])
    nominate(desk, one, [Nominee("@elm", "elm", Kind.PERSON, evidence=("7:21",))])
    set_fields(desk, one, ["@elm"], {"reason": "They host."})
    before = one.ally("@elm")
    asked = recipe(UNION, one, into=target, move=True)
    assert plan_combining(desk, asked).notes == 2
    _, deed = combine(desk, asked, "moving 1")
    now = target.ally("@elm")
    assert [(n.text, n.by, n.at) for n in now.notes] == [(n.text, n.by, n.at) for n in before.notes]
    assert (now.reason, now.evidence) == ("They host.", ("7:21",))
    assert target.lines(["@elm"])[0].nominated_by == ("Bea",)
    take_back(desk, deed)
    assert (target.ally("@elm").status, target.ally("@elm").notes) == (Status.REMOVED, ())
    assert approved(one) == {"elm"}
    combine(desk, asked, "again")
    assert (len(target.ally("@elm").notes), target.ally("@elm").flags) == (2, frozenset())


def test_the_notes_go_where_the_ally_goes_that_the_target_knows_by_handle_only(desk, fill):
    target = fill("Target", "Elm")
    desk.cache.save_accounts([Account("21", "Elm")], desk.clock.now())
    one = create_book(desk, "One")
    nominate(desk, one, [Nominee("21", "Elm", Kind.PERSON)])
    approve(desk, one, ["21"])
    add_note(desk, one, ["21"], "Called.")
    asked = recipe(UNION, one, into=target, move=True)
    plan, _ = combine(desk, asked, "")
    assert plan.key_of(plan.changed[0]) == "@elm"
    assert [(ally.key, [note.text for note in ally.notes]) for ally in target.allies()] == [
        ("21", ["Called."])
    ]


def test_of_two_accounts_with_one_handle_the_act_links_the_one_that_the_plan_did(desk, fill):
    """Where the first comes in new, and the second is who the target knows by the handle."""
    one, target = create_book(desk, "One"), create_book(desk, "Target")
    both = [Nominee(key, "Elm", Kind.PERSON) for key in ("21", "22")]
    nominate(desk, one, both)
    approve(desk, one, ["21", "22"])
    nominate_handles(desk, target, ["Elm"])
    approve(desk, target, ["@elm"])
    plan, _ = combine(desk, recipe(UNION, one, into=target), "")
    (changed,), (new,) = plan.changed, plan.new
    assert target.ally("@elm").key == changed.key
    assert target.ally(new.key).key == new.key


def test_a_handle_that_changed_hands_is_nobody_with_an_id(desk, clock, fill):
    target, one = fill("Target", "elm"), fill("One", "elm", "oak")
    known = create_book(desk, "Known")
    nominate(desk, known, [Nominee("22", "elm", Kind.PERSON)])
    approve(desk, known, ["22"])
    earlier = clock.now()
    desk.cache.save_accounts([Account("21", "elm")], earlier)
    clock.advance(seconds=60)
    desk.cache.save_accounts([Account("21", "elm_2"), Account("22", "elm")], clock.now())
    # The book's decision about the former holder is none about the one of today.
    plan, _ = combine(desk, recipe(UNION, known, into=target), "")
    assert [member.key for member in plan.new] == ["22"]
    assert {ally.key for ally in target.allies()} == {"@elm", "22"}
    # Nor the other way round, nor where both come.
    plan, _ = combine(desk, recipe(UNION, one, into=known), "")
    assert {member.key for member in plan.new} == {"@elm", "@oak"}
    assert [member.key for member in plan_combining(desk, recipe(UNION, one, target)).new] == [
        "@elm",
        "@oak",
        "22",
    ]


def test_a_note_that_the_target_has_is_not_written_twice(desk, fill):
    one, target = fill("One", "elm"), fill("Target", "fir")
    add_note(desk, one, ["@elm"], "Called.")
    combine(desk, recipe(UNION, one, into=target, move=True), "")
    approve(desk, one, ["@elm"])
    combine(desk, recipe(UNION, one, into=target, move=True), "")
    assert [note.text for note in target.ally("@elm").notes] == ["Called."]
    assert approved(one) == set()


def test_nominations_are_not_taken_and_counted(desk, fill):
    one, two = fill("One", "elm"), fill("Two", "oak")
    nominate_handles(desk, one, ["ash", "oak", "yew"])
    opt_out(desk, two, ["@yew"])
    plan = plan_combining(desk, recipe(UNION, one, two))
    assert (handles(plan.new), handles(plan.waiting)) == (["elm", "oak"], ["ash"])
    assert not plan_combining(desk, recipe(DIFFERENCE, two, one)).waiting
