"""Weights as they are kept and typed: only those that differ from the shipped ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.noise.kinds import DEFAULT_WEIGHTS, HEAVIEST, KINDS, RELIEFS, NoiseKind
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from allybook.domain.noise.kinds import Weights

WEIGHTS = "weights"
"""The name of the setting."""


def read_weights(text: str) -> Weights:
    """Return the weights that a setting holds; what it does not know or hold is as shipped."""
    if not text:
        return dict(DEFAULT_WEIGHTS)
    import json  # noqa: PLC0415 (most people weigh as shipped)

    told = json.loads(text)
    chosen = {KINDS[key]: held(KINDS[key], points) for key, points in told.items() if key in KINDS}
    return {**DEFAULT_WEIGHTS, **chosen}


def write_weights(weights: Weights) -> str:
    """Return the text of a setting: the weights that differ from the shipped ones."""
    changed = {
        kind.key: points for kind, points in weights.items() if points != DEFAULT_WEIGHTS[kind]
    }
    if not changed:
        return ""
    import json  # noqa: PLC0415 (the same)

    return json.dumps(changed, sort_keys=True)


def held(kind: NoiseKind, points: int) -> int:
    """Return points within what a reason may weigh: reasons 0 to 100, reliefs -100 to 0."""
    low, high = (-HEAVIEST, 0) if kind in RELIEFS else (0, HEAVIEST)
    return max(low, min(high, points))


def parse_weight(text: str) -> tuple[NoiseKind, int]:
    """Return what ``repost=10`` says; ``BadInput`` names what could have been said."""
    key, sign, points = text.partition("=")
    kind = KINDS.get(key.strip().lower())
    if kind is None or not sign:
        from allybook.domain.filters.values import guess  # noqa: PLC0415 (few words are wrong)

        meant = guess(key.strip().lower(), KINDS) if sign else ""
        if meant:
            raise BadInput(
                speak(
                    "There is no reason “{key}”; did you mean {meant}={points}?",
                    key=key,
                    meant=meant,
                    points=points,
                )
            )
        raise BadInput(
            speak(
                "“{text}” is no weight: say reason=points with one of {known}.",
                text=text,
                known=", ".join(KINDS),
            )
        )
    try:
        number = int(points)
    except ValueError:
        raise BadInput(
            speak("“{points}” is no number of points; nothing was changed.", points=points)
        ) from None
    if held(kind, number) != number:
        span = "-100 to 0, since it lowers the noise" if kind in RELIEFS else "0 to 100"
        raise BadInput(
            speak("{key} can weigh {span}; nothing was changed.", key=kind.key, span=span)
        )
    return kind, number
