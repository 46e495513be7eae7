"""What is opened in the browser, and what is not opened at all."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from allybook.ui.opening import open_in_browser, open_link

UI = Path(__file__).parents[2] / "desktop" / "allybook" / "ui"
SCHEMES = ("http", "https", "file", "mailto", "ms-settings")


class Desktop(QObject):
    """Stands in for the desktop, which opens whatever it is given."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def desktop(qapp):
    desktop = Desktop()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, desktop, "open")
    yield desktop
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize("way", [open_link, open_in_browser])
def test_pages_of_the_web_are_opened(desktop, way):
    assert way("https://x.com/i/status/20")
    assert way("HTTP://beds.example/")
    assert desktop.opened == ["https://x.com/i/status/20", "http://beds.example/"]


@pytest.mark.parametrize("way", [open_link, open_in_browser])
@pytest.mark.parametrize(
    "address",
    ["file:///etc/hosts", "ms-settings:privacy", "mailto:a@b.example", "/etc/hosts", "//a/b", ""],
)
def test_nothing_else_is(desktop, way, address):
    assert not way(address)
    assert desktop.opened == []


def test_no_other_part_of_the_window_opens_addresses():
    found = [path for path in UI.rglob("*.py") if re.search("openUrl", path.read_text("utf-8"))]
    assert [path.name for path in found] == ["opening.py"]
