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
    from collections.abc import Callable, Iterable

    from allybook.services.desk import Desk

SETTING = "views"


class View(Struct, frozen=True):
    """A named filter. ``icon`` is the name of its picture; ``own`` says who made it."""

    name: str
    text: str
    icon: str = "hash"
    own: bool = False


TAKEN = frozenset(
    {
        "everything",
        "allies only",
        "action alerts",
        "questions",
        "conversation",
        "quiet folder",
        "muted",
    }
)
"""The names, folded, of what everybody has."""


def views(desk: Desk) -> tuple[View, ...]:
    """Return the built-in views, then the saved ones in the order they were saved."""
    return (*_built_in(desk), *_read(desk.settings.read(SETTING)))


def save_view(desk: Desk, name: str, text: str) -> View:
    """Save a filter under a name of its own, in one line; ``FilterError`` if it is unclear.

    ``BadInput`` where there is no name, or another view has it: that one would be gone unseen.
    """
    parse(text)
    kept = " ".join(name.split())
    if not kept:
        raise BadInput("A view needs a name: write one; nothing was changed.")
    made = View(kept, text, own=True)
    _change(desk, lambda saved: _with(saved, made))
    return made


def forget_view(desk: Desk, name: str) -> None:
    """Forget a saved view; the posts stay."""
    _change(desk, lambda saved: [view for view in saved if view.name != name])


def forget_views(desk: Desk, is_gone: Callable[[View], bool]) -> None:
    """Forget the saved views of which ``is_gone`` says so."""
    _change(desk, lambda saved: [view for view in saved if not is_gone(view)])


def _with(saved: tuple[View, ...], made: View) -> list[View]:
    """Return the saved views with one more; ``BadInput`` where its name is another's."""
    if made in saved:
        return list(saved)
    if made.name.casefold() in {*TAKEN, *(view.name.casefold() for view in saved)}:
        raise BadInput(
            speak(
                "There is a view “{name}” already: choose another name, or forget that view "
                "first. Nothing was changed.",
                name=made.name,
            )
        )
    return [*saved, made]


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


def _change(desk: Desk, change: Callable[[tuple[View, ...]], Iterable[View]]) -> None:
    """Save what ``change`` makes of the saved views; no other program comes between."""

    def renew(text: str) -> str:
        before = _read(text)
        after = tuple(change(before))
        return text if after == before else _write(after)

    desk.settings.change(SETTING, renew)
    desk.announcer.announce(Changed(settings=True))


def _read(text: str) -> tuple[View, ...]:
    rows = json.loads(text or "[]")
    return tuple(View(row["name"], row["text"], own=True) for row in rows)


def _write(saved: Iterable[View]) -> str:
    rows = [{"name": view.name, "text": view.text} for view in saved]
    return json.dumps(rows, ensure_ascii=False)
