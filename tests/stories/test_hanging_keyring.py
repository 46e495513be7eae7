"""The keyring of the computer hangs while the window wants something of it."""

import pytest

from allybook.ui.session import Stage
from allybook.vault.keychain import Keychain
from tests.fakes.keyrings import HangingKeyring, this_keyring
from tests.fakes.ways import FakeWays


class HangingWays(FakeWays):
    """Signs out by a keyring that hangs."""

    def __init__(self):
        super().__init__()
        self.keychain = Keychain()

    def sign_out(self, user_id):
        self.keychain.forget(user_id)
        return ""

    def let_go(self):
        super().let_go()
        self.keychain.let_go()


@pytest.fixture
def ring():
    with this_keyring(HangingKeyring()) as ring:
        yield ring
        ring.answers.set()


def test_a_keyring_that_hangs_does_not_keep_the_window_open(qtbot, look, desk, ring):
    ways, ended = HangingWays(), []
    stage = Stage(desk, look, ways)
    stage.window.show()
    qtbot.waitExposed(stage.window)
    stage.jobs.fetch(
        stage, lambda _ticket: ways.sign_out("7"), done=ended.append, failed=ended.append
    )
    qtbot.waitUntil(ring.asked.is_set)
    stage.close()
    assert ring.hangs == 1
    assert ended == []
