"""What a copy would change is told beforehand exactly as it then happens, for any two histories."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.ally import Flag
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Stamp, Status
from allybook.domain.book.fold import aliases, fold, resolve
from allybook.domain.book.joining import Joined, join, keys_in
from tests.domain.book.histories import FINAL, HISTORIES, KEY, Laptop, meet, nominated

GONE = {Status.REMOVED, Status.DECLINED}
COUNTS = {"first_at": Stamp(0), "last_at": Stamp(0), "entries": 0}


def told_of(mine, theirs):
    """Return what joining another laptop's entries would do here."""
    known = {entry.entry_id for entry in mine.entries}
    fresh = [entry for entry in theirs.entries if entry.entry_id not in known]
    return join(book_of(mine), mine.entries, fresh), fresh


def book_of(laptop):
    """Return the allies of a laptop by key: linked records are one, and may have been parted."""
    ends = resolve(aliases(laptop.entries), [entry.ally for entry in laptop.entries])
    records = {}
    for entry in laptop.entries:
        records.setdefault(ends[entry.ally], []).append(entry)
    return {ally.key: ally for ally in map(fold, records.values()) if ally is not None}


def seen(book):
    """Return what people see of a book."""
    return {key: replace(ally, **COUNTS) for key, ally in book.items()}


def is_kept(ally):
    """Return whether somebody went on with an ally whom another had removed."""
    return ally is not None and Flag.BROUGHT_BACK in ally.flags


@given(HISTORIES, st.permutations(range(3)))
def test_who_opted_out_elsewhere_is_told_apart_where_they_would_come_in(laptops, order):
    mine, theirs = laptops[order[0]], laptops[order[1]]
    known = {entry.entry_id for entry in mine.entries}
    fresh = [entry for entry in theirs.entries if entry.entry_id not in known]
    before = book_of(mine)
    plain = join(before, mine.entries, fresh)
    told = join(before, mine.entries, fresh, lambda _ally: True)
    mine.read(theirs)
    approved = {key for key, ally in before.items() if ally.status is Status.APPROVED}
    after = {key for key, ally in book_of(mine).items() if ally.status is Status.APPROVED}
    assert not told.new
    assert {ally.key for ally in told.changed if ally.status is Status.APPROVED} <= after
    everyone = {ally.key: ally for ally in (*plain.new, *plain.changed)}
    assert everyone == {ally.key: ally for ally in (*told.barred, *told.changed)}
    ends = resolve(aliases(mine.entries), approved)
    counted_on = {ends[key] for key in approved}
    assert after - counted_on <= {ally.key for ally in told.barred}
    assert (told.out, told.erased, told.entries) == (plain.out, plain.erased, plain.entries)


@given(HISTORIES, st.permutations(range(3)), st.lists(FINAL, max_size=1))
def test_what_is_told_is_what_happens(laptops, order, final):
    mine, theirs = laptops[order[0]], laptops[order[1]]
    if theirs.ally is not None and theirs.ally.status is not Status.OPTED_OUT:
        for verb in final:
            theirs.write(verb)
    before = book_of(mine)
    told, fresh = told_of(mine, theirs)
    mine.read(theirs)
    after = book_of(mine)
    everyone = {ally.key: ally for ally in (*told.new, *told.changed, *told.out)}
    assert everyone.items() <= after.items()
    assert all(one in (*told.new, *told.changed) for one in told.disputed)
    assert all(ally.conflicts for ally in told.disputed)
    assert {ally.key for ally in told.back} == {
        key
        for key, ally in after.items()
        if ally.status not in {*GONE, Status.OPTED_OUT}
        and key in before
        and before[key].status is Status.REMOVED
    } | {
        key
        for key, ally in after.items()
        if ally.status not in GONE and is_kept(ally) and not is_kept(before.get(key))
    }
    assert {ally.key for ally in told.erased}.isdisjoint(after)
    assert all(one in before.values() for one in told.erased)
    untold = {key: ally for key, ally in seen(after).items() if key not in everyone}
    for key, ally in untold.items():
        silent = ally.status in GONE and key not in before
        assert silent or ally == seen(before)[key]
    assert bool(fresh) >= bool(told.entries)
    assert told_of(mine, theirs)[0] == Joined()


@given(HISTORIES)
def test_in_whatever_order_and_however_often_copies_are_joined_they_give_one_book(laptops):
    ana, ben, cleo = laptops
    first, second = Laptop("Ana", ana.entries), Laptop("Ben", ben.entries)
    for other in (ben, cleo, ben):
        first.read(other)
    for other in (cleo, ana, ana):
        second.read(other)
    assert fold(first.entries) == fold(second.entries)
    assert told_of(first, second)[0] == told_of(second, first)[0] == Joined()


def test_a_link_that_was_taken_back_makes_nobody_changed():
    ana, ben = nominated("Ana", "Ben")
    ana.undo(ana.do(edit.identify, "77"))
    ben.do(edit.identify, "77")
    ben.do(edit.nominate, Nominee("77", "SafeRoofNet", Kind.ORGANISATION))
    meet(ana, ben)
    assert sorted(book_of(ana)) == ["77", "@saferoofnet"]
    assert told_of(ana, ben)[0] == Joined()


def test_a_handle_that_a_colleague_linked_to_its_id_is_a_change_and_nobody_new():
    ana, ben = nominated("Ana", "Ben")
    link = ben.do(edit.identify, "77")
    under = ben.do(edit.nominate, Nominee("77", "SafeRoofNet", Kind.ORGANISATION, "housing"))
    told, _ = told_of(ana, ben)
    assert (told.new, [ally.key for ally in told.changed]) == ((), ["77"])
    assert set(told.met) == {link.entry_id, under.entry_id}


def test_who_was_removed_over_there_before_they_were_known_here_is_nobody_new():
    ana, ben = nominated("Ana")[0], Laptop("Ben")
    ben.do(edit.nominate, edit.Nominee("@other", "other", Kind.PERSON))
    ben.do(edit.remove)
    assert told_of(ana, ben)[0] == Joined(entries=2)
    assert keys_in(ben.entries) == {"@other"}


def test_whom_somebody_had_removed_and_a_copy_has_again_is_told():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.remove)
    ben.do(edit.note, "they house families")
    assert [ally.key for ally in told_of(ana, ben)[0].back] == [KEY]
    assert [ally.key for ally in told_of(ben, ana)[0].back] == [KEY]
    meet(ana, ben)
    ben.do(edit.remove)
    ana.read(ben)
    ben.do(edit.approve)
    assert [ally.key for ally in told_of(ana, ben)[0].back] == [KEY]
    ana.read(ben)
    ben.do(edit.note, "again")
    assert told_of(ana, ben)[0].back == ()
