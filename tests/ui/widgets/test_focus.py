from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QFocusFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import delete

from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.focus import FocusFrame
from allybook.ui.widgets.ring import REACH


@pytest.fixture
def frame(qapp, look):
    frame = FocusFrame(look, qapp)
    yield frame
    delete(frame)


@pytest.fixture
def window(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.button, window.field = Button(look, "Approve"), QLineEdit()
    column.addWidget(window.field)
    column.addWidget(window.button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_frame_follows_the_keyboard(qtbot, frame, window):
    window.button.setFocus()
    qtbot.waitUntil(lambda: frame.framed() is window.button)
    [ring] = window.findChildren(QFocusFrame)
    assert ring.geometry() == window.button.geometry().adjusted(-REACH, -REACH, REACH, REACH)


def test_fields_show_the_keyboard_themselves(qtbot, frame, window):
    window.button.setFocus()
    window.field.setFocus()
    assert frame.framed() is None


def test_the_frame_outlives_a_window_that_is_deleted(qtbot, look, frame, window):
    dialog = QDialog()
    button = Button(look, "Not now")
    QVBoxLayout(dialog).addWidget(button)
    dialog.open()
    button.setFocus()
    qtbot.waitUntil(lambda: frame.framed() is button)
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.activateWindow()
    window.button.setFocus()
    qtbot.waitUntil(lambda: frame.framed() is window.button)
    assert frame.framed() is window.button
