"""The zone of the computer, asked on computers that stand elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta

import pytest

from allybook.app.ground import SystemClock
from allybook.app.zone import ComputerZone
from tests.fakes.zones import BEIRUT, BERLIN, FIRST, KATHMANDU, LAST, NEW_YORK

ASK = """
from datetime import UTC, datetime, timedelta
from allybook.app.zone import ComputerZone
from allybook.domain.filters.times import midnight
here, year = ComputerZone(), datetime(2026, 1, 1, tzinfo=UTC)
for number in range(365 * 12):
    local = (year + timedelta(hours=2, minutes=10) * number).astimezone(here)
    print(local.isoformat(), local.fold, local.astimezone(UTC).isoformat())
for number in range(365):
    print(midnight((year + timedelta(days=number)).date(), here).isoformat())
"""


def answer(zone):
    """Return what the same questions bring from the zone database."""
    year = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(365 * 12):
        moment = year + timedelta(hours=2, minutes=10) * number
        local = moment.astimezone(zone)
        yield f"{local.isoformat()} {local.fold} {moment.isoformat()}"
    for number in range(365):
        day = (year + timedelta(days=number)).replace(tzinfo=zone)
        yield day.astimezone(UTC).isoformat()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is told its zone otherwise")
@pytest.mark.parametrize("zone", [NEW_YORK, BERLIN, BEIRUT, KATHMANDU, FIRST, LAST], ids=str)
def test_it_knows_summer_and_winter(zone):
    surroundings = {**os.environ, "TZ": zone.key}
    told = subprocess.run(
        [sys.executable, "-c", ASK], env=surroundings, capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines() == list(answer(zone))


@pytest.mark.parametrize("day", [date.min, date(1901, 1, 1), date.max])
def test_days_beyond_its_rules_have_an_offset_too(day):
    zone = ComputerZone()
    offset = datetime.combine(day, time(), zone).utcoffset()
    assert offset is not None
    assert abs(offset) < timedelta(days=1)
    assert zone.dst(None) is None


def test_the_clock_stands_in_it():
    clock = SystemClock()
    now = clock.now()
    assert now.tzinfo is UTC
    assert now.astimezone(clock.zone) == now
