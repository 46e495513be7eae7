"""What is said after publishing: how many are on the list, at what price, and who is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allybook.domain.errors import Cancelled, OverBudget, RateLimited
from allybook.domain.outbox import Deed, Outcome
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import count, dollars, halves, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from allybook.domain.errors import AllybookError
    from allybook.ui.tabs.allies.sending import Sent

THERE = frozenset({Outcome.ADDED, Outcome.ALREADY_THERE})
AWAY = frozenset({Outcome.REMOVED, Outcome.NOT_THERE})
SHOWN = 6
"""More people than this are shown when asked for."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What a note says: the mood, the bold sentence, the rest, and one sentence for each other."""

    mood: Mood
    icon: str
    what: str
    rest: str
    others: tuple[str, ...]

    def told(self, *, everyone: bool) -> str:
        """Return all that is not bold; with few of the others, or with everyone."""
        shown = self.others if everyone else self.others[:SHOWN]
        return " ".join(part for part in (self.rest, *shown) if part)

    @property
    def hidden(self) -> int:
        """Return how many of the others are not shown at first."""
        return max(0, len(self.others) - SHOWN)


def tell(sent: Sent, names: Mapping[str, str]) -> Truth:
    """Return the truth about one run; ``names`` gives the name of each user id."""
    others = _others(sent, names)
    figures = _figures(sent)
    if sent.error is None and not sent.stopped:
        # Who is left off as the quote said is no surprise.
        expected = len(others) == len(sent.plan.left_out)
        mood = Mood.DONE if expected else Mood.WARN
        return Truth(mood, "", figures, _safe(sent), others)
    what, rest = halves(str(sent.error) if sent.error else sent.stopped)
    mood, icon = (Mood.WARN, "hourglass") if sent.locked else _mood(sent.error)
    # A run that stopped by itself or was stopped says already what becomes of the rest.
    safe = "" if rest and not sent.error and not sent.locked else _safe(sent)
    return Truth(mood, icon, what, " ".join(part for part in (rest, figures, safe) if part), others)


def _mood(error: AllybookError | None) -> tuple[Mood, str]:
    if error is None or isinstance(error, Cancelled):
        return Mood.INFO, "pause"
    if isinstance(error, RateLimited):
        return Mood.WARN, "hourglass"
    return (Mood.WARN, "wallet") if isinstance(error, OverBudget) else (Mood.DANGER, "")


def _figures(sent: Sent) -> str:
    adding = [act for act in sent.acts if act.deed is Deed.ADD_MEMBER]
    there = sum(act.outcome in THERE for act in adding)
    wanted = len(sent.plan.adds) + len(sent.unfound)
    parts = []
    if wanted:
        words = translate("allies", "%1 of %2 are on the list")
        parts.append(words.replace("%2", count(wanted)).replace("%1", count(there)))
    if sent.plan.removes:
        away = sum(act.outcome in AWAY for act in sent.acts if act.deed is Deed.REMOVE_MEMBER)
        words = translate("allies", "%1 of %2 were taken off")
        gone = words.replace("%2", count(len(sent.plan.removes))).replace("%1", count(away))
        parts.append(gone)
    if not parts:
        parts.append(translate("allies", "The list was up to date"))
    return f"{', '.join([*parts, _price(sent)])}."


def _price(sent: Sent) -> str:
    if sent.billed == sent.quoted:
        return translate("allies", "%1 as quoted").replace("%1", dollars(sent.billed))
    words = translate("allies", "%1 of the %2 quoted")
    return words.replace("%2", dollars(sent.quoted)).replace("%1", dollars(sent.billed))


def _safe(sent: Sent) -> str:
    if not sent.waiting:
        return ""
    if sent.waiting == 1:
        return translate("allies", "1 change waits in the outbox.")
    return translate("allies", "%n changes wait in the outbox.", "", sent.waiting)


def _others(sent: Sent, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return one sentence for everyone who was not put on the list, or not taken off it."""
    told = [
        _say(act.outcome, names.get(act.user_id) or f"@{act.handle}")
        for act in sent.acts
        if act.outcome in _OUTCOMES
    ]
    told += [
        _say(Outcome(one.why), one.name or f"@{one.handle}")
        for one in sent.plan.left_out
        if one.why in set(Outcome)
    ]
    missing = translate("allies", "X has no account %1.")
    told += [missing.replace("%1", f"@{handle}") for handle in sent.unfound]
    return tuple(told)


def _say(outcome: Outcome, name: str) -> str:
    return _OUTCOMES[outcome]().replace("%1", name)


_OUTCOMES: dict[Outcome, Callable[[], str]] = {
    Outcome.PRIVATE: lambda: translate("allies", "%1 is private and was not added."),
    Outcome.BLOCKS_YOU: lambda: translate("allies", "%1 blocks you and was not added."),
    Outcome.SUSPENDED: lambda: translate("allies", "%1 is suspended by X."),
    Outcome.GONE: lambda: translate("allies", "%1 has left X."),
    Outcome.LIST_FULL: lambda: translate("allies", "%1 did not fit: a list holds 5,000."),
    Outcome.REFUSED: lambda: translate("allies", "X refused %1."),
    Outcome.NO_LISTS: lambda: translate("allies", "%1 asks for no lists and was left off."),
    Outcome.OPTED_OUT: lambda: translate("allies", "%1 opted out and was left off."),
}
