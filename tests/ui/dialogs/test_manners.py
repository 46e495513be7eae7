"""The manners of a group with many tags: all can be seen, and nothing counts unseen."""

import pytest

from allybook.domain.check.manners import Manners
from allybook.ui.dialogs.manners import MannersSheet
from allybook.ui.widgets.scroll import Scroll


@pytest.fixture
def ask(qtbot, look, window):
    def ask(number):
        tags = [f"working group {place:03}" for place in range(number)]
        sheet = MannersSheet(look, Manners(), {}, tags, window)
        qtbot.addWidget(sheet)
        sheet.open()
        return sheet

    return ask


def test_many_tags_scroll_and_the_last_one_can_be_come_to(qtbot, ask):
    sheet = ask(200)
    area = sheet.findChild(Scroll)
    assert sheet.height() <= sheet.screen().availableGeometry().height()
    assert sheet.keep.geometry().bottom() < sheet.height()
    last = sheet.tags["working group 199"]
    place = last.mapTo(area.widget(), last.rect().bottomRight())
    assert area.widget().rect().contains(place)
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    area.ensureWidgetVisible(last)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_a_few_tags_stand_there_without_scrolling(ask):
    area = ask(6).findChild(Scroll)
    assert area.verticalScrollBar().maximum() == 0
