"""Figures as the table and ``build/bench.json`` show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Figure = dict[str, object]
COLUMNS = ("name", "figure", "unit", "bound", "holds", "beside")
RIGHT = frozenset({"figure", "bound"})


def figure(
    name: str, value: float, unit: str, *, against: str, bound: float | None = None
) -> Figure:
    """Return one figure, which holds up to its bound; without a bound it is only told."""
    return {
        "name": name,
        "figure": float(f"{value:.4g}"),
        "unit": unit,
        "bound": bound,
        "holds": bound is None or value <= bound,
        "against": against,
    }


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least ``share`` of all values do not exceed."""
    ordered = sorted(values)
    at = -(-len(ordered) * round(share * 1000) // 1000) - 1
    return ordered[max(at, 0)]


def lasting(spells: Sequence[float], share: float) -> float:
    """Return the shortest spell that, with all shorter ones, takes ``share`` of the whole time.

    Counted one by one, a pause of a second among ninety-nine beats would be one in a hundred.
    """
    most, spent = sum(spells) * share, 0.0
    for spell in sorted(spells):
        spent += spell
        if spent >= most:
            return spell
    return max(spells)


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as aligned lines, the words that explain them last."""
    rows = [COLUMNS, *map(_cells, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def markdown(figures: Sequence[Figure]) -> str:
    """Return the figures that have a bound as a table for the README: ratios, and nothing else.

    What is bounded by milliseconds or megabytes stands as a share of its bound.
    """
    bounded = [one for one in figures if one["bound"] is not None]
    head = ["| measured | beside | ratio | at most | holds |", "|---|---|--:|--:|---|"]
    return "\n".join([*head, *map(_row, bounded)])


def _row(one: Figure) -> str:
    value, bound = float(str(one["figure"])), float(str(one["bound"]))
    beside = str(one["against"]).split(":")[0]
    if one["unit"] != "times":
        value, beside, bound = value / bound, f"{bound:g} {one['unit']}", 1.0
    holds = "yes" if one["holds"] else "**no**"
    return f"| {one['name']} | {beside} | {value:.2f} | {bound:g} | {holds} |"


def _cells(one: Figure) -> tuple[str, ...]:
    bound = "–" if one["bound"] is None else f"{one['bound']:,}"  # noqa: RUF001 (no bound)
    value, holds = f"{one['figure']:,}", "yes" if one["holds"] else "NO"
    return (str(one["name"]), value, str(one["unit"]), bound, holds, str(one["against"]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if column in RIGHT else cell.ljust(width)
        for column, cell, width in zip(COLUMNS, cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()
