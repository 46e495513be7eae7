"""Dollars in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
MILL = Decimal("0.001")


def in_words(dollars: Decimal) -> str:
    """Return ``$0.24``, with a third figure where cents would not be exact (``$0.005``)."""
    exact = dollars.quantize(MILL, ROUND_HALF_UP)
    return f"${exact.quantize(CENT) if exact == exact.quantize(CENT) else exact}"
