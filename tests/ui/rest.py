"""Wait until a window has come to rest."""

from PySide6.QtCore import QCoreApplication

TURNS = 3
"""What was read may lead to another reading, and that to one more."""


def come_to_rest(qtbot, running, holds=lambda: True):
    """Wait until nothing is ``running`` any more, and then until something holds besides.

    What a change sets going begins a turn of the event loop later: whoever only looks whether
    anything runs may look before that.
    """
    for _ in range(TURNS):
        QCoreApplication.processEvents()
        qtbot.waitUntil(lambda: not running())
    qtbot.waitUntil(lambda: not running() and bool(holds()))
