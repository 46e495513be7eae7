"""How the window's tests wait: long enough, and also for what has not begun yet."""

from inspect import getmembers, signature

from PySide6.QtCore import QTimer

from tests.conftest import PATIENT_MS
from tests.ui.rest import come_to_rest


def test_the_bot_waits_long_by_itself(qtbot):
    waits = [wait for name, wait in getmembers(qtbot, callable) if name.startswith("wait")]
    ends = [signature(wait).parameters.get("timeout") for wait in waits]
    assert {end.default for end in ends if end is not None} == {PATIENT_MS}


def test_what_begins_a_turn_later_is_waited_for_with_what_it_leads_to(qtbot, jobs):
    told = []

    def begin(name, then):
        jobs.read(jobs, lambda _ticket: name, done=then, failed=told.append)

    def go_on(name):
        told.append(name)
        QTimer.singleShot(0, lambda: begin("second", told.append))

    QTimer.singleShot(0, lambda: begin("first", go_on))
    come_to_rest(qtbot, jobs.running)
    assert told == ["first", "second"]
