"""Make the tabs: each is loaded when somebody first goes to it, so that the window opens soon."""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.frame.panes import ThreePanes
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look


class Tab(Protocol):
    """What the window asks of every tab."""

    count_changed: SignalInstance
    panes: ThreePanes

    def count(self) -> int:
        """Return the number beside the tab's word; 0 for none."""


def _make_timeline(desk: Desk, look: Look, jobs: Jobs, hub: Hub) -> QWidget:
    from allybook.ui.tabs.timeline.tab import TimelineTab

    return TimelineTab(desk, look, jobs, hub)


def _make_allies(desk: Desk, look: Look, jobs: Jobs, hub: Hub) -> QWidget:
    from allybook.ui.tabs.allies.tab import AlliesTab

    return AlliesTab(desk, look, jobs, hub)


def _make_followback(desk: Desk, look: Look, jobs: Jobs, hub: Hub) -> QWidget:
    from allybook.ui.tabs.followback.tab import FollowBackTab

    return FollowBackTab(desk, look, jobs, hub)


def _make_chats(desk: Desk, look: Look, jobs: Jobs, hub: Hub) -> QWidget:
    from allybook.ui.tabs.chats.tab import ChatsTab

    return ChatsTab(desk, look, jobs, hub)


MAKERS: Mapping[str, Callable[[Desk, Look, Jobs, Hub], QWidget]] = {
    "timeline": _make_timeline,
    "allies": _make_allies,
    "followback": _make_followback,
    "chats": _make_chats,
}
"""What makes each tab, by its key."""
