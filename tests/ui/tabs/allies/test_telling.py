from datetime import UTC, datetime

from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage
from allybook.domain.book.history import history
from allybook.services.books.edit import decline, drop_tags, set_fields, undo_entry
from allybook.ui.tabs.allies.telling import lines

NOON = datetime(2026, 3, 31, 18, tzinfo=UTC)
ADD = Act("a", Deed.ADD_MEMBER, "b", "9", "102", "HarborRowSN", NOON)


def told(book, key, acts=(), disputed=frozenset()):
    return lines(history(book.entries(key)), acts, disputed)


def test_a_history_is_told_newest_first_with_who_did_what(book):
    assert [line.text for line in told(book, "102")] == [
        "Ben set the category to shelter",
        "Ana set the category to housing",
        "Ana noted: “Call Rosa at the desk, not the main line.”",
        "Ana added the tags housing, beds",
        "Ana approved it",
        "Ana nominated it, named by 3 people",
    ]


def test_a_reason_stands_in_the_same_line_as_the_decision(book):
    first = told(book, "401")[0]
    assert first.text == "Ana declined it, because: sells followers"
    assert first.icon == "circle-x"


def test_what_people_wrote_is_put_in_once_and_never_read_as_a_pattern(desk, book):
    set_fields(desk, book, ["103"], {"category": "%old %new {new}"})
    set_fields(desk, book, ["103"], {"category": "plain"})
    assert told(book, "103")[0].text == "Ana changed the category from %old %new {new} to plain"


def test_clearing_and_dropping_are_told(desk, book):
    set_fields(desk, book, ["103"], {"category": ""})
    drop_tags(desk, book, ["103"], ["macro"])
    assert [line.text for line in told(book, "103")][:2] == [
        "Ana dropped the tag macro",
        "Ana cleared the category, which was educator",
    ]


def test_an_undo_offers_a_redo_and_says_what_it_is(desk, book):
    entry = decline(desk, book, ["201"])[0]
    assert told(book, "201")[0].entry_id == entry.entry_id
    undo_entry(desk, book, entry.entry_id)
    line = told(book, "201")[0]
    assert line.text.endswith(", an undo")
    assert line.again


def test_opting_out_offers_no_undo(book):
    assert [line.entry_id for line in told(book, "402")] == ["", ""]


def test_entries_that_stand_against_each_other_are_marked(book):
    versions = book.ally("102").conflicts["category"]
    disputed = frozenset(version.entry_id for version in versions)
    marked = [line for line in told(book, "102", disputed=disputed) if line.icon == "git-merge"]
    assert [line.role for line in marked] == ["warn", "warn"]


def test_what_allybook_did_on_x_stands_between_what_people_did(book):
    done = replace(ADD, stage=Stage.SETTLED, outcome=Outcome.ADDED, sent_at=NOON)
    refused = replace(done, outcome=Outcome.REFUSED)
    dropped = replace(done, outcome=Outcome.DROPPED)
    assert told(book, "102", [done])[0].text == "Allybook put it on the X List"
    assert told(book, "102", [refused])[0].role == "warn"
    assert len(told(book, "102", [ADD, dropped])) == len(told(book, "102"))


def test_every_outcome_has_words(book):
    settled = [
        replace(ADD, stage=Stage.SETTLED, outcome=outcome, sent_at=NOON) for outcome in Outcome
    ]
    assert len(told(book, "102", settled)) == len(told(book, "102")) + len(Outcome) - 1
