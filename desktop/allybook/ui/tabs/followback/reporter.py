"""The Report button: the table as a web page, as a PDF, or as rows for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from allybook.services.check.manners import read_manners
from allybook.services.check.report import as_html, as_plain_html
from allybook.ui.pdf import make_pdf
from allybook.ui.spreadsheets import between_cells
from allybook.ui.tabs.followback.report import COLUMNS, Listed, make_report, table_rows
from allybook.ui.tabs.followback.rows import Sieve
from allybook.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.findings import FindingsModel
    from allybook.ui.tabs.followback.survey import Sight
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket

HTML, PDF, CSV = ".html", ".pdf", ".csv"


class Reporter(QObject):
    """Writes what the table shows; ``saved`` tells the path, ``failed`` the error."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, button: QPushButton, model: FindingsModel
    ) -> None:
        super().__init__(button)
        self._desk, self._jobs, self._button, self._model = desk, jobs, button, model
        self._sight: Sight | None = None
        self._whom, self._sieve = "", Sieve()
        self.menu = Menu(look, button)
        for ending, icon, words in (
            (HTML, "globe", self.tr("Web page…")),
            (PDF, "newspaper", self.tr("PDF to print…")),
            (CSV, "columns-3", self.tr("Table (CSV)…")),
        ):
            action = self.menu.addAction(look.icon(icon), words)
            action.setObjectName(ending)
            action.triggered.connect(lambda _on=False, ending=ending: self._choose(ending))
        button.setMenu(self.menu)

    def show_sight(self, sight: Sight, whom: str) -> None:
        """Tell what is seen, and whom it is about in words."""
        self._sight, self._whom = sight, whom
        self._button.setVisible(bool(sight.rows))

    def show_sieve(self, sieve: Sieve) -> None:
        """Tell by what the rows of the table are chosen."""
        self._sieve = sieve

    def save(self, path: Path) -> None:
        """Write the rows of the table in the form that the ending of ``path`` names."""
        sight, desk = self._sight, self._desk
        if sight is None:
            return
        rows = [row for row in self._model.rows() if row.key in sight.findings]
        own = (row.key for row in self._model.all_rows())
        findings = {key: sight.findings[key] for key in own if key in sight.findings}
        zone = desk.clock.zone
        now = desk.clock.now().astimezone(zone)
        printed = self.tr(
            "This PDF is made to be printed. For a screen reader, save the same report as a web "
            "page."
        )
        listed = Listed(rows, self._sieve)
        report = make_report(self._whom, listed, findings, read_manners(desk), now)

        def work(_ticket: Ticket) -> None:
            """Write the file."""
            if path.suffix.lower() in {HTML, ".htm"}:
                desk.exporter.write_text(path, as_html(report))
            elif path.suffix.lower() == PDF:
                # Qt writes no tags into a PDF (6.11), so a screen reader is led to the web page.
                made = make_pdf(report.title, as_plain_html(report, printed))
                desk.exporter.write_bytes(path, made)
            else:
                told = table_rows(rows, sight.findings, zone)
                excel = between_cells(QLocale.system())
                desk.exporter.write(path, COLUMNS, told, excel=excel)

        self._jobs.read(
            self, work, done=lambda _none: self.saved.emit(path), failed=self.failed.emit
        )

    def _choose(self, ending: str) -> None:
        day = self._desk.clock.now().astimezone(self._desk.clock.zone).date().isoformat()
        chooser = QFileDialog(self._button, self.tr("Save the report"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(ending.removeprefix("."))
        chooser.selectFile(f"{self.tr('follow-back')}-{day}{ending}")
        chooser.fileSelected.connect(lambda name: self.save(Path(name)))
        chooser.open()
