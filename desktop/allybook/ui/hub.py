"""Where the parts of the window hear of each other, without knowing each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from allybook.domain.changes import Changed
    from allybook.ports.surroundings import Announcer


class Hub(QObject):
    """Carries changes from any thread to the window's, and wishes from one tab to another.

    ``changed`` carries a ``domain.changes.Changed``. ``filter_wanted`` carries the text of a filter
    for the timeline, ``ally_wanted`` a record key for the allies tab, ``chat_wanted`` a hashtag;
    ``file_wanted`` asks for a file to import, ``own_file_wanted`` for reading an archive (its path)
    where nobody is made up, ``copy_wanted`` for merging a copy of a book (its path).
    ``line_changed`` says that the person went on- or
    offline; ``budget_wanted`` that they want to raise the budget; ``trouble`` carries a sentence,
    ``unopened`` an address that no browser took. Why books cannot be read is ``trouble`` too: that
    of all of them at once, since only the last trouble stands in the window.
    ``minute`` tells, once a minute while the window can be seen, that what is said of time has
    grown older; ``day_began`` that another day began, the person's or X's (UTC).
    """

    changed = Signal(object)
    line_changed = Signal()
    minute = Signal()
    day_began = Signal()
    filter_wanted = Signal(str)
    ally_wanted = Signal(str)
    chat_wanted = Signal(str)
    start_wanted = Signal()
    budget_wanted = Signal()
    file_wanted = Signal()
    own_file_wanted = Signal(str)
    copy_wanted = Signal(object)
    trouble = Signal(str)
    unopened = Signal(str)
    _announced = Signal(object)

    def __init__(self, announcer: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.closed = False
        self._shut: dict[str, None] = {}
        self._announced.connect(self._pass_on)
        self._stop = announcer.listen(self._announced.emit)

    def close(self) -> None:
        """Pass on no more, not even what a thread has told already; ``closed`` says so."""
        self.closed = True
        self._stop()

    @Slot(object)
    def _pass_on(self, changed: Changed) -> None:
        """Tell the window's thread, unless there is no desk any more that could be asked."""
        if self.closed:
            return
        if not changed.shut:
            self.changed.emit(changed)
        elif not self._shut.keys() >= {*changed.shut}:
            self._shut |= dict.fromkeys(changed.shut)
            self.trouble.emit(" ".join(map(in_words, self._shut)))
