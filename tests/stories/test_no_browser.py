"""Where the desktop has no browser, every door to the web says so and offers the address."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from allybook.services.people.nominate import nominate_handles
from allybook.ui.delegates.spans import Hit, HitKind
from allybook.ui.dialogs.sign_in.make_app import ABOUT_APPS, CONSOLE
from allybook.ui.dialogs.sign_in.why import PRICES
from allybook.ui.models.chat import ChatPost
from allybook.ui.models.roles import Role
from allybook.ui.tabs.allies import menu
from allybook.ui.widgets.prose import _Link

SAID = "No browser opened. Open this address yourself: "
PAGE = "https://beds.example/tonight"
SCHEMES = ("http", "https")


@pytest.fixture(autouse=True)
def desktop(qtlog):
    """A desktop on which nothing takes addresses; Qt warns of that."""
    nobody = QObject()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, nobody, "open")
    QGuiApplication.clipboard().clear()
    with qtlog.disabled():
        yield nobody
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def offered(note):
    """Return the address that a note offers, as it comes into the clipboard."""
    assert note.isVisible()
    said = note.accessibleName()
    assert said.startswith(SAID)
    (link,) = note.findChildren(_Link)
    QTest.keyClick(link, Qt.Key.Key_Return)
    address = QGuiApplication.clipboard().text()
    assert said == f"{SAID}{address} Copy the address"
    assert note.accessibleName() == f"The address is copied: {address} Copy the address"
    note.hide()
    return address


def test_from_the_timeline(stage, timeline):
    timeline.beside.step(1)
    post = timeline.view.current_key()
    timeline.by_hand.look()
    assert offered(stage.window.footnotes.note).endswith(f"/status/{post}")
    timeline.view.hit.emit(Hit(HitKind.LINK, PAGE))
    assert offered(stage.window.footnotes.note) == PAGE


def test_from_a_chat(qtbot, stage, read, settled):
    chats = stage.window.chats()
    settled(lambda: chats.model.rowCount() > 0)
    chats.view.hit.emit(Hit(HitKind.LINK, PAGE))
    assert offered(stage.window.footnotes.note) == PAGE
    index = next(
        index
        for row in range(chats.model.rowCount())
        if isinstance((index := chats.model.index(row, 0)).data(Role.ROW), ChatPost)
    )
    chats.view.setCurrentIndex(index)
    chats.view.setFocus()
    QTest.keyClick(chats.view, Qt.Key.Key_O)
    post = index.data(Role.ROW).post.post_id
    assert offered(stage.window.footnotes.note) == f"https://x.com/i/status/{post}"


def test_from_the_allies(desk, stage, book_shown):
    nominate_handles(desk, desk.book("Ours"), ["SafeRoof"])
    allies = stage.window.allies()
    book_shown(allies)
    (key,) = allies.page.allies
    allies.show_ally(key)
    book_shown(allies)
    allies.details.open_on_x.click()
    assert offered(stage.window.footnotes.note) == "https://x.com/SafeRoof"
    allies._go_to_one(menu.OPEN_ON_X, key)
    assert offered(stage.window.footnotes.note) == "https://x.com/SafeRoof"


def test_from_the_doors(stage):
    stage.window.welcome()
    stage.doors.page(stage.window._look).archive_help_asked.emit()
    assert offered(stage.window.footnotes.note).startswith("https://help.x.com/")


def test_from_what_is_spent(qtbot, stage):
    spending = stage.window.show_spending()
    spending.prices.followed.emit(PAGE)
    qtbot.waitUntil(spending.trouble.isVisible)
    assert offered(spending.trouble) == PAGE


@pytest.mark.parametrize("door", ["why", "console", "about"])
def test_from_the_wizard(qtbot, stage, door):
    stage.accounts.sign_in(stage.window)
    wizard = stage.accounts.wizard
    qtbot.waitUntil(wizard.isVisible)
    assert wizard.note.isHidden()
    if door == "why":
        wizard.why.prices.click()
        page = PRICES
    else:
        wizard.go_to(wizard.make_app)
        getattr(wizard.make_app, door).click()
        page = {"console": CONSOLE, "about": ABOUT_APPS}[door]
    # The window below cannot be used: it is said, and offered, on the wizard itself.
    assert offered(wizard.note) == page
    wizard.note.show()
    wizard.go_to(wizard.client)
    assert wizard.note.isHidden()
    wizard.reject()
