"""A profile in a temporary folder, on a clock that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from allybook.ports.cache import Cache


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def profile(tmp_path: Path, clock: FixedClock) -> Iterator[Profile]:
    with Profile(tmp_path / "profile", clock) as opened:
        yield opened


@pytest.fixture
def cache(profile: Profile) -> Cache:
    return profile.cache("7001")
