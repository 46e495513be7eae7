"""However X fails, the report of ``list publish`` ends as the truth, and nothing is done twice.

Some cases of ``tests.torture``, always the same; and each fault alone, at each kind of request.
"""

from dataclasses import replace

import pytest

from tests.servers.faulty.faults import FAULTS
from tests.stories.fault_cases import ANCHOR, WAITS, Case, draw_case, play

SEEDS = range(30)
QUIET = Case(
    seed=0,
    schedule={},
    first=("QuaybridgeNight", "AshgroveTenants"),
    named=("PennywellFood",),
    later=(),
    leave=1,
    budget="5",
    waits=(WAITS[2],),
    start=ANCHOR,
)
"""Undisturbed: me, look-up, list, three adds, members; then me, one remove, members."""
AT = {"create": 3, "add": 5, "read back": 7, "remove": 9}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_report_is_the_truth(seed, tmp_path):
    case = draw_case(seed)
    assert play(case, tmp_path) == [], str(case)


@pytest.mark.parametrize("request_", AT)
@pytest.mark.parametrize("fault", [name for name, fault in FAULTS.items() if not fault.slow])
def test_one_fault_alone_changes_nothing_in_the_end(fault, request_, tmp_path):
    case = replace(QUIET, schedule={AT[request_]: fault})
    assert play(case, tmp_path) == [], str(case)


@pytest.mark.parametrize("request_", ["create", "add", "read back"])
@pytest.mark.parametrize("fault", [name for name, fault in FAULTS.items() if fault.slow])
def test_a_server_that_hangs_is_given_up_and_asked_later(fault, request_, tmp_path):
    case = replace(QUIET, schedule={AT[request_]: fault})
    assert play(case, tmp_path) == [], str(case)


def test_the_same_fault_again_and_again_ends_too(tmp_path):
    case = replace(QUIET, schedule=dict.fromkeys(range(1, 30), "done but 502"))
    assert play(case, tmp_path) == [], str(case)
