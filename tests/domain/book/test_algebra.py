"""Combining collections: by who somebody is, nobody lost, nobody who opted out taken in."""

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book import edit
from allybook.domain.book.algebra import (
    Barred,
    Member,
    Operation,
    Roll,
    barred_of,
    combine,
    member_of,
    take_in,
)
from allybook.domain.book.entry import Kind, Status
from tests.domain.book.histories import KEY, Laptop, nominated

UNION, INTERSECTION, DIFFERENCE = Operation


def source(*members, barred=()):
    return Roll("a", tuple(members), Barred(frozenset(barred)))


def handles(combined):
    return [member.handle for member in combined.members]


IDS = st.integers(1, 12).map(str)
NAMED = IDS.map(lambda user_id: Member(f"name{user_id}", user_id))


@st.composite
def sources(draw):
    several = []
    for _ in range(draw(st.integers(1, 4))):
        members = draw(st.lists(NAMED, max_size=8, unique_by=lambda one: one.user_id))
        several.append(source(*members, barred=draw(st.frozensets(IDS, max_size=2))))
    return several


@given(sources())
def test_it_is_the_algebra_of_sets_less_those_who_opted_out_anywhere(several):
    sets = [{one.user_id for one in each.members} for each in several]
    barred = {key for each in several for key in each.barred.keys}
    wanted = {
        UNION: set.union(*sets),
        INTERSECTION: set.intersection(*sets),
        DIFFERENCE: sets[0].difference(*sets[1:]),
    }
    for operation, expected in wanted.items():
        combined = combine(operation, several)
        assert {one.user_id for one in combined.members} == expected - barred
        assert {one.user_id for one in combined.out} == expected & barred
        assert len(combined.members) + len(combined.out) == len(expected)


@given(sources())
def test_what_came_several_times_is_counted(several):
    combined = combine(UNION, several)
    came = sum(len(each.members) for each in several)
    assert came == len(combined.members) + len(combined.out) + combined.repeats


def test_a_handle_is_the_one_account_that_another_source_knows_under_it():
    by_handle, by_id = (
        source(Member("harborrow", tags=("beds",))),
        source(Member("HarborRow", "21")),
    )
    (one,) = combine(UNION, [by_handle, by_id]).members
    assert (one.key, one.tags) == ("21", ("beds",))
    assert handles(combine(INTERSECTION, [by_handle, by_id])) == ["harborrow"]
    assert handles(combine(DIFFERENCE, [by_handle, by_id])) == []


def test_a_handle_that_two_ids_have_had_stays_apart():
    several = [source(Member("elm")), source(Member("Elm", "1")), source(Member("ELM", "2"))]
    assert [one.key for one in combine(UNION, several).members] == ["@elm", "1", "2"]


def test_the_words_of_the_first_count_and_the_tags_of_all():
    first = Member("A", "1", Kind.ORGANISATION, "housing", ("Night",))
    again = Member("A", "1", Kind.PERSON, "shelter", ("night", "free"))
    (one,) = combine(UNION, [source(first), source(again)]).members
    assert (one.kind, one.category, one.tags) == (Kind.ORGANISATION, "housing", ("Night", "free"))


def test_who_opted_out_stays_out_under_id_and_handle():
    out = nominated("Ana")[0]
    out.do(edit.opt_out, KEY)
    barred = barred_of([out.ally], erased=["77"])
    assert barred.bars(Member("SafeRoofNet"))
    assert barred.bars(Member("saferoofnet", "5"))
    assert barred.bars(Member("else", "77"))
    assert not barred.bars(Member("else", "5"))


def test_an_account_that_took_over_the_handle_of_one_who_opted_out_is_another():
    out = nominated("Ana")[0]
    out.do(edit.identify, "77")
    out.do(edit.opt_out, "77")
    barred = barred_of([out.ally])
    assert not barred.bars(Member("SafeRoofNet", "5"))
    assert barred.bars(Member("saferoofnet"))


def test_taking_in_makes_one_entry_and_a_second_time_none():
    ana = Laptop("Ana")
    member = Member("HarborRow", "21", Kind.ORGANISATION, "housing", ("night",))
    ana.do(take_in, member)
    assert (ana.ally.status, ana.ally.category) == (Status.APPROVED, "housing")
    assert member_of(ana.ally) == member
    assert edit.is_empty(ana.do(take_in, member))


def test_taking_in_fills_blanks_and_replaces_nobodys_words():
    ana = nominated("Ana")[0]
    ana.do(edit.set_fields, {"category": "housing"})
    ana.do(take_in, Member("SafeRoofNet", "", Kind.PERSON, "shelter", ("night",)))
    ally = ana.ally
    assert (ally.status, ally.category, ally.tags) == (Status.APPROVED, "housing", ("night",))
    assert ally.kind is Kind.ORGANISATION


def test_who_was_declined_removed_or_erased_does_not_come_in():
    for verb in ((edit.decline, "no"), (edit.remove,), (edit.opt_out, KEY), (edit.erase,)):
        ana = nominated("Ana")[0]
        ana.do(*verb)
        before = ana.ally and ana.ally.status
        ana.do(take_in, Member("SafeRoofNet"))
        assert (ana.ally and ana.ally.status) == before


def test_whose_coming_was_undone_may_come_again():
    ana = Laptop("Ana")
    member = Member("HarborRow", "21")
    came = ana.do(take_in, member)
    ana.undo(came)
    assert ana.ally.status is Status.REMOVED
    ana.do(take_in, member)
    assert ana.ally.status is Status.APPROVED
    ana.do(edit.remove)
    ana.do(take_in, member)
    assert ana.ally.status is Status.REMOVED
