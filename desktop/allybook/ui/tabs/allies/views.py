"""Filters of allies that were kept under a name, for every book of this computer."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from allybook.domain.book.asked import parse_ally_filter
from allybook.domain.changes import Changed
from allybook.domain.errors import FilterError
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.show import show
from allybook.services.books.terms import VIEWS
from allybook.ui.tabs.allies.ask import Ask, Prompt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.bar import Bar
    from allybook.ui.theme.look import Look

GAP = 4
KEPT = 32
"""So many filters stay understood."""


def read_views(desk: Desk) -> Mapping[str, str]:
    """Return the filters by name, in the order kept."""
    return _read(desk.settings.read(VIEWS))


def _read(text: str) -> dict[str, str]:
    return {str(name): str(text) for name, text in json.loads(text or "[]")}


def _go_on() -> None:
    """Wait for the change to be announced."""


class Views(QObject):
    """Keeps the filter of the bar as a view, or forgets it; ``kept`` carries the name.

    ``failed`` carries why that was not possible.
    """

    kept = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, bar: Bar, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._look, self._jobs = desk, look, jobs
        self._bar = bar
        self._window = window
        self.asking: Ask | None = None
        bar.keep.clicked.connect(self._turn)

    def text(self, name: str) -> str:
        """Return the filter of a view, or nothing."""
        return read_views(self._desk).get(name, "")

    def name(self, text: str) -> str:
        """Return which view has this filter, however it is written, or nothing."""
        # Asked on each letter: what is typed is understood only where there is something beside it.
        views = read_views(self._desk)
        wanted = _plain(text) if views else ""
        return next((name for name, kept in views.items() if _plain(kept) == wanted), "")

    def keep(self, name: str) -> None:
        """Keep the filter that is typed under a name; a view of this name is replaced."""
        name, text = " ".join(name.split()), self._bar.text().strip()
        if name and text:
            self._change(lambda views: {**views, name: text}, lambda: self.kept.emit(name))

    def forget(self, name: str) -> None:
        """Forget a view; the filter stays where it is typed."""
        self._change(lambda views: {key: text for key, text in views.items() if key != name})

    def _turn(self) -> None:
        known = self.name(self._bar.text())
        if known:
            self.forget(known)
            return
        asked = Prompt(self.tr("Keep this filter as a view"), self.tr("Name"), self.tr("Keep"))
        self.asking = Ask(self._look, asked, self._window)
        self.asking.answered.connect(self.keep)
        button = self._bar.keep
        self.asking.open_at(button.mapToGlobal(QPoint(0, button.height() + GAP)))

    def _change(
        self,
        change: Callable[[Mapping[str, str]], Mapping[str, str]],
        then: Callable[[], None] = _go_on,
    ) -> None:
        desk = self._desk
        self._jobs.keep(
            self,
            lambda: _keep(desk, change),
            done=lambda _nothing: then(),
            failed=self.failed.emit,
        )


def _keep(desk: Desk, change: Callable[[Mapping[str, str]], Mapping[str, str]]) -> None:
    desk.settings.change(VIEWS, lambda text: _write(change(_read(text))))
    desk.announcer.announce(Changed(settings=True))


def _write(views: Mapping[str, str]) -> str:
    return json.dumps(list(views.items()), ensure_ascii=False)


@lru_cache(maxsize=KEPT)
def _plain(text: str) -> str:
    """Return a filter as it is written after it was chips."""
    try:
        return show(normalise(parse_ally_filter(text)))
    except FilterError:
        return text.strip()
