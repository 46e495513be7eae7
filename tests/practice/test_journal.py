from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import StorageError
from allybook.practice.bill import Charge
from allybook.practice.journal import Journal
from allybook.practice.roster import ListMade, MemberAdded, MemberRemoved

MADE = ListMade("1", "Für alle", "", private=True, at=datetime(2026, 3, 31, tzinfo=UTC))
EVENTS = [
    MADE,
    MemberAdded("1", "2"),
    MemberRemoved("1", "2"),
    Charge(date(2026, 3, 31), "user", ("2", "3"), Decimal("0.020")),
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "practice.jsonl"


def test_events_come_back_in_order(path):
    for event in EVENTS:
        Journal(path).append([event])
    assert list(Journal(path).events()) == EVENTS


def test_an_empty_journal_has_no_events_and_no_file(path):
    Journal(path).append([])
    assert list(Journal(path).events()) == []
    assert not path.exists()


@given(cut=st.integers(1, 200))
def test_a_torn_last_line_loses_itself_only(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("journal") / "practice.jsonl"
    Journal(path).append(EVENTS)
    whole = path.read_bytes()
    path.write_bytes(whole[: max(0, len(whole) - cut)])
    kept = list(Journal(path).events())
    assert kept == EVENTS[: len(kept)]
    Journal(path).append([MemberAdded("1", "9")])
    assert list(Journal(path).events()) == [*kept, MemberAdded("1", "9")]


def test_lines_of_another_kind_are_passed_over(path):
    path.write_bytes(b'{"kind":"dance","event":{}}\nnonsense\n[]\n\n')
    Journal(path).append([MADE])
    assert list(Journal(path).events()) == [MADE]


def test_a_folder_that_is_not_there_is_one_clear_sentence(tmp_path):
    with pytest.raises(StorageError, match="could not keep its lists"):
        Journal(tmp_path / "gone" / "practice.jsonl").append([MADE])
