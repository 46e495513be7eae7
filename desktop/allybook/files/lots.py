"""Records in lots of one size, so that each lot can be one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")


def lots(runs: Iterable[Sequence[T]], size: int) -> Iterator[tuple[T, ...]]:
    """Yield what ``runs`` hold in tuples of ``size`` (the last is shorter, none is empty)."""
    pending: list[T] = []
    for run in runs:
        pending.extend(run)
        while len(pending) >= size:
            yield tuple(pending[:size])
            del pending[:size]
    if pending:
        yield tuple(pending)
