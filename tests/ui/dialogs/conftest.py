"""A window for dialogs to open in."""

import pytest
from PySide6.QtWidgets import QWidget


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1_280, 800)
    window.show()
    return window
