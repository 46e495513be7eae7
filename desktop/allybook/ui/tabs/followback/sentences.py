"""What the tab says in sentences: how complete the answers are, and what each one means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.check.followback import UNDATED, Answer, CheckFlag, Unsaid
from allybook.domain.filters.times import day_of, zone_of
from allybook.domain.people.accounts import Connection
from allybook.ui.wording import count, dated, month_and_day, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from allybook.domain.check.followback import Finding
    from allybook.domain.check.manners import Advice
    from allybook.ui.tabs.followback.rows import KnownFaces

# Of these X shows nobody who follows whom, so no reading can tell.
HIDDEN = frozenset({CheckFlag.SUSPENDED, CheckFlag.GONE})


def state_words(findings: Sequence[Finding], now: datetime) -> str:
    """Return how far the answers are complete: ``all answers complete on Mar 30``."""
    read = [one for one in findings if one.source]
    if not read:
        return translate("followback", "not checked yet")
    still_open = sum(1 for one in findings if not one.complete and not _is_final(one))
    if still_open:
        words = translate("followback", "%1 answers not complete")
        if still_open == 1:
            words = translate("followback", "1 answer not complete")
        return words.replace("%1", count(still_open))
    if any(one.as_of == UNDATED for one in read):
        return translate("followback", "all answers complete, the oldest of no known date")
    days = sorted(day_of(one.as_of, zone_of(now)) for one in read)
    words = translate("followback", "all answers complete on %1")
    if days[0] != days[-1]:
        words = translate("followback", "all answers complete, the oldest from %1")
    return words.replace("%1", dated(days[0], now))


def _is_final(finding: Finding) -> bool:
    """Return whether no reading can tell more of an account than this."""
    return bool(finding.flags & HIDDEN) or finding.unsaid in (Unsaid.NOBODY, Unsaid.CHANGED_HANDS)


def answer_sentence(finding: Finding) -> str:
    """Return an answer in one plain sentence; unknown is never a no."""
    return {
        Answer.MUTUAL: lambda: translate("followback", "You follow each other."),
        Answer.FAN: lambda: translate("followback", "They follow you, you do not follow them."),
        Answer.IDOL: lambda: translate("followback", "You follow them, they do not follow you."),
        Answer.STRANGER: lambda: translate("followback", "Neither of you follows the other."),
        Answer.UNKNOWN: lambda: _unknown(finding),
    }[finding.answer]()


def flag_sentences(finding: Finding, known: KnownFaces) -> Iterable[tuple[CheckFlag, str]]:
    """Yield each flag of a finding with what to make of it."""
    for flag in CheckFlag:
        if flag in finding.flags:
            yield flag, _FLAGS[flag](finding, known)


def manner_sentences(advice: Advice, now: datetime) -> Iterable[tuple[str, str]]:
    """Yield what manners say of an account, each with its icon."""
    if advice.grace_until is not None:
        words = translate("followback", "A new follow: give them until %1 to follow back.")
        day = month_and_day(day_of(advice.grace_until, zone_of(now)))
        yield "hourglass", words.replace("%1", day)
    if advice.kept is not None:
        words = translate("followback", "On your keep-list.")
        if advice.kept:
            words = translate("followback", "On your keep-list, by “%1”.")
        yield "shield-check", words.replace("%1", advice.kept)
    if advice.followers is not None:
        words = translate(
            "followback",
            "%1 followers, so worth more than a tick: say something useful before you drop.",
        )
        yield "megaphone", words.replace("%1", count(advice.followers))


def tie_sentences(finding: Finding, known: KnownFaces) -> Iterable[tuple[str, str]]:
    """Yield what else X told of how we stand, each with its icon."""
    words = {
        Connection.FOLLOW_REQUEST_SENT: (
            "hourglass",
            translate("followback", "You asked to follow them; they have not answered yet."),
        ),
        Connection.FOLLOW_REQUEST_RECEIVED: (
            "inbox",
            translate("followback", "They asked to follow you; you have not answered yet."),
        ),
        Connection.BLOCKING: (
            "ban",
            translate("followback", "You block them, so they cannot follow you."),
        ),
    }
    return (said for tie, said in words.items() if known.tied(finding.user_id, tie))


def grace_words(known: KnownFaces, now: datetime) -> str:
    """Return how many new follows are in their grace, and when the last one is over."""
    ends = [one.grace_until for one in known.advice.values() if one.grace_until]
    if not ends:
        return ""
    words = translate("followback", "%1 new follows are in their time of grace. Look again on %2.")
    if len(ends) == 1:
        words = translate("followback", "1 new follow is in its time of grace. Look again on %2.")
    day = month_and_day(day_of(max(ends), zone_of(now)))
    return words.replace("%1", count(len(ends))).replace("%2", day)


def _unknown(finding: Finding) -> str:
    if finding.flags & HIDDEN:
        return translate(
            "followback", "Unknown: X does not show whom this account follows, so this is not a no."
        )
    if finding.unsaid:
        return _UNSAID[finding.unsaid]()
    if not finding.source:
        return translate("followback", "Unknown: nobody has looked yet, so this is not a no.")
    return translate("followback", "Unknown: the reading was cut short, so this is not a no.")


def _private(_finding: Finding, _known: KnownFaces) -> str:
    return translate(
        "followback",
        "Private: only followers whom they let in see their posts, so we cannot tell more.",
    )


def _quiet(finding: Finding, known: KnownFaces) -> str:
    silence = known.silence(finding.user_id)
    if silence is None:
        return translate("followback", "Quiet: no post for half a year or more.")
    words = translate("followback", "Quiet: no post for %1 days.")
    return words.replace("%1", count(silence.days))


def _suspended(finding: Finding, known: KnownFaces) -> str:
    words = translate("followback", "Suspended: X hides this account for now.")
    return " ".join((words, *_told_on(finding, known)))


def _gone(finding: Finding, known: KnownFaces) -> str:
    words = translate("followback", "Gone: this account is no longer on X.")
    return " ".join((words, *_told_on(finding, known)))


def _told_on(finding: Finding, known: KnownFaces) -> Iterable[str]:
    """Yield when X told so first: it may have been so for longer."""
    day = known.fell(finding.user_id)
    if day is not None:
        words = translate("followback", "X told so first on %1.")
        yield words.replace("%1", dated(day, known.now))


def _renamed(finding: Finding, known: KnownFaces) -> str:
    member = known.members.get(finding.user_id)
    if member is None and finding.was:
        words = translate("followback", "Renamed: their handle was @%1 before.")
        return words.replace("%1", finding.was)
    words = translate("followback", "Renamed: the book knows them as @%1.")
    return words.replace("%1", member.ally.handle if member else finding.handle)


_UNSAID = {
    Unsaid.UNTOLD: lambda: translate(
        "followback",
        "Unknown: X did not say how this account stands to you, so this is not a no.",
    ),
    Unsaid.NOBODY: lambda: translate(
        "followback",
        "Unknown: nobody on X has this handle now. They may have another one, so this is not a no.",
    ),
    Unsaid.CHANGED_HANDS: lambda: translate(
        "followback",
        "Unknown: another account may have this handle by now than the one that the book means, so "
        "this is not a no.",
    ),
}
_FLAGS = {
    CheckFlag.PRIVATE: _private,
    CheckFlag.QUIET: _quiet,
    CheckFlag.SUSPENDED: _suspended,
    CheckFlag.GONE: _gone,
    CheckFlag.RENAMED: _renamed,
}
