"""How often two texts that are alike meet in a band: as often as docs/decisions/0013 says."""

from __future__ import annotations

import random

import pytest

from allybook.domain.noise.near import ALIKE, bands_in
from allybook.store.posts.sketch import sketch

SIZE, MANY = 40, 1_500


def alike(chance, likeness):
    """Return two texts, as pairs of words, with about this likeness."""
    shared = round(2 * SIZE * likeness / (1 + likeness))
    words = [str(chance.random()) for _ in range(2 * SIZE - shared)]
    return words[:SIZE], words[:shared] + words[SIZE:]


@pytest.mark.parametrize(
    ("likeness", "met"),
    [(0.3, 0.08), (0.5, 0.33), (ALIKE, 0.52), (0.7, 0.72), (0.8, 0.9), (0.9, 0.98)],
)
def test_the_more_two_texts_are_alike_the_more_often_they_meet(likeness, met):
    chance = random.Random(2026)  # noqa: S311 (repeatable, not secret)
    texts = [alike(chance, likeness) for _ in range(MANY)]
    ones, others = sketch([one for one, _ in texts]), sketch([other for _, other in texts])
    meetings = [
        not set(bands_in(0, [one])).isdisjoint(bands_in(0, [other]))
        for one, other in zip(ones, others, strict=True)
    ]
    assert sum(meetings) / MANY == pytest.approx(met, abs=0.04)
