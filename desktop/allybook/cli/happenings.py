"""Acts and ticks as every command tells them: in JSON, and by whom or what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.out import dollars, moment
from allybook.domain.acts.outbox import Act
from allybook.domain.acts.ticks import Tick
from allybook.services.publish.activity import key_of, moment_of, price_of

if TYPE_CHECKING:
    from allybook.services.desk import Desk
    from allybook.services.publish.activity import Happening


def as_json(desk: Desk, one: Happening) -> dict[str, object]:
    """Return an act or a tick as ``activity --json`` prints it."""
    price = price_of(desk, one)
    whole: dict[str, object] = {
        "id": key_of(one),
        "kind": "act" if isinstance(one, Act) else "tick",
        "what": one.deed.value,
        "at": moment(moment_of(one)),
        "user_id": one.user_id,
        "handle": one.handle,
        "outcome": outcome_of(one),
        "dollars": None if price is None else dollars(price),
        "undoes": one.undoes,
    }
    if isinstance(one, Act):
        return {**whole, "list_id": one.list_id, "detail": one.detail}
    return {**whole, "post_id": one.post_id, "text": one.text}


def outcome_of(one: Happening) -> str:
    """Return what came of it in one word, or how far it is."""
    if isinstance(one, Act):
        return (one.outcome or one.stage).value
    return one.state.value


def name_of(one: Happening) -> str:
    """Return whom or what it is about: a list, a person, or a text."""
    if isinstance(one, Act) and not one.user_id:
        return f"The list “{one.handle}”"
    if one.handle:
        return f"@{one.handle}"
    if one.user_id:
        return one.user_id
    return one.text if isinstance(one, Tick) else one.list_id
