"""The domain's states as people read them: a word, an icon and the role of its ink."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind
from allybook.domain.check.follow_events import FollowTurn
from allybook.domain.check.followback import Answer, CheckFlag, Side
from allybook.ui.models.pills import Pill, PillTone
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from allybook.domain.check.ties import HowMany


class AllyStatus(StrEnum):
    """Where an ally stands: as in the book, and for approved ones also on the X List."""

    NOMINATED = "nominated"
    APPROVED = "approved"
    WAITING = "waiting"
    ON_LIST = "on_list"
    DECLINED = "declined"
    REMOVED = "removed"
    OPTED_OUT = "opted_out"


class Sign(Struct, frozen=True):
    """A state for eye and ear; ``role`` is a colour of the theme."""

    words: str
    icon: str
    role: str = "text_2"


def kind_word(kind: Kind) -> str:
    """Return what an ally is."""
    return {
        Kind.ORGANISATION: lambda: translate("signs", "organisation"),
        Kind.PERSON: lambda: translate("signs", "person"),
        Kind.HASHTAG: lambda: translate("signs", "hashtag"),
    }[kind]()


def status_sign(status: AllyStatus) -> Sign:
    """Return how a status is shown."""
    return _STATUS_SIGNS[status]()


_STATUS_SIGNS: dict[AllyStatus, Callable[[], Sign]] = {
    AllyStatus.NOMINATED: lambda: Sign(translate("signs", "Nominated"), "inbox"),
    AllyStatus.APPROVED: lambda: Sign(translate("signs", "Approved"), "circle-check"),
    AllyStatus.WAITING: lambda: Sign(translate("signs", "Waiting"), "hourglass"),
    AllyStatus.ON_LIST: lambda: Sign(
        translate("signs", "On the list"), "list-checks", "accent_text"
    ),
    AllyStatus.DECLINED: lambda: Sign(translate("signs", "Declined"), "circle-x"),
    AllyStatus.REMOVED: lambda: Sign(translate("signs", "Removed"), "user-round-x"),
    AllyStatus.OPTED_OUT: lambda: Sign(translate("signs", "Opted out"), "hand-heart"),
}


def tie_words(many: HowMany) -> str:
    """Return how many follow, or that it may be more: ``20``, ``at least 20``."""
    if many.exact:
        return count(many.number)
    if not many.number:
        return translate("signs", "an unknown number")
    return translate("signs", "at least %1").replace("%1", count(many.number))


def answer_sign(answer: Answer) -> Sign:
    """Return how the answer of a follow-back check is shown: arrows tell the follow."""
    return _ANSWER_SIGNS[answer]()


_ANSWER_SIGNS: dict[Answer, Callable[[], Sign]] = {
    Answer.MUTUAL: lambda: Sign(translate("signs", "Mutual"), "arrow-left-right", "accent_text"),
    Answer.FAN: lambda: Sign(translate("signs", "Fan"), "arrow-left"),
    Answer.IDOL: lambda: Sign(translate("signs", "Idol"), "arrow-right"),
    Answer.STRANGER: lambda: Sign(translate("signs", "Stranger"), "circle"),
    Answer.UNKNOWN: lambda: Sign(translate("signs", "Unknown"), "circle-dashed", "text_3"),
}


def private_pill() -> Pill:
    """Return the flag of an account whose posts only its followers see."""
    return Pill(translate("signs", "private"), "lock")


def quiet_pill(silent: timedelta | None = None) -> Pill:
    """Return the flag of an account that has not posted for long."""
    if silent is None:
        return Pill(translate("signs", "quiet"), "moon")
    return Pill(translate("signs", "quiet %n days", "", silent.days), "moon")


def suspended_pill() -> Pill:
    """Return the flag of an account that X has suspended."""
    return Pill(translate("signs", "suspended"), "ban", PillTone.CARE)


def gone_pill(since: str = "") -> Pill:
    """Return the flag of an account that is no more; ``since`` is a day in words."""
    words = translate("signs", "gone")
    if since:
        words = translate("signs", "gone since %1").replace("%1", since)
    return Pill(words, "user-round-x", PillTone.CARE)


def renamed_pill(former: str = "") -> Pill:
    """Return the flag of an account with a new handle; ``former`` is the old one, without @."""
    words = translate("signs", "renamed")
    if former:
        words = translate("signs", "was @%1").replace("%1", former)
    return Pill(words, "pencil")


def grace_pill(left: timedelta) -> Pill:
    """Return the flag of a new follow that is given time to be followed back."""
    words = translate("signs", "grace, 1 day")
    if left.days != 1:
        words = translate("signs", "grace, %n days", "", left.days)
    return Pill(words, "hourglass", PillTone.ALLY)


def kept_pill() -> Pill:
    """Return the flag of an account on the keep-list."""
    return Pill(translate("signs", "kept"), "shield-check", PillTone.ALLY)


def influential_pill() -> Pill:
    """Return the flag of an account that many follow, which seldom follows back."""
    return Pill(translate("signs", "influential"), "megaphone")


def turn_pill(side: Side, turn: FollowTurn) -> Pill:
    """Return what changed about an account between two readings."""
    ours = side is Side.FOLLOWING
    if turn is FollowTurn.FOLLOWED:
        words = (
            translate("signs", "we follow now") if ours else translate("signs", "follows us now")
        )
        return Pill(words, "arrow-right" if ours else "arrow-left", PillTone.ALLY)
    if turn is FollowTurn.UNFOLLOWED:
        words = translate("signs", "we follow no more")
        return Pill(words if ours else translate("signs", "follows us no more"), "circle-x")
    return _TURN_PILLS[turn]()


_TURN_PILLS: dict[FollowTurn, Callable[[], Pill]] = {
    FollowTurn.RETURNED: lambda: Pill(translate("signs", "there again"), "refresh-cw"),
    FollowTurn.MISSING: lambda: Pill(translate("signs", "missing, not told why"), "circle-dashed"),
    FollowTurn.SUSPENDED: suspended_pill,
    FollowTurn.GONE: gone_pill,
    FollowTurn.BLOCKED: lambda: Pill(translate("signs", "blocked by us"), "ban"),
    FollowTurn.UNSURE: lambda: Pill(translate("signs", "not sure"), "circle-dashed"),
}


def versions_pill() -> Pill:
    """Return the flag of an ally of whom two people wrote different things."""
    return Pill(translate("signs", "two versions"), "git-merge", PillTone.CARE)


def brought_back_pill() -> Pill:
    """Return the flag of an ally that somebody removed and somebody else went on with."""
    return Pill(translate("signs", "brought back"), "refresh-cw", PillTone.CARE)


def opted_out_pill() -> Pill:
    """Return the flag of an ally that is never to be listed again."""
    return Pill(translate("signs", "opted out"), "hand-heart", PillTone.CARE)


def no_lists_pill() -> Pill:
    """Return the flag of a person who says that they want to be on no list."""
    return Pill(translate("signs", "says “no lists”: ask first"), "info", PillTone.CARE)


def flag_pill(flag: CheckFlag) -> Pill:
    """Return the flag of a check where nothing more than its name is known."""
    return {
        CheckFlag.PRIVATE: private_pill,
        CheckFlag.QUIET: quiet_pill,
        CheckFlag.SUSPENDED: suspended_pill,
        CheckFlag.GONE: gone_pill,
        CheckFlag.RENAMED: renamed_pill,
    }[flag]()
