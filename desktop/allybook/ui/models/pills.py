"""Pills: short words on a coloured ground, with an icon where one helps."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class PillTone(StrEnum):
    """How a pill is meant."""

    PLAIN = "plain"
    ALLY = "ally"
    CARE = "care"


class Pill(Struct, frozen=True):
    """One pill; ``icon`` names a drawing of ``resources/icons``, or is empty.

    ``snug`` sets the icon nearer to the edge, as in the badge of an ally.
    """

    words: str
    icon: str = ""
    tone: PillTone = PillTone.PLAIN
    snug: bool = False
