"""Noise: a sum of named, visible reasons, 0 (calm) to 100.

What a post brings with it, and what stands around it, is marked once, when it is read (``Mark``).
What can change without the post (the person's weights, languages and mutes, its author becoming an
ally) is laid over those marks when it is looked at (``Judgement``).
"""

from __future__ import annotations

from allybook.domain.noise.judgement import PLAIN, Judgement, Near, Verdict
from allybook.domain.noise.kinds import DEFAULT_WEIGHTS, Mark, NoiseKind, Weights
from allybook.domain.noise.scoring import NoiseReason, mark, reasons, score

__all__ = [
    "DEFAULT_WEIGHTS",
    "PLAIN",
    "Judgement",
    "Mark",
    "Near",
    "NoiseKind",
    "NoiseReason",
    "Verdict",
    "Weights",
    "mark",
    "reasons",
    "score",
]
