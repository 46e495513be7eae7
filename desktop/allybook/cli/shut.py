"""Which books cannot be read, remarked as soon as it is found: what needs them not goes on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.cli.out import Out
    from allybook.domain.changes import Changed
    from allybook.services.desk import Desk


@contextmanager
def remarking_shut(desk: Desk, out: Out) -> Iterator[None]:
    """Remark once of each file what is wrong with it."""
    said = set[str]()

    def hear(changed: Changed) -> None:
        """Remark what was not remarked yet."""
        for words in changed.shut:
            if words not in said:
                said.add(words)
                out.remark(words)

    stop = desk.announcer.listen(hear)
    try:
        yield
    finally:
        stop()
