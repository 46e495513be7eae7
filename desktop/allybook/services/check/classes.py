"""Who follows back, of very many accounts at once: the answers of a check, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.check.followback import classify, knows
from allybook.domain.people.accounts import Standing
from allybook.services.check.answer import Asked, answer_from, newest_sides

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from allybook.domain.check.followback import Answer
    from allybook.domain.people.accounts import Face
    from allybook.services.desk import Desk


class Classes:
    """Answers as ``answer`` does, from the readings as they were when this was made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sides = newest_sides(desk)

    def of(self, user_ids: Sequence[str], faces: Mapping[str, Face]) -> Mapping[str, Answer]:
        """Return the answer for each of these; nothing for those whom nobody ever looked for."""
        looked_up = self._desk.cache.looked_up_at(user_ids)
        told = self._from_look_ups(looked_up)
        if not self._sides.readings():
            return told
        followers, following = self._sides.followers, self._sides.following
        hidden = {one for one, face in faces.items() if face.standing is not Standing.ACTIVE}
        read = {
            user_id: classify(
                followed_by=knows(followers, user_id, hidden=user_id in hidden),
                following=knows(following, user_id, hidden=user_id in hidden),
            )
            for user_id in user_ids
            if user_id not in told
        }
        return {**read, **told}

    def _from_look_ups(self, user_ids: Collection[str]) -> dict[str, Answer]:
        asked = [Asked(user_id) for user_id in user_ids]
        found = answer_from(self._desk, asked, self._sides) if asked else ()
        return {one.user_id: one.answer for one in found}
