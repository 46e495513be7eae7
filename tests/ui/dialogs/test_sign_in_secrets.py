"""The two ways around the browser: a user token, and the four keys."""

import pytest
from PySide6.QtWidgets import QLineEdit

from allybook.domain.errors import NeedsSignIn
from allybook.domain.sign_in.credentials import Keys, Tokens
from tests.ui.dialogs.wizard import ENTER, SPACE, hands, jobs

__all__ = ["hands", "jobs"]

TOKEN = "planted-token-of-a-user-" + "x" * 40
KEYS = ("planted-key", "planted-key-secret", "planted-token", "planted-token-secret")


def type_keys(hands, wizard):
    hands.go_to(wizard.why.keys)
    hands.press(ENTER)
    for number, secret in enumerate(KEYS):
        hands.type(secret)
        if number < 3:
            hands.go_to(
                (wizard.keys.key_secret, wizard.keys.token, wizard.keys.token_secret)[number].line
            )


def test_a_user_token_connects(qtbot, hands):
    wizard = hands.open()
    hands.go_to(wizard.why.token)
    hands.press(ENTER)
    assert wizard.token.main.text() == "Connect for $0.01"
    assert not wizard.token.main.isEnabled()
    hands.type(TOKEN)
    hands.press(ENTER)
    assert not hands.ways.did("connect")
    hands.press(SPACE)
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    assert hands.ways.did("connect") == [(Tokens(TOKEN), False)]
    assert "own keys" in wizard.outcome.granted.accessibleName()


def test_the_four_keys_connect_as_the_owner_of_the_app(qtbot, hands):
    wizard = hands.open()
    type_keys(hands, wizard)
    hands.go_to(wizard.keys.main)
    hands.press(SPACE)
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    assert hands.ways.did("connect") == [(Keys(*KEYS), True)]


def test_three_keys_are_not_enough(hands):
    wizard = hands.open()
    type_keys(hands, wizard)
    wizard.keys.token.line.clear()
    assert not wizard.keys.main.isEnabled()


def test_secrets_are_dots_and_are_gone_when_the_dialog_closes(hands):
    wizard = hands.open()
    type_keys(hands, wizard)
    wizard.token.token.line.setText(TOKEN)
    lines = [wizard.token.token.line, *wizard.keys.findChildren(QLineEdit)]
    assert len(lines) == 5
    assert {line.echoMode() for line in lines} == {QLineEdit.EchoMode.Password}
    assert all(line.text() for line in lines)
    wizard.reject()
    assert not any(line.text() or line.isUndoAvailable() for line in lines)
    assert "planted" not in repr(wizard.draft())


def test_a_refused_token_is_said_and_stays(qtbot, hands):
    hands.ways.trouble["connect"] = NeedsSignIn("X does not accept this token: make a new one.")
    wizard = hands.open()
    wizard.go_to(wizard.token)
    hands.type(TOKEN)
    wizard.token.main.click()
    qtbot.waitUntil(wizard.token.note.isVisible)
    assert wizard.token.token.text() == TOKEN
    assert wizard.token.main.isEnabled()
    hands.go_to(wizard.back)
    hands.press(ENTER)
    assert wizard.page is wizard.why


@pytest.mark.parametrize(
    ("typed", "part"), [("A" * 30, "speaks for nobody"), ("ana@northbank.example", "no token")]
)
def test_what_is_no_token_is_told(hands, typed, part):
    wizard = hands.open()
    wizard.go_to(wizard.token)
    hands.type(typed)
    assert part in wizard.token.hint.text()


def test_no_signal_of_the_wizard_carries_a_secret(qtbot, hands):
    wizard = hands.open()
    wizard.go_to(wizard.token)
    hands.type(TOKEN)
    carried = []
    for signal in (wizard.connected, hands.errand.opened, hands.errand.connected):
        signal.connect(lambda *words: carried.append(repr(words)))
    for signal in (wizard.token.connect_asked, hands.errand.asking):
        signal.connect(lambda: carried.append(""))
    wizard.token.main.click()
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    wizard.accept()
    assert len(carried) == 4
    assert not any("planted" in words for words in carried)
