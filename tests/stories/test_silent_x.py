"""X says nothing, or never ends what it says, while the window closes."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import pytest

from allybook.app.accounts import AccountWays
from allybook.app.desks import lay_desk
from allybook.cli.words import Options
from allybook.domain.errors import Unreachable
from allybook.domain.sign_in.credentials import Tokens
from allybook.domain.sign_in.oauth import KnownAccount
from allybook.services.sign_in.accounts import remember_account
from allybook.store.profile import Profile
from allybook.ui.session import Stage
from allybook.vault.session import SessionVault
from tests.fakes.clock import FixedClock
from tests.fakes.keyrings import MemoryKeyring, this_keyring
from tests.servers.x_server import Reply, XServer

JOBS = 3
ANA = KnownAccount("7", "NorthbankCircle", "Northbank Circle")
ME = {"data": {"id": "7", "username": "NorthbankCircle", "name": "Northbank Circle"}}


@pytest.fixture
def server():
    with XServer() as server:
        yield server


@pytest.fixture
def signed_in(tmp_path, server):
    """The desk of an account whose X is the server, as the program lays it out."""
    with Profile(tmp_path, FixedClock()) as profile:
        remember_account(profile.settings(), ANA)
    kept = SessionVault()
    kept.save(ANA.user_id, Tokens("planted"))
    options = Options(profile=tmp_path, api_base=server.url)
    with this_keyring(MemoryKeyring()), ExitStack() as stack:
        yield lay_desk(options, stack, kept=kept)


@pytest.fixture
def staged(qtbot, look, signed_in, ways):
    stage = Stage(signed_in, look, ways)
    stage.window.show()
    qtbot.waitExposed(stage.window)
    return stage


@pytest.mark.parametrize("silence", [Reply(hang=True), Reply(drip="body")], ids=["hangs", "drips"])
def test_an_x_that_is_silent_does_not_keep_the_window_open(
    qtbot, staged, signed_in, server, silence
):
    """Several jobs wait for it, one for the other: none of them asks once the window closes."""
    server.answer(*[silence] * JOBS)
    ended, left = [], []

    def ask(_ticket):
        try:
            signed_in.line.network().me()
        except Unreachable as error:
            left.append(str(error.__cause__))
            raise

    for _ in range(JOBS):
        staged.jobs.fetch(staged, ask, done=ended.append, failed=ended.append)
    qtbot.waitUntil(lambda: bool(server.seen), timeout=20_000)
    staged.close()
    # It was left, not waited for until the line has nothing more to say.
    assert "The answer did not come to its end." in left
    assert ended == []
    assert len(server.seen) == 1


def test_an_answer_on_its_way_is_waited_for(qtbot, staged, signed_in, server):
    """X charges for it; what it says is kept."""
    server.answer(Reply(ME))
    told = []
    staged.jobs.fetch(
        staged, lambda _ticket: told.append(signed_in.line.network().me()), done=print, failed=print
    )
    qtbot.waitUntil(lambda: bool(server.seen), timeout=20_000)
    staged.close()
    assert [me.handle for me in told] == ["NorthbankCircle"]


def test_a_sign_in_that_x_leaves_without_an_answer_is_let_go(tmp_path, server):
    server.answer(Reply(hang=True))
    accounts = AccountWays(Options(profile=tmp_path, api_base=server.url), SessionVault())
    with closing(accounts), ThreadPoolExecutor(1) as threads:
        waits = threads.submit(accounts.connect, Tokens("planted"), owns_app=True)
        assert server.came.wait(20)
        accounts.let_go()
        assert isinstance(waits.exception(10), Unreachable)
