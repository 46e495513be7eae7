"""Forgetting, by mouse, in the window."""

import pytest
from PySide6.QtCore import Qt

from allybook.services.people.resolve import resolve
from allybook.services.reading.refresh import HOME, refresh
from allybook.ui.dialogs.forget import ForgetDialog
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def author(desk):
    """Return somebody whose posts are in the cache."""
    refresh(desk, Patience(), most=100)
    wrote = next(post.author_id for post in desk.cache.posts(HOME) if post.repost_of is None)
    resolve(desk, [wrote], Patience())
    return desk.cache.account(wrote)


def test_one_account_is_forgotten_from_the_menu(qtbot, desk, stage, author, settled):
    window = stage.window
    timeline = window.timeline()
    qtbot.waitUntil(lambda: timeline.model.rowCount() > 0, timeout=20_000)
    settled()
    rows = timeline.model.rowCount()
    window.forget()
    dialog = window.findChild(ForgetDialog)
    assert not dialog.one.isEnabled()
    assert not dialog.all.isEnabled()
    qtbot.keyClicks(dialog.field, f"@{author.handle}")
    qtbot.waitUntil(dialog.one.isEnabled, timeout=20_000)
    assert "no book has them" in dialog.found.text()
    qtbot.mouseClick(dialog.one, LEFT)
    qtbot.waitUntil(lambda: not window.findChildren(ForgetDialog), timeout=20_000)
    settled()
    assert desk.cache.account(author.user_id) is None
    assert window.footnotes.note.isVisible()
    qtbot.waitUntil(lambda: timeline.model.rowCount() < rows, timeout=20_000)
