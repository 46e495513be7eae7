"""What taking an act back does and costs, as the quote dialog says it before it is done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import ENDPOINTS, Deed
from allybook.services.money.doubts import held_this_month
from allybook.services.money.quote import budget, spent_this_month
from allybook.services.publish.audience import is_private
from allybook.ui.dialogs.named import NamedAlly
from allybook.ui.dialogs.quote import PriceLine, QuoteView
from allybook.ui.prices import charge_of
from allybook.ui.wording import count, duration, translate, unit_price

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.money.pricing import PricedStep
    from allybook.services.desk import Desk
    from allybook.services.publish.take_back import TakeBack
    from allybook.ui.dialogs.activity.rows import ActivityRow


def offer_words(plan: TakeBack) -> str:
    """Return what taking back would do, for whoever has not pressed anything yet."""
    words = {
        Deed.REMOVE_MEMBER: translate("activity", "Taking it back takes them off the list on X."),
        Deed.ADD_MEMBER: translate("activity", "Taking it back adds them to the list on X again."),
        Deed.DELETE_LIST: translate(
            "activity", "Taking it back deletes the list on X, for good and for everybody."
        ),
    }[plan.deed]
    return f"{words} {_again(plan)}".strip()


def view_of(desk: Desk, plan: TakeBack, row: ActivityRow) -> QuoteView:
    """Return the quote of taking one act back; what cannot be undone stands in its sentence."""
    named = () if plan.deed is Deed.DELETE_LIST else (NamedAlly(row.who, handle=row.handle),)
    sentence = " ".join(part for part in (_effect(desk, plan), _again(plan), _along(plan)) if part)
    slowly = plan.deed is not Deed.DELETE_LIST
    length = timedelta(minutes=plan.quote.minutes)
    words = translate("activity", "This takes %1, slowly on purpose")
    return QuoteView(
        title=_title(plan),
        sentence=sentence,
        verb=translate("activity", "Take back"),
        lines=tuple(map(_line, plan.quote.steps)),
        spent=spent_this_month(desk),
        held=held_this_month(desk),
        budget=budget(desk),
        pace=words.replace("%1", duration(length)) if slowly else "",
        why=translate(
            "activity",
            "It goes out like every change: one at a time, and the list is read afterwards to see "
            "that it is so. You can keep working or close Allybook.",
        ),
        adds=named if plan.deed is Deed.ADD_MEMBER else (),
        removes=named if plan.deed is Deed.REMOVE_MEMBER else (),
        icon="send",
        charge=charge_of(plan.quote),
    )


def _title(plan: TakeBack) -> str:
    return {
        Deed.REMOVE_MEMBER: lambda: translate("activity", "Take one ally off the X List again"),
        Deed.ADD_MEMBER: lambda: translate("activity", "Put one account back on the X List"),
        Deed.DELETE_LIST: lambda: translate("activity", "Delete the X List again"),
    }[plan.deed]()


def _effect(desk: Desk, plan: TakeBack) -> str:
    """Return what happens, and what of it cannot be undone."""
    private = is_private(desk, plan.act.list_id)
    if plan.deed is Deed.DELETE_LIST:
        words = translate(
            "activity",
            "The list goes from X for everybody, with everyone on it (%1). That cannot be taken "
            "back: a new list is another list. The book keeps all its allies.",
        )
        members = count(plan.members)
        if plan.partly:
            members = translate("activity", "at least %1").replace("%1", members)
        return words.replace("%1", members)
    if plan.deed is Deed.REMOVE_MEMBER:
        return _EFFECTS[private]()
    return _EFFECTS_OF_ADDING[private]()


_EFFECTS: dict[bool | None, Callable[[], str]] = {
    True: lambda: translate("activity", "They come off the list, which is private."),
    False: lambda: translate(
        "activity",
        "They come off the list. It is public, so X may have told them when they were added: "
        "that cannot be taken back.",
    ),
    None: lambda: translate(
        "activity",
        "They come off the list. If X told them when they were added, that cannot be taken back.",
    ),
}
_EFFECTS_OF_ADDING: dict[bool | None, Callable[[], str]] = {
    True: lambda: translate("activity", "They come back on the list, which is private."),
    False: lambda: translate(
        "activity",
        "They come back on the list. It is public, so X may tell them: that cannot be taken back.",
    ),
    None: lambda: translate(
        "activity",
        "They come back on the list. If it is public, X may tell them: that cannot be taken back.",
    ),
}


def _again(plan: TakeBack) -> str:
    if not plan.again:
        return ""
    if plan.deed is Deed.REMOVE_MEMBER:
        return translate(
            "activity", "The book still has them as an ally: publishing would add them again."
        )
    return translate(
        "activity", "The book has them as removed: publishing would take them off again."
    )


def _along(plan: TakeBack) -> str:
    if not plan.along:
        return ""
    if plan.along == 1:
        return translate("activity", "1 other change waits for this list and goes out with it.")
    return translate(
        "activity", "%n other changes wait for this list and go out with it.", "", plan.along
    )


def _line(step: PricedStep) -> PriceLine:
    price = unit_price(step.price.dollars)
    told = _LINES.get(step.endpoint, _check_line)().replace("%2", price)
    return PriceLine(told.replace("%1", count(step.resources)), step.dollars)


def _check_line() -> str:
    return translate("activity", "Check afterwards, %1 read at %2")


_LINES: dict[str, Callable[[], str]] = {
    ENDPOINTS[Deed.ADD_MEMBER]: lambda: translate("activity", "%1 added, at %2"),
    ENDPOINTS[Deed.REMOVE_MEMBER]: lambda: translate("activity", "%1 taken off, at %2"),
    ENDPOINTS[Deed.DELETE_LIST]: lambda: translate("activity", "The list is deleted"),
}
