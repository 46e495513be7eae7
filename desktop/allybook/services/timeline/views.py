"""Views: filters with a name, built in or saved by the person."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.filters.earlier import as_kept
from allybook.domain.filters.parse import parse
from allybook.domain.kept_rows import read_rows, write_rows
from allybook.domain.spoken import speak
from allybook.services.timeline.phrasing import phrase_filter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from allybook.domain.filters.renaming import Renaming
    from allybook.services.desk import Desk

SETTING = "views"


class Saved(Struct, frozen=True):
    """A view as it is kept."""

    name: str
    text: str


class View(Struct, frozen=True):
    """A named filter. ``icon`` is the name of its picture; ``own`` says who made it."""

    name: str
    text: str
    icon: str = "hash"
    own: bool = False


class Forgotten(Struct, frozen=True):
    """A view that was forgotten, and how many saved ones stood before it."""

    view: View
    place: int


OF_ALL = (
    "Everything",
    "Allies only",
    "Action alerts",
    "Questions",
    "Conversation",
    "Quiet folder",
    "Muted",
)
"""What everybody has; a window may show it by other names."""
CHANGED_SINCE = "This was changed again since, so it was not taken back."


def views(desk: Desk) -> tuple[View, ...]:
    """Return the built-in views, then the saved ones in the order they were saved."""
    return (*_built_in(desk), *_read(desk.settings.read(SETTING)))


def save_view(
    desk: Desk, name: str, text: str, shown: Mapping[str, str] = MappingProxyType({})
) -> View:
    """Save a filter under a name of its own, in one line; ``FilterError`` if it is unclear.

    ``BadInput`` where there is no name, or another view has it: that one would be gone unseen.
    ``shown`` says by which names the person sees what everybody has, where those are others.
    """
    parse(text)
    made = View(_one_line(name), text, own=True)

    def add(saved: tuple[View, ...]) -> Iterable[View]:
        """Return the saved views with this one; what is there already needs no other name."""
        if made in saved:
            return saved
        _check_name(made.name, shown)
        return _with(saved, made, len(saved))

    _change(desk, add)
    return made


def rename_view(
    desk: Desk, name: str, other: str, shown: Mapping[str, str] = MappingProxyType({})
) -> View:
    """Give a saved view another name, where it stands; ``BadInput`` as in ``save_view``."""
    kept = _one_line(other)
    if kept != name:
        _check_name(kept, shown)
    made: list[View] = []

    def rename(saved: tuple[View, ...]) -> list[View]:
        """Return the saved views, this one by its other name."""
        place = _find(saved, name)
        made.append(replace(saved[place], name=kept))
        return _with((*saved[:place], *saved[place + 1 :]), made[-1], place)

    _change(desk, rename)
    return made[-1]


def change_view(desk: Desk, name: str, text: str, *, if_still: str | None = None) -> View:
    """Let a saved view keep another filter, where it stands; return the view as it was.

    ``FilterError`` if the filter is unclear, ``BadInput`` where there is no such view any more, or
    it keeps something else by now than ``if_still``.
    """
    parse(text)
    former: list[View] = []

    def change(saved: tuple[View, ...]) -> list[View]:
        """Return the saved views, this one with its other filter."""
        place = _find(saved, name)
        former[:] = [saved[place]]
        if if_still not in (None, former[0].text):
            raise BadInput(CHANGED_SINCE)
        return [*saved[:place], replace(saved[place], text=text), *saved[place + 1 :]]

    _change(desk, change)
    return former[0]


def unsave_view(desk: Desk, made: View) -> None:
    """Forget a view that was just saved; ``BadInput`` where it is another one by now, or gone."""

    def drop(saved: tuple[View, ...]) -> list[View]:
        """Return the saved views without this one."""
        if made not in saved:
            raise BadInput(CHANGED_SINCE)
        return [view for view in saved if view != made]

    _change(desk, drop)


def forget_view(desk: Desk, name: str) -> Forgotten | None:
    """Forget a saved view; the posts stay. Return what was forgotten, if there was such a view."""
    gone: list[Forgotten] = []

    def drop(saved: tuple[View, ...]) -> list[View]:
        """Return the saved views without this one."""
        gone[:] = [Forgotten(one, at) for at, one in enumerate(saved) if one.name == name]
        return [view for view in saved if view.name != name]

    _change(desk, drop)
    return next(iter(gone), None)


def bring_back(desk: Desk, gone: Forgotten) -> None:
    """Save a view again that was forgotten, where it stood; ``BadInput`` as in ``save_view``."""
    _change(desk, lambda saved: _with(saved, gone.view, gone.place))


def forget_views(desk: Desk, is_gone: Callable[[View], bool]) -> None:
    """Forget the saved views of which ``is_gone`` says so."""
    _change(desk, lambda saved: [view for view in saved if not is_gone(view)])


def rename_in_views(desk: Desk, renaming: Renaming) -> tuple[str, ...]:
    """Let the saved views name what was renamed as it is called now; all others stay as typed.

    Return the names of those that may have meant it and stay as they are.
    """
    left: list[str] = []

    def rename(saved: tuple[View, ...]) -> list[View]:
        """Return the saved views with the name of today."""
        left[:] = [view.name for view in saved if renaming.leaves(view.text)]
        return [replace(view, text=renaming.renew(view.text)) for view in saved]

    _change(desk, rename)
    return tuple(left)


def _one_line(name: str) -> str:
    """Return a name in one line; ``BadInput`` where nothing is left of it."""
    kept = " ".join(name.split())
    if not kept:
        raise BadInput("A view needs a name: write one; nothing was changed.")
    return kept


def _check_name(name: str, shown: Mapping[str, str]) -> None:
    """Refuse a name of what everybody has, also that which it has in the program itself."""
    folded = name.casefold()
    for own in OF_ALL:
        here = shown.get(own, own)
        if folded == here.casefold():
            raise BadInput(
                speak(
                    "There is a view “{name}” already, for everybody: choose another name. "
                    "Nothing was changed.",
                    name=name,
                )
            )
        if folded == own.casefold():
            raise BadInput(
                speak(
                    "“{name}” is what “{here}” is called in English: choose another name. "
                    "Nothing was changed.",
                    name=name,
                    here=here,
                )
            )


def _find(saved: tuple[View, ...], name: str) -> int:
    """Return where a view stands; ``BadInput`` where it is gone."""
    for place, view in enumerate(saved):
        if view.name == name:
            return place
    raise BadInput(speak("There is no view “{name}” any more; nothing was changed.", name=name))


def _with(saved: tuple[View, ...], made: View, place: int) -> list[View]:
    """Return the saved views with one more; ``BadInput`` where its name is another's."""
    if made.name.casefold() in {view.name.casefold() for view in saved}:
        raise BadInput(
            speak(
                "There is a view “{name}” already: choose another name, or forget that view "
                "first. Nothing was changed.",
                name=made.name,
            )
        )
    return [*saved[:place], made, *saved[place:]]


def _built_in(desk: Desk) -> tuple[View, ...]:
    """Return the views that everybody has; alerts are looked for in the person's languages."""
    alerts = phrase_filter(desk, "alerts")
    return (
        View("Everything", "", "layers"),
        View("Allies only", "is:ally -is:repost", "bookmark"),
        View("Action alerts", f"({alerts}) -is:repost", "siren"),
        View("Questions", "is:question -is:repost", "message-circle-question-mark"),
        View("Conversation", "is:reply -is:repost", "message-circle"),
    )


def _change(desk: Desk, change: Callable[[tuple[View, ...]], Iterable[View]]) -> None:
    """Save what ``change`` makes of the saved views; no other program comes between."""

    def renew(text: str) -> str:
        """Return the views from now on."""
        before = _read(text)
        after = tuple(change(before))
        return text if after == before else _write(after, text)

    desk.settings.change(SETTING, renew)
    desk.announcer.announce(Changed(settings=True))


def _read(text: str) -> tuple[View, ...]:
    return tuple(View(one.name, as_kept(one.text), own=True) for one in read_rows(text, Saved))


def _write(saved: Iterable[View], before: str) -> str:
    return write_rows([Saved(view.name, view.text) for view in saved], before, Saved)
