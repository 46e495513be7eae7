from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from allybook.ui.widgets.buttons import (
    Button,
    DangerButton,
    FlatButton,
    IconButton,
    LinkButton,
    PrimaryButton,
)
from allybook.ui.widgets.price import PriceButton, PriceKind, Tag

SUM = Decimal("0.24")


@pytest.fixture
def button(qtbot, look):
    button = Button(look, "Add allies", "plus")
    qtbot.addWidget(button)
    return button


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_presses_a_button(qtbot, button, key):
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_never_presses_a_price(qtbot, look, key):
    button, pressed = PriceButton(look, "Refresh", "refresh-cw"), []
    qtbot.addWidget(button)
    button.show_tag(Tag(PriceKind.EXACT, SUM))
    # Then Qt itself presses by Enter, as it does wherever the desktop does (GNOME).
    button.setAutoDefault(True)
    button.clicked.connect(lambda: pressed.append(key))
    qtbot.keyClick(button, key)
    assert pressed == []
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [key]


def test_words_are_never_cut(qtbot, look, button):
    longer = Button(look, "Add allies from a file", "plus")
    qtbot.addWidget(longer)
    assert longer.sizeHint().width() > button.sizeHint().width()
    assert button.minimumSizeHint() == button.sizeHint()


def test_a_menu_makes_room_for_a_chevron(button):
    before = button.sizeHint().width()
    menu = QMenu(button)
    button.setMenu(menu)
    assert button.sizeHint().width() > before


def test_heights_are_those_of_the_tokens(qtbot, look):
    for size in ("button_small", "button", "button_dialog", "button_door"):
        button = PrimaryButton(look, "Go on", size=size)
        qtbot.addWidget(button)
        button.show()
        assert button.height() == look.height(size)


@pytest.mark.parametrize("kind", [Button, PrimaryButton, FlatButton, DangerButton])
def test_each_kind_is_painted_otherwise(qtbot, look, kind):
    button, other = kind(look, "Approve", "check"), LinkButton(look, "Approve", "check")
    for widget in (button, other):
        qtbot.addWidget(widget)
        widget.setFixedSize(120, 32)
    assert button.grab().toImage() != other.grab().toImage()


def test_a_disabled_button_looks_so(qtbot, look):
    button = PrimaryButton(look, "Approve", "check")
    qtbot.addWidget(button)
    fill = button.grab().toImage().pixelColor(4, 16)
    assert fill == look.colour("accent")
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(4, 16) != fill


def test_an_icon_alone_has_a_name_for_readers(qtbot, look):
    button = IconButton(look, "x", "Close this note")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Close this note"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (Tag(), "Refresh"),
        (Tag(PriceKind.EXACT, SUM), "Refresh for $0.24"),
        (Tag(PriceKind.ASIDE, SUM), "Refresh, $0.24"),
        (Tag(PriceKind.ABOUT, SUM), "Refresh, about $0.24"),
        (Tag(PriceKind.ABOUT, Decimal("0.136")), "Refresh, about $0.14"),
        (Tag(PriceKind.ABOUT, Decimal("0.131")), "Refresh, about $0.14"),
        (Tag(PriceKind.ABOUT, Decimal("0.005")), "Refresh, about $0.005"),
        (Tag(PriceKind.EXACT, Decimal("0.136")), "Refresh for $0.136"),
        (Tag(PriceKind.FROM, SUM), "Refresh, from $0.24"),
        (Tag(PriceKind.FREE), "Refresh, free"),
        (Tag(PriceKind.FREE, until="8 PM"), "Refresh, free until 8 PM"),
        (Tag(PriceKind.OVER_BUDGET, SUM), "Refresh ($0.24), over budget"),
        (Tag(PriceKind.OFFLINE), "Refresh, when online"),
        (Tag(PriceKind.NO_ACCOUNT), "Refresh, with an account"),
    ],
)
def test_the_price_stands_on_the_button(qtbot, look, tag, words):
    button = PriceButton(look, "Refresh", "refresh-cw")
    qtbot.addWidget(button)
    button.show_tag(tag)
    assert button.text() == words
    off = {PriceKind.OVER_BUDGET, PriceKind.OFFLINE, PriceKind.NO_ACCOUNT}
    assert button.isEnabled() == (tag.charge not in off)


def test_the_plan_is_told_in_the_tooltip(qtbot, look):
    button = PriceButton(look, "Refresh", "refresh-cw")
    qtbot.addWidget(button)
    button.show_tag(Tag(PriceKind.ABOUT, SUM, plan="48 posts of the home timeline at $0.005"))
    assert button.toolTip() == button.accessibleDescription() != ""


def test_enter_never_spends(qtbot, look):
    button = PriceButton(look, "Publish", "send", main=True)
    qtbot.addWidget(button)
    button.show_tag(Tag(PriceKind.EXACT, SUM))
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_busy_button_is_off_whatever_its_price(qtbot, look):
    button = PriceButton(look, "Refresh", "refresh-cw")
    qtbot.addWidget(button)
    button.set_busy(busy=True)
    button.show_tag(Tag(PriceKind.ABOUT, SUM))
    assert not button.isEnabled()
    button.set_busy(busy=False)
    assert button.isEnabled()


def test_another_verb_keeps_the_price(qtbot, look):
    button = PriceButton(look, "Publish 3 to the X List", "send")
    qtbot.addWidget(button)
    button.show_tag(Tag(PriceKind.ASIDE, SUM))
    button.show_verb("Publish 100 % to the X List")
    assert button.text() == "Publish 100 % to the X List, $0.24"
