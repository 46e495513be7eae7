"""Signs that turn the direction of what follows: what stands behind them reads as another thing."""

from __future__ import annotations

from allybook.domain.expressions import expression

TURNING = "\u202a-\u202e\u2066-\u2069"
"""Signs without a width that turn the direction of all that follows, as ranges (UAX 9)."""
_ANY = expression(f"[{TURNING}]")


def unturned(name: str) -> str:
    """Return a name that turns no sentence in which it stands."""
    return name if name.isascii() else _ANY.sub("", name)
