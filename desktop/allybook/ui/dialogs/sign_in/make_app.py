"""Page two: make the app at console.x.com."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox

from allybook.domain.sign_in.oauth import PORT, redirect_for
from allybook.ui.dialogs.sign_in.page import Numbered, WizardPage
from allybook.ui.widgets.buttons import Button, LinkButton
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

CONSOLE = "https://console.x.com"
ABOUT_APPS = "https://docs.x.com/fundamentals/developer-apps"
PORTS = (1024, 65535)
PORT_WIDTH = 80


class MakeAppPage(WizardPage):
    """Where to click and what to choose; ``address`` is to be copied, ``port`` may be changed."""

    link_asked = Signal(str)

    def __init__(self, look: Look, port: int = PORT) -> None:
        super().__init__(look)
        self.title = self.tr("Make your app at X")
        self.console = Button(look, self.tr("Open console.x.com"), "external-link")
        self.address = QLineEdit(readOnly=True)
        self.address.setAccessibleName(self.tr("Callback URI"))
        self.address.setFixedHeight(look.height("field"))
        self.copy = Button(look, self.tr("Copy"), "copy")
        self.port = QSpinBox(minimum=PORTS[0], maximum=PORTS[1], value=port)
        self.port.setAccessibleName(self.tr("Port"))
        side = look.space("m") - 2
        self.port.lineEdit().setTextMargins(side, 0, side, 0)
        self.port.setFixedSize(PORT_WIDTH, look.height("field"))
        self.about = LinkButton(look, self.tr("What X says about apps"), "external-link")
        self._connect()
        self._lay_out(look)
        self._show_address()

    def first(self) -> QWidget:
        """Begin where the browser is opened."""
        return self.console

    def _connect(self) -> None:
        self.console.clicked.connect(lambda: self.link_asked.emit(CONSOLE))
        self.about.clicked.connect(lambda: self.link_asked.emit(ABOUT_APPS))
        self.copy.clicked.connect(self._copy)
        self.port.valueChanged.connect(self._show_address)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
        self.copy.setText(self.tr("Copied"))
        self.copy.set_icon("check")

    def _show_address(self) -> None:
        self.address.setText(redirect_for(self.port.value()))
        self.address.setCursorPosition(0)
        self.copy.setText(self.tr("Copy"))
        self.copy.set_icon("copy")

    def _lay_out(self, look: Look) -> None:
        steps = [Numbered(look, number, spans) for number, spans in enumerate(self._steps(), 1)]
        for step in steps:
            self.column.addWidget(step)
        steps[0].add(self.console)
        steps[3].add(self._make_address(look))
        steps[3].add(self._make_port(look))
        self.column.addWidget(self.about)
        self.column.addStretch(1)

    def _steps(self) -> tuple[list[Span], ...]:
        return (
            _spans(
                self.tr(
                    "Open the developer console and sign in, best with the account that you want "
                    "to connect. Buy a little credit there: *5 dollars* go a long way."
                )
            ),
            _spans(self.tr("Press *Create App* and give it a name, for example your group's.")),
            _spans(
                self.tr(
                    "Under *User authentication settings* choose *Read and write* as the "
                    "permission and *Native App* as the type."
                )
            ),
            _spans(self.tr("As *Callback URI* paste this address, to the letter:")),
            _spans(self.tr("As *Website URL* give your group's address, and *save*.")),
        )

    def _make_address(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.space("s"))
        row.addWidget(self.address, 1)
        row.addWidget(self.copy)
        return row

    def _make_port(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.space("s"))
        row.addWidget(Words(look, self.tr("Port"), "ui", "text_2"))
        row.addWidget(self.port)
        why = self.tr("Only if Allybook says that it is taken: then change it here and at X.")
        prose = Prose(look, why, "caption", "text_2")
        row.addWidget(prose, 1, Qt.AlignmentFlag.AlignVCenter)
        return row


def _spans(text: str) -> list[Span]:
    """Return a sentence whose words between asterisks are bold: they are X's own, on its pages."""
    pieces = text.split("*")
    return [Span(piece, 600 if number % 2 else None) for number, piece in enumerate(pieces)]
