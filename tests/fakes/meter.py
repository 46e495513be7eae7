"""A meter that writes down what it is told, and can refuse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allybook.domain.errors import OverBudget

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class RecordingMeter:
    """Keeps every call; ``refuses`` is an endpoint that is over the budget."""

    refuses: str = ""
    allowed: list[tuple[str, int, bool]] = field(default_factory=list)
    counted: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=list)

    def before(self, endpoint: str, worst: int, *, owned: bool) -> None:
        """Write down, or refuse."""
        if endpoint == self.refuses:
            raise OverBudget("The budget of this test is spent.")
        self.allowed.append((endpoint, worst, owned))

    def after(self, endpoint: str, resources: Sequence[str], *, owned: bool) -> None:
        """Write down."""
        self.counted.append((endpoint, tuple(resources), owned))
