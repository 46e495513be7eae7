"""What an endpoint answers, and what of it X would charge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.practice.roster import Act
    from allybook.practice.wire import Json


class Answer(Struct, frozen=True):
    """A good answer. ``resources`` are the ids of the data; ``users`` and ``posts`` came along.

    ``act`` is what the request changed; ``owned`` says that it asked about ourselves.
    """

    body: Json
    resources: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    act: Act | None = None
    owned: bool = False
    status: int = 200

    @property
    def returned_data(self) -> bool:
        """Return whether there is anything to charge for."""
        return "data" in self.body


def problems_only(problems: Sequence[Json]) -> Answer:
    """Return the 200 that holds nothing but problems."""
    return Answer({"errors": list(problems)})
