"""What a quote says, in words and sums, ready to be shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.ui.widgets.price import PriceKind

if TYPE_CHECKING:
    from allybook.ui.dialogs.choices import Option
    from allybook.ui.dialogs.named import NamedAlly


class PriceLine(Struct, frozen=True):
    """One line of the price: ``14 adds at $0.010`` and its sum."""

    words: str
    dollars: Decimal


class WayView(Struct, frozen=True):
    """One way to the same answer: its name for the program, what it is called, and why take it.

    ``pace`` is how long it takes, empty where that is as the quote says.
    """

    name: str
    words: str
    why: str
    lines: tuple[PriceLine, ...]
    charge: PriceKind = PriceKind.EXACT
    pace: str = ""

    @property
    def dollars(self) -> Decimal:
        """Return the sum."""
        return sum((line.dollars for line in self.lines), Decimal(0))


class QuoteView(Struct, frozen=True):
    """What a quote says, in words and sums; nothing in it is looked up later.

    ``verb`` stands on the button before the price. ``spent`` and ``budget`` are this month's.
    ``pace`` is how long it takes, ``why`` why so slowly. ``option`` is an extra to tick, where
    there is one, ``choices`` are ways to do it, and with ``paced`` the pace can be changed.
    ``charge`` is how well the price is known. ``held`` is kept back for requests without an answer.
    Where ``ways`` lead to the same answer, the first is chosen, and the sums are of that one.
    """

    title: str
    sentence: str
    verb: str
    lines: tuple[PriceLine, ...]
    spent: Decimal
    budget: Decimal
    pace: str = ""
    why: str = ""
    adds: tuple[NamedAlly, ...] = field(default=())
    removes: tuple[NamedAlly, ...] = field(default=())
    option: str = ""
    choices: tuple[Option, ...] = ()
    paced: bool = False
    icon: str = "send"
    charge: PriceKind = PriceKind.EXACT
    held: Decimal = Decimal(0)
    ways: tuple[WayView, ...] = ()

    @property
    def dollars(self) -> Decimal:
        """Return the sum."""
        return sum((line.dollars for line in self.lines), Decimal(0))

    @property
    def over(self) -> Decimal:
        """Return by how much it would pass the budget; 0 where it would not, or is free."""
        if not self.dollars:
            return Decimal(0)
        return max(Decimal(0), self.spent + self.held + self.dollars - self.budget)

    def going(self, way: WayView) -> QuoteView:
        """Return the quote of going another way."""
        pace = way.pace or self.pace
        return replace(self, lines=way.lines, charge=way.charge, pace=pace)
