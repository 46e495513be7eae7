"""Views: filters with a name, built in or saved by the person."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse

if TYPE_CHECKING:
    from allybook.services.desk import Desk

SETTING = "views"


@dataclass(frozen=True, slots=True)
class View:
    """A named filter. ``icon`` is the name of its picture; ``own`` says who made it."""

    name: str
    text: str
    icon: str = "hash"
    own: bool = False


BUILT_IN = (
    View("Everything", "", "layers"),
    View("Allies only", "is:ally -is:repost", "bookmark"),
    View(
        "Action alerts",
        '("action alert" OR urgent OR "call today" OR "sign the petition" OR deadline) -is:repost',
        "siren",
    ),
    View(
        "Questions",
        '("does anyone" OR "can anyone" OR "anyone know" OR "who has" OR "who knows" OR'
        ' "looking for" OR "how do" OR "any advice") -is:repost',
        "message-circle-question-mark",
    ),
    View("Conversation", "is:reply -is:repost", "message-circle"),
)


def views(desk: Desk) -> tuple[View, ...]:
    """Return the built-in views, then the saved ones in the order they were saved."""
    return (*BUILT_IN, *_saved(desk))


def save_view(desk: Desk, name: str, text: str) -> View:
    """Save a filter under a name, in place of one of the same name; ``FilterError`` if unclear."""
    parse(text)
    kept = name.strip()
    if not kept or any(view.name == kept for view in BUILT_IN):
        raise BadInput(f"“{name}” cannot name a view: choose a name that is not taken.")
    made = View(kept, text, own=True)
    others = [view for view in _saved(desk) if view.name != kept]
    _write(desk, [*others, made])
    return made


def forget_view(desk: Desk, name: str) -> None:
    """Forget a saved view; the posts stay."""
    _write(desk, [view for view in _saved(desk) if view.name != name])


def _saved(desk: Desk) -> tuple[View, ...]:
    rows = json.loads(desk.settings.read(SETTING, "[]"))
    return tuple(View(row["name"], row["text"], own=True) for row in rows)


def _write(desk: Desk, saved: list[View]) -> None:
    rows = [{"name": view.name, "text": view.text} for view in saved]
    desk.settings.write(SETTING, json.dumps(rows, ensure_ascii=False))
    desk.announcer.announce(Changed(settings=True))
