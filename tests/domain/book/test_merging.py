"""Two records become one by entries, and part again by an undo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book import edit
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.fold import fold
from allybook.domain.book.merging import link, plan_merger, settle
from allybook.domain.book.undo import refusal, undo
from allybook.domain.errors import BadInput
from tests.domain.book.histories import Laptop
from tests.domain.book.test_undo import shown

VERBS = st.sampled_from(
    [
        (edit.approve,),
        (edit.decline, "too far"),
        (edit.remove,),
        (edit.set_fields, {"category": "housing"}),
        (edit.set_fields, {"category": "shelter", "kind": "person"}),
        (edit.add_tags, ["night"]),
        (edit.note, "met them"),
    ]
)


def a_record(key, handle, verbs=(), person="Ana"):
    laptop = Laptop(person)
    laptop.do(edit.nominate, edit.Nominee(key, handle, Kind.ORGANISATION, evidence=(f"9:{key}",)))
    for verb in verbs:
        laptop.do(*verb)
    return laptop


def merged(kept, gone):
    """Return a laptop with both records merged, the entry that settles and the one that links."""
    together = Laptop("Cleo", [*kept.entries, *gone.entries])
    settling = together.write(lambda _, pen: settle(kept.entries, gone.entries, pen))
    linking = together.write(lambda _, pen: link(kept.entries, gone.entries, pen))
    return together, settling, linking


@given(st.lists(VERBS, max_size=4), st.lists(VERBS, max_size=4))
def test_a_merged_ally_has_one_version_of_everything(one, other):
    kept, gone = a_record("21", "HarborRow", one), a_record("@harborow", "HarboRow", other, "Ben")
    merger = plan_merger(kept.ally, gone.ally)
    ally = merged(kept, gone)[0].ally
    assert (ally.key, ally.handle) == ("21", "HarborRow")
    assert (ally.status, ally.category) == (merger.status, merger.category)
    assert (ally.conflicts, ally.flags) == ({}, frozenset())
    assert set(ally.tags) == {*kept.ally.tags, *gone.ally.tags}
    assert set(ally.evidence) == {"9:21", "9:@harborow"}
    assert len(ally.notes) == len(kept.ally.notes) + len(gone.ally.notes)


@given(st.lists(VERBS, max_size=4), st.lists(VERBS, max_size=4))
def test_undoing_both_from_the_last_on_parts_them_as_they_were(one, other):
    kept, gone = a_record("21", "HarborRow", one), a_record("@harborow", "HarboRow", other, "Ben")
    before = shown(kept.ally), shown(gone.ally)
    together, settling, linking = merged(kept, gone)
    parting = undo(linking, together.entries, together.pen())
    theirs = fold([*gone.entries, linking, parting])
    parted = Laptop("Cleo", [*kept.entries, settling])
    if not refusal(settling, parted.entries):
        parted.undo(settling)
    assert (shown(parted.ally), shown(theirs)) == before


def test_the_record_with_the_id_is_kept_whichever_was_asked():
    by_id, by_handle = a_record("21", "HarborRow").ally, a_record("@harborow", "HarboRow").ally
    assert plan_merger(by_handle, by_id, keep="@harborow").kept is by_id
    assert plan_merger(by_id, by_handle).kept is by_id


def test_of_two_alike_the_one_chosen_is_kept():
    one, other = a_record("21", "HarborRow").ally, a_record("22", "HarborRow2").ally
    assert plan_merger(one, other).kept is one
    assert plan_merger(one, other, keep="22").kept is other


@pytest.mark.parametrize("first", [True, False])
def test_merging_with_one_who_opted_out_opts_out_and_says_so(first):
    out = a_record("@harborow", "HarboRow")
    out.do(edit.opt_out, "@harborow")
    other = a_record("@harborrow", "HarborRow", [(edit.approve,)])
    kept, gone = (out, other) if first else (other, out)
    assert plan_merger(kept.ally, gone.ally).opts_out
    assert merged(kept, gone)[0].ally.status is Status.OPTED_OUT


def test_hashtags_erased_and_the_same_are_not_merged():
    tag = Laptop()
    tag.do(edit.nominate, edit.Nominee("#beds", "Beds", Kind.HASHTAG))
    one, other = a_record("21", "HarborRow"), a_record("22", "HarborRow2")
    for pair in ((one.ally, tag.ally), (one.ally, one.ally)):
        with pytest.raises(BadInput):
            plan_merger(*pair)
    other.do(edit.erase)
    with pytest.raises(BadInput, match="not in the book any more"):
        settle(one.entries, other.entries, one.pen())
