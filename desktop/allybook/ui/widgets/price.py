"""Buttons that cost money, and say so."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import OUTLINED, PRIMARY, Button
from allybook.ui.widgets.lending import Lending
from allybook.ui.wording import about_dollars, dollars

if TYPE_CHECKING:
    from allybook.ui.theme.look import Look


class PriceKind(StrEnum):
    """How a price is said, or why it cannot be paid now; ``FROM`` where nobody knows the most."""

    UNKNOWN = "unknown"
    EXACT = "exact"
    ASIDE = "aside"
    ABOUT = "about"
    FROM = "from"
    FREE = "free"
    OVER_BUDGET = "over_budget"
    OFFLINE = "offline"
    NO_ACCOUNT = "no_account"


ICONS = {
    PriceKind.OVER_BUDGET: "wallet",
    PriceKind.OFFLINE: "wifi-off",
    PriceKind.NO_ACCOUNT: "key-round",
}
OFF = frozenset(ICONS)


class Tag(Struct, frozen=True):
    """What stands on the button beside the verb.

    ``plan`` is the tooltip (what is read, and why this way); ``until`` says, for a free one, how
    long it stays free (``8 PM``).
    """

    charge: PriceKind = PriceKind.UNKNOWN
    sum: Decimal = Decimal(0)
    plan: str = ""
    until: str = ""


class PriceButton(Button):
    """A verb with its price; off, with the reason, where it cannot be paid. Enter never spends.

    ``main`` makes it the filled button of its view.
    """

    enter_presses = False

    def __init__(
        self, look: Look, verb: str, icon: str, *, main: bool = False, size: str = "button"
    ) -> None:
        # Before the button measures its letters.
        self.dress = PRIMARY if main else OUTLINED
        super().__init__(look, verb, icon, size=size)
        self._verb = verb
        self._resting = icon
        self._busy = self._waits = False
        self._tag = Tag()
        self._lending = Lending(self)

    def show_tag(self, tag: Tag) -> None:
        """Say this price, or why it cannot be paid."""
        self._tag, self._waits = tag, False
        self.setMinimumWidth(0)
        self.setText(self._say(tag))
        self.set_icon(ICONS.get(tag.charge, self._resting))
        self.setToolTip(as_written(tag.plan))
        self.setAccessibleDescription(tag.plan)
        self._refresh()

    def wait(self) -> None:
        """Be off, without a price but as wide as before, until the next tag brings one."""
        width = self.width()
        self.show_tag(Tag())
        self._waits = True
        self.setMinimumWidth(width)
        self._refresh()

    def show_verb(self, verb: str) -> None:
        """Say another verb with the same price."""
        self._verb = verb
        self.show_tag(self._tag)

    def set_busy(self, *, busy: bool) -> None:
        """Be off while the job runs."""
        self._busy = busy
        self._refresh()

    def _refresh(self) -> None:
        self._lending.turn(on=not (self._busy or self._waits or self._tag.charge in OFF))
        self.updateGeometry()

    def _say(self, tag: Tag) -> str:
        free = self.tr("%1, free until %3") if tag.until else self.tr("%1, free")
        words = {
            PriceKind.UNKNOWN: "%1",
            PriceKind.EXACT: self.tr("%1 for %2"),
            PriceKind.ASIDE: self.tr("%1, %2"),
            PriceKind.ABOUT: self.tr("%1, about %2"),
            PriceKind.FROM: self.tr("%1, from %2"),
            PriceKind.FREE: free,
            PriceKind.OVER_BUDGET: self.tr("%1 (%2), over budget"),
            PriceKind.OFFLINE: self.tr("%1, when online"),
            PriceKind.NO_ACCOUNT: self.tr("%1, with an account"),
        }[tag.charge]
        price = (about_dollars if tag.charge is PriceKind.ABOUT else dollars)(tag.sum)
        words = words.replace("%3", tag.until).replace("%2", price)
        return words.replace("%1", self._verb)
