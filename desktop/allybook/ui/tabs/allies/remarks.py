"""What to know before deciding about a nomination: a quiet mark, and a sentence that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.reasons import Reason, Sign
from allybook.domain.people.accounts import Standing
from allybook.ui.models.pills import Pill, Tone
from allybook.ui.models.signs import gone_pill, no_lists_pill, private_pill, suspended_pill
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from allybook.domain.book.reasons import Told


def pills_of(told: Iterable[Told], *, put_off: bool = False) -> tuple[Pill, ...]:
    """Return the marks of what was told, what needs most care first; ``put_off`` before all."""
    late = (Pill(translate("remarks", "later"), "clock"),) if put_off else ()
    return (*late, *(_PILLS[one.reason](one.by) for one in told))


def sentence_of(told: Told) -> str:
    """Return what was told as a sentence: facts, and what they do not mean."""
    if told.reason is Reason.LOOK_TWICE:
        return _look_twice(told.by.split())
    return _SENTENCES[told.reason]().replace("%1", told.by)


_PILLS: dict[Reason, Callable[[str], Pill]] = {
    Reason.OPTED_OUT_BEFORE: lambda by: Pill(
        translate("remarks", "opted out of %1").replace("%1", by), "hand-heart", Tone.CARE
    ),
    Reason.OLD_HANDLE: lambda by: Pill(
        translate("remarks", "here as @%1").replace("%1", by), "git-merge", Tone.CARE
    ),
    Reason.NO_LISTS: lambda _by: no_lists_pill(),
    Reason.DECLINED_BEFORE: lambda by: Pill(
        translate("remarks", "declined in %1").replace("%1", by), "circle-x"
    ),
    Reason.FALLEN: lambda by: suspended_pill() if by == Standing.SUSPENDED else gone_pill(),
    Reason.LOOK_TWICE: lambda _by: Pill(translate("remarks", "look twice"), "eye", Tone.CARE),
    Reason.PRIVATE: lambda _by: private_pill(),
    Reason.NO_ID: lambda _by: Pill(translate("remarks", "not looked up yet"), "hourglass"),
    Reason.FOLLOWS_US: lambda _by: Pill(translate("remarks", "follows you"), "arrow-left"),
    Reason.IN_OTHER_BOOK: lambda by: Pill(
        translate("remarks", "in %1").replace("%1", by), "book-user"
    ),
}
_SENTENCES: dict[Reason, Callable[[], str]] = {
    Reason.OPTED_OUT_BEFORE: lambda: translate(
        "remarks", "Asked not to be listed in “%1”. Decline, unless they have asked you to."
    ),
    Reason.OLD_HANDLE: lambda: translate(
        "remarks", "Is the account that this book knows as @%1. Merge the two instead of adding."
    ),
    Reason.NO_LISTS: lambda: translate(
        "remarks", "The bio asks to be left off lists. Ask them before you approve."
    ),
    Reason.DECLINED_BEFORE: lambda: translate("remarks", "Was declined in “%1”."),
    Reason.FALLEN: lambda: translate(
        "remarks", "X does not show this account any more, so nobody can follow it now."
    ),
    Reason.PRIVATE: lambda: translate(
        "remarks", "Posts are for followers only: nothing of theirs can be passed on."
    ),
    Reason.NO_ID: lambda: translate(
        "remarks", "Only the handle is known yet. Handles change hands; looking it up tells more."
    ),
    Reason.FOLLOWS_US: lambda: translate("remarks", "Follows you already."),
    Reason.IN_OTHER_BOOK: lambda: translate("remarks", "Is an approved ally in “%1”."),
}


def _look_twice(signs: Iterable[str]) -> str:
    words = {
        Sign.NEW: translate("remarks", "is less than a month old"),
        Sign.NO_POSTS: translate("remarks", "has not posted yet"),
        Sign.ONLY_LINKS: translate("remarks", "says nothing but links about itself"),
    }
    said = translate("remarks", " and ", "between two halves of a sentence").join(
        words[Sign(sign)] for sign in signs
    )
    text = translate("remarks", "The account %1. Honest beginners do, too: look before you decide.")
    return text.replace("%1", said)
