"""A meter that writes down what it is told, and can refuse."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allybook.domain.errors import OverBudget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.money.reservations import Part


@dataclass
class RecordingMeter:
    """Keeps every call; ``refuses`` is an endpoint that is over the budget.

    ``broken`` has the errors that requests ended with, ``moving`` which asked for the newest.
    """

    refuses: str = ""
    allowed: list[tuple[str, int, bool]] = field(default_factory=list)
    counted: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    broken: list[BaseException] = field(default_factory=list)
    moving: list[bool] = field(default_factory=list)

    @contextmanager
    def request(self, mark: str, parts: Sequence[Part]) -> Iterator[RecordingMeter]:
        """Write down, or refuse."""
        if self.refuses in [part.endpoint for part in parts]:
            raise OverBudget("The budget of this test is spent.")
        self.marks.append(mark)
        self.moving.append(any(part.moves for part in parts))
        self.allowed += [(part.endpoint, part.most, part.owned) for part in parts]
        try:
            yield self
        except BaseException as error:
            self.broken.append(error)
            raise

    def bring(self, parts: Sequence[Part]) -> None:
        """Write down."""
        self.counted += [(part.endpoint, part.ids, part.owned) for part in parts]
