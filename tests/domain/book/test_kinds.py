"""What an account is: what a person said stays; what nobody said a profile may tell later."""

from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.entry import Field, Kind, Status
from allybook.domain.book.kinds import learn_organisation
from allybook.domain.book.merging import settle
from tests.domain.book.histories import KEY, NOMINEE, Laptop, meet

GUESSED = replace(NOMINEE, kind=Kind.PERSON)


def guessed(person="Ana"):
    laptop = Laptop(person)
    laptop.do(edit.nominate, GUESSED)
    return laptop


def test_a_guess_is_not_written_and_a_profile_tells_later():
    ana = guessed()
    assert Field.KIND not in ana.entries[0].set
    assert ana.ally.kind is Kind.PERSON
    ana.do(learn_organisation)
    assert ana.ally.kind is Kind.ORGANISATION
    assert edit.is_empty(ana.do(learn_organisation))


def test_a_chat_that_is_read_again_fills_what_a_profile_tells_by_now():
    ana = guessed()
    ana.do(edit.nominate, NOMINEE)
    assert ana.ally.kind is Kind.ORGANISATION
    assert edit.is_empty(ana.do(edit.nominate, GUESSED))
    assert ana.ally.kind is Kind.ORGANISATION


def test_what_a_person_chose_is_never_overwritten():
    ana = guessed()
    chosen = ana.do(edit.set_fields, {"kind": "person"})
    assert chosen.set == {Field.KIND: Kind.PERSON}
    ana.do(edit.nominate, replace(NOMINEE, evidence=("7:8",)))
    assert edit.is_empty(ana.do(learn_organisation))
    assert (ana.ally.kind, ana.ally.conflicts) == (Kind.PERSON, {})


def test_the_guess_of_an_earlier_version_gives_way_to_a_profile():
    ana = guessed()
    ana.entries[0] = replace(ana.entries[0], set={**ana.entries[0].set, "kind": "person"})
    ana.do(learn_organisation)
    assert (ana.ally.kind, ana.ally.conflicts) == (Kind.ORGANISATION, {})


def test_two_who_read_a_profile_and_none_agree():
    ana, ben = guessed(), Laptop("Ben")
    ben.do(edit.nominate, NOMINEE)
    meet(ana, ben)
    assert (ana.ally.kind, ana.ally.conflicts) == (Kind.ORGANISATION, {})


def test_nothing_is_learnt_of_who_opted_out_or_is_not_there():
    ana = guessed()
    ana.do(edit.opt_out, KEY)
    assert edit.is_empty(ana.do(learn_organisation))
    assert edit.is_empty(Laptop("Ben").do(learn_organisation))


def test_a_merged_ally_is_what_somebody_said_of_either():
    ana, ben = guessed(), Laptop("Ben")
    ben.do(edit.nominate, replace(NOMINEE, key="@saferoof", handle="saferoof"))
    both = settle(ana.entries, ben.entries, ana.pen())
    assert (both.set["kind"], ana.ally.status) == (Kind.ORGANISATION, Status.NOMINATED)
    unsaid = settle(ana.entries, [replace(ana.entries[0], ally="@other")], ana.pen())
    assert "kind" not in unsaid.set
