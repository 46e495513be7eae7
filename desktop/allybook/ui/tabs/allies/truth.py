"""What is said after publishing: how many are on the list, at what price, and who is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.acts.outbox import CONTRADICTED, Deed, Outcome, Stage
from allybook.domain.errors import Cancelled, OverBudget, RateLimited
from allybook.services.publish.plan import CHANGED_HANDS
from allybook.ui.direction import as_heard, set_apart
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import called, count, dollars, halves, in_words, told, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from allybook.domain.acts.outbox import Act
    from allybook.domain.errors import AllybookError
    from allybook.ui.tabs.allies.sending import Sent

THERE = frozenset({Outcome.ADDED, Outcome.ALREADY_THERE})
AWAY = frozenset({Outcome.REMOVED, Outcome.NOT_THERE})
WALLET = "wallet"
SHOWN = 6
"""More people than this are shown when asked for."""


class Truth(Struct, frozen=True):
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
    def whole(self) -> str:
        """Return all of it as lines, to be copied."""
        return as_heard("\n".join(part for part in (self.what, self.rest, *self.others) if part))

    @property
    def over_budget(self) -> bool:
        """Return whether the budget ended the run."""
        return self.icon == WALLET

    @property
    def hidden(self) -> int:
        """Return how many of the others are not shown at first."""
        return max(0, len(self.others) - SHOWN)


def tell(sent: Sent, names: Mapping[str, str]) -> Truth:
    """Return the truth about one run; ``names`` gives the name of each user id."""
    others = _others(sent, names)
    figures = _figures(sent)
    if sent.error is None and not sent.stopped:
        # Who is left off as the quote said is no surprise, and nor is a new name.
        mood = Mood.WARN if sent.unfound or any(map(_surprises, sent.acts)) else Mood.DONE
        return Truth(mood, "", figures, _safe(sent), others)
    what, rest = halves(told(sent.error) if sent.error else in_words(sent.stopped))
    mood, icon = (Mood.WARN, "hourglass") if sent.locked else _mood(sent.error)
    # A run that stopped by itself or was stopped says already what becomes of the rest.
    safe = "" if rest and not sent.error and not sent.locked else _safe(sent)
    return Truth(mood, icon, what, " ".join(part for part in (rest, figures, safe) if part), others)


def _surprises(act: Act) -> bool:
    return act.outcome not in THERE | AWAY


def _mood(error: AllybookError | None) -> tuple[Mood, str]:
    if error is None or isinstance(error, Cancelled):
        return Mood.INFO, "pause"
    if isinstance(error, RateLimited):
        return Mood.WARN, "hourglass"
    return (Mood.WARN, WALLET) if isinstance(error, OverBudget) else (Mood.DANGER, "")


def _figures(sent: Sent) -> str:
    parts = []
    there, wanted = _counts(sent, Deed.ADD_MEMBER, THERE)
    wanted += len(sent.unfound)
    if wanted:
        words = translate("allies", "%1 of %2 are on the list")
        if there == 1:
            words = translate("allies", "1 of %2 is on the list")
        parts.append(words.replace("%2", count(wanted)).replace("%1", count(there)))
    away, unwanted = _counts(sent, Deed.REMOVE_MEMBER, AWAY)
    if unwanted:
        words = translate("allies", "%1 of %2 were taken off")
        if away == 1:
            words = translate("allies", "1 of %2 was taken off")
        parts.append(words.replace("%2", count(unwanted)).replace("%1", count(away)))
    if not parts:
        parts.append(translate("allies", "The list was up to date"))
    return f"{', '.join([*parts, _price(sent)])}."


def _counts(sent: Sent, deed: Deed, good: frozenset[Outcome]) -> tuple[int, int]:
    """Return how many acts of a kind are done, and how many there were to do, by account."""
    latest = {act.user_id: act for act in (*sent.acts, *sent.left) if act.deed is deed}
    return sum(act.outcome in good for act in latest.values()), len(latest)


def _price(sent: Sent) -> str:
    if sent.billed == sent.quoted:
        return translate("allies", "%1 as quoted").replace("%1", dollars(sent.billed))
    words = translate("allies", "%1 of the %2 quoted")
    return words.replace("%2", dollars(sent.quoted)).replace("%1", dollars(sent.billed))


def _safe(sent: Sent) -> str:
    """Return what becomes of the rest: it waits, or is looked up before anything is sent again."""
    doubts = sum(act.stage is Stage.SENDING for act in sent.left)
    waits = sent.waiting - doubts
    parts = []
    if waits == 1:
        parts.append(translate("allies", "1 change waits in the outbox."))
    elif waits:
        parts.append(translate("allies", "%n changes wait in the outbox.", "", waits))
    if doubts == 1:
        parts.append(translate("allies", "Of 1 change X did not say whether it is done."))
    elif doubts:
        words = translate(
            "allies", "Of %n changes X did not say whether they are done.", "", doubts
        )
        parts.append(words)
    if doubts:
        parts.append(translate("allies", "That is looked up on the list before anything is sent."))
    return " ".join(parts)


def _others(sent: Sent, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return one sentence for everyone about whom there is more to say than done."""

    def name(act: Act) -> str:
        """Return whom an act is about."""
        return set_apart(names.get(act.user_id, "")) or called(act.handle, act.user_id)

    told = [_say(act, name(act)) for act in sent.acts if act.outcome in _OUTCOMES]
    known = {act.user_id for act in sent.acts}
    strange = translate("allies", "Another account may have @%1 now: left off.")
    told += [
        strange.replace("%1", one.handle) for one in sent.plan.left_out if one.why == CHANGED_HANDS
    ]
    told += [
        _OUTCOMES[Outcome(one.why)]().replace("%1", set_apart(one.name) or f"@{one.handle}")
        for one in sent.plan.left_out
        if one.why in set(Outcome) and one.user_id not in known and one.handle not in sent.unfound
    ]
    missing, fallen = translate("allies", "X has no account %1."), _OUTCOMES[Outcome.SUSPENDED]()
    told += [
        (fallen if handle in sent.suspended else missing).replace("%1", f"@{handle}")
        for handle in sent.unfound
    ]
    return (*told, *_new_names(sent, name))


def _new_names(sent: Sent, name: Callable[[Act], str]) -> tuple[str, ...]:
    """Return one sentence for everyone with another handle than in the book."""
    pattern = translate("allies", "%1 was @%2 and is now @%3; the book has it so, too.")
    renamed = {act.user_id: act for act in sent.acts if act.user_id in sent.renamed}
    return tuple(
        pattern.replace("%3", sent.renamed[i]).replace("%2", act.handle).replace("%1", name(act))
        for i, act in renamed.items()
    )


def _say(act: Act, name: str) -> str:
    outcome = act.outcome
    if act.detail in CONTRADICTED.values():
        said = translate("allies", "X said that %1 is done, and the list does not show it.")
    elif outcome is Outcome.REFUSED and act.deed is Deed.REMOVE_MEMBER:
        said = translate("allies", "X did not take %1 off the list.")
    else:
        said = _OUTCOMES[outcome]() if outcome else ""
    return said.replace("%1", name)


_OUTCOMES: dict[Outcome, Callable[[], str]] = {
    Outcome.ALREADY_THERE: lambda: translate("allies", "%1 was on the list already."),
    Outcome.NOT_THERE: lambda: translate("allies", "%1 was not on the list any more."),
    Outcome.PRIVATE: lambda: translate("allies", "%1 is private and was not added."),
    Outcome.BLOCKS_YOU: lambda: translate("allies", "%1 blocks you and was not added."),
    Outcome.SUSPENDED: lambda: translate("allies", "%1 is suspended by X."),
    Outcome.GONE: lambda: translate("allies", "%1 has left X."),
    Outcome.LIST_FULL: lambda: translate("allies", "%1 did not fit: a list holds 5,000."),
    Outcome.REFUSED: lambda: translate("allies", "X refused %1 and does not say why."),
    Outcome.NO_LISTS: lambda: translate("allies", "%1 asks for no lists and was left off."),
    Outcome.OPTED_OUT: lambda: translate("allies", "%1 opted out and was left off."),
    Outcome.NOT_SHOWN: lambda: translate(
        "allies", "X does not show the profile of %1, who may ask for no lists: left off."
    ),
}
"""What is said of people for whom more is to be said than that they were added or taken off."""
