"""What stands where the answers will be, before anything was read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from allybook.ui import no_account
from allybook.ui.widgets.empty import Emptiness, StartWay
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from allybook.ui.widgets.price import PriceButton

DRAWING = ("organisation", "arrow-left-right", "user-round")


class To(StrEnum):
    """Where a way leads."""

    CHECK = "check"
    ARCHIVE = "archive"
    BEGIN = no_account.BEGIN
    EVERYONE = "everyone"
    NAMES = "names"


def unread(*, signed_in: bool, button: PriceButton, why: str = "") -> Emptiness:
    """Return what is said before the first check; ``button`` knows what one costs, and ``why``."""
    ways = [_check(button, why)] if signed_in else []
    ways.append(
        StartWay(
            To.ARCHIVE,
            "file-archive",
            translate("followback", "Import your X archive, free"),
            translate("followback", "It holds both sides; nothing leaves this computer"),
        )
    )
    if signed_in:
        ways.append(_names())
    else:
        words = translate("followback", "On the practice network a check costs nothing")
        ways.append(no_account.practise_or_connect(words))
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
        translate("followback", "This book has no accounts, neither approved nor nominated."),
        (
            StartWay(
                To.EVERYONE,
                "users",
                translate("followback", "See everyone we follow"),
                translate("followback", "Whom you follow, and who of them follows you"),
            ),
            _names(),
        ),
        drawing=DRAWING,
    )


def _names() -> StartWay:
    return StartWay(
        To.NAMES,
        "clipboard-paste",
        translate("followback", "Check names from elsewhere"),
        translate("followback", "Paste handles or choose a file: who of these follows you"),
    )


def _check(button: PriceButton, why: str) -> StartWay:
    off = "" if button.isEnabled() else button.text()
    return StartWay(To.CHECK, "refresh-cw", button.text(), why, off=off, asks=True)
