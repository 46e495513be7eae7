"""Two people hand each other copies of one book: nothing is lost, and nothing is done twice."""

from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from allybook.domain.book import edit as verbs
from allybook.domain.book.clock import moment
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.names import LONGEST
from allybook.domain.errors import BadInput, StorageError
from allybook.domain.people.accounts import Account
from allybook.services.books import edit
from allybook.services.books.bring_in import bring_in, preview, read_table
from allybook.services.books.copies import merge_copy, plan_merge_copy, save_copy
from allybook.services.books.deeds import remembered, take_back
from allybook.services.books.export import export_allies
from allybook.services.books.several import copy_book, create_book, discard_book
from allybook.services.jobs.tickets import UNWATCHED
from allybook.services.people.nominate import nominate
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import CountingScribe, Patience, make_desk

ROW, ELKE, NEW = "@harborrowsn", "@elke_v", "@newharbor"


@pytest.fixture
def two(tmp_path):
    """Ana's desk and Ben's, an hour apart, each with a profile of its own."""
    with ExitStack() as stack:
        yield [_desk(stack, tmp_path, name, hour) for hour, name in enumerate(("Ana", "Ben"), 9)]


@pytest.fixture
def shared(two, tmp_path):
    """Ana's book of two, and Ben's copy of it."""
    ana, ben = two
    book = create_book(ana, "Harbour groups")
    add(ana, book, ROW, ELKE)
    hand(ana, ben, tmp_path)
    return book.info.book_id


def _desk(stack, folder, name, hour):
    clock = FixedClock(datetime(2026, 3, 31, hour, tzinfo=UTC))
    profile = stack.enter_context(Profile(folder / name, clock))
    return replace(make_desk(profile, clock, None), scribe=CountingScribe(name, f"{name}'s laptop"))


def add(desk, book, *keys):
    nominate(desk, book, [Nominee(key, key[1:], Kind.ORGANISATION) for key in keys])
    edit.approve(desk, book, keys)


def copy_of(desk, folder, name="Harbour groups"):
    path = folder / "Harbour groups.allybook"
    save_copy(desk, desk.book(name), path)
    return desk.importers.open_book(path)


def hand(giver, taker, folder, into=""):
    return merge_copy(taker, copy_of(giver, folder), "merging a copy", into)


def names(allies):
    return [ally.handle for ally in allies]


def test_a_copy_of_years_to_come_is_refused_and_its_table_comes_in(two, shared, tmp_path):
    ana, ben = two
    ana.clock.advance(seconds=60 * 365 * 86_400)
    edit.write(ana, ana.book(), {ROW: lambda known, pen: verbs.note(known, "met them", pen)})
    before = ben.shelf.open(shared).entries()
    with pytest.raises(BadInput, match=r"is dated 16 March 2086\. If the clock of this computer"):
        hand(ana, ben, tmp_path)
    assert ben.shelf.open(shared).entries() == before
    export_allies(ana, ana.book(), tmp_path / "t.csv")
    raw = read_table(table := ben.importers.open_table(tmp_path / "t.csv"), UNWATCHED)
    bring_in(ben, ben.book(), preview(ben, ben.book(), raw, table.guess, UNWATCHED), UNWATCHED)
    (told,) = ben.book().ally(ROW).notes
    assert (told.text, moment(told.at).year) == ("2086-03-16 Ana: met them", 2026)


def test_a_book_that_is_not_here_is_made_with_its_id_and_all_its_history(two, shared):
    ana, ben = two
    here, there = ben.shelf.open(shared), ana.shelf.open(shared)
    assert (here.info, here.entries(), here.allies()) == (
        there.info,
        there.entries(),
        there.allies(),
    )


def test_a_copy_says_beforehand_who_is_new_changed_in_conflict_and_out(two, shared, tmp_path):
    ana, ben = two
    there, here = ana.shelf.open(shared), ben.shelf.open(shared)
    add(ana, there, NEW)
    edit.set_fields(ana, there, [ROW], {"category": "housing"})
    edit.set_fields(ben, here, [ROW], {"category": "shelter"})
    edit.opt_out(ana, there, [ELKE])
    was = here.allies()
    copy = copy_of(ana, tmp_path)
    plan = plan_merge_copy(ben, copy)
    told = plan.joined
    assert (names(told.new), names(told.changed)) == (["newharbor"], ["harborrowsn"])
    assert (names(told.disputed), names(told.out)) == (["harborrowsn"], ["elke_v"])
    assert (told.entries, here.allies()) == (4, was)
    done, deed = merge_copy(ben, copy, "merging a copy of Harbour groups")
    assert (done, deed.entries) == (plan, 4)
    assert here.ally(ELKE).status is Status.OPTED_OUT
    assert set(here.ally(ROW).conflicts) == {"category"}


def test_merging_twice_changes_nothing_and_both_ways_give_equal_books(two, shared, tmp_path):
    ana, ben = two
    there, here = ana.shelf.open(shared), ben.shelf.open(shared)
    add(ana, there, NEW)
    edit.add_tags(ben, here, [ROW], ["night"])
    hand(ana, ben, tmp_path)
    again, deed = hand(ana, ben, tmp_path)
    assert (again.does_nothing, deed, len(remembered(ben))) == (True, None, 1)
    hand(ben, ana, tmp_path)
    assert there.entries() == here.entries()
    assert there.allies() == here.allies()


def test_equal_books_make_equal_files(two, shared, tmp_path):
    ana, ben = two
    for desk in (ana, ben):
        save_copy(
            desk, desk.shelf.open(shared), tmp_path / f"{desk.scribe.author().person}.allybook"
        )
    assert (tmp_path / "Ana.allybook").read_bytes() == (tmp_path / "Ben.allybook").read_bytes()


def test_a_merge_is_taken_back_as_one_but_who_opted_out_stays_out(two, shared, tmp_path):
    ana, ben = two
    there, here = ana.shelf.open(shared), ben.shelf.open(shared)
    add(ana, there, NEW)
    edit.set_fields(ana, there, [ROW], {"category": "housing"})
    edit.set_fields(ana, there, [ROW], {"category": "shelter"})
    edit.opt_out(ana, there, [ELKE])
    _, deed = hand(ana, ben, tmp_path)
    take_back(ben, deed)
    assert (here.ally(NEW).status, here.ally(ROW).category) == (Status.REMOVED, "")
    assert here.ally(ELKE).status is Status.OPTED_OUT
    assert hand(ana, ben, tmp_path)[0].does_nothing


def test_whom_one_had_oneself_stays_when_an_older_nomination_is_taken_back(two, shared, tmp_path):
    ana, ben = two
    there, here = ana.shelf.open(shared), ben.shelf.open(shared)
    oak = Nominee("@oak", "oak", Kind.PERSON)
    nominate(ana, there, [oak, Nominee("@elm", "elm", Kind.PERSON)])
    nominate(ben, here, [oak])
    edit.approve(ben, here, ["@oak"])
    edit.add_note(ben, here, ["@oak"], "Beds for six.")
    was = here.ally("@oak")
    plan, deed = hand(ana, ben, tmp_path)
    assert (names(plan.joined.new), names(plan.joined.changed)) == (["elm"], [])
    assert remembered(ben) == (deed,)
    take_back(ben, deed)
    now = here.ally("@oak")
    assert (now.status, now.handle, now.notes) == (Status.APPROVED, "oak", was.notes)
    assert here.ally("@elm").status is Status.REMOVED


def test_whom_two_copies_brought_goes_out_with_the_last_of_them(two, shared, tmp_path):
    ana, ben = two
    (tmp_path / "early").mkdir()
    early = copy_of(ana, tmp_path / "early")
    with ExitStack() as stack:
        cleo = _desk(stack, tmp_path, "Cleo", 11)
        merge_copy(cleo, early, "a copy")
        oak = Nominee("@oak", "oak", Kind.PERSON)
        for desk in (ana, cleo):
            nominate(desk, desk.shelf.open(shared), [oak])
        _, later = hand(cleo, ben, tmp_path)
        _, older = hand(ana, ben, tmp_path)
    here = ben.shelf.open(shared)
    take_back(ben, older)
    assert here.ally("@oak").status is Status.NOMINATED
    take_back(ben, later)
    assert here.ally("@oak").status is Status.REMOVED


def test_a_link_that_a_copy_brought_leaves_nobody_behind_when_it_is_taken_back(
    two, shared, tmp_path
):
    ana, ben = two
    there, here = ana.shelf.open(shared), ben.shelf.open(shared)
    edit.write(ana, there, {ELKE: lambda known, pen: verbs.identify(known, "21", pen)})
    edit.approve(ana, there, ["21"])
    edit.add_note(ana, there, ["21"], "Beds for six.")
    edit.set_fields(ana, there, ["21"], {"category": "housing"})
    was = here.ally(ELKE)
    _, deed = hand(ana, ben, tmp_path)
    assert here.ally(ELKE).key == "21"
    take_back(ben, deed)
    now = here.ally(ELKE)
    assert (now.key, now.status, now.notes, now.category) == (ELKE, was.status, (), "")
    assert {ally.key for ally in here.allies() if ally.status is not Status.REMOVED} == {ELKE, ROW}


@pytest.mark.parametrize("in_trash", [False, True])
def test_who_opted_out_of_another_book_here_stays_out_of_what_a_copy_brings(
    two, shared, tmp_path, in_trash
):
    ana, ben = two
    there, here = ana.shelf.open(shared), ben.shelf.open(shared)
    add(ana, there, NEW, "@oak")
    nominate(ana, there, [Nominee("@elm", "elm", Kind.PERSON)])
    neighbours = create_book(ben, "Neighbours")
    edit.opt_out(ben, neighbours, [NEW, "@elm", ROW])
    if in_trash:
        discard_book(ben, neighbours.info.book_id)
    copy = copy_of(ana, tmp_path)
    told = plan_merge_copy(ben, copy).joined
    assert (names(told.new), sorted(names(told.barred))) == (["oak"], ["elm", "newharbor"])
    _, deed = merge_copy(ben, copy, "merging")
    assert here.ally(NEW).status is here.ally("@elm").status is Status.OPTED_OUT
    # Who was counted on here already was decided about by a person.
    assert here.ally("@oak").status is here.ally(ROW).status is Status.APPROVED
    assert plan_merge_copy(ben, copy).does_nothing
    take_back(ben, deed)
    assert here.ally(NEW).status is here.ally("@elm").status is Status.OPTED_OUT


def test_who_opted_out_of_another_book_here_stays_out_of_a_book_that_a_copy_makes(two, tmp_path):
    ana, ben = two
    add(ana, create_book(ana, "Harbour groups"), NEW, ROW)
    edit.opt_out(ben, create_book(ben, "Neighbours"), [NEW])
    ticket = Patience(stop_after=0)
    plan, _ = merge_copy(ben, copy_of(ana, tmp_path), "merging", ticket=ticket)
    assert (plan.made, names(plan.joined.barred)) == (True, ["newharbor"])
    # Stopped at once, it holds nobody yet but who stays out.
    assert [ally.status for ally in ben.book("Harbour groups").allies()] == [Status.OPTED_OUT]
    hand(ana, ben, tmp_path)
    book = ben.book("Harbour groups")
    assert book.ally(NEW).status is Status.OPTED_OUT
    assert book.ally(ROW).status is Status.APPROVED


@pytest.mark.parametrize("taken_over", [False, True], ids=["free by now", "of another by now"])
def test_a_handle_that_changed_hands_opts_nobody_out_of_what_a_copy_brings(
    two, shared, tmp_path, taken_over
):
    ana, ben = two
    neighbours = create_book(ben, "Neighbours")
    nominate(ben, neighbours, [Nominee("43", "oak", Kind.PERSON)])
    edit.opt_out(ben, neighbours, ["43"])
    add(ana, ana.shelf.open(shared), "@oak")
    copy = copy_of(ana, tmp_path)
    ben.cache.save_accounts([Account("43", "oak")], ben.clock.now())
    assert names(plan_merge_copy(ben, copy).joined.barred) == ["oak"]
    ben.cache.save_accounts([Account("43", "oak_uk")], ben.clock.now())
    if taken_over:
        ben.cache.save_accounts([Account("77", "oak")], ben.clock.now())
    plan, _ = merge_copy(ben, copy, "merging")
    assert (names(plan.joined.new), plan.joined.barred) == (["oak"], ())
    assert ben.shelf.open(shared).ally("@oak").status is Status.APPROVED


def test_who_opted_out_and_has_taken_over_a_handle_since_stays_out(two, shared, tmp_path):
    ana, ben = two
    neighbours = create_book(ben, "Neighbours")
    nominate(ben, neighbours, [Nominee("43", "oak_uk", Kind.PERSON)])
    edit.opt_out(ben, neighbours, ["43"])
    add(ana, ana.shelf.open(shared), "@oak")
    copy = copy_of(ana, tmp_path)
    ben.cache.save_accounts([Account("9", "oak")], ben.clock.now())
    ben.cache.save_accounts([Account("9", "elm")], ben.clock.now())
    ben.cache.save_accounts([Account("43", "oak")], ben.clock.now())
    plan, _ = merge_copy(ben, copy, "merging")
    assert names(plan.joined.barred) == ["oak"]
    assert ben.shelf.open(shared).ally("@oak").status is Status.OPTED_OUT


def test_an_approval_in_a_copy_of_who_opted_out_of_another_book_here_counts_for_nothing(
    two, shared, tmp_path
):
    ana, ben = two
    there, here = ana.shelf.open(shared), ben.shelf.open(shared)
    nominate(ana, there, [Nominee("@oak", "oak", Kind.PERSON)])
    hand(ana, ben, tmp_path)
    edit.opt_out(ben, create_book(ben, "Neighbours"), ["@oak"])
    assert here.ally("@oak").status is Status.NOMINATED
    edit.approve(ana, there, ["@oak"])
    plan, _ = hand(ana, ben, tmp_path)
    assert names(plan.joined.barred) == ["oak"]
    assert here.ally("@oak").status is Status.OPTED_OUT


def test_who_was_erased_here_does_not_come_back(two, shared, tmp_path):
    ana, ben = two
    there = ana.shelf.open(shared)
    edit.add_note(ana, there, [ELKE], "met at the fair")
    edit.write(ben, ben.shelf.open(shared), {ELKE: verbs.erase})
    plan, _ = hand(ana, ben, tmp_path)
    assert plan.does_nothing
    assert ben.shelf.open(shared).ally(ELKE) is None
    told = plan_merge_copy(ana, copy_of(ben, tmp_path)).joined
    assert names(told.erased) == ["elke_v"]


def test_a_copy_of_another_book_is_a_book_of_its_own_under_a_name_that_is_free(two, tmp_path):
    ana, ben = two
    for desk, key in ((ana, ROW), (ben, NEW)):
        add(desk, create_book(desk, "Harbour groups"), key)
    mine = ben.book("Harbour groups")
    with pytest.raises(BadInput, match="copy of another book, “Harbour groups”"):
        hand(ana, ben, tmp_path, into=mine.info.book_id)
    plan, deed = hand(ana, ben, tmp_path)
    assert (plan.made, deed, plan.into.name) == (True, None, "Harbour groups (2)")
    assert names(ben.book("Harbour groups (2)").allies()) == ["harborrowsn"]
    assert names(mine.allies()) == ["newharbor"]


def test_a_book_that_a_copy_makes_has_no_longer_name_than_others(two, tmp_path):
    ana, ben = two
    name = "x" * LONGEST
    add(ana, create_book(ana, name), ROW)
    create_book(ben, name)
    path = tmp_path / "long.allybook"
    save_copy(ana, ana.book(name), path)
    plan, _ = merge_copy(ben, ben.importers.open_book(path), "a copy")
    assert plan.into.name == f"{'x' * (LONGEST - 4)} (2)"


def test_books_that_began_as_one_are_merged_where_the_person_says_so(two, shared, tmp_path):
    ana, ben = two
    fork = copy_book(ben, shared, "Harbour 2026")
    edit.add_tags(ana, ana.shelf.open(shared), [ROW], ["night"])
    plan, _ = hand(ana, ben, tmp_path, into=fork.info.book_id)
    assert (plan.into, fork.ally(ROW).tags) == (fork.info, ("night",))
    assert {entry.book for entry in fork.entries()} == {fork.info.book_id}


def test_a_book_in_the_trash_is_brought_back_first(two, shared, tmp_path):
    ana, ben = two
    discard_book(ben, shared)
    with pytest.raises(BadInput, match="in the trash: bring that back"):
        hand(ana, ben, tmp_path)


def test_a_merge_that_was_stopped_goes_on_when_it_is_merged_again(two, shared, tmp_path):
    ana, ben = two
    keys = [f"@ally_{number:05}" for number in range(6_000)]
    there = ana.shelf.open(shared)
    nominate(ana, there, [Nominee(key, key[1:], Kind.ORGANISATION) for key in keys])
    copy, ticket = copy_of(ana, tmp_path), Patience(stop_after=1)
    _, deed = merge_copy(ben, copy, "merging", ticket=ticket)
    assert (deed.entries, ticket.reports) == (5_000, [(5_000, 6_000)])
    plan, _ = merge_copy(ben, copy, "merging")
    assert plan.joined.entries == 1_000
    assert ben.shelf.open(shared).entries() == there.entries()


def test_what_is_left_after_a_stop_is_what_would_come_in(two, shared, tmp_path):
    ana, ben = two
    there = ana.shelf.open(shared)
    edit.add_note(ana, there, [ELKE], "met at the fair")
    add(ana, there, NEW)
    edit.write(ben, ben.shelf.open(shared), {ELKE: verbs.erase})
    done, deed = merge_copy(ben, copy_of(ana, tmp_path), "merging", ticket=Patience(stop_after=0))
    assert (done.left, done.joined.entries, deed) == (2, 2, None)


def test_where_a_copy_cannot_be_written_it_is_said(two, shared, tmp_path):
    ana, _ = two
    with pytest.raises(StorageError, match="could not be written, because the folder is not there"):
        save_copy(ana, ana.shelf.open(shared), tmp_path / "nowhere" / "a.allybook")
