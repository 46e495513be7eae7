from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Event

import pytest
from filelock import FileLock, Timeout
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


def test_what_others_wrote_is_news_once_and_what_one_wrote_never(path):
    ours, theirs = Journal(path), Journal(path)
    ours.append([MADE])
    assert list(ours.events()) == []
    assert list(theirs.events()) == [MADE]
    theirs.append([MemberAdded("1", "2")])
    assert (list(ours.events()), list(ours.events())) == ([MemberAdded("1", "2")], [])


def test_half_a_line_of_another_is_news_when_it_is_whole(path):
    ours = Journal(path)
    Journal(path).append(EVENTS[:2])
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])
    assert list(ours.events()) == EVENTS[:1]
    path.write_bytes(whole)
    assert list(ours.events()) == EVENTS[1:2]


def test_one_program_at_a_time_has_its_turn(path):
    entered, may_go = Event(), Event()

    def hold():
        with Journal(path).turn():
            entered.set()
            assert may_go.wait(60)
            Journal(path).append([MADE])

    with ThreadPoolExecutor() as pool:
        held = pool.submit(hold)
        assert entered.wait(60)
        lock = FileLock(path.with_suffix(".lock"))
        with pytest.raises(Timeout):
            lock.acquire(timeout=0)
        may_go.set()
        with (journal := Journal(path)).turn():
            assert list(journal.events()) == [MADE]
        held.result(60)


def test_a_turn_where_nothing_can_be_kept_is_one_clear_sentence(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(StorageError, match="could not keep its lists"),
        Journal(tmp_path / "file" / "practice.jsonl").turn(),
    ):
        pass
