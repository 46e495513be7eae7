"""The history says in plain words what each entry did."""

import pytest
from hypothesis import given

from allybook.domain.book import edit
from allybook.domain.book.conflicts import sentence as conflict_sentence
from allybook.domain.book.entry import Kind
from allybook.domain.book.history import Verb, history, sentence
from allybook.domain.book.merging import link, settle
from tests.domain.book.histories import HISTORIES, KEY, Laptop, everything, nominated


def told(laptop):
    return [sentence(happening) for happening in history(laptop.entries)]


def test_each_change_is_one_sentence():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.set_fields, {"category": "housing"})
    ana.do(edit.set_fields, {"category": "shelter"})
    ana.do(edit.add_tags, ["night", "free"])
    ana.do(edit.drop_tags, ["free"])
    unsaid = ana.do(edit.note, "ask for {Lou}")
    ana.undo(unsaid)
    ana.do(edit.set_fields, {"category": ""})
    ana.do(edit.identify, "77")
    ben.read(ana)
    ben.do(edit.decline, "too far")
    ben.do(edit.remove)
    ben.do(edit.opt_out, KEY)
    assert told(ben) == [
        "Ana nominated this ally",
        "Ana added 1:2 to the evidence",
        "Ana set the category to housing",
        "Ana changed the category from housing to shelter",
        "Ana added night, free to the tags",
        "Ana dropped free from the tags",
        "Ana noted: ask for {Lou}",
        "Ana took back the note: ask for {Lou} (an undo)",
        "Ana cleared the category: shelter",
        "Ana linked the handle to the account 77",
        "Ben declined this ally",
        "Ben set the reason to too far",
        "Ben removed this ally",
        "Ben cleared the reason: too far",
        "Ben wrote down that this ally has opted out",
    ]


def two_records(kept, gone):
    """Return Ana's record of one, Ben's of the other, and Cleo's of both merged."""
    ana, ben = Laptop("Ana"), Laptop("Ben")
    ana.do(edit.nominate, edit.Nominee(kept, "KeptOne", Kind.ORGANISATION))
    ben.do(edit.nominate, edit.Nominee(gone, "OtherOne", Kind.ORGANISATION))
    ana.do(edit.set_fields, {"category": "housing"})
    ben.do(edit.approve)
    cleo = Laptop("Cleo", [*ana.entries, *ben.entries])
    cleo.write(lambda _, pen: settle(ana.entries, ben.entries, pen))
    cleo.write(lambda _, pen: link(ana.entries, ben.entries, pen))
    return ana, ben, cleo


@pytest.mark.parametrize(("kept", "gone"), [("@keptone", "@otherone"), ("7", "@otherone"), "78"])
def test_merging_tells_what_changed_by_it_and_who_was_merged(kept, gone):
    cleo = two_records(kept, gone)[2]
    assert [one for one in told(cleo) if one.startswith("Cleo")] == [
        "Cleo approved this ally",
        "Cleo merged @OtherOne into this ally",
    ]


def test_the_one_that_went_tells_no_merging_into_itself_once_they_are_parted():
    ben, cleo = two_records("@keptone", "@otherone")[1:]
    gone = Laptop("Cleo", [*ben.entries, cleo.entries[-1]])
    gone.undo(gone.entries[-1])
    assert not any("into this ally" in one for one in told(gone))


def test_choosing_what_is_shown_already_tells_what_it_was_chosen_over():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.set_fields, {"category": "shelter"})
    ben.do(edit.set_fields, {"category": "food bank"})
    ana.read(ben)
    shown = ana.ally.conflicts["category"]
    ana.do(edit.choose, "category", shown[0])
    assert told(ana)[-1] == (f"Ana changed the category from {shown[1].value} to {shown[0].value}")


def test_an_erasure_is_all_that_is_told_of_itself():
    ana = nominated("Ana")[0]
    ana.do(edit.erase)
    *_, last = history(ana.entries)
    assert (last.verb, last.undoable) == (Verb.ERASED, False)
    assert sentence(last) == "Ana erased what the book had about this ally"


def test_only_what_still_stands_is_undoable():
    ana = nominated("Ana")[0]
    first = ana.do(edit.set_fields, {"category": "housing"})
    second = ana.do(edit.set_fields, {"category": "shelter"})
    undoable = {one.entry_id: one.undoable for one in history(ana.entries)}
    assert (undoable[first.entry_id], undoable[second.entry_id]) == (False, True)


def test_an_undo_says_so_and_gives_old_and_new():
    ana = nominated("Ana")[0]
    ana.undo(ana.do(edit.approve))
    last = history(ana.entries)[-1]
    assert (last.verb, last.field, last.old, last.new) == (
        Verb.NOMINATED,
        "status",
        "approved",
        "nominated",
    )
    assert last.undo


def test_a_conflict_is_said_with_names():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.set_fields, {"category": "shelter"})
    ben.do(edit.set_fields, {"category": "food bank"})
    ana.read(ben)
    said = conflict_sentence("category", ana.ally.conflicts["category"][::-1])
    assert sorted(said.removeprefix("category: ").split(", ")) == [
        "Ana wrote shelter",
        "Ben wrote food bank",
    ]


@given(HISTORIES)
def test_every_history_can_be_told(laptops):
    entries = everything(laptops)
    happenings = history(entries)
    assert [one.at for one in happenings] == sorted(one.at for one in happenings)
    assert all(sentence(one).startswith(one.who) for one in happenings)
