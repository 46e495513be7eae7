"""Before an undo, the history says what it would do; and that is what it then does."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.entry import Field
from allybook.domain.book.pen import Draft
from allybook.domain.book.undo import foresee
from allybook.ui.tabs.allies.foretelling import foretell, shorten
from tests.domain.book.histories import HISTORIES, NOMINEE, Laptop, everything, nominated


def told(laptop, entry):
    return "".join(span.text for span in foretell(entry.entry_id, laptop.entries))


@pytest.fixture
def ana():
    return nominated("Ana")[0]


def test_a_field_goes_back_or_is_empty_again(ana):
    first = ana.do(edit.set_fields, {Field.CATEGORY: "housing"})
    assert told(ana, first) == "The category is empty again."
    second = ana.do(edit.set_fields, {Field.CATEGORY: "shelter"})
    assert told(ana, second) == "The category goes back to housing."
    assert told(ana, first) == ""


def test_a_decision_and_its_reason_are_told_together_the_status_first(ana):
    declined = ana.do(edit.decline, "sells followers")
    assert told(ana, declined) == "The status goes back to nominated. The reason is empty again."


def test_tags_come_and_go(ana):
    added = ana.do(edit.add_tags, ["beds", "food"])
    assert told(ana, added) == "The tags beds, food go."
    dropped = ana.do(edit.drop_tags, ["food"])
    assert told(ana, dropped) == "The tag food comes back."
    assert told(ana, added) == "The tag beds goes."


def test_a_note_is_taken_back_and_comes_back(ana):
    noted = ana.do(edit.note, "Call Rosa, " + "not the main line, " * 6)
    assert told(ana, noted).startswith("The note is taken back: “Call Rosa, not")
    assert told(ana, noted).endswith("…”")
    undone = ana.undo(noted)
    assert told(ana, undone).startswith("The note comes back: “Call Rosa")


def test_evidence_is_not_shown_as_its_code(ana):
    more = ana.do(edit.nominate, replace(NOMINEE, evidence=("77:9",)))
    assert told(ana, more) == "Who named it is not known any more."


def test_what_is_not_there_or_cannot_be_undone_is_not_foretold(ana):
    assert foretell("nothing", ana.entries) == ()
    approved = ana.do(edit.approve)
    ana.write(lambda entries, pen: edit.opt_out(entries, ana.ally.key, pen))
    assert told(ana, approved) == ""


@given(HISTORIES)
def test_whatever_can_be_undone_is_foretold(laptops):
    reader = Laptop("Ana", everything(laptops))
    for entry in reader.entries:
        assert bool(told(reader, entry)) == (foresee(entry, reader.entries) != Draft())


def test_a_short_note_stays_as_it_is():
    assert shorten("Call Rosa.") == "Call Rosa."
    assert shorten("Call Rosa.\nNot on Fridays.") == "Call Rosa. Not on Fridays."
