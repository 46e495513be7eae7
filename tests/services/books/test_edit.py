"""Many allies written at once: in whole lots, told of, stopped, heard of once."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.operation import Operation
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import BadInput, StorageError
from allybook.services.books.algebra import Recipe, RollKey, combine
from allybook.services.books.deeds import remember, remembered, take_back
from allybook.services.books.edit import (
    LOT,
    add_tags,
    approve,
    decline,
    in_turn,
    opt_out,
    remove,
    set_fields,
    undo_entry,
)
from allybook.services.books.several import create_book
from allybook.services.people.adding import add
from allybook.services.people.nominate import nominate_handles
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.fakes.full_book import FailingLater

MANY = LOT + 40


def crowded(desk, book, many=MANY):
    handles = [f"ally_{number}" for number in range(many)]
    nominate_handles(desk, book, handles)
    return [f"@{handle}" for handle in handles]


@pytest.fixture
def heard(desk):
    changes = []
    desk.announcer.listen(changes.append)
    return changes


def test_lots_are_told_of_and_heard_of_once(desk, heard):
    book = desk.book()
    keys = crowded(desk, book)
    heard.clear()
    ticket = Patience()
    assert len(add_tags(desk, book, keys, ["winter"], ticket)) == MANY
    assert ticket.reports == [(LOT, MANY), (MANY, MANY)]
    assert [one.books for one in heard] == [{book.info.book_id}]
    assert {line.tags for line in book.rows()} == {("winter",)}


def test_stopped_it_leaves_whole_lots_and_doing_it_again_does_the_rest(desk, heard):
    book = desk.book()
    keys = crowded(desk, book)
    heard.clear()
    assert len(approve(desk, book, keys, Patience(stop_after=1))) == LOT
    statuses = {line.key: line.status for line in book.rows()}
    assert [statuses[key] for key in keys[:LOT]] == [Status.APPROVED] * LOT
    assert {statuses[key] for key in keys[LOT:]} == {Status.NOMINATED}
    assert len(heard) == 1
    assert len(approve(desk, book, keys)) == MANY - LOT


def test_nothing_written_is_not_announced(desk, heard):
    book = desk.book()
    keys = crowded(desk, book, 3)
    heard.clear()
    assert add_tags(desk, book, keys, ["x"], Patience(stop_after=0)) == ()
    assert add_tags(desk, book, [], ["x"]) == ()
    assert heard == []


def test_adding_many_tells_of_both_its_halves(desk):
    ticket = Patience()
    nominees = [Nominee(f"@a{number}", f"a{number}", Kind.PERSON) for number in range(3)]
    assert len(add(desk, desk.book(), nominees, ticket)) == 6
    assert ticket.reports == [(3, 6), (6, 6)]


def combined(desk, ticket):
    """Move all of one book into a new one."""
    source = create_book(desk, "Source")
    approve(desk, source, crowded(desk, source))
    recipe = Recipe(
        Operation.UNION, (RollKey(source.info.book_id, "Source"),), new_name="All", move=True
    )
    plan, deed = combine(desk, recipe, "moving", ticket)
    return source, desk.book("All"), plan, deed


def test_a_move_that_is_stopped_takes_nobody_out_of_the_source(desk):
    source, target, _, deed = combined(desk, Patience(stop_after=1))
    assert len(target.rows()) == LOT
    assert {line.status for line in source.rows()} == {Status.APPROVED}
    assert deed.entries == LOT


def test_a_move_tells_of_coming_and_leaving_and_its_undo_goes_on_after_a_stop(desk):
    ticket = Patience()
    source, target, _, deed = combined(desk, ticket)
    assert ticket.reports[-1] == (2 * MANY, 2 * MANY)
    assert {line.status for line in source.rows()} == {Status.REMOVED}
    assert len(take_back(desk, deed, Patience(stop_after=1))) == LOT
    assert remembered(desk) == (deed,)
    take_back(desk, deed)
    assert remembered(desk) == ()
    assert {line.status for line in target.rows()} == {Status.REMOVED}
    assert {line.status for line in source.rows()} == {Status.APPROVED}


def test_undoing_many_is_reported(desk):
    book = desk.book()
    keys = crowded(desk, book)
    written = add_tags(desk, book, keys, ["winter"])
    deed = remember(desk, "a tag", {book.info.book_id: written})
    ticket = Patience()
    take_back(desk, deed, ticket)
    assert ticket.reports == [(LOT, MANY), (MANY, MANY)]
    assert {line.tags for line in book.rows()} == {()}


NAMES = ("elm", "oak", "fir")
ACTS = st.tuples(
    st.sampled_from(["approve", "decline", "remove", "tag", "field", "undo"]),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
)


DO = {
    "approve": approve,
    "decline": lambda desk, book, keys: decline(desk, book, keys, "no"),
    "remove": remove,
    "tag": lambda desk, book, keys: add_tags(desk, book, keys, ["winter"]),
    "field": lambda desk, book, keys: set_fields(desk, book, keys, {"category": "housing"}),
}


def do(desk, book, act, keys):
    if act in DO:
        return DO[act](desk, book, keys)
    try:
        return undo_entry(desk, book, book.entries(keys[0])[-1].entry_id)
    except BadInput:
        return ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=st.lists(ACTS, max_size=6))
def test_all_at_once_is_one_after_the_other(tmp_path_factory, acts):
    with Profile(tmp_path_factory.mktemp("profile"), FixedClock()) as profile:
        desk = make_desk(profile, FixedClock(), None)
        together, apart = create_book(desk, "Together"), create_book(desk, "Apart")
        for book in (together, apart):
            nominate_handles(desk, book, NAMES)
        for act, names in acts:
            keys = [f"@{name}" for name in names]
            do(desk, together, act, keys[:1] if act == "undo" else keys)
            for key in keys[:1] if act == "undo" else keys:
                do(desk, apart, act, [key])
        facts = [
            {line.key: line._replace(first_ms=0, last_ms=0) for line in book.rows()}
            for book in (together, apart)
        ]
        assert facts[0] == facts[1]


def test_who_cannot_be_changed_is_left_out_and_the_others_are_not(desk, heard):
    book = desk.book()
    keys = crowded(desk, book)
    for key in (keys[1], keys[-1]):
        opt_out(desk, book, [key])
    heard.clear()
    with pytest.raises(PartlyDone) as told:
        approve(desk, book, keys)
    assert str(told.value).startswith(f"{MANY - 2:,} of {MANY:,} are done. @ally_1 has opted out")
    assert str(told.value).endswith("The same or alike is true of 1 more.")
    assert len(told.value.written) == MANY - 2
    assert [line.status for line in book.rows()].count(Status.APPROVED) == MANY - 2
    assert len(heard) == 1


def test_where_nobody_can_be_changed_nothing_is_written(desk, heard):
    book = desk.book()
    keys = crowded(desk, book, 2)
    for key in keys:
        opt_out(desk, book, [key])
    heard.clear()
    with pytest.raises(BadInput, match="@ally_0 has opted out"):
        approve(desk, book, keys)
    assert heard == []


def test_a_disk_that_fails_half_way_is_told_with_what_was_written(desk):
    book = desk.book()
    keys = crowded(desk, book)
    with pytest.raises(PartlyDone) as told:
        approve(desk, FailingLater(book), keys)
    assert str(told.value) == f"{LOT:,} of {MANY:,} are done and stay so. The disk is full."
    assert len(told.value.written) == LOT
    deed = remember(desk, "approving", {book.info.book_id: told.value.written})
    take_back(desk, deed)
    assert {line.status for line in book.rows()} == {Status.NOMINATED}


def test_what_several_works_wrote_is_told_where_the_disk_fails_in_a_later_one(desk):
    book = desk.book()
    keys = crowded(desk, book, 2)
    full = FailingLater(book)
    works = [partial(add_tags, desk, full, keys, [word]) for word in ("one", "two", "three")]
    with pytest.raises(PartlyDone, match=r"^The disk is full\.$") as told:
        in_turn(works)
    assert [entry.add for entry in told.value.written] == [{"tags": ("one",)}] * 2
    with pytest.raises(StorageError):
        in_turn(works)


def test_adding_where_somebody_opted_out_meanwhile_adds_the_others(desk):
    book = desk.book()
    chosen = [Nominee(f"@{name}", name, Kind.PERSON) for name in ("elm", "oak")]
    nominate_handles(desk, book, ["oak"])
    opt_out(desk, book, ["@oak"])
    with pytest.raises(PartlyDone) as told:
        add(desk, book, chosen)
    assert {entry.ally for entry in told.value.written} == {"@elm"}
    assert len(told.value.written) == 2
    assert book.ally("@elm").status is Status.APPROVED
