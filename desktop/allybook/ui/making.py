"""Make the tabs: each is loaded when somebody first goes to it, so that the window opens soon.

What is loaded and made goes in steps, between which the window has its turn.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.frame.pages import Steps
    from allybook.ui.frame.panes import ThreePanes
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.tab import AlliesTab
    from allybook.ui.tabs.chats.tab import ChatsTab
    from allybook.ui.tabs.followback.tab import FollowBackTab
    from allybook.ui.theme.look import Look


class Tab(Protocol):
    """What the window asks of every tab."""

    count_changed: SignalInstance
    panes: ThreePanes

    def count(self) -> int:
        """Return how many things wait here to be looked at, 0 for none: some tabs gather none."""

    def say_count(self) -> str:
        """Return what waits, in words, as a screen reader says it: ``9 nominations``."""


def _make_timeline(desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget) -> Steps:
    from allybook.ui.tabs.timeline.tab import TimelineTab

    yield
    return TimelineTab(desk, look, jobs, hub, parent)


def _load(key: str) -> Iterator[None]:
    """Load what a tab is made of, a module a turn."""
    from allybook.ui.ahead import load

    yield from load(key)


def _build(tab: AlliesTab | FollowBackTab | ChatsTab) -> Steps:
    """Make the parts of a tab, and give the window a turn before it is shown."""
    yield from tab.build()
    yield
    return tab


def _make_allies(desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget) -> Steps:
    yield from _load("allies")
    from allybook.ui.tabs.allies.tab import AlliesTab

    return (yield from _build(AlliesTab(desk, look, jobs, hub, parent, whole=False)))


def _make_followback(desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget) -> Steps:
    yield from _load("followback")
    from allybook.ui.tabs.followback.tab import FollowBackTab

    return (yield from _build(FollowBackTab(desk, look, jobs, hub, parent, whole=False)))


def _make_chats(desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget) -> Steps:
    yield from _load("chats")
    from allybook.ui.tabs.chats.tab import ChatsTab

    return (yield from _build(ChatsTab(desk, look, jobs, hub, parent, whole=False)))


MAKERS: Mapping[str, Callable[[Desk, Look, Jobs, Hub, QWidget], Steps]] = {
    "timeline": _make_timeline,
    "allies": _make_allies,
    "followback": _make_followback,
    "chats": _make_chats,
}
"""What makes each tab, by its key, inside the widget that will show it."""
