"""What a person did is done, and what they chose is kept, also when the window closes at once."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import delete

from allybook.domain.errors import BadInput, StorageError
from allybook.ui.jobs import Jobs


def ignore(_answer):
    pass


@pytest.fixture
def gate():
    return threading.Event()


@pytest.fixture
def closing(qapp):
    """Jobs that a test closes itself; they end here, and not where Python looks for rubbish."""
    jobs = Jobs()
    yield jobs
    delete(jobs)


@pytest.fixture
def jobs(closing, gate):
    yield closing
    gate.set()
    closing.close()


def test_a_choice_waits_for_no_import(qtbot, jobs, gate):
    kept = []
    jobs.write(jobs, lambda _ticket: gate.wait(20), done=ignore, failed=ignore)
    for number in range(50):
        jobs.keep(jobs, lambda n=number: kept.append(n), failed=ignore)
    qtbot.waitUntil(lambda: jobs.running() == 1)
    assert kept == list(range(50))


def test_closing_waits_for_every_choice_and_for_what_was_done(closing, gate):
    jobs, told = closing, []

    def import_until_all_are_stopped(_ticket):
        gate.wait(20)
        while not other.cancelled():
            gate.wait(0)

    jobs.write(jobs, import_until_all_are_stopped, done=ignore, failed=ignore)
    other = jobs.write(
        jobs, lambda _ticket: told.append("another import"), done=ignore, failed=ignore
    )
    jobs.act(jobs, lambda ticket: told.append(ticket.cancelled()), done=ignore, failed=ignore)
    jobs.keep(jobs, lambda: gate.wait(20) and told.append("chosen"), failed=ignore)
    jobs.closing.connect(lambda: jobs.keep(jobs, lambda: told.append("at last"), failed=ignore))
    jobs.closing.connect(gate.set)
    jobs.write_last(lambda: told.append("its place"))
    jobs.close()
    assert "another import" not in told
    assert told[-1] == "its place"
    assert {"chosen", "at last", False} <= set(told)
    assert told.index("chosen") < told.index("at last")


def test_what_goes_wrong_after_closing_is_in_the_log(closing, gate, caplog):
    jobs = closing

    def fail():
        gate.wait(20)
        raise BadInput("“…” has no letters; nothing was changed.")

    jobs.keep(jobs, fail, failed=ignore)
    jobs.closing.connect(gate.set)
    jobs.close()
    assert "has no letters" in caplog.text


def test_what_a_person_stopped_before_it_began_is_not_done(qtbot, jobs, gate):
    told = []
    jobs.write(jobs, lambda _ticket: gate.wait(20), done=ignore, failed=ignore)
    jobs.act(jobs, told.append, done=ignore, failed=lambda error: told.append(str(error))).cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Stopped before it began; nothing was changed."]


def refuse(*_ticket):
    raise StorageError("The disk is full: free some space; nothing was changed.")


def test_what_the_disk_did_not_take_can_be_done_again_as_it_was(qtbot, jobs):
    free, heard, told = threading.Event(), [], []
    jobs.hindered.connect(heard.append)

    def work(_ticket):
        return "written" if free.is_set() else refuse()

    jobs.act(jobs, work, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(told[0], StorageError)
    free.set()
    heard[0]()
    qtbot.waitUntil(lambda: told[-1] == "written")
    # An import is begun anew by the person, not by the program.
    jobs.write(jobs, refuse, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] is None


def test_whose_owner_is_gone_is_told_by_the_window(qtbot, jobs, gate):
    owner, told = QObject(), []
    jobs.untold.connect(told.append)
    jobs.keep(owner, lambda: gate.wait(20) and refuse(), failed=told.append)
    jobs.read(owner, refuse, done=told.append, failed=told.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.running())
    assert [type(one) for one in told] == [StorageError]
