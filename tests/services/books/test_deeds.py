"""Acts are remembered and taken back as wholes; what changed since stays."""

import json

import pytest

from allybook.domain.book.entry import Status
from allybook.domain.errors import BadInput
from allybook.services.books.deeds import (
    KEPT,
    LIGHT,
    NAME,
    WEIGHT,
    remember,
    remembered,
    stays,
    take_back,
)
from allybook.services.books.edit import (
    add_note,
    add_tags,
    approve,
    decline,
    drop_tags,
    undo_entry,
)
from allybook.services.people.nominate import nominate_handles

MANY = 12_000
"""More entries than were remembered of several acts at once before."""


@pytest.fixture
def book(desk):
    book = desk.book()
    nominate_handles(desk, book, ["elm", "oak", "fir"])
    return book


def did(desk, book, entries, words="an act"):
    return remember(desk, words, {book.info.book_id: entries})


def test_several_entries_of_one_ally_are_undone_from_the_last_on(desk, book):
    first = approve(desk, book, ["@elm", "@oak"])
    entries = (
        *first,
        *add_tags(desk, book, ["@elm"], ["night"]),
        *add_note(desk, book, ["@elm"], "x"),
    )
    take_back(desk, did(desk, book, entries))
    elm = book.ally("@elm")
    assert (elm.status, elm.tags, elm.notes) == (Status.NOMINATED, (), ())


def test_a_thousand_are_undone_in_few_transactions(desk, book):
    handles = [f"many_{number}" for number in range(1_000)]
    nominated = nominate_handles(desk, book, handles)
    keys = [f"@{handle}" for handle in handles]
    entries = (*nominated, *approve(desk, book, keys))
    take_back(desk, did(desk, book, entries))
    assert {book.ally(key).status for key in keys} == {Status.REMOVED}


def test_what_somebody_changed_since_stays(desk, book):
    entries = add_tags(desk, book, ["@elm", "@oak"], ["night"])
    deed = did(desk, book, entries)
    drop_tags(desk, book, ["@elm"], ["night"])
    add_tags(desk, book, ["@elm"], ["day"])
    take_back(desk, deed)
    assert (book.ally("@elm").tags, book.ally("@oak").tags) == (("day",), ())


def test_whom_somebody_decided_about_since_stays_and_is_told(desk, book):
    came = nominate_handles(desk, book, ["yew", "ash", "bay"])
    deed = did(desk, book, came)
    approve(desk, book, ["@yew"])
    decline(desk, book, ["@ash"], "not ours")
    take_back(desk, deed)
    assert [book.ally(f"@{one}").status for one in ("yew", "ash", "bay")] == [
        Status.APPROVED,
        Status.DECLINED,
        Status.REMOVED,
    ]
    assert stays(desk, deed) == (
        "2 allies that came by it stay: somebody decided about them since."
    )


def test_whose_decision_was_taken_back_itself_goes_with_the_act(desk, book):
    deed = did(desk, book, nominate_handles(desk, book, ["yew"]))
    (approval,) = approve(desk, book, ["@yew"])
    undo_entry(desk, book, approval.entry_id)
    take_back(desk, deed)
    assert book.ally("@yew").status is Status.REMOVED
    assert stays(desk, deed) == ""


def test_nothing_left_to_undo_is_said_and_forgotten(desk, book):
    deed = did(desk, book, add_tags(desk, book, ["@elm"], ["night"]))
    take_back(desk, deed)
    with pytest.raises(BadInput, match="nothing of it is left"):
        take_back(desk, deed)
    assert remembered(desk) == ()


def test_a_bulk_act_is_still_remembered_when_something_small_follows(desk, book):
    keys = [f"@many_{number}" for number in range(MANY // 2)]
    nominate_handles(desk, book, [key.removeprefix("@") for key in keys])
    did(desk, book, approve(desk, book, keys), "approving")
    great = did(desk, book, add_tags(desk, book, keys, ["night"]), "tagging")
    small = did(desk, book, add_tags(desk, book, ["@elm"], ["day"]), "a small one")
    assert [deed.words for deed in remembered(desk)] == ["approving", "tagging", "a small one"]
    take_back(desk, small)
    take_back(desk, great)
    assert {line.tags for line in book.rows()} == {()}
    assert [deed.entries for deed in remembered(desk)] == [MANY // 2]


def test_what_an_earlier_allybook_remembered_is_taken_back_too(desk, book):
    (entry,) = add_tags(desk, book, ["@elm"], ["night"])
    told = [{"words": "an act", "books": [[book.info.book_id, [entry.entry_id]]]}]
    desk.settings.write(NAME, json.dumps(told))
    take_back(desk, remembered(desk)[-1])
    assert book.ally("@elm").tags == ()


@pytest.mark.parametrize("more", [0, LIGHT])
def test_of_a_great_act_and_a_small_one_it_is_kept_whom_the_book_had_before(desk, book, more):
    many = [f"many_{number}" for number in range(more)]
    came = nominate_handles(desk, book, ["yew", *many])
    tagged = add_tags(desk, book, ["@elm"], ["night"])
    met = [one.entry_id for one in tagged]
    deed = remember(desk, "merging", {book.info.book_id: (*came, *tagged)}, met)
    assert remembered(desk) == (deed,)
    take_back(desk, deed)
    out = {ally.key for ally in book.allies() if ally.status is Status.REMOVED}
    assert out == {"@yew", *(f"@{handle}" for handle in many)}


def test_an_act_without_entries_is_none(desk, book):
    assert remember(desk, "nothing", {book.info.book_id: ()}) is None
    assert remembered(desk) == ()


def test_only_the_last_acts_are_remembered_and_few_entries_in_all(desk, book):
    for number in range(KEPT + 5):
        did(desk, book, add_tags(desk, book, ["@elm"], [f"tag {number}"]), f"act {number}")
    assert [deed.words for deed in remembered(desk)] == [f"act {n}" for n in range(5, KEPT + 5)]
    (entry,) = add_tags(desk, book, ["@elm"], ["last"])
    remember(desk, "a great one", {book.info.book_id: [entry] * (WEIGHT + 1)})
    assert [deed.words for deed in remembered(desk)] == ["a great one"]


def test_a_great_act_is_kept_apart_until_it_is_taken_back(desk, book):
    keys = [f"@many_{number}" for number in range(LIGHT + 1)]
    nominate_handles(desk, book, [key.removeprefix("@") for key in keys])
    great = did(desk, book, approve(desk, book, keys))
    (told,) = json.loads(desk.settings.read(NAME))
    assert great.books[0][1][-1] in desk.settings.read(told["apart"])
    take_back(desk, great)
    assert desk.settings.read(told["apart"]) == ""
    assert remembered(desk) == ()
