"""One's own archive has no place among people who are made up, by whatever door it comes."""

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from allybook.services.imports.run import import_file
from allybook.services.sign_in.who import sign_in
from allybook.ui.session import Destination
from allybook.ui.tabs.followback.start import To
from tests.fakes.desk import Patience
from tests.files.archives import OWNER_ID
from tests.stories.test_imports import as_zip, jsonl


@pytest.fixture
def archive(tmp_path):
    return as_zip(tmp_path)


def choose(path):
    """Choose a file in the dialog that lies open."""
    tops = QApplication.topLevelWidgets()
    within = [one for top in tops for one in top.findChildren(QFileDialog)]
    dialogs = [one for one in (*tops, *within) if isinstance(one, QFileDialog) and one.isVisible()]
    dialogs[0].fileSelected.emit(str(path))
    dialogs[0].close()


def by_timeline(stage, settled):
    timeline = stage.window.timeline()
    settled(lambda: timeline.empty is not None and timeline.empty.isVisible())
    timeline.empty.ways["file"].click()


def by_followback(stage, settled):
    tab = stage.window.followback()
    settled(lambda: tab.empty is not None)
    tab.empty.ways[To.ARCHIVE].click()


def by_chats(stage, settled):
    tab = stage.window.chats()
    settled(tab.start.isVisible)
    tab.start.ways["import"].click()


def by_allies(stage, settled):
    tab = stage.window.allies()
    settled(lambda: tab.page is not None)
    tab.bringing.choose_file()


@pytest.mark.parametrize("door", [by_timeline, by_followback, by_chats, by_allies])
def test_it_is_read_at_ones_own_desk(qtbot, stage, desk, settled, archive, door):
    door(stage, settled)
    choose(archive)
    qtbot.waitUntil(lambda: stage.destination is not None)
    assert stage.destination == Destination(practice=False, file=str(archive))
    assert not stage.window.isVisible()
    assert not desk.cache.known_sources()
    assert desk.cache.account(OWNER_ID) is None
    assert desk.own_id() != OWNER_ID


def test_wherever_it_is_read_its_owner_does_not_practise(desk, archive):
    assert import_file(desk, archive, Patience()).kept == 10
    assert desk.own_id() == ""
    assert sign_in(desk).user_id == desk.own_id() != OWNER_ID


def test_a_capture_of_a_chat_is_read_where_one_practises(stage, desk, settled, tmp_path):
    post = {
        "id": "1641500000000000001",
        "author_id": "31",
        "created_at": "2023-03-30T18:00:00.000Z",
        "text": "Beds are open tonight #Harbour",
        "entities": {"hashtags": [{"start": 22, "end": 30, "tag": "Harbour"}]},
    }
    by_chats(stage, settled)
    choose(jsonl(tmp_path / "harbour.jsonl", post))
    tab = stage.window.chats()
    settled(lambda: tab.chat is not None and len(tab.chat.posts) == 1)
    assert stage.destination is None
