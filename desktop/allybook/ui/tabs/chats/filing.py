"""Files in and out of the chats tab: a chat from a file, the record of a chat to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from allybook.ui.importing import first_words, kept_words, why_words
from allybook.ui.tabs.chats.work import import_posts, save_record
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.progress import Step
from allybook.ui.wording import count, posts

if TYPE_CHECKING:
    from allybook.domain.chat.summary import Chat
    from allybook.domain.errors import AllybookError
    from allybook.services.chats.transcribe import Transcript
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.chats.page import ChatsPage
    from allybook.ui.tabs.chats.work import FileBrought
    from allybook.ui.ticket import Ticket


class Filing(QObject):
    """Asks for a file, and says what came of it; ``brought`` tells the hashtag of a new chat.

    ``own_found`` carries the path of somebody's archive where people are made up.
    """

    brought = Signal(str)
    own_found = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, page: ChatsPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._jobs = jobs
        self._page = page
        self._ticket: Ticket | None = None
        page.progress.stop_asked.connect(self._stop)

    def ask_where(self, chat: Chat, title: str) -> None:
        """Ask where the record of a chat shall be saved."""
        name = f"{title.lstrip('#')}.html"
        kinds = self.tr("Web page (*.html);;Text (*.md);;Table (*.csv)")
        dialog = QFileDialog(self._page, self.tr("Save the record"), name, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.fileSelected.connect(lambda path: self.save(chat, Path(path)))
        self._open(dialog)

    def save(self, chat: Chat, path: Path) -> None:
        """Write the record of a chat to a file of the kind that its ending names."""
        desk = self._desk
        self._jobs.write(
            self,
            lambda _ticket: save_record(desk, chat, path),
            done=lambda told: self._saved(told, path),
            failed=self._fail,
        )

    def ask_which(self) -> None:
        """Ask which file to read."""
        dialog = QFileDialog(self._page, self.tr("Import a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.bring(Path(path)))
        self._open(dialog)

    def bring(self, path: Path) -> None:
        """Read a file's posts into the cache, and find the chat in them."""
        desk = self._desk
        self._page.say("")
        self._page.progress.title.setText(self.tr("Reading %1").replace("%1", path.name))
        self._ticket = self._jobs.write(
            self,
            lambda ticket: import_posts(desk, path, ticket),
            done=lambda brought: self._brought(path, brought),
            failed=self._fail,
            progress=self._advance,
        )

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _saved(self, told: Transcript, path: Path) -> None:
        words = self.tr("%1 saved.").replace("%1", posts(len(told.lines)))
        rest = [self.tr("The record is %1.").replace("%1", str(path))]
        if told.private:
            left = self.tr("Of private accounts, and left out: %1.")
            rest.append(left.replace("%1", posts(told.private)))
        self._page.say(words, " ".join(rest), Mood.DONE)

    def _brought(self, path: Path, brought: FileBrought | None) -> None:
        self._end()
        if brought is None:
            self.own_found.emit(str(path))
            return
        if brought.hashtag:
            self.brought.emit(brought.hashtag)
        done = brought.imported
        flawed = bool(done.skipped or done.broken or done.stopped)
        mood = Mood.WARN if flawed else Mood.DONE
        self._page.say(kept_words(done), " ".join((*first_words(done), *why_words(done))), mood)

    def _advance(self, done: int, _total: int) -> None:
        words = self.tr("1 record so far") if done == 1 else self.tr("%1 records so far")
        words = words.replace("%1", count(done))
        self._page.show_step(Step(0, 0, words if done else ""))

    def _fail(self, error: AllybookError) -> None:
        self._end()
        self._page.refuse(error)

    def _end(self) -> None:
        self._ticket = None
        self._page.end_progress()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
