"""Views: filters with a name, built in or saved by the person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.spoken import speak
from allybook.services.timeline.phrasing import phrase_filter

if TYPE_CHECKING:
    from allybook.services.desk import Desk

SETTING = "views"


class View(Struct, frozen=True):
    """A named filter. ``icon`` is the name of its picture; ``own`` says who made it."""

    name: str
    text: str
    icon: str = "hash"
    own: bool = False


TAKEN = frozenset({"Everything", "Allies only", "Action alerts", "Questions", "Conversation"})


def views(desk: Desk) -> tuple[View, ...]:
    """Return the built-in views, then the saved ones in the order they were saved."""
    return (*_built_in(desk), *_saved(desk))


def save_view(desk: Desk, name: str, text: str) -> View:
    """Save a filter under a name, in place of one of the same name; ``FilterError`` if unclear."""
    parse(text)
    kept = name.strip()
    if not kept or kept in TAKEN:
        raise BadInput(
            speak("“{name}” cannot name a view: choose a name that is not taken.", name=name)
        )
    made = View(kept, text, own=True)
    others = [view for view in _saved(desk) if view.name != kept]
    _write(desk, [*others, made])
    return made


def forget_view(desk: Desk, name: str) -> None:
    """Forget a saved view; the posts stay."""
    _write(desk, [view for view in _saved(desk) if view.name != name])


def _built_in(desk: Desk) -> tuple[View, ...]:
    """Return the views that everybody has; what they look for is in the person's languages."""
    alerts, asking = phrase_filter(desk, "alerts"), phrase_filter(desk, "asking")
    return (
        View("Everything", "", "layers"),
        View("Allies only", "is:ally -is:repost", "bookmark"),
        View("Action alerts", f"({alerts}) -is:repost", "siren"),
        View("Questions", f"({asking}) -is:repost", "message-circle-question-mark"),
        View("Conversation", "is:reply -is:repost", "message-circle"),
    )


def _saved(desk: Desk) -> tuple[View, ...]:
    rows = json.loads(desk.settings.read(SETTING, "[]"))
    return tuple(View(row["name"], row["text"], own=True) for row in rows)


def _write(desk: Desk, saved: list[View]) -> None:
    rows = [{"name": view.name, "text": view.text} for view in saved]
    desk.settings.write(SETTING, json.dumps(rows, ensure_ascii=False))
    desk.announcer.announce(Changed(settings=True))
