"""Bring names from elsewhere, pasted or in a file, to see who of these follows us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from allybook.services.check.foreign import names_in
from allybook.ui.dialogs.form import FormSheet
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.note import Note
from allybook.ui.widgets.paste import PasteField
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.check.foreign import Names
    from allybook.ui.theme.look import Look

HEIGHT = 124


class NamesSheet(FormSheet):
    """Takes any text; ``chosen`` carries its ``Names``, ``file_chosen`` the name of a file."""

    chosen = Signal(object)
    file_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(
            look,
            self.tr("Check names from elsewhere"),
            self.tr(
                "Who of these follows you? Paste @names, links or a column of a table. They go "
                "into no book, and are forgotten when Allybook closes."
            ),
            self.tr("Show them"),
            parent,
        )
        self.names: Names = names_in("")
        self.text = PasteField()
        self.text.setPlaceholderText(self.tr("@HarborRow, https://x.com/…"))
        self.text.setAccessibleName(self.tr("Names to check"))
        self.text.setFixedHeight(HEIGHT)
        self.text.setTabChangesFocus(True)
        self.told = Words(look, "", "caption", "text_2")
        self.file = LinkButton(look, self.tr("Choose a file…"), "folder-open")
        self.note = Note(look, closable=True)
        self.note.hide()
        for part in (self.text, self.told, self.file, self.note):
            self.add_below(part)
        self.text.textChanged.connect(self._read)
        self.text.dropped.connect(self._take_files)
        self.file.clicked.connect(self._ask_file)
        self.keep.clicked.connect(self._accept)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the text."""
        super().showEvent(event)
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def refuse(self, error: AllybookError) -> None:
        """Say why a file could not be taken; what is typed stays."""
        self.note.tell_error(error)
        self.note.show()

    def _read(self) -> None:
        self.names = names_in(self.text.toPlainText())
        number = self.names.number
        words = self.tr("1 account") if number == 1 else self.tr("%n accounts", "", number)
        if self.names.skipped == 1:
            words += self.tr(", 1 piece not understood")
        elif self.names.skipped:
            words += self.tr(", %1 pieces not understood").replace("%1", count(self.names.skipped))
        self.told.setText(words if self.text.toPlainText() else self.tr("No names yet"))
        self.keep.setEnabled(number > 0)

    def _take_files(self, files: Sequence[Path]) -> None:
        """Take one file; of several, none: the sheet goes once one is read."""
        if len(files) == 1:
            self.file_chosen.emit(str(files[0]))
            return
        rest = self.tr("Drop them here one by one.")
        self.note.tell(self.tr("No file was read, since one is read at a time."), rest)

    def _ask_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Choose a table or a text with names"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.file_chosen)
        chooser.open()

    def _accept(self) -> None:
        self.chosen.emit(self.names)
        self.accept()
