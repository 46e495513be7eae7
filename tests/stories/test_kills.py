"""A program killed at any request and started again does nothing twice and forgets nothing.

Some stories of ``tests.torture``, always the same; the rest is for a free hour.
"""

import pytest

from tests.stories import kill_cases, kill_reading
from tests.stories.killing import ANSWERED, DONE, LOST, Stroke

CREATES, ADDS = 3, 5
"""Which request of an undisturbed first run does what."""
ALLIES = ("QuaybridgeNight", "AshgroveTenants", "PennywellFood", "ThornleafYouth")
WHILE_PUBLISHING = {
    "creating": ((Stroke(CREATES, DONE),), ()),
    "adding": ((Stroke(ADDS, DONE), Stroke(3, ANSWERED, 0.004)), (Stroke(2, LOST),)),
}


@pytest.mark.timeout(180)
@pytest.mark.parametrize("when", WHILE_PUBLISHING)
def test_killed_while_publishing(when, tmp_path):
    first, second = WHILE_PUBLISHING[when]
    case = kill_cases.Case(0, ALLIES, first, second)
    kills, wrong = kill_cases.play(case, tmp_path)
    assert wrong == []
    assert kills == len(first + second)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("command", kill_reading.COMMANDS, ids=["chat", "check", "refresh"])
def test_killed_while_reading(command, tmp_path):
    case = kill_reading.Case(0, command, (Stroke(3, ANSWERED, 0.01),))
    kills, wrong = kill_reading.play(case, tmp_path)
    assert wrong == []
    assert kills == 1


@pytest.mark.timeout(180)
def test_killed_while_importing(tmp_path):
    kills, wrong = kill_reading.play_import(0, tmp_path, times=1)
    assert wrong == []
    assert kills == 1
