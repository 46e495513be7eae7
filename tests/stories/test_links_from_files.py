"""A file can say anything of where a link leads: only pages of the web are opened."""

import json

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from allybook.domain.filters.show import show
from allybook.ui.delegates.spans import HitKind, mark
from allybook.ui.models.roles import Role
from allybook.ui.widgets.prose import _Link

SHORT = "https://t.co/abcdefghij"
PAGE = "https://beds.example/tonight"
SCHEMES = ("http", "https", "file", "ms-settings", "smb")


class Desktop(QObject):
    """Stands in for the desktop, which opens whatever it is given."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def desktop():
    desktop = Desktop()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, desktop, "open")
    yield desktop
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def older(target):
    """Return a post as X's older interface gave it."""
    return {
        "id_str": "1641500000000000001",
        "created_at": "Thu Mar 30 18:00:00 +0000 2023",
        "full_text": f"see {SHORT} #bedsfile",
        "entities": {
            "hashtags": [{"text": "bedsfile"}],
            "urls": [{"url": SHORT, "expanded_url": target}],
        },
        "user": {"id_str": "31", "screen_name": "HarborRowSN", "name": "Harbor Row"},
    }


def newer(target):
    """Return the same post as X gives it today."""
    return {
        "id": "1641500000000000001",
        "author_id": "31",
        "created_at": "2023-03-30T18:00:00.000Z",
        "text": f"see {SHORT} #bedsfile",
        "entities": {
            "hashtags": [{"start": 28, "end": 37, "tag": "bedsfile"}],
            "urls": [{"start": 4, "end": 27, "url": SHORT, "expanded_url": target}],
        },
    }


def press_link(prose, number):
    """Press a link of a text with the keyboard."""
    QTest.keyClick(prose.findChildren(_Link)[number], Qt.Key.Key_Return)


@pytest.fixture
def bring(qtbot, timeline, stage, settled, tmp_path):
    """Return what brings a post in as a file, and shows it."""

    def show_brought(post):
        file = tmp_path / "brought.jsonl"
        file.write_text(json.dumps(post) + "\n", encoding="utf-8")
        with qtbot.waitSignal(stage.doors.imported):
            stage.doors.read(file)
        timeline.show_filter("#bedsfile")
        settled(lambda: show(timeline.sight.wish.chosen) == "#bedsfile" and timeline.sight.whole)
        timeline.beside.step(1)
        return timeline.model.index(0, 0).data(Role.ROW).row.post

    return show_brought


@pytest.mark.parametrize(
    ("shape", "target", "opened"),
    [
        (older, PAGE, PAGE),
        (older, "file:///home/ana/Downloads/x.desktop", SHORT),
        (newer, "ms-settings:privacy", SHORT),
        (newer, "smb://198.51.100.7/share/run.exe", SHORT),
    ],
)
def test_a_link_opens_a_page_of_the_web_or_what_stood_in_the_text(
    bring, timeline, desktop, shape, target, opened
):
    post = bring(shape(target))
    hit = next(one.hit for one in mark(post).spans if one.hit.kind is HitKind.LINK)
    timeline.view.hit.emit(hit)
    assert desktop.opened == [opened]
    press_link(timeline.details.text, 0)
    assert desktop.opened == [opened, opened]
