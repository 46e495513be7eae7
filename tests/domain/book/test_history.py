"""The history says in plain words what each entry did."""

from hypothesis import given

from allybook.domain.book import edit
from allybook.domain.book.conflicts import sentence as conflict_sentence
from allybook.domain.book.history import Verb, history, sentence
from tests.domain.book.histories import HISTORIES, KEY, everything, nominated


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
