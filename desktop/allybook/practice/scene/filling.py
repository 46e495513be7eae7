"""Fill the gaps in a text: names, streets, numbers, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.practice.chance import Chance
    from allybook.practice.scene.people import Figure

GAP = re.compile(r"\{(\w+)\}")


class Filling:
    """Fills ``{street}`` and the like, always the same way for the same draft key.

    ``{n}`` is a small number; ``{org}`` and ``{person}`` are handles; ``{link}`` is a page on the
    author's site; everything else is one of the scenario's ``slots``.
    """

    def __init__(
        self, slots: Mapping[str, Sequence[str]], people: Sequence[Figure], chance: Chance
    ) -> None:
        self._slots = slots
        self._chance = chance
        known = [one for one in people if one.active and not one.character.blocks_us]
        self._orgs = [one.handle for one in known if one.character.kind == "organisation"]
        self._persons = [one.handle for one in known if one.character.kind == "person"]

    def fill(self, text: str, author: Figure, key: str) -> str:
        """Return ``text`` without gaps."""
        count = 0

        def put(found: re.Match[str]) -> str:
            """Return the word for one gap."""
            nonlocal count
            count += 1
            return self._word(found[1], author, f"{key}/{count}")

        return GAP.sub(put, text)

    def _word(self, gap: str, author: Figure, key: str) -> str:
        match gap:
            case "n":
                return str(3 + self._chance.below(38, "n", key))
            case "org":
                return "@" + self._other(self._orgs, author, key)
            case "person":
                return "@" + self._other(self._persons, author, key)
            case "link":
                page = self._chance.pick(self._slots["pages"], "page", key)
                return f"https://{author.site}/{page}"
            case _:
                return self._chance.pick(self._slots[gap], gap, key)

    def _other(self, handles: Sequence[str], author: Figure, key: str) -> str:
        others = [one for one in handles if one != author.handle]
        return self._chance.pick(others, "other", key)
