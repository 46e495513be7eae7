"""What can be done about one row of the Activity panel, and what is said of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.acts.outbox import Act, Stage
from allybook.domain.acts.ticks import OPPOSITES, Tick, TickDeed, TickState
from allybook.services.publish.take_back import Against, look_into
from allybook.ui.dialogs.activity.quoting import offer_words
from allybook.ui.dialogs.activity.words import against_words
from allybook.ui.direction import set_apart
from allybook.ui.prices import tag_of
from allybook.ui.widgets.price import PriceKind, Tag
from allybook.ui.wording import in_words, moment_of, translate

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.services.desk import Desk
    from allybook.services.publish.take_back import TakeBack
    from allybook.ui.dialogs.activity.rows import ActivityRow

FREE = Tag(PriceKind.FREE)


class OfferKind(StrEnum):
    """What can be asked for about a row."""

    TAKE_BACK = "take_back"
    SEND = "send"
    DROP = "drop"
    OPEN = "open"
    DONE = "done"
    SKIP = "skip"
    UNMARK = "unmark"
    OPPOSITE = "opposite"
    LOOK = "look"


class OfferButton(Struct, frozen=True):
    """One button: what it asks for, its words, icon and price."""

    way: OfferKind
    verb: str
    icon: str
    tag: Tag = Tag()


class Offer(Struct, frozen=True):
    """What is said of a row at its foot, and the buttons beside it."""

    what: str
    sentence: str
    buttons: tuple[OfferButton, ...] = ()


def offer_of(desk: Desk, row: ActivityRow, now: datetime) -> Offer:
    """Return what can be done about a row; ``now`` is in the person's zone."""
    one, what = row.one, what_of(row)
    if isinstance(one, Act):
        return _act_offer(desk, one, what, now)
    return _tick_offer(one, what)


def what_of(row: ActivityRow) -> str:
    """Return what a row is, in one line."""
    return f"{set_apart(row.who.name)}: {row.sign.words}"


def _act_offer(desk: Desk, act: Act, what: str, now: datetime) -> Offer:
    plan = look_into(desk, act)
    if act.stage is Stage.WAITING:
        drop = OfferButton(OfferKind.DROP, translate("activity", "Drop it"), "x")
        return Offer(what, against_words(Against.WAITS), (*_sending(desk, plan), drop))
    when = moment_of(act.sent_at or act.asked_at, now)
    if isinstance(plan, Against):
        detail = f"{in_words(act.detail)} " if act.detail else ""
        return Offer(what, f"{when}. {detail}{against_words(plan)}")
    if not desk.line.signed_in:
        needed = translate("activity", "Taking it back needs the X account.")
        return Offer(what, f"{when}. {needed}")
    verb = translate("activity", "Take back")
    button = OfferButton(OfferKind.TAKE_BACK, verb, "", tag_of(desk, plan.quote))
    return Offer(what, f"{when}. {offer_words(plan)}", (button,))


def _sending(desk: Desk, plan: TakeBack | Against) -> tuple[OfferButton, ...]:
    """Return the button that sends what waits and takes something back, where that can be."""
    if isinstance(plan, Against) or not desk.line.signed_in:
        return ()
    verb = translate("activity", "Send it now")
    return (OfferButton(OfferKind.SEND, verb, "", tag_of(desk, plan.quote)),)


def _tick_offer(tick: Tick, what: str) -> Offer:
    if not tick.settled:
        opened = tick.state is TickState.OPENED
        verb = translate("activity", "Open again") if opened else translate("activity", "Open on X")
        done = (
            (OfferButton(OfferKind.DONE, translate("activity", "Done"), "check"),) if opened else ()
        )
        skip = OfferButton(OfferKind.SKIP, translate("activity", "Skip"), "")
        words = translate("activity", "Nothing happens on X until you do it there.")
        return Offer(
            what, words, (OfferButton(OfferKind.OPEN, verb, "external-link", FREE), *done, skip)
        )
    unmark = OfferButton(OfferKind.UNMARK, translate("activity", "Take the mark back"), "")
    if tick.state is TickState.SKIPPED:
        return Offer(what, translate("activity", "Nothing was done on X."), (unmark,))
    return Offer(what, _undone_words(tick), (*_undoing(tick), unmark))


def _undoing(tick: Tick) -> tuple[OfferButton, ...]:
    if tick.deed is TickDeed.FOLLOW:
        verb = translate("activity", "Unfollow on X")
        return (OfferButton(OfferKind.OPPOSITE, verb, "external-link", FREE),)
    if tick.deed in OPPOSITES:
        verb = translate("activity", "Follow on X")
        return (OfferButton(OfferKind.OPPOSITE, verb, "external-link", FREE),)
    look = OfferButton(OfferKind.LOOK, translate("activity", "View on X"), "external-link", FREE)
    return (look,) if tick.page else ()


def _undone_words(tick: Tick) -> str:
    if tick.deed in OPPOSITES:
        return translate("activity", "Taking it back is done on X, too; they may have been told.")
    if tick.deed is TickDeed.LIKE:
        return translate("activity", "A like is taken off at the post itself.")
    return translate(
        "activity", "Allybook cannot take back a post: delete it on X; others may have read it."
    )
