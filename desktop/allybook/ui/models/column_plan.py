"""Which columns of the allies a person wants, in which order, how wide, and sorted by which."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.ui.models.allies import AllyColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WIDTHS = range(40, 601)
"""How narrow and how wide a column can be (logical pixels)."""
USUAL = (
    AllyColumn.ALLY,
    AllyColumn.HANDLE,
    AllyColumn.KIND,
    AllyColumn.CATEGORY,
    AllyColumn.TAGS,
    AllyColumn.STATUS,
    AllyColumn.LISTED,
    AllyColumn.FOLLOW_BACK,
    AllyColumn.LAST_POST,
    AllyColumn.FLAGS,
    AllyColumn.NOMINATED_BY,
)
HIDDEN = frozenset(
    {
        AllyColumn.HANDLE,
        AllyColumn.KIND,
        AllyColumn.LISTED,
        AllyColumn.FLAGS,
        AllyColumn.NOMINATED_BY,
    }
)


class ColumnPlan(Struct, frozen=True):
    """``order`` has every column, from the left; ``widths`` only those that a person changed."""

    order: tuple[AllyColumn, ...] = USUAL
    hidden: frozenset[AllyColumn] = HIDDEN
    widths: Mapping[AllyColumn, int] = field(default_factory=dict)
    by: AllyColumn = AllyColumn.ALLY
    descending: bool = False

    def shown(self, column: AllyColumn, *, wanted: bool) -> ColumnPlan:
        """Show a column, or hide it; that of the allies stays."""
        if column is AllyColumn.ALLY:
            return self
        hidden = self.hidden - {column} if wanted else self.hidden | {column}
        return replace(self, hidden=hidden)

    def moved(self, column: AllyColumn, steps: int) -> ColumnPlan:
        """Move a column so many places to the right, or to the left below 0."""
        rest = [one for one in self.order if one is not column]
        place = min(max(self.order.index(column) + steps, 0), len(rest))
        return replace(self, order=(*rest[:place], column, *rest[place:]))

    def widened(self, column: AllyColumn, width: int) -> ColumnPlan:
        """Give a column a width, within bounds."""
        width = min(max(width, WIDTHS[0]), WIDTHS[-1])
        return replace(self, widths={**self.widths, column: width})

    def to_text(self) -> str:
        """Return the plan as one text for the settings."""
        told = {
            "order": [column.name.lower() for column in self.order],
            "hidden": sorted(column.name.lower() for column in self.hidden),
            "widths": {column.name.lower(): width for column, width in self.widths.items()},
            "by": self.by.name.lower(),
            "descending": self.descending,
        }
        return json.dumps(told)


def read_plan(text: str) -> ColumnPlan:
    """Return a plan from its text; what is not understood is as usual.

    Once the text was a list of the numbers of those hidden: the columns of that time.
    """
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return ColumnPlan()
    if isinstance(told, list):
        return ColumnPlan(hidden=HIDDEN | frozenset(_columns(told)) - {AllyColumn.ALLY})
    if not isinstance(told, dict):
        return ColumnPlan()
    return _read(told)


def _read(told: Mapping[str, Any]) -> ColumnPlan:
    plan = ColumnPlan()
    order = tuple(dict.fromkeys(_named(told.get("order", ()))))
    widths = told.get("widths", {})
    new = [column for column in USUAL if column not in order]
    by = [*_named([told.get("by")]), plan.by][0]
    plan = replace(
        plan,
        order=(*order, *new),
        hidden=frozenset(_named(told.get("hidden", ()))) - {AllyColumn.ALLY}
        if "hidden" in told
        else HIDDEN,
        by=by,
        descending=told.get("descending") is True,
    )
    for column in _named(widths):
        width = widths[column.name.lower()]
        if isinstance(width, int):
            plan = plan.widened(column, width)
    return plan


def _named(names: Iterable[object]) -> list[AllyColumn]:
    known = {column.name.lower(): column for column in AllyColumn}
    return [known[name] for name in names if isinstance(name, str) and name in known]


def _columns(numbers: Iterable[object]) -> list[AllyColumn]:
    known = {int(column) for column in AllyColumn}
    return [AllyColumn(one) for one in numbers if isinstance(one, int) and one in known]
