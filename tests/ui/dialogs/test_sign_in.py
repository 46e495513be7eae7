"""The wizard page by page, by keyboard alone."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QWidget

from allybook.ui.dialogs.sign_in.wizard import WizardDraft
from allybook.ui.widgets.price import PriceKind, Tag
from allybook.ui.widgets.prose import Prose
from tests.ui.dialogs.wizard import (
    BACKTAB,
    CENT,
    CLIENT_ID,
    ENTER,
    SPACE,
    TERMS,
    hands,
    jobs,
)

__all__ = ["hands", "jobs"]


def said(page):
    labels = page.findChildren(Prose)
    return " ".join(label.text() for label in labels if label.isVisibleTo(page))


def test_every_page_is_reached_and_left_by_keyboard(hands):
    wizard = hands.open()
    assert wizard.windowTitle() == "Connect my X account"
    hands.press(ENTER)
    assert wizard.page is wizard.make_app
    hands.go_to(wizard.make_app.main)
    hands.press(ENTER)
    assert wizard.page is wizard.client
    hands.type(CLIENT_ID)
    hands.press(ENTER)
    assert wizard.page is wizard.browser
    for page in (wizard.client, wizard.make_app, wizard.why):
        hands.go_to(wizard.back)
        hands.press(ENTER)
        assert wizard.page is page
    assert not wizard.back.isVisible()


def test_the_keyboard_reaches_everything_on_a_page_and_comes_round(hands):
    wizard = hands.open()
    hands.go_to(wizard.why.prices)
    hands.go_to(wizard.why.token)
    hands.go_to(wizard.why.keys)
    hands.go_to(wizard.not_now)
    hands.go_to(wizard.why.main)
    hands.go_to(wizard.not_now, by=BACKTAB)
    assert wizard.not_now.hasFocus()


def test_the_first_page_says_what_it_costs(hands):
    words = said(hands.open().why)
    assert "$0.005 for a post" in words
    assert "$0.010 for an account" in words
    assert "$5.00 a month" in words
    assert "10 minutes" in words


def test_links_lead_to_x(hands):
    wizard = hands.open()
    hands.go_to(wizard.why.prices)
    hands.press(ENTER)
    wizard.go_to(wizard.make_app)
    hands.press(ENTER)
    assert hands.opened == [
        "https://docs.x.com/x-api/getting-started/pricing",
        "https://console.x.com",
    ]


def test_the_callback_is_copied_with_its_port(hands):
    wizard = hands.open()
    wizard.go_to(wizard.make_app)
    hands.go_to(wizard.make_app.port)
    wizard.make_app.port.selectAll()
    hands.type("9001")
    hands.go_to(wizard.make_app.copy, by=BACKTAB)
    hands.press(SPACE)
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:9001/callback"
    assert wizard.make_app.copy.text() == "Copied"
    wizard.make_app.port.setValue(9002)
    assert wizard.make_app.copy.text() == "Copy"


def test_going_back_keeps_what_was_typed(hands):
    wizard = hands.open()
    wizard.go_to(wizard.client)
    hands.type(CLIENT_ID)
    hands.go_to(wizard.client.owns_app.box)
    hands.press(SPACE)
    hands.go_to(wizard.back)
    hands.press(ENTER)
    wizard.make_app.port.setValue(9001)
    hands.go_to(wizard.make_app.main)
    hands.press(ENTER)
    assert wizard.client.client.text() == CLIENT_ID
    assert wizard.client.owns_app.isChecked()
    assert wizard.draft() == WizardDraft(CLIENT_ID, 9001, owns_app=True, page=2)


def test_escape_is_not_now_and_loses_nothing(qtbot, hands):
    wizard = hands.open()
    wizard.go_to(wizard.client)
    hands.type(CLIENT_ID)
    with qtbot.waitSignal(wizard.rejected):
        hands.press(Qt.Key.Key_Escape)
    again = hands.open(wizard.draft())
    assert again.page is again.client
    assert again.client.client.text() == CLIENT_ID
    assert again.client.main.isEnabled()


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("ana@northbank.example", "e-mail"),
        ("@NorthbankCircle", "@handle"),
        ("s3_-" * 12 + "ab", "secret"),
        ("A" * 30, "Bearer Token"),
        ("Client ID: abc", "blank"),
        ("30761234", "number"),
        ("https://console.x.com/apps/1", "address"),
        ("k" * 24 + "7", "API Key"),
        ("ab", "end to end"),
    ],
)
def test_a_wrong_thing_is_recognised_at_once(hands, typed, part):
    wizard = hands.open()
    wizard.go_to(wizard.client)
    before = wizard.client.hint.height()
    wizard.client.client.line.setText(typed)
    assert part in wizard.client.hint.text()
    assert not wizard.client.main.isEnabled()
    hands.press(ENTER)
    assert wizard.page is wizard.client
    assert wizard.client.hint.height() == before


def test_what_owning_the_app_saves_is_said(hands):
    words = said(hands.open().client)
    assert "$0.001 instead of $0.010" in words


@pytest.mark.parametrize(
    ("charge", "words"),
    [
        (PriceKind.EXACT, "Open X, $0.01"),
        (PriceKind.FREE, "Open X, free"),
        (PriceKind.OFFLINE, "Open X, when online"),
        (PriceKind.OVER_BUDGET, "Open X ($0.01), over budget"),
    ],
)
def test_the_price_of_asking_stands_on_the_button(hands, charge, words):
    wizard = hands.at_browser(replace(TERMS, asking=Tag(charge, CENT)))
    assert wizard.browser.opener.text() == words
    assert wizard.browser.opener.isEnabled() == (charge in (PriceKind.EXACT, PriceKind.FREE))


def test_everything_to_press_or_type_in_has_a_name(hands):
    wizard = hands.open()
    stops = [w for w in wizard.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inner = [w for w in stops if isinstance(w.parent(), QAbstractSpinBox)]
    named = [
        w for w in stops if w.accessibleName() or (isinstance(w, QAbstractButton) and w.text())
    ]
    assert set(stops) - set(inner) == set(named)
    assert len(named) > 20


def test_the_buttons_stay_where_they_are_from_page_to_page(hands):
    wizard = hands.open()
    places = set()
    for page in wizard.row:
        wizard.go_to(page)
        QApplication.sendPostedEvents()
        places.add((wizard.height(), page.main.mapTo(wizard, page.main.rect().bottomRight()).y()))
    assert len(places) == 1
