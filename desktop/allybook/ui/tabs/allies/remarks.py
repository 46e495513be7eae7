"""What to know before deciding about a nomination: a quiet mark, and a sentence that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.reasons import Concern, SpamSign
from allybook.domain.people.accounts import Standing
from allybook.ui.models.pills import Pill, PillTone
from allybook.ui.models.signs import gone_pill, no_lists_pill, private_pill, suspended_pill
from allybook.ui.wording import named, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from allybook.domain.book.reasons import ToldConcern


def pills_of(told: Iterable[ToldConcern], *, put_off: bool = False) -> tuple[Pill, ...]:
    """Return the marks of what was told, what needs most care first; ``put_off`` before all."""
    late = (Pill(translate("remarks", "later"), "clock"),) if put_off else ()
    return (*late, *(_PILLS[one.reason](named(one.by)) for one in told))


def sentence_of(told: ToldConcern) -> str:
    """Return what was told as a sentence: facts, and what they do not mean."""
    if told.reason is Concern.LOOK_TWICE:
        return _look_twice(told.by.split())
    return _SENTENCES[told.reason]().replace("%1", named(told.by))


_PILLS: dict[Concern, Callable[[str], Pill]] = {
    Concern.OPTED_OUT_BEFORE: lambda by: Pill(
        translate("remarks", "opted out of %1").replace("%1", by), "hand-heart", PillTone.CARE
    ),
    Concern.OUT_UNKNOWN: lambda _by: Pill(
        translate("remarks", "may have opted out"), "hand-heart", PillTone.CARE
    ),
    Concern.OLD_HANDLE: lambda by: Pill(
        translate("remarks", "here as @%1").replace("%1", by), "git-merge", PillTone.CARE
    ),
    Concern.NO_LISTS: lambda _by: no_lists_pill(),
    Concern.DECLINED_BEFORE: lambda by: Pill(
        translate("remarks", "declined in %1").replace("%1", by), "circle-x"
    ),
    Concern.FALLEN: lambda by: suspended_pill() if by == Standing.SUSPENDED else gone_pill(),
    Concern.LOOK_TWICE: lambda _by: Pill(translate("remarks", "look twice"), "eye", PillTone.CARE),
    Concern.PRIVATE: lambda _by: private_pill(),
    Concern.NO_ID: lambda _by: Pill(translate("remarks", "not looked up yet"), "hourglass"),
    Concern.FOLLOWS_US: lambda _by: Pill(translate("remarks", "follows you"), "arrow-left"),
    Concern.IN_OTHER_BOOK: lambda by: Pill(
        translate("remarks", "in %1").replace("%1", by), "book-user"
    ),
}
_SENTENCES: dict[Concern, Callable[[], str]] = {
    Concern.OPTED_OUT_BEFORE: lambda: translate(
        "remarks", "Asked not to be listed in “%1”. Decline, unless they have asked you to."
    ),
    Concern.OUT_UNKNOWN: lambda: translate(
        "remarks", "Another book cannot be read: nobody knows who asked there not to be listed."
    ),
    Concern.OLD_HANDLE: lambda: translate(
        "remarks", "Is the account that this book knows as @%1. Merge the two instead of adding."
    ),
    Concern.NO_LISTS: lambda: translate(
        "remarks", "The bio asks to be left off lists. Ask them before you approve."
    ),
    Concern.DECLINED_BEFORE: lambda: translate("remarks", "Was declined in “%1”."),
    Concern.FALLEN: lambda: translate(
        "remarks", "X does not show this account any more, so nobody can follow it now."
    ),
    Concern.PRIVATE: lambda: translate(
        "remarks", "Posts are for followers only: nothing of theirs can be passed on."
    ),
    Concern.NO_ID: lambda: translate(
        "remarks", "Only the handle is known yet. Handles change hands; looking it up tells more."
    ),
    Concern.FOLLOWS_US: lambda: translate("remarks", "Follows you already."),
    Concern.IN_OTHER_BOOK: lambda: translate("remarks", "Is an approved ally in “%1”."),
}


def _look_twice(signs: Iterable[str]) -> str:
    words = {
        SpamSign.NEW: translate("remarks", "is less than a month old"),
        SpamSign.NO_POSTS: translate("remarks", "has not posted yet"),
        SpamSign.ONLY_LINKS: translate("remarks", "says nothing but links about itself"),
    }
    said = translate("remarks", " and ", "between two halves of a sentence").join(
        words[SpamSign(sign)] for sign in signs
    )
    text = translate("remarks", "The account %1. Honest beginners do, too: look before you decide.")
    return text.replace("%1", said)
