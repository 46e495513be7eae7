"""How many generated cases a property is tried on: few in every run, a great many when asked for.

``HYPOTHESIS_PROFILE=long`` tries each property that uses this on ``LONG`` times as many. Give
pytest ``--timeout=0`` with it, since a minute is not enough then.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

LONG = 25
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"


def cases(number: int) -> settings:
    """Return the settings for so many cases, or ``LONG`` times as many in a long run."""
    most = number * LONG if IS_LONG else number
    return settings(max_examples=most, deadline=None, suppress_health_check=[HealthCheck.too_slow])
