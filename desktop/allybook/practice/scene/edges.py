"""Who follows whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.practice.chance import Chance
    from allybook.practice.scene.people import Figure

FRIENDLY = 0.22
NOISY = 0.05
"""How often two accounts other than ours follow each other, in parts of one."""


class Edges:
    """The follow edges: ours as the scenario says, the others' by chance. Nobody gone is seen."""

    def __init__(self, me: Figure, people: Sequence[Figure], chance: Chance) -> None:
        self._me = me
        self._people = [one for one in people if one.active]
        self._chance = chance

    def follows(self, who: Figure, whom: Figure) -> bool:
        """Return whether ``who`` follows ``whom``."""
        if who is whom or not (who.active and whom.active):
            return False
        if who is self._me:
            return whom.character.tie in {"mutual", "idol"}
        if whom is self._me:
            return who.character.tie in {"mutual", "fan"}
        likely = NOISY if "noise" in {who.character.kind, whom.character.kind} else FRIENDLY
        return self._chance.number("edge", who.handle, whom.handle) < likely

    def followers(self, of: Figure) -> list[Figure]:
        """Return who follows an account, the latest follow last."""
        return self._in_order([one for one in self._people if self.follows(one, of)], of)

    def following(self, of: Figure) -> list[Figure]:
        """Return whom an account follows, the latest follow last."""
        return self._in_order([one for one in self._people if self.follows(of, one)], of)

    def connection(self, other: Figure) -> tuple[str, ...]:
        """Return X's words for how we and another account stand to each other."""
        words = {
            "following": self.follows(self._me, other),
            "followed_by": self.follows(other, self._me),
            "follow_request_sent": other.character.asked,
        }
        return tuple(word for word, holds in words.items() if holds)

    def _in_order(self, found: list[Figure], of: Figure) -> list[Figure]:
        return sorted(found, key=lambda one: self._chance.number("since", of.handle, one.handle))
