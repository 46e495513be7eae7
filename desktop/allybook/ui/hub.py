"""Where the parts of the window hear of each other, without knowing each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from allybook.ports.surroundings import Announcer


class Hub(QObject):
    """Carries changes from any thread to the window's, and wishes from one tab to another.

    ``changed`` carries a ``domain.changes.Changed``. ``filter_wanted`` carries the text of a filter
    for the timeline, ``ally_wanted`` a record key for the allies tab, ``chat_wanted`` a hashtag;
    ``file_wanted`` asks for a file to import. ``line_changed`` says that the person went on- or
    offline; ``budget_wanted`` that they want to raise the budget; ``trouble`` carries a sentence.
    """

    changed = Signal(object)
    line_changed = Signal()
    filter_wanted = Signal(str)
    ally_wanted = Signal(str)
    chat_wanted = Signal(str)
    start_wanted = Signal()
    budget_wanted = Signal()
    file_wanted = Signal()
    trouble = Signal(str)

    def __init__(self, announcer: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.closed = False
        self._stop = announcer.listen(self.changed.emit)

    def close(self) -> None:
        """Hear no more changes; ``closed`` says to those that are on their way: nothing to ask."""
        self.closed = True
        self._stop()
