"""Noise: a sum of named, visible reasons, 0 (calm) to 100.

What a post brings with it is scored once, when it is read (``score``). What can change without the
post, such as its author becoming an ally, is laid over that sum when it is looked at (``clamp``).
"""

from __future__ import annotations

from allybook.domain.noise.scoring import (
    ALLY_RELIEF,
    NoiseKind,
    NoiseReason,
    clamp,
    reasons,
    score,
)

__all__ = ["ALLY_RELIEF", "NoiseKind", "NoiseReason", "clamp", "reasons", "score"]
