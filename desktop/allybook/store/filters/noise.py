"""What filters ask of noise: sums where they are laid, else the marks that they are made of.

Mutes (``muted``) and allies are looked up when a filter is put.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.filters.terms import read_number
from allybook.domain.noise.judgement import LOUDEST, own, points_by_marks
from allybook.domain.noise.kinds import NoiseKind
from allybook.domain.noise.weights import read_weights, write_weights
from allybook.store.database.condition import ALLIES, EVERYTHING, NOTHING, Condition
from allybook.store.database.ids import listed
from allybook.store.filters.muted import is_muted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.noise.judgement import Judgement
    from allybook.store.posts.judging import Judged

UNMARKED = -1


def noise_above(value: str, judged: Judged) -> Condition:
    """Keep posts that are noisier than a number."""
    limit = read_number(value)
    if limit is None or limit >= LOUDEST:
        return NOTHING
    calm = _up_to(limit, judged)
    return Condition(f"(NOT {calm.sql})", calm.bindings)


def noise_up_to(value: str, judged: Judged) -> Condition:
    """Keep posts that are as noisy as a number, or calmer; noise is cut off at 0 and 100."""
    limit = read_number(value)
    if limit is None:
        return NOTHING
    return EVERYTHING if limit >= LOUDEST else _up_to(limit, judged)


def _up_to(limit: int, judged: Judged) -> Condition:
    """Keep posts up to a limit that is really one."""
    calm = _calm(limit, judged)
    weight = judged.judgement.weights[NoiseKind.MUTED]
    muted = is_muted(judged) if weight else NOTHING
    if muted is NOTHING:
        return calm
    quiet = Condition(f"({calm.sql} AND NOT {muted.sql})", calm.bindings + muted.bindings)
    if limit - weight < _calmest(judged.judgement):
        return quiet
    return _any([quiet, _calm(limit - weight, judged)])


def _calm(limit: int, judged: Judged) -> Condition:
    """Keep posts whose points, without those for mutes, reach no higher than a limit."""
    relief = -judged.judgement.weights[NoiseKind.ALLY]
    laid = _laid if judged.laid else _unlaid
    calm = laid(limit, judged.judgement)
    if not relief:
        return calm
    relieved = laid(limit + relief, judged.judgement)
    return Condition(
        f"({calm.sql} OR ({relieved.sql} AND {ALLIES}))", calm.bindings + relieved.bindings
    )


def _laid(limit: int, _judgement: Judgement) -> Condition:
    """Compare the sums that the cache keeps."""
    return Condition("posts.noise <= ?", (limit,))


def _unlaid(limit: int, judgement: Judgement) -> Condition:
    """Add up the marks anew: the sums were laid under another judgement."""
    weights = write_weights(judgement.weights)
    calm = Condition("posts.reasons IN (SELECT value FROM json_each(?))", (_sets(limit, weights),))
    foreign = judgement.weights[NoiseKind.LANGUAGE]
    if not (foreign and judgement.languages):
        return calm
    codes = listed(sorted(own(judgement.languages)))
    return Condition(
        f"({calm.sql} AND (posts.lang IN (SELECT value FROM json_each(?))"  # noqa: S608 (fixed words)
        " OR posts.reasons IN (SELECT value FROM json_each(?))))",
        (*calm.bindings, codes, _sets(limit - foreign, weights)),
    )


@lru_cache(maxsize=64)
def _sets(limit: int, weights: str) -> str:
    """Return the sets of marks whose points reach no higher than a limit, as one binding.

    Posts without marks yet count as calm.
    """
    calm = [marks for marks, points in _points(weights).items() if points <= limit]
    return listed([UNMARKED, *calm] if limit >= 0 else calm)


@lru_cache(maxsize=2)
def _points(weights: str) -> Mapping[int, int]:
    """Return what each set of marks weighs."""
    return points_by_marks(read_weights(weights))


def _calmest(judgement: Judgement) -> int:
    """Return the lowest points that a post can have."""
    return sum(points for points in judgement.weights.values() if points < 0)


def _any(conditions: Sequence[Condition]) -> Condition:
    """Join conditions of which one is enough."""
    if not conditions:
        return NOTHING
    sql = " OR ".join(condition.sql for condition in conditions)
    bindings = tuple(value for condition in conditions for value in condition.bindings)
    return Condition(f"({sql})", bindings)
