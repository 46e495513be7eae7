"""What stands where the answers will be, before anything was read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from allybook.ui.widgets.empty import Emptiness, Way
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from allybook.ui.widgets.price import PriceButton

DRAWING = ("organisation", "arrow-left-right", "user-round")


class To(StrEnum):
    """Where a way leads."""

    CHECK = "check"
    ARCHIVE = "archive"
    BEGIN = "begin"
    EVERYONE = "everyone"


def unread(*, signed_in: bool, button: PriceButton) -> Emptiness:
    """Return what is said before the first check; ``button`` knows what one costs."""
    ways = [_check(button)] if signed_in else []
    ways.append(
        Way(
            To.ARCHIVE,
            "file-archive",
            translate("followback", "Import your X archive, free"),
            translate("followback", "It holds both sides; nothing leaves this computer"),
        )
    )
    if not signed_in:
        ways.append(
            Way(
                To.BEGIN,
                "graduation-cap",
                translate("followback", "Practise, or connect an account"),
                translate("followback", "On the practice network a check costs nothing"),
            )
        )
    return Emptiness(
        translate("followback", "Who follows back?"),
        translate(
            "followback",
            "A check reads whom you follow and who follows you. "
            "It changes nothing on X, and nobody is told.",
        ),
        tuple(ways),
        drawing=DRAWING,
    )


def nobody() -> Emptiness:
    """Return what is said of a book without anybody to check."""
    return Emptiness(
        translate("followback", "Whom could we check?"),
        translate(
            "followback",
            "Nobody in this book is approved and has an account that Allybook knows by its number.",
        ),
        (
            Way(
                To.EVERYONE,
                "users",
                translate("followback", "See everyone we follow"),
                translate("followback", "Whom you follow, and who of them follows you"),
            ),
        ),
        drawing=DRAWING,
    )


def _check(button: PriceButton) -> Way:
    off = "" if button.isEnabled() else button.text()
    because = button.toolTip().rpartition("\n")[2]
    return Way(To.CHECK, "refresh-cw", button.text(), because, off=off)
