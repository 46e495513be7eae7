"""Where people live: far ahead of UTC and far behind, with clocks that go forward and back."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")
BERLIN = ZoneInfo("Europe/Berlin")
BEIRUT = ZoneInfo("Asia/Beirut")
"""Clocks go forward at midnight: on 29 March 2026 there is none."""
KATHMANDU = ZoneInfo("Asia/Kathmandu")
FIRST, LAST = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago")
"""Where a day begins first (14 hours ahead of UTC), and where last (11 hours behind)."""
APIA = ZoneInfo("Pacific/Apia")
"""There was no 30 December 2011: the date line was moved."""
ZONES = (UTC, NEW_YORK, BERLIN, BEIRUT, KATHMANDU, FIRST, LAST)
