"""Undo gives back what was before, mine or yours; twice is a redo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book import edit
from allybook.domain.book.ally import Ally, Flag
from allybook.domain.book.conflicts import arrange
from allybook.domain.book.entry import Status
from allybook.domain.book.undo import refusal
from allybook.domain.errors import BadInput
from tests.domain.book.histories import HISTORIES, KEY, NOMINEE, Laptop, meet, nominated


def shown(ally: Ally):
    """Return what people see of an ally, without counts and times."""
    notes = [note.text for note in ally.notes]
    return (ally.status, ally.category, ally.kind, ally.reason, ally.tags, ally.evidence, notes)


@pytest.fixture
def ana():
    ana = nominated("Ana")[0]
    ana.do(edit.set_fields, {"category": "housing"})
    ana.do(edit.add_tags, ["night", "free"])
    ana.do(edit.note, "met them")
    return ana


CHANGES = [
    (edit.approve,),
    (edit.decline, "too far"),
    (edit.remove,),
    (edit.set_fields, {"category": "shelter", "kind": "person"}),
    (edit.add_tags, ["Spanish"]),
    (edit.drop_tags, ["night", "free"]),
    (edit.note, "met again"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_undo_restores_and_undoing_that_is_a_redo(ana, change):
    before = shown(ana.ally)
    entry = ana.do(*change)
    after = shown(ana.ally)
    back = ana.undo(entry)
    assert shown(ana.ally) == before
    assert back.undoes == entry.entry_id
    forth = ana.undo(back)
    assert shown(ana.ally) == after
    ana.undo(forth)
    assert shown(ana.ally) == before


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_undone_twice(ana, change):
    entry = ana.do(*change)
    ana.undo(entry)
    with pytest.raises(BadInput, match="changed again"):
        ana.undo(entry)


def test_another_persons_change_is_undone_like_ones_own():
    ana, ben = nominated("Ana", "Ben")
    entry = ben.do(edit.set_fields, {"category": "shelter"})
    ana.read(ben)
    ana.undo(entry)
    ben.read(ana)
    assert ben.ally.category == ana.ally.category == ""


def test_undoing_a_nomination_removes_the_ally_and_keeps_its_name():
    ana = nominated("Ana")[0]
    ana.undo(ana.entries[0])
    assert (ana.ally.status, ana.ally.handle) == (Status.REMOVED, "SafeRoofNet")
    ana.undo(ana.entries[-1])
    assert (ana.ally.status, ana.ally.evidence) == (Status.NOMINATED, ("1:2",))


def test_what_someone_changed_since_stays(ana):
    entry = ana.do(edit.set_fields, {"category": "shelter", "reason": "asked"})
    ana.do(edit.set_fields, {"category": "food bank"})
    ana.undo(entry)
    assert (ana.ally.category, ana.ally.reason) == ("food bank", "")


def test_changes_undone_one_after_the_other_go_back_to_what_was_before_the_first(ana):
    before = shown(ana.ally)
    entries = [
        ana.do(edit.set_fields, {"category": "shelter"}),
        ana.do(edit.set_fields, {"category": "food bank"}),
        ana.do(edit.set_fields, {"category": "clinic"}),
        ana.do(edit.add_tags, ["Spanish"]),
        ana.do(edit.drop_tags, ["Spanish", "free"]),
        ana.do(edit.add_tags, ["free"]),
        ana.do(edit.approve),
        ana.do(edit.decline, "too far"),
    ]
    for entry in reversed(entries):
        ana.undo(entry)
    assert shown(ana.ally) == before


def test_a_note_taken_back_and_given_back_is_undone_with_the_note(ana):
    note = ana.do(edit.note, "call Rosa")
    ana.undo(ana.undo(note))
    ana.undo(note)
    assert [one.text for one in ana.ally.notes] == ["met them"]


def test_undoing_one_side_of_a_conflict_leaves_the_other():
    ana, ben = nominated("Ana", "Ben")
    mine = ana.do(edit.set_fields, {"category": "shelter"})
    ben.do(edit.set_fields, {"category": "food bank"})
    ana.read(ben)
    ana.undo(mine)
    assert (ana.ally.category, ana.ally.conflicts) == ("food bank", {})


def test_undoing_a_tag_leaves_another_persons_same_tag():
    ana, ben = nominated("Ana", "Ben")
    mine = ana.do(edit.add_tags, ["night"])
    ben.do(edit.add_tags, ["night"])
    ana.read(ben)
    ana.undo(mine)
    assert ana.ally.tags == ("night",)


def test_undoing_an_overruled_removal_settles_it():
    ana, ben = nominated("Ana", "Ben")
    removal = ana.do(edit.remove)
    ben.do(edit.note, "still there")
    ana.read(ben)
    assert ana.ally.flags == {Flag.BROUGHT_BACK}
    ana.undo(removal)
    assert (ana.ally.status, ana.ally.flags) == (Status.NOMINATED, frozenset())


def test_undoing_an_approval_goes_back_to_what_was_shown():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.remove)
    ben.do(edit.note, "still there")
    ana.read(ben)
    ana.undo(ana.do(edit.approve))
    assert ana.ally.status == Status.NOMINATED


def apart(*people: str) -> list[Laptop]:
    """Return laptops that all know a nomination by each, written without knowing of the others."""
    laptops = [Laptop(person) for person in people]
    for one in laptops:
        one.do(edit.nominate, NOMINEE)
    meet(*laptops)
    return laptops


@given(st.permutations([0, 1, 2]), st.data())
def test_nominations_written_apart_are_undone_one_by_one(order, data):
    ana = apart("Ana", "Ben", "Cleo")[0]
    written = [ana.entries[place] for place in order]
    for left, entry in zip((2, 1, 0), written, strict=True):
        back = ana.undo(entry)
        for _ in range(data.draw(st.integers(0, 2))):
            # Given again, and undone in either way.
            again = ana.undo(back)
            assert (ana.ally.status, ana.ally.evidence) == (Status.NOMINATED, ("1:2",))
            back = ana.undo(data.draw(st.sampled_from([entry, again])))
        with pytest.raises(BadInput, match="changed again"):
            ana.undo(entry)
        stands = (Status.NOMINATED, ("1:2",)) if left else (Status.REMOVED, ())
        assert (ana.ally.status, ana.ally.evidence) == stands
    # Whoever nominated them first is still who is known by name.
    assert ana.ally.handle == NOMINEE.handle


def test_a_value_that_an_undo_gave_back_to_another_is_undone_with_it():
    ana, ben = nominated("Ana", "Ben")
    mine = ana.do(edit.set_fields, {"category": "shelter"})
    yours = ben.do(edit.set_fields, {"category": "food bank"})
    ana.read(ben)
    ana.undo(mine)
    back = ana.undo(yours)
    assert ana.ally.category == ""
    ana.undo(back)
    assert ana.ally.category == "food bank"


def test_undoing_a_link_parts_the_records():
    ana = nominated("Ana")[0]
    ana.undo(ana.do(edit.identify, "77"))
    assert (ana.ally.key, ana.ally.user_id) == (KEY, None)


@pytest.mark.parametrize("verb", [(edit.opt_out, KEY), (edit.erase,)])
def test_what_is_for_ever_is_not_undone(ana, verb):
    last = ana.do(*verb)
    for entry in (last, ana.entries[1]):
        with pytest.raises(BadInput):
            ana.undo(entry)


def test_a_change_of_another_book_is_not_undone():
    stranger = Laptop("Ben")
    entry = stranger.do(edit.nominate, edit.Nominee("@other", "other", NOMINEE.kind))
    with pytest.raises(BadInput, match="not in the book"):
        nominated("Ana")[0].undo(entry)


@given(HISTORIES, st.integers(0, 40))
def test_redo_restores_what_undo_took(laptops, place):
    laptop = laptops[0]
    entry = laptop.entries[place % len(laptop.entries)]
    if refusal(entry, arrange(laptop.entries)):
        with pytest.raises(BadInput):
            laptop.undo(entry)
        return
    before = laptop.ally
    back = laptop.undo(entry)
    if not before.conflicts and not before.flags:
        if refusal(back, arrange(laptop.entries)):
            # Somebody else had added the same tag: it stayed, and there is nothing to bring back.
            with pytest.raises(BadInput, match="nothing of it is left to undo"):
                laptop.undo(back)
        else:
            laptop.undo(back)
        assert shown(laptop.ally)[:-1] == shown(before)[:-1]
        assert sorted(shown(laptop.ally)[-1]) == sorted(shown(before)[-1])
