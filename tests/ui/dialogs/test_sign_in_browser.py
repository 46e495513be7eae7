"""Opening X, waiting, pasting, and what can go wrong on the way."""

import re
from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from allybook.domain.errors import BadInput, NeedsSignIn, Refused, Unreachable
from allybook.domain.sign_in.oauth import SCOPES, Connected, KnownAccount, Meeting
from allybook.ui.widgets.prose import Prose
from tests.fakes.ways import CIRCLE, state_of
from tests.ui.dialogs.wizard import CENT, ENTER, SPACE, TAB, hands, jobs

__all__ = ["hands", "jobs"]

ALL = frozenset(SCOPES)
NO_KEYRING = "This computer has no keyring; you are signed in until you close the program."


def told(note):
    return note.findChild(Prose).text()


def test_the_browser_comes_back_and_the_person_is_in(qtbot, hands):
    wizard = hands.waiting()
    assert state_of(hands.opened[-1]) == "state-1"
    hands.ways.comes = Connected(CIRCLE, "", ALL, CENT)
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    outcome = wizard.outcome
    assert (outcome.name.text(), outcome.handle.text()) == ("Northbank Circle", "@NorthbankCircle")
    assert outcome.charged.accessibleName() == "X charged $0.01 for telling who you are, as quoted."
    assert "keyring" in outcome.keyring.accessibleName()
    assert not outcome.lacks.isVisible()
    assert not wizard.not_now.isVisible()
    with qtbot.waitSignal(wizard.connected) as gone:
        hands.press(ENTER)
    assert gone.args == [CIRCLE.user_id]


def test_the_browser_is_met_in_the_language_of_the_window(hands):
    hands.waiting()
    words = hands.ways.words
    assert words.language == "en"
    assert set(words.said) == set(Meeting)
    assert all(title and sentence for title, sentence in words.said.values())


def test_enter_never_opens_x_for_money(hands):
    wizard = hands.at_browser()
    assert QApplication.focusWidget() is wizard.browser.opener
    hands.press(ENTER)
    assert hands.ways.attempts == []


def test_the_countdown_is_seen_and_the_keyboard_is_on_stop(qtbot, hands):
    wizard = hands.waiting()
    card = wizard.browser.card
    assert re.fullmatch(r"(5:00|4:5\d) left", card.left.text())
    assert QApplication.focusWidget() is card.stop
    hands.press(SPACE)
    assert not card.isVisible()
    assert QApplication.focusWidget() is wizard.browser.opener
    hands.settle()
    assert hands.ways.did("give_up") == [("state-1",)]
    hands.press(SPACE)
    qtbot.waitUntil(lambda: len(hands.ways.attempts) == 2)


def test_a_new_attempt_begins_when_the_one_before_has_let_go_of_the_port(qtbot, hands):
    hands.waiting()
    hands.errand.stop()
    hands.errand.open("another-client-id", 8765, owns_app=False)
    qtbot.waitUntil(lambda: len(hands.ways.attempts) == 2)
    verbs = [verb for verb, *_ in hands.ways.heard if verb in ("begin", "give_up")]
    assert verbs == ["begin", "give_up", "begin"]


def test_not_now_while_waiting_ends_the_waiting(qtbot, hands):
    wizard = hands.waiting()
    with qtbot.waitSignal(wizard.rejected), qtbot.assertNotEmitted(wizard.connected):
        hands.press(Qt.Key.Key_Escape)
    hands.settle()
    assert hands.ways.did("give_up")
    assert not hands.ways.known


def test_going_back_while_waiting_ends_the_waiting(hands):
    wizard = hands.waiting()
    hands.go_to(wizard.back, by=TAB)
    hands.press(ENTER)
    assert wizard.page is wizard.client
    hands.settle()
    assert hands.ways.did("give_up")


def test_saying_no_on_x_is_said_and_can_be_tried_again(qtbot, hands):
    wizard = hands.waiting()
    hands.ways.come_back(error="access_denied")
    qtbot.waitUntil(wizard.browser.note.isVisible)
    assert told(wizard.browser.note).startswith("You said no on X")
    assert wizard.browser.opener.isEnabled()
    assert not wizard.browser.card.isVisible()
    hands.settle()
    assert not hands.ways.did("finish")
    hands.press(SPACE)
    qtbot.waitUntil(lambda: len(hands.opened) == 2)
    assert not wizard.browser.note.isVisible()


def test_a_port_that_is_taken_can_be_changed_from_the_note(qtbot, hands):
    wizard = hands.at_browser()
    hands.ways.trouble["begin"] = BadInput("Port 8765 is used by another program: choose another.")
    hands.press(SPACE)
    qtbot.waitUntil(wizard.browser.note.isVisible)
    assert not hands.opened
    hands.link("Change the port")
    assert wizard.page is wizard.make_app
    assert QApplication.focusWidget() is wizard.make_app.port
    wizard.make_app.port.setValue(9001)
    del hands.ways.trouble["begin"]
    wizard.go_to(wizard.browser)
    hands.press(SPACE)
    qtbot.waitUntil(lambda: bool(hands.opened))
    assert hands.ways.attempts[-1].redirect == "http://127.0.0.1:9001/callback"


def test_an_address_of_another_attempt_changes_nothing(qtbot, hands):
    wizard = hands.waiting()
    hands.go_to(wizard.browser.address.line)
    hands.type("http://127.0.0.1:8765/callback?state=old&code=abc")
    hands.press(ENTER)
    assert told(wizard.browser.note).endswith("Allybook still waits.")
    assert wizard.browser.card.stop.isVisible()
    assert not hands.ways.did("finish")
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)


def test_the_address_can_be_pasted_instead(qtbot, hands):
    wizard = hands.waiting()
    hands.go_to(wizard.browser.address.line)
    hands.type(hands.ways.address(code="abc"))
    hands.press(ENTER)
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    hands.settle()
    verbs = [verb for verb, *_ in hands.ways.heard if verb in ("give_up", "finish")]
    assert verbs == ["finish", "give_up"]
    assert wizard.browser.address.text()
    wizard.accept()
    assert wizard.browser.address.text() == ""


def test_nothing_can_be_pasted_before_x_was_opened(hands):
    wizard = hands.at_browser()
    assert wizard.browser.address.isVisible()
    assert not wizard.browser.address.isEnabled()


def test_after_five_minutes_an_address_may_still_be_pasted(qtbot, hands):
    wizard = hands.at_browser()
    hands.ways.trouble["wait"] = Refused("Nobody came back within five minutes: open X once more.")
    hands.press(SPACE)
    qtbot.waitUntil(wizard.browser.note.isVisible)
    assert wizard.browser.opener.isEnabled()
    wizard.browser.address.line.setText(hands.ways.address(code="abc"))
    hands.go_to(wizard.browser.use)
    hands.press(ENTER)
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)


def test_without_a_browser_the_address_can_be_copied(qtbot, hands):
    hands.has_browser = False
    wizard = hands.waiting()
    assert told(wizard.browser.note).startswith("No browser opened")
    hands.go_to(wizard.browser.card.copy)
    hands.press(ENTER)
    assert QGuiApplication.clipboard().text() == hands.opened[-1]


@pytest.mark.parametrize(
    ("trouble", "action"),
    [
        (Refused("X does not know this app: look at its Client ID."), "Check the Client ID"),
        (NeedsSignIn("X took the code for used: open X once more."), "Check the Client ID"),
    ],
)
def test_what_x_refuses_is_said_with_one_action(qtbot, hands, trouble, action):
    wizard = hands.waiting()
    hands.ways.trouble["finish"] = trouble
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(wizard.browser.note.isVisible)
    assert wizard.browser.opener.isEnabled()
    hands.link(action)
    assert wizard.page is wizard.client


def test_when_x_does_not_answer_it_is_asked_again_with_the_same_yes(qtbot, hands):
    wizard = hands.waiting()
    hands.ways.trouble["finish"] = Unreachable("X did not answer: try again. Nothing was lost.")
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(wizard.browser.note.isVisible)
    assert told(wizard.browser.note).startswith("X did not answer. Try again. Nothing was lost.")
    del hands.ways.trouble["finish"]
    hands.link("Try again")
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    hands.settle()
    assert len(hands.ways.attempts) == 1
    verbs = [verb for verb, *_ in hands.ways.heard if verb in ("give_up", "finish")]
    assert verbs == ["finish", "finish", "give_up"]


def test_without_a_keyring_the_person_chooses_this_session_only(qtbot, hands):
    wizard = hands.waiting()
    hands.ways.comes = Connected(CIRCLE, NO_KEYRING, ALL, CENT)
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    outcome = wizard.outcome
    assert outcome.main.text() == "This session only"
    assert wizard.not_now.text() == "Sign out again"
    assert not outcome.keyring.isVisible()
    assert not outcome.how.isVisible()
    hands.link("How to get a keyring")
    assert outcome.how.isVisible()
    with qtbot.waitSignal(wizard.connected):
        hands.press(ENTER)
    hands.settle()
    assert not hands.ways.did("sign_out")


def test_without_a_keyring_leaving_signs_out_again(qtbot, hands):
    wizard = hands.waiting()
    hands.ways.comes = Connected(CIRCLE, NO_KEYRING)
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    with qtbot.assertNotEmitted(wizard.connected), qtbot.waitSignal(hands.errand.undone):
        hands.press(Qt.Key.Key_Escape)
    assert hands.ways.did("sign_out") == [(CIRCLE.user_id,)]


def test_leaving_while_x_is_asked_signs_out_whoever_comes_in(qtbot, hands):
    wizard = hands.waiting()
    hands.ways.hold()
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: not wizard.browser.card.stop.isVisible())
    with qtbot.waitSignal(hands.errand.undone):
        wizard.reject()
        hands.ways.let_go()
    assert hands.ways.did("sign_out") == [(CIRCLE.user_id,)]


def test_leaving_while_x_is_asked_keeps_who_was_in_before(qtbot, hands):
    hands.ways.known = [KnownAccount(CIRCLE.user_id, CIRCLE.handle)]
    wizard = hands.waiting()
    hands.ways.hold()
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: not wizard.browser.card.stop.isVisible())
    wizard.reject()
    hands.ways.let_go()
    hands.settle()
    assert hands.ways.did("finish")
    assert not hands.ways.did("sign_out")


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("list.write", "Publishing a List will not work."),
        ("offline.access", "sign in again every two hours"),
        ("follows.read", "Follow-back checks"),
    ],
)
def test_what_x_did_not_grant_is_said_with_what_will_not_work(qtbot, hands, missing, words):
    wizard = hands.waiting()
    hands.ways.comes = Connected(CIRCLE, "", ALL - {missing}, CENT)
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    assert wizard.outcome.lacks.isVisible()
    assert words in told(wizard.outcome.lacks)


@pytest.mark.parametrize(
    ("charged", "words"),
    [
        (None, "at most $0.01"),
        (Decimal(0), "charged nothing"),
        (Decimal("0.02"), "the quote was $0.01"),
    ],
)
def test_what_was_charged_is_said_as_it_is(qtbot, hands, charged, words):
    wizard = hands.waiting()
    hands.ways.comes = replace(hands.ways.comes, charged=charged)
    hands.ways.come_back(code="abc")
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    assert words in wizard.outcome.charged.accessibleName()
