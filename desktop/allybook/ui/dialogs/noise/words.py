"""What each reason for noise is called, and what it does, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from allybook.domain.noise.kinds import NoiseKind
from allybook.ui.wording import clock, month_and_day

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.mutes import Mute

translate = QCoreApplication.translate


def name_kind(kind: NoiseKind) -> str:
    """Return what a reason is called."""
    return _words()[kind][0]


def tell_kind(kind: NoiseKind) -> str:
    """Return what a reason looks at."""
    return _words()[kind][1]


def _words() -> dict[NoiseKind, tuple[str, str]]:
    return {
        NoiseKind.REPOST: (
            translate("noise", "Repost"),
            translate("noise", "Passes on another post without words of its own."),
        ),
        NoiseKind.NEAR: (
            translate("noise", "Nearly the same"),
            translate("noise", "Says what an older post said, with hardly a change."),
        ),
        NoiseKind.GIVEAWAY: (
            translate("noise", "Giveaway wording"),
            translate("noise", "Offers prizes or begs for likes and follows."),
        ),
        NoiseKind.LINK_ONLY: (
            translate("noise", "Link only"),
            translate("noise", "Links somewhere with fewer than six words."),
        ),
        NoiseKind.HASHTAGS: (
            translate("noise", "Many hashtags"),
            translate("noise", "Carries four hashtags; three more double it."),
        ),
        NoiseKind.SHOUTING: (
            translate("noise", "Shouting"),
            translate("noise", "Mostly capitals, or many exclamation marks."),
        ),
        NoiseKind.OWN_NAME: (
            translate("noise", "Names itself"),
            translate("noise", "Names the account that wrote it."),
        ),
        NoiseKind.STREAK: (
            translate("noise", "Promotes itself"),
            translate("noise", "The third post in a day to promote one page."),
        ),
        NoiseKind.LANGUAGE: (
            translate("noise", "Other language"),
            translate("noise", "Written in none of your languages."),
        ),
        NoiseKind.MUTED: (
            translate("noise", "Muted"),
            translate("noise", "Under one of your mutes, also when passed on."),
        ),
        NoiseKind.QUESTION: (
            translate("noise", "Question"),
            translate("noise", "Asks something, and no giveaway does."),
        ),
        NoiseKind.CHAT: (
            translate("noise", "Chat hashtag"),
            translate("noise", "Carries the hashtag of a chat that you read."),
        ),
        NoiseKind.ALLY: (
            translate("noise", "Ally"),
            translate("noise", "Written by an ally of any of your books."),
        ),
    }


def tell_until(mute: Mute, now: datetime) -> str:
    """Return how long a mute lasts, by the reader's clock (``until Nov 24, 10:12 PM``)."""
    if mute.until is None:
        return translate("noise", "for ever")
    day = month_and_day(mute.until.astimezone(now.tzinfo).date())
    text = translate("noise", "until %1, %2")
    return text.replace("%1", day).replace("%2", clock(mute.until, now))
