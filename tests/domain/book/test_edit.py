"""Each verb writes one entry that says what it saw, and refuses what may not be written."""

import pytest
from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import BadInput
from tests.domain.book.histories import KEY, NOMINEE, Laptop, nominated


@pytest.fixture
def ana():
    return nominated("Ana")[0]


SHARED_AGAIN = replace(NOMINEE, evidence=("1:2", "3:4"))
VERBS = [
    (edit.approve,),
    (edit.decline, "too far away"),
    (edit.remove,),
    (edit.set_fields, {"category": "housing"}),
    (edit.add_tags, ["night"]),
    (edit.drop_tags, ["night"]),
    (edit.note, "met them"),
]


def test_an_entry_carries_the_pen(ana):
    entry = ana.do(edit.approve)
    assert (entry.book, entry.by.person, entry.ally) == ("book", "Ana", KEY)
    assert entry.set == {"status": "approved"}
    assert entry.seen == {"status": (ana.entries[0].entry_id,)}
    assert all(type(name) is str for name in (*entry.set, *entry.set.values(), *entry.seen))


def test_declining_keeps_the_reason_until_someone_approves(ana):
    ana.do(edit.decline, "  too far away ")
    assert (ana.ally.status, ana.ally.reason) == (Status.DECLINED, "too far away")
    ana.do(edit.approve)
    assert (ana.ally.status, ana.ally.reason) == (Status.APPROVED, "")


@pytest.mark.parametrize("verb", [(edit.approve,), (edit.decline, " "), (edit.remove,)])
def test_why_the_group_wants_an_ally_outlives_every_decision(ana, verb):
    ana.do(edit.set_fields, {"reason": "runs the food bank"})
    ana.do(*verb)
    assert ana.ally.reason == "runs the food bank"
    ana.do(edit.approve)
    assert ana.ally.reason == "runs the food bank"


def test_the_reason_of_a_no_goes_with_the_next_decision_and_not_before(ana):
    ana.do(edit.decline, "too far away")
    assert edit.is_empty(ana.do(edit.decline, ""))
    ana.do(edit.reopen)
    ana.do(edit.approve)
    assert ana.ally.reason == ""
    ana.write(lambda entries, pen: edit.remove(entries, pen, reason="closed"))
    ana.do(edit.nominate, SHARED_AGAIN)
    ana.do(edit.decline, "")
    assert (ana.ally.status, ana.ally.reason) == (Status.DECLINED, "")


def test_another_reason_for_the_same_no_goes_with_it_too(ana):
    ana.do(edit.decline, "too far away")
    ana.do(edit.decline, "closed")
    assert (ana.ally.status, ana.ally.reason) == (Status.DECLINED, "closed")
    ana.do(edit.approve)
    assert (ana.ally.status, ana.ally.reason) == (Status.APPROVED, "")


def test_the_reason_that_an_undo_brings_back_is_whose_it_was(ana):
    ana.do(edit.set_fields, {"reason": "runs the food bank"})
    declined = ana.do(edit.decline, "too far away")
    ana.undo(declined)
    ana.do(edit.approve)
    assert ana.ally.reason == "runs the food bank"
    ana.do(edit.decline, "closed")
    ana.undo(ana.do(edit.approve))
    assert (ana.ally.status, ana.ally.reason) == (Status.DECLINED, "closed")
    ana.do(edit.approve)
    assert ana.ally.reason == ""


def test_a_hashtag_is_told_as_one_where_it_can_be_no_person():
    tag = Laptop("Ana")
    tag.do(edit.nominate, edit.Nominee("#swhelper", "SwHelper", Kind.HASHTAG))
    with pytest.raises(BadInput, match="is not a kind that #SwHelper can be"):
        tag.do(edit.set_fields, {"kind": "person"})


def test_only_who_was_declined_is_asked_about_anew_and_the_reason_stays(ana):
    ana.do(edit.approve)
    assert edit.is_empty(ana.do(edit.reopen))
    ana.do(edit.decline, "asked us not to list her")
    ana.do(edit.reopen)
    assert (ana.ally.status, ana.ally.reason) == (Status.NOMINATED, "asked us not to list her")


def test_removing_may_say_why(ana):
    ana.write(lambda entries, pen: edit.remove(entries, pen, reason="closed"))
    assert (ana.ally.status, ana.ally.reason) == (Status.REMOVED, "closed")


@pytest.mark.parametrize(
    "verb",
    [
        (edit.add_tags, [" Night "]),
        (edit.drop_tags, ["unknown"]),
        (edit.set_fields, {"category": "housing"}),
        (edit.approve,),
        (edit.nominate, NOMINEE),
    ],
)
def test_what_changes_nothing_is_empty(ana, verb):
    ana.do(edit.add_tags, ["night"])
    ana.do(edit.set_fields, {"category": "housing"})
    ana.do(edit.approve)
    before = ana.ally
    entry = ana.do(*verb)
    assert edit.is_empty(entry)
    assert entry.seen == {}
    assert (ana.ally.tags, ana.ally.category, ana.ally.status) == (
        before.tags,
        before.category,
        before.status,
    )


def test_a_second_nomination_adds_evidence_and_overrides_nobody(ana):
    ana.do(edit.set_fields, {"kind": "person", "category": "legal aid"})
    ana.do(edit.decline, "")
    again = edit.Nominee(KEY, "saferoofnet", Kind.ORGANISATION, "housing", evidence=("1:2", "3:4"))
    ana.do(edit.nominate, again)
    ally = ana.ally
    assert (ally.kind, ally.category, ally.status) == (Kind.PERSON, "legal aid", Status.DECLINED)
    assert ally.evidence == ("1:2", "3:4")


def test_who_was_removed_stays_so_until_somebody_shares_them_anew(ana):
    ana.do(edit.remove)
    for nominee in (NOMINEE, replace(NOMINEE, evidence=()), replace(NOMINEE, tags=("night",))):
        assert edit.is_empty(ana.do(edit.nominate, nominee))
    assert ana.ally.status == Status.REMOVED
    ana.do(edit.nominate, SHARED_AGAIN)
    assert (ana.ally.status, ana.ally.evidence) == (Status.NOMINATED, ("1:2", "3:4"))


def test_who_was_removed_comes_back_by_hand(ana):
    ana.do(edit.remove)
    ana.write(lambda entries, pen: edit.nominate(entries, NOMINEE, pen, by_hand=True))
    assert ana.ally.status == Status.NOMINATED


def test_a_nomination_that_was_undone_was_never_there():
    ana = Laptop("Ana")
    ana.undo(ana.do(edit.nominate, NOMINEE))
    assert ana.ally.status == Status.REMOVED
    ana.do(edit.nominate, NOMINEE)
    assert ana.ally.status == Status.NOMINATED


def test_tags_are_dropped_in_whatever_case(ana):
    ana.do(edit.add_tags, ["Night Shift", "#Free"])
    assert ana.ally.tags == ("Free", "Night Shift")
    ana.do(edit.drop_tags, ["night  shift"])
    assert ana.ally.tags == ("Free",)


@pytest.mark.parametrize(
    "fields", [{"status": "approved"}, {"kind": "robot"}, {"handle": "not a handle"}, {"x": "y"}]
)
def test_what_cannot_be_set_is_refused(ana, fields):
    with pytest.raises(BadInput):
        ana.do(edit.set_fields, fields)


def test_a_hashtag_stays_a_hashtag():
    ana = Laptop("Ana")
    ana.do(edit.nominate, edit.Nominee("#tenanttips", "#TenantTips", Kind.HASHTAG))
    assert (ana.ally.handle, ana.ally.kind) == ("TenantTips", Kind.HASHTAG)
    with pytest.raises(BadInput):
        ana.do(edit.set_fields, {"kind": "person"})


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_is_written_about_who_opted_out(ana, verb):
    ana.do(edit.opt_out, KEY)
    with pytest.raises(BadInput, match="opted out"):
        ana.do(*verb)


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_is_written_about_who_was_erased(ana, verb):
    ana.do(edit.erase)
    with pytest.raises(BadInput, match="erased"):
        ana.do(*verb)


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_is_written_about_who_is_not_in_the_book(verb):
    with pytest.raises(BadInput, match="nominate"):
        Laptop("Ana").do(*verb)


@pytest.mark.parametrize("last", [(edit.opt_out, KEY), (edit.erase,)])
def test_who_left_for_ever_is_not_nominated_again_and_stops_nobody(ana, last):
    ana.do(*last)
    before = ana.ally
    assert edit.is_empty(ana.do(edit.nominate, NOMINEE))
    assert (ana.ally and ana.ally.status) == (before and before.status)


def test_opting_out_is_possible_before_and_without_a_nomination():
    ana = Laptop("Ana")
    ana.do(edit.opt_out, "@shybirdtalk")
    assert (ana.ally.key, ana.ally.status) == ("@shybirdtalk", Status.OPTED_OUT)
    assert edit.is_empty(ana.do(edit.opt_out, "@shybirdtalk"))


def test_opting_out_after_an_erasure_has_nothing_to_do(ana):
    ana.do(edit.erase)
    with pytest.raises(BadInput):
        ana.do(edit.opt_out, KEY)


def test_erasing_keeps_nothing_but_the_keys(ana):
    ana.do(edit.identify, "77")
    ana.do(edit.note, "private words")
    mark = ana.do(edit.erase)
    assert (mark.ally, mark.add, mark.set, mark.note) == ("77", {"alias": (KEY,)}, {}, "")
    assert ana.do(edit.erase).add == mark.add
    with pytest.raises(BadInput):
        Laptop("Ben").do(edit.erase)


def test_an_id_is_linked_once(ana):
    assert ana.do(edit.identify, "77").set == {"alias": "77"}
    assert edit.is_empty(ana.do(edit.identify, "77"))
    for wrong in ("78", "not digits"):
        with pytest.raises(BadInput):
            ana.do(edit.identify, wrong)


def test_opting_out_holds_under_the_id_as_well(ana):
    ana.do(edit.opt_out, KEY)
    ana.do(edit.identify, "77")
    assert (ana.ally.key, ana.ally.status) == ("77", Status.OPTED_OUT)


def test_choosing_needs_a_version_that_still_stands():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.set_fields, {"category": "shelter"})
    ben.do(edit.set_fields, {"category": "food bank"})
    ana.read(ben)
    newest, oldest = ana.ally.conflicts["category"]
    ana.do(edit.choose, "category", oldest)
    assert (ana.ally.category, ana.ally.flags) == (oldest.value, frozenset())
    with pytest.raises(BadInput, match="settled"):
        ana.do(edit.choose, "category", newest)


def test_writing_the_shown_value_again_settles_a_conflict():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.set_fields, {"category": "shelter"})
    ben.do(edit.set_fields, {"category": "food bank"})
    ana.read(ben)
    ana.do(edit.set_fields, {"category": ana.ally.category})
    assert ana.ally.conflicts == {}


def test_an_approved_ally_can_be_asked_about_anew(ana):
    ana.do(edit.approve)
    ask = lambda entries, pen: edit.question(entries, pen, evidence="off_list:9")  # noqa: E731
    ana.write(ask)
    assert (ana.ally.status, ana.ally.evidence[-1]) == (Status.NOMINATED, "off_list:9")
    ana.do(edit.decline, "moved away")
    assert edit.is_empty(ana.write(ask))
