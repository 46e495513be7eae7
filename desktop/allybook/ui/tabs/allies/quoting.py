"""A plan for the X List as the quote dialog says it, and as the button does."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Outcome
from allybook.domain.book.entry import Kind, Status
from allybook.domain.money.endpoints import BY_HANDLE
from allybook.services.money.doubts import held_this_month
from allybook.services.money.quote import budget, spent_this_month
from allybook.services.publish.audience import is_private, persons
from allybook.services.publish.leaving import ERASED
from allybook.services.publish.lock import locked_until
from allybook.services.publish.pace import pace_of
from allybook.services.publish.plan import ADD, CHANGED_HANDS, CREATE, DOUBTED, REMOVE, TAKES_BACK
from allybook.services.publish.quote import NEWEST, WHOLE
from allybook.ui.dialogs.choices import Option
from allybook.ui.dialogs.named import NamedAlly
from allybook.ui.dialogs.quote import PriceLine, QuoteView, WayView
from allybook.ui.models.signs import AllyStatus, status_sign
from allybook.ui.prices import charge_of
from allybook.ui.widgets.avatar import Who
from allybook.ui.wording import called, count, duration, in_words, translate, unit_price

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from allybook.domain.book.line import AllyLine
    from allybook.domain.money.pricing import PricedStep
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan, Planned

NAMED = 5
TWO = 2


def changes(plan: ListPlan) -> int:
    """Return how many acts a plan is at most: those to find first are counted as adds."""
    return len(plan.adds) + len(plan.unfound) + len(plan.removes)


def verb_of(plan: ListPlan) -> str:
    """Return what the button would do: ``Publish 14 to the X List``."""
    if not changes(plan):
        return translate("allies", "Look whether the X List is as it should be")
    adding = len(plan.adds) + len(plan.unfound)
    if adding:
        words = translate("allies", "Publish %1 to the X List")
        return words.replace("%1", count(adding))
    words = translate("allies", "Take %1 off the X List")
    return words.replace("%1", count(len(plan.removes)))


def why_not(desk: Desk) -> str:
    """Return why nothing can be sent whatever it costs, or nothing."""
    if not desk.line.signed_in:
        return translate("allies", "This needs an X account.")
    return translate("allies", "X takes no more changes today.") if locked_until(desk) else ""


def view_of(desk: Desk, plan: ListPlan, allies: Sequence[AllyLine]) -> QuoteView:
    """Return the quote of a plan, by name; ``allies`` are all of the book, each looked at once."""
    adding = len(plan.adds) + len(plan.unfound)
    title = translate("allies", "Publish %1 allies to the X List").replace("%1", count(adding))
    if adding == 1:
        title = translate("allies", "Publish 1 ally to the X List")
    if not adding:
        title = verb_of(plan)
    kinds = {ally.user_id: ally.kind for ally in allies if ally.user_id}
    loose = {a.handle: a for a in allies if not a.user_id and a.kind is not Kind.HASHTAG}
    return QuoteView(
        title=title,
        sentence=_sentence(desk, plan, allies),
        verb=translate("allies", "Publish"),
        lines=tuple(PriceLine(_line(step), step.dollars) for step in plan.quote.steps),
        spent=spent_this_month(desk),
        held=held_this_month(desk),
        budget=budget(desk),
        pace=_pace(desk, plan),
        why=_why_slowly(desk),
        paced=changes(plan) > 0,
        choices=_audiences(plan, allies) if plan.list_id is None else (),
        adds=(
            *(_named(one, kinds, remark=_remark(one)) for one in plan.adds),
            *_to_find(plan.unfound, loose),
        ),
        removes=tuple(_named(one, kinds, _remark(one) or _why(one)) for one in plan.removes),
        charge=charge_of(plan.quote),
        option=_option(plan),
        ways=_ways(plan),
    )


def again_verb(plan: ListPlan) -> str:
    """Return what the button does where nothing is left to do but to ask X again about some."""
    words = translate("allies", "Ask X again about %1")
    return words.replace("%1", count(len(plan.askable)))


def _option(plan: ListPlan) -> str:
    """Return the offer to ask X again about those of whom it said no, where there are any."""
    if plan.again:
        return translate("allies", "Ask X again about those it refused")
    return again_verb(plan) if plan.askable else ""


def _ways(plan: ListPlan) -> tuple[WayView, ...]:
    """Return the ways to look whether the list is as it should be, where there are several."""
    if len(plan.ways) == 1:
        return ()
    return tuple(
        WayView(
            way.name,
            *_LOOKS[way.name](),
            tuple(PriceLine(_line(step), step.dollars) for step in way.quote.steps),
            charge_of(way.quote),
        )
        for way in plan.ways
    )


_LOOKS: dict[str, Callable[[], tuple[str, str]]] = {
    NEWEST: lambda: (
        translate("allies", "Look at the newest members only"),
        translate("allies", "Shows that everyone who was added is on the list."),
    ),
    WHOLE: lambda: (
        translate("allies", "Read the whole list"),
        translate("allies", "Shows also whom others put on the list or took off it."),
    ),
}


def _sentence(desk: Desk, plan: ListPlan, allies: Sequence[AllyLine]) -> str:
    after = plan.members + len(plan.adds) + len(plan.unfound) - len(plan.removes)
    if plan.list_id is None:
        words = translate("allies", "A new list “%1” is made on X with %2 from this book.")
        words = words.replace("%2", _members(after))
        words = f"{words} {_second()}" if plan.second else words
    else:
        words = _matching(is_private(desk, plan.list_id))
    known = _at_least(plan.members) if plan.partly else _members(plan.members)
    then = translate("allies", "at least %1") if plan.partly else "%1"
    told = words.replace("%2", then.replace("%1", count(after))).replace("%3", known)
    public = plan.list_id is not None and is_private(desk, plan.list_id) is False
    among = _among(persons(plan, allies)) if public else ""
    words = told.replace("%1", plan.name)
    others = (_left_out(plan), _undecided(plan), _way_back(desk, plan))
    parts = (words, among, _taking_back(plan), *others)
    return " ".join(part for part in parts if part)


def _second() -> str:
    """Return that another computer may have made a list of this book already."""
    return translate(
        "allies",
        "Somebody else approved allies of this book on another computer. Where they have "
        "published it with this X account, publish on that computer: else X has two lists of one "
        "name.",
    )


def _taking_back(plan: ListPlan) -> str:
    """Return that changes go out which Activity was asked for, or nothing."""
    number = sum(one.why == TAKES_BACK for one in (*plan.adds, *plan.removes))
    if not number:
        return ""
    if number == 1:
        return translate(
            "allies",
            "1 of the changes takes an earlier one back, as was asked in Activity; it can be "
            "dropped there.",
        )
    return translate(
        "allies",
        "%n of the changes take earlier ones back, as was asked in Activity; they can be dropped "
        "there.",
        "",
        number,
    )


def _way_back(desk: Desk, plan: ListPlan) -> str:
    """Return what can be taken back, and what of it cannot, before it is done."""
    if plan.list_id is None or is_private(desk, plan.list_id):
        return translate("allies", "Activity can take back each change.")
    return translate(
        "allies", "Activity can take back each change, but not that X told somebody of it."
    )


def _matching(private: bool | None) -> str:  # noqa: FBT001 (three answers, of which one is unknown)
    if private is None:
        return translate(
            "allies", "The list “%1” on X will match this book. It has %3 now and %2 afterwards."
        )
    if private:
        return translate(
            "allies",
            "The private list “%1” on X will match this book. It has %3 now and %2 afterwards.",
        )
    return translate(
        "allies",
        "The public list “%1” on X will match this book, for everyone to see. It has %3 now and "
        "%2 afterwards.",
    )


def _among(number: int) -> str:
    """Return how many of a list are persons, where there are any."""
    if number == 1:
        return translate("allies", "1 of them is a person, not an organisation.")
    if not number:
        return ""
    return translate("allies", "%n of them are persons, not organisations.", "", number)


def _audiences(plan: ListPlan, allies: Sequence[AllyLine]) -> tuple[Option, ...]:
    """Return who may see a new list, the careful way first."""
    among = _among(persons(plan, allies))
    seen = translate("allies", "Everyone on X sees who is on it, and X may tell each of them.")
    private = translate("allies", "Only your account sees who is on it.")
    return (
        Option(translate("allies", "A private list"), private),
        Option(translate("allies", "A public list"), f"{seen} {among}".strip()),
    )


def _why_slowly(desk: Desk) -> str:
    words = translate(
        "allies",
        "X locks accounts for a day when a list grows fast, so at most %1 changes go out in 24 "
        "hours. You can keep working or close Allybook: what is left goes on next time. It stops "
        "at the first refusal and says for each ally what happened.",
    )
    return words.replace("%1", count(pace_of(desk).daily))


def _members(number: int) -> str:
    if number == 1:
        return translate("allies", "1 member")
    return translate("allies", "%n members", "", number)


def _at_least(number: int) -> str:
    """Return how many members are known of a list that nobody read whole."""
    if number == 1:
        return translate("allies", "at least 1 member")
    return translate("allies", "at least %n members", "", number)


def _left_out(plan: ListPlan) -> str:
    """Return who stays off the list although approved, and why, or nothing."""
    if not plan.left_out:
        return ""
    named = translate("allies", "%1 (%2)", "a name and why it is left off")
    told = [named.replace("%2", _reason(one)).replace("%1", _call(one)) for one in plan.left_out]
    return translate("allies", "Left off: %1.").replace("%1", _some(told))


def _undecided(plan: ListPlan) -> str:
    """Return who stays on the list although not approved, or nothing."""
    if not plan.undecided:
        return ""
    words = translate("allies", "On the list and not approved: %1. They stay until you decide.")
    return words.replace("%1", _some([_call(one) for one in plan.undecided]))


def waiting(plan: ListPlan) -> str:
    """Return how many on the list wait for a decision, or nothing."""
    if len(plan.undecided) == 1:
        return translate("allies", "1 on it is not approved: decide in the inbox.")
    if not plan.undecided:
        return ""
    return translate(
        "allies", "%n on it are not approved: decide in the inbox.", "", len(plan.undecided)
    )


def _some(names: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    told = [*names[:NAMED]]
    if len(names) > NAMED:
        told.append(translate("allies", "%n more", "", len(names) - NAMED))
    return ", ".join(told)


def _call(one: Planned) -> str:
    return one.name or called(one.handle, one.user_id)


def _reason(one: Planned) -> str:
    known: dict[str, Callable[[], str]] = {
        Outcome.NO_LISTS: lambda: translate("allies", "asks for no lists"),
        Outcome.NOT_SHOWN: lambda: translate("allies", "not shown by X"),
        Outcome.SUSPENDED: lambda: translate("allies", "suspended by X"),
        Outcome.GONE: lambda: translate("allies", "has left X"),
        Outcome.REFUSED: lambda: translate("allies", "refused by X before"),
        Outcome.PRIVATE: lambda: translate("allies", "private, and not followed by you"),
        Outcome.BLOCKS_YOU: lambda: translate("allies", "blocks you"),
        Outcome.LIST_FULL: lambda: translate("allies", "the list is full"),
        Outcome.OPTED_OUT: lambda: translate("allies", "opted out by handle"),
        CHANGED_HANDS: lambda: translate("allies", "another account may have this handle now"),
    }
    return known[one.why]() if one.why in known else one.why


def _line(step: PricedStep) -> str:
    price = unit_price(step.price.dollars)
    one = step.resources == 1
    patterns = {
        ADD: translate("allies", "1 add at %2") if one else translate("allies", "%1 adds at %2"),
        REMOVE: translate("allies", "1 remove at %2")
        if one
        else translate("allies", "%1 removes at %2"),
        BY_HANDLE: translate("allies", "1 account to find at %2")
        if one
        else translate("allies", "%1 accounts to find at %2"),
        CREATE: translate("allies", "A new list"),
    }
    pattern = patterns.get(step.endpoint) or in_words(step.words)
    return pattern.replace("%2", price).replace("%1", count(step.resources))


def _pace(desk: Desk, plan: ListPlan) -> str:
    """Return how long it takes: ``About 12 minutes, one change every 20 seconds``."""
    if not changes(plan):
        return ""
    seconds = round(pace_of(desk).seconds)
    long = _days(plan.days) or duration(timedelta(minutes=plan.quote.minutes))
    capital = long[:1].upper() + long[1:]
    if changes(plan) == 1 or seconds < 1:
        return capital
    words = translate("allies", "%1, one change every %n seconds", "", seconds)
    return words.replace("%1", capital)


def _days(days: tuple[int, ...]) -> str:
    """Return how many changes go out when, where that is not all today."""
    if len(days) <= 1:
        return ""
    today = count(days[0]) if days[0] else translate("allies", "none")
    words = translate("allies", "%1 today, %2 tomorrow")
    if len(days) > TWO:
        words = translate("allies", "%1 today, then %2 a day, %3 in all")
        whole = duration(timedelta(days=len(days)))
        words = words.replace("%3", whole)
    return words.replace("%1", today).replace("%2", count(days[1]))


def _named(one: Planned, kinds: Mapping[str, Kind], remark: str = "") -> NamedAlly:
    name = _call(one)
    handle = f"@{one.handle}" if one.name and one.handle else ""
    return NamedAlly(Who(name, kinds.get(one.user_id, Kind.PERSON), one.user_id), remark, handle)


def _to_find(handles: Sequence[str], loose: Mapping[str, AllyLine]) -> Iterator[NamedAlly]:
    remark = translate("allies", "to be found first")
    for handle in handles:
        ally = loose.get(handle)
        kind = ally.kind if ally else Kind.PERSON
        yield NamedAlly(Who(f"@{handle}", kind, ally.key if ally else handle), remark)


def _remark(one: Planned) -> str:
    """Return what of a change the book alone would not tell, or nothing."""
    known = _REMARKS.get(one.why)
    return known() if known else ""


_REMARKS: dict[str, Callable[[], str]] = {
    DOUBTED: lambda: translate("allies", "may still be on the list"),
    ERASED: lambda: translate("allies", "erased from the book"),
    Status.NOMINATED: lambda: translate("allies", "not approved"),
    TAKES_BACK: lambda: translate("allies", "takes an earlier change back"),
}


def _why(one: Planned) -> str:
    known = one.why in set(Status)
    return status_sign(AllyStatus(one.why)).words.lower() if known else ""
