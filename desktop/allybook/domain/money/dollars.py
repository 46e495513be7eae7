"""Dollars in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from allybook.domain.errors import BadInput
from allybook.domain.expressions import expression
from allybook.domain.spoken import Pattern, Spoken, speak

MOST = Decimal(1_000_000)
"""No larger sum is taken from a person."""
CENT = Decimal("0.01")
MILL = Decimal("0.001")
SUM = expression(r"\d+\.?\d*|\.\d+")
BEYOND: Pattern = "Write whole cents, such as 2.50, and at most {most}: “{text}” is not taken."


def in_words(dollars: Decimal) -> Spoken:
    """Return ``$0.24``, with a third figure where cents would not be exact (``$0.005``)."""
    return speak("${dollars}", dollars=in_figures(dollars))


def in_figures(dollars: Decimal) -> Decimal:
    """Return a sum with two figures, or with a third one where that is not 0, and no sign of 0."""
    exact = dollars.quantize(MILL, ROUND_HALF_UP) + 0
    cents = exact.quantize(CENT)
    return cents if exact == cents else exact


def parse_dollars(text: str) -> Decimal:
    """Return a sum as a person types it (``2.50``, ``$2.50``); ``BadInput`` if it is none."""
    typed = text.strip().removeprefix("$")
    if not SUM.fullmatch(typed):
        raise BadInput(speak("“{text}” is no sum of dollars: write for example 2.50.", text=text))
    amount = Decimal(typed)
    if amount > MOST:
        raise BadInput(speak(BEYOND, most=in_words(MOST), text=text))
    return amount


def parse_budget(text: str) -> Decimal:
    """Return a budget that is kept: of whole cents, so that the window can show it, and step it."""
    amount = parse_dollars(text)
    if amount != amount.quantize(CENT):
        raise BadInput(speak(BEYOND, most=in_words(MOST), text=text))
    return amount
