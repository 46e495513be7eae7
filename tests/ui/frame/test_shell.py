from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu

from allybook.domain.book.entry import Kind
from allybook.ui.frame.shell import Shell
from allybook.ui.frame.status import Spent
from allybook.ui.widgets.avatar import Who


@pytest.fixture
def made():
    return []


@pytest.fixture
def shell(qtbot, look, made):
    shell = Shell(look)
    qtbot.addWidget(shell)

    def maker(word):
        def make():
            made.append(word)
            return QLabel(word)

        return make

    shell.add_page("timeline", "newspaper", "Timeline", maker("Timeline"))
    shell.add_page("allies", "book-user", "Allies", maker("Allies"))
    shell.add_page("chats", "messages-square", "Chats", maker("Chats"))
    shell.resize(1_280, 800)
    return shell


def test_pages_are_made_when_first_shown(shell, made):
    assert made == []
    shell.show_page("allies")
    shell.show_page("allies")
    assert made == ["Allies"]
    assert shell.pages.currentWidget().text() == "Allies"
    assert shell.pages.page("timeline") is None


def test_the_first_tab_can_be_shown_too(shell, made):
    shell.show_page("timeline")
    assert made == ["Timeline"]


def test_a_click_on_a_tab_goes_there(qtbot, shell):
    shell.show_page("timeline")
    at = shell.tabs.tabRect(2).center()
    with qtbot.waitSignal(shell.shown) as heard:
        qtbot.mouseClick(shell.tabs, Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == ["chats"]
    assert shell.tabs.current() == "chats"


def test_control_and_a_figure_go_to_a_tab(qtbot, shell):
    shell.show_page("timeline")
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    with qtbot.waitSignal(shell.shown) as heard:
        qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == ["allies"]


def test_a_count_makes_its_tab_wider_and_is_read_aloud(shell):
    before = shell.tabs.tabRect(1).width()
    shell.tabs.show_count("allies", "9", "9 nominations")
    assert shell.tabs.tabRect(1).width() > before
    assert shell.tabs.accessibleTabName(1) == "Allies, 9 nominations"
    shell.tabs.show_count("allies", "", "")
    assert shell.tabs.tabRect(1).width() == before
    assert shell.tabs.accessibleTabName(1) == "Allies"


def test_choosing_a_tab_moves_no_other(shell):
    shell.show_page("timeline")
    before = [shell.tabs.tabRect(n) for n in range(3)]
    shell.show_page("chats")
    assert [shell.tabs.tabRect(n) for n in range(3)] == before


def test_the_first_run_stands_above_the_status_bar(shell):
    door = QLabel("Where would you like to start?")
    shell.show_over(door)
    shell.show()
    assert door.isVisible()
    assert not shell.tabs.isVisible()
    assert shell.status.isVisible()
    shell.show_page("timeline")
    assert shell.tabs.isVisible()


def test_the_menu_opens_below_its_button(qtbot, shell):
    menu = QMenu(shell)
    menu.addAction("Settings")
    shell.row.set_menu(lambda: menu)
    shell.show()
    qtbot.mouseClick(shell.row.menu, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(menu.isVisible)
    assert menu.y() >= shell.row.menu.mapToGlobal(QPoint(0, 0)).y()
    menu.close()


def test_the_status_bar_says_the_state(shell):
    status = shell.status
    status.show_account(Who("@NorthbankCircle", Kind.ORGANISATION, "7"))
    status.show_online(online=False)
    status.show_waiting(1_003)
    status.show_spent(Spent("March", Decimal("3.18"), Decimal(10)))
    parts = (status.account, status.online, status.outbox, status.spent)
    assert [part.accessibleName() for part in parts] == [
        "@NorthbankCircle",
        "Offline",
        "1,003 waiting to be sent",
        "Spent in March: $3.18 of $10.00",
    ]


def test_signed_in_without_a_handle_yet_is_said_without_a_face(shell):
    account = shell.status.account
    shell.status.show_signed_in()
    assert (account.accessibleName(), account._who) == ("Signed in", None)


def test_the_status_bar_before_anything_happened(shell):
    status = shell.status
    assert status.account.accessibleName() == "No X account yet"
    assert status.outbox.accessibleName() == "Outbox empty"


def test_a_spent_budget_is_red(look, shell):
    shell.status.show_spent(Spent("March", Decimal(12), Decimal(10)))
    image = shell.status.meter.grab().toImage()
    assert image.pixelColor(90, 3) == look.colour("danger")


def test_no_budget_at_all_is_full(shell, look):
    shell.status.show_spent(Spent("March", Decimal(0), Decimal(0)))
    assert shell.status.meter.grab().toImage().pixelColor(90, 3) == look.colour("danger")


@pytest.mark.parametrize("name", ["account", "online", "outbox", "spent"])
def test_parts_of_the_status_bar_can_be_pressed(qtbot, shell, name):
    with qtbot.waitSignal(shell.status.asked) as heard:
        qtbot.keyClick(getattr(shell.status, name), Qt.Key.Key_Return)
    assert heard.args == [name]
