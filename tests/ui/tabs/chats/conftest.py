"""A chats tab on the practice network, at a time when the chat of the evening before is there."""

from __future__ import annotations

import pytest

from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from allybook.ui.tabs.chats.tab import ChatsTab
from tests.ui.rest import come_to_rest
from tests.workshop import practice_desk


class Room:
    """A desk, a tab on it, and how to wait for both."""

    def __init__(self, desk, look, qtbot):
        self.desk, self._look, self._bot = desk, look, qtbot
        self.jobs = Jobs(patience_ms=0)
        self.hub = Hub(desk.announcer)
        self.tab = self.make()

    def make(self):
        tab = ChatsTab(self.desk, self._look, self.jobs, self.hub)
        self._bot.addWidget(tab)
        tab.resize(1280, 724)
        tab.show()
        return tab

    def until(self, holds):
        come_to_rest(self._bot, self.jobs.running, holds)

    def capture(self):
        self.tab.open_chat("#SwHelper")
        self.until(self.tab.count_button.isVisible)
        self.tab.count_button.click()
        self.until(lambda: not self.tab.count_button.isVisible())
        self.tab.capture_button.click()
        self.until(lambda: self.tab.chat and len(self.tab.chat.posts) > 300)

    def close(self):
        self.hub.close()
        self.jobs.close()


@pytest.fixture
def open_tab(look, jobs, hub, qtbot):
    def make(desk):
        tab = ChatsTab(desk, look, jobs, hub)
        qtbot.addWidget(tab)
        tab.show()
        return tab

    return make


@pytest.fixture
def room(tmp_path, look, qtbot):
    with practice_desk(tmp_path) as desk:
        room = Room(desk, look, qtbot)
        yield room
        room.close()
