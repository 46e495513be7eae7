"""The wizard over ways that are played, and the hands that use it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from allybook.ui.dialogs.sign_in.errand import Errand
from allybook.ui.dialogs.sign_in.terms import SignInPrices
from allybook.ui.dialogs.sign_in.wizard import START, SignInDialog
from allybook.ui.jobs import Jobs
from allybook.ui.widgets.price import PriceKind, Tag
from tests.fakes.ways import FakeWays

CENT = Decimal("0.01")
TERMS = SignInPrices(
    post=Decimal("0.005"),
    account=CENT,
    follower=CENT,
    own_follower=Decimal("0.001"),
    budget=Decimal(5),
    asking=Tag(PriceKind.EXACT, CENT, "X tells whose token this is."),
)
CLIENT_ID = "M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ"
TAB, BACKTAB, ENTER, SPACE = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
)
MANY = 20


class Hands:
    """A keyboard, over the wizard that is open; ``opened`` is what the browser was sent to."""

    def __init__(self, qtbot, look, jobs, window):
        self._qtbot, self._look, self._jobs, self._window = qtbot, look, jobs, window
        self.ways = FakeWays()
        self.errand = Errand(self.ways, jobs, window)
        self.opened = []
        self.has_browser = True
        self.wizard = None

    def open(self, draft=START, terms=TERMS):
        self.wizard = SignInDialog(
            self._look, terms, self.errand, self._browse, self._window, draft
        )
        self.wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self._qtbot.addWidget(self.wizard)
        self.wizard.open()
        self._qtbot.waitUntil(self.wizard.isActiveWindow)
        return self.wizard

    def at_browser(self, terms=TERMS):
        """Open the wizard on the page that opens X."""
        wizard = self.open(terms=terms)
        wizard.client.client.line.setText(CLIENT_ID)
        wizard.go_to(wizard.browser)
        return wizard

    def waiting(self):
        """Open X, and be waiting for the browser."""
        wizard = self.at_browser()
        sent = len(self.opened)
        self.press(SPACE)
        self._qtbot.waitUntil(lambda: len(self.opened) > sent)
        return wizard

    def press(self, key):
        self._qtbot.keyClick(QApplication.focusWidget(), key)

    def type(self, text):
        self._qtbot.keyClicks(QApplication.focusWidget(), text)

    def go_to(self, widget, by=TAB):
        for _ in range(MANY):
            if QApplication.focusWidget() is widget:
                return
            self.press(by)
        raise AssertionError(f"{by.name} does not lead there")

    def settle(self):
        self._qtbot.waitUntil(lambda: not self._jobs.running())

    def link(self, words):
        """Press a link inside the page that is shown."""
        found = (w for w in self.wizard.page.findChildren(QWidget) if w.accessibleName() == words)
        next(found).click()

    def _browse(self, address):
        self.opened.append(address)
        return self.has_browser


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def hands(qtbot, look, jobs):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1_280, 800)
    window.show()
    hands = Hands(qtbot, look, jobs, window)
    yield hands
    hands.ways.let_go()
    hands.errand.stop()
    hands.settle()
