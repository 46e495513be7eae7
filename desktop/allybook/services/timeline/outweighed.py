"""Outweighed: what a person's weights leave of a mute, which is one reason for noise among others.

It is no rule of its own: the sums in the cache, the filters and the cards all add it up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.noise.kinds import RELIEFS, NoiseKind
from allybook.domain.spoken import speak
from allybook.services.timeline.noise import weights
from allybook.services.timeline.view import QUIET_ABOVE

if TYPE_CHECKING:
    from allybook.domain.spoken import Spoken
    from allybook.services.desk import Desk


def outweighed(desk: Desk) -> tuple[Spoken, ...]:
    """Return what to say of a mute that is too light to keep all posts out of sight."""
    chosen = weights(desk)
    points, relief = chosen[NoiseKind.MUTED], sum(chosen[kind] for kind in RELIEFS)
    if points <= QUIET_ABOVE:
        told = speak(
            "“Muted” weighs {points}, and posts wait above {limit}: what has no other noise stays "
            "in sight.",
            points=points,
            limit=QUIET_ABOVE,
        )
        return (told,)
    if points + relief > QUIET_ABOVE:
        return ()
    told = speak(
        "Its posts wait in the quiet folder, but not all: “muted” weighs {points}, and what speaks "
        "for a post, as that an ally wrote it, takes up to {relief} away.",
        points=points,
        relief=-relief,
    )
    return (told,)
